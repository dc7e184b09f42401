import { type Comparison, isAgreement } from '../figures/compareQuantities';
import { compareStated, type StatedComparison } from '../figures/compareStated';
import type { Figure, Quantity } from '../figures/figure';
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
    const isBare = isBareCount(figure, cited.figure);
    if (cited.figure.kind !== figure.kind && !isBare) continue;
    const stated = compareStated(
      { quantity: isBare ? withoutUnit(figure.quantity) : figure.quantity, way },
      { quantity: isBare ? withoutUnit(cited.figure.quantity) : cited.figure.quantity, way: cited.way },
    );
    if (isBare && !isAgreement(stated.comparison.status)) continue;
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

/** 用户达2.4亿 and 240 million users: what one counts the other leaves to its sentence. That can only speak for them. */
function isBareCount(one: Figure, other: Figure): boolean {
  const kinds = `${one.kind} ${other.kind}`;
  return kinds === 'number count' || kinds === 'count number';
}

function withoutUnit({ unit: _, ...rest }: Quantity): Quantity {
  return rest;
}

/** The better two figures agree, the likelier the writer meant this one. */
function rankOf({ comparison, difference }: StatedComparison): number {
  return 2 * rankOfStatus(comparison.status) + (difference === 'exactness' ? -1 : difference === undefined ? 0 : 1);
}

function rankOfStatus(status: Comparison['status']): number {
  if (isAgreement(status)) return status === 'equal' ? 5 : 4;
  return status === 'slip' ? 3 : status === 'different' ? 2 : 1;
}
