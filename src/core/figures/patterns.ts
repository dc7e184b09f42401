import { type Message, message } from '../model/message';
import { foldCharacters } from '../text/foldCharacters';

/**
 * A team's patterns, compiled. The language is small on purpose: letters stand for themselves
 * (width and case do not matter), `?` for one character, `*` for any run of characters, `#` for a
 * run of digits with commas and points, a space for any white space, `\` before one of these for
 * the character itself. See `PatternMatcher` for how they are found.
 */
export interface Pattern {
  readonly steps: readonly Step[];
  /** The pattern began or ended with `*`, which stands in none of the steps. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export type Step =
  | { readonly type: 'code'; readonly code: number }
  | { readonly type: 'any' }
  | { readonly type: 'run' }
  | { readonly type: 'digits' }
  | { readonly type: 'space' };

/** The longest pattern, in UTF-16 code units: nobody writes a longer one by hand, and time is paid for every step. */
export const LONGEST_PATTERN = 200;

/** Compiles one pattern; one that `patternFault` has something to say of is undefined. */
export function compilePattern(written: string): Pattern | undefined {
  if (written.length > LONGEST_PATTERN) return undefined;
  const text = foldCharacters(written.trim()).toLowerCase();
  const all: Step[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\' && at + 1 < text.length) all.push({ type: 'code', code: text.charCodeAt(++at) });
    else if (character === '?') all.push({ type: 'any' });
    else if (character === '#') all.push({ type: 'digits' });
    else if (character === ' ') addBlank(all, 'space');
    else if (character === '*') addBlank(all, 'run');
    else all.push({ type: 'code', code: text.charCodeAt(at) });
  }
  const first = all.findIndex(({ type }) => type !== 'run');
  const last = all.findLastIndex(({ type }) => type !== 'run');
  const steps = all.slice(Math.max(first, 0), last + 1);
  if (!steps.some(({ type }) => type === 'code' || type === 'digits')) return undefined;
  return { steps, openStart: first > 0, openEnd: last < all.length - 1 };
}

/** In a row of `*` and spaces only `* *` says more than its first two: nothing is gained by a third of a kind. */
function addBlank(steps: Step[], type: 'run' | 'space'): void {
  const [before, last] = [steps.at(-2)?.type, steps.at(-1)?.type];
  if (last === type || (before === type && last === (type === 'run' ? 'space' : 'run') && steps.at(-3)?.type === last))
    return;
  steps.push({ type });
}

/** Why a pattern cannot be used; undefined for one that can. */
export function patternFault(written: string): Message | undefined {
  if (written.length > LONGEST_PATTERN)
    return message('This is too long: {length} characters, and at the most {most} are read.', {
      length: written.length,
      most: LONGEST_PATTERN,
    });
  if (compilePattern(written)) return undefined;
  return written.trim() === ''
    ? message('This must not be empty.')
    : message('This pattern would match everything. It needs letters, or # for a number.');
}
