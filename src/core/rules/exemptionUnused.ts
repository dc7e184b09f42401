import { message } from '../model/message';
import { overlaps } from '../text/range';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** An exemption that exempts nothing: its passage is gone, holds no figure, or is sourced by now. */
export const exemptionUnused: ArticleRule = {
  id: 'exemption/unused',
  level: 'information',
  scope: 'article',
  *check(article) {
    if (article.text === undefined) return;
    for (const { id, exemption, range, expired } of article.exemptions) {
      if (expired) continue;
      const exempts = article.coverage.some(
        ({ figure, state }) => range && overlaps(figure, range) && state === 'exempt',
      );
      if (exempts) continue;
      yield {
        file: article.storeFile,
        range: storePlace(article, ['exemptions', id]),
        message: message('The exemption of “{text}” is not needed: it covers no figure that lacks a source.', {
          text: shorten(exemption.target.exact),
        }),
        data: { article: article.path, exemption: id },
      };
    }
  },
};
