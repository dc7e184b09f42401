import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';

/** Anchors «the marked passage» of the old text in the new one; both are known. */
function follow(marked: string, after: string) {
  const oldText = marked.replace('«', '').replace('»', '');
  const target = describeTarget(oldText, marked.indexOf('«'), marked.indexOf('»') - 1);
  const answer = anchor(after, target, { oldText });
  return { ...answer, words: 'range' in answer ? after.slice(answer.range.start, answer.range.end) : undefined };
}

describe('a passage of which a comparison of the texts leaves little', () => {
  const told = 'Ask the warden before you moor, or write to our clerk [Ann Field]';

  it('is found reworded where its lines stood', () => {
    const { status, words } = follow(
      `${told}«(mailto:ann.field@port.example)».\n\nThe lock is open at night.`,
      'Ask the warden before you moor, or write to our clerk [Marcia Lund](mailto:marcia.lund@port.example).\n\nThe lock is open at night.',
    );
    assert.equal(status, 'moved');
    assert.equal(words, '(mailto:marcia.lund@port.example)');
  });
  it('is not found in other lines, which were there before', () => {
    const other = '\n\nOr write to the clerk [Marcia Lund](mailto:marcia.lund@port.example) at noon.';
    const { status } = follow(
      `${told}«(mailto:ann.field@port.example)».${other}`,
      `Ask the warden before you moor, or write to us.${other}`,
    );
    assert.equal(status, 'orphaned');
  });
  it('is not found where only what stood around it is left', () => {
    const { status } = follow(
      'On a calm day the boats «wait for the pilot at the outer buoy» and then enter one by one.\n',
      'On a calm day the boats may go as they like and then enter one by one.\n',
    );
    assert.equal(status, 'orphaned');
  });
});
