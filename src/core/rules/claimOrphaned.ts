import { message } from '../model/message';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** The passage is gone from the article. Reported in the store, since the article has no place for it. */
export const claimOrphaned: ArticleRule = {
  id: 'claim/orphaned',
  level: 'error',
  scope: 'article',
  *check(article) {
    for (const { id, anchor, claim } of article.claims) {
      if (anchor?.status !== 'orphaned') continue;
      yield {
        file: article.storeFile,
        range: storePlace(article, ['claims', id]),
        message: message('“{text}” no longer stands in {article}.', {
          text: claim.target.exact,
          article: article.path,
        }),
        data: { article: article.path, claim: id },
      };
    }
  },
};
