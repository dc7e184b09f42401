import type { Range } from '../text/range';

/** What sort of quantity a figure is. Public: the CLI prints these and config names them. */
export type FigureKind =
  | 'money'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'count'
  | 'age'
  | 'duration'
  | 'length'
  | 'area'
  | 'volume'
  | 'weight'
  | 'speed'
  | 'power'
  | 'energy'
  | 'information'
  | 'temperature'
  | 'angle'
  | 'ordinal'
  | 'year'
  | 'date'
  | 'score'
  | 'number'
  | 'other';

/** How exact a figure claims to be. One word only; a numeric modifier beats `estimate`. */
export type Approximation =
  | 'exact'
  | 'about'
  | 'over'
  | 'under'
  | 'at_least'
  | 'up_to'
  | 'estimate'
  | 'several'
  | 'tens_of'
  | 'hundreds_of';

/**
 * A figure's normalised meaning, in base units of its kind: money in whole units of the ISO 4217
 * currency (143億ドル is 14_300_000_000 USD), per cent as 49 with unit `%`.
 */
export interface Quantity {
  /** Undefined where the figure is vague (数十億) or an identifier. The lower end of a range. */
  readonly value?: number;
  /** The upper end of a range; undefined for a single value. */
  readonly max?: number;
  /** ISO 4217 for money, else an English singular: `person`, `year`, `gigawatt`, `%`. */
  readonly unit?: string;
  readonly approx: Approximation;
  /**
   * For a vague figure, what is counted vaguely, in the same units as `value`: 10^8 for 数億 (`several`)
   * and for 数十億 (`tens_of`), 1 for 数人.
   */
  readonly scale?: number;
  /** `value` and `max` as decimals with all of their digits, where a number has more than a double can hold (over 14). */
  readonly exact?: string;
  readonly exactMax?: string;
}

/** A quantity found in a text. Derived, never stored. */
export interface Figure extends Range {
  readonly kind: FigureKind;
  readonly quantity: Quantity;
  /** False for what needs no source: dates, model names, list numbers, 〜の一つ. */
  readonly checkable: boolean;
}
