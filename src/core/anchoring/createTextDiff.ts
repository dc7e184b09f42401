import type { Range } from '../text/range';
import { compareLetters, type KeptText } from './compareLetters';
import { foldUnits } from './foldUnit';
import { slideEdges } from './slideEdges';

/** What became of an old text, in UTF-16 code units. */
export interface TextDiff {
  readonly oldLength: number;
  /** The parts of an old range that stand unchanged, in order. */
  keptOf(old: Range): readonly KeptText[];
  /** Where in the new text the code unit at an old offset stands, if it was kept. */
  toNew(old: number): number | undefined;
  /** How many code units of a range of the new text were in the old one, at whatever place. */
  keptIn(range: Range): number;
  /** Where an old range stands now, if all lines it reaches into stand together, letter for letter. */
  linesKeptAt(old: Range): number | undefined;
  /** The lines of the new text that stand for the lines of an old range. */
  linesOf(old: Range): Range;
}

interface Hunk {
  readonly old: Range;
  readonly new: Range;
  /** Whether its lines are the same in both. */
  readonly isKept: boolean;
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
    oldLength: oldText.length,
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
    linesKeptAt(old) {
      const hunk = hunks[firstEndingAfter(hunks, (hunk) => hunk.old.end, old.start)];
      return hunk?.isKept && hunk.old.start <= old.start && old.end <= hunk.old.end
        ? hunk.new.start + old.start - hunk.old.start
        : undefined;
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
    const isKept = kept !== undefined;
    hunks.push({ old: { start: old, end: oldEnd }, new: { start: fresh, end: newEnd }, isKept, kept });
    old = oldEnd;
    fresh = newEnd;
  };
  const numbers = new Map<string, number>();
  const before = numberLines(oldText, numbers);
  const after = numberLines(newText, numbers);
  const kept = compareLetters(before.numbers, after.numbers, linesTogether).map((part) => ({
    old: before.offsets[part.old]!,
    new: after.offsets[part.new]!,
    length: before.offsets[part.old + part.length]! - before.offsets[part.old]!,
  }));
  for (const part of withoutChance(kept, oldText.length, newText.length)) {
    push(part.old, part.new, undefined);
    push(part.old + part.length, part.new + part.length, [part]);
  }
  push(oldText.length, newText.length, undefined);
  return hunks;
}

/** Lines that stand once are held together, of texts of which most lines were changed; then letters, so many in a row. */
const linesTogether = [1];
const lettersTogether = [32, 12, 6];

/** What is kept within changed lines, by characters. */
function compareWithin(oldText: string, newText: string, hunk: Hunk): readonly KeptText[] {
  const before = Int32Array.from(foldUnits(oldText, hunk.old.start, hunk.old.end));
  const after = Int32Array.from(foldUnits(newText, hunk.new.start, hunk.new.end));
  const kept = slideEdges(compareLetters(before, after, lettersTogether), before, after);
  return withoutChance(kept, before.length, after.length).map((part) => ({
    old: hunk.old.start + part.old,
    new: hunk.new.start + part.new,
    length: part.length,
  }));
}

/** Writes each line as a number, the same for equal lines, with the offsets of their starts and of the text's end. */
function numberLines(text: string, numbers: Map<string, number>): { numbers: Int32Array; offsets: readonly number[] } {
  const written: number[] = [];
  const offsets = [0];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, end);
    const number = numbers.get(line) ?? numbers.size;
    if (number === numbers.size) numbers.set(line, number);
    written.push(number);
    offsets.push(end);
    start = end;
  }
  return { numbers: Int32Array.from(written), offsets };
}

/**
 * Drops what two stretches share by chance: kept text no longer than what was changed before it and no longer than
 * what was changed after it (the rule by which diff-match-patch makes its diffs readable).
 */
function withoutChance(parts: readonly KeptText[], oldLength: number, newLength: number): readonly KeptText[] {
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
      if (last.length > changedBefore(last) || last.length > after) {
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
