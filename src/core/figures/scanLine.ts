import { approximate } from './approximate';
import { isCjk, isDigit, isHan, isKatakana, isLetter, isUpper, SPACE } from './characters';
import { isCheckable, isLabel, refine } from './checkable';
import { GAP } from './line';
import { type Amount, readAmount, rounded } from './readAmount';
import { monthNamed, readDate, readEra, readMonthName } from './readDate';
import { nounAfter } from './readNoun';
import { extendRange } from './readRange';
import { nextWord, wordAt } from './readWords';
import { type Found, newFound, type Scan, setAside } from './scan';
import { DIGIT, hashLetter, LETTER, MARK, type Mark, NUMERAL, SIGN, type UnitEntry } from './tables';

const HYPHEN = 0x2d;
const ORDINAL = '第'.charCodeAt(0);

/** Finds every figure of the scan's line, in order, and leaves them in `scan.found`. One pass, no backtracking. */
export function scanLine(scan: Scan): void {
  const { line, tables } = scan;
  const { codes, length } = line;
  const { classes } = tables;
  let at = listNumber(scan);
  while (at < length) {
    const bits = classes[codes[at]!]!;
    if (bits === 0) {
      at++;
      continue;
    }
    if (bits & LETTER) {
      at = scanWord(scan, at);
      continue;
    }
    let next = 0;
    if (bits & MARK) next = scanMark(scan, at);
    if (next === 0 && bits & SIGN) next = scanSign(scan, at);
    if (next === 0 && bits & (DIGIT | NUMERAL)) next = scanNumber(scan, at);
    at = next > at ? next : at + 1;
  }
}

/** "1. ", "2) ", "(3) " and "４．" at the start of a line number its items. */
function listNumber(scan: Scan): number {
  const { codes, length } = scan.line;
  let at = 0;
  while (at < length && (codes[at] === SPACE || codes[at] === 0x09 || codes[at] === 0x23 || codes[at] === 0x3e)) at++;
  const start = at;
  const bracket = codes[at] === 0x28;
  if (bracket) at++;
  let digits = 0;
  while (isDigit(codes[at])) {
    at++;
    digits++;
  }
  if (digits === 0 || digits > 3) return 0;
  // Sections are numbered 3.1 and 3.1.2 where a heading's words follow.
  while (codes[start] !== undefined && codes[at] === 0x2e && isDigit(codes[at + 1]) && start > 0 && codes[0] === 0x23) {
    at++;
    while (isDigit(codes[at])) at++;
  }
  const close = codes[at];
  const after = codes[at + 1];
  const closes = bracket
    ? close === 0x29
    : ((close === 0x2e || close === 0x29) && !isDigit(after)) ||
      (close === 0x3001 && !isDigit(after)) ||
      (start > 0 && codes[0] === 0x23 && close === SPACE && isHan(after) && at > start + 2);
  if (!closes) return 0;
  scan.found.push(setAside(start, at));
  return at + 1;
}

function scanMark(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const { codes, length } = line;
  const match = tables.marks.longest(
    codes,
    at,
    length,
    (_, end) => !(isLetter(codes[end - 1]) && isLetter(codes[end])),
    true,
  );
  return match === undefined ? 0 : useMark(scan, at, match.at, match.value);
}

function useMark(scan: Scan, at: number, end: number, mark: Mark): number {
  const { line, hints } = scan;
  const { codes } = line;
  switch (mark.type) {
    case 'skip':
      return end;
    case 'hint':
      hints.push({ group: mark.group, code: mark.code });
      return end;
    case 'figure': {
      if (isKatakana(codes[end]) && isKatakana(codes[end - 1])) return 0;
      const found: Found = {
        ...newFound(at, end, mark.kind),
        value: mark.value,
        unit: mark.unit,
        approx: mark.approx,
        checkable: mark.checkable,
      };
      return emit(scan, found);
    }
    case 'money':
      return scanMoney(scan, at, end, mark.entry);
  }
}

