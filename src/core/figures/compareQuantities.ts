import { sameNumber, sameNumbers } from './exactDecimal';
import type { Quantity } from './figure';
import { EPSILON, lastDigit, near, roundedAt } from './roundedAt';
import { type SlipCause, slipBetween } from './slipBetween';
import { unitNamed } from './units';

export type { SlipCause } from './slipBetween';

/**
 * How two quantities stand to each other. All but `notComparable`, `otherCurrency`, `slip` and `different`
 * are agreements: see `isAgreement`.
 */
export type Comparison =
  | { readonly status: 'equal' }
  /** One is the other rounded to `digit`, a power of ten in base units: 143億 and 140億 agree at 10^9. */
  | { readonly status: 'rounded'; readonly digit: number }
  /** One lies in what the other allows: 71 in 65–72, 45 in 約半数, 50億 in 10億以上. */
  | { readonly status: 'within' }
  /** One is vague (数十億) and the other is of that order. */
  | { readonly status: 'vague' }
  /** `ratio` is the second over the first, `difference` the second less the first, in the first's unit. */
  | { readonly status: 'different'; readonly ratio?: number; readonly difference?: number }
  /** The same digits, or these rounded, `power` places of ten apart: the second is the first times 10^power. */
  | { readonly status: 'slip'; readonly power: number; readonly cause: SlipCause }
  /** Two currencies and no rate. `rate` is what one of the first would be in the second, if both were right. */
  | { readonly status: 'otherCurrency'; readonly rate?: number }
  | { readonly status: 'notComparable' };

/** What one unit of `from` is worth in `to` (ISO 4217). */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly rate: number;
  /** ISO 8601 date of the rate. */
  readonly date?: string | undefined;
}

export interface CompareOptions {
  readonly rates?: readonly ExchangeRate[];
}

export function isAgreement(status: Comparison['status']): boolean {
  return status === 'equal' || status === 'rounded' || status === 'within' || status === 'vague';
}

/** Beyond this share apart, 約 and nearly no longer excuse it: 49 is about half, 40 is not. */
const ABOUT = 0.1;
/** A converted amount is rounded and the day's rate differs from the stated one. */
const CONVERTED = 0.05;
/** A measure put into another system is rounded to a handy number. */
const MEASURED = 0.01;

/** The ends that a quantity allows, in its own unit; an open end is infinite. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Compares two quantities by what they mean. Equal, rounded, within, vague and slip are symmetric (a slip's
 * power and a difference change their sign). Never throws.
 */
export function compareQuantities(a: Quantity, b: Quantity, options: CompareOptions = {}): Comparison {
  const metric = asMetricTons(a, b);
  if (metric && isAgreement(metric.status)) return metric;
  const factor = unitFactor(a.unit, b.unit);
  // In the larger of the two units, so that no number grows out of range and both sides answer alike.
  if (factor !== undefined)
    return factor <= 1
      ? measured(a, scaled(b, factor), factor)
      : inFirstUnit(measured(scaled(a, 1 / factor), b, factor), factor);
  const [celsiusA, celsiusB] = [inCelsius(a), inCelsius(b)];
  if (celsiusA && celsiusB) return compareTemperatures(a, b, celsiusA, celsiusB);
  if (!isCurrency(a.unit) || !isCurrency(b.unit)) return { status: 'notComparable' };
  const rate = rateBetween(b.unit, a.unit, options.rates ?? []);
  if (rate === undefined)
    return a.value && b.value !== undefined
      ? { status: 'otherCurrency', rate: b.value / a.value }
      : { status: 'otherCurrency' };
  const converted = compareNumbers(a, scaled(b, rate));
  if (isAgreement(converted.status) || a.value === undefined || b.value === undefined) return converted;
  return near(a.value, b.value * rate, CONVERTED) ? { status: 'rounded', digit: lastDigit(a.value) } : converted;
}

/** "Tons" alone may be metric, as it is in copy about most of the world. */
function asMetricTons(a: Quantity, b: Quantity): Comparison | undefined {
  const isLoose = (a.unit === 'ton' && b.unit === 'tonne') || (a.unit === 'tonne' && b.unit === 'ton');
  return isLoose ? compareNumbers(a, b, true) : undefined;
}

/** Compares in one unit. What was measured anew in another system (5ft 9in, 175 cm) is rounded to neither's digits. */
function measured(a: Quantity, b: Quantity, factor: number): Comparison {
  const answer = compareNumbers(a, b, factor === 1);
  const system = Math.abs(Math.log10(factor) - Math.round(Math.log10(factor))) > EPSILON;
  if (!system || isAgreement(answer.status) || a.value === undefined || b.value === undefined) return answer;
  if (a.max !== undefined || b.max !== undefined || unitNamed(a.unit ?? '')?.kind === 'duration') return answer;
  return near(a.value, b.value, MEASURED)
    ? { status: 'rounded', digit: Math.max(lastDigit(a.value), lastDigit(b.value)) }
    : answer;
}

