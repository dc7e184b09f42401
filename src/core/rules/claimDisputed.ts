import { latestVerdicts } from '../model/claimState';
import { type Message, message } from '../model/message';
import type { Verdict } from '../model/schema';
import { shorten } from '../text/shorten';
import { personName } from '../workspace/personName';
import type { ArticleRule } from './rule';
import { storePlace } from './storePlace';

/** A reviewer's last word on the claim as it is: it is wrong. Whatever others say, it stands until they take it back. */
export const claimDisputed: ArticleRule = {
  id: 'claim/disputed',
  level: 'warning',
  scope: 'article',
  *check(article, { config }) {
    for (const view of article.claims) {
      const { id, claim, range } = view;
      if (claim.detached) continue;
      // The hash of a claim is worked out when it is asked for.
      const disputes = latestVerdicts(claim.verdicts ?? []).filter(
        ({ verdict, of }) => verdict === 'disputed' && of === view.hash,
      );
      if (disputes.length === 0) continue;
      yield {
        file: range ? article.path : article.storeFile,
        range: range ?? storePlace(article, ['claims', id]),
        message: sayDispute(
          shorten(claim.target.exact),
          disputes.map(({ by }) => personName(config, by)),
          disputes,
        ),
        data: { article: article.path, claim: id },
      };
    }
  },
};

function sayDispute(text: string, people: readonly string[], disputes: readonly Verdict[]): Message {
  const notes = disputes.flatMap(({ note }) => (note === undefined ? [] : [shorten(note)]));
  return notes.length === 0
    ? message('“{text}” is disputed by {people}.', { text, people })
    : message('“{text}” is disputed by {people}: {notes}', { text, people, notes });
}
