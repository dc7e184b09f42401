import { asks, follows } from './meaningEdits';

describe('on which side of a day or a year something is', () => {
  it('makes it another time', () =>
    asks([
      ['The ferry line was closed in «1987», records say.', 'in 1987', 'before 1987', 'period'],
      ['The new wing will open in «2031», the hospital said.', 'in 2031', 'by 2031', 'period'],
      ['The rules were announced on «May 12».', 'on May', 'by May', 'period'],
      ['新駅は«2031年»に開業する予定だ。', '2031年に', '2031年までに', 'period'],
      ['新駅は«2031年»に開業する予定だ。', '2031年に', '2031年以降に', 'period'],
      ['申し込みは«6月3日»に締め切る。', '6月3日に', '6月3日以前に', 'period'],
      ['新线计划于«2031年»通车。', '2031年', '2031年前', 'period'],
    ]));

  it('is the same in other words', () =>
    follows([
      ['The ferry line has run since «1987», records say.', 'since', 'from'],
      ['The new wing will open by «2031», the hospital said.', 'by 2031', 'before 2031'],
      ['新駅は«2031年»までに開業する予定だ。', 'までに', '以前に'],
      ['制度は«2031年»から始まる。', 'から', 'に'],
      ['新线计划于«2031年»前通车。', '年前', '年之前'],
    ]));
});

describe('a term of a firm', () => {
  it('may be half a year, and is not the year before', () =>
    asks([
      ['前期、ハルナ製薬が買ったのは«36校»だった。', '前期', '昨年度', 'period'],
      ['今期の受注は«88件»だった。', '今期', '今年', 'period'],
    ]));
  it('has names of its own', () => follows([['今期の受注は«88件»だった。', '今期', '当期']]));
});

describe('a number that could be a year', () => {
  it('has its bounds compared as any other', () =>
    asks([
      ['倉庫の在庫は«1986»にとどまった。', '1986', '約1986', 'exactness'],
      ['倉庫の在庫は≦«2046»だった。', '≦', '', 'exactness'],
      ['苗木は«2063巡»超にとどまった。', '超', '未満', 'exactness'],
      ['The yard sold «1986» in May.', 'sold 1986', 'sold over 1986', 'exactness'],
      ['| 港 | 便数 |\n|---|---|\n| 北 | «2041» |', '2041', '<2041', 'exactness'],
    ]));

  it('says nothing more than a year where 年 stands behind it', () =>
    follows([['式典は«2031年»秋に開く。', '秋に開く', '秋に盛大に開く']]));
});

describe('brackets around a figure', () => {
  it('make a loss of it, whatever its unit', () =>
    asks([
      ['Norfield put the result at «56 mil won» in May.', '56 mil won', '(56 mil won)', 'sign'],
      ['Norfield put the result at «$56 million» in May.', '$56 million', '($56 million)', 'sign'],
      ['Norfield put the result at «56 bn» in May.', '56 bn', '(56 bn)', 'sign'],
    ]));

  it('say the same again behind a number', () =>
    follows([
      ['買収額は143億ドル(«2兆円»)だった。', '(2兆円)', '、2兆円、'],
      ['It paid $14.3 billion («2 trillion yen») for it.', '(2 trillion yen)', ', or 2 trillion yen,'],
    ]));
});
