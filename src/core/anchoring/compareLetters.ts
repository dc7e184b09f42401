import { compareFully } from './compareFully';
import { compareNear } from './compareNear';
import { findSharedPieces } from './findSharedPieces';

/** Text that stands unchanged: offset in the old text, offset in the new, and how many code units. */
export interface KeptText {
  readonly old: number;
  readonly new: number;
  readonly length: number;
}

/**
 * What is compared fully, in pairs of an old letter and a new one: so many at the most in all, and beyond that so many
 * for every letter, which is little where the letters are few. Fifty million take some 10 ms, and two paragraphs of
 * 5,000 letters are compared without more ado.
 */
const mostPairs = 2.5e7;
const pairsPerLetter = 64;
/** Longer texts in which no piece stands once repeat themselves; these are compared if no more than so many letters differ. */
const fewDiffering = 600;

/**
 * What two rows of letters share, in order, as much as can be. Where a full comparison would take too long, pieces of
 * the given lengths that stand once in either are held together first (Cohen's patience diff, by pieces in place of
 * lines), and then what lies between them is compared. Takes time in proportion to the lengths, whatever the letters.
 */
export function compareLetters(before: Int32Array, after: Int32Array, pieceLengths: readonly number[]): KeptText[] {
  const kept: KeptText[] = [];
  const keep = (old: number, fresh: number, length: number) => {
    const last = kept.at(-1);
    if (last && last.old + last.length === old && last.new + last.length === fresh)
      kept[kept.length - 1] = { ...last, length: last.length + length };
    else if (length > 0) kept.push({ old, new: fresh, length });
  };
  let pairsLeft = mostPairs;

  const compare = (oldStart: number, oldEnd: number, newStart: number, newEnd: number, level: number) => {
    let from = 0;
    const most = Math.min(oldEnd - oldStart, newEnd - newStart);
    while (from < most && before[oldStart + from] === after[newStart + from]) from++;
    keep(oldStart, newStart, from);
    let to = 0;
    while (to < most - from && before[oldEnd - 1 - to] === after[newEnd - 1 - to]) to++;
    if (from < most && to < most - from) between(oldStart + from, oldEnd - to, newStart + from, newEnd - to, level);
    keep(oldEnd - to, newEnd - to, to);
  };
  const between = (oldStart: number, oldEnd: number, newStart: number, newEnd: number, level: number) => {
    const old = before.subarray(oldStart, oldEnd);
    const fresh = after.subarray(newStart, newEnd);
    const pairs = old.length * fresh.length;
    const usual = pairsPerLetter * (old.length + fresh.length);
    if (pairs <= usual || pairs <= pairsLeft) {
      if (pairs > usual) pairsLeft -= pairs;
      for (const part of compareFully(old, fresh)) keep(oldStart + part.old, newStart + part.new, part.length);
      return;
    }
    for (let at = level; at < pieceLengths.length; at++) {
      const pieces = findSharedPieces(old, fresh, pieceLengths[at]!);
      if (pieces.length === 0) continue;
      let oldAt = oldStart;
      let newAt = newStart;
      for (const piece of pieces) {
        compare(oldAt, oldStart + piece.old, newAt, newStart + piece.new, at + 1);
        keep(oldStart + piece.old, newStart + piece.new, piece.length);
        oldAt = oldStart + piece.old + piece.length;
        newAt = newStart + piece.new + piece.length;
      }
      compare(oldAt, oldEnd, newAt, newEnd, at + 1);
      return;
    }
    for (const part of compareNear(old, fresh, fewDiffering) ?? [])
      keep(oldStart + part.old, newStart + part.new, part.length);
  };
  compare(0, before.length, 0, after.length, 0);
  return kept;
}