/** Degrees of each scale: how many make one of Celsius, and which is its zero. */
const DEGREES: Readonly<Record<string, readonly [size: number, zero: number]>> = {
  degree_celsius: [1, 0],
  degree_fahrenheit: [1.8, 32],
  kelvin: [1, 273.15],
};
/** Two readings that were each rounded to a whole degree, one of them of Fahrenheit, are up to this far apart. */
const ROUNDED_DEGREES = 0.8;

/** A temperature in Celsius; undefined for another unit. */
function inCelsius(quantity: Quantity): Quantity | undefined {
  const scale = DEGREES[quantity.unit ?? ''];
  if (scale === undefined || quantity.value === undefined) return undefined;
  const [size, zero] = scale;
  const { value, max } = quantity;
  return { ...quantity, value: (value - zero) / size, ...(max !== undefined && { max: (max - zero) / size }) };
}

/** 34C and 93F as readings, or 1.5C and 2.7F as what it grew warmer by: a text may mean either. */
function compareTemperatures(a: Quantity, b: Quantity, celsiusA: Quantity, celsiusB: Quantity): Comparison {
  const reading = compareNumbers(celsiusA, celsiusB);
  if (isAgreement(reading.status)) return reading;
  const apart = Math.abs((celsiusA.value ?? 0) - (celsiusB.value ?? 0));
  if (celsiusA.max === undefined && celsiusB.max === undefined && apart <= ROUNDED_DEGREES)
    return { status: 'rounded', digit: 1 };
  const [sizeA, sizeB] = [DEGREES[a.unit ?? '']![0], DEGREES[b.unit ?? '']![0]];
  const rise = compareNumbers(scaled(a, 1 / sizeA), scaled(b, 1 / sizeB));
  return isAgreement(rise.status) ? rise : differenceBetween(celsiusA.value ?? 0, celsiusB.value ?? 0);
}

/** Puts the amounts of an answer that was found in the second's unit into the first's. */
function inFirstUnit(answer: Comparison, factor: number): Comparison {
  if (answer.status === 'rounded') return { ...answer, digit: answer.digit * factor };
  if (answer.status === 'different' && answer.difference !== undefined)
    return { ...answer, difference: answer.difference * factor };
  return answer;
}

/** `exactly` where both are as they were written: what was converted is rounded by the factor. */
function compareNumbers(a: Quantity, b: Quantity, exactly = false): Comparison {
  const boundsA = boundsOf(a);
  const boundsB = boundsOf(b);
  if (!boundsA || !boundsB) return { status: 'notComparable' };
  if (a.value === undefined || b.value === undefined)
    return touch(boundsA, boundsB) ? { status: 'vague' } : { status: 'different' };
  if (exactly && sameNumbers(a, b)) return { status: 'equal' };
  if (exactly && a.exact !== undefined && b.exact !== undefined && near(a.value, b.value, EPSILON))
    return differenceBetween(a.value, b.value);
  if (a.max !== undefined || b.max !== undefined) return compareRanges(a, b, boundsA, boundsB, exactly);
  if (!exactly && near(a.value, b.value, EPSILON)) return { status: 'equal' };
  const digit = isRoundable(a, b) ? roundedAt(a.value, b.value) : undefined;
  if (digit !== undefined) return { status: 'rounded', digit };
  if (allows(boundsA, a, b.value) || allows(boundsB, b, a.value)) return { status: 'within' };
  return slipBetween(a.value, b.value) ?? differenceBetween(a.value, b.value);
}

function compareRanges(a: Quantity, b: Quantity, boundsA: Bounds, boundsB: Bounds, exactly: boolean): Comparison {
  const [lowA, lowB] = [a.value ?? 0, b.value ?? 0];
  const [highA, highB] = [a.max ?? lowA, b.max ?? lowB];
  const same = (one: number, other: number) => (exactly ? sameNumber(one, other) : near(one, other, EPSILON));
  if (same(lowA, lowB) && same(highA, highB)) return { status: 'equal' };
  if (isScore(a) && isScore(b)) return { status: 'different' };
  // 640億〜720億 and 660億〜720億 are two forecasts, though one lies in the other.
  const twoSpreads = a.max !== undefined && b.max !== undefined && a.approx === 'exact' && b.approx === 'exact';
  const inside = (inner: Bounds, outer: Bounds) =>
    outer.low <= inner.low * (1 + EPSILON) && inner.high <= outer.high * (1 + EPSILON);
  if (!twoSpreads && (inside(boundsA, boundsB) || inside(boundsB, boundsA))) return { status: 'within' };
  const lowDigit = isRoundable(a, b) ? roundedAt(lowA, lowB) : undefined;
  const highDigit = isRoundable(a, b) ? roundedAt(highA, highB) : undefined;
  if (lowDigit !== undefined && highDigit !== undefined)
    return { status: 'rounded', digit: Math.max(lowDigit, highDigit) };
  return slipBetween(lowA, lowB) ?? differenceBetween(lowA, lowB);
}

