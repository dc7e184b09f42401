import { isCjk, isDigit, isHan, isLetter, isLower, SPACE } from './characters';
import { nounAfter } from './readNoun';
import { type Numeral, readNumber } from './readNumber';
import { matchUnit, readScale, readUnit } from './readUnit';
import { readWords, type WordNumeral } from './readWords';
import type { Found, Scan } from './scan';
import type { UnitEntry } from './tables';
import { anyWord } from './trie';

const HALF = '半'.charCodeAt(0);
const MINUTE = '分'.charCodeAt(0);
const OF_JA = 'の'.charCodeAt(0);
const OF_ZH = '之'.charCodeAt(0);
const EYE = '目'.charCodeAt(0);
const RIN = '厘'.charCodeAt(0);

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
    addMinor(scan, amount);
    return amount;
  }
  const inner = (numeral as WordNumeral).inner;
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
  if ((numeral as WordNumeral).share) {
    amount.kind = 'percent';
    amount.unit = '%';
    amount.bare = false;
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

const NO_NUMERAL: Numeral = {
  end: 0,
  value: undefined,
  max: undefined,
  digits: 0,
  decimals: 0,
  grouped: false,
  scaled: true,
  lone: false,
  approx: undefined,
  order: undefined,
};

function readUnitOf(scan: Scan, amount: Amount): void {
  const { line, tables } = scan;
  const { codes } = line;
  // 3m people, 1.2m users: a million where a noun follows.
  if (codes[amount.end] === 0x6d && codes[amount.end + 1] === SPACE && isLower(codes[amount.end + 2])) {
    const noun = nounAfter(line, amount.end + 1);
    if (noun?.direct) applyScale(amount, 1e6, amount.end + 1);
  }
  const unit = readUnit(scan, amount.end, amount.numeral.lone && amount.numeral.value !== undefined);
  if (unit === undefined) return;
  const quoted = unit.value.surface === '"' && codes[amount.start - 1] === 0x22;
  const plain = unit.value.singular && codes[amount.end] === SPACE && amount.value !== undefined && amount.value > 1;
  if (quoted || plain || (amount.numeral as WordNumeral).rank) return;
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

/** One letter behind a number is a scale only for money; k before CJK or at the end for anything. */
function isMinute(scan: Scan, end: number, amount: Amount, money: boolean): boolean {
  const { codes } = scan.line;
  if (money || end - amount.end > 1) return false;
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

/** 2222円13銭, 545ドルと5セント, thirteen dollars and forty-five cents, 50元6角3分, 15 dollars 50. */
function addMinor(scan: Scan, amount: Amount): void {
  const { line, tables } = scan;
  const { codes } = line;
  if (amount.value === undefined || !Number.isInteger(amount.value) || amount.factor !== 1) return;
  let smallest = 1;
  for (;;) {
    let at = amount.end;
    let joined = at;
    if (codes[at] === SPACE) at++;
    if (codes[at] === 0x3068 || codes[at] === 0x53c8) joined = ++at;
    else if (line.slice(at, at + 4) === 'and ') joined = at += 4;
    if (codes[at] === SPACE) at++;
    const numeral = isLetter(codes[at]) ? readWords(line, at) : readNumber(line, at, tables);
    if (
      numeral === undefined ||
      numeral.value === undefined ||
      !(numeral.value < 100) ||
      !Number.isInteger(numeral.value) ||
      (numeral as WordNumeral).share
    )
      return;
    let end = numeral.end;
    if (codes[end] === SPACE || codes[end] === 0x2d) end++;
    const minor = tables.minor.longest(codes, end, line.length, isMinorEnd, true);
    const fits =
      minor !== undefined &&
      (codes[minor.at - 1] !== MINUTE || amount.unit === 'CNY' || amount.unit === 'TWD' || amount.unit === 'USD');
    if (minor !== undefined && minor.value > smallest && fits) {
      if (at === amount.end && codes[at - 1] === SPACE) return;
      amount.value = Math.round((amount.value + numeral.value / minor.value) * 1000) / 1000;
      amount.end = minor.at;
      smallest = minor.value;
      continue;
    }
    // 15 dollars 50. and 100ユーロと30: a bare rest ends the sum.
    const rest = line.slice(numeral.end, numeral.end + 5);
    const tenths = smallest === 1 && numeral.value < 10 && codes[amount.end - 1] === 0x5757 && at === amount.end;
    if (tenths && !isHan(codes[numeral.end])) {
      amount.value = rounded(amount.value + numeral.value / 10);
      amount.end = numeral.end;
      return;
    }
    const plain = smallest === 1 ? !amount.prefixed && numeral.value >= 10 : numeral.value < 10;
    const ended = /^($|[.,;!?)。、]($|[^0-9])| more|です|だ|と|に)/.test(rest);
    if (
      plain &&
      ended &&
      minor === undefined &&
      (at > amount.end || smallest > 1) &&
      (joined > amount.end || !isCjk(codes[amount.end - 1]) || smallest > 1)
    ) {
      amount.value = Math.round((amount.value + numeral.value / (smallest === 1 ? 100 : smallest * 10)) * 1000) / 1000;
      amount.end = numeral.end;
    }
    return;
  }
}

function isMinorEnd(_: number, end: number, codes: Uint16Array): boolean {
  return isCjk(codes[end - 1]) || !(isLetter(codes[end]) || isDigit(codes[end]));
}

/** 4割9分, 3割8分7厘, 七成 六, 5割半 is dealt with by `addHalf`. */
function addTenths(scan: Scan, amount: Amount): void {
  const { line, tables } = scan;
  const { codes } = line;
  let size = 1;
  for (const sign of [MINUTE, RIN]) {
    const at = codes[amount.end] === SPACE && tables.locale === 'zh' ? amount.end + 1 : amount.end;
    const numeral = readNumber(line, at, tables);
    if (numeral?.value === undefined || numeral.value >= 10 || amount.value === undefined || codes[at] === HALF) return;
    if (codes[numeral.end] !== sign) {
      const bareAllowed = tables.locale === 'zh' && !isCjk(codes[numeral.end]) && !isDigit(codes[numeral.end]);
      if (!bareAllowed) return;
      amount.value = rounded(amount.value + numeral.value * size);
      amount.end = numeral.end;
      return;
    }
    amount.value = rounded(amount.value + numeral.value * size);
    amount.end = numeral.end + 1;
    size /= 10;
  }
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

/** 1年半, 2時間半, 5割半, 两米半: half of the unit more. */
function addHalf(scan: Scan, amount: Amount, entry: UnitEntry): void {
  const { codes } = scan.line;
  if (codes[amount.end] !== HALF || amount.value === undefined) return;
  const next = codes[amount.end + 1];
  if (isHan(next) && '島径端額導信数期面'.includes(String.fromCharCode(next!)) && next !== 0x671f) return;
  if (entry.kind === 'money' || entry.kind === 'count' || entry.kind === 'ordinal' || entry.kind === 'year') return;
  amount.value += 0.5 * entry.factor;
  amount.end++;
}

const SMALLER: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['year', ['month', 12]],
  ['week', ['day', 7]],
  ['day', ['hour', 24]],
  ['hour', ['minute', 60]],
  ['minute', ['second', 60]],
]);

/** 1時間20分 is 80 minute, 5 ft 2 in 5.17 foot, 8メートル03 is 8.03 metre, 9秒98 9.98 second. */
function addSmaller(scan: Scan, amount: Amount): void {
  const { line, tables } = scan;
  const { codes } = line;
  if (amount.value === undefined) return;
  for (;;) {
    const smaller = amount.unit === undefined ? undefined : SMALLER.get(amount.unit);
    const feet = amount.unit === 'foot' && !isCjk(codes[amount.end - 1]);
    const metres =
      (amount.unit === 'metre' || amount.unit === 'second') &&
      isDigit(codes[amount.end]) &&
      isDigit(codes[amount.end + 1]) &&
      !isDigit(codes[amount.end + 2]);
    if (metres && isCjk(codes[amount.end - 1])) {
      amount.value = rounded(amount.value + ((codes[amount.end]! - 0x30) * 10 + codes[amount.end + 1]! - 0x30) / 100);
      amount.end += 2;
      return;
    }
    if ((smaller === undefined && !feet) || (amount.kind !== 'duration' && !feet)) return;
    let at = amount.end;
    if (codes[at] === SPACE) at++;
    const and = line.slice(at, at + 4) === 'and ';
    if (and) at += 4;
    if (codes[at] === 0x3068) at++;
    const numeral = isLetter(codes[at]) ? readWords(line, at) : readNumber(line, at, tables);
    if (numeral?.value === undefined || numeral.approx !== undefined) return;
    const unit = readUnit(scan, numeral.end, numeral.lone);
    if (feet && unit === undefined && /^ ?in(?![a-z])/.test(line.slice(numeral.end, numeral.end + 4))) {
      amount.value += numeral.value / 12;
      amount.end = numeral.end + (codes[numeral.end] === SPACE ? 3 : 2);
      return;
    }
    if (unit === undefined || unit.value.factor !== 1) return;
    if (feet && unit.value.unit === 'inch') {
      amount.value += numeral.value / 12;
      amount.end = unit.at;
      return;
    }
    if (smaller === undefined || unit.value.unit !== smaller[0] || unit.value.kind !== 'duration') return;
    amount.value = rounded(amount.value * smaller[1] + numeral.value);
    amount.unit = smaller[0];
    amount.end = unit.at;
  }
}

/** 3分の1, 三分の二, 百分之三十五, 千分之一: the first number divides the second. */
function readPart(scan: Scan, amount: Amount): boolean {
  const { line, tables } = scan;
  const { codes } = line;
  const size = amount.numeral.value;
  let at = skipSpaces(codes, amount.end);
  if (codes[at] !== MINUTE || size === undefined || size < 2 || !Number.isInteger(size)) return false;
  at = skipSpaces(codes, at + 1);
  if (codes[at] !== OF_JA && codes[at] !== OF_ZH) return false;
  at = skipSpaces(codes, at + 1);
  const top = isDigit(codes[at]) || tables.classes[codes[at]!]! & 2 ? readNumber(line, at, tables) : undefined;
  if (top?.value === undefined) return false;
  // 五百分之2.2 divides by nothing that is said so; shares are of ten, a hundred, … or a small number.
  const round = Number.isInteger(Math.log10(size));
  if (!round && (size > 100 || top.value >= size)) return false;
  amount.kind = 'percent';
  amount.unit = '%';
  amount.bare = false;
  amount.end = top.end;
  const k = codes[top.end] === 0x6b && !isLetter(codes[top.end + 1]);
  if (k) amount.end++;
  amount.value = rounded((100 * top.value * (k ? 1000 : 1)) / size);
  return true;
}

function skipSpaces(codes: Uint16Array, from: number): number {
  let at = from;
  while (codes[at] === SPACE && at < from + 4) at++;
  return at;
}

/** 10 1/2 miles, 1/4 mile, 12/100. */
function readFraction(scan: Scan, amount: Amount): void {
  const { codes } = scan.line;
  const { numeral } = amount;
  if (numeral.digits === 0 || numeral.grouped || amount.value === undefined) return;
  let at = amount.end;
  let whole = 0;
  let top = amount.value;
  if (codes[at] === SPACE && isDigit(codes[at + 1]) && codes[at + 2] === 0x2f) {
    whole = amount.value;
    top = codes[at + 1]! - 0x30;
    at += 2;
  }
  if (codes[at] !== 0x2f || !isDigit(codes[at + 1])) return;
  let end = at + 1;
  let bottom = 0;
  while (isDigit(codes[end]) && end < at + 6) bottom = bottom * 10 + codes[end++]! - 0x30;
  if (codes[end] === 0x2f || isDigit(codes[end]) || bottom < 2) return;
  if (bottom === 100 && whole === 0) {
    amount.kind = 'percent';
    amount.unit = '%';
    amount.bare = false;
    amount.end = end;
    return;
  }
  if (top >= bottom || bottom > 16 || numeral.decimals > 0) return;
  const unit = matchUnit(scan, codes[end] === SPACE || codes[end] === 0x2d ? end + 1 : end, false, false);
  if (unit === undefined || !isMeasure(unit.value)) return;
  amount.value = whole + top / bottom;
  amount.end = end;
}

function isMeasure(entry: UnitEntry): boolean {
  return (
    entry.kind !== 'count' &&
    entry.kind !== 'ordinal' &&
    entry.kind !== 'percent' &&
    entry.kind !== 'multiple' &&
    entry.kind !== 'money'
  );
}

function scaled(value: number, factor: number): number {
  return factor < 1 ? rounded(value / Math.round(1 / factor)) : rounded(value * factor);
}

/** Takes off the noise of binary fractions: 38.699999999999996 is 38.7. */
export function rounded(value: number): number {
  return Number(value.toPrecision(14));
}
