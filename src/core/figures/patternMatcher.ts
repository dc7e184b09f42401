import type { Range } from '../text/range';
import type { Pattern, Step } from './patterns';
import { isDigit, SPACE } from './scanning/characters';

/** What a character is to the steps that read more than one. */
const LINE_BREAK = 1;
const BLANK = 2;
const DIGIT_INSIDE = 4;
const DIGIT_LAST = 8;
const SORTS = 16;

/** A line as patterns read it: made once for all of them. */
export interface PatternLine {
  readonly length: number;
  /** By place, the number that the patterns know the character by; 0 for one that none of them names. */
  readonly symbols: Uint16Array;
  readonly sorts: Uint8Array;
  /** By number, whether the line has the character. */
  readonly has: Uint8Array;
}

/**
 * Patterns that are looked for together. Where each matches is found leftmost first, longest of those, none over
 * another. All ways to match are followed at once, as the bits of a few words: once from the end of the line, which
 * finds where matches begin, and from each of these places once, which finds where it ends. A `*` reaches to the last
 * end in its line, so no part of a line is read often: time grows with the line's length.
 */
export class PatternMatcher {
  readonly #symbols = new Map<number, number>();
  readonly #programs = new Map<Pattern, Program>();

  constructor(patterns: Iterable<Pattern>) {
    const all = [...patterns];
    for (const { steps } of all)
      for (const step of steps)
        if (step.type === 'code' && !this.#symbols.has(step.code)) this.#symbols.set(step.code, this.#symbols.size + 1);
    for (const pattern of all) this.#programs.set(pattern, this.#compile(pattern.steps));
  }

  /** Takes a line of folded codes apart. */
  read(codes: Uint16Array, length: number): PatternLine {
    const symbols = new Uint16Array(length);
    const sorts = new Uint8Array(length);
    const has = new Uint8Array(this.#symbols.size + 1);
    for (let at = 0; at < length; at++) {
      const code = codes[at]!;
      const symbol = this.#symbols.get(code >= 0x41 && code <= 0x5a ? code | 0x20 : code) ?? 0;
      symbols[at] = symbol;
      has[symbol] = 1;
      sorts[at] = sortOf(codes, at);
    }
    return { length, symbols, sorts, has };
  }

  find(pattern: Pattern, line: PatternLine): Range[] {
    const program = this.#programs.get(pattern);
    if (!program?.needs.every((symbol) => line.has[symbol] === 1)) return [];
    const found: Range[] = [];
    let from = 0;
    const isShort = program.words === 1;
    for (const start of isShort ? startsInWord(program, line) : startsOf(program, line)) {
      if (start < from) continue;
      const end = isShort ? endInWord(program, line, start) : endFrom(program, line, start);
      if (end <= start) continue;
      found.push({ start, end });
      from = end;
    }
    return found;
  }

  #compile(steps: readonly Step[]): Program {
    const words = Math.ceil((steps.length + 1) / 32);
    const of = (...types: Step['type'][]) => toBits(words, steps, ({ type }) => types.includes(type));
    const [runs, spaces, digits, any] = [of('run'), of('space'), of('digits'), of('any')];
    const needs = new Set(steps.flatMap((step) => (step.type === 'code' ? [this.#symbols.get(step.code)!] : [])));
    const own = new Map<number, Uint32Array>();
    for (const symbol of needs)
      own.set(
        symbol,
        toBits(
          words,
          steps,
          (step) => step.type === 'any' || (step.type === 'code' && this.#symbols.get(step.code) === symbol),
        ),
      );
    const done = new Uint32Array((this.#symbols.size + 1) * words);
    for (let symbol = 0; symbol <= this.#symbols.size; symbol++) done.set(own.get(symbol) ?? any, symbol * words);
    const kept = new Uint32Array(SORTS * words);
    const doneBySort = new Uint32Array(SORTS * words);
    for (let sort = 0; sort < SORTS; sort++)
      for (let word = 0; word < words; word++) {
        kept[sort * words + word] =
          (sort & LINE_BREAK ? 0 : runs[word]!) |
          (sort & BLANK ? spaces[word]! : 0) |
          (sort & DIGIT_INSIDE ? digits[word]! : 0);
        doneBySort[sort * words + word] = sort & DIGIT_LAST ? digits[word]! : 0;
      }
    return {
      words,
      last: steps.length,
      needs: [...needs],
      done,
      doneBySort,
      kept,
      empty: of('run', 'space'),
      turns: longestRun(steps, isEmpty),
    };
  }
}

/** The sets of steps that a character is read by, `words` words of bits each, a bit for each step. */
interface Program {
  readonly words: number;
  readonly last: number;
  readonly needs: readonly number[];
  /** By symbol, and by sort: the steps that the character ends. */
  readonly done: Uint32Array;
  readonly doneBySort: Uint32Array;
  /** By sort: the steps that go on behind the character. */
  readonly kept: Uint32Array;
  /** The steps that may read nothing, and how many of them stand in a row at most. */
  readonly empty: Uint32Array;
  readonly turns: number;
}

function isEmpty({ type }: Step): boolean {
  return type === 'run' || type === 'space';
}

function longestRun(steps: readonly Step[], isIn: (step: Step) => boolean): number {
  let longest = 0;
  let run = 0;
  for (const step of steps) {
    run = isIn(step) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** What looking for a pattern costs for each character, in steps of a few nanoseconds. */
export function patternCost({ steps }: Pattern): number {
  return Math.ceil((steps.length + 1) / 32) * (1 + longestRun(steps, isEmpty));
}

function toBits(words: number, steps: readonly Step[], isIn: (step: Step) => boolean): Uint32Array {
  const bits = new Uint32Array(words);
  for (const [index, step] of steps.entries()) if (isIn(step)) bits[index >> 5]! |= 1 << (index & 31);
  return bits;
}

function sortOf(codes: Uint16Array, at: number): number {
  const code = codes[at]!;
  if (code === 0x0a) return LINE_BREAK | BLANK;
  if (code === SPACE || code === 0x09) return BLANK;
  const isInside = isDigit(code) || isSeparator(codes, at);
  if (!isInside) return 0;
  return isDigit(codes[at + 1]) || isSeparator(codes, at + 1) ? DIGIT_INSIDE : DIGIT_LAST;
}

function isSeparator(codes: Uint16Array, at: number): boolean {
  return (codes[at] === 0x2c || codes[at] === 0x2e) && isDigit(codes[at - 1]) && isDigit(codes[at + 1]);
}

/** As `startsOf`, for the patterns of up to 31 steps, which nearly all are. */
function startsInWord(program: Program, { length, symbols, sorts }: PatternLine): number[] {
  const { done, doneBySort, kept, turns } = program;
  const empty = program.empty[0]! | 0;
  // Whatever lies to the right, a match may end here.
  const last = 1 << program.last;
  const starts: number[] = [];
  let state = 0;
  for (let at = length - 1; at >= 0; at--) {
    const sort = sorts[at]!;
    state |= last;
    for (let turn = 0; turn < turns; turn++) state |= (state >>> 1) & empty;
    state = ((state >>> 1) & (done[symbols[at]!]! | doneBySort[sort]!)) | (state & kept[sort]!);
    for (let turn = 0; turn < turns; turn++) state |= (state >>> 1) & empty;
    if (state & 1) starts.push(at);
  }
  return starts.reverse();
}

/** As `endFrom`, for the same. */
function endInWord(program: Program, { length, symbols, sorts }: PatternLine, start: number): number {
  const { done, doneBySort, kept, turns } = program;
  const empty = program.empty[0]! | 0;
  const last = 1 << program.last;
  let end = -1;
  let state = 1;
  for (let turn = 0; turn < turns; turn++) state |= (state & empty) << 1;
  for (let at = start; at < length; at++) {
    const sort = sorts[at]!;
    state = ((state & (done[symbols[at]!]! | doneBySort[sort]!)) << 1) | (state & kept[sort]!);
    if (state === 0) break;
    for (let turn = 0; turn < turns; turn++) state |= (state & empty) << 1;
    if (state & last) end = at + 1;
  }
  return end;
}

/** The places where some match begins, in order. */
function startsOf(program: Program, { length, symbols, sorts }: PatternLine): number[] {
  const { words, last, done, doneBySort, kept, empty, turns } = program;
  const state = new Uint32Array(words);
  const starts: number[] = [];
  for (let at = length - 1; at >= 0; at--) {
    const sort = sorts[at]! * words;
    const symbol = symbols[at]! * words;
    state[last >> 5]! |= 1 << (last & 31);
    passBack(state, empty, turns);
    for (let word = 0; word < words; word++) {
      const above = word + 1 < words ? state[word + 1]! << 31 : 0;
      const moved = (state[word]! >>> 1) | above;
      state[word] = (moved & (done[symbol + word]! | doneBySort[sort + word]!)) | (state[word]! & kept[sort + word]!);
    }
    passBack(state, empty, turns);
    if (state[0]! & 1) starts.push(at);
  }
  return starts.reverse();
}

/** The end of the longest match that begins at a place. */
function endFrom(program: Program, { length, symbols, sorts }: PatternLine, start: number): number {
  const { words, last, done, doneBySort, kept, empty, turns } = program;
  const state = new Uint32Array(words);
  state[0] = 1;
  passOn(state, empty, turns);
  let end = -1;
  for (let at = start; at < length; at++) {
    const sort = sorts[at]! * words;
    const symbol = symbols[at]! * words;
    let carry = 0;
    let some = 0;
    for (let word = 0; word < words; word++) {
      const ended = state[word]! & (done[symbol + word]! | doneBySort[sort + word]!);
      state[word] = (ended << 1) | carry | (state[word]! & kept[sort + word]!);
      carry = ended >>> 31;
      some |= state[word]!;
    }
    if (some === 0) break;
    passOn(state, empty, turns);
    if (state[last >> 5]! & (1 << (last & 31))) end = at + 1;
  }
  return end;
}

function passOn(state: Uint32Array, empty: Uint32Array, turns: number): void {
  for (let turn = 0; turn < turns; turn++) {
    let carry = 0;
    for (let word = 0; word < state.length; word++) {
      const passed = state[word]! & empty[word]!;
      state[word]! |= (passed << 1) | carry;
      carry = passed >>> 31;
    }
  }
}

function passBack(state: Uint32Array, empty: Uint32Array, turns: number): void {
  for (let turn = 0; turn < turns; turn++) {
    for (let word = 0; word < state.length; word++) {
      const above = word + 1 < state.length ? state[word + 1]! << 31 : 0;
      state[word]! |= ((state[word]! >>> 1) | above) & empty[word]!;
    }
  }
}
