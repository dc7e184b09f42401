import type { FigureKind } from '../figure';
import type { Found, Scan } from './scan';

/** The last figure of a kind that ends no further than `reach` characters before a place. Looks no further back than that. */
export function lastFound({ found }: Scan, kind: FigureKind, start: number, reach: number): Found | undefined {
  for (let at = found.length - 1; at >= 0; at--) {
    const one = found[at]!;
    if (one.end < start - reach) return undefined;
    if (one.kind === kind) return one;
  }
  return undefined;
}
