import { isCjk, isHan, isLetter, isLower, SPACE } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';
import type { UnitEntry } from '../scanning/tables';
import { anyWord } from '../scanning/trie';
import { blankNumeral, type Numeral } from './numeral';
import { isMeasure, readFraction, readPart } from './readFraction';
import { nounAfter } from './readNoun';
import { readNumber } from './readNumber';
import { addHalf, addMinor, addSmaller, addTenths } from './readRest';
import { readScale, readUnit } from './readUnit';
import { readWords } from './readWords';
import { rounded, scaled } from './rounding';

const EYE = '目'.charCodeAt(0);
const YUAN = '元'.charCodeAt(0);

/** A number with its unit, before anyone asks what stands around it. */
export interface Amount extends Found {
  /** No unit was found. */
  bare: boolean;
  numeral: Numeral;
  /** The factor the unit brought in (割 is 10). */
  factor: number;
  /** The scale read behind the digits (billion), so that 65 in $65-72 billion can share it. */
  spoken: number;
  /** The unit stood before the number ($, 人民元). */
  prefixed: boolean;
  strictUnit: boolean;
}

/**
 * Reads one amount whose numeral begins at `at`. `prefix` is the currency that stood before it, if
 * any. Undefined where no numeral begins.
 */
export function readAmount(scan: Scan, at: number, prefix: UnitEntry | undefined, start = at): Amount | undefined {
  const { line, tables } = scan;
  const numeral = isLetter(line.codes[at]) ? readWords(line, at) : readNumber(line, at, tables);
  if (numeral === undefined) return undefined;
  const amount = newAmount(start, numeral, prefix !== undefined);
  if (numeral.value !== undefined && !Number.isFinite(numeral.value)) return undefined;
  if (readPart(scan, amount)) return amount;
  readFraction(scan, amount);
  const money = prefix?.kind === 'money';
  const scale = readScale(scan, amount.end, money, tables);
  if (scale !== undefined && !isMinute(scan, scale.at, amount, money)) applyScale(amount, scale.value, scale.at);
  if (prefix !== undefined) {
    setUnit(amount, prefix, amount.end);
    absorbCode(scan, amount);
    // 人民币8亿元: the name before the number and 元 behind it are one currency.
    if (line.codes[amount.end] === YUAN && isHan(line.codes[at - 1])) amount.end++;
    addMinor(scan, amount);
    return amount;
  }
  const inner = numeral.inner;
  if (inner !== undefined) {
    const unit = tables.units.longest(
      line.codes,
      line.codes[at] === 0x61 || line.codes[at] === 0x41 ? at + (line.codes[at + 1] === SPACE ? 2 : 3) : at,
      line.length,
      anyWord,
      true,
    );
    if (unit !== undefined) setUnit(amount, unit.value, amount.end);
    return amount;
  }
  if (numeral.share) {
    become(amount, 'percent', '%');
    if (amount.value !== undefined) amount.value = rounded(amount.value * 100);
    amount.factor = 100;
    const article = /^ (an? )(?=[a-z])/.exec(line.slice(amount.end, amount.end + 5));
    const unit = readUnit(scan, amount.end + (article === null ? 0 : article[0].length - 1), false);
    // half an hour, a quarter mile: a share of a unit is an amount of it.
    if (unit !== undefined && isMeasure(unit.value)) {
      amount.value = rounded((amount.value ?? 0) / 100);
      setUnit(amount, unit.value, unit.at);
    }
    return amount;
  }
  readUnitOf(scan, amount);
  return amount;
}

function newAmount(start: number, numeral: Numeral, prefixed: boolean): Amount {
  return {
    start,
    end: numeral.end,
    kind: 'number',
    value: numeral.value,
    max: numeral.max,
    unit: undefined,
    approx: numeral.approx ?? 'exact',
    scale: numeral.order,
    checkable: true,
    loose: undefined,
    bare: true,
    numeral,
    factor: 1,
    spoken: 1,
    prefixed,
    strictUnit: false,
  };
}

/** Says what a number without a unit counts; `other` is none to source. */
export function become(amount: Amount, kind: Amount['kind'], unit: string | undefined): void {
  amount.kind = kind;
  amount.unit = unit;
  amount.bare = kind === 'other';
}

/** A figure that was read in another way (a year), as an amount to look for the other end of its range. */
export function amountFrom(found: Found): Amount {
  const amount = newAmount(found.start, NO_NUMERAL, false);
  amount.end = found.end;
  amount.kind = found.kind;
  amount.value = found.value;
  amount.unit = found.unit;
  amount.checkable = found.checkable;
  amount.bare = false;
  return amount;
}

const NO_NUMERAL: Numeral = { ...blankNumeral(0), scaled: true };

/** 3m people, 2.1M followers, 405B parameters. */
const LARGE: ReadonlyMap<number, number> = new Map([
  [0x6d, 1e6],
  [0x4d, 1e6],
  [0x42, 1e9],
]);

