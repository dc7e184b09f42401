import assert from 'node:assert/strict';
import { findMeaningWords } from '../../../src/core/anchoring/statements/meaningWords';
import { BETWEEN, WAYS, type WayName, wayWords } from '../../../src/core/figures/languages/ways';
import { type Way, wayOf } from '../../../src/core/figures/wayOf';

const locales = Object.keys(WAYS) as (keyof typeof WAYS)[];
const opposites: readonly (readonly [WayName, WayName])[] = [
  ['rise', 'fall'],
  ['profit', 'loss'],
  ['pro', 'contra'],
];
const signs: Readonly<Record<WayName, Way>> = {
  rise: { change: 1 },
  fall: { change: -1 },
  profit: { result: 1 },
  loss: { result: -1 },
  pro: { stance: 1 },
  contra: { stance: -1 },
};
const figures = { ja: '35億円', en: '$35 million', zh: '35亿元' } as const;

describe('the words for ways', () => {
  it('stand in one place each, and on one side of two opposites', () => {
    for (const locale of locales) {
      for (const pair of opposites) {
        const all = pair.flatMap((way) =>
          Object.values(WAYS[locale][way]).flatMap((words) => words.replace(/\(.*?\)+(?=\||$)/g, '').split('|')),
        );
        assert.deepEqual(
          all.filter((word, at) => all.indexOf(word) !== at),
          [],
        );
      }
      assert.ok(!BETWEEN[locale].includes('||'));
    }
  });

  it('say the same beside a figure as in the table', () => {
    const wrong: string[] = [];
    for (const locale of locales)
      for (const way of Object.keys(signs) as WayName[])
        for (const word of wayWords(locale, way, 'before')) {
          const gap = locale === 'en' ? ' ' : '';
          const text = `${word}${gap}${figures[locale]}`;
          const found = wayOf(text, word.length + gap.length, text.length);
          const [[axis, sign]] = Object.entries(signs[way]) as [[keyof Way, 1 | -1]];
          if (found[axis] !== undefined && found[axis] !== sign) wrong.push(text);
        }
    assert.deepEqual(wrong, []);
  });

  it('are the words by which anchoring sees that the way of a figure changed', () => {
    for (const locale of locales)
      for (const way of Object.keys(signs) as WayName[])
        for (const word of wayWords(locale, way, 'clause'))
          assert.ok(
            findMeaningWords(`${word} (`, locale).some(({ kind, member }) => kind === 'direction' && member === way),
            `${locale} ${way} ${word}`,
          );
  });
});