/** A currency: the amount behind it, or the currency alone. */
function scanMoney(scan: Scan, start: number, end: number, entry: UnitEntry): number {
  const { codes } = scan.line;
  const before = codes[start - 1];
  if (start > 0 && isKatakana(before) && isKatakana(codes[start])) return 0;
  if (isKatakana(codes[end]) && isKatakana(codes[end - 1])) return 0;
  let at = end;
  while (codes[at] === SPACE && at < end + 4) at++;
  if (codes[at] === 0x2d || codes[at] === 0x2b) at++;
  const sign = codes[start]! < 0x3000 && !isLetter(codes[end - 1]) && codes[end - 1] !== SPACE;
  const begins =
    isDigit(codes[at]) ||
    (!sign && scan.tables.classes[codes[at]!]! & NUMERAL && !(isHan(codes[start - 1]) && start > 0)) ||
    (sign && codes[at] === 0x2e && isDigit(codes[at + 1]));
  // "10 $ 30 $": a sign off from the number behind belongs to the number before it.
  const last = scan.found.at(-1);
  const taken = at > end && last !== undefined && last.end === start;
  if (begins && !taken) {
    const amount = readAmount(scan, at, entry, signStart(scan, start));
    if (amount !== undefined) {
      if (codes[at - 1] === HYPHEN && at > end && amount.value !== undefined) amount.value = -amount.value;
      return finish(scan, amount);
    }
  }
  if (taken) return 0;
  const alone = setAside(start, end);
  alone.unit = entry.unit;
  alone.loose = entry.loose;
  scan.found.push(alone);
  return end;
}

/** Where the figure begins if a sign stands before it: −, +, ▲, △, ±, マイナス, minus, 负. */
function signStart(scan: Scan, start: number): number {
  const { line } = scan;
  const { codes } = line;
  const before = codes[start - 1]!;
  if (start === 0) return start;
  if (before === 0x25b2 || before === 0x25b3 || before === 0x25bc || before === 0x25bd || before === 0xb1)
    return start - 1;
  if (before === 0x2d || before === 0x2b || before === 0x2013 || before === 0x2014) {
    const further = start > 1 ? codes[start - 2]! : SPACE;
    const joined =
      isDigit(further) ||
      isLetter(further) ||
      further === 0x2d ||
      further === before ||
      (before >= 0x2013 && further !== SPACE && further !== 0x28 && further !== 0x7c) ||
      before === 0x2014;
    return joined || (further === SPACE && start > 2 && isDigit(codes[start - 3])) ? start : start - 1;
  }
  let at = start;
  if (before === SPACE) at--;
  if (line.slice(at - 4, at) === 'マイナス') return at - 4;
  if (line.slice(at - 3, at) === 'プラス') return at - 3;
  if (line.slice(at - 3, at) === '氷点下') return at - 3;
  if (line.slice(at - 5, at).toLowerCase() === 'minus') return at - 5;
  if ((codes[at - 1] === 0x8d1f || codes[at - 1] === 0x8ca0) && !isHan(codes[at - 2])) return at - 1;
  if (line.slice(at - 2, at) === '零下') return at - 2;
  return start;
}

function isNegative(scan: Scan, start: number, end: number): boolean {
  return (
    start < end &&
    /^([-–▲△▼▽]|マイナス|氷点下|零下|〇下|minus|Minus|负|負)/.test(scan.line.slice(start, Math.min(end, start + 5)))
  );
}

/** What begins with a kanji that is only sometimes part of a number: 第3, 令和7年, 摂氏20度, ½. */
function scanSign(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const { codes } = line;
  const code = codes[at]!;
  if (code === ORDINAL) return scanOrdinal(scan, at);
  const era = readEra(line, at, tables);
  if (era !== undefined) {
    const found = newFound(at, era.end, era.year === undefined ? 'date' : 'year');
    found.value = era.year;
    found.unit = era.year === undefined ? 'date' : 'year';
    found.checkable = era.year !== undefined;
    return emit(scan, found);
  }
  const share = [...'½¼¾⅓⅔⅛'].findIndex((glyph) => glyph.charCodeAt(0) === code);
  if (share >= 0) return scanGlyph(scan, at, [0.5, 0.25, 0.75, 1 / 3, 2 / 3, 0.125][share]!);
  return scanDegrees(scan, at);
}

