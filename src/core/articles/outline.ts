import type { ClaimState } from '../model/claimState';
import type { Range } from '../text/range';
import { type ArticleView, firstPlace } from './articleView';
import { unsourcedFigures } from './unsourced';

/** A claim of an article, or a figure that nothing stands behind. */
export interface OutlineItem extends Range {
  /** The words in the article. */
  readonly words: string;
  /** Undefined for a figure. */
  readonly state: ClaimState | undefined;
}

/** What there is to check in an article, in the order of its text. What has no place in the text is left out. */
export function outlineOf(article: ArticleView): OutlineItem[] {
  const { text, claims } = article;
  if (text === undefined) return [];
  const toItem = ({ start, end }: Range, state?: ClaimState): OutlineItem => ({
    start,
    end,
    words: text.slice(start, end),
    state,
  });
  const marked = claims.flatMap((claim) => {
    const place = firstPlace(claim);
    return place ? [toItem(place, claim.state)] : [];
  });
  // A figure in a claim is the claim's.
  const bare = unsourcedFigures(article).filter((covered) => covered.claims.length === 0);
  const items = [...marked, ...bare.map(({ figure }) => toItem(figure))];
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}
