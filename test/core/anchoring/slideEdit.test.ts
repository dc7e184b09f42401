import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import { applyEdits, slideEdit } from '../../../src/core/anchoring/trackEdits';

describe('an edit within a word that may be one between words', () => {
  it('is taken for that', () => {
    const text = 'He swept three floors.';
    const at = text.indexOf('ree');
    assert.deepEqual(slideEdit(text, { start: at, end: at, text: 'e th' }), { start: 9, end: 9, text: 'the ' });
    const longer = 'He swept the three floors.';
    const from = longer.indexOf('e three');
    assert.deepEqual(slideEdit(longer, { start: from, end: from + 4, text: '' }), { start: 9, end: 13, text: '' });
  });
  it('stays where it is between words, where it splits one all the same, and where something was replaced', () => {
    for (const edit of [
      { start: 9, end: 9, text: 'the ' },
      { start: 11, end: 11, text: 'x' },
      { start: 11, end: 14, text: 'e th' },
    ])
      assert.deepEqual(slideEdit('He swept three floors.', edit), edit);
  });
  it('leaves the same text', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '港'), maxLength: 12 });
    fc.assert(
      fc.property(words, words, fc.nat(12), fc.nat(12), (text, inserted, one, other) => {
        const start = Math.min(one, other, text.length);
        const end = Math.min(Math.max(one, other), text.length);
        for (const edit of [
          { start, end: start, text: inserted },
          { start, end, text: '' },
        ])
          assert.equal(applyEdits(text, [slideEdit(text, edit)]), applyEdits(text, [edit]));
      }),
    );
  });
  it('leaves a claim what it was in an open document', () => {
    const text = 'He swept three floors by noon.';
    const live = createLiveAnchors(text, new Map([['claim', describeTarget(text, 9, 21)]]));
    live.apply([{ start: 11, end: 11, text: 'e th' }]);
    assert.deepEqual(live.anchors.get('claim'), { status: 'moved', range: { start: 13, end: 25 } });
  });
});
