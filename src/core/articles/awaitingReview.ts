import type { Config } from '../model/schema';
import type { ArticleView, ClaimView } from './articleView';

/**
 * The claims of an article that wait for this person's judgement, in the order of the text: cited ones
 * that too few have verified, and ones that changed after they were judged. Not the person's own claims
 * unless the team's review policy lets them count, and none the person has judged as it now stands.
 * What has no place in the text or a fallen source waits for its author, not for a reviewer.
 * @param person undefined where nobody has said who reads; then every waiting claim is given.
 */
export function awaitingReview(
  article: ArticleView,
  person: string | undefined,
  review: Config['review'],
): readonly ClaimView[] {
  return article.claims.filter(({ state, claim, verdicts }) => {
    if (state !== 'cited' && state !== 'staleVerdict') return false;
    if (person === undefined) return true;
    if (claim.by === person && review?.ownClaims !== true) return false;
    return !verdicts.some(({ verdict, stale }) => !stale && verdict.by === person);
  });
}