/** 摂氏20度, 華氏 マイナス 5度, 华氏温度98.6度. */
function scanDegrees(scan: Scan, at: number): number {
  const { line } = scan;
  const head = /^(摂氏|セ氏|华氏|カ氏|摄氏)(温度)?(の)? *(マイナス|负|-)? */.exec(line.slice(at, at + 16));
  if (head === null) return 0;
  const start = at + head[0].length;
  const unit = /^(华氏|カ氏)/.test(head[0]) ? 'degree_fahrenheit' : 'degree_celsius';
  const amount =
    scan.tables.classes[line.codes[start]!]! & (DIGIT | NUMERAL) ? readAmount(scan, start, undefined, at) : undefined;
  if (amount === undefined || (amount.bare && !isDigit(line.codes[start]))) {
    const alone = setAside(at, at + 2);
    alone.unit = unit;
    scan.found.push(alone);
    return at + head[0].trimEnd().length;
  }
  if (line.codes[amount.end] === '度'.charCodeAt(0)) amount.end++;
  if (head[4] !== undefined && amount.value !== undefined) amount.value = -amount.value;
  amount.kind = 'temperature';
  amount.unit = unit;
  amount.bare = false;
  return finish(scan, amount, false);
}

function scanGlyph(scan: Scan, at: number, share: number): number {
  const amount = readAmount(scan, at, undefined);
  void amount;
  const unit = scan.tables.units.longest(
    scan.line.codes,
    scan.line.codes[at + 1] === SPACE ? at + 2 : at + 1,
    scan.line.length,
    () => true,
    true,
  );
  const found = newFound(at, unit?.at ?? at + 1, unit?.value.kind ?? 'percent');
  found.value = unit === undefined ? share * 100 : share;
  found.unit = unit?.value.unit ?? '%';
  return emit(scan, found);
}

/** 第2四半期, 第3位, 第三者: a label unless it gives a rank. */
function scanOrdinal(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const amount = readAmount(scan, at + 1, undefined, at);
  if (amount === undefined || amount.value === undefined) return 0;
  void tables;
  if (amount.kind === 'ordinal' && amount.unit === 'rank' && !amount.bare) {
    return emit(scan, amount);
  }
  const quarter = line.slice(amount.end, amount.end + 3) === '四半期';
  scan.found.push({
    ...setAside(at, quarter ? amount.end + 3 : amount.end, quarter ? 'date' : 'ordinal'),
    value: amount.value,
    unit: quarter ? 'date' : 'rank',
  });
  return quarter ? amount.end + 3 : amount.end;
}

/** A Latin word: passed by unless it is a number, a currency, a month or part of a name with digits. */
function scanWord(scan: Scan, from: number): number {
  const { line, tables } = scan;
  const { codes, length } = line;
  let hash = 0;
  let end = from;
  while (end < length && tables.classes[codes[end]!]! & LETTER) hash = hashLetter(hash, codes[end++]!);
  const next = codes[end];
  if (tables.wordFilter[hash] === 1) {
    const marked = scanMark(scan, from);
    if (marked > 0) return marked;
    const read = scanNumberWord(scan, from, end);
    if (read > 0) return read;
  }
  if (isDigit(next)) return scanToken(scan, from, end);
  if (next === HYPHEN && isDigit(codes[end + 1]))
    return transparent(line.slice(from, end)) ? end + 1 : scanToken(scan, from, end);
  return end;
}

function transparent(word: string): boolean {
  return /^(mid|pre|post|sub|early|late|under|over|non|top|circa|to|the|and|or|from|of)$/i.test(word);
}

/** GB200, B-2, GPT-4o, Q3 2025, FY2024, USD115: letters and digits in one token. */
function scanToken(scan: Scan, from: number, wordEnd: number): number {
  const { line } = scan;
  const { codes, length } = line;
  let end = wordEnd;
  while (
    end < length &&
    (isDigit(codes[end]) ||
      isLetter(codes[end]) ||
      ((codes[end] === HYPHEN ||
        codes[end] === 0x2e ||
        codes[end] === 0x2f ||
        codes[end] === 0x5f ||
        codes[end] === 0x3a) &&
        (isDigit(codes[end + 1]) || isLetter(codes[end + 1]))))
  )
    end++;
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
    scan.found.push({ ...setAside(from, end + (year?.[0].length ?? 0), 'date'), unit: 'date' });
    return end + (year?.[0].length ?? 0);
  }
  scan.found.push(setAside(from, end));
  return end;
}

