import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { mayHoldNumber } from '../../../src/core/anchoring/mayHoldNumber';
import { markedSentences, parseMarked } from '../figures/corpus/parseMarked';

const folder = path.join('test', 'core', 'figures', 'corpus');

describe('a first look for numbers', () => {
  it('answers yes for every figure of the marked corpus', () => {
    let figures = 0;
    const missed = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => markedSentences(readFileSync(path.join(folder, name), 'utf8')))
      .flatMap((marked) => {
        const { text, expected } = parseMarked(marked);
        const own = expected.filter(({ checkable }) => checkable);
        figures += own.length;
        return own.filter((figure) => !mayHoldNumber(text.slice(figure.start, figure.end), figureRange(figure)));
      });
    assert.deepEqual(missed, []);
    assert.ok(figures > 1000, `${figures} figures`);
  });
  it('sees a number over the edge of a passage, as far as a figure may go', () => {
    const text = 'It cost 143 Canadian dollars in all.';
    assert.equal(mayHoldNumber(text, { start: text.indexOf('dollars'), end: text.length }), true);
    const parted = 'He had 143 of them, and so the dollars were gone.';
    assert.equal(mayHoldNumber(parted, { start: parted.indexOf('so the'), end: parted.length }), false);
  });
  it('answers no for words alone', () => {
    for (const words of ['The harbor board said so.', '港の番人はそう述べた。', '港务局表示如此。'])
      assert.equal(mayHoldNumber(words, { start: 0, end: words.length }), false, words);
  });
});

function figureRange({ start, end }: { readonly start: number; readonly end: number }) {
  return { start: 0, end: end - start };
}
