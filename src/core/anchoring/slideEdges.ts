import { unitKind } from '../text/wordEdges';
import type { KeptText } from './compareLetters';

/** So far what was put in or taken out is slid at the most, in code units: about a sentence. */
const farthest = 256;

/**
 * What was put in between two kept stretches, or taken out between them, can often be seen in several ways: `the `
 * put before `the dock` may be `the ` or, two letters later, `e th`. Slides each such edit to where a reader would see
 * it: so that a kept stretch vanishes into the next one, else so that it begins and ends with whole sentences or
 * words (as Fraser's diff-match-patch makes its diffs readable).
 */
export function slideEdges(parts: readonly KeptText[], before: Int32Array, after: Int32Array): KeptText[] {
  const kept: KeptText[] = [];
  for (const part of parts) {
    let right = part;
    // What vanishes to the right may let what stood before it do so too.
    for (let left = kept.pop(); left; left = kept.pop()) {
      const slid = slide(left, right, before, after);
      right = slid.right;
      if (!slid.left) continue;
      kept.push(slid.left);
      break;
    }
    if (right.length > 0) kept.push(right);
  }
  return kept;
}

function slide(
  left: KeptText,
  right: KeptText,
  before: Int32Array,
  after: Int32Array,
): { readonly left: KeptText | undefined; readonly right: KeptText } {
  const oldGap = right.old - left.old - left.length;
  const newGap = right.new - left.new - left.length;
  if (oldGap > 0 && newGap > 0) return { left, right };
  const letters = oldGap > 0 ? before : after;
  const gap = Math.max(oldGap, newGap);
  const start = (oldGap > 0 ? left.old : left.new) + left.length;
  let toLeft = 0;
  const mostLeft = Math.min(left.length, farthest);
  while (toLeft < mostLeft && letters[start - 1 - toLeft] === letters[start + gap - 1 - toLeft]) toLeft++;
  if (toLeft === left.length) return { left: undefined, right: moved(right, -toLeft) };
  let toRight = 0;
  const mostRight = Math.min(right.length, farthest);
  while (toRight < mostRight && letters[start + toRight] === letters[start + gap + toRight]) toRight++;
  if (toLeft === 0 && toRight === 0) return { left, right };
  let best = 0;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (let by = -toLeft; by <= toRight; by++) {
    const rank =
      toRight === right.length && by === toRight
        ? Number.POSITIVE_INFINITY
        : edgeRank(letters, start + by) + edgeRank(letters, start + gap + by);
    // As it is where nothing speaks for another way.
    if (rank > bestRank || (rank === bestRank && Math.abs(by) < Math.abs(best))) {
      bestRank = rank;
      best = by;
    }
  }
  return { left: { ...left, length: left.length + best }, right: moved(right, best) };
}

function moved(part: KeptText, by: number): KeptText {
  return { old: part.old + by, new: part.new + by, length: part.length - by };
}

/** How good an edge the place between two letters is: of a sentence, a word, a mark or a script, or none. */
function edgeRank(letters: Int32Array, at: number): number {
  if (at <= 0 || at >= letters.length) return 4;
  const left = unitKind(letters[at - 1]!);
  const right = unitKind(letters[at]!);
  if (left === 'stop') return 4;
  if (left === 'space' || right === 'space') return 3;
  if (left === 'mark' || right === 'mark') return 2;
  return left === right ? 0 : 1;
}
