import { message } from '../model/message';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** An exemption whose end date has passed. */
export const exemptionExpired: ArticleRule = {
  id: 'exemption/expired',
  level: 'warning',
  scope: 'article',
  *check(article) {
    for (const { id, exemption, range, expired } of article.exemptions) {
      if (!expired) continue;
      yield {
        file: range ? article.path : article.storeFile,
        range: range ?? storePlace(article, ['exemptions', id]),
        message: message('The exemption of “{text}” ended on {until}.', {
          text: shorten(exemption.target.exact),
          until: exemption.until ?? '',
        }),
        data: { article: article.path, exemption: id },
      };
    }
  },
};
