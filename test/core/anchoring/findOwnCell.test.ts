import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';

const around = (table: string) =>
  `朝の市場は早くから人でにぎわった。\n\n${table}\n\n店主らは夕方まで店を開けていた。\n`;

/** Where the «marked» cell of one table is found in another: by quote, with the old text and in an open document. */
function follow(marked: string, now: string): string[] {
  const start = around(marked).indexOf('«');
  const end = around(marked).indexOf('»') - 1;
  const before = around(marked.replace(/[«»]/g, ''));
  const after = around(now.replace(/[«»]/g, ''));
  const target = describeTarget(before, start, end);
  const live = createLiveAnchors(before, new Map([['claim', target]]));
  const from = around('').indexOf('\n\n') + 2;
  const tail = around('').length - from;
  live.apply([{ start: from, end: before.length - tail, text: after.slice(from, after.length - tail) }]);
  return [anchor(after, target), anchor(after, target, { oldText: before }), live.anchors.get('claim')!].map(
    (answer) =>
      answer.status === 'exact' || answer.status === 'moved'
        ? `${after.slice(0, answer.range.start)}«${after.slice(answer.range.start, answer.range.end)}»${after.slice(answer.range.end)}`
        : answer.status,
  );
}

function follows(before: string, after: string) {
  assert.deepEqual(follow(before, after), [around(after), around(after), around(after)]);
}

describe('a cell whose row or column was moved', () => {
  it('is followed where its columns changed places', () =>
    follows(
      '| 港 | 入港 | 出港 |\n|---|---|---|\n| 東港 | «61» | 58 |\n| 西港 | 33 | 35 |',
      '| 港 | 出港 | 入港 |\n|---|---|---|\n| 東港 | 58 | «61» |\n| 西港 | 35 | 33 |',
    ));
  it('is followed where the rows were sorted and a column was put in', () =>
    follows(
      '| Port | Ships |\n|---|---|\n| Eastport | «61» |\n| Westport | 75 |',
      '| Port | Rank | Ships |\n|---|---|---|\n| Westport | 1 | 75 |\n| Eastport | 2 | «61» |',
    ));
  it('is followed where the rows were sorted and its cell was marked up', () => {
    follows(
      '| 港口 | 船只 |\n|---|---|\n| 东港 | «61» |\n| 西港 | 75 |',
      '| 港口 | 船只 |\n|---|---|\n| 西港 | 75 |\n| 东港 | **«61»** |',
    );
    follows(
      '<table><tr><th>Port</th><th>Ships</th></tr><tr><td>East</td><td>«61»</td></tr><tr><td>West</td><td>75</td></tr></table>',
      '<table><tr><th>Port</th><th>Ships</th></tr><tr><td>West</td><td>75</td></tr><tr><td>East</td><td><i>«61»</i></td></tr></table>',
    );
  });
  it('is not taken for the one that has its value now, nor for part of a number', () => {
    for (const after of [
      '| 港 | 入港 | 出港 |\n|---|---|---|\n| 東港 | 33 | 58 |\n| 西港 | 61 | 35 |',
      '| 港 | 入港 | 出港 |\n|---|---|---|\n| 西港 | 33 | 35 |\n| 東港 | 161 | 58 |',
      '| 港 | 入港 | 出港 |\n|---|---|---|\n| 西港 | 33 | 35 |\n| 東港 | 61.5 | 58 |',
    ])
      for (const answer of follow(
        '| 港 | 入港 | 出港 |\n|---|---|---|\n| 東港 | «61» | 58 |\n| 西港 | 33 | 35 |',
        after,
      ))
        assert.ok(answer === 'valueChanged' || answer === 'orphaned', answer);
  });
  it('is followed among others of its value, by its heads alone', () =>
    follows(
      '| Port | May | June |\n|---|---|---|\n| East | 61 | «61» |\n| West | 61 | 61 |',
      '| Port | June | May |\n|---|---|---|\n| West | 61 | 61 |\n| East | «61» | 61 |',
    ));
  it('is followed where what was kept of its table begins within a tag', () =>
    follows(
      '<table><thead><tr><th>Port</th><th>Fee (%)</th></tr></thead><tbody><tr><td>East.</td><td>«0.9»</td></tr><tr><td>West</td><td>1.2</td></tr></tbody></table>',
      '<table>\n<thead>\n<tr><th>Port</th><th>Fee (%)</th></tr>\n</thead>\n<tbody>\n<tr><td>West</td><td>1.2</td></tr>\n<tr><td>East.</td><td>«0.9»</td></tr>\n</tbody>\n</table>',
    ));
});

