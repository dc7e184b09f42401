import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import { asks, follow, follows } from './meaningEdits';

describe('what stands right beside a figure', () => {
  it('is a bound behind a unit that nobody read, or before a word that begins like one', () =>
    asks([
      ['晨曦汽车表示，上周的投票率只有«16摩尔»。', '摩尔', '摩尔出头', 'exactness'],
      ['白帆銀行の電気代は、計画に対して«1740％»超過したと伝えた。', '超過', '余り超過'],
    ]));
  it('is about so much, whatever it is of', () =>
    asks([
      ['朝凪電機によると、2019年の合計は«95ピクセルがらみ»にとどまった。', 'がらみ', '', 'exactness'],
      ['出荷は、計画に対して«79厘»がらみの増収だった。', 'がらみ', '', 'exactness'],
      ['The county put visitors in the third quarter at some «870», figures show.', 'some ', '', 'exactness'],
    ]));
  it('is no other for the dot of an item of a Chinese list', () =>
    follows([['晨曦汽车指出，三年来时薪较计划升值«26.6％»。南江市没有回应。', '晨曦', '・晨曦']]));
  it('is money before a number whose million may be a meter', () =>
    asks([['Pensions in the first half stood at «COP 28m», figures show.', 'COP', 'kr']]));
});

describe('a name that has a letter of another one', () => {
  it('is no other name for that', () => {
    const rest = 'put advertising costs in 2019 at «AED 53.5 million», figures show.';
    asks([
      [`A line formed. Norfield Rail ${rest}`, 'Norfield Rail', 'Vantrell', 'subject'],
      [`A line formed. Arlowe ${rest}`, 'Arlowe', 'Arrant', 'subject'],
    ]);
  });
});

describe('what was written in another way', () => {
  it('groups the thousands of a number that was not read, with its scale behind it', () =>
    follows([
      ['The bond was sold at «QR2750318 billion» in all.', '2750318', '2,750,318'],
      ['The bond was sold at QR«2750318» billion in all.', '2750318', '2,750,318'],
    ]));
  it('nor takes another number for the same one that was grouped', () =>
    asks([['The bond was sold at QR«2750318» billion in all.', '2750318', '2,750,381']]));
  it('holds the zero that was put before a month', () => {
    for (const answer of follow(['«7月に14隻»が着いたと港は言う。', '7月', '07月']))
      assert.ok(answer.status === 'moved' && answer.range.end - answer.range.start === '07月に14隻'.length);
  });
  it('is about another one where the name stands far before it, in an open document too', () =>
    asks([
      [
        'The Marlow Tramway carried on every one of its seven lines through the old town «614 passengers».',
        'Marlow Tramway',
        'Perry Ferries',
        'subject',
      ],
    ]));
});

describe('a name that what was stored begins within', () => {
  it('is told whole', () => {
    const text = 'the first report said that Marden lost «318 crates» in May.';
    const before = `It rained. ${text.replace(/[«»]/g, '')}`;
    const start = before.indexOf('318');
    const target = { ...describeTarget(before, start, start + 10), prefix: 'arden lost ' };
    const answer = anchor(before.replace('Marden', 'Tarrant'), target);
    assert.deepEqual(answer.status === 'valueChanged' && answer.changes, [
      { kind: 'subject', was: 'arden', is: 'Tarrant' },
    ]);
  });
  it('is stored whole', () => {
    const before = `${'They say so. '.repeat(12)}${'and so on and on, '.repeat(9)}Marden lost 318 crates in May.`;
    for (let cut = 0; cut < 12; cut++) {
      const text = before.replace('on, Marden', `on,${' '.repeat(cut)} Marden`);
      const start = text.indexOf('318');
      assert.match(describeTarget(text, start, start + 10).prefix ?? '', /^(?:\s|and|so|on|,)/);
    }
  });
});

describe('a table without a head over it', () => {
  const table = '| 港 | 船 | 箱 |\n| 南 | 14 | «31» |\n| 北 | 25 | 46 |';
  it('says at the head of a row whose figures are in it', () => asks([[table, '南', '西', 'header']]));
  it('gets a head without a question', () =>
    follows([['| 南 | 14 | «31» |\n| 北 | 25 | 46 |', '| 南', '| 港 | 船 | 箱 |\n|---|---|---|\n| 南']]));
  it('has no head in its first row of figures', () =>
    follows([['<table>\n<tr><td>南</td><td>14</td></tr>\n<tr><td>北</td><td>«25»</td></tr>\n</table>', '14', '18']]));
});

describe('brackets of full width around an English sentence', () => {
  it('begin no other one', () =>
    follows([
      [
        'Nobody did return our calls. The Marden Ferry lost «318 crates» in May.',
        'The Marden Ferry lost 318 crates in May.',
        '「The Marden Ferry lost 318 crates in May.」',
      ],
    ]));
});