function scanNumberWord(scan: Scan, from: number, end: number): number {
  const { line } = scan;
  const { codes } = line;
  if (isLetter(codes[from - 1]) || (codes[from - 1] === HYPHEN && isLetter(codes[from - 2]))) return 0;
  const word = line.slice(from, end).toLowerCase();
  if (
    isUpper(codes[from]) &&
    monthNamed(word) > 0 &&
    (word.length > 3 || isDigit(codes[end + 1]) || codes[end] === 0x2e)
  ) {
    if (word === 'may' && !isDigit(codes[end + 1])) return end;
    const month = readMonthName(line, from);
    if (month !== undefined) {
      scan.found.push({ ...setAside(from, month.end, 'date'), unit: 'date' });
      return month.end;
    }
  }
  if (word === 'age' || word === 'aged' || word === 'ages') return scanAge(scan, end);
  if (word === 'percent' || word === 'per') return scanPercentOf(scan, from);
  const amount = readAmount(scan, from, undefined);
  if (amount === undefined) return 0;
  return finish(scan, amount);
}

/** "aged 87", "of age 87", "ages 5 to 12". */
function scanAge(scan: Scan, end: number): number {
  const { codes } = scan.line;
  if (codes[end] !== SPACE || !isDigit(codes[end + 1])) return 0;
  const amount = readAmount(scan, end + 1, undefined);
  if (amount === undefined || !amount.bare || amount.value === undefined || amount.value > 130) return 0;
  amount.kind = 'age';
  amount.unit = 'year';
  amount.bare = false;
  return finish(scan, amount);
}

/** "percent of 10", "per cent of 210". */
function scanPercentOf(scan: Scan, from: number): number {
  const { line } = scan;
  const head = /^per ?cent of (?=\d)/i.exec(line.slice(from, from + 14));
  if (head === null) return 0;
  const amount = readAmount(scan, from + head[0].length, undefined, from);
  if (amount === undefined || !amount.bare) return 0;
  amount.kind = 'percent';
  amount.unit = '%';
  amount.bare = false;
  return emit(scan, amount);
}

function scanNumber(scan: Scan, at: number): number {
  const { line, tables } = scan;
  const { codes } = line;
  if (isDigit(codes[at])) {
    const token = digitToken(scan, at);
    if (token > 0) return token;
  }
  const amount = readAmount(scan, at, undefined);
  if (amount === undefined) return isDigit(codes[at]) ? skipDigits(scan, at) : 0;
  const date = readDate(line, at, amount.numeral, tables);
  if (date !== undefined) {
    const year = date.year !== undefined;
    const found = newFound(at, date.end, year ? 'year' : 'date');
    found.value = date.year;
    found.unit = year ? 'year' : 'date';
    found.checkable = year && !date.era;
    return year ? finishYear(scan, found) : emit(scan, found);
  }
  if (!isDigit(codes[at]) && !kanjiNumberStands(scan, amount, at)) return amount.numeral.end;
  return finish(scan, amount);
}

function finishYear(scan: Scan, found: Found): number {
  const amount: Amount = {
    ...found,
    bare: false,
    numeral: undefined as never,
    factor: 1,
    spoken: 1,
    prefixed: false,
    strictUnit: false,
  };
  return finish(scan, amount, false);
}

/** A numeral in kanji is a figure only with a unit, and alone only where it is no part of a word. */
function kanjiNumberStands(scan: Scan, amount: Amount, at: number): boolean {
  const { codes } = scan.line;
  const before = codes[at - 1];
  const { numeral } = amount;
  if (amount.bare) return numeral.scaled && numeral.end - at > 1 && numeral.approx !== undefined;
  if (numeral.approx === 'several' && numeral.value === undefined) {
    const how = codes[at] === '何'.charCodeAt(0);
    if (how && !numeral.scaled) return codes[amount.end] === 0x304b || codes[amount.end] === 0x3082;
    if (!numeral.scaled && at > 0 && isHan(before) && !LEADS.has(before!)) return false;
    return true;
  }
  if (at > 0 && isHan(before) && numeral.end - at === 1 && !LEADS.has(before!)) return false;
  if (at > 0 && isKatakana(before) && numeral.lone && amount.kind === 'count') return !isKatakana(before);
  return true;
}

