import type { Range } from '../text/range';
import { compareLetters, compareLongLetters, type KeptText } from './compareLetters';
import { foldText } from './foldUnit';

/** What became of an old text, in UTF-16 code units. */
export interface TextDiff {
  /** The parts of an old range that stand unchanged, in order. */
  keptOf(old: Range): readonly KeptText[];
  /** Where in the new text the code unit at an old offset stands, if it was kept. */
  toNew(old: number): number | undefined;
  /** How many code units of a range of the new text were in the old one, at whatever place. */
  keptIn(range: Range): number;
  /** The lines of the new text that stand for the lines of an old range. */
  linesOf(old: Range): Range;
}

interface Hunk {
  readonly old: Range;
  readonly new: Range;
  kept: readonly KeptText[] | undefined;
}

/**
 * Compares two versions of an article: by lines at once, by characters within the changed lines only where someone
 * asks. White space of another kind is no change.
 */
export function createTextDiff(oldText: string, newText: string): TextDiff {
  const hunks = compareLines(oldText, newText);

  const detailed = (hunk: Hunk): readonly KeptText[] => {
    hunk.kept ??= compareWithin(oldText, newText, hunk);
    return hunk.kept;
  };
  const keptOf = (old: Range): KeptText[] => {
    const kept: KeptText[] = [];
    for (let at = firstEndingAfter(hunks, (hunk) => hunk.old.end, old.start); at < hunks.length; at++) {
      const hunk = hunks[at]!;
      if (hunk.old.start >= old.end) break;
      for (const part of detailed(hunk)) {
        const start = Math.max(part.old, old.start);
        const end = Math.min(part.old + part.length, old.end);
        if (start < end) kept.push({ old: start, new: part.new + start - part.old, length: end - start });
      }
    }
    return kept;
  };
  return {
    keptOf,
    toNew: (old) => keptOf({ start: old, end: old + 1 })[0]?.new,
    keptIn(range) {
      let sum = 0;
      for (let at = firstEndingAfter(hunks, (hunk) => hunk.new.end, range.start); at < hunks.length; at++) {
        const hunk = hunks[at]!;
        if (hunk.new.start >= range.end) break;
        for (const part of detailed(hunk))
          sum += Math.max(0, Math.min(part.new + part.length, range.end) - Math.max(part.new, range.start));
      }
      return sum;
    },
    linesOf(old) {
      const first = hunks[firstEndingAfter(hunks, (hunk) => hunk.old.end, old.start)];
      const last = hunks[firstEndingAfter(hunks, (hunk) => hunk.old.end, old.end - 1)];
      return { start: first?.new.start ?? newText.length, end: last?.new.end ?? newText.length };
    },
  };
}

/** Unchanged and changed stretches, in order, which together are the whole of both texts. */
function compareLines(oldText: string, newText: string): Hunk[] {
  const hunks: Hunk[] = [];
  let old = 0;
  let fresh = 0;
  const push = (oldEnd: number, newEnd: number, kept: readonly KeptText[] | undefined) => {
    if (oldEnd === old && newEnd === fresh) return;
    hunks.push({ old: { start: old, end: oldEnd }, new: { start: fresh, end: newEnd }, kept });
    old = oldEnd;
    fresh = newEnd;
  };
  for (const part of compareTokens(oldText.match(line) ?? [], newText.match(line) ?? [], Number.POSITIVE_INFINITY)) {
    push(part.old, part.new, undefined);
    push(part.old + part.length, part.new + part.length, [part]);
  }
  push(oldText.length, newText.length, undefined);
  return hunks;
}

const line = /[^\n]*\n|[^\n]+$/gu;
const word = /[\p{Script=Latin}\p{N}]+|[^\p{Script=Latin}\p{N}]/gu;
const clause = /[^。、！？.,;:!?]*[。、！？.,;:!?] ?|[^。、！？.,;:!?]+$/gu;

