import { describe } from '../anchoring/describe';
import { type Anchor, isFound } from '../anchoring/target';
import { gitBlobId } from '../model/gitBlobId';
import type { Citation, Claim } from '../model/schema';
import type { Anchored, StoreOperation } from '../store/operations';
import { contains, type Range } from '../text/range';
import type { ArticleView, ClaimView } from './articleView';

/** Who annotates, when, and the id that the new entry gets. */
export interface Authorship {
  readonly id: string;
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** The found claim that holds a range of the article whole, the narrowest of several. */
export function claimAround(article: ArticleView, range: Range): ClaimView | undefined {
  let best: (ClaimView & { readonly range: Range }) | undefined;
  for (const claim of article.claims) {
    if (!isFound(claim.anchor) || !claim.range || !contains(claim.range, range)) continue;
    if (!best || claim.range.end - claim.range.start < best.range.end - best.range.start)
      best = { ...claim, range: claim.range };
  }
  return best;
}

/**
 * Marks a range of the article as a claim, with a first citation or without one. The entities whose names
 * stand in the passage and mean only one are noted as what it is about.
 */
export function claimOperations(
  article: ArticleView & { readonly text: string },
  range: Range,
  { id, by, at }: Authorship,
  citation?: Citation,
): StoreOperation[] {
  const entities = new Set(
    article.mentions.flatMap((mention) =>
      contains(range, mention) && mention.entities.length === 1 ? mention.entities : [],
    ),
  );
  const claim: Claim = {
    target: describe(article.text, range.start, range.end),
    ...(citation && { citations: [citation] }),
    ...(entities.size > 0 && { entities: [...entities] }),
    by,
    at,
  };
  return [{ type: 'addClaim', article: article.path, id, claim }, ...textOperations(article)];
}

export function exemptionOperations(
  article: ArticleView & { readonly text: string },
  range: Range,
  { id, by, at }: Authorship,
  { reason, until }: { readonly reason: string; readonly until?: string | undefined },
): StoreOperation[] {
  const exemption = {
    target: describe(article.text, range.start, range.end),
    reason,
    by,
    at,
    ...(until !== undefined && { until }),
  };
  return [{ type: 'addExemption', article: article.path, id, exemption }, ...textOperations(article)];
}

/** Puts one target on a range of the article as it is now. */
export function retargetOperations(
  article: ArticleView & { readonly text: string },
  where: Anchored,
  id: string,
  range: Range,
): StoreOperation[] {
  const target = describe(article.text, range.start, range.end);
  return [{ type: 'setTarget', in: where, id, target }, ...textOperations(article, id)];
}

/**
 * Describes every found target anew on the article as it is now, and names that text in the store. What is
 * not found stays as it was: its words are all that is left to find it by.
 */
export function updatePositionsOperations(article: ArticleView & { readonly text: string }): StoreOperation[] {
  const operations: StoreOperation[] = [];
  const conflicts = new Set(
    article.stored?.problems.flatMap(({ rule, range }) => (rule === 'store/conflict' ? [range.start] : [])),
  );
  const isOpen = (where: Anchored, id: string) => {
    const place = conflicts.size > 0 ? article.stored?.locate([where, id, 'target']) : undefined;
    return place?.key !== undefined && conflicts.has(place.key.start);
  };
  const add = (where: Anchored, id: string, anchor: Anchor | undefined) => {
    // Of two targets that a merge left, only a person can say which one goes.
    if (anchor?.status !== 'moved' || isOpen(where, id)) return;
    const target = describe(article.text, anchor.range.start, anchor.range.end);
    operations.push({ type: 'setTarget', in: where, id, target });
  };
  for (const { id, anchor } of article.claims) add('claims', id, anchor);
  for (const { id, anchor } of article.exemptions) add('exemptions', id, anchor);
  const text = gitBlobId(article.text);
  const isLost = article.claims.some(({ anchor }) => anchor !== undefined && !isFound(anchor));
  // A lost claim can still be followed from the text it was made on, so that text stays named.
  if (!isLost && article.stored && article.stored.value.text !== text) operations.push({ type: 'setText', text });
  return operations;
}

/**
 * Names the article's text in the store when a target has just been described on it. While other targets
 * stand elsewhere than they were described (`moved`), the text that they belong to stays named: rewriting
 * them all would touch lines that nobody meant to change, and two people's work would meet there.
 */
function textOperations(article: ArticleView & { readonly text: string }, renewed?: string): StoreOperation[] {
  const anchored = [...article.claims, ...article.exemptions];
  const inPlace = anchored.every(({ id, anchor }) => id === renewed || !anchor || anchor.status === 'exact');
  const text = gitBlobId(article.text);
  return inPlace && article.stored?.value.text !== text ? [{ type: 'setText', text }] : [];
}
