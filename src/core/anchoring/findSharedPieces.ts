import type { KeptText } from './compareLetters';

/**
 * Stretches that two rows of letters share, none of which cross: of all that hold a piece of `length` letters which
 * stands once in either, those that are longest together. Takes time in proportion to the lengths (and the logarithm
 * of their number).
 */
export function findSharedPieces(before: Int32Array, after: Int32Array, length: number): readonly KeptText[] {
  return inOrder(pairs(before, after, length));
}

/** The stretches around the pieces that stand once in either, in the order of the old letters. */
function pairs(before: Int32Array, after: Int32Array, length: number): KeptText[] {
  const found: KeptText[] = [];
  const oldCount = before.length - length + 1;
  const newCount = after.length - length + 1;
  if (oldCount <= 0 || newCount <= 0) return found;
  let size = 16;
  while (size < 2 * Math.max(oldCount, newCount)) size *= 2;
  const oldSlots = new Int32Array(oldCount);
  const oldPlaces = singularPlaces(before, length, size, oldSlots);
  const newPlaces = singularPlaces(after, length, size, new Int32Array(newCount));
  for (let at = 0; at < oldCount; at++) {
    const slot = oldSlots[at]!;
    const fresh = newPlaces[slot]!;
    if (fresh < 0 || oldPlaces[slot] !== at) continue;
    let end = 0;
    while (at + end < before.length && fresh + end < after.length && before[at + end] === after[fresh + end]) end++;
    if (end < length) continue;
    let start = 0;
    while (start < at && start < fresh && before[at - start - 1] === after[fresh - start - 1]) start++;
    found.push({ old: at - start, new: fresh - start, length: start + end });
    // Every other piece of this stretch says the same.
    at += end - length;
  }
  return found;
}

/**
 * Where the piece stands that falls into a slot: -1 for no piece, -2 for more than one. Of two different pieces in one
 * slot neither is found, which only makes a comparison coarser. Notes the slot of the piece at every offset.
 */
function singularPlaces(letters: Int32Array, length: number, size: number, slots: Int32Array): Int32Array {
  const places = new Int32Array(size).fill(-1);
  const mask = size - 1;
  let power = 1;
  for (let at = 1; at < length; at++) power = Math.imul(power, base);
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, base) + letters[at]! + 1) | 0;
  for (let at = 0; at < slots.length; at++) {
    if (at > 0)
      hash = (Math.imul(hash - Math.imul(letters[at - 1]! + 1, power), base) + letters[at + length - 1]! + 1) | 0;
    const slot = (Math.imul(hash, mixer) >>> 7) & mask;
    slots[at] = slot;
    places[slot] = places[slot] === -1 ? at : -2;
  }
  return places;
}

/** An odd multiplier for a rolling hash (Rabin and Karp 1987), and one that brings its upper bits down (Knuth). */
const base = 0x01000193;
const mixer = 0x9e3779b1;

/** The heaviest row of stretches that keeps the order in both texts; where two overlap, the later is cut. */
function inOrder(found: readonly KeptText[]): KeptText[] {
  const count = found.length;
  // By their order in the new text, each with its own number as the lower part of a key: numbers sort fastest.
  const byNew = new Float64Array(count);
  for (let at = 0; at < count; at++) byNew[at] = found[at]!.new * count + at;
  byNew.sort();
  const ranks = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) ranks[byNew[rank]! % count] = rank + 1;
  // Of all that come before it in the new text, the best end of a row (a tree of prefixes, Fenwick 1994).
  const tree = new Int32Array(count + 1).fill(-1);
  const weights = new Float64Array(count);
  const previous = new Int32Array(count);
  let best = -1;
  for (let at = 0; at < count; at++) {
    let from = -1;
    for (let rank = ranks[at]! - 1; rank > 0; rank -= rank & -rank) {
      const end = tree[rank]!;
      if (end >= 0 && (from < 0 || weights[end]! > weights[from]!)) from = end;
    }
    weights[at] = found[at]!.length + (from < 0 ? 0 : weights[from]!);
    previous[at] = from;
    if (best < 0 || weights[at]! > weights[best]!) best = at;
    for (let rank = ranks[at]!; rank <= count; rank += rank & -rank) {
      const end = tree[rank]!;
      if (end < 0 || weights[at]! > weights[end]!) tree[rank] = at;
    }
  }
  const chain: KeptText[] = [];
  for (let at = best; at >= 0; at = previous[at]!) chain.push(found[at]!);
  const row: KeptText[] = [];
  for (const piece of chain.reverse()) {
    const last = row.at(-1);
    const cut = last ? Math.max(0, last.old + last.length - piece.old, last.new + last.length - piece.new) : 0;
    if (cut < piece.length) row.push({ old: piece.old + cut, new: piece.new + cut, length: piece.length - cut });
  }
  return row;
}
