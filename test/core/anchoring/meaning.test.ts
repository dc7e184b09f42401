import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import type { ChangeKind } from '../../../src/core/anchoring/statements/change';
import type { Anchor } from '../../../src/core/anchoring/target';

/** A text with the «claim» marked, and what stands in place of one part of it. */
type Edit = readonly [marked: string, from: string, to: string, kind?: ChangeKind];

/** The answers by quote, with the old text and in an open document. */
function follow([words, from, to]: Edit): readonly Anchor[] {
  const marked = `朝の市場は早くから人でにぎわった。\n\n${words}\n\n店主らは夕方まで店を開けていた。\n`;
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const before = marked.replace(/[«»]/g, '');
  const at = before.indexOf(from);
  assert.ok(at >= 0, `${from} in ${before}`);
  const after = before.slice(0, at) + to + before.slice(at + from.length);
  const target = describeTarget(before, start, end);
  const live = createLiveAnchors(before, new Map([['claim', target]]));
  live.apply([{ start: at, end: at + from.length, text: to }]);
  return [anchor(after, target), anchor(after, target, { oldText: before }), live.anchors.get('claim')!];
}

function asks(edits: readonly Edit[]) {
  for (const edit of edits)
    for (const [layer, answer] of follow(edit).entries()) {
      const story = `${['quote', 'old text', 'live'][layer]}: ${edit.slice(0, 3).join(' | ')} ${JSON.stringify(answer)}`;
      assert.ok(answer.status === 'valueChanged' || answer.status === 'orphaned', story);
      if (edit[3] && answer.status === 'valueChanged')
        assert.ok(
          answer.changes.some(({ kind }) => kind === edit[3]),
          story,
        );
    }
}

function follows(edits: readonly Edit[]) {
  for (const edit of edits)
    for (const [layer, answer] of follow(edit).entries())
      assert.ok(
        answer.status === 'exact' || answer.status === 'moved',
        `${['quote', 'old text', 'live'][layer]}: ${edit.slice(0, 3).join(' | ')} ${JSON.stringify(answer)}`,
      );
}

describe('a symbol whose prefix is told from another by its case', () => {
  it('is another unit with a capital', () =>
    asks([
      ['若葉町によると、7月期の合計は«952mmol»にとどまった。', 'mmol', 'Mmol'],
      ['若葉町によると、7月期の合計は«952 mbar»にとどまった。', 'mbar', 'Mbar'],
      ['The plant put its output at «41 Pflops», it said.', 'Pflops', 'pflops'],
    ]));
  it('is none in a word', () =>
    follows([
      ['The plant put its staff at «41 members», it said.', 'members', 'Members'],
      ['The book has «410 pages», it said.', 'pages', 'Pages'],
    ]));
});

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

