import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Message, message } from '../core/model/message';
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
    throw new UsageError(sayMistake(code, reason));
  }
}

/** Node says it in English, and names the option in quotation marks. */
function sayMistake(code: string, reason: string): Message {
  const option = /'(-[^\s',<=]*)/.exec(reason)?.[1];
  if (option === undefined) return { text: '{reason}', args: { reason } };
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return message('There is no option “{option}”.', { option });
  return /does not take/.test(reason)
    ? message('The option “{option}” takes no value.', { option })
    : message('The option “{option}” needs a value.', { option });
}

/** @throws UsageError when the value is not one of the choices. */
export function choose<T extends string>(option: string, value: string | undefined, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === (value ?? choices[0]));
  if (chosen === undefined) throw new UsageError(message('{option} takes one of: {choices}.', { option, choices }));
  return chosen;
}
