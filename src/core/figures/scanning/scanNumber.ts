import { aside, emit, finish } from '../judging/finish';
import { type Amount, amountFrom, become, readAmount } from '../reading/readAmount';
import { readAge, readOneOf } from '../reading/readBare';
import { readCountOf } from '../reading/readCounted';
import { readDate } from '../reading/readDate';
import { extendRange } from '../reading/readRange';
import { wordAt } from '../reading/readWords';
import { isCjk, isDigit, isHan, isKatakana, isLetter, isUpper } from './characters';
import { newFound, type Scan } from './scan';

const HYPHEN = 0x2d;
const HOW_MANY = '何'.charCodeAt(0);
/** Kanji that make a word with 数 behind them: 人数, 件数, 複数. */
const COUNTS = new Set(
  [...'多少無复複半人件回点总総奇偶指係系整関変倍周票戸口台社年月日'].map((character) => character.charCodeAt(0)),
);

const COMPANY = '社'.charCodeAt(0);
const CHIEF = '長'.charCodeAt(0);
/** Kanji that stand before a number of people: 計十二選手, 全十議員. */
const SUMS = new Set([...'計全各約同'].map((character) => character.charCodeAt(0)));

const PREDICATE_ENDS = new Set([...'うくぐすつぬぶむるただいん'].map((character) => character.charCodeAt(0)));

/** Reads a number that begins with a digit or a kanji numeral. Returns where to go on. */
export function scanNumber(scan: Scan, from: number): number {
  const { line, tables } = scan;
  const { codes } = line;
  const at = from;
  const digit = isDigit(codes[at]);
  // 百百百 is no number, however long it goes on.
  if (!digit && codes[at] === codes[at + 1] && isSmallScale(codes[at]!)) return at + 1;
  if (digit) {
    const token = digitToken(scan, at);
    if (token > 0) return token;
  }
  // .287: a batting average, a share.
  const point = digit && codes[at - 1] === 0x2e && (at < 2 || !endsBeforePoint(codes[at - 2]!));
  const amount = readAmount(scan, at, undefined, point ? at - 1 : at);
  if (amount === undefined) return digit ? skipDigits(scan, at) : 0;
  if (point && amount.value !== undefined && amount.numeral.decimals === 0) {
    amount.value /= 10 ** amount.numeral.digits;
    amount.numeral.decimals = amount.numeral.digits;
  }
  // '24年 is a year in short.
  if (codes[at - 1] === 0x27 && amount.numeral.digits === 2 && codes[at + 2] === 0x5e74)
    return aside(scan, at - 1, at + 3);
  const date = readDate(line, at, amount.numeral, tables);
  if (date !== undefined && !(amount.kind === 'money' && amount.end > date.end)) {
    const year = date.year !== undefined;
    const found = newFound(at, date.end, year ? 'year' : 'date');
    found.value = date.year;
    found.unit = found.kind;
    found.checkable = year && !date.era;
    return year ? finish(scan, amountFrom(found)) : emit(scan, found);
  }
  if (digit) {
    readOneOf(scan, amount);
    return finish(scan, amount);
  }
  if (amount.bare) extendRange(scan, amount);
  if (!kanjiNumberStands(scan, amount, at)) return amount.numeral.end;
  readOneOf(scan, amount);
  return finish(scan, amount);
}

/** A stop behind it is none of a decimal: behind a digit, a letter, or the end of a Japanese predicate (使う.190億円). */
function endsBeforePoint(code: number): boolean {
  return isDigit(code) || isLetter(code) || PREDICATE_ENDS.has(code);
}

/** A numeral in kanji is a figure only with a unit, or where it tells of an order (数十億). */
function kanjiNumberStands(scan: Scan, amount: Amount, at: number): boolean {
  const { codes } = scan.line;
  const before = codes[at - 1];
  const { numeral } = amount;
  const vague = numeral.value === undefined;
  // 高瀬修一社長 is a person with his name.
  if (numeral.lone && codes[amount.end - 1] === COMPANY && codes[amount.end] === CHIEF && isHan(before)) return false;
  // 糸数議員 and 大槻一八選手 are persons with their names.
  if (amount.strictUnit && amount.unit === 'person' && isHan(before) && !SUMS.has(before!)) return false;
  if (vague && numeral.lone) {
    if (amount.bare) return false;
    if (codes[at] === HOW_MANY) {
      // 何人か is a number of people, 何人 a question.
      if (codes[amount.end] !== 0x304b && codes[amount.end] !== 0x3082) return false;
      if (codes[amount.end] === 0x304b) amount.end++;
      return true;
    }
    return !(at > 0 && COUNTS.has(before!));
  }
  if (amount.bare) {
    if (!vague && kanjiNumberIsTold(scan, amount)) return true;
    // 三十二の銀行: a number of something, set off by の.
    const counted =
      codes[amount.end] === 0x306e && isHan(codes[amount.end + 1]) && numeral.scaled && numeral.end - at > 1 && !vague;
    if (counted) {
      if (readCountOf(scan, amount)) return true;
      become(amount, 'count', 'unit');
      return true;
    }
    return vague
      ? numeral.scaled && !isHan(codes[amount.end])
      : amount.kind === 'score' || isScoreSign(codes[amount.end]!);
  }
  return !(at > 0 && isKatakana(before) && numeral.lone && amount.strictUnit);
}

