import { foldUnits } from './foldUnit';

/** How a stored passage with its surroundings lies on a stretch of text. Offsets are UTF-16 code units of the text. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** Points of the alignment; a perfect one has `matchPoints` a code unit. */
  readonly score: number;
  /** How many code units of the quote, of the prefix and of the suffix stand there unchanged. */
  readonly quoteKept: number;
  readonly beforeKept: number;
  readonly afterKept: number;
}

const matchPoints = 2;
const mismatchPoints = -3;
const gapOpenPoints = -4;
const gapPoints = -1;
/** A passage found at more than this times its old length has had something else put into it. */
const longestGrowth = 1.6;

/**
 * Aligns prefix + quote + suffix with `text.slice(from, to)` (local alignment with affine gaps: Smith and
 * Waterman 1981, Gotoh 1982) and reads off where the quote lies. Undefined where nothing of the quote is left.
 */
export function alignPassage(
  pattern: Uint16Array,
  quoteStart: number,
  quoteEnd: number,
  text: string,
  from: number,
  to: number,
): Alignment | undefined {
  const units = foldUnits(text, from, to);
  const base = Math.max(0, from);
  const m = pattern.length;
  const n = units.length;
  if (m === 0 || n === 0) return undefined;
  const width = n + 1;
  const moves = new Uint8Array((m + 1) * width);
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  const gapAbove = new Int32Array(width).fill(-1e6);
  let best = 0;
  let bestI = 0;
  let bestJ = 0;
  for (let i = 1; i <= m; i++) {
    const unit = pattern[i - 1];
    let gapLeft = -1e6;
    row[0] = 0;
    for (let j = 1; j <= n; j++) {
      let move = 0;
      const openUp = above[j]! + gapOpenPoints;
      const extendUp = gapAbove[j]!;
      let up = openUp;
      if (extendUp > openUp) {
        up = extendUp;
        move |= 4;
      }
      up += gapPoints;
      gapAbove[j] = up;
      const openLeft = row[j - 1]! + gapOpenPoints;
      let left = openLeft;
      if (gapLeft > openLeft) {
        left = gapLeft;
        move |= 8;
      }
      left += gapPoints;
      gapLeft = left;
      let value = above[j - 1]! + (unit === units[j - 1] ? matchPoints : mismatchPoints);
      let kind = 1;
      if (up > value) {
        value = up;
        kind = 2;
      }
      if (left > value) {
        value = left;
        kind = 3;
      }
      if (value <= 0) {
        value = 0;
        kind = 0;
      }
      row[j] = value;
      moves[i * width + j] = move | kind;
      if (value > best) {
        best = value;
        bestI = i;
        bestJ = j;
      }
    }
    const swap = above;
    above = row;
    row = swap;
  }
  if (best === 0) return undefined;
  let beforeKept = 0;
  let afterKept = 0;
  let endOfBefore = -1;
  let startOfAfter = -1;
  // Runs of kept quote, from the last to the first.
  const runs: Run[] = [];
  let i = bestI;
  let j = bestJ;
  let state = 0;
  while (i > 0 && j > 0) {
    const move = moves[i * width + j]!;
    if (state === 0) {
      const kind = move & 3;
      if (kind === 0) break;
      if (kind === 1) {
        i--;
        j--;
        if (pattern[i] !== units[j]) continue;
        if (i < quoteStart) {
          beforeKept++;
          if (i === quoteStart - 1) endOfBefore = j + 1;
        } else if (i >= quoteEnd) {
          afterKept++;
          if (i === quoteEnd) startOfAfter = j;
        } else {
          const run = runs.at(-1);
          if (run && run.start === j + 1) run.start = j;
          else runs.push({ start: j, end: j + 1 });
        }
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
  if (runs.length === 0) return undefined;
  runs.reverse();
  const core = densest(runs, (quoteEnd - quoteStart) * longestGrowth);
  const quoteKept = core.reduce((sum, run) => sum + run.end - run.start, 0);
  let start = core[0]!.start;
  let end = core.at(-1)!.end;
  // Where the surroundings stand unbroken up to the passage, its edge is known even if the edge itself was reworded.
  const room = (quoteEnd - quoteStart) * longestGrowth - (end - start);
  if (core[0] === runs[0] && endOfBefore >= 0 && start - endOfBefore <= room / 2) start = endOfBefore;
  if (core.at(-1) === runs.at(-1) && startOfAfter >= 0 && startOfAfter - end <= room / 2) end = startOfAfter;
  return { start: base + start, end: base + end, score: best, quoteKept, beforeKept, afterKept };
}

interface Run {
  start: number;
  end: number;
}

/** Drops what lies beyond the widest gap, on its smaller side, until the passage has not grown beyond `most`. */
function densest(runs: readonly Run[], most: number): readonly Run[] {
  let kept = runs;
  while (kept.length > 1 && kept.at(-1)!.end - kept[0]!.start > most) {
    let cut = 1;
    for (let at = 2; at < kept.length; at++)
      if (kept[at]!.start - kept[at - 1]!.end > kept[cut]!.start - kept[cut - 1]!.end) cut = at;
    const left = kept.slice(0, cut);
    const right = kept.slice(cut);
    kept = length(left) >= length(right) ? left : right;
  }
  return kept;
}

function length(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.end - run.start, 0);
}
