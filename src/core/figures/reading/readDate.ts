import { foldCharacters } from '../../text/foldCharacters';
import { isDigit, isHan, isLetter, SPACE } from '../scanning/characters';
import type { Line } from '../scanning/line';
import type { Tables } from '../scanning/tables';
import { isLength } from './isLength';
import { isShortYear, isYearInShort } from './isYearInShort';
import type { Numeral } from './numeral';
import { readNumber } from './readNumber';
import { wordAt } from './readWords';

/** A point or period on the calendar or the clock. */
export interface DateToken {
  readonly end: number;
  /** Set where the expression is a bare year (2016年, 2024年度, 令和7年): it dates a figure. */
  readonly year: number | undefined;
  /** It names a period as part of a title (1990年代, 21世紀): nothing to source. */
  readonly era: boolean;
}

const code = (character: string): number => foldCharacters(character).charCodeAt(0);
const YEAR = code('年');
const MONTH = code('月');
const POINT_ZH = code('点');
const DAY = code('日');
const DAY_ZH = code('号');
const HOURS = new Set([...'時时'].map((character) => character.charCodeAt(0)));
const MINUTE = code('分');
const SECOND = code('秒');
const SPANS = new Set([...'間间'].map((character) => character.charCodeAt(0)));
const AGE = code('代');
const FISCAL = code('度');
const HALF = code('半');

/** What stands between two days of a month: 13~15日, 13-15日, 13、14日, 13・14日. */
const DAY_JOINTS = new Set([0x7e, 0x2d, 0x2013, 0x3001, 0x30fb]);
const ERAS: readonly (readonly [string, number])[] = [
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['大正', 1911],
  ['明治', 1867],
  ['民国', 1911],
];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const ORDINAL_ENDS = new Set(['st', 'nd', 'rd', 'th']);

/** The month a Latin word names (1–12), abbreviations included; 0 for another word. */
export function monthNamed(word: string): number {
  const name = word.endsWith('.') ? word.slice(0, -1) : word;
  if (name.length < 3) return 0;
  return (
    MONTHS.findIndex((month) => month === name || (month.startsWith(name) && (name.length === 3 || name === 'sept'))) +
    1
  );
}

/** Reads a date, a year or a time of day that begins with a numeral. */
export function readDate(line: Line, from: number, numeral: Numeral, tables: Tables): DateToken | undefined {
  const { codes } = line;
  if (numeral.value === undefined || numeral.approx !== undefined || numeral.max !== undefined) return undefined;
  const after = codes[numeral.end] === SPACE ? numeral.end + 1 : numeral.end;
  const sign = codes[after];
  if (numeral.decimals === 0 && !numeral.grouped && isHan(sign)) {
    if (sign === YEAR && isTerm(line, from)) return undefined;
    if (sign === YEAR) return readYear(line, numeral.value, from, after + 1, tables, isShortYear(numeral));
    if (sign === MONTH && numeral.value >= 1 && numeral.value <= 12) return readMonth(line, after + 1, tables);
    if ((sign === DAY || (sign === DAY_ZH && tables.locale === 'zh')) && numeral.value >= 1 && numeral.value <= 31) {
      return isLength(line, after + 1) ||
        isSpentOn(line, from, after + 1) ||
        (numeral.value === 1 && numeral.digits === 0)
        ? undefined
        : date(readClock(line, after + 1, tables));
    }
    if (HOURS.has(sign!) && numeral.value <= 30 && !SPANS.has(codes[after + 1]!))
      return date(readClockFrom(line, after + 1, tables));
    if (sign === POINT_ZH && tables.locale === 'zh' && numeral.value <= 24 && isClock(line, from, after + 1))
      return date(readClockFrom(line, after + 1, tables));
    if (isCentury(line, after) && numeral.value >= 5 && numeral.value <= 30)
      return { end: after + 2, year: undefined, era: true };
    return undefined;
  }
  // 13~15日の日程; 2~3日 and 10~14日間 are lengths of time.
  if (numeral.value >= 10 && numeral.value <= 30 && numeral.decimals === 0) {
    const last = lastDay(line, numeral, tables);
    if (last !== undefined && !isLength(line, last) && codes[last] !== 0x3067) return date(last);
  }
  if (numeral.digits === 0) return undefined;
  return readAscii(line, from, numeral, tables);
}

