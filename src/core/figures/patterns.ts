import { foldCharacters } from '../text/foldCharacters';
import type { Range } from '../text/range';
import { isDigit, SPACE } from './scanning/characters';

/**
 * A team's patterns, compiled. The language is small on purpose: letters stand for themselves
 * (width and case do not matter), `?` for one character, `*` for any run of characters, `#` for a
 * run of digits with commas and points, a space for any white space, `\` before one of these for
 * the character itself. Whatever the pattern, a text takes time in proportion to its length times
 * the pattern's: all ways to match are followed at once, none is tried twice.
 */
export interface Pattern {
  readonly steps: readonly Step[];
}

type Step =
  | { readonly type: 'code'; readonly code: number }
  | { readonly type: 'any' }
  | { readonly type: 'run' }
  | { readonly type: 'digits' }
  | { readonly type: 'space' };

/** Longer patterns are cut: nobody writes one by hand, and time is paid for every step. */
const MOST_STEPS = 200;
const NONE = -1;

/** Compiles one pattern. An empty one, or one of wildcards alone, is undefined: it would match everything. */
export function compilePattern(written: string): Pattern | undefined {
  const text = foldCharacters(written.trim()).toLowerCase();
  const steps: Step[] = [];
  for (let at = 0; at < text.length && steps.length < MOST_STEPS; at++) {
    const character = text[at]!;
    if (character === '\\' && at + 1 < text.length) steps.push({ type: 'code', code: text.charCodeAt(++at) });
    else if (character === '?') steps.push({ type: 'any' });
    else if (character === '#') steps.push({ type: 'digits' });
    else if (character === ' ') steps.push({ type: 'space' });
    else if (character !== '*') steps.push({ type: 'code', code: text.charCodeAt(at) });
    else if (steps.at(-1)?.type !== 'run') steps.push({ type: 'run' });
  }
  while (steps.at(-1)?.type === 'run') steps.pop();
  while (steps[0]?.type === 'run') steps.shift();
  return steps.some((step) => step.type === 'code' || step.type === 'digits') ? { steps } : undefined;
}

/** Where a pattern matches in a line of folded codes: leftmost first, longest of those, none over another. */
export function matchPattern(pattern: Pattern, codes: Uint16Array, length: number): Range[] {
  const { steps } = pattern;
  const found: Range[] = [];
  // For every step the earliest start from which it has been reached; the last entry is the whole pattern.
  let starts = new Int32Array(steps.length + 1).fill(NONE);
  let next = new Int32Array(steps.length + 1).fill(NONE);
  let best: { start: number; end: number } | undefined;
  for (let at = 0; at <= length; at++) {
    if (best === undefined || at >= best.end) enter(starts, steps, 0, at);
    const whole = starts[steps.length]!;
    if (whole !== NONE && (best === undefined || whole <= best.start)) best = { start: whole, end: at };
    if (best !== undefined && !anyFrom(starts, best.start)) {
      found.push(best);
      dropBefore(starts, best.end);
      best = undefined;
    }
    if (at === length) break;
    next.fill(NONE);
    for (let step = 0; step < steps.length; step++) {
      const start = starts[step]!;
      if (start !== NONE) advance(next, steps, step, start, codes, at);
    }
    [starts, next] = [next, starts];
  }
  if (best !== undefined) found.push(best);
  return found;
}

/** Whether some way of matching began no later than a place and is not done. */
function anyFrom(starts: Int32Array, place: number): boolean {
  for (let step = 0; step < starts.length - 1; step++)
    if (starts[step]! !== NONE && starts[step]! <= place) return true;
  return false;
}

function dropBefore(starts: Int32Array, place: number): void {
  for (let step = 0; step < starts.length; step++) if (starts[step]! < place) starts[step] = NONE;
}

/** Marks a step as reached, and those behind it that may match nothing. */
function enter(starts: Int32Array, steps: readonly Step[], step: number, start: number): void {
  if (starts[step] !== NONE && starts[step]! <= start) return;
  starts[step] = start;
  const type = steps[step]?.type;
  if (type === 'run' || type === 'space') enter(starts, steps, step + 1, start);
}

function advance(
  next: Int32Array,
  steps: readonly Step[],
  step: number,
  start: number,
  codes: Uint16Array,
  at: number,
): void {
  const code = codes[at]!;
  const wanted = steps[step]!;
  switch (wanted.type) {
    case 'code':
      if (code === wanted.code || (code >= 0x41 && code <= 0x5a && (code | 0x20) === wanted.code))
        enter(next, steps, step + 1, start);
      return;
    case 'any':
      enter(next, steps, step + 1, start);
      return;
    case 'run':
      if (code !== 0x0a) enter(next, steps, step, start);
      return;
    case 'space':
      if (code === SPACE || code === 0x09 || code === 0x0a) enter(next, steps, step, start);
      return;
    case 'digits': {
      const inside =
        isDigit(code) || ((code === 0x2c || code === 0x2e) && isDigit(codes[at - 1]) && isDigit(codes[at + 1]));
      if (!inside) return;
      if (isDigit(codes[at + 1]) || ((codes[at + 1] === 0x2c || codes[at + 1] === 0x2e) && isDigit(codes[at + 2])))
        enter(next, steps, step, start);
      else enter(next, steps, step + 1, start);
    }
  }
}