/** What is kept within changed lines, by characters; where they are many, whole clauses first, then whole words. */
function compareWithin(oldText: string, newText: string, hunk: Hunk): readonly KeptText[] {
  const before = foldText(oldText, hunk.old.start, hunk.old.end);
  const after = foldText(newText, hunk.new.start, hunk.new.end);
  const kept = compareFinely(before, after, steps);
  return withoutChance(kept, before.length, after.length, Number.POSITIVE_INFINITY).map((part) => ({
    old: hunk.old.start + part.old,
    new: hunk.new.start + part.new,
    length: part.length,
  }));
}

/** What texts are cut into while they are too long to be compared by characters, and the least that tells something. */
const steps = [
  { token: clause, least: 24 },
  { token: word, least: Number.POSITIVE_INFINITY },
];

function compareFinely(before: string, after: string, [step, ...finer]: typeof steps): KeptText[] {
  if (before.length * after.length <= mostCells) return compareLetters(before, after);
  if (!step) return compareLongLetters(before, after);
  const kept: KeptText[] = [];
  let old = 0;
  let fresh = 0;
  const same = compareTokens(before.match(step.token) ?? [], after.match(step.token) ?? [], step.least);
  for (const part of [...same, { old: before.length, new: after.length, length: 0 }]) {
    for (const inner of compareFinely(before.slice(old, part.old), after.slice(fresh, part.new), finer))
      kept.push({ old: old + inner.old, new: fresh + inner.new, length: inner.length });
    if (part.length > 0) kept.push(part);
    old = part.old + part.length;
    fresh = part.new + part.length;
  }
  return kept;
}

function compareTokens(before: readonly string[], after: readonly string[], most: number): readonly KeptText[] {
  const oldOffsets = toOffsets(before);
  const newOffsets = toOffsets(after);
  const kept = compareLongLetters(...toLetters(before, after)).map((part) => ({
    old: oldOffsets[part.old]!,
    new: newOffsets[part.new]!,
    length: oldOffsets[part.old + part.length]! - oldOffsets[part.old]!,
  }));
  return withoutChance(kept, oldOffsets.at(-1)!, newOffsets.at(-1)!, most);
}

/** Beyond this product of lengths characters are compared only between equal clauses, and then words. */
const mostCells = 5e7;

/** Writes each token as one letter, the same for equal tokens, so that a comparison of strings compares tokens. */
function toLetters(before: readonly string[], after: readonly string[]): [string, string] {
  const letters = new Map<string, string>();
  const write = (tokens: readonly string[]) =>
    tokens
      .map((text) => {
        let letter = letters.get(text);
        if (letter === undefined) {
          // A text with more different tokens than there are units before the surrogates is compared less finely.
          letter = String.fromCharCode(1 + Math.min(letters.size, 0xd7fe));
          letters.set(text, letter);
        }
        return letter;
      })
      .join('');
  return [write(before), write(after)];
}

function toOffsets(tokens: readonly string[]): number[] {
  const offsets = [0];
  for (const text of tokens) offsets.push(offsets.at(-1)! + text.length);
  return offsets;
}

/**
 * Drops what two stretches share by chance: kept text no longer than what was changed before it and no longer than
 * what was changed after it (the rule by which diff-match-patch makes its diffs readable), and than `most`.
 */
function withoutChance(
  parts: readonly KeptText[],
  oldLength: number,
  newLength: number,
  most: number,
): readonly KeptText[] {
  const kept: KeptText[] = [];
  const changedBefore = (part: KeptText) => {
    const last = kept.at(-1);
    return Math.max(part.old - (last ? last.old + last.length : 0), part.new - (last ? last.new + last.length : 0));
  };
  for (const part of [...parts, { old: oldLength, new: newLength, length: 0 }]) {
    // A dropped part widens the change after the one before it, which may then be by chance too.
    while (kept.length > 0) {
      const last = kept.pop()!;
      const after = Math.max(part.old - last.old - last.length, part.new - last.new - last.length);
      if (last.length > most || last.length > changedBefore(last) || last.length > after) {
        kept.push(last);
        break;
      }
    }
    if (part.length > 0) kept.push(part);
  }
  return kept;
}

function firstEndingAfter(hunks: readonly Hunk[], end: (hunk: Hunk) => number, offset: number): number {
  let low = 0;
  let high = hunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(hunks[middle]!) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
