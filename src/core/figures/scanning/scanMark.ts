import { aside, emit, finish } from '../judging/finish';
import { isFold } from '../judging/isFold';
import { become, readAmount } from '../reading/readAmount';
import { readCounted } from '../reading/readCounted';
import { readEra } from '../reading/readDate';
import { kanaNumeralBefore } from '../reading/readKana';
import { readLossOf } from '../reading/readLoss';
import { signStart } from '../reading/readSign';
import { isDigit, isHan, isKatakana, isLetter, isWordEnd, SPACE } from './characters';
import { type Found, newFound, type Scan, setAside } from './scan';
import { DIGIT, type Mark, NUMERAL, type UnitEntry } from './tables';

const ORDINAL = '第'.charCodeAt(0);
const SHARES: ReadonlyMap<number, number> = new Map([
  [0xbd, 1 / 2],
  [0xbc, 1 / 4],
  [0xbe, 3 / 4],
  [0x2153, 1 / 3],
  [0x2154, 2 / 3],
  [0x215b, 1 / 8],
]);

/** Reads a word of the tables at a place: money, a figure in itself, a hint, a word to skip. 0 if there is none. */
export function scanMark(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const { codes, length } = line;
  const match = tables.marks.longest(codes, at, length, isMarkEnd, true);
  return match === undefined ? 0 : useMark(scan, at, match.at, match.value);
}

function isMarkEnd(mark: Mark, end: number, codes: Uint16Array): boolean {
  if (!isLetter(codes[end - 1])) return true;
  return !isLetter(codes[end]) && !(isDigit(codes[end]) && mark.type !== 'money');
}

function useMark(scan: Scan, at: number, end: number, mark: Mark): number {
  const { line, hints } = scan;
  const { codes } = line;
  switch (mark.type) {
    case 'skip':
      // 一一二二萬元: a numeral that goes on, not the word 一一.
      return isNumeralOnly(scan, at, end) ? 0 : end;
    case 'hint':
      hints.push({ group: mark.group, code: mark.code });
      return end;
    case 'unit': {
      // ％ or ℃ behind a number was read with it; here it stands alone.
      scan.found.push({ ...setAside(at, end), unit: mark.unit });
      return end;
    }
    case 'figure': {
      if (isKatakana(codes[end]) && isKatakana(codes[end - 1])) return 0;
      if (isLetter(codes[at - 1]) || (codes[at - 1] === 0x2d && isLetter(codes[at]))) return end;
      if (mark.kind === 'multiple' && isLetter(codes[at]) && !isFold(line, at, end)) return end;
      const found: Found = {
        ...newFound(at, end, mark.kind),
        value: mark.value,
        unit: mark.unit,
        approx: mark.approx,
        checkable: mark.checkable,
      };
      if (mark.open) readCounted(scan, found);
      return emit(scan, found);
    }
    case 'money':
      return scanMoney(scan, at, end, mark.entry);
  }
}

/** A word of numerals alone with one more behind it. */
function isNumeralOnly({ line, tables }: Scan, from: number, end: number): boolean {
  const { codes } = line;
  for (let at = from; at <= end; at++) if ((tables.classes[codes[at]!]! & NUMERAL) === 0) return false;
  return true;
}

/** A currency: the amount behind it, or the currency alone. */
function scanMoney(scan: Scan, start: number, end: number, entry: UnitEntry): number {
  const { codes } = scan.line;
  const letters = isLetter(codes[end - 1]);
  const name = letters && entry.surface.length > 3;
  // Rs 500 is a sum, an RS 6 a car.
  if (entry.surface === 'Rs' && scan.line.slice(start, end) !== 'Rs') return 0;
  if (start > 0 && isKatakana(codes[start - 1]) && isKatakana(codes[start])) return 0;
  if (isKatakana(codes[end]) && isKatakana(codes[end - 1])) return 0;
  if (letters && (isLetter(codes[start - 1]) || isLetter(codes[end]))) return 0;
  let at = end;
  while (codes[at] === SPACE && at < end + 4) at++;
  const negative = (codes[at] === 0x2d || codes[at] === 0x2013) && isDigit(codes[at + 1]);
  if (negative) at++;
  const loss = readLossOf(scan, at, entry, start);
  if (loss !== undefined) return finish(scan, loss);
  const kanji =
    scan.tables.classes[codes[at]!]! & NUMERAL && isHan(codes[end - 1]) && !(start > 0 && isHan(codes[start - 1]));
  // "10 $ 30 $": a sign off from the number behind it belongs to the number before it.
  const last = scan.found.at(-1);
  const taken = at > end && last !== undefined && last.end === start;
  const letterCode = letters && !name && at === end && !isMajor(entry);
  if ((isDigit(codes[at]) || kanji || (codes[at] === 0x2e && isDigit(codes[at + 1]))) && !taken && !letterCode) {
    const amount = readAmount(scan, at, entry, start);
    if (amount !== undefined && !(name && isYear(amount.numeral.digits, amount.value, amount.numeral.grouped))) {
      const sign = signStart(scan, start);
      if (sign !== undefined) amount.start = sign.start;
      if ((negative || sign?.negative === true) && amount.value !== undefined) amount.value = -amount.value;
      return finish(scan, amount);
    }
  }
  if (taken) return 0;
  const kana = isKatakana(codes[start]) ? kanaNumeralBefore(scan.line, start) : undefined;
  if (kana !== undefined && (last === undefined || last.end <= kana.start)) {
    const { unit, loose } = entry;
    return emit(scan, { ...newFound(kana.start, end, 'money'), value: kana.value * entry.factor, unit, loose });
  }
  scan.found.push({ ...setAside(start, end), unit: entry.unit, loose: entry.loose });
  return end;
}

