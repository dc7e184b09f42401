import assert from 'node:assert/strict';
import { agreementMessage } from '../../../src/core/articles/agreementMessage';
import { fillTemplate, renderMessage } from '../../../src/core/model/renderMessage';
import type { Source } from '../../../src/core/model/schema';
import { articlePath, makeWorkspace } from '../rules/checkRule';

/**
 * What is said of the figure «so» of an article beside the words «so» quoted from the text of a source; `without` leaves
 * that text away.
 */
function compare(article: string, source: string, more: Partial<Source> & { readonly without?: boolean } = {}): string {
  const { without = false, ...fields } = more;
  const [before = '', exact = '', after = ''] = source.split(/[«»]/);
  const [, on = ''] = article.split(/[«»]/);
  const quote = { source: 's', exact, prefix: before.slice(-32), suffix: after.slice(0, 32) };
  const workspace = makeWorkspace(article.replace(/[«»]/g, ''), {
    sources: { s: { ...fields, ...(!without && { custom: { text: 'sources/s.md' } }) } },
    files: without ? {} : { 'sources/s.md': before + exact + after },
    claims: { 'c-1': { on, citations: [quote] } },
  });
  const agreements = workspace.article(articlePath)?.claims[0]?.agreements ?? [];
  return agreements
    .map((agreement) => {
      const { text, verdict } = agreementMessage(agreement);
      return `${agreement.cited?.text ?? '-'}: ${verdict === 'differs' ? '! ' : ''}${renderMessage(text, 'en', fillTemplate)}`;
    })
    .join('; ');
}

const opposite = '! one is a rise or a profit, the other a fall or a loss';
const otherSide = '! one is of those for it, the other of those against it';

function expectAll(cases: readonly (readonly [article: string, source: string, said: string])[]): void {
  const said = cases.map(([article, source]) => [article, source, compare(article, source)]);
  assert.deepEqual(said, cases);
}

