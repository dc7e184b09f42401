import type { Quantity } from './figure';

/** So many significant digits a double holds whatever was computed with it; a number of more is kept in writing too. */
export const DOUBLE_DIGITS = 14;

const KANJI_DIGITS = '〇一二三四五六七八九';
const SMALL_SCALES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const LARGE_SCALES: Readonly<Record<string, bigint>> = {
  万: 10n ** 4n,
  億: 10n ** 8n,
  亿: 10n ** 8n,
  兆: 10n ** 12n,
  京: 10n ** 16n,
};
const SCALES = '十百千万億亿兆京';
const NUMERAL = /(?:\d[\d,. ]*|[〇一二三四五六七八九十百千])(?:[\d,.〇一二三四五六七八九十百千万億亿兆京]| (?=\d))*/gu;

/**
 * The numbers of a figure as written, in digits, in kanji or in both, with all of their digits: 1234兆5678億9012万3456 as
 * `1234567890123456`. Only those of more than `DOUBLE_DIGITS` significant digits, which a double would round; the
 * others are undefined. `worth` is what the number is worth in its unit, whose power of ten is taken over (million, 割).
 */
export function exactDecimals(
  written: string,
  worth: readonly (number | undefined)[],
): readonly (string | undefined)[] {
  const numerals = [...written.matchAll(NUMERAL)].map(([numeral]) => readExactly(numeral));
  return worth.map((value, at) => {
    const numeral = numerals[at];
    return value === undefined || numeral === undefined ? undefined : writeExactly(numeral, value);
  });
}

/**
 * Whether a number of more than `DOUBLE_DIGITS` significant digits may be written in some words: nearly no figure has
 * so many, and counting them is all that the others cost. Digits behind a scale (1京3) may stand far from those before.
 */
export function mayExceedDouble(written: string): boolean {
  let digits = 0;
  let isScaled = false;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    const isScale = code > 0x80 && SCALES.includes(written[at]!);
    if (!isScale && !(code >= 0x30 && code <= 0x39) && !(code > 0x80 && KANJI_DIGITS.includes(written[at]!))) continue;
    if (isScaled) return true;
    isScaled = isScale;
    digits++;
  }
  return digits > DOUBLE_DIGITS;
}

/** `digits` times ten to the power of `-places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

function readExactly(numeral: string): Decimal | undefined {
  const plain = numeral.replace(/[, ]/g, '').replace(/\.$/, '');
  let total = 0n;
  let section = 0n;
  let run: string | undefined;
  let places = 0;
  const scaleRun = (scale: bigint) => {
    const [whole = '0', fraction = ''] = (run ?? '1').split('.');
    run = undefined;
    places = Math.max(places, fraction.length);
    return BigInt(whole + fraction) * scale * 10n ** BigInt(places - fraction.length);
  };
  for (const character of plain) {
    const kanji = KANJI_DIGITS.indexOf(character);
    if (kanji >= 0 || /[\d.]/.test(character)) run = (run ?? '') + (kanji >= 0 ? kanji : character);
    else if (SMALL_SCALES[character] !== undefined) section += scaleRun(SMALL_SCALES[character]);
    else {
      if (run !== undefined) section += scaleRun(1n);
      total += section * LARGE_SCALES[character]!;
      section = 0n;
    }
    // Where a fraction stands before a scale (1.5億3000), the parts have different places.
    if ((run?.split('.').length ?? 0) > 2 || (places > 0 && total > 0n && run !== undefined)) return undefined;
  }
  if (run !== undefined) section += scaleRun(1n);
  return { digits: total + section, places };
}

function writeExactly({ digits, places }: Decimal, worth: number): string | undefined {
  const written = String(digits).replace(/0+$/, '');
  if (written.length <= DOUBLE_DIGITS) return undefined;
  const power = Math.log10(Math.abs(worth) / (Number(digits) / 10 ** places));
  const shift = Math.round(power);
  if (Math.abs(power - shift) > 1e-9) return undefined;
  const exponent = String(digits).length - written.length - places + shift;
  const sign = worth < 0 ? '-' : '';
  if (exponent >= 0) return sign + written + '0'.repeat(exponent);
  const point = written.length + exponent;
  return point > 0
    ? `${sign}${written.slice(0, point)}.${written.slice(point)}`
    : `${sign}0.${'0'.repeat(-point)}${written}`;
}

/** Whether two numbers in one unit are the same number: all digits count, what floating point adds does not. */
export function sameNumber(
  a: number | undefined,
  b: number | undefined,
  exactA?: string | undefined,
  exactB?: string | undefined,
): boolean {
  if (exactA !== undefined || exactB !== undefined) return exactA === exactB;
  return a === b || (a !== undefined && b !== undefined && toDigits(a) === toDigits(b));
}

/** Whether both ends of two quantities in one unit are the same numbers. */
export function sameNumbers(a: Quantity, b: Quantity): boolean {
  return sameNumber(a.value, b.value, a.exact, b.exact) && sameNumber(a.max, b.max, a.exactMax, b.exactMax);
}

function toDigits(value: number): string {
  return value.toPrecision(DOUBLE_DIGITS);
}
