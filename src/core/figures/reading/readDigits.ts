import { isCjk, isDigit, isHan, isKatakana, isLetter, SPACE } from '../scanning/characters';

const POINT = 0x2e;
const COMMA = 0x2c;
const DISCOUNT = '折'.charCodeAt(0);
const NAKAGURO = 0x30fb;
const SHARES: ReadonlyMap<number, number> = new Map([
  [0xbd, 1 / 2],
  [0xbc, 1 / 4],
  [0xbe, 3 / 4],
]);
/** More digits than this are no number anyone wrote. */
export const LONGEST = 40;

/** A run of digits or kanji below the large scales. */
export interface Section {
  readonly value: number;
  readonly end: number;
  readonly max: number | undefined;
  readonly decimals: number;
  readonly grouped: boolean;
}

/** Reads ASCII digits with their grouping and decimals: 1,500 · 35,00,000 · 1 500 · 14.3 · 1・8. */
export function readDigits(
  codes: Uint16Array,
  from: number,
  length: number,
): (Section & { digits: number }) | undefined {
  let at = from;
  let mantissa = 0;
  while (at < length && isDigit(codes[at])) mantissa = mantissa * 10 + codes[at++]! - 0x30;
  let digits = at - from;
  let grouped = false;
  if (digits > LONGEST) return undefined;
  // 7 2 折: type set with a space after every character.
  if (
    digits === 1 &&
    codes[at] === SPACE &&
    isDigit(codes[at + 1]) &&
    codes[at + 2] === SPACE &&
    codes[at + 3] === DISCOUNT
  ) {
    return {
      value: mantissa * 10 + codes[at + 1]! - 0x30,
      end: at + 2,
      max: undefined,
      decimals: 0,
      grouped: false,
      digits: 2,
    };
  }
  // 1,500,000 and the Indian 35,00,000.
  if (digits <= 3) {
    while (codes[at] === COMMA && isDigit(codes[at + 1]) && isDigit(codes[at + 2])) {
      const three = isDigit(codes[at + 3]);
      if (three && isDigit(codes[at + 4])) break;
      if (
        !three &&
        !(codes[at + 3] === COMMA && isDigit(codes[at + 4]) && isDigit(codes[at + 5]) && isDigit(codes[at + 6]))
      )
        break;
      for (let digit = at + 1; digit < at + (three ? 4 : 3); digit++) mantissa = mantissa * 10 + codes[digit]! - 0x30;
      digits += three ? 3 : 2;
      at += three ? 4 : 3;
      grouped = true;
      if (digits > LONGEST) return undefined;
    }
    // 1 500 and 12 000 000: only where every group has three digits and the first is no number by itself.
    if (!grouped && codes[at] === SPACE && isGroup(codes, at)) {
      const groupEnd = spacedEnd(codes, at);
      if (groupEnd > 0) {
        for (let digit = at; digit < groupEnd; digit++)
          if (isDigit(codes[digit])) {
            mantissa = mantissa * 10 + codes[digit]! - 0x30;
            digits++;
          }
        at = groupEnd;
        grouped = true;
      }
    }
  }
  const share = SHARES.get(codes[codes[at] === SPACE ? at + 1 : at]!);
  if (share !== undefined && !grouped) {
    // 6½ acres, 2 ½ miles
    return {
      value: mantissa + share,
      end: codes[at] === SPACE ? at + 2 : at + 1,
      max: undefined,
      decimals: 2,
      grouped,
      digits,
    };
  }
  let decimals = 0;
  if ((codes[at] === POINT || (codes[at] === NAKAGURO && isTenth(codes, at))) && isDigit(codes[at + 1])) {
    let point = at + 1;
    let fraction = mantissa;
    while (point < length && isDigit(codes[point]) && point - at <= LONGEST) {
      fraction = fraction * 10 + codes[point]! - 0x30;
      point++;
    }
    decimals = point - at - 1;
    if (decimals < 20) {
      return { value: fraction / 10 ** decimals, end: point, max: undefined, decimals, grouped, digits };
    }
    decimals = 0;
  }
  return { value: mantissa, end: at, max: undefined, decimals, grouped, digits };
}

/** What follows a number with two decimals and more: 5・25%, 0・12ポイント, 1・18倍, 38・95キロ. By two characters in katakana. */
const MEASURED = new Set('倍億万兆円度秒'.split(''));
const MEASURES = new Set('ポイ パー キロ メー ミリ トン ドル ヘク ギガ メガ セン グラ リッ マイ ユー'.split(' '));

/**
 * 1・8倍: a middle dot between digits is a decimal point where one digit and a unit follow, or two and something that
 * is measured. 7・8月 are two months, 25・26度 two days, 100・200メートル two races, 3・11 is a day.
 */
function isTenth(codes: Uint16Array, at: number): boolean {
  let end = at + 1;
  while (isDigit(codes[end]) && end < at + 4) end++;
  if (end === at + 1 || end === at + 4) return false;
  const next = codes[end]!;
  if (end === at + 2 && (isHan(next) || next === 0x30dd || next === 0x30d1))
    return !'月日号面条区章番両塁位級組丁着'.includes(String.fromCharCode(next));
  const measured = MEASURES.has(String.fromCharCode(next, codes[end + 1]!));
  if (next === 0x25 || (end === at + 2 && measured)) return true;
  let start = at;
  while (start > 0 && isDigit(codes[start - 1])) start--;
  if (next === NAKAGURO || codes[start - 1] === NAKAGURO) return false;
  // 87・13歳: two ages in a row would rise.
  if (next === 0x6b73) return end === at + 3 && (codes[at + 1] === 0x30 || codes[at + 1]! < codes[start]!);
  const hundredths = end === at + 3 && codes[end - 1] !== 0x30 && !isNext(codes, start, at);
  if (hundredths && MEASURED.has(String.fromCharCode(next))) return true;
  if (hundredths && measured) return true;
  return isHan(next) || isKatakana(next) ? false : isIndex(codes, start, at);
}

/** 指数は111・4, 出生率は1・15: what no calendar has, or what a rate or an index is said to be. */
function isIndex(codes: Uint16Array, start: number, at: number): boolean {
  if (at - start === 3 && codes[start] !== 0x30) return true;
  return (
    '率数'.includes(String.fromCharCode(codes[start - 2]!)) && 'はがを'.includes(String.fromCharCode(codes[start - 1]!))
  );
}

/** 15・16: one after the other, so two of a kind. */
function isNext(codes: Uint16Array, start: number, at: number): boolean {
  if (at - start !== 2) return false;
  const first = (codes[start]! - 0x30) * 10 + codes[start + 1]! - 0x30;
  return (codes[at + 1]! - 0x30) * 10 + codes[at + 2]! - 0x30 === first + 1;
}

function isGroup(codes: Uint16Array, at: number): boolean {
  return isDigit(codes[at + 1]) && isDigit(codes[at + 2]) && isDigit(codes[at + 3]) && !isDigit(codes[at + 4]);
}

/** The end of groups of three set off by spaces, if a unit or a scale may follow; else 0. */
function spacedEnd(codes: Uint16Array, from: number): number {
  let at = from;
  while (codes[at] === SPACE && isGroup(codes, at)) at += 4;
  const next = codes[at]!;
  const after = codes[at + 1]!;
  if (next === POINT || next === COMMA || next === 0 || next === 0x2d) return 0;
  return isCjk(next) ||
    next === 0x25 ||
    next === 0x20ac ||
    (next === SPACE && (isLetter(after) || isCjk(after) || after === 0x20ac || after === 0x24))
    ? at
    : 0;
}
