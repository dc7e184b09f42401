import type { Approximation } from '../figure';
import { isCjk, isDigit, isHan, SPACE } from '../scanning/characters';
import type { Line } from '../scanning/line';
import type { Tables } from '../scanning/tables';
import { anyWord } from '../scanning/trie';
import { blankNumeral, type Numeral } from './numeral';
import { LONGEST, readDigits, type Section } from './readDigits';
import { isAbove, readPlainScale } from './readPlainScale';
import { rounded } from './rounding';

const POINT = 0x2e;

const DIGITS: ReadonlyMap<number, number> = new Map(
  // The formal digits of cheques and deeds (大字) with them, and the ring that set type puts for 〇.
  ['〇一二三四五六七八九', '○壱弐参肆伍陸柒捌玖', '零壹贰叁肆伍陆柒捌玖', '零壹貳參肆伍陸柒捌玖'].flatMap((digits) =>
    [...digits].map((character, value) => [character.charCodeAt(0), value] as const),
  ),
);
/** Formal digits that also begin everyday words (参加, 陸上, 拾う): numbers only among other numerals. */
const FORMAL = new Set([...'壱弐参肆伍陸陆拾佰仟叁參捌玖'].map((character) => character.charCodeAt(0)));
const SMALL: ReadonlyMap<number, number> = new Map([
  [0x5341, 10],
  [0x767e, 100],
  [0x5343, 1000],
  ['拾'.charCodeAt(0), 10],
  ['佰'.charCodeAt(0), 100],
  ['仟'.charCodeAt(0), 1000],
]);
const LARGE: ReadonlyMap<number, number> = new Map([
  [0x4e07, 1e4],
  [0x5104, 1e8],
  [0x5146, 1e12],
  [0x4eac, 1e16],
]);
const TEN_POINT = '点'.charCodeAt(0);
const SEVERAL = '数'.charCodeAt(0);
const HOW_MANY = '何'.charCodeAt(0);
const HOW_MANY_ZH = '几'.charCodeAt(0);
const TWO_ZH = '两'.charCodeAt(0);
const NAKAGURO = 0x30fb;
const LIST_COMMA = 0x3001;
const MORE = new Set([...'余多'].map((character) => character.charCodeAt(0)));

/**
 * Reads a numeral in digits, kanji or both (1兆4300億, 2万3,000, 四十九兆, 3千, 数十億, 十数).
 * Undefined where none begins. Takes time in proportion to the numeral.
 */
export function readNumber(line: Line, from: number, tables: Tables): Numeral | undefined {
  const codes = line.codes;
  const first = codes[from]!;
  if (first === SEVERAL || first === HOW_MANY || first === HOW_MANY_ZH) return readVague(line, from);
  const numeral = blankNumeral(from);
  if (LARGE.has(first)) return readPlainScale(line, numeral, tables, LARGE);
  let total = 0;
  let lastScale = Infinity;
  let added = 0;
  let at = from;
  for (;;) {
    // 6710亿参数: a formal digit goes on with none but formal ones.
    if (at !== from && FORMAL.has(codes[at]!) && !FORMAL.has(first)) break;
    const section = readSection(line, at, tables, numeral, at === from);
    if (section === undefined) break;
    let { value } = section;
    let end = section.end;
    let scale = 1;
    for (;;) {
      const next = codes[end] === SPACE && LARGE.has(codes[end + 1]!) && !isHan(codes[end - 1]) ? end + 1 : end;
      const large = LARGE.get(codes[next]!);
      if (large === undefined || (scale > 1 && large < scale && large !== 1e4)) break;
      if (isUnitStart(line, next, tables)) break;
      scale *= large;
      end = next + 1;
    }
    if (scale >= lastScale) break;
    if (scale > 1) numeral.scaled = true;
    else if (at !== from && section.value >= lastScale) break;
    // 14.3 × 1億 is computed from 143: no rounding error enters a sum of money.
    value =
      section.decimals > 0 && scale > 1
        ? (Math.round(value * 10 ** section.decimals) * scale) / 10 ** section.decimals
        : value * scale;
    total += value;
    added = value;
    if (section.max !== undefined) numeral.max = section.max * scale;
    at = end;
    numeral.end = end;
    numeral.value = total;
    lastScale = scale;
    if (scale === 1) break;
    // 3 万 4,500 and 1兆 4300億: digits may stand off from the scale before them.
    if (codes[at] === SPACE && isDigit(codes[at + 1])) {
      const rest = readSection(line, at + 1, tables, { ...numeral }, false);
      if (rest === undefined || !goesOn(codes, rest, scale)) break;
      at += 1;
    }
  }
  if (numeral.value === undefined) return undefined;
  numeral.lone = numeral.end === from + 1 && !isDigit(first);
  if (FORMAL.has(first) && numeral.lone && tables.locale !== 'zh') return undefined;
  // 上百人: a hundred at the least.
  if (tables.locale === 'zh' && isAbove(codes[from - 1]) && SMALL.has(first) && numeral.end === from + 1)
    numeral.approx = 'over';
  readNeighbors(line, numeral, tables);
  if (codes[numeral.end] === SEVERAL && !isDigit(codes[numeral.end + 1]) && endsInTen(codes, numeral.end - 1, from)) {
    // 十数人, 20数年, 百数十, 1億数千万, 十数億: some more than the number, no one says how many.
    numeral.end++;
    while (scaleOf(codes[numeral.end]!) > 1) numeral.end++;
    numeral.lone = false;
    numeral.value = undefined;
    numeral.approx = 'several';
  } else if (
    MORE.has(codes[numeral.end]!) &&
    endsInTen(codes, numeral.end - 1, from) &&
    isCjk(codes[numeral.end + 1])
  ) {
    numeral.end++;
    numeral.approx = 'over';
    // 1200余万, 100多亿, 三十多万: the scale stands behind the word.
    const large = LARGE.get(codes[numeral.end]!);
    if (large !== undefined && added < large && !isUnitStart(line, numeral.end, tables)) {
      numeral.value += added * (large - 1);
      numeral.scaled = true;
      numeral.end++;
    }
  }
  return numeral;
}

