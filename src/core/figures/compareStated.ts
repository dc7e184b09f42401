import { type Comparison, compareQuantities, isAgreement } from './compareQuantities';
import type { Approximation, Quantity } from './figure';
import type { Way } from './wayOf';

/** A quantity with what the words beside it say of its direction. */
export interface Stated {
  readonly quantity: Quantity;
  readonly way?: Way | undefined;
}

/** In what two statements differ whose numbers agree. */
export type StatedDifference =
  /** One rose or is a profit, the other fell or is a loss. */
  | 'way'
  /** One is of those who are for it, the other of those who are against it. */
  | 'stance'
  /** One is below zero, and nothing says so of the other. */
  | 'sign'
  /** Over $29 billion, and $29 billion: not a wrong value, but not the same statement. */
  | 'exactness';

export interface StatedComparison {
  readonly comparison: Comparison;
  readonly difference?: StatedDifference;
}

const AXES = ['change', 'level', 'result'] as const;

/**
 * Compares two quantities with their directions: ▲35億円 and a loss of 35億円 are equal, 3割減 and 3割増 are different.
 * A `difference` of way or sign makes the status `different`; one of exactness leaves it an agreement.
 */
export function compareStated(a: Stated, b: Stated): StatedComparison {
  const isBelowA = isBelowZero(a.quantity);
  const isBelowB = isBelowZero(b.quantity);
  if (isBelowA !== isBelowB) {
    const comparison = compareQuantities(a.quantity, b.quantity);
    const sizes = compareQuantities(sizeOf(a.quantity), sizeOf(b.quantity));
    if (!isAgreement(sizes.status))
      return { comparison: comparison.status === 'slip' ? comparison : worse(comparison, sizes) };
    const { way = {} } = isBelowA ? b : a;
    const said = way.change ?? way.result ?? way.level;
    if (said === -1) return withExactness(sizes, a.quantity, b.quantity);
    return { comparison: unlike(comparison), difference: said === 1 ? 'way' : 'sign' };
  }
  const comparison = compareQuantities(a.quantity, b.quantity);
  if (!isAgreement(comparison.status)) return { comparison };
  const isOpposite = AXES.some((axis) => {
    const [one, other] = [a.way?.[axis], b.way?.[axis]];
    return one !== undefined && other !== undefined && one !== other;
  });
  if (isOpposite) return { comparison: unlike(comparison), difference: 'way' };
  const [stanceA, stanceB] = [a.way?.stance, b.way?.stance];
  if (stanceA !== undefined && stanceB !== undefined && stanceA !== stanceB)
    return { comparison: unlike(comparison), difference: 'stance' };
  return withExactness(comparison, a.quantity, b.quantity);
}

function isBelowZero({ value }: Quantity): boolean {
  return value !== undefined && value < 0;
}

function sizeOf(quantity: Quantity): Quantity {
  if (!isBelowZero(quantity)) return quantity;
  const { value, max, exact, exactMax, ...rest } = quantity;
  const unsigned = (decimal: string) => decimal.replace(/^-/, '');
  return {
    ...rest,
    ...(value !== undefined && { value: Math.abs(value) }),
    ...(max !== undefined && { max: Math.abs(max) }),
    ...(exact !== undefined && { exact: unsigned(exact) }),
    ...(exactMax !== undefined && { exactMax: unsigned(exactMax) }),
  };
}

/** A slip by a power of ten is one whatever the sign. */
function worse(comparison: Comparison, sizes: Comparison): Comparison {
  return sizes.status === 'slip' ? sizes : comparison;
}

function unlike(comparison: Comparison): Comparison {
  return comparison.status === 'different' ? comparison : { status: 'different' };
}

/** On which side of its number a figure says that the true one lies, and whether it says how sure it is. */
const EXACTNESS: Readonly<Partial<Record<Approximation, string>>> = {
  exact: 'exact',
  about: 'about',
  estimate: 'estimate',
  over: 'more',
  at_least: 'more',
  under: 'less',
  up_to: 'less',
};

/** Only of the same number: 約140億 is how $14.3 billion is rounded. */
function withExactness(comparison: Comparison, a: Quantity, b: Quantity): StatedComparison {
  const isSame = comparison.status === 'equal' && EXACTNESS[a.approx] !== EXACTNESS[b.approx];
  return isSame ? { comparison, difference: 'exactness' } : { comparison };
}
