import { type ParseArgsConfig, parseArgs } from 'node:util';
import { message } from '../core/model/message';
import { UsageError } from './program';

/**
 * Reads a command's options with Node's own parser.
 * @throws UsageError for an option that the command does not have, or one without its value.
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message: reason } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError({ text: '{reason}', args: { reason } });
  }
}

/** @throws UsageError when the value is not one of the choices. */
export function choose<T extends string>(option: string, value: string | undefined, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === (value ?? choices[0]));
  if (chosen === undefined)
    throw new UsageError(message('{option} takes one of: {choices}.', { option, choices: choices.join(', ') }));
  return chosen;
}
