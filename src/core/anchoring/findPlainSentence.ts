import type { Range } from '../text/range';
import type { TextSearch } from './createTextSearch';
import { isTelling, sentenceAround } from './findWholeSentence';
import type { Passage } from './passage';
import { readPlain } from './statements/readPlain';

/** So many places of a passage's words are looked at: words that stand oftener are in no sentence of their own. */
const mostPlaces = 8;

/**
 * As `findWholeSentence`, for a sentence, a line or a row that was marked up where it was put: bold in a sorted list, or
 * quoted. Without markup it must read the same, once in either text.
 */
export function findPlainSentence(search: TextSearch, oldSearch: TextSearch, old: Range): Range | undefined {
  const sentence = plainAround(oldSearch.text, old);
  const exact = oldSearch.text.slice(old.start, old.end);
  if (!isTelling(sentence) || placesOf(oldSearch, exact, sentence).length !== 1) return undefined;
  const [place, twin] = placesOf(search, exact, sentence);
  return twin ? undefined : place;
}

/** The same, by what was stored of a passage; undefined too where that ends within the sentence. */
export function findPlainOf(search: TextSearch, passage: Passage): Range | undefined {
  const { written, quoteStart, quoteEnd, beginsText, endsText } = passage;
  const { start, end } = sentenceAround(written, { start: quoteStart, end: quoteEnd });
  if ((start === 0 && !beginsText) || (end === written.length && !endsText)) return undefined;
  const sentence = plainAround(written, { start: quoteStart, end: quoteEnd });
  if (!isTelling(sentence)) return undefined;
  const [place, twin] = placesOf(search, written.slice(quoteStart, quoteEnd), sentence);
  return twin ? undefined : place;
}

function placesOf(search: TextSearch, exact: string, sentence: string): Range[] {
  const places = search.find(exact, mostPlaces + 1);
  if (places.length > mostPlaces) return [];
  return places
    .map((start) => ({ start, end: start + exact.length }))
    .filter((place) => plainAround(search.text, place) === sentence);
}

function plainAround(text: string, passage: Range): string {
  const { start, end } = sentenceAround(text, passage);
  return readPlain(text, start, end, false).text.trim();
}
