import type { Range } from '../text/range';
import { alignBox, gapCost, keptPoints } from './alignBox';
import { chainRuns, findRuns, type Run } from './chainRuns';
import { foldUnits } from './foldUnit';
import type { Passage } from './passage';

/** How a passage with its surroundings lies on a stretch of text. Offsets are UTF-16 code units of the text. */
export interface Alignment extends Range {
  /** Points of the alignment; `keptPoints` of the passage's length when nothing was changed. */
  readonly score: number;
  /** How many code units of the prefix, of the quote and of the suffix stand there unchanged; 0 of the quote where
   * it is gone: the range is then what stands between its surroundings, maybe nothing. */
  readonly beforeKept: number;
  readonly quoteKept: number;
  readonly afterKept: number;
  /** What share of the few code units beside the quote on either side (`besideLength` of the passage) stands beside it still. */
  readonly beside: number;
  /** The stretches of the quote that stand there unchanged: offsets in the passage and in the text. */
  readonly kept: readonly Run[];
}

/**
 * A passage found at more than this times its old length has had something else put into it; more is allowed where
 * both its edges still stand joined to what stood beside them, or with this share of it on either side of what was put in.
 */
const surePart = 0.3;
const usualGrowth = 1.5;
const joinedGrowth = 2;
/** A quote up to `shortQuote` long may be a figure: 143億 written out as 14,300,000,000 needs so many more. */
const spelledOut = 12;
const shortQuote = 12;
const numeral = /[\d０-９〇一二三四五六七八九十百千万億亿兆]/u;
const slack = 48;

/** Boxes larger than this (pattern times text) hold no run, so little of the passage: they are not filled in. */
const largestBox = 4_000;
/** So far beyond the outermost runs the alignment goes on unit by unit; a run further out would have been chained. */
const reach = 24;
const reachSlack = 8;

/**
 * Aligns a passage with the text around the place where it would begin, `at`: first the runs that stand there
 * unchanged are chained, then what is between them is aligned unit by unit. With `verbatim`, the quote itself is held
 * to stand at `at` + prefix. Undefined where no run of the passage stands there, or
 * neither the quote nor both its surroundings.
 */
export function alignPassage(passage: Passage, text: string, at: number, verbatim: boolean): Alignment | undefined {
  const { units: pattern, quoteStart, quoteEnd } = passage;
  const room = verbatim ? slack : slack + ((quoteEnd - quoteStart) >> 1);
  const base = Math.max(0, at - room);
  const units = foldUnits(text, base, at + pattern.length + room);
  const quoteAt = at + quoteStart - base;
  const { runs, quote } = findRuns(passage, units, verbatim ? quoteAt : undefined);
  const chain = chainRuns(runs, quote);
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last) return undefined;

  // From the last kept unit to the first, so that runs grow to the left.
  const kept: Run[] = [];
  const keep = (pattern: number, text: number) => {
    const run = kept.at(-1);
    if (run && run.pattern === pattern + 1 && run.text === text + 1) {
      run.pattern--;
      run.text--;
      run.length++;
    } else kept.push({ pattern, text, length: 1 });
  };
  const patternEnd = last.pattern + last.length;
  const textEnd = last.text + last.length;
  const patternTo = Math.min(pattern.length, patternEnd + reach);
  const textTo = Math.min(units.length, textEnd + (patternTo - patternEnd) + reachSlack);
  let score = alignBox(pattern, patternEnd, patternTo, units, textEnd, textTo, 'right', keep);
  for (let index = chain.length - 1; index >= 0; index--) {
    const run = chain[index]!;
    score += keptPoints(run.length);
    kept.push({ ...run });
    const previous = chain[index - 1];
    if (!previous) break;
    const p0 = previous.pattern + previous.length;
    const t0 = previous.text + previous.length;
    score +=
      (run.pattern - p0) * (run.text - t0) > largestBox
        ? -gapCost(run.pattern - p0, run.text - t0)
        : alignBox(pattern, p0, run.pattern, units, t0, run.text, 'between', keep);
  }
  const patternFrom = Math.max(0, first.pattern - reach);
  const textFrom = Math.max(0, first.text - (first.pattern - patternFrom) - reachSlack);
  score += alignBox(pattern, patternFrom, first.pattern, units, textFrom, first.text, 'left', keep);
  kept.reverse();
  return readQuote(kept, passage, base, score);
}

