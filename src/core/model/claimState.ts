import type { Anchor } from '../anchoring/target';
import type { Claim, Config, Verdict } from './schema';

/**
 * The one state a claim is shown in. Derived, never stored. In order of urgency: a claim that has lost
 * its place comes before one whose source fell, before one that people disagree on.
 */
export const claimStates = [
  'orphaned',
  'ambiguous',
  'valueChanged',
  'contested',
  'disputed',
  'question',
  'staleVerdict',
  'uncited',
  'cited',
  'verified',
  'detached',
] as const;

export type ClaimState = (typeof claimStates)[number];

export interface ClaimStateInput {
  readonly claim: Claim;
  /** Undefined where the article's text is not at hand; the state is then only what people said of it. */
  readonly anchor: Anchor | undefined;
  /** What a verdict given now would name: see `judgedHash`. Only looked at where there are verdicts. */
  readonly hash: string;
  /** Whether a cited source was retracted or superseded, or its text is no longer what was cited. */
  readonly contested: boolean;
  readonly review: Config['review'];
}

export function claimState({ claim, anchor, hash, contested, review }: ClaimStateInput): ClaimState {
  if (claim.detached) return 'detached';
  if (anchor && anchor.status !== 'exact' && anchor.status !== 'moved') return anchor.status;
  if (contested) return 'contested';
  const latest = latestVerdicts(claim.verdicts ?? []);
  const fresh = latest.filter((verdict) => verdict.of === hash);
  if (fresh.some((verdict) => verdict.verdict === 'disputed')) return 'disputed';
  if (fresh.some((verdict) => verdict.verdict === 'question')) return 'question';
  const verified = fresh.filter(
    (verdict) => verdict.verdict === 'verified' && (review?.ownClaims === true || verdict.by !== claim.by),
  );
  if (latest.length > fresh.length) return 'staleVerdict';
  if (!claim.citations?.length) return 'uncited';
  return verified.length >= (review?.required ?? 1) ? 'verified' : 'cited';
}

/** Each reviewer's last word; verdicts are append-only, so the last in time is the one that stands. */
export function latestVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  const byPerson = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const earlier = byPerson.get(verdict.by);
    if (!earlier || earlier.at <= verdict.at) byPerson.set(verdict.by, verdict);
  }
  return [...byPerson.values()];
}