/** 8 億 7,000 万 and 3 万 4,500: whether digits that stand off go on with a number of a larger scale. */
function goesOn(codes: Uint16Array, { value, end, grouped }: Section, scale: number): boolean {
  const next = LARGE.get(codes[codes[end] === SPACE ? end + 1 : end]!);
  if (next !== undefined) return next < scale && value < 1e4;
  return grouped && value < scale && value >= scale / 1e4;
}

/** 5、6人 and 七、八割: two digits in a row are a spread. */
function readNeighbors(line: Line, numeral: Numeral, tables: Tables): void {
  const { codes } = line;
  const { value, end } = numeral;
  if (codes[end] !== LIST_COMMA || value === undefined || !(value >= 1 && value < 9) || numeral.scaled) return;
  if (numeral.decimals > 0 || codes[end + 2] === LIST_COMMA) return;
  const second = readSection(line, end + 1, tables, { ...numeral }, false);
  if (second === undefined || second.decimals > 0 || second.max !== undefined) return;
  const size = [1, 10, 100, 1000].find((scale) => second.value === (value + 1) * scale);
  if (
    size === undefined ||
    (size > 1 && isDigit(codes[end + 1])) ||
    !isCjk(codes[second.end]) ||
    codes[second.end] === LIST_COMMA
  )
    return;
  const large = LARGE.get(codes[second.end]!) ?? 1;
  numeral.value = value * size * large;
  numeral.max = second.value * large;
  numeral.end = large > 1 ? second.end + 1 : second.end;
  numeral.lone = false;
}

function endsInTen(codes: Uint16Array, at: number, from: number): boolean {
  const last = codes[at]!;
  if (SMALL.has(last) || LARGE.has(last)) return true;
  return last === 0x30 && at > from;
}

/** 千瓦, 兆赫: a scale that belongs to the unit behind the number. */
function isUnitStart(line: Line, at: number, tables: Tables): boolean {
  if (tables.locale !== 'zh') return false;
  const match = tables.units.longest(line.codes, at, line.length, anyWord);
  return match !== undefined && match.at > at + 1 && !/^万亿|^亿/.test(match.value.surface);
}

/** What stands before a large scale: 1,500 · 4300 · 九千五百九十二 · 3千5百 · 二五 · 三点一. */
function readSection(line: Line, from: number, tables: Tables, numeral: Numeral, first: boolean): Section | undefined {
  const codes = line.codes;
  if (isDigit(codes[from])) {
    const digits = readDigits(codes, from, line.length);
    if (digits === undefined) return undefined;
    if (first) {
      numeral.digits = digits.digits;
      numeral.decimals = digits.decimals;
      numeral.grouped = digits.grouped;
    }
    const small = SMALL.get(codes[digits.end]!);
    if (small === undefined || isUnitStart(line, digits.end, tables)) return digits;
    if (digits.decimals > 0 && small !== 1000) {
      // 2.25百万台, 14.3十億ドル: 十 and 百 before a larger scale.
      if (!LARGE.has(codes[digits.end + 1]!)) return digits;
      numeral.scaled = true;
      return { ...digits, value: rounded(digits.value * small), end: digits.end + 1 };
    }
    // 7百, 3千5百, 5千: digits before the small scales.
    numeral.scaled = true;
    const rest = readSection(line, digits.end + 1, tables, numeral, false);
    if (rest !== undefined && rest.value < small)
      return { ...digits, value: digits.value * small + rest.value, end: rest.end };
    return { ...digits, value: digits.value * small, end: digits.end + 1 };
  }
  return readKanji(line, from, tables, numeral);
}