/** Reads off the alignment where the quote lies. */
function readQuote(
  kept: readonly Run[],
  { written, quoteStart, quoteEnd, besideLength, units: { length } }: Passage,
  base: number,
  score: number,
): Alignment | undefined {
  let beforeKept = 0;
  let afterKept = 0;
  let endOfBefore = -1;
  let startOfAfter = -1;
  let nearBefore = -1;
  let nearAfter = -1;
  const quote: Run[] = [];
  for (const run of kept) {
    const end = run.pattern + run.length;
    if (run.pattern < quoteStart) {
      const length = Math.min(end, quoteStart) - run.pattern;
      beforeKept += length;
      if (end >= quoteStart) endOfBefore = run.text + length;
      if (end >= quoteStart - besideLength) nearBefore = run.text + length;
    }
    if (end > quoteEnd) {
      const skipped = Math.max(0, quoteEnd - run.pattern);
      afterKept += run.length - skipped;
      if (run.pattern <= quoteEnd) startOfAfter = run.text + skipped;
      if (nearAfter < 0 && run.pattern <= quoteEnd + besideLength) nearAfter = run.text + skipped;
    }
    const from = Math.max(run.pattern, quoteStart);
    const length = Math.min(end, quoteEnd) - from;
    if (length > 0) quote.push({ pattern: from, text: run.text + from - run.pattern, length });
  }
  const joined = spans(kept, quoteStart) && spans(kept, quoteEnd);
  const most =
    (quoteEnd - quoteStart) * (joined ? joinedGrowth : usualGrowth) +
    (joined && quoteEnd - quoteStart <= shortQuote && numeral.test(written.slice(quoteStart, quoteEnd))
      ? spelledOut
      : 0);
  let start: number;
  let end: number;
  const core = densest(quote, quoteEnd - quoteStart, most);
  if (core.length === 0) {
    // Nothing of the quote itself is left, but where it stood is known from both sides, even if the words at its edges
    // were changed with it.
    if (nearBefore < 0 || nearAfter < nearBefore || nearAfter - nearBefore > most + slack) return undefined;
    start = nearBefore;
    end = nearAfter;
  } else {
    start = core[0]!.text;
    end = core.at(-1)!.text + core.at(-1)!.length;
    // Where the surroundings stand unbroken up to the quote, its edge is known even if the edge itself was reworded.
    const room = (most - (end - start)) / 2;
    if (core[0]!.pattern > quoteStart && core[0] === quote[0] && endOfBefore >= 0 && start - endOfBefore <= room)
      start = endOfBefore;
    const last = core.at(-1)!;
    if (
      last.pattern + last.length < quoteEnd &&
      last === quote.at(-1) &&
      startOfAfter >= 0 &&
      startOfAfter - end <= room
    )
      end = startOfAfter;
  }
  const beside =
    keptBeside(kept, quoteStart, start, -1, besideLength) + keptBeside(kept, quoteEnd, end, 1, besideLength);
  const around = Math.min(besideLength, quoteStart) + Math.min(besideLength, length - quoteEnd);
  return {
    beside: around === 0 ? 1 : beside / around,
    start: base + start,
    end: base + end,
    score,
    beforeKept,
    quoteKept: total(core),
    afterKept,
    kept: core.map((run) => ({ ...run, text: base + run.text })),
  };
}

/** How many of the code units next to an edge of the quote stand next to that edge in the text. */
function keptBeside(kept: readonly Run[], edge: number, textEdge: number, side: -1 | 1, besideLength: number): number {
  let sum = 0;
  for (const run of kept) {
    const pattern = edge - run.pattern;
    const text = textEdge - run.text;
    const from = side < 0 ? Math.max(pattern - besideLength, text - 2 * besideLength) : Math.max(pattern, text);
    const to = side < 0 ? Math.min(pattern, text) : Math.min(pattern + besideLength, text + 2 * besideLength);
    sum += Math.max(0, Math.min(to, run.length) - Math.max(from, 0));
  }
  return sum;
}

/** True where one kept run holds the code units on both sides of an offset in the pattern. */
function spans(kept: readonly Run[], offset: number): boolean {
  return kept.some((run) => run.pattern < offset && run.pattern + run.length > offset);
}

/**
 * Drops what lies beyond the widest gap, on its smaller side, until the passage, once so long, has not grown beyond
 * `most`.
 */
function densest(runs: readonly Run[], length: number, most: number): readonly Run[] {
  let kept = runs;
  while (kept.length > 1 && span(kept) > most) {
    let cut = 1;
    for (let at = 2; at < kept.length; at++) if (gapBefore(kept, at) > gapBefore(kept, cut)) cut = at;
    const left = kept.slice(0, cut);
    const right = kept.slice(cut);
    const sure = Math.min(total(left), total(right)) >= length * surePart;
    if (sure && span(kept) <= length * joinedGrowth) break;
    kept = total(left) >= total(right) ? left : right;
  }
  return kept;
}

function span(runs: readonly Run[]): number {
  return runs.at(-1)!.text + runs.at(-1)!.length - runs[0]!.text;
}

function gapBefore(runs: readonly Run[], at: number): number {
  return runs[at]!.text - runs[at - 1]!.text - runs[at - 1]!.length;
}

function total(runs: readonly Run[]): number {
  let sum = 0;
  for (const run of runs) sum += run.length;
  return sum;
}
