import { isFarOff } from './choosePlace';
import type { TextSearch } from './createTextSearch';
import type { Place } from './findPlaces';
import type { Passage } from './passage';

/** A side of which less than this share stands beside a place is missing there; with so much of it, it is all there. */
const missing = 0.35;
const complete = 0.95;
/** What stood right beside a passage is known again by so many grams, or by half of them where the text ended. */
const neighborGrams = 4;
/** So many code units may have been put between a passage and what stood beside it, and so many may be counted twice. */
const mostPutBetween = 200;
const overlap = 20;
/** A quote of so many code units, an ideograph or kana counting twice, is followed wherever its very words stand. */
const tellingLength = 36;

/**
 * Whether a place has only what stood on one side of a passage, while what stood beside it on the other side is still,
 * once, much nearer to where the passage stood: there the passage was deleted or rewritten, and the place is another
 * one that resembles it. Where the one side is all there and the other in its order, text was put between them.
 */
export function isTornOff(
  search: TextSearch,
  { start, end, beforeKept, afterKept, verbatim }: Place,
  { written, units, quoteStart, quoteEnd, gram }: Passage,
  expected: number | undefined,
): boolean {
  if (expected === undefined || (verbatim && weigh(units.subarray(quoteStart, quoteEnd)) >= tellingLength))
    return false;
  const length = gram * neighborGrams;
  const before = shareOf(beforeKept, quoteStart);
  const after = shareOf(afterKept, written.length - quoteEnd);
  const isElsewhere = (neighbor: string, isAllThere: boolean, gapTo: (at: number) => number, away: number) => {
    const [at, twin] = neighbor.length * 2 < length ? [] : search.find(neighbor, 2);
    if (at === undefined || twin !== undefined) return false;
    const gap = gapTo(at);
    const isBeside = gap >= -overlap && gap <= mostPutBetween;
    const inOrder = gap >= 0 && isAllThere;
    return !isBeside && !inOrder && isFarOff(start, at - away, expected);
  };
  if (before < missing) {
    const neighbor = written.slice(Math.max(0, quoteStart - length), quoteStart);
    const gapTo = (at: number) => start - at - neighbor.length;
    if (isElsewhere(neighbor, after >= complete, gapTo, -neighbor.length)) return true;
  }
  if (after < missing) {
    const neighbor = written.slice(quoteEnd, quoteEnd + length);
    return isElsewhere(neighbor, before >= complete, (at) => at - end, quoteEnd - quoteStart);
  }
  return false;
}

function shareOf(kept: number, length: number): number {
  return length === 0 ? 1 : kept / length;
}

function weigh(units: Uint16Array): number {
  return units.length + units.filter((unit) => unit >= 0x2e80).length;
}
