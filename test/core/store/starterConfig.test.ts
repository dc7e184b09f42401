import assert from 'node:assert/strict';
import { type RecognizeOptions, recognizeFigures } from '../../../src/core/figures/recognizeFigures';
import { parseConfigFile } from '../../../src/core/store/parseStoreFile';
import { starterConfig } from '../../../src/core/store/starterConfig';

describe('starterConfig', () => {
  for (const language of ['en', 'ja']) {
    it(`is a config without problems in ${language}`, () => {
      const { value, problems } = parseConfigFile(starterConfig(['articles/**/*.md', '記事/"下書き"/*.txt'], language));
      assert.deepEqual(problems, []);
      assert.deepEqual(value.articles, ['articles/**/*.md', '記事/"下書き"/*.txt']);
      assert.equal(value.textCitations, 'known');
    });

    it(`stays one in ${language} when any comment is taken up`, () => {
      const taken = starterConfig([], language).replace(/^# ?(?=( *[\w/]+:| +- ))/gm, '');
      const { value, problems } = parseConfigFile(taken);
      assert.deepEqual(problems, []);
      for (const key of [
        'articles',
        'exclude',
        'rules',
        'figures',
        'textCitations',
        'repeats',
        'rates',
        'review',
        'people',
      ])
        assert.ok(key in value, key);
    });
  }

  it('names figures that then need no source', () => {
    for (const [language, text] of [
      ['en', 'It is open 24 hours a day, 7 days a week.'],
      ['ja', '24時間営業の店に2人乗りの車。'],
    ] as const) {
      const taken = starterConfig([], language).replace(/^# (?=figures:| *never:)/gm, '');
      const { never } = parseConfigFile(taken).value.figures ?? {};
      const flagged = (options: RecognizeOptions) => recognizeFigures(text, options).filter((one) => one.checkable);
      assert.equal(flagged({}).length, 2);
      assert.deepEqual(flagged({ never: never ?? [] }), []);
    }
  });

  it('is in Japanese only for readers of Japanese', () => {
    assert.match(starterConfig([], 'ja-JP'), /記事とみなすファイル/);
    assert.match(starterConfig([], 'jam'), /Which files are articles/);
  });
});
