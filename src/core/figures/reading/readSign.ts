import { isDigit, isHan, isLetter, SPACE } from '../scanning/characters';
import type { Scan } from '../scanning/scan';

/** Words that make a number negative, or say that it is not. The last ones read by the character before the number. */
const WORDS: readonly (readonly [string, boolean])[] = [
  ['マイナス', true],
  ['プラス', false],
  ['氷点下', true],
  ['零下', true],
  ['〇下', true],
  ['minus', true],
  ['Minus', true],
  ['negative', true],
  ['負', true],
  ['负', true],
];

/**
 * The sign before a number, if it has one: −, +, ▲, △, ±, マイナス, minus. A hyphen between two
 * words or numbers is none.
 */
export function signStart(scan: Scan, start: number): { start: number; negative: boolean } | undefined {
  if (start === 0) return undefined;
  const { line } = scan;
  const { codes } = line;
  const before = codes[start - 1]!;
  if (before === 0x25b2 || before === 0x25b3 || before === 0x25bc || before === 0x25bd)
    return { start: start - 1, negative: true };
  if (before === 0xb1) return { start: start - 1, negative: false };
  if (before === 0x2b) return isDigit(codes[start - 2]) ? undefined : { start: start - 1, negative: false };
  if (before === 0x2d || before === 0x2013)
    return isMinus(codes, start - 1) ? { start: start - 1, negative: true } : undefined;
  const at = before === SPACE ? start - 1 : start;
  const last = codes[at - 1]!;
  // One look tells for most numbers that none of the words stands there.
  if (!(last === 0x30b9 || last === 0x4e0b || last === 0x73 || last === 0x65 || last === 0x8ca0 || last === 0x8d1f))
    return undefined;
  for (const [word, negative] of WORDS) {
    if (line.slice(at - word.length, at) !== word) continue;
    if (word.length === 1 && isHan(codes[at - 2])) return undefined;
    // The test was negative 12 times; negative 0.3% and negative $1.5 billion are sums.
    if (
      word === 'negative' &&
      !/^([$£€]|[\d.,]+ ?(%|per ?cent|percent|degrees?|°|points?|basis))/.test(line.slice(start, start + 16))
    )
      return undefined;
    if (word === 'minus' && line.slice(at - 13, at - 5) === 'plus or ') return undefined;
    return { start: at - word.length, negative };
  }
  return undefined;
}

function isMinus(codes: Uint16Array, at: number): boolean {
  if (at === 0) return true;
  const before = codes[at - 1]!;
  const dash = codes[at] === 0x2013;
  if (isDigit(before) || isLetter(before) || before === 0x2d || before === codes[at]) return false;
  if (before === SPACE && at > 1 && isDigit(codes[at - 2])) return false;
  return !dash || before === SPACE || before === 0x28 || before === 0x7c;
}
