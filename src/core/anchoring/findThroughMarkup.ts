import { overlaps, type Range } from '../text/range';
import { isTelling, sentenceAround } from './findWholeSentence';
import type { Passage } from './passage';
import { mayReadThrough } from './statements/mayReadThrough';
import { readPlain } from './statements/readPlain';
import { plainOffset, rawRange } from './statements/statement';

/** So much beyond the length of a passage is read on either side of where it may be: a link or two with their addresses. */
const room = 400;
/** What may begin or end markup. */
const MARK = /[<>[\]*_`《》{}｜|~^※†‡＊\\=]/;

/**
 * Where a passage stands around markup that was put between its words: a link, ruby or a tag on a part of it, which may
 * be longer than the passage itself. Its sentence, as far as it was stored, must read there letter for letter as it
 * read, in one place within reach of `near`.
 */
export function findThroughMarkup(text: string, near: Range, passage: Passage): Range | undefined {
  const { written, quoteStart, quoteEnd, beginsText } = passage;
  const reach = written.length + room;
  const from = Math.max(0, near.start - reach);
  const to = Math.min(text.length, near.end + reach);
  if (!MARK.test(text.slice(from, to))) return undefined;
  const told = readPlain(written, 0, written.length, !beginsText);
  const quote = { start: plainOffset(told, quoteStart), end: plainOffset(told, quoteEnd) };
  // One that begins or ends within markup is about the markup.
  const read = rawRange(told, quote);
  if (read.start !== quoteStart || read.end !== quoteEnd) return undefined;
  const sentence = sentenceAround(told.text, quote);
  const words = told.text.slice(sentence.start, sentence.end).trimEnd();
  if (!isTelling(words) || !mayReadThrough(words, text.slice(from, to))) return undefined;
  const plain = readPlain(text, from, to, from > 0);
  const at = plain.text.indexOf(words);
  if (at < 0 || plain.text.indexOf(words, at + 1) >= 0) return undefined;
  const start = at + quote.start - sentence.start;
  return rawRange(plain, { start, end: start + quote.end - quote.start });
}

/** As `findThroughMarkup`, around the first of some places that has it. */
export function findThroughMarkupNear(text: string, places: readonly Range[], passage: Passage): Range | undefined {
  const looked: Range[] = [];
  for (const place of places.slice(0, mostLooked)) {
    if (looked.some((other) => overlaps(other, place))) continue;
    looked.push(place);
    const found = findThroughMarkup(text, place, passage);
    if (found) return found;
  }
  return undefined;
}

const mostLooked = 4;