/** 2対1 and 0-3: two whole numbers without a unit. Spreads without one are of thousands. */
function isScore({ value, max, unit }: Quantity): boolean {
  return unit === undefined && max !== undefined && Number.isInteger(value) && Number.isInteger(max) && max < 1000;
}

function boundsOf({ value, max, approx, scale }: Quantity): Bounds | undefined {
  if (value === undefined) {
    // 数人 is from two to nine, 数千人 any number of thousands below ten, 数十 from twenty to ninety-nine.
    const order = approx === 'tens_of' ? 10 : approx === 'hundreds_of' ? 100 : approx === 'several' ? 1 : undefined;
    if (order === undefined || scale === undefined) return undefined;
    const most = order === 1 && scale === 1 ? 9 : 10 * order * (1 - EPSILON);
    return { low: 2 * order * scale, high: most * scale };
  }
  const high = max ?? value;
  const margin = ABOUT * Math.abs(value);
  switch (approx) {
    case 'about':
    case 'estimate':
      return { low: value - margin, high: high + margin };
    case 'over':
    case 'at_least':
      return { low: value, high: Number.POSITIVE_INFINITY };
    case 'under':
    case 'up_to':
      return { low: Number.NEGATIVE_INFINITY, high };
    default:
      return { low: value, high };
  }
}

/** Whether a single value is one that the other's words allow. `over` and `under` exclude their own number. */
function allows(bounds: Bounds, { approx, value }: Quantity, other: number): boolean {
  if (approx === 'exact' || other < bounds.low || other > bounds.high) return false;
  // 超 and 以上 are said of a number close by: 10億超 is not said of 500億.
  if ((approx === 'over' || approx === 'at_least') && value !== undefined && other > 10 * Math.abs(value)) return false;
  if ((approx === 'under' || approx === 'up_to') && value !== undefined && Math.abs(other) < Math.abs(value) / 10)
    return false;
  return !((approx === 'over' || approx === 'under') && value !== undefined && near(value, other, EPSILON));
}

function touch(a: Bounds, b: Bounds): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** Units whose small numbers are counted, not measured: 28歳 is not 30歳 rounded, nor 2024年 2020年. */
const COUNTED: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'rank', 'date']);
/** From here on even what is counted is rounded: 1,480人 becomes 1,500人. */
const LEAST_ROUNDED_COUNT = 100;

/** On which side of its number a quantity says that the true one lies; 0 where it does not. */
function sideOf({ approx }: Quantity): number {
  if (approx === 'over' || approx === 'at_least') return 1;
  return approx === 'under' || approx === 'up_to' ? -1 : 0;
}

/** Whether two quantities are of a sort that newspapers round. */
function isRoundable(a: Quantity, b: Quantity): boolean {
  const { unit } = a;
  // 過半数 is not 49 % rounded, nor "at least 120" 119. Over 100 km may be 62 miles, for units are rounded anew.
  if (unit === b.unit && sideOf(a) !== sideOf(b)) return false;
  if (unit === undefined || isCurrency(unit) || unit === '%') return true;
  const least = Math.min(Math.abs(a.value ?? 0), Math.abs(b.value ?? 0));
  const kind = unitNamed(unit)?.kind;
  if (COUNTED.has(unit)) return kind === 'duration' && least >= LEAST_ROUNDED_COUNT && least < 1000;
  return kind === 'count' ? least >= LEAST_ROUNDED_COUNT : kind !== 'ordinal';
}

function differenceBetween(a: number, b: number): Comparison {
  return { status: 'different', difference: b - a, ...(a !== 0 && { ratio: b / a }) };
}

function scaled(quantity: Quantity, factor: number): Quantity {
  if (factor === 1) return quantity;
  const { exact: _, exactMax: __, ...rest } = quantity;
  const { value, max, scale } = quantity;
  return {
    ...rest,
    ...(value !== undefined && { value: value * factor }),
    ...(max !== undefined && { max: max * factor }),
    ...(scale !== undefined && { scale: scale * factor }),
  };
}

/** By how much the second's numbers are multiplied to be in the first's unit; undefined when they cannot be. */
function unitFactor(a: string | undefined, b: string | undefined): number | undefined {
  if (a === b) return 1;
  if (a === undefined || b === undefined) return undefined;
  const first = unitNamed(a);
  const second = unitNamed(b);
  if (!first || !second || first.base !== second.base) return undefined;
  return second.factor / first.factor;
}

function isCurrency(unit: string | undefined): unit is string {
  return unit !== undefined && /^[A-Z]{3,4}$/.test(unit);
}

function rateBetween(from: string, to: string, rates: readonly ExchangeRate[]): number | undefined {
  for (const rate of rates) {
    if (rate.from === from && rate.to === to) return rate.rate;
    if (rate.from === to && rate.to === from && rate.rate !== 0) return 1 / rate.rate;
  }
  return undefined;
}
