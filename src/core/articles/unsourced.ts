import { type Message, message } from '../model/message';
import type { Range } from '../text/range';
import type { ArticleView, FigureCoverage } from './articleView';
import type { FigureState } from './figureState';

/** The checkable figures that nothing stands behind: those without a source, and those whose source does not hold. */
export function unsourcedFigures(article: ArticleView): FigureCoverage[] {
  return article.coverage.filter(({ state }) => state === 'unsourced' || state === 'contested');
}

/** What somebody should look at, by state, the most urgent first: what does not hold, what is missing, what is unchecked. */
export function openFigures(
  article: ArticleView,
): { readonly state: FigureState; readonly figures: readonly FigureCoverage[] }[] {
  return (['contested', 'unsourced', 'unchecked'] as const).flatMap((state) => {
    const figures = article.coverage.filter((covered) => covered.state === state);
    return figures.length === 0 ? [] : [{ state, figures }];
  });
}

/** What to say where `unsourcedFigures` are none: that something is cited for each figure is not that all was checked. */
export function noneUnsourcedMessage({ coverage }: ArticleView): Message {
  const count = coverage.filter(({ state }) => state === 'unchecked').length;
  return count === 0
    ? message('Every figure in this article has a source or an exemption.')
    : message('Every figure in this article has a source or an exemption; not checked: {count}.', { count });
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
