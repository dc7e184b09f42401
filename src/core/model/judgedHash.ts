import { canonicalJson } from './canonicalJson';
import { sha256 } from './gitBlobId';
import type { Claim } from './schema';

/**
 * A short hash of what a verdict judges: the words of the target and what is cited for them. A verdict
 * whose `of` differs is stale. Where the passage stands in the article does not count, nor do notes,
 * entities and the measure: moving a claim keeps its verdicts. The quantities follow from the words, and
 * are left out so that a Sourcemark that reads figures better does not make a newsroom's verdicts stale.
 * Twelve hexadecimal digits of SHA-256.
 */
export function judgedHash(claim: Pick<Claim, 'target' | 'citations'>): string {
  const judged = {
    exact: claim.target.exact,
    citations: (claim.citations ?? []).map(({ source, exact, locator }) => ({ source, exact, locator })),
  };
  return sha256(canonicalJson(judged)).slice(0, 12);
}
