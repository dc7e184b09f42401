import type { Quantity } from '../figures/figure';
import type { Range } from '../text/range';
import type { MeaningChange } from './statements/change';
import type { TableHeads } from './statements/tableHeads';

/**
 * Where a claim stands in its article: W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) with the
 * start of a TextPositionSelector (UTF-16 code units). The end is `start + exact.length`.
 */
export interface Target {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly start?: number | undefined;
  /** Where it stood in a table: what heads its row and its column, which may stand too far away for `prefix`. */
  readonly heads?: TableHeads | undefined;
}

/**
 * The answer to "where is this target now?". Only `exact` and `moved` count as found.
 * `valueChanged`: the words around are the same, a quantity in the passage is not, or what it is a quantity of.
 */
export type Anchor =
  | { readonly status: 'exact' | 'moved'; readonly range: Range }
  | { readonly status: 'ambiguous'; readonly ranges: readonly Range[] }
  | {
      readonly status: 'valueChanged';
      readonly range: Range;
      readonly was: readonly Quantity[];
      readonly is: readonly Quantity[];
      /** What changed, in the article's words; never empty. */
      readonly changes: readonly MeaningChange[];
    }
  | { readonly status: 'orphaned' };

/** Whether the target stands in the text, saying what it said. */
export function isFound(anchor: Anchor | undefined): anchor is Extract<Anchor, { readonly status: 'exact' | 'moved' }> {
  return anchor?.status === 'exact' || anchor?.status === 'moved';
}
