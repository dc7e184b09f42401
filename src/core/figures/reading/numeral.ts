import type { Approximation } from '../figure';

/** A numeral read from a line: what it is worth and how it was written. */
export interface Numeral {
  /** Place after it in the line. */
  end: number;
  value: number | undefined;
  /** Upper value where two digits stand for a spread (二三十, 2、3). */
  max: number | undefined;
  /** How many digits before the point, where it began with ASCII digits; 0 for kanji. */
  digits: number;
  decimals: number;
  /** Written with a comma between thousands. */
  grouped: boolean;
  /** Holds a scale: 万, 億, billion. */
  scaled: boolean;
  /** One kanji digit and nothing else: 一, 三. The kind that names and words are made of. */
  lone: boolean;
  /** 数十, 十数, 300余: what the numeral itself says of its exactness. */
  approx: Approximation | undefined;
  /** For 数億 and 数十億, what is counted vaguely: 1e8. */
  order: number | undefined;
  /** two-thirds, a quarter, half: the value is a share, 0.667. */
  share: boolean;
  /** second, third …: a place in an order. */
  rank: boolean;
  /** The unit inside of the number: an hour and a half. */
  inner: string | undefined;
}

/** A plain numeral, of which the rest is to be filled in. */
export function blankNumeral(end: number, value?: number): Numeral {
  return {
    end,
    value,
    max: undefined,
    digits: 0,
    decimals: 0,
    grouped: false,
    scaled: false,
    lone: false,
    approx: undefined,
    order: undefined,
    share: false,
    rank: false,
    inner: undefined,
  };
}
