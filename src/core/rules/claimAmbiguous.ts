import { message } from '../model/message';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** Several places could be the claim's, and nothing tells which. */
export const claimAmbiguous: ArticleRule = {
  id: 'claim/ambiguous',
  level: 'error',
  scope: 'article',
  *check(article) {
    for (const { id, anchor, claim } of article.claims) {
      if (anchor?.status !== 'ambiguous') continue;
      const [first] = anchor.ranges;
      if (!first) continue;
      yield {
        file: article.path,
        range: first,
        message: message('“{text}” stands in {count} places that look alike; choose the one that was sourced.', {
          text: shorten(claim.target.exact),
          count: anchor.ranges.length,
        }),
        data: { article: article.path, claim: id },
        related: [
          ...anchor.ranges.map((range) => ({
            file: article.path,
            range,
            message: message('It could be this one.'),
          })),
          {
            file: article.storeFile,
            range: storePlace(article, ['claims', id]),
            message: message('The claim in the store.'),
          },
        ],
      };
    }
  },
};
