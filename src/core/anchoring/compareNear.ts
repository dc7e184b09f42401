import type { KeptText } from './compareLetters';

/**
 * The most that two rows of letters share, in order, by following the furthest paths (Myers 1986); undefined where
 * more than `mostEdits` letters were put in or taken out. Takes time in proportion to the lengths and to the square of
 * `mostEdits`.
 */
export function compareNear(before: Int32Array, after: Int32Array, mostEdits: number): KeptText[] | undefined {
  const { length: m } = before;
  const { length: n } = after;
  const room = mostEdits + 1;
  const furthest = new Int32Array(2 * room + 1);
  // The furthest places after each number of edits, one row behind the other.
  const rows = new Int32Array(((mostEdits + 1) * (mostEdits + 2)) >> 1);
  // In a text that repeats itself every path is long.
  let steps = 0;
  for (let edits = 0; edits <= mostEdits && steps <= stepsPerLetter * (m + n); edits++) {
    // A path that is farther from the last diagonal than there are edits left does not arrive.
    const left = mostEdits - edits;
    let lowest = Math.max(-edits, m - n - left);
    if (((lowest + edits) & 1) === 1) lowest++;
    const highest = Math.min(edits, m - n + left);
    const row = (edits * (edits + 1)) >> 1;
    for (let diagonal = lowest; diagonal <= highest; diagonal += 2) {
      const below = furthest[room + diagonal - 1]!;
      const above = furthest[room + diagonal + 1]!;
      let at = diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
      const began = at;
      while (at < m && at - diagonal < n && before[at] === after[at - diagonal]) at++;
      furthest[room + diagonal] = at;
      rows[row + ((diagonal + edits) >> 1)] = at;
      steps += at - began;
      if (at >= m && at - diagonal >= n) return walkBack(rows, edits, m, n);
    }
  }
  return undefined;
}

/** So many letters are looked at for each of both texts. */
const stepsPerLetter = 16;

/** Walks from the ends of both to their starts, and gives the stretches that were kept, in order. */
function walkBack(rows: Int32Array, edits: number, m: number, n: number): KeptText[] {
  const kept: KeptText[] = [];
  let at = m;
  let diagonal = m - n;
  for (let left = edits; left >= 0; left--) {
    // The row of `left - 1` edits, of which every second diagonal was noted, from the lowest.
    const row = ((left - 1) * left) >> 1;
    const reached = (other: number) => (Math.abs(other) < left ? rows[row + ((other + left - 1) >> 1)]! : -2);
    const below = reached(diagonal - 1);
    const above = reached(diagonal + 1);
    const inserted = diagonal === -left || (diagonal !== left && below < above);
    const began = left === 0 ? 0 : inserted ? above : below + 1;
    if (at > began) kept.push({ old: began, new: began - diagonal, length: at - began });
    at = inserted ? began : began - 1;
    diagonal += inserted ? 1 : -1;
  }
  return kept.reverse();
}