/** Codes that are written onto the number (USD115, RMB10); COP30 and SAR2 are something else. */
function isMajor(entry: UnitEntry): boolean {
  return (
    entry.surface.length !== 3 ||
    /^(USD|EUR|GBP|JPY|CNY|RMB|HKD|AUD|CAD|CHF|NTD|TWD|KRW|INR|SGD|NZD)$/.test(entry.surface)
  );
}

function isYear(digits: number, value: number | undefined, grouped: boolean): boolean {
  return digits === 4 && !grouped && value !== undefined && value >= 1900 && value <= 2100;
}

/** What begins with a character that is only sometimes part of a figure: 第3, 令和7年, 摂氏20度, ½. */
export function scanSign(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const code = line.codes[at]!;
  if (code === ORDINAL) return scanOrdinal(scan, at);
  const share = SHARES.get(code);
  if (share !== undefined) return scanShare(scan, at, share);
  const era = readEra(line, at, tables);
  if (era === undefined) return scanDegrees(scan, at);
  const found = newFound(at, era.end, era.year === undefined ? 'date' : 'year');
  found.value = era.year;
  found.unit = found.kind;
  found.checkable = era.year !== undefined;
  return emit(scan, found);
}

/** 摂氏20度, 華氏 マイナス 5度, 华氏温度98.6度. */
function scanDegrees(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const head = /^(摂氏|セ氏|华氏|華氏|カ氏|摄氏)(温度)?(の)? *(マイナス|负|-)? */.exec(line.slice(at, at + 16));
  if (head === null) return 0;
  const start = at + head[0].length;
  const unit = /^(华|華|カ)/.test(head[0]) ? 'degree_fahrenheit' : 'degree_celsius';
  const begins = tables.classes[line.codes[start]!]! & (DIGIT | NUMERAL);
  const amount = begins ? readAmount(scan, start, undefined, at) : undefined;
  if (amount === undefined || amount.value === undefined) {
    const end = at + 2 + (head[2]?.length ?? 0);
    scan.found.push({ ...setAside(at, end), unit });
    return end;
  }
  if (head[4] !== undefined) amount.value = -amount.value;
  become(amount, 'temperature', unit);
  return finish(scan, amount, false);
}

function scanShare(scan: Scan, at: number, share: number): number {
  const { codes, length } = scan.line;
  const from = codes[at + 1] === SPACE ? at + 2 : at + 1;
  const unit = scan.tables.units.longest(codes, from, length, isWordEnd, true);
  const found = newFound(at, unit?.at ?? at + 1, unit?.value.kind ?? 'percent');
  found.value = unit === undefined ? share * 100 : share;
  found.unit = unit?.value.unit ?? '%';
  return emit(scan, found);
}

/** 第2四半期 is a date, 第3位 a rank, 第5回 and 第三者 a label. In Chinese 第二大 and 第三次 give a rank. */
function scanOrdinal(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const { codes } = line;
  // Set type may part them: 第 2 四半期.
  const from = codes[at + 1] === SPACE && isDigit(codes[at + 2]) ? at + 2 : at + 1;
  const amount = readAmount(scan, from, undefined, at);
  if (amount?.value === undefined) return 0;
  const { numeral } = amount;
  const behind = codes[numeral.end] === SPACE ? numeral.end + 1 : numeral.end;
  if (line.slice(behind, behind + 3) === '四半期') {
    scan.found.push({ ...setAside(at, behind + 3, 'date'), unit: 'date' });
    return behind + 3;
  }
  if (amount.kind === 'ordinal' && !amount.bare) return emit(scan, amount);
  if (tables.locale === 'zh') {
    const after = line.slice(numeral.end, numeral.end + 1);
    const ranked = /(排名|排在|位列|名列|位居|列|居)(全球|全国|世界|亚洲|行业|榜单|总榜)?$/.test(
      line.slice(at - 8, at),
    );
    if (ranked || '大高低多长快名位次'.includes(after)) {
      const counted = '名位次'.includes(after) && after !== '';
      const found = newFound(at, numeral.end + (counted ? 1 : 0), 'ordinal');
      found.value = numeral.value;
      found.unit = 'rank';
      return emit(scan, found);
    }
  }
  return aside(scan, at, amount.end);
}
