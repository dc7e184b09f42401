import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createFigureIndex } from '../../../src/core/figures/figureIndex';
import type { FigureOptions } from '../../../src/core/figures/figureOptions';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';
import { leastTime } from '../leastTime';

/** Marks show the checkable figures that are expected: `売上は«143億ドル»だった。` */
function check(marked: string, options?: FigureOptions): void {
  const text = marked.replaceAll(/[«»]/g, '');
  let shown = text;
  for (const { start, end } of recognizeFigures(text, options)
    .filter(({ checkable }) => checkable)
    .toReversed()) {
    shown = `${shown.slice(0, start)}«${shown.slice(start, end)}»${shown.slice(end)}`;
  }
  assert.equal(shown, marked);
}

function units(text: string, options?: FigureOptions): (string | undefined)[] {
  return recognizeFigures(text, options).map(({ quantity }) => quantity.unit);
}

/** Bits of text that make figures and break them. */
const pieces = fc.constantFrom(
  ...'1 億 ドル 。 | ` ``` --- 約 A$5 元 中国 $3 の * ** [ ](x) <b> を超える million 四 半数 予測 😀 𠮷 " （ ） 43 % ５ ~ から 対 分の 年 月 日 第 per one half . , 10,000 kg \\ & &yen; http:// @ _ - ▲ マイナス 百分之 数 十 0120-'.split(
    ' ',
  ),
  '\n',
  ' ',
  '\u3000',
  '| 売上(億円) |\n|---|\n| 5 |\n',
  '<table><tr><th>地区</th><th>売上(億円)</th></tr>\n<tr><td>川北</td><td>5</td></tr>\n',
  ...'<table> </table> <thead> <tr> <td> </td> <th>(万人)</th> <td\u00a0rowspan=2> <th\u00a0colspan=2> <caption>(単位:億円)</caption>'
    .split(' ')
    .map((piece) => piece.replace('\u00a0', ' ')),
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
);