describe('an item of a list that says what its value is of', () => {
  it('is followed where it was put elsewhere and marked up', () => {
    follows(
      '- 一番線: «210人»\n- 二番線: 180人\n- 三番線: 95人',
      '- 三番線: 95人\n- 二番線: 180人\n- 一番線: **«210人»**',
    );
    follows('* East pier: «$4.10»\n* West pier: $2.20', '* West pier: $2.20\n* East pier: `«$4.10»`');
  });
  it('is another one where its value is of another now', () => {
    for (const [before, after] of [
      ['- 一番線: «210人»\n- 二番線: 180人\n- 三番線: 95人', '- 三番線: 210人\n- 二番線: 180人\n- 一番線: 95人'],
      ['* East pier: «$4.10»\n* West pier: $2.20', '* South pier: $4.10\n* West pier: $2.20'],
      ['- 东码头：«18万吨»\n- 西码头：9万吨', '- 南码头：18万吨\n- 西码头：9万吨'],
    ] as const)
      for (const answer of follow(before, after)) assert.ok(answer === 'valueChanged' || answer === 'orphaned', answer);
  });
});

describe('a short sentence with a number that changed places with its neighbors', () => {
  it('is followed', () =>
    follows('港口新增«48个»泊位。船员表示欢迎。费用未变。', '费用未变。船员表示欢迎。港口新增«48个»泊位。'));
});

describe('a cell of a table that is rebuilt in an open document', () => {
  /** Makes replacements one after the other, each where its words stand first, and says where the «cell» stands then. */
  function rebuild(marked: string, replacements: readonly (readonly [from: string, to: string])[]): string {
    const start = around(marked).indexOf('«');
    const end = around(marked).indexOf('»') - 1;
    const before = around(marked.replace(/[«»]/g, ''));
    const live = createLiveAnchors(before, new Map([['claim', describeTarget(before, start, end)]]));
    for (const [from, to] of replacements) {
      const at = live.text.indexOf(from);
      assert.ok(at >= 0, from);
      live.apply([{ start: at, end: at + from.length, text: to }]);
    }
    const answer = live.anchors.get('claim')!;
    if (answer.status !== 'exact' && answer.status !== 'moved') return answer.status;
    return `${live.text.slice(0, answer.range.start)}«${live.text.slice(answer.range.start, answer.range.end)}»${live.text.slice(answer.range.end)}`;
  }
  const ports =
    '| 港 | 入港 | 出港 |\n|---|---|---|\n| 東港 | «5.2» | 15.2 |\n| 西港 | 33.1 | 35.7 |\n| 北港 | 48.5 | 49.6 |';

  it('is found again once its own row stands in the place of another', () =>
    assert.equal(
      rebuild(ports, [
        ['| 東港 | 5.2 | 15.2 |', '| 北港 | 48.5 | 49.6 |'],
        ['35.7 |\n| 北港 | 48.5 | 49.6 |', '35.7 |\n| 東港 | 5.2 | 15.2 |'],
      ]),
      around(
        '| 港 | 入港 | 出港 |\n|---|---|---|\n| 北港 | 48.5 | 49.6 |\n| 西港 | 33.1 | 35.7 |\n| 東港 | «5.2» | 15.2 |',
      ),
    ));
  it('is found again once its column stands behind the other, and is no part of another number meanwhile', () => {
    const moves: readonly (readonly [string, string])[] = [
      ['| 入港 | 出港 |', '| 出港 | 入港 |'],
      ['| 33.1 | 35.7 |', '| 35.7 | 33.1 |'],
      ['| 東港 | 5.2 ', '| 東港 '],
    ];
    assert.equal(rebuild(ports, moves), 'orphaned');
    assert.equal(rebuild(ports, [...moves, ['| 15.2 |\n', '|\n'], ['| 東港 |\n', '| 東港 | 15.2 |\n']]), 'orphaned');
    assert.equal(
      rebuild(ports, [...moves, ['| 15.2 |\n', '| 15.2 | 5.2 |\n'], ['| 48.5 | 49.6 |', '| 49.6 | 48.5 |']]),
      around(
        '| 港 | 出港 | 入港 |\n|---|---|---|\n| 東港 | 15.2 | «5.2» |\n| 西港 | 35.7 | 33.1 |\n| 北港 | 49.6 | 48.5 |',
      ),
    );
  });
  it('asks as long as another value stands under its heads', () =>
    assert.equal(rebuild(ports, [['| 東港 | 5.2 | 15.2 |', '| 東港 | 15.2 | 5.2 |']]), 'valueChanged'));
});
