import { gapCost, keptPoints } from './alignBox';
import { hashGram, type Passage } from './passage';

/** Code units that stand unchanged: offset in the passage, offset in the text, and how many. */
export interface Run {
  pattern: number;
  text: number;
  length: number;
}

const mostRuns = 240;
/** In a text that repeats itself, every piece could be one of thousands; of those so many are looked at in all. */
const mostPieces = 200_000;

/**
 * All longest stretches, at least a piece long, that the passage and the text share; with `quoteAt` only those that
 * agree with the quote standing there, and the quote itself, whose index is given. Runs come ordered by `text`.
 */
export function findRuns(
  passage: Passage,
  text: Uint16Array,
  quoteAt: number | undefined,
): { runs: Run[]; quote: number | undefined } {
  const { units: pattern, quoteStart, quoteEnd, gram, heads, next } = passage;
  const runs: Run[] = [];
  let quote: number | undefined;
  const quoteTextEnd = quoteAt === undefined ? 0 : quoteAt + quoteEnd - quoteStart;
  let forced =
    quoteAt === undefined ? undefined : { pattern: quoteStart, text: quoteAt, length: quoteEnd - quoteStart };
  let pieces = mostPieces;
  for (let at = 0; at + gram <= text.length && runs.length < mostRuns; at++) {
    if (forced && at + gram > forced.text) {
      quote = runs.push(forced) - 1;
      forced = undefined;
    }
    const inQuote = quoteAt !== undefined && at + gram > quoteAt && at < quoteTextEnd;
    if (inQuote) continue;
    for (
      let from = heads[hashGram(text, at, gram)]!;
      from >= 0 && runs.length < mostRuns && pieces > 0;
      from = next[from]!, pieces--
    ) {
      if (from > 0 && at > 0 && pattern[from - 1] === text[at - 1]) {
        // Part of a run that began earlier, unless that beginning lay in the quote.
        if (quoteAt === undefined || at !== quoteTextEnd) continue;
      }
      let limit = Math.min(pattern.length - from, text.length - at);
      if (quoteAt !== undefined) {
        if (at < quoteAt) {
          if (from >= quoteStart) continue;
          limit = Math.min(limit, quoteStart - from, quoteAt - at);
        } else if (from < quoteEnd) continue;
      }
      let length = 0;
      while (length < limit && pattern[from + length] === text[at + length]) length++;
      pieces -= length >> 4;
      if (length >= gram) runs.push({ pattern: from, text: at, length });
    }
  }
  if (forced) quote = runs.push(forced) - 1;
  return { runs, quote };
}

/**
 * The dearest sequence of runs that keeps the order in both texts, gaps priced as in the alignment, and that goes
 * through the run `through` if one is given. Runs must come ordered by `text`; where two overlap, the later is cut.
 */
export function chainRuns(runs: readonly Run[], through: number | undefined): Run[] {
  const points: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!;
    const bound = through !== undefined && at > through;
    const whole = keptPoints(run.length);
    let most = bound ? Number.NEGATIVE_INFINITY : whole;
    let from = -1;
    for (let before = bound ? through : 0; before < at; before++) {
      // A gap only costs.
      if (points[before]! + whole <= most) continue;
      const other = runs[before]!;
      const overlap = Math.max(0, other.pattern + other.length - run.pattern, other.text + other.length - run.text);
      if (overlap >= run.length || other.pattern >= run.pattern || other.text >= run.text) continue;
      const inPattern = run.pattern + overlap - other.pattern - other.length;
      const inText = run.text + overlap - other.text - other.length;
      const sum = points[before]! + keptPoints(run.length - overlap) - gapCost(inPattern, inText);
      if (sum > most) {
        most = sum;
        from = before;
      }
    }
    points.push(most);
    previous.push(from);
    if (best < 0 || at === through || most > points[best]!) best = at;
  }
  const chain: Run[] = [];
  for (let at = best; at >= 0; at = previous[at]!) chain.push({ ...runs[at]! });
  chain.reverse();
  for (let at = 1; at < chain.length; at++) {
    const other = chain[at - 1]!;
    const run = chain[at]!;
    const overlap = Math.max(0, other.pattern + other.length - run.pattern, other.text + other.length - run.text);
    run.pattern += overlap;
    run.text += overlap;
    run.length -= overlap;
  }
  return chain;
}