/** 懲役2年6月: years and months of a sentence, not of a calendar. */
export function isTerm(line: Line, from: number): boolean {
  return /(懲役|禁錮|禁固|拘禁刑|刑期|実刑|徒刑|求刑|判刑) ?$/.test(line.slice(from - 4, from));
}

/** 令和7年, 平成元年: read from the first character of the era. */
export function readEra(line: Line, from: number, tables: Tables): DateToken | undefined {
  const name = line.slice(from, from + 2);
  const start = ERAS.find(([era]) => era === name)?.[1];
  if (start === undefined) return undefined;
  let year = 1;
  let at = from + 3;
  if (line.slice(from + 2, from + 3) !== '元') {
    const numeral = readNumber(line, from + 2, tables);
    if (numeral?.value === undefined) return undefined;
    year = numeral.value;
    at = numeral.end;
  }
  return line.codes[at] === YEAR ? readYear(line, start + year, from, at + 1, tables, false) : undefined;
}

/** June 9, 2025 · June 2025 · June 9: read from the name of the month. */
export function readMonthName(line: Line, from: number): DateToken | undefined {
  const { codes } = line;
  const word = wordAt(line, from);
  if (monthNamed(word.text) === 0) return undefined;
  let at = word.end;
  if (codes[at] === 0x2e) at++;
  const day = spacedDigits(line, at);
  if (day === undefined) return date(word.end);
  if (day.digits === 4) return date(day.end);
  if (day.value > 31) return date(word.end);
  at = dayEnd(line, day.end);
  if (codes[at] === 0x2d || codes[at] === 0x2013) {
    const last = digitsAt(line, at + 1);
    if (last !== undefined && last.digits <= 2) at = last.end;
  }
  const year = spacedDigits(line, codes[at] === 0x2c ? at + 1 : at);
  return date(year !== undefined && year.digits === 4 ? year.end : at);
}

function readYear(
  line: Line,
  value: number,
  from: number,
  end: number,
  tables: Tables,
  short: boolean,
): DateToken | undefined {
  const { codes } = line;
  if (codes[end] === AGE) return { end: end + 1, year: undefined, era: true };
  const next = readNumber(line, codes[end] === SPACE ? end + 1 : end, tables);
  if (next?.value !== undefined && next.value >= 1 && next.value <= 12) {
    const sign = codes[next.end] === SPACE ? next.end + 1 : next.end;
    if (codes[sign] === MONTH) return readMonth(line, sign + 1, tables);
    // 2025年4~6月期
    const joint = codes[sign] === 0x7e || codes[sign] === 0x2d || codes[sign] === 0x2013;
    const last = joint ? readNumber(line, sign + 1, tables) : undefined;
    if (last?.value !== undefined && last.value <= 12 && codes[last.end] === MONTH) return date(last.end + 1);
  }
  // 2025年第2四半期, 2025年度第1四半期
  const period = codes[end] === FISCAL ? end + 1 : end;
  if (codes[period] === code('第') || codes[period] === SPACE) {
    const quarter = line.slice(period, period + 8).indexOf(foldCharacters('四半期'));
    if (quarter >= 0) return { end: period + quarter + 3, year: undefined, era: false };
  }
  if (short) {
    const year = value < 50 ? 2000 + value : 1900 + value;
    if (codes[end] === FISCAL) return { end: end + 1, year, era: false };
    return isYearInShort(line, from, end, value) ? { end, year, era: false } : undefined;
  }
  const isYear = value >= 1500 && value <= 2200 && Number.isInteger(value);
  // 千年の都 is a length of time.
  const ancient = value >= 600 && value < 1500 && value !== 1000 && !isLength(line, end);
  if ((!isYear && !ancient) || SPANS.has(codes[end]!) || (value % 100 === 0 && value < 2000 && isLength(line, end)))
    return undefined;
  return { end: codes[end] === FISCAL && codes[end + 1] !== 0x5408 ? end + 1 : end, year: value, era: false };
}

