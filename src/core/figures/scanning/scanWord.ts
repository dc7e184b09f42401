import { aside, emit, finish } from '../judging/finish';
import { become, readAmount } from '../reading/readAmount';
import { monthNamed, readMonthName } from '../reading/readDate';
import { isDigit, isHan, isLetter, isUpper, SPACE } from './characters';
import { newFound, type Scan, setAside } from './scan';
import { scanMark } from './scanMark';
import { hashLetter, LETTER } from './tables';

const HYPHEN = 0x2d;

/** Reads a Latin word: passed by unless it is a number, a currency, a month or part of a name with digits. */
export function scanWord(scan: Scan, from: number): number {
  const { line, tables } = scan;
  const { codes, length } = line;
  const { classes } = tables;
  let hash = 0;
  let end = from;
  while (end < length && classes[codes[end]!]! & LETTER) hash = hashLetter(hash, codes[end++]!);
  if (tables.wordFilter[hash] === 1) {
    const marked = scanMark(scan, from);
    if (marked > 0) return marked;
    const read = scanNumberWord(scan, from, end);
    if (read > 0) return read;
  }
  const next = codes[end];
  if (isDigit(next))
    return countsBehind(scan, from, end) || isMagnitude(scan, from, end) ? end : scanToken(scan, from, end);
  if (next === HYPHEN && isDigit(codes[end + 1]))
    return isPrefix(line.slice(from, end)) ? end + 1 : scanToken(scan, from, end);
  if (end - from === 2 && next === 0x2e && isDigit(codes[end + 2])) return scanNumbered(scan, from, end, end + 2);
  // Papers in Britain set no point: No 10 is a house, the world No 1 a place.
  if (end - from === 2 && next === SPACE && isDigit(codes[end + 1]) && isUpper(codes[from]))
    return scanNumbered(scan, from, end, end + 1);
  return end;
}

/** M7.2 of an earthquake. */
function isMagnitude({ line }: Scan, from: number, end: number): boolean {
  if (end - from !== 1 || line.codes[from] !== 0x4d || line.codes[end + 1] !== 0x2e) return false;
  return /^\d\.\d([^\dA-Za-z.]|$)/.test(line.slice(end, end + 4)) && /震/.test(line.slice(from - 40, end + 40));
}

function isPrefix(word: string): boolean {
  return /^(mid|pre|post|sub|early|late|under|over|non|top|circa|to|the|and|or|from|of)$/i.test(word);
}

/** "No. 4" in a ranking is a place; elsewhere it only numbers something. */
function scanNumbered(scan: Scan, from: number, end: number, digits: number): number {
  const { line } = scan;
  if (!/^no$/i.test(line.slice(from, end)) || line.codes[digits - 1] !== SPACE) return end;
  let stop = digits;
  let value = 0;
  while (isDigit(line.codes[stop]) && stop < end + 6) value = value * 10 + line.codes[stop++]! - 0x30;
  // "Yes 58%, No 29 per cent" is an answer with its share.
  if (digits === end + 1 && /^(%|[.,]?\d| (per|percent|pct|points?|votes?|people)\b)/.test(line.slice(stop, stop + 9)))
    return end;
  const ranked =
    /rank|place|finish|seed|chart|list|world /i.test(line.slice(from - 40, from)) ||
    /^ (seed|spot|ranking|position|pick|overall|draft|hit|single|album|in the (world|rankings?|charts?))\b/.test(
      line.slice(stop, stop + 24),
    );
  if (!ranked) return aside(scan, from, stop);
  return emit(scan, { ...newFound(from, stop, 'ordinal'), value, unit: 'rank' });
}

/** What is counted in numbers that touch a Latin word: GPU130万基, AI3社, EV1台. Any counter may follow a scale. */
const COUNTED = new Set('人名社件台基枚店校倍割'.split(''));
/** CO2, PM2, MP3, PS5, AKB48: a word and its number are one name before a counter too. */
const NAMED = /^([CNS]O|PM|MP|PS|GB|RTX|COP|COV|[A-Z]{2}B|[A-Z]KE|HKT|NGT)$/;

/**
 * Whether the digits that touch a Latin word count something behind it (EV1台, GPU130万基, ROE8%), where GB200, F35戦闘機 and
 * H3ロケット are names: the word is of two capitals or more, and a large scale or a common counter follows.
 */
