import { type Comparison, isAgreement } from '../figures/compareQuantities';
import { compareStated, type StatedComparison } from '../figures/compareStated';
import type { Agreement, CitationView, TextFigure } from './articleView';

/** For each checkable figure, the cited figure that comes nearest to it, citation by citation. */
export function compareWithSources(figures: readonly TextFigure[], citations: readonly CitationView[]): Agreement[] {
  const agreements: Agreement[] = [];
  for (const own of figures) {
    if (!own.figure.checkable) continue;
    for (const citation of citations) {
      if (citation.citation.exact !== undefined) agreements.push(compareWith(own, citation));
    }
  }
  return agreements;
}

function compareWith({ figure, text, way }: TextFigure, citation: CitationView): Agreement {
  let best: ({ cited: CitationView['figures'][number]; rank: number } & StatedComparison) | undefined;
  for (const cited of citation.figures) {
    // 19歳 and 2016年 are both counted in years, and say nothing of each other.
    if (cited.figure.kind !== figure.kind) continue;
    const stated = compareStated(
      { quantity: figure.quantity, way },
      { quantity: cited.figure.quantity, way: cited.way },
    );
    const rank = rankOf(stated);
    if (stated.comparison.status !== 'notComparable' && (!best || rank > best.rank)) best = { cited, rank, ...stated };
  }
  return {
    figure,
    text,
    citation,
    cited: best && { figure: best.cited.figure, text: best.cited.text },
    comparison: best?.comparison,
    ...(best?.difference !== undefined && { difference: best.difference }),
  };
}

/** The better two figures agree, the likelier the writer meant this one. */
function rankOf({ comparison, difference }: StatedComparison): number {
  return 2 * rankOfStatus(comparison.status) + (difference === 'exactness' ? -1 : difference === undefined ? 0 : 1);
}

function rankOfStatus(status: Comparison['status']): number {
  if (isAgreement(status)) return status === 'equal' ? 5 : 4;
  return status === 'slip' ? 3 : status === 'different' ? 2 : 1;
}
