import assert from 'node:assert/strict';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { followChanges } from '../../../src/core/moves/followChanges';
import { applySeen } from '../../../src/core/store/applySeen';
import type { StoreOperation } from '../../../src/core/store/operations';
import { seenBy } from '../../../src/core/store/seenData';
import { Workspace } from '../../../src/core/workspace/workspace';

const at = '2026-11-21T09:00:00Z';
const from = articleStorePath('old.md');
const to = articleStorePath('new.md');
const stored = (article: string, by = 'aiko') =>
  `article: ${article}\nclaims:\n  c-1:\n    target: { exact: 120 ships }\n    by: ${by}\n    at: ${at}\n`;
const verdict: StoreOperation = {
  type: 'addVerdict',
  claim: 'c-1',
  verdict: { by: 'ken', at, verdict: 'verified', of: '3fa9' },
};
const setText: StoreOperation = { type: 'setText', text: '1'.repeat(40) };

function follow(files: Readonly<Record<string, string>>, ...operations: StoreOperation[]) {
  const workspace = new Workspace('2026-11-30');
  for (const [file, text] of Object.entries(files)) workspace.setFile(file, text);
  const changes = operations.map((operation) => ({ file: from, operation }));
  return followChanges(workspace, { changes, seen: { [from]: seenBy(operations, stored('old.md')) } });
}

describe('followChanges', () => {
  it('takes what waits to the file that the claim went to', () => {
    const { changes, seen } = follow({ [to]: stored('new.md') }, verdict, setText);
    assert.deepEqual(changes, [{ file: to, operation: verdict }]);
    const { text, hindrances } = applySeen(stored('new.md'), [verdict], seen?.[to]);
    assert.deepEqual(hindrances, []);
    assert.match(text ?? '', /by: ken/);
  });

  it('brings along what was seen, so that newer work is still found there', () => {
    const note: StoreOperation = { type: 'setNote', claim: 'c-1', note: 'Older.' };
    const now = stored('new.md').replace('    by:', '    note: Newer.\n    by:');
    const { seen } = follow({ [to]: now }, note);
    assert.equal(applySeen(now, [note], seen?.[to]).hindrances[0]?.kind, 'differs');
  });

  it('leaves alone what is in its place, what is another entry, and what removes', () => {
    const files = (texts: Record<string, string>, ...operations: StoreOperation[]) =>
      follow(texts, ...operations).changes.map(({ file }) => file);
    assert.deepEqual(files({ [from]: stored('old.md'), [to]: stored('new.md') }, verdict), [from]);
    assert.deepEqual(files({ [to]: stored('new.md', 'mari') }, verdict), [from]);
    assert.deepEqual(files({ [to]: stored('new.md') }, { type: 'removeClaim', id: 'c-1' }), [from]);
    const third = articleStorePath('third.md');
    assert.deepEqual(files({ [to]: stored('new.md'), [third]: stored('third.md') }, verdict), [from]);
  });
});
