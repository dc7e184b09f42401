import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markedSentences, parseMarked } from './parseMarked';

const folder = path.join('test', 'core', 'figures', 'corpus');
const read = (...names: string[]) => readFileSync(path.join(folder, ...names), 'utf8');
const documents = readdirSync(path.join(folder, 'markdown')).map((name) => read('markdown', name));

describe('parseMarked', () => {
  it('takes the marks out and gives their places in what is left', () => {
    const { text, expected, problems } = parseMarked(
      '‹6月9日›、約«半数|percent 50 % about»を«2~3年|duration 2..3 year»で。',
    );
    assert.equal(text, '6月9日、約半数を2~3年で。');
    assert.deepEqual(problems, []);
    assert.deepEqual(expected, [
      { checkable: false, start: 0, end: 4, text: '6月9日' },
      {
        checkable: true,
        start: 6,
        end: 8,
        text: '半数',
        kind: 'percent',
        value: 50,
        max: undefined,
        unit: '%',
        approx: 'about',
      },
      {
        checkable: true,
        start: 9,
        end: 13,
        text: '2~3年',
        kind: 'duration',
        value: 2,
        max: 3,
        unit: 'year',
        approx: 'exact',
      },
    ]);
  });

  it('reads a vague value, a missing unit, a fraction and a bar inside the copy', () => {
    const { expected } = parseMarked('«数人|count - person several» «1|3|score 1..3 -» «a third|percent 100/3 %»');
    const meanings = expected.map((figure) => (figure.checkable ? [figure.text, figure.value, figure.unit] : []));
    assert.deepEqual(meanings, [
      ['数人', undefined, 'person'],
      ['1|3', 1, undefined],
      ['a third', 100 / 3, '%'],
    ]);
  });

  for (const broken of ['«5人»', '«5人|people 5 person»', '«5人|count five person»', '«5人|count 5»', '«5人', '5人›'])
    it(`reports ${broken}`, () => assert.equal(parseMarked(broken).problems.length, 1));
});

describe('the marked corpus', () => {
  for (const [name, atLeast, withoutFigure] of [
    ['ja.txt', 420, 60],
    ['en.txt', 420, 60],
    ['zh.txt', 110, 15],
  ] as const) {
    it(`${name} is readable, large and has no sentence twice`, () => {
      const sentences = markedSentences(read(name)).map(parseMarked);
      assert.deepEqual(
        sentences.flatMap(({ problems }) => problems),
        [],
      );
      assert.ok(sentences.length >= atLeast, `${sentences.length} sentences`);
      assert.equal(new Set(sentences.map(({ text }) => text)).size, sentences.length);
      const innocent = sentences.filter(({ expected }) => expected.every(({ checkable }) => !checkable));
      assert.ok(innocent.length >= withoutFigure, `${innocent.length} sentences without a figure`);
    });
  }

  it('has documents whose marks are readable', () => {
    assert.ok(documents.length >= 12);
    for (const { problems, expected } of documents.map(parseMarked)) {
      assert.deepEqual(problems, []);
      assert.ok(expected.length > 0);
    }
  });
});
