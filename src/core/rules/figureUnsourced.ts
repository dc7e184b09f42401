import { message } from '../model/message';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';

/** A checkable figure that no cited claim, no exemption and no citation in its sentence covers. */
export const figureUnsourced: ArticleRule = {
  id: 'figure/unsourced',
  level: 'warning',
  scope: 'article',
  *check({ path, text, coverage }, workspace) {
    if (text === undefined) return;
    const kinds = workspace.config.figures?.kinds;
    for (const { figure, status, claims } of coverage) {
      // A claim without a citation is `claim/uncited`, which says more than this rule could.
      if (status !== 'unsourced' || claims.length > 0) continue;
      if (kinds && !kinds.includes(figure.kind)) continue;
      yield {
        file: path,
        range: { start: figure.start, end: figure.end },
        message: message('“{figure}” has no source (read as {reading}).', {
          figure: shorten(text.slice(figure.start, figure.end)),
          reading: { kind: figure.kind, quantity: figure.quantity },
        }),
        data: { article: path },
      };
    }
  },
};
