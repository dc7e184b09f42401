import type { Comparison } from './compareQuantities';
import { EPSILON, lastDigit, near, roundedAt } from './roundedAt';

/** Why two numbers are a power of ten apart, where it is a known mistake of translating or typing. */
export type SlipCause =
  /** billion is 10億: $14.3bn written as 14.3億ドル, or 143億 as 143 billion. */
  | 'billion'
  /** million is 100万: 5 million written as 5万 or 5百. */
  | 'million'
  /** trillion is 1兆, so a thousand billion: the two confused, or 億 and 兆. */
  | 'trillion'
  /** 千 and 万, or the comma of thousands. */
  | 'thousand'
  /** One digit too many or too few. */
  | 'digit';

/** The same digits at another power of ten, within what slips of the pen and of languages explain. */
export function slipBetween(a: number, b: number): Comparison | undefined {
  if (a === 0 || b === 0 || a < 0 !== b < 0) return undefined;
  // Always from the smaller to the larger, so that both sides answer alike however numbers round.
  const grows = Math.abs(a) < Math.abs(b);
  const [less, more] = grows ? [a, b] : [b, a];
  const power = Math.round(Math.log10(more / less));
  if (power === 0 || power > 12) return undefined;
  const shifted = less * 10 ** power;
  if (!near(shifted, more, EPSILON) && !(isTelling(less) && isTelling(more) && roundedAt(shifted, more) !== undefined))
    return undefined;
  return { status: 'slip', power: grows ? power : -power, cause: slipCause(power, Math.abs(more)) };
}

/** Two digits at the least: 14億 for $14.3bn is a slip, but any number is near to one of a single digit. */
function isTelling(value: number): boolean {
  return Math.abs(value) / lastDigit(value) >= 9.5;
}

function slipCause(power: number, larger: number): SlipCause {
  // 億 (10^8) taken for billion, or 万 (10^4) for thousand, is one place; million taken for 万 is two.
  if (power === 1)
    return larger >= 1e9 && larger < 1e12 ? 'billion' : larger >= 1e4 && larger < 1e8 ? 'thousand' : 'digit';
  if (power === 2) return larger >= 1e6 && larger < 1e9 ? 'million' : 'digit';
  if (power === 3) return larger >= 1e12 ? 'trillion' : larger >= 1e9 ? 'billion' : 'thousand';
  if (power === 4) return larger >= 1e12 ? 'trillion' : larger >= 1e8 ? 'billion' : 'thousand';
  return 'digit';
}