function readMonth(line: Line, from: number, tables: Tables): DateToken | undefined {
  const { codes } = line;
  if (SPANS.has(codes[from]!)) return undefined;
  const at = codes[from] === SPACE ? from + 1 : from;
  const day = readNumber(line, at, tables);
  if (day?.value !== undefined && day.value >= 1 && day.value <= 31) {
    const sign = codes[day.end] === SPACE ? day.end + 1 : day.end;
    if (codes[sign] === DAY || codes[sign] === DAY_ZH) return date(readClock(line, sign + 1, tables));
    const last = lastDay(line, day, tables);
    if (last !== undefined) return date(last);
  }
  return date(from);
}

/** 6月13~15日, 13、14日, 13、14両日: behind the last of several days, if a numeral of a day stands before them. */
function lastDay(line: Line, first: Numeral, tables: Tables): number | undefined {
  const { codes } = line;
  if (first.value === undefined) return undefined;
  let at = first.end;
  // Two days in a row were read as a spread already.
  if (first.max === undefined) {
    if (!DAY_JOINTS.has(codes[at]!)) return undefined;
    const last = readNumber(line, at + 1, tables);
    if (last?.value === undefined || !(last.value > first.value && last.value <= 31)) return undefined;
    at = last.end;
  }
  const days = /^(の?両)?日(?!間)/.exec(line.slice(at, at + 4));
  return days === null ? undefined : at + days[0].length;
}

/** The time of day behind a date, if any: 10:12AM, (月)午前10時12分, 12:12. */
function readClock(line: Line, from: number, tables: Tables): number {
  const { codes } = line;
  let at = from;
  if (codes[at] === 0x28 && codes[at + 2] === 0x29 && isHan(codes[at + 1])) at += 3;
  const weekday = at;
  while (codes[at] === SPACE || codes[at] === 0x54 || '午前後后'.includes(String.fromCharCode(codes[at]!))) at++;
  const hour = digitsAt(line, at);
  if (hour === undefined || hour.digits > 2) return weekday;
  if (codes[hour.end] === 0x3a) return clockEnd(line, hour.end);
  if (HOURS.has(codes[hour.end]!) && !SPANS.has(codes[hour.end + 1]!)) return readClockFrom(line, hour.end + 1, tables);
  return weekday;
}

/** From behind 時: 12分30秒, 半, 過ぎ. */
function readClockFrom(line: Line, from: number, tables: Tables): number {
  const { codes } = line;
  if (codes[from] === HALF) return from + 1;
  const minute = readNumber(line, from, tables);
  if (minute?.value === undefined || codes[minute.end] !== MINUTE) return from;
  const second = readNumber(line, minute.end + 1, tables);
  return second?.value !== undefined && codes[second.end] === SECOND ? second.end + 1 : minute.end + 1;
}

/** From a colon between digits: :12, :12:30, with AM or PM. */
function clockEnd(line: Line, colon: number): number {
  const { codes } = line;
  let at = colon;
  while (codes[at] === 0x3a && isDigit(codes[at + 1]) && isDigit(codes[at + 2]) && !isDigit(codes[at + 3])) at += 3;
  return meridiemEnd(line, at);
}

function meridiemEnd(line: Line, from: number): number {
  const { codes } = line;
  const at = codes[from] === SPACE ? from + 1 : from;
  const letter = (codes[at] ?? 0) | 0x20;
  if (letter !== 0x61 && letter !== 0x70) return from;
  const dotted = codes[at + 1] === 0x2e ? 1 : 0;
  if (((codes[at + 1 + dotted] ?? 0) | 0x20) !== 0x6d || isLetter(codes[at + 2 + dotted])) return from;
  return at + 2 + dotted + (dotted === 1 && codes[at + 3] === 0x2e ? 1 : 0);
}

