import type { Quantity } from '../../figures/figure';

/** What about a figure is not what it was. */
export type ChangeKind =
  /** Its number or its unit, or letters at a number that nobody read. */
  | 'value'
  | 'exactness'
  | 'sign'
  /** Per what: a day, a share, 10万人当たり. */
  | 'per'
  | 'period'
  /** Of whom or of what. */
  | 'subject'
  /** Which way: rose or fell, profit or loss, for or against. */
  | 'direction'
  | 'counted'
  /** What heads its row or column. */
  | 'header'
  /** The unit that its table names. */
  | 'unit'
  | 'struck';

/** One thing that changed, in the words of the article; empty where nothing says it. */
export interface MeaningChange {
  readonly kind: ChangeKind;
  readonly was: string;
  readonly is: string;
}

/** What became of the quantities of a passage, and of what they mean. */
export interface QuantityChange {
  readonly was: readonly Quantity[];
  readonly is: readonly Quantity[];
  /** Never empty. */
  readonly changes: readonly MeaningChange[];
}
