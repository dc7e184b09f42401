import { asks, follows } from './meaningEdits';

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
