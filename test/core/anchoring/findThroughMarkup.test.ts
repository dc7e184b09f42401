import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import type { Anchor } from '../../../src/core/anchoring/target';

/** By quote and with the old text: where «the passage» is once `from` reads `to`. */
function follow(marked: string, from: string, to: string): { after: string; answers: readonly Anchor[] } {
  const start = marked.indexOf('«');
  const before = marked.replace('«', '').replace('»', '');
  assert.ok(before.includes(from));
  const after = before.replace(from, to);
  const target = describeTarget(before, start, marked.indexOf('»') - 1);
  return { after, answers: [anchor(after, target), anchor(after, target, { oldText: before })] };
}

const ruby = (word: string) => `<ruby>${word}<rp>(</rp><rt>ふりがな</rt><rp>)</rp></ruby>`;
const link = (words: string) => `<a href="https://harbor.example/reports/2031/spring/landings">${words}</a>`;

describe('a passage with markup put between its words', () => {
  it('is held whole, with what stands on both sides of the markup', () => {
    for (const [marked, from, to, whole] of [
      [
        '港は静かだった。\n\n昨年の春、«水揚げは優に318箱»だったという。\n\n雨だった。',
        '318箱',
        ruby('318箱'),
        '水揚げは優に<ruby>318箱',
      ],
      ['雨天。\n\n港口称，去年«共有318箱有余»运出。\n\n无人。', '318箱', ruby('318箱'), `共有${ruby('318箱')}有余`],
      [
        'It rained.\n\nIn May, «over 318 crates left» the quay.\n\nIt did.',
        'over 318 crates',
        link('over 318 crates'),
        `${link('over 318 crates').slice(link('').length - 4)} left`,
      ],
      [
        '雨天。\n\n«港口称，春季运量同比加快318％。»\n\n无人。',
        '318％',
        `<span class="num">318％</span>`,
        '港口称，春季运量同比加快<span class="num">318％</span>。',
      ],
    ] as const) {
      const { after, answers } = follow(marked, from, to);
      for (const answer of answers) {
        assert.equal(answer.status, 'moved', after);
        assert.equal(answer.status === 'moved' && after.slice(answer.range.start, answer.range.end), whole);
      }
    }
  });
  it('asks where the markup came with another value, a strike or another way', () => {
    for (const to of [ruby('381箱'), '<del>318箱</del>', `${ruby('318箱')}未満`])
      for (const answer of follow(
        '港は静かだった。\n\n昨年の春、«水揚げは優に318箱»だったという。\n\n雨だった。',
        '318箱',
        to,
      ).answers)
        assert.ok(answer.status === 'valueChanged' || answer.status === 'orphaned', `${to} ${answer.status}`);
  });
});
