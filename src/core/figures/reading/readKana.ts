import { isHiragana, SPACE } from '../scanning/characters';
import type { Line } from '../scanning/line';

/** A number that is spelled out in hiragana, as papers for children do: にせんさんびゃく ドル. */
export interface KanaNumeral {
  readonly start: number;
  readonly value: number;
}

const DIGITS: Readonly<Record<string, number>> = {
  いち: 1,
  に: 2,
  さん: 3,
  よん: 4,
  し: 4,
  ご: 5,
  ろく: 6,
  なな: 7,
  しち: 7,
  はち: 8,
  きゅう: 9,
  く: 9,
};
const SMALL: Readonly<Record<string, number>> = {
  じゅう: 10,
  ひゃく: 100,
  びゃく: 100,
  ぴゃく: 100,
  せん: 1000,
  ぜん: 1000,
};
/** Before びゃく, ぴゃく, ちょう and the like some digits are clipped: ろっぴゃく, はっせん, いっちょう. */
const CLIPPED: Readonly<Record<string, number>> = { いっ: 1, ろっ: 6, はっ: 8, じゅっ: 10, じっ: 10 };
const LARGE: Readonly<Record<string, number>> = { まん: 1e4, おく: 1e8, ちょう: 1e12 };
const WORDS = [DIGITS, SMALL, CLIPPED, LARGE]
  .flatMap((words) => Object.keys(words))
  .sort((a, b) => b.length - a.length);
const LONGEST = 40;

/**
 * The hiragana number that ends before a unit at `end`, a space or two between them. に and し alone are particles and
 * さん is a title: only what has a ten, hundred or more in it and begins where no other kana stands is a number.
 */
export function kanaNumeralBefore(line: Line, end: number): KanaNumeral | undefined {
  const { codes } = line;
  let to = end;
  while (to > 0 && end - to < 2 && codes[to - 1] === SPACE) to--;
  let start = to;
  while (start > 0 && to - start < LONGEST && isHiragana(codes[start - 1])) start--;
  if (to - start < 3 || to - start >= LONGEST) return undefined;
  const value = worth(line.slice(start, to));
  return value === undefined ? undefined : { start, value };
}

function worth(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length; ) {
    const word = WORDS.find((candidate) => text.startsWith(candidate, at));
    if (word === undefined) return undefined;
    at += word.length;
    const ones = DIGITS[word] ?? (word in CLIPPED && CLIPPED[word] !== 10 ? CLIPPED[word] : undefined);
    const small = SMALL[word] ?? (CLIPPED[word] === 10 ? 10 : undefined);
    const large = LARGE[word];
    if (ones !== undefined) {
      if (digit !== undefined) return undefined;
      digit = ones;
    } else if (small !== undefined) {
      if (small >= smallest) return undefined;
      smallest = small;
      section += (digit ?? 1) * small;
      digit = undefined;
    } else if (large !== undefined) {
      section += digit ?? 0;
      if (large >= largest || section === 0) return undefined;
      largest = large;
      total += section * large;
      section = 0;
      digit = undefined;
      smallest = Number.POSITIVE_INFINITY;
    }
  }
  const isScaled = smallest < Number.POSITIVE_INFINITY || largest < Number.POSITIVE_INFINITY;
  return isScaled ? total + section + (digit ?? 0) : undefined;
}
