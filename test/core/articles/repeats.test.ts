import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repeatKey } from '../../../src/core/articles/repeats';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';
import { articlePath, check, makeWorkspace, type Newsroom } from '../rules/checkRule';

/** An article whose figure in «» is supported; each checkable figure with its state. */
function states(marked: string, room: Newsroom = {}): string[] {
  const start = marked.indexOf('«');
  const words = /«([^»]*)»/.exec(marked)?.[1] ?? '';
  const text = marked.replace(/[«»]/g, '');
  const workspace = makeWorkspace(text, supporting(words, start, room));
  return workspace
    .article(articlePath)
    .coverage.map(({ figure, state }) => `${text.slice(figure.start, figure.end)} ${state}`);
}

function supporting(words: string, start: number, room: Newsroom = {}): Newsroom {
  return {
    files: { 'sources/wire.md': `It says ${words} there.` },
    claims: {
      'c-1': { target: { exact: words, start }, citations: [{ source: 'wire', exact: words }] },
      ...room.claims,
    },
    sources: { wire: { custom: { text: 'sources/wire.md' } }, ...room.sources },
    ...(room.entities && { entities: room.entities }),
    ...(room.config && { config: room.config }),
  };
}

describe('a repeated figure', () => {
  it('is one whose equal is supported in the article, in headline, caption, lead and body', () => {
    assert.deepEqual(
      states(
        '# 143億ドルの賭け\n\n![143億ドルを投じる工場](a.png)\n\nメタは«143億ドル»を投じた。143億ドルは過去最大だ。',
      ),
      ['143億ドル repeated', '143億ドル repeated', '143億ドル supported', '143億ドル repeated'],
    );
    assert.deepEqual(states('# A 49% stake\n\nMeta bought «49%» of it.'), ['49% repeated', '49% supported']);
  });

  it('is the same in another notation', () => {
    assert.deepEqual(
      states('143億ドル、$14.3 billion、14,300,000,000ドル、１４３億ドル。メタは«143億ドル»を投じた。').slice(0, 4),
      ['143億ドル repeated', '$14.3 billion repeated', '14,300,000,000ドル repeated', '１４３億ドル repeated'],
    );
    assert.deepEqual(states('比率は65〜72%。«65〜72%»だった。'), ['65〜72% repeated', '65〜72% supported']);
  });

  it('is not one of another value, unit, kind, exactness or sign', () => {
    for (const other of [
      '143億円',
      '約143億ドル',
      '143億ドル超',
      '144億ドル',
      '14.3億ドル',
      '▲143億ドル',
      '143億〜150億ドル',
    ])
      assert.deepEqual(states(`${other}。メタは«143億ドル»を投じた。`)[0], `${other.replace(/^約|超$/, '')} unsourced`);
    assert.deepEqual(states('49ポイント上がった。持ち分は«49%»。')[0], '49ポイント unsourced');
    assert.deepEqual(
      states('It paid 12,345,678,902 yen. It paid «12,345,678,901 yen».')[0],
      '12,345,678,902 yen unsourced',
    );
  });

  it('is not one of a single significant digit, nor a year or a rank', () => {
    assert.deepEqual(states('50%だ。持ち分は«50%»。')[0], '50% unsourced');
    assert.deepEqual(states('20億円だ。費用は«20億円»。')[0], '20億円 unsourced');
    assert.deepEqual(states('2014年に買った。創業は«2014年»。')[0], '2014年 unsourced');
  });

  it('is not of what went the other way, nor per something', () => {
    assert.deepEqual(states('利益は49%減った。売上は«49%»増えた。')[0], '49% unsourced');
    assert.deepEqual(states('Profit fell 49%. Sales rose «49%».')[0], '49% unsourced');
    assert.deepEqual(states('A net loss of $49 million. A net profit of «$49 million».')[0], '$49 million unsourced');
    assert.deepEqual(states('49億円の赤字。«49億円»の黒字。')[0], '49億円 unsourced');
    assert.deepEqual(states('Sales surged 49%. Sales rose «49%».')[0], '49% repeated');
    assert.deepEqual(states('1株当たり143円だ。支払いは«143円»。')[0], '143円 unsourced');
    assert.deepEqual(states('It costs $35 a day. It paid «$35».')[0], '$35 unsourced');
  });

  it('is not of another entity, where sentences name some', () => {
    const entities = { toyota: { names: { ja: 'トヨタ' } }, honda: { names: { ja: 'ホンダ' } } };
    assert.deepEqual(states('ホンダの利益は143億円。トヨタの利益は«143億円»。', { entities }), [
      '143億円 unsourced',
      '143億円 supported',
    ]);
    assert.deepEqual(states('トヨタ、143億円の黒字。トヨタの利益は«143億円»。', { entities })[0], '143億円 repeated');
    assert.deepEqual(states('黒字は143億円。トヨタの利益は«143億円»。', { entities })[0], '143億円 repeated');
  });

  it('is an age only beside the same name', () => {
    assert.deepEqual(states('山田太郎さん(28)。«鈴木花子さん(28)»。'), ['28 unsourced', '28 supported']);
    assert.deepEqual(states('28歳のワン氏、アレクサンドル・ワン。«創業者アレクサンドルは28歳»。'), [
      '28歳 repeated',
      '28歳 supported',
    ]);
  });

  it('needs an equal that is supported, not one that is contested, unchecked, exempt or cited in the text', () => {
    const sources = { wire: { custom: { status: 'retracted' as const } } };
    const text = '143億ドルだ。メタは«143億ドル»を投じた。';
    assert.deepEqual(states(text, { sources }), ['143億ドル unsourced', '143億ドル contested']);
    assert.deepEqual(states(text, { sources: { wire: {} } }), ['143億ドル unsourced', '143億ドル unchecked']);
    check('figure/unsourced', '«143億ドル»だ。143億ドルを投じた[@nyt]。', { sources: { nyt: {} } });
    check('figure/unsourced', '143億ドルだ。«143億ドル»を投じた。', { exemptions: { 'e-1': { on: '143億ドル' } } });
  });

  it('stays what it is where something is said of itself', () => {
    const claims = { 'c-2': { on: '143億ドルだ', citations: [{ source: 'wire' }] } };
    assert.deepEqual(states('143億ドルだ。メタは«143億ドル»を投じた。', { claims }), [
      '143億ドル unchecked',
      '143億ドル supported',
    ]);
  });

  it('asks for no source of a claim that cites nothing', () => {
    const marked = '143億ドルだ。メタは143億ドルを投じた。';
    check('claim/uncited', marked, supporting('143億ドル', 11, { claims: { 'c-2': { on: '143億ドルだ' } } }));
  });

  it('is told as a hint that names where it is sourced', () => {
    const text = '# 143億ドル\n\nメタは$14.3 billionを投じた。';
    const room = supporting('$14.3 billion', text.indexOf('$'));
    assert.deepEqual(check('figure/repeated', text.replace('143億ドル', '«$&»'), room), [
      '“143億ドル” is sourced where it is said as “$14.3 billion”, on line 3.',
    ]);
    check('figure/unsourced', text, room);
  });

  it('is flagged where the team wants a source for each', () => {
    const config = { repeats: 'flag' as const };
    const room = { ...supporting('143億ドル', 11), config };
    check('figure/repeated', '143億ドルだ。メタは143億ドルを投じた。', room);
    check('figure/unsourced', '«143億ドル»だ。メタは143億ドルを投じた。', room);
  });

  it('has the same key for the same amount of money, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99_999 }), (oku) => {
        fc.pre(oku % 10 !== 0);
        const key = (text: string) => recognizeFigures(text).map(repeatKey);
        const [japanese] = key(`${oku}億ドルを投じた。`);
        assert.notEqual(japanese, undefined);
        assert.deepEqual(key(`It paid $${oku / 10} billion.`), [japanese]);
        assert.deepEqual(key(`It paid $${(oku * 1e8).toLocaleString('en')}.`), [japanese]);
        assert.notDeepEqual(key(`${oku + 1}億ドルを投じた。`), [japanese]);
      }),
      { numRuns: 200 },
    );
  });
});
