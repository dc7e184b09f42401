import { splitsWord } from '../text/wordEdges';
import type { TextSearch } from './createTextSearch';
import type { Place } from './findPlaces';
import { endOfSentence, startOfSentence } from './findWholeSentence';
import type { Passage } from './passage';

/** An end of a passage is known again by so many grams on either side of it. */
const endGrams = 3;
/** So far from the rest of a passage its end is looked for, in code units: a few long paragraphs. */
const farthest = 4000;
/** A word that a place begins or ends within is no longer than this. */
const longestWord = 24;

/**
 * A reworded place with both ends of its passage: what was put between its words may be longer than all of them, and
 * then the alignment holds only one side of it. An end that stands once with what stood beside it, or is long enough
 * by itself, is the passage's end.
 */
export function toWholePlace(search: TextSearch, found: Place, passage: Passage): Place {
  const place = inOneParagraph(found, search.text, passage);
  const first = place.kept[0];
  const last = place.kept.at(-1);
  if (place.verbatim || !first || !last) return place;
  const { written, quoteStart, quoteEnd, gram } = passage;
  const reach = gram * endGrams;
  let { start, end } = place;
  if (last.pattern + last.length < quoteEnd) {
    const from = Math.max(quoteStart, last.pattern + last.length, quoteEnd - reach);
    const words = written.slice(from, Math.min(written.length, quoteEnd + reach));
    const at = findOnce(search, words, 2 * gram) ?? findBehind(search.text, end, words, quoteEnd - from);
    const found = at === undefined ? -1 : at + quoteEnd - from;
    if (found > end && goesOn(search.text, end, found, passage)) end = found;
  }
  if (first.pattern > quoteStart) {
    const from = Math.max(0, quoteStart - reach);
    const words = written.slice(from, Math.min(quoteEnd, first.pattern, quoteStart + reach));
    const at = findOnce(search, words, 2 * gram) ?? findBefore(search.text, start, words, quoteStart - from);
    const found = at === undefined ? -1 : at + quoteStart - from;
    if (found >= 0 && found < start && goesOn(search.text, found, start, passage)) start = found;
  }
  return toWholeWords({ ...place, start, end }, search.text, passage);
}

/**
 * A name at the end of one paragraph and what was said of it, said of another one in the next, are no passage that stood
 * in one: the place is what more of it stands in. A passage that only was parted there stays whole.
 */
function inOneParagraph(place: Place, text: string, { written, quoteStart, quoteEnd }: Passage): Place {
  const { kept } = place;
  if (place.verbatim || kept.length < 2 || !BREAK.test(text.slice(place.start, place.end))) return place;
  if (BREAK.test(written.slice(quoteStart, quoteEnd))) return place;
  const at = kept.findIndex((run, index) => {
    const previous = kept[index - 1];
    const put = previous ? text.slice(previous.text + previous.length, run.text) : '';
    return BREAK.test(put) && /[\p{L}\p{N}]/u.test(put);
  });
  if (at < 0) return place;
  const [before, after] = [kept.slice(0, at), kept.slice(at)];
  const sum = (runs: typeof kept) => runs.reduce((all, { length }) => all + length, 0);
  const isBefore = sum(before) > sum(after);
  const own = isBefore ? before : after;
  const last = own.at(-1)!;
  return {
    ...place,
    start: isBefore ? place.start : own[0]!.text + /^\s*/.exec(text.slice(own[0]!.text, place.end))![0].length,
    end: isBefore ? last.text + last.length : place.end,
    kept: own,
    quoteKept: sum(own),
  };
}

const BREAK = /\n\s*\n/;

/** What was put into a passage is no paragraph unless the passage reaches over paragraphs itself. */
function goesOn(text: string, start: number, end: number, { written, quoteStart, quoteEnd }: Passage): boolean {
  return (
    end - start <= farthest &&
    (!/\n\s*\n/.test(text.slice(start, end)) || /\n\s*\n/.test(written.slice(quoteStart, quoteEnd)))
  );
}

/** A place that begins and ends with whole words, unless the passage itself began or ended within one. */
export function toWholeWords(place: Place, text: string, { written, quoteStart, quoteEnd }: Passage): Place {
  if (place.verbatim) return place;
  let { start, end } = place;
  if (start < end && !splitsWord(written, quoteStart))
    while (splitsWord(text, start) && place.start - start < longestWord) start--;
  if (start < end && !splitsWord(written, quoteEnd))
    while (splitsWord(text, end) && end - place.end < longestWord) end++;
  return { ...place, start, end };
}

/** In the sentence of the rest an end is the passage's, however often the same words stand in others. */
function findBehind(text: string, offset: number, words: string, edge: number): number | undefined {
  const own = words.slice(0, edge);
  const stands = text.slice(offset, endOfSentence(text, offset)).indexOf(own);
  if (own === '' || stands < 0) return undefined;
  return text.startsWith(words, offset + stands) ? offset + stands : undefined;
}

/** The same of a beginning, whose words in the passage begin at `edge`. */
function findBefore(text: string, offset: number, words: string, edge: number): number | undefined {
  const own = words.slice(edge);
  const from = startOfSentence(text, offset);
  const stands = text.slice(from, offset).lastIndexOf(own);
  if (own === '' || stands < 0) return undefined;
  const at = from + stands - edge;
  return at >= 0 && text.startsWith(words, at) ? at : undefined;
}

function findOnce({ find }: TextSearch, words: string, shortest: number): number | undefined {
  if (words.length < shortest) return undefined;
  const [at, twin] = find(words, 2);
  return twin === undefined ? at : undefined;
}