/** Kanji that may stand right before a kanji numeral without making one word with it. */
const LEADS = new Set(
  [...'约約計计全各同他満满残総总共有在为到达達了的是近超过過逾仅僅约每毎这這花赚付给給率年月日后約前率又至及と'].map(
    (character) => character.charCodeAt(0),
  ),
);

function skipDigits(scan: Scan, from: number): number {
  const { codes } = scan.line;
  let at = from;
  while (isDigit(codes[at]) || codes[at] === 0x2c) at++;
  scan.found.push(setAside(from, at));
  return at;
}

/** Digits that are no number: telephone numbers, versions, 7-Eleven, 737 MAX, 4o. 0 if it is none of these. */
function digitToken(scan: Scan, at: number): number {
  const { line } = scan;
  const { codes, length } = line;
  let end = at;
  while (end < at + 16 && isDigit(codes[end])) end++;
  const next = codes[end];
  if (next === HYPHEN || (next === 0x2e && isDigit(codes[end + 1]))) {
    let stop = end;
    let parts = 1;
    const mark = next;
    while (codes[stop] === mark && isDigit(codes[stop + 1])) {
      stop++;
      while (stop < length && isDigit(codes[stop])) stop++;
      parts++;
    }
    const long = mark === HYPHEN ? parts >= 3 || (parts === 2 && codes[at] === 0x30 && end - at >= 2) : parts >= 3;
    if (long && !isIsoDate(line.slice(at, at + 10))) {
      while (
        stop < length &&
        (isDigit(codes[stop]) || isLetter(codes[stop]) || codes[stop] === 0x2e || codes[stop] === HYPHEN)
      )
        stop++;
      return aside(scan, at, stop);
    }
    if (mark === HYPHEN && isUpper(codes[end + 1]) && !isUpper(codes[end + 2]) && isLetter(codes[end + 2])) {
      // 7-Eleven, 20-Year is rare enough.
      const word = wordAt(line, end + 1);
      if (!/^(year|month|day|week|hour|minute|member|point|mile|inch|foot|percent|page|seat)$/.test(word.text))
        return aside(scan, at, word.end);
    }
  }
  if (codes[at] === 0x30 && end - at >= 9) return aside(scan, at, end);
  if (isLetter(next)) {
    // Digits run on into letters: a unit, a scale, an ordinal (5th), or else a name (4o, 13F, 405B).
    const word = wordAt(line, end);
    if (/^(st|nd|rd|th)$/.test(word.text)) return englishRank(scan, at, word.end);
    if (/^(s)$/.test(word.text)) return aside(scan, at, word.end);
    const amount = readAmount(scan, at, undefined);
    if (amount !== undefined && (!amount.bare || amount.spoken > 1) && amount.end > end) return 0;
    let stop = word.end;
    while (
      stop < length &&
      (isDigit(codes[stop]) || isLetter(codes[stop]) || (codes[stop] === HYPHEN && isLetter(codes[stop + 1])))
    )
      stop++;
    return aside(scan, at, stop);
  }
  return 0;
}

function isIsoDate(text: string): boolean {
  return /^(19|20)\d\d[-.](0?[1-9]|1[0-2])[-.]([0-2]?\d|3[01])(?!\d)/.test(text);
}

/** 5th, 21st: a rank where something stands in that order (2nd-largest), else a label. */
function englishRank(scan: Scan, at: number, end: number): number {
  const value = Number.parseInt(scan.line.slice(at, end), 10);
  return emit(scan, { ...newFound(at, end, 'ordinal'), value, unit: 'rank' });
}

function aside(scan: Scan, start: number, end: number): number {
  scan.found.push(setAside(start, end));
  return end;
}

