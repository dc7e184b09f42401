import { figureReasonMessage } from '../articles/figureStateMessage';
import { message } from '../model/message';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';

/** A figure for which something is cited that nothing was compared with. For teams that want all of it compared. */
export const figureUnchecked: ArticleRule = {
  id: 'figure/unchecked',
  level: 'off',
  scope: 'article',
  needsWholeLibrary: true,
  needsTexts: true,
  *check({ path, text, coverage }, workspace) {
    if (text === undefined) return;
    const kinds = workspace.config.figures?.kinds;
    for (const { figure, claims, ...standing } of coverage) {
      if (standing.state !== 'unchecked' || (kinds && !kinds.includes(figure.kind))) continue;
      const [claim] = claims;
      const reason = figureReasonMessage(standing);
      yield {
        file: path,
        range: { start: figure.start, end: figure.end },
        message: message('“{figure}” is cited, but was not checked: {reason}.', {
          figure: shorten(text.slice(figure.start, figure.end)),
          reason: reason ?? '',
        }),
        data: { article: path, state: 'unchecked', ...(claim && { claim: claim.id }) },
      };
    }
  },
};
