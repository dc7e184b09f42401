import { latestVerdicts } from '../model/claimState';
import { message } from '../model/message';
import { personName } from '../workspace/personName';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** Someone judged the claim, and it was changed afterwards. */
export const claimStaleVerdict: ArticleRule = {
  id: 'claim/stale-verdict',
  level: 'warning',
  scope: 'article',
  *check(article, { config }) {
    for (const view of article.claims) {
      const { id, claim, range } = view;
      if (claim.detached) continue;
      // The hash of a claim is worked out when it is asked for.
      const stale = latestVerdicts(claim.verdicts ?? []).filter(({ of }) => of !== view.hash);
      if (stale.length === 0) continue;
      yield {
        file: range ? article.path : article.storeFile,
        range: range ?? storePlace(article, ['claims', id]),
        message: message('The claim changed after {people} reviewed it; it needs a fresh verdict.', {
          people: stale.map(({ by }) => personName(config, by)),
        }),
        data: { article: article.path, claim: id },
      };
    }
  },
};
