import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createTextSearch } from '../../../src/core/anchoring/createTextSearch';

function everyOccurrence(text: string, piece: string): number[] {
  const found: number[] = [];
  for (let at = 0; at + piece.length <= text.length; at++) if (text.startsWith(piece, at)) found.push(at);
  return found;
}

describe('createTextSearch', () => {
  // Few letters, so that pieces repeat and overlap; an emoji is two code units.
  const letters = fc.constantFrom('a', 'b', '億', '𠮷', '😀', ' ');
  const texts = fc.array(letters, { maxLength: 120 }).map((units) => units.join(''));

  it('finds what a walk through the text finds, before and after it has an index', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 12 }), (text, from, length) => {
        const start = text === '' ? 0 : from % text.length;
        const piece = text.slice(start, start + length) || 'a';
        const { find } = createTextSearch(text);
        const expected = everyOccurrence(text, piece);
        for (let turn = 0; turn < 4; turn++) assert.deepEqual(find(piece, Number.POSITIVE_INFINITY), expected);
        assert.deepEqual(find(`${piece}#`, 5), []);
      }),
    );
  });

  it('gives the first ones where there are more than asked for', () => {
    const { find } = createTextSearch('あいうえお'.repeat(50));
    for (let turn = 0; turn < 4; turn++) assert.deepEqual(find('うえおあい', 3), [2, 7, 12]);
    for (let turn = 0; turn < 4; turn++) assert.deepEqual(createTextSearch('aaaaaaaaaa').find('aaaaaa', 3), [0, 1, 2]);
  });

  it('finds nothing for an empty piece or in an empty text', () => {
    assert.deepEqual(createTextSearch('abc').find('', 9), []);
    const { find } = createTextSearch('');
    for (let turn = 0; turn < 4; turn++) assert.deepEqual(find('abcdef', 9), []);
  });
});
