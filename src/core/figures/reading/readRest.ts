import { isCjk, isDigit, isHan, isLetter, SPACE } from '../scanning/characters';
import type { Scan } from '../scanning/scan';
import type { UnitEntry } from '../scanning/tables';
import type { Numeral } from './numeral';
import type { Amount } from './readAmount';
import { isTerm } from './readDate';
import { readNumber } from './readNumber';
import { readUnit } from './readUnit';
import { readWords } from './readWords';
import { rounded } from './rounding';

const HALF = '半'.charCodeAt(0);
/** Chinese that counts or scales the numeral before it. */
const COUNTED_ZH = new Set('人年月天日个個名位家户戶次分厘倍成十百千万亿折点點岁歲');
const MINUTE = '分'.charCodeAt(0);
const RIN = '厘'.charCodeAt(0);

/** 2222円13銭, 545ドルと5セント, thirteen dollars and forty-five cents, 50元6角3分, 15 dollars 50. */
export function addMinor(scan: Scan, amount: Amount): void {
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
      numeral.share
    )
      return;
    let end = numeral.end;
    if (codes[end] === SPACE || codes[end] === 0x2d) end++;
    const minor = tables.minor.longest(codes, end, line.length, isMinorEnd, true);
    if (minor === undefined && smallest === 1 && at === amount.end && addMinorRange(scan, amount, numeral)) return;
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
    if (tenths && !countsOn(codes[numeral.end])) {
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

/** 147円68~69銭: only the last two digits of a rate are a spread. */
function addMinorRange(scan: Scan, amount: Amount, low: Numeral): boolean {
  const { line, tables } = scan;
  const { codes } = line;
  const dash = codes[low.end];
  if (dash !== 0x7e && dash !== 0x2d && dash !== 0x2013 && dash !== 0x2015) return false;
  const high = readNumber(line, low.end + 1, tables);
  if (high?.value === undefined || !(high.value > low.value! && high.value < 100)) return false;
  const minor = tables.minor.longest(codes, high.end, line.length, isMinorEnd, true);
  if (minor === undefined) return false;
  const whole = amount.value!;
  amount.value = rounded(whole + low.value! / minor.value);
  amount.max = rounded(whole + high.value / minor.value);
  amount.end = minor.at;
  return true;
}

function countsOn(code: number | undefined): boolean {
  return isHan(code) && COUNTED_ZH.has(String.fromCharCode(code!));
}

function isMinorEnd(_: number, end: number, codes: Uint16Array): boolean {
  return isCjk(codes[end - 1]) || !(isLetter(codes[end]) || isDigit(codes[end]));
}

/** 4割9分, 3割8分7厘, 七成 六, 5割半 is dealt with by `addHalf`. */
export function addTenths(scan: Scan, amount: Amount): void {
  const { line, tables } = scan;
  const { codes } = line;
  let size = 1;
  for (const sign of [MINUTE, RIN]) {
    const at = codes[amount.end] === SPACE && tables.locale === 'zh' ? amount.end + 1 : amount.end;
    const numeral = readNumber(line, at, tables);
    if (numeral?.value === undefined || numeral.value >= 10 || amount.value === undefined || codes[at] === HALF) return;
    if (codes[numeral.end] !== sign) {
      // 八成五的民众, 两成三表示: tenths of a tenth, where 七成五人 counts people.
      const next = codes[numeral.end];
      const bareAllowed = tables.locale === 'zh' && !isDigit(next) && !countsOn(next);
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

/** 1年半, 2時間半, 5割半, 两米半: half of the unit more. */
export function addHalf(scan: Scan, amount: Amount, entry: UnitEntry): void {
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
  ['kilometre', ['metre', 1000]],
  ['metre', ['centimetre', 100]],
  ['centimetre', ['millimetre', 10]],
  ['kilogram', ['gram', 1000]],
]);
const MONTH = '月'.charCodeAt(0);

/**
 * 1時間20分 is 80 minute, 1メートル30センチ 130 centimetre, 懲役2年6月 30 month, 5 ft 2 in 5.17 foot, 8メートル03
 * 8.03 metre, 9秒98 9.98 second.
 */
/** 5ft 10in, 7lb 3oz, 12st 4lb: what the larger unit is kept in, and how many of the smaller make one. */
const IMPERIAL: ReadonlyMap<string, { readonly smaller: string; readonly count: number }> = new Map([
  ['foot', { smaller: 'inch', count: 12 }],
  ['pound', { smaller: 'ounce', count: 16 }],
  ['stone', { smaller: 'pound', count: 14 }],
]);

function isPart({ unit, surface }: UnitEntry, smaller: string): boolean {
  // Pounds alone are money.
  return unit === smaller || (smaller === 'pound' && /^pounds?$/.test(surface));
}

export function addSmaller(scan: Scan, amount: Amount): void {
  const { line, tables } = scan;
  const { codes } = line;
  if (amount.value === undefined) return;
  for (;;) {
    const smaller = amount.unit === undefined ? undefined : SMALLER.get(amount.unit);
    const feet = !isCjk(codes[amount.end - 1]) ? IMPERIAL.get(amount.unit ?? '') : undefined;
    const metres =
      (amount.unit === 'metre' || amount.unit === 'second') &&
      isDigit(codes[amount.end]) &&
      isDigit(codes[amount.end + 1]) &&
      !isDigit(codes[amount.end + 2]) &&
      !/^(セ|ミ|cm|㌢)/.test(line.slice(amount.end + 2, amount.end + 4));
    if (metres && isCjk(codes[amount.end - 1])) {
      amount.value = rounded(amount.value + ((codes[amount.end]! - 0x30) * 10 + codes[amount.end + 1]! - 0x30) / 100);
      amount.end += 2;
      return;
    }
    // 2分24秒5: tenths, at the end of what is timed.
    const tenth = amount.unit === 'second' && isDigit(codes[amount.end]) && !isDigit(codes[amount.end + 1]);
    if (
      tenth &&
      isCjk(codes[amount.end - 1]) &&
      /^.([のでをとに、。)」]|$)/.test(line.slice(amount.end, amount.end + 2))
    ) {
      amount.value = rounded(amount.value + (codes[amount.end]! - 0x30) / 10);
      amount.end++;
      return;
    }
    const kind = amount.kind;
    const parts = kind === 'duration' || ((kind === 'length' || kind === 'weight') && isCjk(codes[amount.end - 1]));
    if (feet === undefined && (smaller === undefined || !parts)) return;
    let at = amount.end;
    if (codes[at] === SPACE) at++;
    const and = line.slice(at, at + 4) === 'and ';
    if (and) at += 4;
    if (codes[at] === 0x3068) at++;
    const numeral = isLetter(codes[at]) ? readWords(line, at) : readNumber(line, at, tables);
    if (numeral?.value === undefined || numeral.approx !== undefined) return;
    if (amount.unit === 'year' && codes[numeral.end] === MONTH && isTerm(line, amount.start)) {
      amount.value = amount.value * 12 + numeral.value;
      amount.unit = 'month';
      amount.end = numeral.end + 1;
      return;
    }
    // 二時間六分: behind hours 分 is no word.
    const unit = readUnit(scan, numeral.end, false);
    if (
      feet?.smaller === 'inch' &&
      unit === undefined &&
      /^ ?in(?![a-z])/.test(line.slice(numeral.end, numeral.end + 4))
    ) {
      amount.value += numeral.value / 12;
      amount.end = numeral.end + (codes[numeral.end] === SPACE ? 3 : 2);
      return;
    }
    if (unit === undefined || unit.value.factor !== 1) return;
    if (feet !== undefined && isPart(unit.value, feet.smaller) && numeral.value < feet.count) {
      amount.value += numeral.value / feet.count;
      amount.end = unit.at;
      return;
    }
    if (smaller === undefined || unit.value.unit !== smaller[0] || unit.value.kind !== kind) return;
    if (kind !== 'duration' && !(numeral.value < smaller[1])) return;
    amount.value = rounded(amount.value * smaller[1] + numeral.value);
    amount.unit = smaller[0];
    amount.end = unit.at;
  }
}
