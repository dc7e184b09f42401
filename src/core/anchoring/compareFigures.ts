import { sameNumbers } from '../figures/exactDecimal';
import type { Figure, Quantity } from '../figures/figure';
import { overlaps, type Range } from '../text/range';
import { foldUnit } from './foldUnit';

/** A passage within its text. */
export interface Excerpt {
  readonly text: string;
  readonly range: Range;
  readonly figures: readonly Figure[];
}

/** What became of the quantities of a passage: `undefined` when they are the same. */
export interface QuantityChange {
  readonly was: readonly Quantity[];
  readonly is: readonly Quantity[];
}

/**
 * Compares the quantities of a passage before and after an edit, in order: 143億ドル and 14,300,000,000ドル are the
 * same, 143 and 145 are not, nor are 143億ドル and 約143億ドル. Where the letters of the passage have not changed, only
 * what reaches over its edges counts, since the same letters read differently only because of what stands around.
 */
export function compareFigures(before: Excerpt, after: Excerpt): QuantityChange | undefined {
  const was = figuresOf(before);
  const is = figuresOf(after);
  const change = { was: was.map((figure) => figure.quantity), is: is.map((figure) => figure.quantity) };
  if (letters(before, before.range) === letters(after, after.range))
    return changesFromOutside(before, was, after, is) ? change : undefined;
  const same = was.length === is.length && was.every((figure, at) => sameFigure(figure, before, is[at]!, after));
  return same && keepsNumbers(before, was, after, is) ? undefined : change;
}

/** With the letters of the passage unchanged: has what stands around them changed what they mean? */
function changesFromOutside(before: Excerpt, was: readonly Figure[], after: Excerpt, is: readonly Figure[]): boolean {
  const twinIn = (figure: Figure, at: Excerpt, others: readonly Figure[], otherAt: Excerpt) =>
    others.find((other) => overlaps(relative(other, otherAt), relative(figure, at)));
  // A name or code that reaches over an edge is no quantity of the passage; one that was whole in it must stay so.
  const counts = (figure: Figure, at: Excerpt) => figure.checkable && reachesOver(figure, at.range);
  return (
    was.some((figure) => {
      const twin = twinIn(figure, before, is, after);
      if (!twin) return counts(figure, before);
      return (figure.checkable || !reachesOver(figure, before.range)) && !sameFigure(figure, before, twin, after);
    }) || is.some((figure) => counts(figure, after) && !twinIn(figure, after, was, before))
  );
}

/** The figures a passage speaks of. Uncheckable words such as 一つ or "one of" come and go with the style. */
export function figuresOf(excerpt: Excerpt): readonly Figure[] {
  return excerpt.figures.filter(
    (figure) =>
      overlaps(figure, excerpt.range) &&
      (figure.checkable || /[0-9０-９]/u.test(excerpt.text.slice(figure.start, figure.end))),
  );
}

/** Equal value, range, unit and exactness; what has no value (a date, a model) is compared by its letters. */
function sameFigure(a: Figure, aIn: Excerpt, b: Figure, bIn: Excerpt): boolean {
  const alike = letters(aIn, a) === letters(bIn, b);
  if (a.quantity.approx !== b.quantity.approx) return false;
  if (a.quantity.value === undefined && a.quantity.max === undefined && b.quantity.value === undefined)
    return alike && !inOtherHalves(halfOfDay(a, aIn), halfOfDay(b, bIn));
  return alike || sameQuantity(a.quantity, b.quantity);
}

/** 午後3時 is another time than 午前3時; 3時, which says neither, may be either. */
function inOtherHalves(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function halfOfDay({ start }: Figure, { text }: Excerpt): string | undefined {
  const half = /(?:午前|午後|上午|下午)\s?$/u.exec(text.slice(Math.max(0, start - 3), start));
  return half?.[0].trimEnd();
}

function sameQuantity(a: Quantity, b: Quantity): boolean {
  return sameNumbers(a, b) && a.unit === b.unit && a.approx === b.approx;
}

/**
 * Numbers that were not read as figures (a model, a code, a counter nobody knows) must still be there. New digits do no
 * harm, a new number in kanji does. One numeral in kanji may be part of a word (一方, 十分): it counts where another has
 * come in its stead.
 */
function keepsNumbers(before: Excerpt, was: readonly Figure[], after: Excerpt, is: readonly Figure[]): boolean {
  // Most words hold none at all.
  if (!anyNumber.test(letters(before, before.range)) && !anyNumber.test(letters(after, after.range))) return true;
  const left = numbersOutside(after, is, number);
  for (const run of numbersOutside(before, was, number)) {
    const at = left.indexOf(run);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  if (left.some((run) => !/\d/u.test(run))) return false;
  const wasSingle = numbersOutside(before, was, numeral);
  const isSingle = numbersOutside(after, is, numeral);
  return wasSingle.length !== isSingle.length || wasSingle.every((single, at) => single === isSingle[at]);
}

const anyNumber = /[\d〇一二三四五六七八九十百千万億兆]/u;
const number = /\d+|[〇一二三四五六七八九十百千万億兆]{2,}/gu;
const numeral = /[〇一二三四五六七八九十]/gu;

function numbersOutside(excerpt: Excerpt, figures: readonly Figure[], number: RegExp): string[] {
  const { range } = excerpt;
  return [...letters(excerpt, range).matchAll(number)]
    .filter(
      (match) =>
        !figures.some((figure) =>
          overlaps(figure, { start: range.start + match.index, end: range.start + match.index + match[0].length }),
        ),
    )
    .map((match) => match[0]);
}

function reachesOver(figure: Range, range: Range): boolean {
  return figure.start < range.start || figure.end > range.end;
}

function relative(figure: Range, excerpt: Excerpt): Range {
  return { start: figure.start - excerpt.range.start, end: figure.end - excerpt.range.start };
}

function letters(excerpt: Excerpt, range: Range): string {
  let folded = '';
  for (let at = range.start; at < range.end; at++) folded += String.fromCharCode(foldUnit(excerpt.text.charCodeAt(at)));
  return folded;
}
