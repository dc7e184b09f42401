import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fromCodePointOffset, splitsCharacter, toCodePointOffset } from '../../../src/core/text/codePoints';
import { foldCharacters } from '../../../src/core/text/foldCharacters';
import { foldWidth } from '../../../src/core/text/foldWidth';
import { sentenceAt, sentences } from '../../../src/core/text/sentences';

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

/** Any code units at all, halves of characters among them. */
const utf16 = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));

describe('code points', () => {
  it('count 𠮷 and an emoji once', () => {
    assert.equal(toCodePointOffset('𠮷野家😀5億円', 6), 4);
    assert.equal(fromCodePointOffset('𠮷野家😀5億円', 4), 6);
    assert.ok(splitsCharacter('𠮷', 1));
    assert.ok(!splitsCharacter('𠮷', 2));
  });

  it('go there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const points = [...text].length;
        for (let point = 0; point <= points; point++)
          assert.equal(toCodePointOffset(text, fromCodePointOffset(text, point)), point);
      }),
    );
  });
});

describe('folding', () => {
  it('makes width and variant kanji plain and keeps every offset', () => {
    assert.equal(foldCharacters('１，５００萬円（％）'), '1,500万円(%)');
    fc.assert(
      fc.property(utf16, (text) => foldCharacters(text).length === text.length),
      { numRuns: 30 },
    );
  });

  it('drops what does not show and maps back', () => {
    const folded = foldWidth('売上\u200bは　 １４３億');
    assert.equal(folded.text, '売上は 143億');
    assert.equal(folded.toOriginal(folded.text.indexOf('1')), 6);
    assert.equal(folded.toOriginal(folded.text.length), '売上\u200bは　 １４３億'.length);
  });
});

describe('sentences', () => {
  it('end at 。 outside of a quotation, and at a full stop that is none of an abbreviation', () => {
    assert.deepEqual(cut('増えた。「減った。困る」と話した。次。'), ['増えた。', '「減った。困る」と話した。', '次。']);
    assert.deepEqual(cut('Mr. Lee paid $1.5 million. It rose.'), ['Mr. Lee paid $1.5 million.', 'It rose.']);
    assert.deepEqual(cut('見出し\n本文'), ['見出し', '本文']);
  });

  it('do not end at the ? of an address', () => {
    assert.deepEqual(cut('[発表](https://example.org/a?id=3)で増えた。'), [
      '[発表](https://example.org/a?id=3)で増えた。',
    ]);
    assert.deepEqual(cut('増えたか?減った。Really? Yes!'), ['増えたか?', '減った。', 'Really?', 'Yes!']);
  });

  it('are found by an offset within', () => {
    const text = '一つ目。\n二つ目。三つ目。';
    const found = sentenceAt(text, text.indexOf('三'));
    assert.equal(found && text.slice(found.start, found.end), '三つ目。');
  });
});