describe('a full stop of full width', () => {
  it('ends a sentence before a number too', () =>
    follows([['港では«318箱»が残った。4月は雨だったという。', '残った。', '残った．']]));
});

describe('numerals, signs and units, read to their ends', () => {
  it('more of a Roman numeral behind the passage, or another in a script without spaces', () =>
    asks([
      ['The yard is at «Grade V», they say.', 'V,', 'VI,', 'value'],
      ['«该船坞为第X型。»', '第X', '第V'],
    ]));
  it('a sign with a particle', () => asks([['该港称，去年的结余达到«318万元»。', '318', '负的318', 'sign']]));
  it('a bound behind the noun of a counter, or behind a unit that nobody read', () =>
    asks([
      ['该港称，去年共有«318条航线»。', '航线', '航线开外', 'exactness'],
      ['港の明かりは«318ルクス»近くに達した。', '近く', '', 'exactness'],
      ['The lamps gave «318 lux»+ that night.', '+', '', 'exactness'],
      ['運賃は去年より«318bp»弱引き上げられた。', '弱', '', 'exactness'],
      ['港に着いたのはたかだか«318隻»だったという。', 'たかだか', '', 'exactness'],
    ]));
  it('letters of a currency that nobody read, with a space behind them', () =>
    asks([['The pier was sold at kr «318 quadrillion», they say.', 'kr ', 'QR ', 'value']]));
  it('the case of a symbol with a capital within', () =>
    asks([['The tower holds «318 MGal» of water.', 'MGal', 'mGal', 'value']]));
  it('what a rate is of, in kanji and kana', () =>
    asks([['港の水揚げは1キロにつき«318箱»だったという。', '1キロにつき', '1平方キロ当たり', 'per']]));
  it('what a price is of each of, behind a price that nobody read', () =>
    asks([['The eels went «at kr318»/kg that spring.', '/kg', '', 'value']]));
  it('two nouns that end alike', () => asks([['该港称，年底的燃料费只有«318英寸»。', '燃料费', '水费', 'subject']]));
  it('but no other word for the same way', () => follows([['该港称，运量同比增长«31％»，收入稳定。', '增长', '上升']]));
  it('nor thin spaces between thousands', () =>
    follows([
      ['该港称，去年的船只只有«27118860艘»。', '27118860', '27\u202f118\u202f860'],
      ['The pier was sold at «RM77624732 million», they say.', '77624732', '77\u00a0624\u00a0732'],
    ]));
});

describe('what says what a figure is, found and not found at once', () => {
  it('brackets around a number whose unit nobody read', () =>
    asks([['The fund closed the term at «(47 basilisks)», it said.', '(47 basilisks)', '47 basilisks', 'sign']]));
  it('marks that are no letters, and signs of bounds before a currency that nobody read', () =>
    asks([
      ['El puerto moved «§31» in May.', '§31', '31'],
      ['The harbor took in ≪«QX 512tn» that year.', '≪', '', 'exactness'],
      ['The harbor took in «QX 512tn» that year.', 'in QX', 'in ⩾QX'],
    ]));
  it('what a rate is of, in a sign of one letter or in a long word', () =>
    asks([
      ['公司称，本月的用水量为«62里亚尔»。', '尔', '尔/㎡', 'value'],
      ['公司称，本月的用水量达到«62里亚尔»。', '量', '量每平方公里', 'per'],
    ]));
  it('a bound besides one that the verb tells of', () =>
    asks([['该港口称，三月的吞吐量比计划超出«46％»。', '46％', '46％开外', 'exactness']]));
  it('a month, a quarter or a half within the passage', () =>
    asks([
      ['«In October, 318 divers» came to the reef, they say.', 'October', 'the first half', 'period'],
      ['«The club sold 318 tickets in last year», it was told.', 'last year', 'October', 'period'],
    ]));
  it('money before which stands a sign that nobody read', () =>
    asks([['The town put its catches for the year at «Bs.3185 million», it says.', 'catches', 'tolls']]));
  it('a firm whose name is written in kana, or in Latin letters in Chinese', () =>
    asks([
      [
        'マルカ航運の下期の燃料代は、前の年の同じ月に比べて«41％»上がったという。',
        'マルカ航運',
        'あおば鉄道',
        'subject',
      ],
      ['梁女士公布，去年底的入座率达到«318英寻»。', '梁女士', 'Vantor公司', 'subject'],
    ]));
  it('passed and failed, in the words that are said of exams', () =>
    asks([['今年の夏、東港学院の検定で受かったのは«318人»だったという。', '受かった', '落ちた', 'direction']]));
  it('a number in a word that is gone', () =>
    asks([['The quay took on «double crews» that spring.', 'double', 'fresh']]));
  it('a rough count, whatever leads to it', () =>
    asks([
      ['The quay took on by a rough reckoning «318 tons» that spring.', 'by a rough reckoning ', '', 'exactness'],
    ]));
  it('but no two ways of saying about', () => follows([['岸壁には約«318トン»前後が残ったという。', '前後', '']]));
});
