const matchPoints = 2;
const mismatchPoints = -3;
const gapOpenPoints = -4;
const gapPoints = -1;
const never = -1e6;

/** What a stretch of kept code units is worth. */
export function keptPoints(length: number): number {
  return length * matchPoints;
}

/** The least that `inPattern` and `inText` code units without any match between them cost. */
export function gapCost(inPattern: number, inText: number): number {
  if (inPattern === 0 && inText === 0) return 0;
  if (inPattern === 0 || inText === 0) return -gapOpenPoints - gapPoints * (inPattern + inText);
  const gap = Math.abs(inPattern - inText);
  const replaced = -mismatchPoints * Math.min(inPattern, inText) + (gap === 0 ? 0 : -gapOpenPoints - gapPoints * gap);
  return Math.min(replaced, -2 * gapOpenPoints - gapPoints * (inPattern + inText));
}

/**
 * Which ends of a box are fixed: both (`between` two kept runs), only the end (`left` of the first run) or only
 * the start (`right` of the last one).
 */
export type BoxEnds = 'between' | 'left' | 'right';

/** Code units of the pattern and of the text that stand for each other, from the last pair to the first. */
export type OnKept = (patternAt: number, textAt: number) => void;

let moves = new Uint8Array(1 << 12);
let rows = new Int32Array(1 << 10);

/**
 * Aligns `pattern[p0, p1)` with `text[t0, t1)`, affine gaps (Gotoh 1982), reports every kept unit and returns the
 * points. Time and memory grow with the product of the two lengths: the caller bounds it.
 */
export function alignBox(
  pattern: Uint16Array,
  p0: number,
  p1: number,
  text: Uint16Array,
  t0: number,
  t1: number,
  ends: BoxEnds,
  onKept: OnKept,
): number {
  const m = p1 - p0;
  const n = t1 - t0;
  if (m === 0 || n === 0) return ends === 'between' ? -gapCost(m, n) : 0;
  const width = n + 1;
  if (moves.length < (m + 1) * width) moves = new Uint8Array((m + 1) * width * 2);
  if (rows.length < 2 * width) rows = new Int32Array(4 * width);
  const local = ends === 'left';
  // `rows` holds the row above, overwritten from the left, and the best ending in a gap of the text.
  const gaps = width;
  for (let j = 0; j <= n; j++) {
    rows[j] = local || j === 0 ? 0 : gapOpenPoints + gapPoints * j;
    rows[gaps + j] = never;
    moves[j] = local || j === 0 ? 0 : j === 1 ? 3 : 3 | 8;
  }
  let best = 0;
  let bestI = 0;
  let bestJ = 0;
  const values = rows;
  const steps = moves;
  for (let i = 1; i <= m; i++) {
    const unit = pattern[p0 + i - 1];
    const row = i * width;
    let diagonal = values[0]!;
    let leftValue = local ? 0 : gapOpenPoints + gapPoints * i;
    values[0] = leftValue;
    steps[row] = local ? 0 : i === 1 ? 2 : 2 | 4;
    let gapLeft = never;
    let most = leftValue;
    for (let j = 1; j <= n; j++) {
      const above = values[j]!;
      let move = 0;
      let up = above + gapOpenPoints;
      const gapAbove = values[gaps + j]!;
      if (gapAbove > up) {
        up = gapAbove;
        move = 4;
      }
      up += gapPoints;
      values[gaps + j] = up;
      let left = leftValue + gapOpenPoints;
      if (gapLeft > left) {
        left = gapLeft;
        move |= 8;
      }
      left += gapPoints;
      gapLeft = left;
      let value = diagonal + (unit === text[t0 + j - 1] ? matchPoints : mismatchPoints);
      let kind = 1;
      if (up > value) {
        value = up;
        kind = 2;
      }
      if (left > value) {
        value = left;
        kind = 3;
      }
      if (local && value <= 0) {
        value = 0;
        kind = 0;
      }
      diagonal = above;
      values[j] = value;
      leftValue = value;
      steps[row + j] = move | kind;
      if (value > most) most = value;
      if (value > best) {
        best = value;
        bestI = i;
        bestJ = j;
      }
    }
    // Not even if all the rest were kept would a row below be better.
    if (ends === 'right' && most + matchPoints * (m - i) <= best) break;
  }
  let i = ends === 'right' ? bestI : m;
  let j = ends === 'right' ? bestJ : n;
  const score = ends === 'right' ? best : rows[n]!;
  let state = 0;
  while (i > 0 || j > 0) {
    const move = moves[i * width + j]!;
    if (state === 0) {
      const kind = move & 3;
      if (kind === 0) break;
      if (kind === 1) {
        i--;
        j--;
        if (pattern[p0 + i] === text[t0 + j]) onKept(p0 + i, t0 + j);
        continue;
      }
      state = kind;
    }
    if (state === 2) {
      if ((move & 4) === 0) state = 0;
      i--;
    } else {
      if ((move & 8) === 0) state = 0;
      j--;
    }
  }
  return score;
}