describe('a figure beside the source that is cited for it', () => {
  it('is compared with what the quoted words say in the language of the source', () => {
    expectAll([
      // Without kana, the quoted words alone would be read as Chinese.
      ['出荷は«3割»減った。', '# 決算\n\n人件費はかさんだ。\n\n«営業益、5割減»\n', '5割: ! differs'],
      ['出荷は«5割»減った。', '# 決算\n\n人件費はかさんだ。\n\n«営業益、5割減»\n', '5割: agrees'],
      ['Profit fell «50 percent».', '«純益5割減» 単体決算 据え置き', '5割: agrees'],
      ['会员增加了«三成»。', '公司宣布，«会员同比增加三成»，用户反响热烈。', '三成: agrees'],
    ]);
    // Nothing in these words tells Chinese from Japanese but what is known of their source.
    const words = ['出荷は«7割»減った。', '«利益7割減»'] as const;
    assert.equal(compare(...words, { language: 'ja-JP' }), '7割: agrees');
    assert.equal(compare(...words, { title: 'かもめ通信' }), '7割: agrees');
    assert.equal(compare(...words, { language: 'ja', without: true }), '7割: agrees');
    assert.equal(compare(...words, { language: 'zh-Hans' }), '-: no figure to compare with in the quoted words');
  });
  it('is compared with the whole number where the quotation cuts it', () => {
    expectAll([
      ['売り上げは«3割»増えた。', '売り上げは1«3割»増えた。', '13割: ! differs'],
      ['費用は«5億円»だ。', '費用は1«5億円»だ。', '15億円: ! differs'],
      ['It cost «$4 million».', 'It cost $3«4 million».', '$34 million: ! differs'],
      ['It cost «$34 million».', 'It cost «$34» million.', '$34 million: agrees'],
      ['共有«5万»人。', '共有2«5万人»。', '25万人: ! differs'],
    ]);
    assert.equal(compare('費用は«5億円»だ。', '費用は1«5億円»だ。', { without: true }), '15億円: ! differs');
  });
  it('takes the words for bounds, signs and units that stand outside of the quotation', () => {
    expectAll([
      [
        '費用は«290億ドル»だ。',
        'It has spent over «$29 billion» so far.',
        '$29 billion: the number agrees, how exact it is does not: “just the number” here, “more than” in the source',
      ],
      ['損益は«35億円»の黒字だ。', '営業損益は▲«35億円»だった。', `▲35億円: ${opposite}`],
      ['売上高は«143億円»だ。', '| 地区 | 売上高(億円) |\n| --- | --- |\n| 川北 | «143» |\n', '143: agrees'],
      [
        '売上高は«143億円»だ。',
        '| 地区 | 売上高(百万円) |\n| --- | --- |\n| 川北 | «143» |\n',
        '143: ! differs by a power of ten',
      ],
    ]);
  });
  it('takes units from the heads and the caption of an HTML table in the source', () => {
    const table = (head: string, cell = '«143»', over = '') =>
      `${over}<table>\n<tr><th>地区</th><th>社員(人)</th><th>${head}</th></tr>\n<tr><td>川北</td><td>12</td><td>${cell}</td></tr>\n</table>\n`;
    expectAll([
      ['売上高は«143億円»だ。', table('売上高(億円)'), '143: agrees'],
      ['売上高は«143億円»だ。', table('売上高<br>(百万円)'), '143: ! differs by a power of ten'],
      ['売上高は«143億円»だ。', table('<b>売上高</b>', '\n  «143»\n', '<p>（単位：億円）</p>\n'), '143: agrees'],
      ['The firm has «143» workers.', table('社員(人)'), '143: agrees'],
      ['Sales were «$14.3 billion».', table('Revenue ($bn)', '«14.3»'), '14.3: agrees'],
      ['損益は«▲35億円»だ。', table('損益(億円)', '«(35)»'), '(35): agrees'],
      // Heads in two rows, cells over several rows and columns.
      [
        'Sales were «¥143 million».',
        '<table><caption>In millions of yen</caption><thead><tr><th rowspan="2">Area</th><th colspan="2">2024</th></tr>' +
          '<tr><th>Sales</th><th>Share (%)</th></tr></thead><tbody><tr><td>North</td><td>«143»</td><td>20</td></tr></tbody></table>',
        '143: agrees',
      ],
      [
        'Its share is «20%».',
        '<table><tr><th>Area</th><th>Kind</th><th>Share (%)</th></tr><tr><td rowspan="2">North</td><td>a</td><td>30</td></tr>' +
          '<tr><td>b</td><td>«20»</td></tr></table>',
        '20: agrees',
      ],
      // Heads beside the cells.
      ['売上高は«143億円»だ。', '<table><tr><th>売上高(億円)</th><td>«143»</td></tr></table>', '143: agrees'],
      [
        '排出量は«143トン»だ。',
        '<table><tr><th>項目</th><th>単位</th><th>値</th></tr><tr><td>排出量</td><td>トン</td><td>«143»</td></tr></table>',
        '143: agrees',
      ],
      [
        '排出量は«143トン»だ。',
        '| 項目 | 単位 | 値 |\n| --- | --- | --- |\n| 排出量 | トン | «143» |\n',
        '143: agrees',
      ],
      // A table in the cell of a table has its own heads, and what stands behind the table none.
      [
        '売上高は«143億円»だ。',
        '<table><tr><td><table><tr><th>年</th><th>額(億円)</th></tr><tr><td>甲</td><td>«143»</td></tr></table></td></tr></table>',
        '143: agrees',
      ],
      [
        '売上高は«143億円»だ。',
        `${table('売上高(億円)', '5')}\n<p>«143»</p>\n`,
        '-: no figure to compare with in the quoted words',
      ],
    ]);
  });
  it('takes the head of a table that stands far above the quoted row', () => {
    const rows = (cell: string) => Array.from({ length: 6000 }, () => cell).join('');
    expectAll([
      [
        '売上高は«143億円»だ。',
        `(単位:億円)\n\n| 地区 | 額 |\n| --- | --- |\n${rows('| 川北 | 5 |\n')}| 川南 | «143» |\n`,
        '143: agrees',
      ],
      [
        '売上高は«143億円»だ。',
        `<table>\n<tr><th>地区</th><th>額(億円)</th></tr>\n${rows('<tr><td>川北</td><td>5</td></tr>\n')}<tr><td>川南</td><td>«143»</td></tr></table>\n`,
        '143: agrees',
      ],
    ]);
  });
  it('reads a profit or a loss in the heads of a table', () => {
    const row = (name: string, cell: string) => `| 項目 | 額(億円) |\n| --- | --- |\n| ${name} | ${cell} |\n`;
    expectAll([
      ['損益は«▲35億円»だ。', row('営業損失', '«35»'), '35: agrees'],
      ['«35億円»の黒字だ。', row('営業損失', '«35»'), `35: ${opposite}`],
      ['«35億円»の赤字だ。', '<table><tr><th>当期純利益(億円)</th><td>«35»</td></tr></table>', `35: ${opposite}`],
      ['«35億円»の黒字だ。', row('当期純利益又は当期純損失（△）', '«35»'), '35: agrees'],
      [
        'It made a profit of «$35 million».',
        '| £m | 2024 |\n| --- | --- |\n| Income (loss) in dollars | «$35 million» |\n',
        '$35 million: agrees',
      ],
    ]);
  });
  it('tells a difference of exactness as such, not as a wrong value', () => {
    const exactness = (here: string, there: string) =>
      `the number agrees, how exact it is does not: “${here}” here, “${there}” in the source`;
    expectAll([
      [
        '少なくとも«40人»が倒れた。',
        'It left «40 people» ill.',
        `40 people: ${exactness('at least', 'just the number')}`,
      ],
      ['«40人»が倒れた。', 'It left at most «40 people» ill.', `40 people: ${exactness('just the number', 'at most')}`],
      ['约«40人»受伤。', '负伤者は«40人»だった。', `40人: ${exactness('about', 'just the number')}`],
      ['«280億円»超を投じる。', '投資額は«280億円以上»という。', '280億円: agrees'],
      ['約«280億円»を投じる。', '投資額は«283億円»という。', '283億円: agrees, rounded'],
    ]);
  });
  it('agrees with a sign that is told by words', () => {
    expectAll([
      ['営業損益は«▲35億円»だ。', 'The «operating loss was ¥3.5 billion».', '¥3.5 billion: agrees'],
      ['The result was «-¥3.5 billion».', '最終損益は«35億円の赤字»だった。', '35億円: agrees'],
      ['最终损益为«-35亿日元»。', '«35億円の最終赤字»に転落した。', '35億円: agrees'],
      ['営業損益は«▲35億元»だ。', '公司«亏损35亿元»。', '35亿元: agrees'],
      ['来客数は«▲3.5%»だ。', 'Visits were «down 3.5%» on the year.', '3.5%: agrees'],
      ['来客数は«▲3.5%»だ。', '客流«同比下降3.5%»。', '3.5%: agrees'],
      ['The change was «-3.5%».', '来客数は«3.5%減»だった。', '3.5%: agrees'],
      ['«35億円の減収»となった。', '«Revenue fell by ¥3.5 billion».', '¥3.5 billion: agrees'],
      ['黒字は«9億円»。', 'It posted «a surplus of ¥900 million».', '¥900 million: agrees'],
      ['出荷は«12万トン»だ。', 'It shipped «120,000 tons» of rice.', '120,000 tons: agrees'],
      ['出荷は«12万トン»だ。', '出货量为«12万吨»。', '12万吨: agrees'],
    ]);
  });
  it('differs where the directions are opposite, in each pair of languages', () => {
    expectAll([
      ['出荷は«3割増»だ。', '出荷は«3割減»だった。', `3割: ${opposite}`],
      ['出荷は«3割»増えた。', 'Shipments «fell 30 percent».', `30 percent: ${opposite}`],
      ['出荷は«3割»増えた。', '出货量«下降了30%»。', `30%: ${opposite}`],
      ['Shipments rose «30 percent».', '出荷は«3割減»だった。', `3割: ${opposite}`],
      ['Shipments rose «30 percent».', 'They saw a «30 percent drop».', `30 percent: ${opposite}`],
      ['Shipments rose «30 percent».', '出货量«减少三成»。', `三成: ${opposite}`],
      ['出货量增长«30%»。', '出荷は«3割»落ち込んだ。', `3割: ${opposite}`],
      ['出货量增长«30%»。', 'Shipments were «30% lower».', `30%: ${opposite}`],
      ['出货量增长«30%»。', '出货量«减少30%»。', `30%: ${opposite}`],
      ['It made a profit of «$35 million».', 'It had a «$35 million loss».', `$35 million: ${opposite}`],
      ['«35億円»の黒字だ。', 'The «deficit was ¥3.5 billion».', `¥3.5 billion: ${opposite}`],
      ['公司盈利«35亿元»。', '«35億元»の損失を出した。', `35億元: ${opposite}`],
      ['損益は«▲35億円»だ。', '収支は«35億円»と発表した。', '35億円: ! only one of them is below zero'],
    ]);
  });
  it('differs where one is written with a plus, or a board says that it closed higher', () => {
    expectAll([
      ['赤字は«20億円»。', '収支は«+20億円»だった。', `+20億円: ${opposite}`],
      ['黒字は«20億円»。', '収支は«＋20億円»だった。', '＋20億円: agrees'],
      ['The index fell «1.2%».', '指数は前日比«+1.2%»。', `+1.2%: ${opposite}`],
      ['The share price dropped «€2.10».', '株価は«2.10ユーロ高»。', `2.10ユーロ: ${opposite}`],
      ['The share price dropped «€2.10».', '株価は«2.10ユーロ安»。', '2.10ユーロ: agrees'],
      ['贸易顺差为«90亿美元»。', 'The «trade gap was $9 billion».', `$9 billion: ${opposite}`],
      ['手数料収入は«12%»伸びた。', 'Fee income «was off 12%».', `12%: ${opposite}`],
      ['It lost «400 members».', '会员«增加400人»。', `400人: ${opposite}`],
      ['It cut «300 jobs».', 'It «created 300 jobs».', `300 jobs: ${opposite}`],
    ]);
  });
  it('differs where one is of those for it and the other of those against it', () => {
    expectAll([
      ['全体の«6割»が賛成した。', '«Sixty percent» were opposed.', `Sixty percent: ${otherSide}`],
      ['全体の«6割»が賛成した。', '反対は«6割»だった。', `6割: ${otherSide}`],
      ['全体の«6割»が支持し、3割は反対した。', '支持«6割»、反対3割', '6割: agrees'],
      ['賛成は«120票»だった。', '反対«120票»、棄権3票', `120票: ${otherSide}`],
      ['支持率41%、不支持率«45%»だった。', 'Disapproval stood at «45 percent».', '45 percent: agrees'],
      ['不支持率は«41%»だった。', '«41 percent» disapproved.', '41 percent: agrees'],
      ['支持率は«41%»だった。', '«41 percent» disapproved.', `41 percent: ${otherSide}`],
      ['«六成»受访者反对。', '«60%» of them were against it.', '60%: agrees'],
      // Nobody knows what those are for who did not agree.
      ['全体の«6割»が反対した。', '«6割»が賛成しなかった。', '6割: agrees'],
    ]);
  });
  it('agrees with a number whose sentence says what is counted', () => {
    expectAll([
      ['用户达«2.4亿»。', 'It has «240 million users».', '240 million users: agrees'],
      ['用户达«2.4亿»。', 'It has «30 offices».', '-: the figures in the quoted words are of other things'],
    ]);
  });
  it('draws nothing from a word that is said of another figure or measure', () => {
    expectAll([
      ['売上高は«35億円»増えた。', 'Sales «rose ¥3.5 billion» after a 2% fall in 2023.', '¥3.5 billion: agrees'],
      ['黒字は«35億円»減った。', 'Its profit «fell by ¥3.5 billion».', '¥3.5 billion: agrees'],
      [
        '赤字から«9億円»の黒字になった。',
        'It swung from a loss to «a profit of ¥900 million».',
        '¥900 million: agrees',
      ],
      ['営業損益は«9億円»だった。', 'Its operating «profit was ¥900 million».', '¥900 million: agrees'],
      ['最大«30億ドル»を投じる。', 'It may invest «up to $3 billion».', '$3 billion: agrees'],
    ]);
  });
  it('says why it could not be compared', () => {
    expectAll([
      ['費用は«5億円»だ。', 'It «cost a lot».', '-: no figure to compare with in the quoted words'],
      ['費用は«5億円»だ。', 'It «took 40 workers».', '-: the figures in the quoted words are of other things'],
      [
        '費用は«5億円»だ。',
        'It «cost $4 million».',
        '$4 million: in another currency, and no rate is known to compare by',
      ],
    ]);
  });
});
