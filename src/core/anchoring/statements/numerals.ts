import type { Figure } from '../../figures/figure';
import { overlaps, type Range } from '../../text/range';
import { isInAddress } from './addresses';
import type { Statement } from './statement';

/**
 * Numbers that were not read as figures (a model, a code, a counter nobody knows) must still be there. New digits do no
 * harm, a new number in kanji or in words does. One numeral in kanji may be part of a word (一方, 十分): it counts where
 * another has come in its stead. A word that is a number counts where it is gone.
 */
export function keepsNumbers(
  before: Statement,
  was: readonly Figure[],
  after: Statement,
  is: readonly Figure[],
): boolean {
  const left = numbersOutside(after, is, number);
  for (const run of numbersOutside(before, was, number)) {
    const at = left.indexOf(run);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  if (left.some((run) => !/\d/u.test(run))) return false;
  const wasSingle = numbersOutside(before, was, numeral);
  const isSingle = numbersOutside(after, is, numeral);
  const inWords = (singles: readonly string[]) =>
    singles.filter((single) => /^[a-z]{2}/i.test(single) || /^[VX]$/.test(single)).length;
  if (inWords(wasSingle) > inWords(isSingle)) return false;
  return wasSingle.length !== isSingle.length || wasSingle.every((single, at) => single === isSingle[at]);
}

/** Numbers in digits, in kanji, in words, in Roman numerals and in signs of their own. */
const number =
  /\d{1,3}(?:,\d{3})+(?!\d)|\d+|[〇零一二三四五六七八九十百千万億亿兆壱弐参肆伍陸漆捌玖拾壹贰貳叁參陆柒佰仟]{2,}|[\p{Nl}\p{No}]+|\b(?:[IVX]{2,}|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|lakhs?|crores?)\b|ミリオン|ビリオン/gu;
const numeral =
  /[〇一二三四五六七八九十百千万億亿兆壱弐]|\b[IVX]\b(?=[ .,)]|$|[^\x00-\x7f])|\b(?:single|double|twofold|triple|quadruple|scores?|gross|half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/giu;

function numbersOutside(statement: Statement, figures: readonly Figure[], number: RegExp): string[] {
  // 09:30 and 9:30, 28,213,540 and 28213540 are the same, 1.05 and 1.5 are not.
  return spansOutside(statement, figures, number).map(({ start, end }) => {
    const run = statement.text.slice(start, end).replaceAll(',', '');
    return /^0\d$/.test(run) && !/[.,]/.test(statement.text[start - 1] ?? '') ? run.slice(1) : run;
  });
}

function spansOutside({ text, range }: Statement, figures: readonly Figure[], number: RegExp): Range[] {
  return [...text.slice(range.start, range.end).matchAll(number)]
    .map((match) => ({ start: range.start + match.index, end: range.start + match.index + match[0].length }))
    .filter((span) => !figures.some((figure) => overlaps(figure, span)));
}

/** How much of a Roman numeral at the end of a passage stands behind it: Phase V is no Phase VI. */
export function romanBehind({ text, range }: Statement): string {
  const isCut = /[IVX]/.test(text[range.end - 1] ?? '');
  return isCut ? /^[IVX]*/.exec(text.slice(range.end, range.end + 8))![0] : '';
}

/** A number of a passage, read as a figure or not. */
export interface Numeral extends Range {
  readonly figure: Figure | undefined;
}

/** All numbers of a passage in order, those that were read and those that were not. */
export function spansOf(statement: Statement, figures: readonly Figure[]): Numeral[] {
  return [
    ...figures.map((figure) => ({ start: figure.start, end: endOfNumeral(statement, figure), figure })),
    ...spansOutside(statement, figures, number)
      .filter((span) => !isInAddress(statement.text, span))
      .map((span) => ({ ...span, figure: undefined })),
  ].sort((a, b) => a.start - b.start);
}

/** What nobody read may have been taken with what it is said of each of: kr123/kg. */
function endOfNumeral({ text }: Statement, { start, end, quantity }: Figure): number {
  const numeral =
    quantity.value === undefined && /^[A-Za-z.]{1,4}\s?\d[\d.,]*(?=\/\p{L})/u.exec(text.slice(start, end))?.[0];
  return numeral ? start + numeral.length : end;
}

/**
 * A numeral that is only part of a name (ES2015, `s2`), is one of a list that is told off, or numbers an item: nothing in
 * its sentence makes it another quantity. Money is written so too (KM14 million, kr35): only what stands behind small
 * letters, and a year behind capitals, with no scale behind them, is surely none.
 */
export function isName(statement: Statement, { start, end, figure }: Numeral): boolean {
  const { text } = statement;
  if (figure?.quantity.value !== undefined || figure?.quantity.max !== undefined || figure?.checkable) return false;
  // Bs.2669 billion is money, whatever was read of it.
  const digitsEnd = end - /\D*$/.exec(text.slice(start, end))![0].length;
  const isScaled = SCALE_BEHIND.test(text.slice(digitsEnd, end + 12));
  if (
    figure?.kind === 'other' &&
    !isScaled &&
    (/[A-Za-z]/.test(text.slice(start, end)) || isToldOff(statement, { start, end }))
  )
    return true;
  const before = text.slice(Math.max(0, start - 12), start);
  if (/(?:^|\n) {0,3}$/.test(before) && /^[.)]\s?/.test(text.slice(end))) return true;
  const word = /[A-Za-z_]*$/.exec(before)![0] + text.slice(start, end);
  return (
    (/^(?!FY|CY)[A-Z]{2,6}(?:19|20)\d\d$/.test(word) ||
      /^(?!(?:kr|rs|zl|lei|din|tk|sh|dh|rp|ft)\d)[A-Z]?[a-z_]+\d+$/.test(word)) &&
    !isScaled &&
    !/[\d.,]/.test(text[end] ?? '')
  );
}

const SCALE_BEHIND = /^\s?(?:[$€£¥%‰万萬億亿兆千百]|[mbkt]n?\b|thousand|hundred|mil|bil|tril|quad|lakh|crore)/iu;

/** One of four bare numbers or more in a row: 0, 2, 4, 6. */
function isToldOff({ text }: Statement, { start, end }: Range): boolean {
  const before = /(?:\b\d{1,4}, ?)*$/.exec(text.slice(Math.max(0, start - 40), start))![0];
  const after = /^(?:, ?\d{1,4}\b)*/.exec(text.slice(end, end + 40))![0];
  return (before + after).split(',').length > 3;
}
