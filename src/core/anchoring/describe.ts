import { splitsWord } from '../text/wordEdges';
import { endOfSentence, startOfSentence } from './findWholeSentence';
import { tableHeadsAt } from './statements/tableHeads';
import type { Target } from './target';

const usualContext = 32;
const longestContext = 256;
/** A sentence or a row says of whom its figures are and which way they went: so much of it on either side is kept. */
const longestSentence = 128;
/** So many code units beyond the point where two places part, so that a small edit there does not make them one. */
const margin = 16;
const maxTwins = 1000;

/**
 * Describes the passage `text.slice(start, end)` (UTF-16 code units) so that `anchor` finds it again: its words,
 * 32 code units on either side, the rest of its sentence (up to 128), and more (up to 256) where the same words with
 * the same surroundings stand elsewhere too. Offsets out of the text are cut to it, and widened where they would split a surrogate pair;
 * an empty or inverted range gives a target with an empty `exact`, which anchors nowhere.
 */
export function describe(text: string, start: number, end: number): Target {
  const from = wholeStart(text, clamp(start, text.length));
  const to = Math.max(from, wholeEnd(text, clamp(end, text.length)));
  const exact = text.slice(from, to);
  const { before, after } = exact === '' ? { before: usualContext, after: usualContext } : reach(text, from, exact);
  // A surrounding that would begin or end with half a pair is a unit shorter.
  let prefixStart = Math.max(0, from - before);
  // Part of a name would be taken for one that is not that name.
  while (splitsLatin(text, prefixStart) && from - prefixStart < longestContext) prefixStart--;
  if (splitsPair(text, prefixStart)) prefixStart++;
  let suffixEnd = Math.min(text.length, to + after);
  if (splitsPair(text, suffixEnd)) suffixEnd--;
  const heads = exact === '' ? undefined : tableHeadsAt(text, from);
  return {
    exact,
    prefix: text.slice(prefixStart, from),
    suffix: text.slice(to, suffixEnd),
    start: from,
    ...(heads && { heads }),
  };
}

/** How much must be kept on either side to tell this occurrence from its twins. */
function reach(text: string, from: number, exact: string): { before: number; after: number } {
  const to = from + exact.length;
  const sentence = { start: startOfSentence(text, from), end: endOfSentence(text, to) };
  let before = Math.max(usualContext, Math.min(longestSentence, from - sentence.start));
  let after = Math.max(usualContext, Math.min(longestSentence, sentence.end - to));
  let twins = 0;
  for (let at = text.indexOf(exact); at >= 0 && twins < maxTwins; at = text.indexOf(exact, at + 1)) {
    if (at === from) continue;
    twins++;
    let alike = 0;
    while (alike < longestContext && from > alike && at > alike && text[from - 1 - alike] === text[at - 1 - alike])
      alike++;
    let alikeAfter = 0;
    while (
      alikeAfter < longestContext &&
      to + alikeAfter < text.length &&
      text[to + alikeAfter] === text[at + exact.length + alikeAfter]
    )
      alikeAfter++;
    // Where a text begins or ends there is no letter that could be kept to tell the two apart.
    if (alike === from) alike = Number.POSITIVE_INFINITY;
    if (to + alikeAfter === text.length) alikeAfter = Number.POSITIVE_INFINITY;
    // One side that differs is enough; the nearer difference is the cheaper to keep.
    if (alike + margin <= before || alikeAfter + margin <= after) continue;
    if (alike <= alikeAfter) before = Math.min(longestContext, Math.max(before, alike + margin));
    else after = Math.min(longestContext, Math.max(after, alikeAfter + margin));
  }
  return { before, after };
}

function clamp(offset: number, length: number): number {
  return Number.isFinite(offset) ? Math.max(0, Math.min(length, Math.trunc(offset))) : offset > 0 ? length : 0;
}

function wholeStart(text: string, offset: number): number {
  return splitsPair(text, offset) ? offset - 1 : offset;
}

function wholeEnd(text: string, offset: number): number {
  return splitsPair(text, offset) ? offset + 1 : offset;
}

function splitsLatin(text: string, at: number): boolean {
  return splitsWord(text, at) && /[A-Za-z]/.test(text[at]!);
}

function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
