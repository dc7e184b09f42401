import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { mayReadThrough } from '../../../src/core/anchoring/statements/mayReadThrough';
import { readPlain } from '../../../src/core/anchoring/statements/readPlain';

const words = [
  'rope',
  'harborside',
  'the',
  'ｃｒａｎｅ',
  'naïve',
  '港',
  '岸壁工事',
  'は',
  'クレーン',
  '１２',
  '3',
  '萬',
  '，',
  '. ',
];
const markup = [
  '**',
  '`',
  '](https://h.example/a)',
  '[',
  '[@pier]',
  '<b>',
  '</b>',
  '《きし》',
  '<rt>きし</rt>',
  '※1',
  '~~',
];
const between = [' ', '\n', '\u200b', '\u00a0', '&amp;', '\n\n- ', '\n> ', '(注1)', '|', '＊2'];

describe('a first look for words between markup', () => {
  it('answers yes for all that is read, however it is marked up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words, ...markup, ...between), { maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (parts, from, length) => {
          const text = parts.join('');
          const plain = readPlain(text, 0, text.length).text;
          const start = from % (plain.length + 1);
          const read = plain.slice(start, start + (length % (plain.length + 1)));
          assert.ok(mayReadThrough(read, text), JSON.stringify({ text, read }));
        },
      ),
    );
  });
  it('answers no where a word was replaced, left out or put in another order', () => {
    const text = 'The board **bought** a [crane](https://h.example/crane) for the `north` pier in spring.';
    assert.equal(mayReadThrough('The board bought a crane for the north pier', text), true);
    assert.equal(mayReadThrough('The board leased a crane for the north pier', text), false);
    assert.equal(mayReadThrough('a crane for the board', text), false);
    const ruby = '港湾局《こうわんきょく》は岸《きし》壁《へき》を直した。';
    assert.equal(mayReadThrough('港湾局は岸壁を直した。', ruby), true);
    assert.equal(mayReadThrough('港湾局は岸辺を直した。', ruby), false);
    assert.equal(mayReadThrough('港湾局は堤防を直した。', ruby), false);
  });
});
