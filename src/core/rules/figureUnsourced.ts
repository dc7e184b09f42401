import type { ArticleView } from '../articles/articleView';
import type { FigureStanding } from '../articles/figureState';
import { message } from '../model/message';
import { shorten } from '../text/shorten';
import type { Workspace } from '../workspace/workspace';
import type { ArticleRule, Finding } from './rule';

/** A checkable figure that no cited claim, no exemption, no citation in its sentence and no equal figure covers. */
export const figureUnsourced: ArticleRule = {
  id: 'figure/unsourced',
  level: 'warning',
  scope: 'article',
  check: (article, workspace) => findUnsourced(article, workspace, true),
  checkPartial: (article, workspace) => findUnsourced(article, workspace, false),
};

/** @param isLibraryWhole whether no source is still to be read that could stand behind one. */
function* findUnsourced(
  { path, text, coverage }: ArticleView,
  workspace: Workspace,
  isLibraryWhole: boolean,
): Iterable<Finding> {
  if (text === undefined) return;
  const kinds = workspace.config.figures?.kinds;
  for (const { figure, claims, ...standing } of coverage) {
    // A claim without a citation is `claim/uncited`, which says more than this rule could.
    if (claims.length > 0 || !isWithoutSource(standing)) continue;
    if (kinds && !kinds.includes(figure.kind)) continue;
    if (standing.state === 'unsourced' && standing.mayStand && !isLibraryWhole) continue;
    yield {
      file: path,
      range: { start: figure.start, end: figure.end },
      message: message('“{figure}” has no source (read as {reading}).', {
        figure: shorten(text.slice(figure.start, figure.end)),
        reading: { kind: figure.kind, quantity: figure.quantity },
      }),
      data: { article: path, state: 'unsourced' },
    };
  }
}

/** What a lost claim cited was cited for a passage that is gone; until it is repaired the figure has no source. */
function isWithoutSource(standing: FigureStanding): boolean {
  return standing.state === 'unsourced' || (standing.state === 'contested' && standing.reason === 'lost');
}
