import { sameNumbers } from '../figures/exactDecimal';
import type { Figure, Quantity } from '../figures/figure';
import { overlaps, type Range } from '../text/range';
import { isInAddress } from './statements/addresses';
import {
  type Besides,
  besides,
  countedAfter,
  isPrefixedSymbol,
  reachAfter,
  reachBefore,
  sameBesides,
} from './statements/besides';
import type { ChangeKind, MeaningChange, QuantityChange } from './statements/change';
import { compareHeads } from './statements/compareHeads';
import { compareMeaning } from './statements/compareMeaning';
import { compareDated } from './statements/dated';
import { compareLeads } from './statements/leads';
import { isName, keepsNumbers, type Numeral, romanBehind, spansOf } from './statements/numerals';
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
  if (romanBehind(before) !== romanBehind(after)) return true;
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
  if (isOtherSymbol(one, other)) return false;
  const alike = sameSymbols(one, other) && !isOtherCounted(a.quantity, b.quantity);
  return (alike || sameQuantity(a.quantity, b.quantity)) && sameCounter(one, other, a);
}

/** mbar and Mbar, however they were read. */
function isOtherSymbol(one: string, other: string): boolean {
  const symbol = (text: string) => /[A-Za-z]+$/.exec(text)?.[0] ?? '';
  const [a, b] = [symbol(one), symbol(other)];
  return a !== b && a.toLowerCase() === b.toLowerCase() && isPrefixedSymbol(a);
}

/** The same letters, capitals of whole words aside: Mb is not MB. */
function sameSymbols(one: string, other: string): boolean {
  if (one === other) return true;
  const plain = (text: string) =>
    text
      .replace(/[A-Za-z]{4,}/g, (word) => (isPrefixedSymbol(word) ? word : word.toLowerCase()))
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

/** The letters beside a numeral on which everything that `besides` reads depends. */
function surroundings({ text, script }: Statement, { start, end }: Range): string {
  return `${script}${text.slice(Math.max(0, start - reachBefore), start)}\n${text.slice(start, end + reachAfter)}`;
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
    const [bound, boundNow] = [boundsOf(before, old, one), boundsOf(after, fresh, other)];
    const isTurned = bound.exactness.length > 0 && boundNow.exactness.length > 0;
    const mayBeDated = isDating(old.figure) && !isBareYear(before, old);
    if (bound.exactness.join() !== boundNow.exactness.join() && (isTurned || !mayBeDated))
      yield change('exactness', bound.exactnessWords, boundNow.exactnessWords);
    const dated =
      isDate(old.figure) && isDate(fresh.figure) && compareDated({ ...before, span: old }, { ...after, span: fresh });
    if (dated) yield dated;
    const led = compareLeads({ ...before, span: old }, { ...after, span: fresh });
    if (led) yield led;
    if (!sameBesides(one, other, bothRead)) yield value;
    if (!bothRead && !isDate(old.figure)) {
      const [counted, countedNow] = [countedAfter(before.text, old.end), countedAfter(after.text, fresh.end)];
      if (counted !== countedNow && isNoun(counted) && isNoun(countedNow)) yield change('counted', counted, countedNow);
    }
  }
}

/** What looks like a year may count what nobody reads: 2063巡超. */
function boundsOf(statement: Statement, numeral: Numeral, read: Besides): Besides {
  return isBareYear(statement, numeral) ? besides(statement.text, numeral, true, statement.script) : read;
}

/** A number that could be a year, and does not say so: 1914 in a cell. */
function isBareYear(statement: Statement, { figure }: Numeral): boolean {
  return figure?.kind === 'year' && /^\d+$/.test(letters(statement, figure));
}

function isDating(figure: Figure | undefined): boolean {
  return figure?.kind === 'year' || figure?.kind === 'date' || figure?.kind === 'ordinal';
}

/** A day is none of what stands behind it. */
function isDate(figure: Figure | undefined): boolean {
  return figure?.kind === 'year' || figure?.kind === 'date';
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