function readKanji(line: Line, from: number, tables: Tables, numeral: Numeral): Section | undefined {
  const codes = line.codes;
  const spaced = tables.locale === 'zh';
  let at = from;
  let section = 0;
  let run = -1;
  let runLength = 0;
  let previous = -1;
  let max: number | undefined;
  let lastSmall = 10000;
  for (;;) {
    let next = at;
    if (spaced && at > from && codes[at] === SPACE && (DIGITS.has(codes[at + 1]!) || SMALL.has(codes[at + 1]!)))
      next = at + 1;
    const code = codes[next]!;
    const digit = code === TWO_ZH ? twoAt(codes, next, from, spaced) : DIGITS.get(code);
    if (digit !== undefined) {
      if (max !== undefined && runLength === 0) max = undefined;
      if (runLength > LONGEST) return undefined;
      previous = run;
      run = run < 0 ? digit : run * 10 + digit;
      runLength++;
      at = next + 1;
      continue;
    }
    const small = SMALL.get(code);
    if (small === undefined || small >= lastSmall || isUnitStart(line, next, tables)) break;
    if (runLength === 2 && run % 10 === previous + 1) {
      // 二三十: twenty or thirty.
      max = section + (run % 10) * small;
      run = previous;
    } else if (runLength > 1) {
      break;
    }
    section += (run < 0 ? 1 : run) * small;
    lastSmall = small;
    run = -1;
    runLength = 0;
    previous = -1;
    at = next + 1;
  }
  if (at === from) return undefined;
  if (codes[at - 1] === TWO_ZH && at === from + 1 && !spaced) return undefined;
  const value = section + Math.max(run, 0);
  if (runLength === 2 && lastSmall === 10000 && previous > 0 && run % 10 === previous + 1 && max === undefined) {
    return { value: previous, max: run % 10, end: at, decimals: 0, grouped: false };
  }
  if (runLength === 2 && lastSmall === 10 && previous > 0 && run % 10 === previous + 1 && max === undefined) {
    // 十七八: seventeen or eighteen.
    return { value: section + previous, max: section + (run % 10), end: at, decimals: 0, grouped: false };
  }
  let point = at;
  if (spaced) while (codes[point] === SPACE) point++;
  if (codes[point] === TEN_POINT || codes[point] === NAKAGURO || (spaced && codes[point] === POINT)) {
    let fraction = value;
    let decimals = 0;
    let end = point + 1;
    if (spaced) while (codes[end] === SPACE) end++;
    for (; DIGITS.has(codes[end]!) && decimals < 15; end++) {
      fraction = fraction * 10 + DIGITS.get(codes[end]!)!;
      decimals++;
    }
    if (decimals > 0) {
      numeral.decimals = decimals;
      return { value: fraction / 10 ** decimals, end, max: undefined, decimals, grouped: false };
    }
  }
  if (at > from + 1) numeral.scaled = numeral.scaled || section > 0;
  return { value, end: at, max, decimals: 0, grouped: false };
}

/** 两 is two at the start of a Chinese number and before a scale; behind a number it is a weight. */
function twoAt(codes: Uint16Array, at: number, from: number, chinese: boolean): number | undefined {
  if (!chinese) return undefined;
  const next = codes[at + 1]!;
  const leads = at === from && !LARGE.has(codes[from - 1]!) && !SMALL.has(codes[from - 1]!);
  return leads || SMALL.has(next) || LARGE.has(next) ? 2 : undefined;
}

/** 数億, 数十, 数百万, 何千, 几十: no value, but an order of magnitude. */
function readVague(line: Line, from: number): Numeral | undefined {
  const codes = line.codes;
  let at = from + 1;
  let approx: Approximation = 'several';
  if (codes[at] === 0x5341) approx = 'tens_of';
  if (codes[at] === 0x767e) approx = 'hundreds_of';
  let order = 1;
  for (let scale = scaleOf(codes[at]!); scale > 1; scale = scaleOf(codes[at]!)) {
    // The 十 of 数十 and the 百 of 数百 are in the word for how vague it is.
    if (at > from + 1 || approx === 'several') order *= scale;
    at++;
    if (codes[at] === SPACE && LARGE.has(codes[at + 1]!)) at++;
  }
  if (isDigit(codes[at])) return undefined;
  return { ...blankNumeral(at), scaled: at > from + 1, lone: at === from + 1, approx, order };
}

function scaleOf(code: number): number {
  return SMALL.get(code) ?? LARGE.get(code) ?? 1;
}
