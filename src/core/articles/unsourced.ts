import type { Range } from '../text/range';
import type { ArticleView, FigureCoverage } from './articleView';

/** The checkable figures that nothing stands behind, those whose claim waits for repair included. */
export function unsourcedFigures(article: ArticleView): FigureCoverage[] {
  return article.coverage.filter(({ status }) => status === 'unsourced' || status === 'inRepair');
}

export interface Neighbor {
  readonly figure: FigureCoverage;
  /** From 1, in the order of the text. */
  readonly number: number;
  readonly count: number;
}

/** The next or previous unsourced figure from a selection, around the ends of the text. Undefined when there is none. */
export function neighborUnsourced(
  article: ArticleView,
  from: Range,
  direction: 'next' | 'previous',
): Neighbor | undefined {
  const figures = unsourcedFigures(article);
  if (figures.length === 0) return undefined;
  let index =
    direction === 'next'
      ? figures.findIndex(({ figure }) => figure.start >= from.end)
      : figures.findLastIndex(({ figure }) => figure.end <= from.start);
  if (index < 0) index = direction === 'next' ? 0 : figures.length - 1;
  return { figure: figures[index]!, number: index + 1, count: figures.length };
}