/** 男(四三), 享年七十七, 震度六強, 賛成二百十三, 出生率は一・一五: what stands around it says that a kanji numeral is a number. */
function kanjiNumberIsTold(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { codes } = line;
  if (codes[amount.start - 1] === 0x28 && codes[amount.end] === 0x29) {
    // (三四) is an age, not three or four.
    if (amount.max !== undefined && amount.end === amount.start + 2) {
      amount.value = amount.value! * 10 + amount.max;
      amount.max = undefined;
    }
    return readAge(scan, amount);
  }
  if (!isCjk(codes[amount.start - 1])) return false;
  const before = line.slice(amount.start - 8, amount.start);
  if (/(マグニチュード|震度|賛成|反対|定数|改選|享年)$/.test(before)) return true;
  return amount.numeral.decimals > 0 && /(率|指数|マグニチュード)(は|が)?$/.test(before);
}

function isScoreSign(code: number): boolean {
  return code === 0x5bfe || code === 0x6bd4 || code === 0x5bf9;
}

function isSmallScale(code: number): boolean {
  return code === 0x5341 || code === 0x767e || code === 0x5343;
}

function skipDigits(scan: Scan, from: number): number {
  const { codes } = scan.line;
  let at = from;
  while (isDigit(codes[at]) || codes[at] === 0x2c) at++;
  return aside(scan, from, at);
}

/** Digits that are no number: telephone numbers, versions, 7-Eleven, 737 MAX, 4o. 0 if it is none of these. */
function digitToken(scan: Scan, at: number): number {
  const { line } = scan;
  const { codes } = line;
  let end = at;
  while (end < at + 16 && isDigit(codes[end])) end++;
  const next = codes[end]!;
  if (codes[at] === 0x30 && end - at >= 9) return aside(scan, at, end);
  if (next === HYPHEN || next === 0x2e) {
    const joined = joinedDigits(scan, at, end, next);
    if (joined > 0) return joined;
  }
  return isLetter(next) ? lettered(scan, at, end) : 0;
}

/** 03-1234-5678, 10.0.19045, 7-Eleven. */
function joinedDigits(scan: Scan, at: number, end: number, mark: number): number {
  const { line } = scan;
  const { codes, length } = line;
  let stop = end;
  let parts = 1;
  while (codes[stop] === mark && isDigit(codes[stop + 1])) {
    stop++;
    while (stop < length && isDigit(codes[stop])) stop++;
    parts++;
  }
  const long = parts >= 3 || (mark === HYPHEN && parts === 2 && codes[at] === 0x30 && end - at >= 2);
  if (long && !/^(19|20)\d\d[-.](0?[1-9]|1[0-2])[-.]([0-2]?\d|3[01])(?!\d)/.test(line.slice(at, at + 11))) {
    while (
      stop < length &&
      (isDigit(codes[stop]) ||
        isLetter(codes[stop]) ||
        ((codes[stop] === 0x2e || codes[stop] === HYPHEN) && (isDigit(codes[stop + 1]) || isLetter(codes[stop + 1]))))
    )
      stop++;
    return aside(scan, at, stop);
  }
  if (mark === HYPHEN && isUpper(codes[end + 1]) && isLetter(codes[end + 2]) && !isUpper(codes[end + 2])) {
    const word = wordAt(line, end + 1);
    if (!/^(year|month|day|week|hour|minute|member|point|mile|inch|foot|percent|page|seat|to)$/.test(word.text))
      return aside(scan, at, word.end);
  }
  return 0;
}

/** Digits that run on into letters: a unit, a scale, an ordinal (5th), or else a name (4o, 13F, 405B). */
function lettered(scan: Scan, at: number, end: number): number {
  const { line } = scan;
  const { codes, length } = line;
  const word = wordAt(line, end);
  const value = Number.parseInt(line.slice(at, end), 10);
  // He weighs 12st; 21st is a place.
  const stone = word.text === 'st' && (value % 10 !== 1 || value % 100 === 11);
  if (/^(st|nd|rd|th)$/.test(word.text) && !stone) {
    return emit(scan, { ...newFound(at, word.end, 'ordinal'), value, unit: 'rank' });
  }
  if (word.text !== 's') {
    const amount = readAmount(scan, at, undefined);
    if (
      amount !== undefined &&
      amount.end > end &&
      !isCjk(codes[amount.end - 1]) &&
      (!amount.bare || amount.spoken > 1)
    )
      return 0;
    if (amount !== undefined && !amount.bare && amount.end > end) return 0;
  }
  let stop = word.end;
  while (
    stop < length &&
    (isDigit(codes[stop]) || isLetter(codes[stop]) || (codes[stop] === HYPHEN && isLetter(codes[stop + 1])))
  )
    stop++;
  return aside(scan, at, stop);
}
