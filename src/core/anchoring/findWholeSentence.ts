import type { Range } from '../text/range';
import type { TextSearch } from './createTextSearch';

/** A sentence or row says what it is about with so many letters that are no numeral, an ideograph or kana counting
 * twice: 東港 or "Kobe". */
const tellingLetters = 4;
/** So far on either side the ends of a sentence are looked for, in UTF-16 code units. */
const longestReach = 400;

/**
 * Where the sentence or the line around a passage of the old text stands now, if it stood once and stands once: rows
 * that were sorted and sentences that changed places are hard to tell from rows whose figures were exchanged when only
 * what was kept in order is known. Gives the place of the passage in it.
 */
export function findWholeSentence(search: TextSearch, oldSearch: TextSearch, old: Range): Range | undefined {
  const oldText = oldSearch.text;
  const { start, end } = sentenceAround(oldText, old);
  const sentence = oldText.slice(start, end);
  if (!isTelling(sentence)) return undefined;
  const [at, twin] = search.find(sentence, 2);
  if (at === undefined || twin !== undefined || oldSearch.find(sentence, 2).length > 1) return undefined;
  // Part of a longer sentence or row would be another one.
  if (
    startOfSentence(search.text, at) !== at ||
    endOfSentence(search.text, at + sentence.length) !== at + sentence.length
  )
    return undefined;
  return { start: at + old.start - start, end: at + old.end - start };
}

/** The sentence or the line that a passage stands in, or all of those it reaches into. */
export function sentenceAround(text: string, passage: Range): Range {
  return { start: startOfSentence(text, passage.start), end: endOfSentence(text, passage.end) };
}

export function startOfSentence(text: string, offset: number): number {
  const least = Math.max(0, offset - longestReach);
  let at = offset;
  while (at > least && !endsSentence(text, at - 1)) at--;
  while (at < offset && text.charCodeAt(at) === 0x20) at++;
  return at;
}

export function endOfSentence(text: string, offset: number): number {
  const most = Math.min(text.length, offset + longestReach);
  let at = offset;
  if (at > 0 && endsSentence(text, at - 1)) return at;
  while (at < most && text[at] !== '\n' && text[at] !== '\r') if (endsSentence(text, at++)) return at;
  return at;
}

/** Whether the character at an offset is the last one of a sentence or a line. */
function endsSentence(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x0a:
    case 0x0d:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
      return true;
    case 0x21:
    case 0x2e:
    case 0x3f:
      return /^\s/u.test(text.slice(at + 1, at + 2));
    default:
      return false;
  }
}

/** Whether words say more than a quantity does: 143億円 alone may stand for anything. */
export function isTelling(words: string): boolean {
  let sum = 0;
  for (const letter of words) {
    if (!/[^\P{L}〇一二三四五六七八九十百千万億兆円年月日元]/u.test(letter)) continue;
    sum += letter >= '\u2e80' ? 2 : 1;
    if (sum >= tellingLetters) return true;
  }
  return false;
}