describe('what makes a figure another one', () => {
  it('letters at a number that nobody read', () =>
    asks([
      ['The mine shipped «14 Mt» of ore in May, it said.', 'Mt', 'Gt'],
      ['The toll road cost «MYR14 million», officials said.', 'million', 'billion'],
      ['The fund holds «$61 tril» in bonds.', 'tril', 'mil'],
      ['The beam reached «7.2 GeV» on Monday.', 'GeV', 'TeV'],
      ['A «2.5M-strong» crowd came to the shore.', '2.5M', '2.5B'],
      ['They paid «a hundred guilders» for the boat.', 'hundred', 'thousand'],
      ['The second reactor is a «Type II» plant.', 'II', 'IV'],
      ['The barge carried «61 kt» of grain.', '61 kt', '61 t'],
      ['Rents are «$18/night» at the hostel.', '/night', '/week'],
      ['新しい炉は«Ⅲ型»と呼ばれる。', 'Ⅲ型', 'Ⅳ型'],
      ['倉庫には«61kt»の小麦がある。', 'kt', 't'],
      ['試験は«③»番の問いが難しかった。', '③', '④'],
      ['该矿五月出货«14 Mt»矿石。', 'Mt', 'Gt'],
      ['The lens is «5 mW» at most in use.', 'mW', 'MW'],
      ['The line carries «400 kV» to the coast.', 'kV', 'MV'],
    ]));
  it('degrees of a scale', () =>
    asks([
      ['沿岸で«震度5弱»を観測した。', '5弱', '5強'],
      ['沿岸で«震度六強»を観測した。', '六強', '六弱'],
    ]));
  it('signs', () =>
    asks([
      ['第2四半期の増減率は«4.1»だった。', '4.1', '▲4.1', 'sign'],
      ['第2四半期の増減率は«4.1»だった。', '4.1', '△4.1', 'sign'],
      ['会社の最終損益は«61億円»だった。', '61億円', 'マイナス61億円', 'sign'],
      ['The balance was «61 points» in May.', '61', '-61', 'sign'],
      ['The balance was «61» in May.', '61', '(61)', 'sign'],
      ['The reading was «4.1 degrees» off.', '4.1', '±4.1', 'sign'],
      ['该指数为«61点»。', '61点', '负61点', 'sign'],
      ['| 港 | 増減 |\n|---|---|\n| 東港 | «61» |\n| 西港 | 20 |\n', '61', '▲61', 'sign'],
    ]));
  it('bounds and exactness, beside it and away from it', () =>
    asks([
      ['寄付は«610»に上った。', '610', '約610', 'exactness'],
      ['寄付は«610»に上った。', '610', '610超', 'exactness'],
      ['利用は«4割増えた»と組合は話す。', '4割増', '4割弱増', 'exactness'],
      ['利用は«4割増えた»と組合は話す。', '4割増', '4割強増', 'exactness'],
      ['The bill came to «$610 million» in the end.', '$610', '<$610', 'exactness'],
      ['The bill came to «$610 million» in the end.', '$610', 'nearly $610', 'exactness'],
      ['The bill came to about «$610 million» in the end.', 'about', 'nearly', 'exactness'],
      ['The hall seats «610» and no dogs.', '610', '≧610', 'exactness'],
      ['寄付は少なくとも企業から«610万円»に上った。', '少なくとも', '', 'exactness'],
      ['At most, the hall had seated «610 people» that night.', 'At most, the', 'The', 'exactness'],
      ['捐款达到«610万元»。', '610', '近610', 'exactness'],
      ['捐款达到«610万元»。', '610万元', '610万元以上', 'exactness'],
    ]));
  it('per what, and over what time', () =>
    asks([
      ['The guide earns «$61» a day, she said.', 'a day', 'a week'],
      ['The firm paid «61 cents» per share in all.', 'per share', 'per bond'],
      ['The ferry uses «61 liters» an hour.', 'an hour', 'a mile'],
      ['感染は人口10万人当たり«61人»だった。', '10万人', '100万人', 'per'],
      ['配当は1株当たり«61円»とする。', '1株', '10株', 'per'],
      ['家計の負担は月額«6万円»になる。', '月額', '年額', 'per'],
      ['港の荷は«61万トン»だった。', '港の荷は', '港の荷は年間'],
      ['人均收入为«61万元»。', '人均', '户均'],
      ['Orders hit «61 ships» in the first quarter.', 'first', 'third', 'period'],
      ['Orders hit «61 ships» in 2023, the yard said.', '2023', '2021', 'period'],
      ['Sales rose «6.1%» year on year.', 'year on year', 'month on month', 'period'],
      ['売上は前年同期比で«6.1%»増えた。', '前年同期比', '前月比', 'period'],
      ['Ⅰ期の受注は«61隻»だった。', 'Ⅰ期', 'Ⅳ期', 'period'],
      ['昨年の受注は«61隻»だった。', '昨年', '今年', 'period'],
      ['去年的订单为«61艘»。', '去年', '今年', 'period'],
      ['The yard built «61 ships» over five years.', 'five', 'nine', 'period'],
    ]));
  it('a small word for its opposite', () =>
    asks([
      ['離島への転居は«610人»だった。', 'への', 'からの', 'direction'],
      ['会費は保険料込みで«610円»だ。', '込み', '抜き'],
      ['株価は会見前に«610円»だった。', '前に', '後に', 'direction'],
      ['応募は«5月2日まで»受け付ける。', 'まで', '以降', 'direction'],
      ['応募は«5月2日以前»とする。', '以前', '以後', 'direction'],
      ['Ferries to Osaka carried «6,100 people» in June.', 'to Osaka', 'from Osaka', 'direction'],
      ['The fare is «$61» with tax.', 'with tax', 'without tax', 'direction'],
      ['Bids are due «by May 2» at noon.', 'by May', 'after May', 'direction'],
      ['Rain was «61 percent» above normal.', 'above', 'below', 'direction'],
      ['向北岛发货«61吨»。', '向', '从'],
      ['票价含税为«61元»。', '含税', '不含税'],
      ['节后客流为«61万人次»。', '节后', '节前'],
    ]));
  it('of how old, or how large, those are whom it is said of', () =>
    asks([
      ['20代の«4割»が投票した。', '20代', '30代', 'counted'],
      ['65歳以上の«4割»が投票した。', '65歳', '75歳', 'counted'],
      ['従業員50人未満の企業の«4割»が答えた。', '50人', '300人', 'counted'],
      ['Of adults over 65, «44 percent» voted.', 'over 65', 'over 75', 'counted'],
      ['Women under 40 got «9 percent» of the loans.', 'under 40', 'over 40'],
      ['Those aged 16 to 24 made up «21%» of them.', '16 to 24', '25 to 34', 'counted'],
      ['60岁以上居民占«18%»。', '60岁', '80岁', 'counted'],
      ['90后占«18%»。', '90后', '80后', 'counted'],
    ]));
  it('another word of which some letters stay, and another body than the firm', () =>
    asks([
      ['Kestrel put arrears in the morning at «61 gallons».', 'arrears', 'fares', 'subject'],
      ['労組は«5%»の賃上げを求めた。', '労組', '会社', 'subject'],
      ['Nearly «2,000 people» signed up.', 'signed up', 'dropped out', 'direction'],
    ]));
  it('since when it changed', () =>
    asks([
      ['物価は前月に比べ«0.4%»上がった。', '前月', '前年', 'period'],
      ['Prices rose «2.4%» from a year earlier.', 'a year', 'a month', 'period'],
      ['Output fell «1.1%» from the previous quarter.', 'quarter', 'week', 'period'],
      ['Sales rose «6%» last month.', 'last month', 'last year', 'period'],
    ]));
  it('which way', () =>
    asks([
      ['Exports rose «6.1%» in May.', 'rose', 'fell', 'direction'],
      ['The yard made a profit of «$61 million» in May.', 'profit', 'loss', 'direction'],
      ['«61 members» voted for the plan.', 'for', 'against', 'direction'],
      ['The lender bought «61 ships» from a rival.', 'bought', 'sold', 'direction'],
      ['The storm left «61 people» dead on the coast.', 'dead', 'injured', 'counted'],
      ['荷の量は«6.1%増え»た。', '増え', '減っ', 'direction'],
      ['造船所は«61億円»の黒字だった。', '黒字', '赤字', 'direction'],
      ['計画には«61人»が賛成した。', '賛成', '反対', 'direction'],
      ['同社は株を«61万株»買い増した。', '買い', '売り', 'direction'],
      ['米の輸出は«61万トン»だった。', '輸出', '輸入', 'direction'],
      ['出口«增长6.1%»。', '增长', '下降', 'direction'],
      ['该厂«盈利6.1亿元»。', '盈利', '亏损', 'direction'],
      ['有«61人»赞成该计划。', '赞成', '反对', 'direction'],
      ['Imports fell «6.1%» and exports rose 3%.', 'Imports fell', 'Imports climbed', 'direction'],
      ['造船所の人員は«61人»の増員となる。', '増員', '減員', 'direction'],
    ]));
  it('of whom, and what is counted', () =>
    asks([
      ['マルヨシは純利益が«61億円»だった。', 'マルヨシ', 'ハマカゼ', 'subject'],
      ['東京都の人口は«610万人»だった。', '東京都', '大阪府', 'subject'],
      ['純利益は«61億円»だった。', '純利益', '営業利益', 'subject'],
      ['市は«61億円»を充てる。', '市は', '県は'],
      ['Marlowe Steel reported sales of «$61 million» for May.', 'Marlowe', 'Tarrant', 'subject'],
      ['The city council will spend «$61 million» on it.', 'city council', 'port board', 'subject'],
      ['Revenue was «$61 million» in May.', 'Revenue', 'Debt', 'subject'],
      ['The fair drew «61 residents» in the rain.', 'residents', 'tourists'],
      ['会場には«61台»が並んだ。', '61台', '61隻'],
      ['会場には«61の団体»が並んだ。', '団体', '企業'],
      ['净利润为«61亿元»。', '净利润', '总负债', 'subject'],
      ['海风港全年货运量为«61万吨»。', '海风港', '云岭港'],
    ]));
  it('another thing in the place of the one that was counted or measured, in words of no list', () =>
    asks([
      ['The trust put plaques in May at «61 euros», it said.', 'plaques', 'hinges', 'subject'],
      ['The yard spent «$61 million» on the dredger.', 'dredger', 'sawmill', 'counted'],
      ['会場には«61人»の大工が集まった。', '大工', '庭師', 'subject'],
      ['该县招收«61名»木匠。', '木匠', '裁缝', 'counted'],
      ['死者は«61人»に上った。', '死者', '負傷者'],
    ]));
  it('an unknown word in the place of one that says which way', () =>
    asks([
      ['The herd swelled by «61 percent» in May.', 'swelled', 'imploded', 'direction'],
      ['In 2021, «61 boats» passed the test.', 'passed', 'failed', 'direction'],
      ['«61 boats» moved to the harbor.', 'moved to', 'moved away from', 'direction'],
      ['株は«4%»高で引けた。', '高', '安', 'direction'],
    ]));
  it('per what and bounds behind a unit that nobody read, a rate before it, a mean', () =>
    asks([
      ['地代は«61フラン»/坪だった。', '/坪', '/m²'],
      ['The share fell by «61 permille» or less.', ' or less', ''],
      ['港には1日に«61隻»が着く。', '1日に', '1カ月に', 'per'],
      ['客は平均«61人»だった。', '平均', '', 'per'],
      ['The balance stood at -«61» then.', 'at -', 'at ', 'sign'],
      ['余额为（«61百万兰特»）。', '（61百万兰特）', '61百万兰特', 'sign'],
      [
        '<table><tr><th>港</th><th>荷</th></tr><tr><td>東港</td><td>«61»</td></tr></table>',
        '<td>61',
        '<td>-61',
        'sign',
      ],
      [
        '<table><tr><th>港</th><th>荷</th></tr><tr><td>東港</td><td>«61»</td></tr></table>',
        '<td>61',
        '<td>約61',
        'exactness',
      ],
      ['売上は前年に比べ«6.1%»増えた。', '前年', '前々年', 'period'],
    ]));
  it('the heads of its row and column and the unit of its table', () => {
    const table =
      '表 港の荷（単位:万トン）\n\n| 港 | 今期 | 前期 |\n|---|---|---|\n| 東港 | «61» | 55 |\n| 西港 | 20 | 19 |\n';
    const html =
      '<table><caption>Cargo (in thousands of tons)</caption><tr><th>Port</th><th>May</th></tr><tr><td>East</td><td>«61»</td></tr><tr><td>West</td><td>20</td></tr></table>';
    asks([
      [table, '今期', '前々期', 'header'],
      [table, '東港', '南港'],
      [table, '万トン', '億トン', 'unit'],
      [html, 'May', 'June', 'header'],
      [html, 'East', 'North'],
      [html, 'thousands', 'millions', 'unit'],
    ]);
    const titled = '### 2023年の大型船の入港\n\n| 港 | 隻 |\n|---|---|\n| 東港 | «61» |\n| 西港 | 20 |\n';
    const numbered =
      '<table><caption>Table 2. Arrests of men, by port</caption><tr><th>Port</th><th>Arrests</th></tr><tr><td>East</td><td>«61»</td></tr></table>';
    asks([
      [titled, '2023年', '2024年', 'period'],
      [titled, '入港', '出港'],
      [titled, '大型船', '漁船', 'subject'],
      [numbered, 'of men', 'of women', 'counted'],
    ]);
    follows([
      [titled, '### 2023年', '### 表1 港ごとにみた2023年'],
      [titled, '大型船の入港', '大型船による入港'],
      [numbered, 'Table 2. Arrests', 'Table 3: <b>Arrests</b>'],
      ['Table 4: Ships by unit\n\n| Unit | Ships |\n|---|---|\n| East | «61» |\n', 'by unit', 'by unit in 2023'],
    ]);
    follows([
      [table, '| 西港 | 20 |', '| 西港 | 21 |'],
      [table, '| 今期 |', '|  **今期**  |'],
      [html, '<td>West</td><td>20</td>', '<td>West</td><td>22</td>'],
      [table, '| 西港', '| 北港 | 9 | 9 |\n| 西港'],
    ]);
  });
});

