import type { Range } from './range';

/**
 * The part of a list that overlaps a range, found without looking at the rest. The list must be in the order of the
 * text and its ranges must not overlap each other.
 */
export function overlapping<T extends Range>(ordered: readonly T[], range: Range): readonly T[] {
  const from = firstIndex(ordered, ({ end }) => end > range.start);
  const to = firstIndex(ordered, ({ start }) => start >= range.end);
  return from < to ? ordered.slice(from, to) : [];
}

/** The first index from which a condition holds that holds for everything after it, too. */
function firstIndex<T>(ordered: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ordered[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
