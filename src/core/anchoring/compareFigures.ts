import { sameNumbers } from '../figures/exactDecimal';
import type { Figure, Quantity } from '../figures/figure';
import { overlaps, type Range } from '../text/range';
import { isInAddress } from './statements/addresses';
import { besides, countedAfter, reachAfter, reachBefore, sameBesides } from './statements/besides';
import type { ChangeKind, MeaningChange, QuantityChange } from './statements/change';
import { compareHeads } from './statements/compareHeads';
import { compareMeaning } from './statements/compareMeaning';
import type { Statement } from './statements/statement';

export type { QuantityChange } from './statements/change';

/**
 * Compares the quantities of a passage before and after an edit, in order, and what is said of them: 143億ドル and
 * 14,300,000,000ドル are the same; 143 and 145 are not, nor are 143億ドル and 約143億ドル, $35 a day and $35 an hour.
 * What nobody read is compared letter for letter. `undefined` when they are the same.
 */
export function compareFigures(before: Statement, after: Statement): QuantityChange | undefined {
  const was = quantitiesOf(before);
  const is = quantitiesOf(after);
  const changes = [...changesOf(before, was, after, is)];
  if (changes.length === 0) return undefined;
  return {
    was: was.map((figure) => figure.quantity),
    is: is.map((figure) => figure.quantity),
    changes: changes.filter((change, at) => changes.findIndex(({ kind }) => kind === change.kind) === at),
  };
}

function* changesOf(
  before: Statement,
  was: readonly Figure[],
  after: Statement,
  is: readonly Figure[],
): Generator<MeaningChange> {
  const wording = { was: words(before), is: words(after) };
  const value = { kind: 'value', ...wording } as const;
  const alike = letters(before, before.range) === letters(after, after.range);
  // Whatever was read of the numbers, they are the same ones, grouped in another way.
  if (!alike && isRegrouped(before, after)) {
    if (quantitiesOf(after).length > 0) yield* compareStatements(before, after);
    return;
  }
  if (alike ? changesFromOutside(before, was, after, is) : !sameFigures(before, was, after, is)) {
    const exactness =
      was.length > 0 && was.length === is.length && was.every((figure, at) => sameBut(figure, before, is[at]!, after));
    yield exactness ? { kind: 'exactness', ...exactWords(before, was, after, is) } : value;
  }
  const numerals = [spansOf(before, was), spansOf(after, is)] as const;
  if (numerals[0].length === 0 && numerals[1].length === 0) return;
  yield* compareBesides(before, numerals[0], after, numerals[1], value);
  const names = (statement: Statement, spans: readonly Numeral[]) => spans.every((span) => isName(statement, span));
  if (names(before, numerals[0]) && names(after, numerals[1])) return;
  yield* compareStatements(before, after);
}

function* compareStatements(before: Statement, after: Statement): Generator<MeaningChange> {
  yield* compareHeads(before.heads, after.heads);
  yield* compareMeaning(before, after);
}

/** Whether nothing but commas between thousands came or went, in the passage and right beside it. */
function isRegrouped(before: Statement, after: Statement): boolean {
  if (!/\d(?:,?\d{3})/.test(letters(before, before.range))) return false;
  const core = (statement: Statement) => ungrouped(statement, beside, beside);
  const around = (statement: Statement) => ungrouped(statement, reachBefore, reachAfter);
  return around(after).includes(core(before)) && around(before).includes(core(after));
}

/** What stands so near to a number may be part of it. */
const beside = 8;