describe('what leaves a figure what it is', () => {
  it('markup around it, and between it and its bound', () =>
    follows([
      ['寄付は«610億円»に達した。', '610億円', '[610億円](https://example.com/a/b?c=d)'],
      ['寄付は«610億円に達»した。', '610億円', '610億円[@s1]'],
      ['寄付は«610億円»超だった。', '610億円', '610億円[^3]'],
      ['寄付は«610億円»超だった。', '610億円', '**610億円**'],
      ['寄付は約«610億円»だった。', '610億円', '｜610億円《ろっぴゃくじゅうおくえん》'],
      ['寄付は約«610億円»だった。', '610億円', '<ruby>610億円<rt>ろっぴゃく</rt></ruby>'],
      ['寄付は約«610億円»だった。', '寄付', '> 寄付'],
      ['寄付は約«610億円»だった。', '寄付', '- 寄付'],
      ['寄付は約«610億円»だった。', '610億円', '<Num>610億円</Num>'],
      ['寄付は約«610億円»だった。', '610億円', '610億円<!-- 要確認 -->'],
      ['The bill was over «$610 million» then.', '$610 million', '[$610 million](https://example.com/)'],
      ['The bill was over «$610 million» then.', 'over $610 million', '*over* $610 million'],
      ['The bill was «$610 million» or more then.', '$610 million', '$610 million [@wire-3, p. 4]'],
      ['捐款达到«610亿元»以上。', '610亿元', '[610亿元](https://example.com/)'],
    ]));
  it('a name with a title or a first name, or this for it', () =>
    follows([
      ['全县有«61所»小学。', '全县有', '该县共有'],
      ['山本氏は«61億円»を集めた。', '山本氏', '山本健一会長'],
      ['李先生捐了«61万元»。', '李先生', '李建国先生'],
      ['Mr. Lee gave «$61,000» to the school.', 'Mr. Lee', 'Tom Lee'],
    ]));
  it('small words that are said of another number, or say the same', () =>
    follows([
      ['The bank lent «$2 billion» to farmers.', 'to farmers', 'to farmers before the harvest'],
      ['It shipped «61 tons» to ports abroad.', 'to ports', 'into ports'],
      ['Output rose «6%» from a year earlier.', 'a year earlier', 'the previous year'],
      ['Sales rose «6%» to over $61 million.', 'over $61', 'under $61'],
      ['会议在«6月1日»前召开。', '前召开', '之前召开'],
      ['三年内将投资«61亿元»。', '三年内', '三年之内'],
    ]));
  it('other words, spelling and politeness', () =>
    follows([
      ['寄付は«610億円»だった。', 'だった', 'でした'],
      ['寄付は«610億円»だった。', '寄付は', '寄付は、'],
      ['寄付は、企業から«610億円»が集まった。', '集まった', '寄せられた'],
      ['マルヨシは純利益が«610億円»だった。', 'マルヨシ', '同社'],
      ['マルヨシは純利益が«610億円»だった。', 'マルヨシ', 'マルヨシ工業'],
      ['寄付は«610億円»増加した。', '増加した', '増えた'],
      ['寄付は約«610億円»だった。', '約610億円', '610億円ほど'],
      ['The council counted «61 empty shops» there.', 'empty shops', 'large empty shops'],
      ['Sales rose «6.1%» in May, it said.', 'rose', 'climbed'],
      ['The yard will spend «$61 million» on docks.', 'on docks', 'on new docks'],
      ['The guide earns «$61» a day, she said.', ' a day', ' per day'],
      ['The yard spent «$61 million» in May.', 'spent', 'quietly spent'],
      ['捐款达到«610亿元»。', '捐款', '捐款总共'],
      ['会議は«07月»に開く。', '07月', '7月'],
      ['会議は«09:30»に開く。', '09:30', '9:30'],
      ['The fair opens on «April 6».', 'April 6', 'April 06'],
      ['炉の光は«28213540カンデラ»だった。', '28213540', '28,213,540'],
      [
        'Sales rose «6.1%» in May, officials said.',
        'Sales rose 6.1% in May, officials said',
        'In a note, officials said sales rose 6.1% in May',
      ],
      ['The yard spent «$61 million» on the dredger.', 'dredger', 'dredgers'],
      ['The trust put plaques in May at «61 euros», it said.', 'plaques', 'the brass plaques'],
      ['The trust put plaques in May at «61 euros», documents show.', 'documents show', 'records showed'],
      ['会場には«61人»の大工が集まった。', '大工', '若い大工'],
      ['寄付は«610億円»だった。後日まとめる。', '。後日まとめる。', '．後日まとめる．'],
    ]));
  it('but not what strikes it out', () => asks([['寄付は«610億円»だった。', '610億円', '~~610億円~~6100億円']]));

  it('what stands beyond the few words that a person copied around it', () => {
    const text =
      'The yard built 4,210 boats last year, its keeper said.\nEach paid 310 euros on average, not a cent less.\n';
    for (const [exact, prefix, suffix, start] of [
      ['4,210 boats', 'The yard built ', ' last year', 15],
      ['4,210 boats', 'built ', undefined, undefined],
      ['310 euros', 'Each paid ', ' on average', undefined],
      ['310 euros', undefined, ' on', undefined],
    ] as const) {
      const target = { exact, ...(prefix && { prefix }), ...(suffix && { suffix }), ...(start && { start }) };
      const answer = anchor(text, target);
      assert.equal(answer.status, start === undefined ? 'moved' : 'exact', JSON.stringify([target, answer]));
    }
  });

  it('words that only look like a rate', () =>
    follows([
      ['The fee was «$310» last year.', ' last year', ' last year, its keeper said'],
      ['The fee was «$310» last year.', 'The', 'For a person of means, the'],
      ['The fee was «$310» last year.', 'The', 'On a day of storms, the'],
    ]));
  it('not the numbers of items, of names in code and of numbers told off', () =>
    follows([
      ['1. 雨どいを直す。\n\n«2.» 窓の作用を確かめる。', '作用', '効果'],
      ['Here we say that `k2` was *moved*\n«into `k3`. So what happens» looks like this.', 'say that', 'see how'],
      ['The old baker said «0,» 2, 4, 6, 8 and stopped.', 'baker', 'miller'],
      ['该店表示将停业。这意味着 **Sail «2» 在 2023 年到期**。', ' 在 2023', ' 已在 2023'],
      ['Does this mean «40 ships» must wait at the lock?', 'Does this mean', 'It may be that'],
      ['The Proxies keep «40 lists» of all ships in the bay.', 'Proxies', 'Proxy'],
    ]));
  it('notes of its writer in brackets', () =>
    follows([
      ['会場には«8千人»以上が来た。', '8千人', '8千人（※1）'],
      ['会場には約«8千人»が来た。', '8千人', '8千人(注2)'],
    ]));
});

describe('what makes it another one in Japanese and Chinese', () => {
  it('that it is not so much, and over how much of a year it was', () =>
    asks([
      ['備蓄は«90日分»ある。', '90日分ある', '90日分もない', 'direction'],
      ['売上高は四半期で«88億円»だった。', '四半期', '半期', 'period'],
      ['公司季度营收为«88亿元»。', '季度', '半年度', 'period'],
    ]));
  it('that it is a little more than that of a unit nobody read', () =>
    asks([['磁束密度は«31.4テスラ»だった。', '31.4テスラ', '31.4テスラ強']]));
});