function countsBehind(scan: Scan, from: number, end: number): boolean {
  const { codes } = scan.line;
  if (scan.tables.locale === 'en' || end - from < 2) return false;
  let at = end;
  while (at < end + 8 && (isDigit(codes[at]) || ((codes[at] === 0x2c || codes[at] === 0x2e) && isDigit(codes[at + 1]))))
    at++;
  const character = scan.line.slice(at, at + 1);
  if (character !== '' && '万億兆'.includes(character)) return true;
  const word = scan.line.slice(from, end);
  if (/^(%|円|ドル|ユーロ|ポイント|パーセ)/.test(scan.line.slice(at, at + 4))) return /^[A-Z]+$/.test(word);
  if (
    !COUNTED.has(character) ||
    (at - end > 2 && '台基枚本'.includes(character)) ||
    !/^[A-Z]+$/.test(word) ||
    NAMED.test(word)
  )
    return false;
  // AKB48人気: the counter is part of another word.
  return !isHan(codes[at + 1]) || '分当以共連合割超未前程台強弱増減'.includes(String.fromCharCode(codes[at + 1]!));
}

/** GB200, B-2, GPT-4o, Q3 2025, FY2024: letters and digits in one token. */
function scanToken(scan: Scan, from: number, wordEnd: number): number {
  const { line } = scan;
  const { codes, length } = line;
  let end = wordEnd;
  while (end < length && (isWord(codes[end]) || (isJoint(codes[end]!) && isWord(codes[end + 1])))) end++;
  const head = line.slice(from, wordEnd).toUpperCase();
  const digits = line.slice(wordEnd, Math.min(end, wordEnd + 6));
  if (head === 'FY' && /^\d{2,4}$/.test(digits)) {
    const found = newFound(from, end, 'year');
    found.value = digits.length === 4 ? Number(digits) : 2000 + Number(digits);
    found.unit = 'year';
    return emit(scan, found);
  }
  if (/^[QH]$/.test(head) && /^[1-4]$/.test(digits)) {
    const year = /^ (FY ?)?\d{4}/.exec(line.slice(end, end + 9));
    const stop = end + (year?.[0].length ?? 0);
    scan.found.push({ ...setAside(from, stop, 'date'), unit: 'date' });
    return stop;
  }
  return aside(scan, from, end);
}

function isWord(code: number | undefined): boolean {
  return isDigit(code) || isLetter(code);
}

function isJoint(code: number): boolean {
  return code === HYPHEN || code === 0x2e || code === 0x2f || code === 0x5f || code === 0x3a;
}

function scanNumberWord(scan: Scan, from: number, end: number): number {
  const { line } = scan;
  const { codes } = line;
  if (isLetter(codes[from - 1]) || (codes[from - 1] === HYPHEN && isLetter(codes[from - 2]))) return 0;
  const word = line.slice(from, end).toLowerCase();
  if (isUpper(codes[from]) && monthNamed(word) > 0) {
    const dated = isDigit(codes[end + 1]) || codes[end] === 0x2e;
    if (!dated && (word === 'may' || word === 'march' || word.length === 3)) return end;
    const month = readMonthName(line, from);
    if (month !== undefined) {
      scan.found.push({ ...setAside(from, month.end, 'date'), unit: 'date' });
      return month.end;
    }
  }
  if (word === 'age') return scanAge(scan, end);
  if (word === 'percent' || word === 'per') return scanPercentOf(scan, from);
  if (word === 'fiscal') return scanFiscal(scan, end);
  const amount = readAmount(scan, from, undefined);
  return amount === undefined ? 0 : finish(scan, amount);
}

/** "of age 87". */
function scanAge(scan: Scan, end: number): number {
  const { codes } = scan.line;
  if (codes[end] !== SPACE || !isDigit(codes[end + 1])) return 0;
  const amount = readAmount(scan, end + 1, undefined);
  if (amount === undefined || !amount.bare || amount.value === undefined || amount.value > 130) return 0;
  become(amount, 'age', 'year');
  return finish(scan, amount);
}

/** "fiscal 2024", "fiscal year 2025". */
function scanFiscal(scan: Scan, end: number): number {
  const { line } = scan;
  const head = /^ (year )?(?=(19|20)\d\d)/.exec(line.slice(end, end + 10));
  if (head === null) return 0;
  const start = end + head[0].length;
  const found = newFound(start, start + 4, 'year');
  found.value = Number(line.slice(start, start + 4));
  found.unit = 'year';
  return emit(scan, found);
}

/** "percent of 10", "per cent of 210". */
function scanPercentOf(scan: Scan, from: number): number {
  const { line } = scan;
  const head = /^per ?cent of (?=\d)/i.exec(line.slice(from, from + 14));
  if (head === null) return 0;
  const amount = readAmount(scan, from + head[0].length, undefined, from);
  if (amount === undefined || !amount.bare) return 0;
  become(amount, 'percent', '%');
  return emit(scan, amount);
}
