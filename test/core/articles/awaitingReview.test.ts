import assert from 'node:assert/strict';
import { awaitingReview } from '../../../src/core/articles/awaitingReview';
import { Workspace } from '../../../src/core/workspace/workspace';

const words = ['一つ目', '二つ目', '三つ目', '四つ目', '五つ目'];
const at = 'at: 2026-11-21T09:00:00Z';

/** Claims on the words in turn, each with what follows it in the store. */
function waiting(person: string | undefined, claims: readonly string[], config = ''): string[] {
  const workspace = new Workspace('2026-11-22');
  workspace.setFile('.sourcemark/config.yaml', `version: 1\n${config}`);
  workspace.setFile('a.md', `${words.join('の数字。')}の数字。`);
  const store = (hashes: readonly string[]) =>
    `article: a.md\nclaims:\n${claims
      .map((rest, i) => `  c-${i}: { target: { exact: ${words[i]} }, ${at}, ${rest.replace('NOW', hashes[i]!)} }\n`)
      .join('')}`;
  workspace.setFile('.sourcemark/articles/a.md.yaml', store(claims.map(() => 'x')));
  const hashes = new Map(workspace.article('a.md').claims.map(({ id, hash }) => [id, hash]));
  workspace.setFile('.sourcemark/articles/a.md.yaml', store(claims.map((_, i) => hashes.get(`c-${i}`)!)));
  return awaitingReview(workspace.article('a.md'), person, workspace.config.review).map(({ id }) => id);
}

const cited = 'citations: [{ source: s }]';
const verdict = (by: string, of: string, kind = 'verified') =>
  `verdicts: [{ by: ${by}, ${at}, verdict: ${kind}, of: '${of}' }]`;

describe('awaitingReview', () => {
  it('gives cited claims of others, not uncited ones', () => {
    assert.deepEqual(waiting('ken', [`by: aiko, ${cited}`, 'by: aiko', `by: ken, ${cited}`]), ['c-0']);
  });

  it('gives own claims where the team lets them count', () => {
    assert.deepEqual(waiting('ken', [`by: ken, ${cited}`], 'review: { ownClaims: true }'), ['c-0']);
  });

  it('gives what changed after it was judged, and nothing the person has judged as it stands', () => {
    const claims = [
      `by: aiko, ${cited}, ${verdict('ken', 'before')}`,
      `by: aiko, ${cited}, ${verdict('ken', 'NOW')}`,
      `by: aiko, ${cited}, ${verdict('maria', 'NOW', 'disputed')}`,
    ];
    assert.deepEqual(waiting('ken', claims), ['c-0']);
  });

  it('gives a claim that still needs a second pair of eyes to whom it lacks', () => {
    const claims = [`by: aiko, ${cited}, ${verdict('ken', 'NOW')}`];
    const two = 'review: { required: 2 }';
    assert.deepEqual(waiting('ken', claims, two), []);
    assert.deepEqual(waiting('maria', claims, two), ['c-0']);
  });

  it('gives all that waits where nobody said who reads', () => {
    assert.deepEqual(waiting(undefined, [`by: aiko, ${cited}`, `by: ken, ${cited}`]), ['c-0', 'c-1']);
  });
});