function readAscii(line: Line, from: number, numeral: Numeral, tables: Tables): DateToken | undefined {
  const { codes } = line;
  const first = digitsAt(line, from);
  if (first === undefined) return undefined;
  const sign = codes[first.end];
  if (
    sign === 0x3a &&
    first.digits <= 2 &&
    isDigit(codes[first.end + 1]) &&
    isDigit(codes[first.end + 2]) &&
    !isDigit(codes[first.end + 3])
  ) {
    return date(clockEnd(line, first.end));
  }
  if (first.digits === 4 && (sign === 0x2d || sign === 0x2f || sign === 0x2e)) {
    const second = digitsAt(line, first.end + 1);
    if (
      second !== undefined &&
      second.digits <= 2 &&
      second.value >= 1 &&
      second.value <= 12 &&
      codes[second.end] === sign
    ) {
      const third = digitsAt(line, second.end + 1);
      if (third !== undefined && third.digits <= 2 && third.value <= 31)
        return date(readClock(line, third.end, tables));
    }
    if (second !== undefined && sign === 0x2f && second.value <= 12 && second.digits <= 2) return date(second.end);
  }
  if (first.digits <= 2 && sign === 0x2f) {
    const second = digitsAt(line, first.end + 1);
    if (second !== undefined && second.digits <= 2 && codes[second.end] === 0x2f) {
      const third = digitsAt(line, second.end + 1);
      if (third !== undefined && (third.digits === 2 || third.digits === 4)) return date(third.end);
    }
  }
  if (numeral.end !== first.end) return undefined;
  // 6 p.m., 6pm; 9 June 2025, 9th of June.
  const hour = first.value <= 12 && first.digits <= 2 ? meridiemEnd(line, first.end) : first.end;
  if (hour > first.end) return date(hour);
  if (first.digits > 2 || first.value > 31) return undefined;
  let at = dayEnd(line, first.end);
  if (codes[at] !== SPACE) return undefined;
  at++;
  if (line.slice(at, at + 3) === 'of ') at += 3;
  if (isLetter(codes[at]) && codes[at]! < 0x60) return readMonthName(line, at);
  return undefined;
}

function dayEnd(line: Line, from: number): number {
  const word = wordAt(line, from);
  return ORDINAL_ENDS.has(word.text) ? word.end : from;
}

/** 公開から3日で: by から before it and で behind it, a length of time. */
function isSpentOn(line: Line, from: number, end: number): boolean {
  // …から25日で20年: a day on which so many years are over.
  if (line.codes[end] !== 0x3067 || /^\d+(周?年|カ月)/.test(line.slice(end + 1, end + 6))) return false;
  return /(から|わずか|たった|約|以来)$/.test(line.slice(from - 3, from));
}

/** 凌晨2点, 3点半, 9点15分: an hour, where 跌2点 is two points. */
function isClock(line: Line, from: number, end: number): boolean {
  return (
    /(凌晨|清晨|早晨|早上|今早|上午|中午|下午|午后|傍晚|晚上|晚间|當晚|当晚|昨晚|今晚|深夜|半夜|夜间|[日号晚]) ?$/.test(
      line.slice(from - 4, from),
    ) || /^(钟|鐘|整|半(?!个)|许|\d{1,2}分(?!点))/.test(line.slice(end, end + 4))
  );
}

function isCentury(line: Line, at: number): boolean {
  return line.codes[at] === 0x4e16 && (line.codes[at + 1] === 0x7d00 || line.codes[at + 1] === 0x7eaa);
}

function spacedDigits(line: Line, at: number): ReturnType<typeof digitsAt> {
  return digitsAt(line, line.codes[at] === SPACE ? at + 1 : at);
}

/** Up to four ASCII digits at a place. */
function digitsAt(line: Line, from: number): { value: number; digits: number; end: number } | undefined {
  let end = from;
  let value = 0;
  while (end < from + 5 && isDigit(line.codes[end])) value = value * 10 + line.codes[end++]! - 0x30;
  const digits = end - from;
  return digits === 0 || digits > 4 ? undefined : { value, digits, end };
}

function date(end: number): DateToken {
  return { end, year: undefined, era: false };
}
