import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSignatureIndex } from '../../../src/core/moves/textSignatures';

describe('createSignatureIndex', () => {
  it('counts the passages of each group of which a part stands in a text', () => {
    const index = createSignatureIndex([
      ['約143億ドルを投じて株式を得た', '社員は7万人いるとメタは言う'],
      ['The company said sales rose', 'it employs 70,000 people'],
      ['nothing of this is there'],
    ]);
    assert.deepEqual(
      [
        ...index.countIn(
          'きのう、約143億ドルを投じて会社を買った。The company said nothing. It employs 70,000 people.',
        ),
      ],
      [
        [0, 1],
        [1, 2],
      ],
    );
  });

  it('finds every passage that stands whole, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 8, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
        fc.string(),
        (passages, between) => {
          const wanted = passages.filter((passage) => passage.length >= 8);
          const counted = createSignatureIndex([wanted]).countIn(wanted.join(between));
          assert.equal(counted.get(0) ?? 0, wanted.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says nothing of what many groups share', () => {
    const groups = Array.from({ length: 40 }, (_, i) => [
      'この記事は情報提供を目的とする',
      `見出しの${i}番目の話題について`,
    ]);
    const counted = createSignatureIndex(groups).countIn('この記事は情報提供を目的とする。見出しの7番目の話題について');
    assert.equal(counted.get(7), 1);
    assert.ok(counted.size < 40);
  });
});
