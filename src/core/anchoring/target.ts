import type { Quantity } from '../figures/figure';
import type { Range } from '../text/range';

/**
 * Where a claim stands in its article: W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) with the
 * start of a TextPositionSelector (UTF-16 code units). The end is `start + exact.length`.
 */
export interface Target {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly start?: number | undefined;
}

/**
 * The answer to "where is this target now?". Only `exact` and `moved` count as found.
 * `valueChanged`: the words around are the same, a quantity in the passage is not.
 */
export type Anchor =
  | { readonly status: 'exact' | 'moved'; readonly range: Range }
  | { readonly status: 'ambiguous'; readonly ranges: readonly Range[] }
  | {
      readonly status: 'valueChanged';
      readonly range: Range;
      readonly was: readonly Quantity[];
      readonly is: readonly Quantity[];
    }
  | { readonly status: 'orphaned' };
