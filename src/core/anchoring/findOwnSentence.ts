import type { Range } from '../text/range';
import type { TextSearch } from './createTextSearch';
import { endOfSentence, isTelling, sentenceAround, startOfSentence } from './findWholeSentence';
import { foldText } from './foldUnit';
import type { Passage } from './passage';

/** Words that were not found in any likely place are followed wherever they stand only if they are so many, an
 * ideograph or kana counting twice. */
const surelyOwn = 60;
/** A whole sentence with a number is followed also with so many, no farther from where it stood than this. */
const likelyOwn = 14;
const nearOwn = 160;

/**
 * Where the words of a passage's own sentence, as far as they were stored, stand letter for letter, if that is in one
 * place: of two sentences that changed places and differ in a name, the one with the passage's own name. With `surely`
 * only words so long that no other passage has them.
 */
export function findOwnSentence(
  search: TextSearch,
  passage: Passage,
  surely: boolean,
  expected: number | undefined,
): Range | undefined {
  const { written, quoteStart, quoteEnd } = passage;
  const { start, end } = sentenceAround(written, { start: quoteStart, end: quoteEnd });
  const words = written.slice(start, end);
  if (!isTelling(words)) return undefined;
  const isLong = !surely || weigh(words) >= surelyOwn;
  const isWhole = start > 0 && end < written.length && /\d/.test(words) && weigh(words) >= likelyOwn;
  if (!isLong && (!isWhole || expected === undefined)) return undefined;
  const [at, twin] = search.find(words, 2);
  if (at === undefined || twin !== undefined) return undefined;
  if (!isLong && Math.abs(at + quoteStart - start - expected!) > nearOwn) return undefined;
  // Part of a longer sentence or row would be another one.
  const { text } = search;
  if (start > 0 && startOfSentence(text, at) !== at) return undefined;
  const sentenceEnd = at + end - start;
  if (end < written.length && endOfSentence(text, sentenceEnd) !== sentenceEnd) return undefined;
  return { start: at + quoteStart - start, end: at + quoteEnd - start };
}

/** Whether the words of a passage's own sentence stand in what was put into a text, or around it. */
export function mayHoldSentence(
  { written, quoteStart, quoteEnd }: Passage,
  text: string,
  put: readonly Range[],
): boolean {
  const { start, end } = sentenceAround(written, { start: quoteStart, end: quoteEnd });
  // A passage that is all that is known of its sentence may stand in another one.
  if (end - start === quoteEnd - quoteStart && start === 0 && end === written.length) return false;
  const words = written.slice(start, end);
  return put.some(
    (part) =>
      part.start < part.end &&
      text.slice(Math.max(0, part.start - words.length + 1), part.end + words.length - 1).includes(words),
  );
}

/** Whether the words of a passage's own sentence stand at a place, its numerals aside. */
export function hasOwnWords(text: string, place: Range, passage: Passage): boolean {
  const { written, quoteStart, quoteEnd } = passage;
  const { start, end } = sentenceAround(written, { start: quoteStart, end: quoteEnd });
  const words = (of: string) => foldText(of, 0, of.length).replace(numerals, '');
  const before = text.slice(Math.max(0, place.start - quoteStart + start - longestNumber), place.start);
  const after = text.slice(place.end, place.end + end - quoteEnd + longestNumber);
  return (
    words(before).endsWith(words(written.slice(start, quoteStart))) &&
    words(after).startsWith(words(written.slice(quoteEnd, end))) &&
    words(written.slice(quoteStart, quoteEnd)) === words(text.slice(place.start, place.end))
  );
}

const numerals = /[\d.,〇一二三四五六七八九十百千万億兆]/gu;
/** A place may leave out as much of a number that was changed. */
const longestNumber = 12;

function weigh(words: string): number {
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum += words.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return sum;
}
