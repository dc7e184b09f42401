import type { MeasuredClaim } from '../articles/articleSummary';
import { compareQuantities, isAgreement } from '../figures/compareQuantities';
import { type Message, message } from '../model/message';
import { shorten } from '../text/shorten';
import type { Related, SummaryRule } from './rule';

/** Two claims of one measure whose figures cannot both be right. */
export const figureConflicts: SummaryRule = {
  id: 'figure/conflicts',
  level: 'warning',
  scope: 'summary',
  *check({ path, measured }, workspace) {
    for (const claim of measured) {
      if (!claim.range) continue;
      const others = workspace.measured(claim.key).filter((other) => other.id !== claim.id || other.article !== path);
      const conflicts = others.flatMap((other) => conflictBetween(claim, other) ?? []);
      const [first] = conflicts;
      if (!first) continue;
      yield {
        file: path,
        range: claim.range,
        message: conflictMessage(first, path, claim.name),
        data: { article: path, claim: claim.id },
        related: conflicts.flatMap(({ with: { article, range, exact } }): Related[] =>
          range ? [{ file: article, range, message: message('Here it is “{text}”.', { text: shorten(exact) }) }] : [],
        ),
      };
    }
  },
};

function conflictMessage({ own, other, with: { article } }: Conflict, path: string, measure: string): Message {
  return article === path
    ? message('“{own}” here, “{other}” elsewhere in this article: the same measure ({measure}) with two values.', {
        own,
        other,
        measure,
      })
    : message('“{own}” here, “{other}” in {article}: the same measure ({measure}) with two values.', {
        own,
        other,
        article,
        measure,
      });
}

interface Conflict {
  readonly with: MeasuredClaim;
  readonly own: string;
  readonly other: string;
}

/** The figures conflict when some can be compared and none of those agree. */
function conflictBetween(claim: MeasuredClaim, other: MeasuredClaim): Conflict | undefined {
  let conflict: Conflict | undefined;
  for (const one of claim.figures)
    for (const two of other.figures) {
      if (one.figure.kind !== two.figure.kind || !one.figure.checkable || !two.figure.checkable) continue;
      const { status } = compareQuantities(one.figure.quantity, two.figure.quantity);
      if (isAgreement(status)) return undefined;
      if (status === 'different' || status === 'slip') conflict ??= { with: other, own: one.text, other: two.text };
    }
  return conflict;
}
