import { DOUBLE_DIGITS } from './exactDecimal';

/** Rounding 46 to 50 says something else than 46 did; 49 to 50, 14.3 to 14 and 145 to 150 do not. */
const ROUNDED = 0.05;
/** Floating point: 14.3 × 10^9 is not quite 14,300,000,000. */
export const EPSILON = 1e-9;

/** What floating point adds where a tie is decided. */
const HALVES = 4 * Number.EPSILON;

/** The power of ten at which one of two numbers is the other rounded (half up or half down), if it is. */
export function roundedAt(a: number, b: number): number | undefined {
  if (a === 0 || b === 0 || a < 0 !== b < 0 || !Number.isFinite(a - b)) return undefined;
  const [coarse, fine] = lastDigit(a) >= lastDigit(b) ? [a, b] : [b, a];
  const digit = lastDigit(coarse);
  // A rounded number keeps a digit at the least: 0 is nothing rounded.
  if (Math.abs(coarse - fine) > digit / 2 + Math.abs(fine) * HALVES) return undefined;
  return Math.abs(coarse - fine) <= ROUNDED * Math.abs(fine) ? digit : undefined;
}

/** The place of the last digit that is not zero, as a power of ten: 10^8 for 143億, 0.1 for 14.3. */
export function lastDigit(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 1;
  const [digits, exponent] = Math.abs(value)
    .toExponential(DOUBLE_DIGITS - 1)
    .split('e') as [string, string];
  const places = digits.replace('.', '').replace(/0+$/, '').length;
  return 10 ** (Number(exponent) - places + 1);
}

/** Whether two numbers are no further apart than a share of the larger. */
export function near(a: number, b: number, tolerance: number): boolean {
  // Where a conversion leaves the range of numbers, no tolerance means anything.
  if (!Number.isFinite(a - b)) return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}
