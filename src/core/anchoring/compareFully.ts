import type { KeptText } from './compareLetters';

/** Letters whose bits one number holds: two such numbers and a carry still fit into 31 bits. */
const wordBits = 30;
const wordMask = (1 << wordBits) - 1;

/**
 * The most that two rows of letters share, in order: their longest common subsequence, for `wordBits` letters at once
 * (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"), read back from the rows. Takes time and memory in
 * proportion to the product of the lengths, a thirtieth of it, whatever the letters: the caller bounds it.
 */
export function compareFully(before: Int32Array, after: Int32Array): KeptText[] {
  const words = Math.ceil(before.length / wordBits);
  const { starts, masks } = toMasks(before, words);
  // For every letter of `after` a row of bits: 0 where one letter more of `before` makes the subsequence longer.
  const rows = new Int32Array((after.length + 1) * words).fill(wordMask, 0, words);
  for (let row = 0; row < after.length; row++) {
    const from = row * words;
    const to = from + words;
    const mask = starts.get(after[row]!);
    if (mask === undefined) {
      rows.copyWithin(to, from, to);
      continue;
    }
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const bits = rows[from + word]!;
      const same = bits & masks[mask + word]!;
      const sum = bits + same + carry;
      carry = sum >>> wordBits;
      rows[to + word] = (sum & wordMask) | (bits ^ same);
    }
  }
  return readBack(rows, words, before.length, after.length);
}

/** For each letter the bits of the places where it stands. */
function toMasks(letters: Int32Array, words: number): { starts: ReadonlyMap<number, number>; masks: Int32Array } {
  const starts = new Map<number, number>();
  for (const letter of letters) if (!starts.has(letter)) starts.set(letter, starts.size * words);
  const masks = new Int32Array(starts.size * words);
  for (let at = 0; at < letters.length; at++) {
    const word = starts.get(letters[at]!)! + Math.floor(at / wordBits);
    masks[word] = masks[word]! | (1 << (at % wordBits));
  }
  return { starts, masks };
}

/** Walks from the ends of both to their starts, and gives the stretches that were kept, in order. */
function readBack(rows: Int32Array, words: number, oldLength: number, newLength: number): KeptText[] {
  const kept: { old: number; new: number; length: number }[] = [];
  const grows = (row: number, at: number) =>
    (rows[row * words + Math.floor(at / wordBits)]! & (1 << (at % wordBits))) === 0;
  let old = oldLength;
  let fresh = newLength;
  while (old > 0 && fresh > 0) {
    if (!grows(fresh, old - 1)) old--;
    else if (grows(fresh - 1, old - 1)) fresh--;
    else {
      old--;
      fresh--;
      const last = kept.at(-1);
      if (last && last.old === old + 1 && last.new === fresh + 1) {
        last.old--;
        last.new--;
        last.length++;
      } else kept.push({ old, new: fresh, length: 1 });
    }
  }
  return kept.reverse();
}