function readUnitOf(scan: Scan, amount: Amount): void {
  const { line, tables } = scan;
  const { codes } = line;
  // A letter is a million or a billion where a noun follows.
  const large = amount.bare ? LARGE.get(codes[amount.end]!) : undefined;
  if (large !== undefined && codes[amount.end + 1] === SPACE && isLower(codes[amount.end + 2])) {
    const noun = nounAfter(line, amount.end + 1);
    if (noun?.direct || (noun !== undefined && amount.numeral.decimals > 0)) applyScale(amount, large, amount.end + 1);
  }
  const unit = readUnit(scan, amount.end, amount.numeral.lone && amount.numeral.value !== undefined);
  if (unit === undefined) return;
  const quoted = unit.value.surface === '"' && closesQuote(codes, amount.start);
  const plain = unit.value.singular && codes[amount.end] === SPACE && amount.value !== undefined && amount.value > 1;
  if (quoted || plain || amount.numeral.rank) return;
  // 50 Cent sings.
  if (unit.value.surface === 'cent' && codes[amount.end] === SPACE && codes[unit.at - 4] === 0x43) return;
  if (/^[CF]$/.test(unit.value.surface) && !isWeather(scan, amount)) return;
  // 十折 is the full price: no discount, no share.
  if (unit.value.surface === '折' && amount.value === 10) return;
  if (unit.value.strict) amount.strictUnit = true;
  setUnit(amount, unit.value, unit.at);
  if (unit.value.unit === '%' && unit.value.factor === 10) addTenths(scan, amount);
  if ((amount.kind === 'count' || amount.kind === 'duration') && codes[amount.end] === EYE) toRank(amount, codes);
  addHalf(scan, amount, unit.value);
  if (amount.kind === 'money') {
    const late = readScale(scan, amount.end, false, tables);
    // 75 USD million, but not "$5 k".
    if (late !== undefined && codes[amount.end] === SPACE && late.value >= 1e6 && amount.spoken === 1)
      applyScale(amount, late.value, late.at);
    absorbCode(scan, amount);
    addMinor(scan, amount);
  }
  addSmaller(scan, amount);
}

const QUOTE_REACH = 120;

/** "Harbor Tales 3" ends a title, where 3" is a length: another such mark stands open before it. */
function closesQuote(codes: Uint16Array, start: number): boolean {
  let open = false;
  for (let at = Math.max(0, start - QUOTE_REACH); at < start; at++) if (codes[at] === 0x22) open = !open;
  return open;
}

export function setUnit(amount: Amount, entry: UnitEntry, end: number): void {
  amount.kind = entry.kind;
  amount.unit = entry.unit;
  amount.loose = entry.loose;
  amount.bare = false;
  amount.factor = entry.factor;
  if (amount.end < end) amount.end = end;
  if (entry.factor !== 1) {
    if (amount.value !== undefined) amount.value = scaled(amount.value, entry.factor);
    if (amount.max !== undefined) amount.max = scaled(amount.max, entry.factor);
  }
  // 五五折 is 55 %, 9.9折 99 %.
  if (entry.surface === '折' && amount.value !== undefined && amount.numeral.value! > 10)
    amount.value = amount.numeral.value;
}

function applyScale(amount: Amount, scale: number, end: number): void {
  const { decimals } = amount.numeral;
  if (amount.value !== undefined) {
    amount.value =
      decimals > 0 && decimals < 9
        ? (Math.round(amount.value * 10 ** decimals) * scale) / 10 ** decimals
        : amount.value * scale;
  }
  amount.spoken = scale;
  amount.numeral.scaled = true;
  amount.end = end;
}

const WEATHER =
  /temperature|degrees|heat|hot|warm|cold|cool|freez|frost|weather|forecast|celsius|fahrenheit|highs?\b|lows?\b|thermometer|climate|summer|winter|pre-?industrial|mercury|boil|oven|fever|sunshine/i;

/** 34C, 46.6C (115.9F): a letter is a degree only where the text is of heat; seat 12C and class 5F are names. */
function isWeather({ line }: Scan, { start, end, numeral }: Amount): boolean {
  // 14.7C/ a share is money.
  if (line.codes[end + 1] === 0x2f) return false;
  return numeral.decimals > 0 || WEATHER.test(line.slice(start - 80, end + 60));
}

/** One letter behind a number is a scale only for money; k before CJK or at the end for anything. */
function isMinute(scan: Scan, end: number, amount: Amount, money: boolean): boolean {
  const { codes } = scan.line;
  if (money || end - amount.end > 1 || (codes[end - 1]! | 0x20) !== 0x6b) return false;
  const next = codes[end] === SPACE ? codes[end + 1] : codes[end];
  // 3.2kパーセント is read, "4K" and "5k run" are names.
  return (
    (!isCjk(next) && !(next === 0 && codes[end - 1] === 0x6b)) ||
    (codes[end - 1] === 0x4b && amount.numeral.digits === 1 && amount.numeral.decimals === 0)
  );
}

/** US$5 million USD, $300 Canadian: a code behind settles a sign before. */
function absorbCode(scan: Scan, amount: Amount): void {
  if (amount.loose === undefined) return;
  const unit = readUnit(scan, amount.end, false);
  if (unit === undefined || unit.value.kind !== 'money' || unit.value.loose !== undefined || unit.value.factor !== 1)
    return;
  if (!/^[A-Z]{3}$/.test(unit.value.surface) && !/dollar|yuan/i.test(unit.value.surface)) return;
  amount.unit = unit.value.unit;
  amount.loose = undefined;
  amount.end = unit.at;
}

/** 3枚目, 2か国目: a counter with 目 gives a place in an order. */
function toRank(amount: Amount, codes: Uint16Array): void {
  const next = codes[amount.end + 1];
  if (isHan(next) && '的標指前次立線玉'.includes(String.fromCharCode(next!))) return;
  amount.kind = 'ordinal';
  amount.value = amount.numeral.value;
  amount.unit = 'rank';
  amount.end++;
}