/** Gives a number its noun, its range and its sign, and adds it to what was found. */
function finish(scan: Scan, amount: Amount, ranged = true): number {
  if (amount.bare && scan.columns !== undefined) addColumn(scan, amount);
  if (amount.bare) addNoun(scan, amount);
  if (ranged) extendRange(scan, amount);
  const signed = amount.prefixed ? amount.start : signStart(scan, amount.start);
  if (isNegative(scan, signed, amount.end) && amount.value !== undefined && amount.value > 0)
    amount.value = -amount.value;
  amount.start = signed;
  if (amount.bare && isLabel(scan, amount)) {
    return aside(scan, amount.start, amount.end);
  }
  return emit(scan, amount);
}

/** A number alone in a cell takes the unit of its column's head. */
function addColumn(scan: Scan, amount: Amount): void {
  const { codes, length } = scan.line;
  let cell = codes[0] === 0x7c ? -1 : 0;
  for (let at = 0; at < amount.start; at++) if (codes[at] === 0x7c) cell++;
  const column = scan.columns?.[cell];
  if (column === undefined) return;
  let end = amount.end;
  while (end < length && codes[end] === SPACE) end++;
  if (end < length && codes[end] !== 0x7c && codes[end] !== 0x0a) return;
  amount.kind = column.kind;
  amount.unit = column.unit;
  amount.loose = column.loose;
  amount.bare = false;
  if (amount.value !== undefined) amount.value = rounded(amount.value * column.factor);
}

/** 25,000 employees, a 12-member panel, 1,200 new jobs. */
function addNoun(scan: Scan, amount: Amount): void {
  const { line } = scan;
  const { codes } = line;
  if (isCjk(codes[amount.end]) || codes[amount.end] === GAP) return;
  const rank = (amount.numeral as { rank?: boolean }).rank === true;
  if (rank) {
    amount.kind = 'ordinal';
    amount.unit = 'rank';
    amount.bare = false;
    return;
  }
  if (amount.value === undefined && amount.numeral.approx !== undefined) {
    const of = nextWord(line, amount.end);
    const after = of.text === 'of' ? of.end : amount.end;
    const money = readAmountUnit(scan, after);
    if (money !== undefined) {
      amount.kind = money.kind;
      amount.unit = money.unit;
      amount.loose = money.loose;
      amount.end = money.end;
      amount.bare = false;
      return;
    }
  }
  const of = nextWord(line, amount.end);
  const from = of.text === 'of' && amount.value === undefined ? of.end : amount.end;
  const noun = nounAfter(line, from);
  if (noun === undefined) return;
  const known = scan.tables.units.longest(
    line.codes,
    noun.end - noun.word.length,
    line.length,
    (_, end) => !isLetter(line.codes[end]),
    true,
  );
  const entry = known !== undefined && known.at === noun.end ? known.value : undefined;
  if (entry !== undefined && entry.kind !== 'count' && !noun.direct) return;
  amount.kind = entry?.kind ?? 'count';
  amount.unit = entry?.unit ?? 'unit';
  amount.bare = false;
  if (noun.direct) amount.end = noun.end;
}

function readAmountUnit(
  scan: Scan,
  after: number,
): { kind: Found['kind']; unit: string; loose: string | undefined; end: number } | undefined {
  const { line, tables } = scan;
  if (line.codes[after] !== SPACE) return undefined;
  const match = tables.units.longest(line.codes, after + 1, line.length, (_, end) => !isLetter(line.codes[end]), true);
  if (match === undefined || match.value.factor !== 1) return undefined;
  return { kind: match.value.kind, unit: match.value.unit, loose: match.value.loose, end: match.at };
}

function emit(scan: Scan, found: Found): number {
  const end = found.end;
  // What lies before the last figure's end was read already (a bracket, a sign).
  const last = scan.found.at(-1);
  if (last !== undefined && found.start < last.end) found.start = last.end;
  if (found.start >= found.end) return end;
  refine(scan, found);
  found.approx = approximate(scan, found);
  if (found.checkable) found.checkable = isCheckable(scan, found);
  scan.found.push(found);
  return Math.max(found.end, end);
}