describe('recognizeFigures', () => {
  it('reads units that are squeezed into one character', () => {
    check('重さは«5㎏»、長さは«30㎝»、距離は«12㎞»で、厚みは«2㎜»。');
    assert.deepEqual(units('走ったのは5㎞、薬は20㎖である。'), ['kilometre', 'millilitre']);
  });
  it('tells the full stop of a Japanese sentence from a decimal point', () => {
    check('相場を使う．«190億ドル»は円に直さない．');
    check('声もある.«5年»ぶりに戻った。');
    check('倍率は«１．８倍»、打率は«.312»だった。');
  });
  it('joins number, scale and unit', () => {
    check('Metaは«143億ドル»を投じ、«49%»の株式を取得した。');
    check('It paid «$14.3 billion» for «49%» of the shares.');
    check('支付«143亿美元»，占«49%»。');
  });

  it('reads emphasis and links inside a figure as its reader does', () => {
    check('売上は**«143億**ドル»だった。');
    check('売上は[«143億](https://example.com/2024/1)ドル»だった。');
    check('The deal is worth **«$14.3** billion».');
    check('価格は<b>«143億ドル»</b>。');
  });

  it('reads sums that papers for children spell out, not particles and titles', () => {
    check('おねだんは、«にせんさんびゃく ドル»です。貯金は «はっぴゃくユーロ»、「«いちおくにせんまんドル»」');
    check('会社に ドルを渡す。田中さん ドルを買う。せんドル、ひゃくひゃくドル、');
    const [figure] = recognizeFigures('「いちおくにせんまんさんじゅうごドル」');
    assert.deepEqual([figure?.quantity.value, figure?.quantity.unit], [120_000_000 + 35, 'USD']);
  });

  it('passes by front matter, code, link targets and HTML attributes', () => {
    check('---\ntitle: 5億円\n---\n本文は«3億円»。');
    check('`5億円` と [«3億円»](a-5億円.md) <img alt="5億円" src="x-5kg.png">');
    check('```\n5億円\n```\n«3億円»');
  });

  it('reads every character of plain text', () => {
    check('---\n«5億円»\n---\n', { format: 'plaintext' });
    check('`«5億円»`', { format: 'plaintext' });
  });

  it('gives a cell the unit of its column', () => {
    const money = recognizeFigures('| 社 | 売上高(億円) |\n|---|---|\n| A | 3,456 |\n').filter(
      ({ checkable }) => checkable,
    );
    assert.deepEqual(
      money.map(({ quantity }) => quantity),
      [{ value: 345_600_000_000, unit: 'JPY', approx: 'exact' }],
    );
  });

  it('gives a vague word the unit of what it counts, and one more the value it has', () => {
    const readings: readonly (readonly [string, string, number | undefined, string, FigureOptions?])[] = [
      ['もう一人の候補', '一人', 1, 'person'],
      ['もう1社が加わる。', '1社', 1, 'company'],
      ['もう一つの論点', '一つ', 1, 'item'],
      ['何度か会った。', '何度か', undefined, 'occurrence'],
      ['いくつかの疑問', 'いくつか', undefined, 'item'],
      ['複数の大手企業に', '複数', undefined, 'company'],
      ['複数の企業関係者によると', '複数', undefined, 'person'],
      ['複数の疑問が残る。', '複数', undefined, 'item'],
      ['複数の国が企業を', '複数', undefined, 'item'],
      ['複数回、交渉した。', '複数回', undefined, 'occurrence'],
      ['多家公司', '多家', undefined, 'company', { locale: 'zh' }],
      ['多名专家', '多名', undefined, 'person', { locale: 'zh' }],
      ['多个国家', '多个', undefined, 'item', { locale: 'zh' }],
      ['多个初创企业', '多个', undefined, 'company', { locale: 'zh' }],
    ];
    for (const [text, span, value, unit, options] of readings) {
      const [figure] = recognizeFigures(text, options);
      assert.ok(figure !== undefined, text);
      assert.deepEqual(
        [text.slice(figure.start, figure.end), figure.quantity.value, figure.quantity.unit, figure.checkable],
        [span, value, unit, false],
        text,
      );
    }
  });

  it('settles 元 by the places its line names, then by the text, then by the language', () => {
    assert.deepEqual(units('台湾の都市が35億元を計上した。'), ['TWD']);
    assert.deepEqual(units('中国の都市が35億元を計上した。'), ['CNY']);
    assert.deepEqual(units('総額35億元。\n\n台湾で発表された。'), ['TWD']);
    assert.deepEqual(units('総額35億元。'), ['CNY']);
  });

  it('settles a bare dollar by full names elsewhere, unless US dollars stand there too', () => {
    assert.deepEqual(units('The Australian miner paid A$5 million. It had bid $3 million.'), ['AUD', 'AUD']);
    assert.deepEqual(units('The Australian miner paid A$5 million, or US$3 million. It had bid $4 million.'), [
      'AUD',
      'USD',
      'USD',
    ]);
    assert.deepEqual(units('It had bid $3 million.'), ['USD']);
  });

  it('gives vague English words their order where they name one', () => {
    const scales = (text: string) => recognizeFigures(text).map(({ quantity }) => quantity.scale);
    assert.deepEqual(scales('It lost tens of billions of dollars.'), [1e9]);
    assert.deepEqual(scales('Hundreds of thousands of voters left.'), [1e3]);
    assert.deepEqual(scales('Several hundred people and dozens of dogs came.'), [1, 1]);
    assert.deepEqual(scales('Thousands of workers left.'), [undefined]);
  });

  it('flags only the kinds asked for', () => {
    check('«143億ドル»で49%を取得。', { kinds: ['money'] });
  });

  it('reads a team’s own figures and leaves alone what a team never flags', () => {
    const patterns = [{ pattern: '#ギガ', kind: 'information', unit: 'gigabyte' }];
    const [plan] = recognizeFigures('新料金は３０ギガまで。', { patterns });
    assert.deepEqual([plan?.kind, plan?.quantity.value, plan?.checkable], ['information', 30, true]);
    check('24時間営業の店が«3店»ある。', { never: ['24時間営業'] });
    check('第3新東京市で«5人»', { never: ['第?新東京市'] });
  });

  it('takes a pattern that would make a regular expression hang', () => {
    const never = [`${'*a'.repeat(60)}b`];
    const text = 'a'.repeat(5_000);
    assert.ok(
      leastTime(
        () => void recognizeFigures(text, { never }),
        (least) => least < 5000,
      ) < 5000,
    );
  });

  it('never throws, overlaps, leaves the text or splits a character', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, 'ja', 'en', 'zh'), fc.boolean(), (text, locale, plain) => {
        let last = 0;
        for (const { start, end, quantity } of recognizeFigures(text, {
          ...(locale && { locale }),
          format: plain ? 'plaintext' : 'markdown',
        })) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.ok(!splits(text, start) && !splits(text, end));
          assert.ok(quantity.value === undefined || Number.isFinite(quantity.value));
          last = end;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to hostile text', function () {
    this.timeout(20_000);
    for (const unit of ['1', '億', '(', '[', ',', '1,', '](', '<a', '`', '数', '一億', '「1', '1~', '$']) {
      const short = leastTime(() => void recognizeFigures(unit.repeat(4_000)));
      const long = leastTime(() => void recognizeFigures(unit.repeat(16_000)));
      assert.ok(long < Math.max(short, 4) * 16, `${unit}: ${short} ms, four times as long ${long} ms`);
    }
  });
});

describe('createFigureIndex', () => {
  it('has after every edit the figures of the text as it is', () => {
    const edit = fc.tuple(fc.nat(80), fc.nat(6), fc.oneof(pieces, fc.constant('')));
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (parts, edits) => {
          const index = createFigureIndex(parts.join(''));
          for (const [start, length, inserted] of edits) {
            const { text } = index;
            index.update(start, start + length, inserted);
            const from = Math.min(start, text.length);
            assert.equal(
              index.text,
              text.slice(0, from) + inserted + text.slice(Math.min(start + length, text.length)),
            );
            assert.deepEqual(index.figures, recognizeFigures(index.text));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reads all again where an edit opens a code block', () => {
    const index = createFigureIndex('5億円\n\n7億円\n');
    index.update(0, 0, '```\n');
    assert.equal(index.figures.length, 0);
    index.update(0, 4, '');
    assert.equal(index.figures.length, 2);
  });
});

describe('createFigureIndex with patterns of a team', () => {
  it('uses all of them or none, by the length of the text as it is', () => {
    const never = Array.from({ length: 200 }, (_, i) => `${i}人`);
    const text = '7人が来た。\n';
    const more = '港は静かだ。\n'.repeat(10_000);
    const index = createFigureIndex(text, { never });
    const isCheckable = () => index.figures.map(({ checkable }) => checkable);
    assert.deepEqual(isCheckable(), [false]);
    index.update(text.length, text.length, more);
    assert.deepEqual(isCheckable(), [true]);
    index.update(text.length, text.length + more.length, '');
    assert.deepEqual(isCheckable(), [false]);
  });
});

function splits(text: string, offset: number): boolean {
  return /[\ud800-\udbff]$/.test(text.slice(0, offset)) && /^[\udc00-\udfff]/.test(text.slice(offset));
}
