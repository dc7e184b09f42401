import { asks, follows } from './meaningEdits';

describe('a figure that a change leads to', () => {
  it('is none by how much it was', () =>
    asks([
      ['Ridership slipped to «41%» in the spring.', 'slipped to', 'slipped by', 'direction'],
      ['Ridership slipped to «41%» in the spring.', 'slipped to', 'slipped', 'direction'],
      ['The toll was raised by about «$3».', 'by about', 'to about', 'direction'],
      ['在庫は«41%»まで減った。', '41%まで', '41%', 'direction'],
      ['定員は«60人»増えた。', '60人', '60人に', 'direction'],
      ['运费上涨了«8%»。', '上涨了', '上涨到', 'direction'],
    ]));

  it('is the same in other words', () =>
    follows([
      ['Ridership slipped to «41%» in the spring.', 'slipped to', 'dropped to'],
      ['The toll was raised by «$3».', 'raised by', 'increased by'],
      ['The toll rose «3%» in May.', 'rose', 'rose by'],
      ['在庫は«41%»まで減った。', 'まで', 'に'],
      ['在庫は«41%»減った。', '減った', 'だけ減った'],
      ['运费上涨到«8元»。', '上涨到', '上涨至'],
      ['出席率为«86%»。', '为', '达'],
    ]));
});

describe('a turn from a loss to a profit', () => {
  it('is none the other way', () =>
    asks([
      ['公司净利润«2.1亿元»，扭亏为盈。', '扭亏为盈', '由盈转亏', 'direction'],
      ['最終損益は«12億円»で、黒字転換した。', '黒字転換', '赤字転落', 'direction'],
      ['今期は増収減益で、利益は«12億円»だ。', '増収減益', '減収増益', 'direction'],
    ]));
});

describe('which time in a row something was', () => {
  it('is another time in the stead of another', () =>
    asks([
      ['前回の応募は«212件»だった。', '前回', '今回', 'period'],
      ['本届参展商«212家»。', '本届', '上届', 'period'],
      ['預金の利息は年«0.2%»だ。', '年', '月', 'per'],
    ]));
});