function ungrouped({ text, range }: Statement, left: number, right: number): string {
  return text.slice(Math.max(0, range.start - left), range.end + right).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

function words({ text, range, figures }: Statement): string {
  const own = figures.filter((figure) => overlaps(figure, range));
  return text.slice(own[0]?.start ?? range.start, own.at(-1)?.end ?? range.end).slice(0, 60);
}

/** With the letters of the passage unchanged: has what stands around them changed what they mean? */
function changesFromOutside(
  before: Statement,
  was: readonly Figure[],
  after: Statement,
  is: readonly Figure[],
): boolean {
  const twinIn = (figure: Figure, at: Statement, others: readonly Figure[], otherAt: Statement) =>
    others.find((other) => overlaps(relative(other, otherAt), relative(figure, at)));
  // A name or code that reaches over an edge is no quantity of the passage; one that was whole in it must stay so.
  const counts = (figure: Figure, at: Statement) => figure.checkable && reachesOver(figure, at.range);
  return (
    was.some((figure) => {
      const twin = twinIn(figure, before, is, after);
      if (!twin) return counts(figure, before);
      return (figure.checkable || !reachesOver(figure, before.range)) && !sameFigure(figure, before, twin, after);
    }) || is.some((figure) => counts(figure, after) && !twinIn(figure, after, was, before))
  );
}

/** The figures a passage speaks of. Uncheckable words such as 一つ or "one of" come and go with the style. */
export function figuresOf({ figures, range, text }: Statement): readonly Figure[] {
  return figures.filter(
    (figure) =>
      overlaps(figure, range) && (figure.checkable || /[0-9０-９]/u.test(text.slice(figure.start, figure.end))),
  );
}

/** The same without those in addresses, whose numbers alone are compared. */
export function quantitiesOf(statement: Statement): readonly Figure[] {
  return figuresOf(statement).filter((figure) => !isInAddress(statement.text, figure));
}

/**
 * A numeral that is only part of a name (ES2015, `s2`), is one of a list that is told off, or numbers an item: nothing in
 * its sentence makes it another quantity. Money is written so too (KM14 million, kr35): only what stands behind small
 * letters, and a year behind capitals, with no scale behind them, is surely none.
 */
function isName(statement: Statement, { start, end, figure }: Numeral): boolean {
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

function sameFigures(before: Statement, was: readonly Figure[], after: Statement, is: readonly Figure[]): boolean {
  return (
    was.length === is.length &&
    was.every((figure, at) => sameFigure(figure, before, is[at]!, after)) &&
    keepsNumbers(before, was, after, is)
  );
}

/** The same but for how exact it is. */
function sameBut(a: Figure, aIn: Statement, b: Figure, bIn: Statement): boolean {
  const other = { ...b, quantity: { ...b.quantity, approx: a.quantity.approx } };
  return sameFigure(a, aIn, other, bIn);
}

/** Equal value, range, unit and exactness; what has no value (a date, a model) is compared by its letters. */
function sameFigure(a: Figure, aIn: Statement, b: Figure, bIn: Statement): boolean {
  if (a.quantity.approx !== b.quantity.approx) return false;
  const [one, other] = [letters(aIn, a), letters(bIn, b)];
  if (a.quantity.value === undefined && a.quantity.max === undefined && b.quantity.value === undefined)
    return sameSymbols(one, other) && !inOtherHalves(halfOfDay(a, aIn), halfOfDay(b, bIn));
  // Upper and lower 5 of a scale are two degrees of it: 震度5弱.
  const degree = (text: string) => /[\d一二三四五六七][強弱]$/u.exec(text)?.[0].slice(1);
  if (degree(one) !== degree(other)) return false;
  const alike = sameSymbols(one, other) && !isOtherCounted(a.quantity, b.quantity);
  return (alike || sameQuantity(a.quantity, b.quantity)) && sameCounter(one, other, a);
}

/** The same letters, capitals of whole words aside: Mb is not MB. */
function sameSymbols(one: string, other: string): boolean {
  if (one === other) return true;
  const plain = (text: string) =>
    text
      .replace(/[A-Za-z]{4,}/g, (word) => word.toLowerCase())
      .replace(/(?<![\d.,])0(?=\d(?!\d))/g, '')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return plain(one) === plain(other);
}

/** Counters that say the same. All others of a counted thing must be the same letters: 143台 is not 143隻. */
const COUNTERS =
  'つ個箇ヶコ|人名|軒戸|店店舗|カ所か所ヶ所ヵ所箇所個所ケ所|カ国か国ヶ国ヵ国箇国国|回度|社|件例|頁ページ|台輌両'
    .split('|')
    .map((same) => new Set(same === '人名' ? ['人', '名'] : same.match(/[カかヶヵ箇個ケ](?:所|国)|店舗|ページ|./gu)!));
const COUNTED_UNITS = new Set(['unit', 'item', 'person', 'company', 'household', 'case', 'occurrence']);

/** 61の団体 and 61の企業: the noun behind the number says what is counted. */
function isOtherCounted(a: Quantity, b: Quantity): boolean {
  return a.unit !== b.unit && COUNTED_UNITS.has(a.unit ?? '') && COUNTED_UNITS.has(b.unit ?? '');
}

function sameCounter(one: string, other: string, { quantity }: Figure): boolean {
  if (!COUNTED_UNITS.has(quantity.unit ?? '')) return true;
  const counter = (text: string) =>
    text
      .replace(/^[^\d〇一二三四五六七八九十百千万億兆]*[\d,.〇一二三四五六七八九十百千万億亿兆数余 -]+/u, '')
      .trim()
      .toLowerCase()
      .replace(/^(?:thousand|million|billion|hundred|dozen) /, '');
  const [a, b] = [counter(one), counter(other)];
  if (a === b || a.replace(/s$/, '') === b.replace(/s$/, '')) return true;
  return COUNTERS.some((same) => same.has(a) && same.has(b));
}

/** 午後3時 is another time than 午前3時; 3時, which says neither, may be either. */
function inOtherHalves(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function halfOfDay({ start }: Figure, { text }: Statement): string | undefined {
  const half = /(?:午前|午後|上午|下午)\s?$/u.exec(text.slice(Math.max(0, start - 3), start));
  return half?.[0].trimEnd();
}

function sameQuantity(a: Quantity, b: Quantity): boolean {
  return sameNumbers(a, b) && a.unit === b.unit && a.approx === b.approx;
}

/**
 * Numbers that were not read as figures (a model, a code, a counter nobody knows) must still be there. New digits do no
 * harm, a new number in kanji or in words does. One numeral in kanji may be part of a word (一方, 十分): it counts where
 * another has come in its stead. A word that is a number counts where it is gone.
 */
function keepsNumbers(before: Statement, was: readonly Figure[], after: Statement, is: readonly Figure[]): boolean {
  const left = numbersOutside(after, is, number);
  for (const run of numbersOutside(before, was, number)) {
    const at = left.indexOf(run);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  if (left.some((run) => !/\d/u.test(run))) return false;
  const wasSingle = numbersOutside(before, was, numeral);
  const isSingle = numbersOutside(after, is, numeral);
  const inWords = (singles: readonly string[]) => singles.filter((single) => /^[a-z]{2}/i.test(single)).length;
  if (inWords(wasSingle) > inWords(isSingle)) return false;
  return wasSingle.length !== isSingle.length || wasSingle.every((single, at) => single === isSingle[at]);
}

/** Numbers in digits, in kanji, in words, in Roman numerals and in signs of their own. */
const number =
  /\d{1,3}(?:,\d{3})+(?!\d)|\d+|[〇零一二三四五六七八九十百千万億亿兆壱弐参肆伍陸漆捌玖拾壹贰貳叁參陆柒佰仟]{2,}|[\p{Nl}\p{No}]+|\b(?:[IVX]{2,}|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|lakhs?|crores?)\b|ミリオン|ビリオン/gu;
const numeral =
  /[〇一二三四五六七八九十百千万億亿兆壱弐]|\b[IVX]\b(?=[ .,)]|$)|\b(?:single|double|twofold|triple|quadruple|scores?|gross|half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/giu;

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

/** The letters beside a numeral on which everything that `besides` reads depends. */
function surroundings({ text, script }: Statement, { start, end }: Range): string {
  return `${script}${text.slice(Math.max(0, start - reachBefore), start)}\n${text.slice(start, end + reachAfter)}`;
}

interface Numeral extends Range {
  readonly figure: Figure | undefined;
}

function spansOf(statement: Statement, figures: readonly Figure[]): Numeral[] {
  return [
    ...figures.map((figure) => ({ start: figure.start, end: figure.end, figure })),
    ...spansOutside(statement, figures, number)
      .filter((span) => !isInAddress(statement.text, span))
      .map((span) => ({ ...span, figure: undefined })),
  ].sort((a, b) => a.start - b.start);
}

function* compareBesides(
  before: Statement,
  was: readonly Numeral[],
  after: Statement,
  is: readonly Numeral[],
  value: MeaningChange,
): Generator<MeaningChange> {
  if (was.length !== is.length) return;
  for (const [at, old] of was.entries()) {
    const fresh = is[at]!;
    const isRead = ({ figure }: Numeral) => figure?.quantity.value !== undefined && figure.quantity.unit !== undefined;
    if (isStruck(before, old) !== isStruck(after, fresh))
      yield { kind: 'struck', was: '', is: after.text.slice(fresh.start, fresh.end) };
    if (isRead(old) === isRead(fresh) && surroundings(before, old) === surroundings(after, fresh)) continue;
    const bothRead = isRead(old) && isRead(fresh);
    const one = besides(before.text, old, !isRead(old), before.script);
    const other = besides(after.text, fresh, !isRead(fresh), after.script);
    const change = (kind: ChangeKind, wasWords: string, isWords: string) => ({ kind, was: wasWords, is: isWords });
    if (one.sign !== other.sign) yield change('sign', one.signWords, other.signWords);
    const isTurned = one.exactness.length > 0 && other.exactness.length > 0;
    if (one.exactness.join() !== other.exactness.join() && (isTurned || !isDating(old.figure)))
      yield change('exactness', one.exactnessWords, other.exactnessWords);
    if (!sameBesides(one, other, bothRead)) yield value;
    if (!bothRead) {
      const [counted, countedNow] = [countedAfter(before.text, old.end), countedAfter(after.text, fresh.end)];
      if (counted !== countedNow && isNoun(counted) && isNoun(countedNow)) yield change('counted', counted, countedNow);
    }
  }
}

function isDating(figure: Figure | undefined): boolean {
  return figure?.kind === 'year' || figure?.kind === 'date' || figure?.kind === 'ordinal';
}

function isNoun(counted: string): boolean {
  return /^(?![在已将將会會是为為和与與及也都仅僅只还還而但从從到对對向于於被把给給让讓使再才并並或则則即便却卻更最很太不没未])[\u4e00-\u9fffァ-ヺ々℃-℉㌀-㏿]/u.test(
    counted,
  );
}

function isStruck({ plain }: Statement, range: Range): boolean {
  return plain.struck.some((struck) => overlaps(struck, range));
}

function exactWords(before: Statement, was: readonly Figure[], after: Statement, is: readonly Figure[]) {
  const say = (statement: Statement, figures: readonly Figure[]) =>
    figures
      .map((figure) => besides(statement.text, figure, false, statement.script).exactnessWords)
      .join(' ')
      .trim();
  return { was: say(before, was), is: say(after, is) };
}

function reachesOver(figure: Range, range: Range): boolean {
  return figure.start < range.start || figure.end > range.end;
}

function relative(figure: Range, statement: Statement): Range {
  return { start: figure.start - statement.range.start, end: figure.end - statement.range.start };
}

function letters({ text }: Statement, { start, end }: Range): string {
  return text.slice(start, end);
}
