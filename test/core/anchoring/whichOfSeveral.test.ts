import { asks, follows } from './meaningEdits';

describe('which of several a figure is of', () => {
  it('is told by the number behind its word', () =>
    asks([
      ['Scope 2 emissions came to «310,000 tons», the firm said.', 'Scope 2', 'Scope 3'],
      ['Terminal B handled «41 flights» on Sunday.', 'Terminal B', 'Terminal C'],
      ['第2工場の生産は«3,400台»だった。', '第2工場', '第3工場', 'subject'],
      ['4号機の出力は«82万キロワット»だ。', '4号機', '3号機'],
      ['フェーズ1の費用は«12億円»を見込む。', 'フェーズ1', 'フェーズ2'],
      ['第二产业增长«5.3%»。', '第二产业', '第三产业'],
    ]));

  it('is told by a syllable before the word, too', () =>
    asks([
      ['Buses run every «20 minutes» at peak times.', 'peak', 'off-peak'],
      ['The club charges residents «$15» at the gate.', 'residents', 'non-residents'],
      ['正規職員の賞与は«41万円»だった。', '正規', '非正規'],
      ['会员价为«88元»。', '会员', '非会员'],
    ]));

  it('is told by the word before it that has an opposite', () =>
    asks([
      ['The mortgage costs «5.2%» at a fixed rate.', 'fixed', 'variable', 'counted'],
      ['The kiln gives off «14 kg» of NO2 per load.', 'NO2', 'methane'],
      ['長期の借入金は«41億円»ある。', '長期', '短期', 'counted'],
      ['県内の私立高校は«38校»だ。', '私立', '公立', 'counted'],
      ['\n表3 県別の失業率(%)\n\n| 県 | 値 |\n|---|---|\n| 岩手 | «3.2» |', '失業率', '就業率', 'subject'],
    ]));

  it('stays where a title or an end is told in other words', () =>
    follows([
      ['\n表3 県別の失業率(%)\n\n| 県 | 値 |\n|---|---|\n| 岩手 | «3.2» |', '県別の失業率', '失業率'],
      ['市は«3月»に工事を終える。', '終える', '完了する'],
    ]));

  it('stays where another word says when it was', () =>
    follows([
      ['Buses run every «20 minutes» at peak times.', 'at peak times', 'during peak hours'],
      ['The clinic saw «41 patients» overnight.', 'overnight', 'during the night'],
    ]));
});

describe('words that turn what a figure says', () => {
  it('are known for causes and for positions in a market', () =>
    asks([
      ['The drill prevented «12 injuries» in the yard.', 'prevented', 'caused'],
      ['Traders hold «$40 million» in long positions.', 'long positions', 'short positions'],
      ['点検で«3件»の停電を防いだ。', '防いだ', '招いた'],
      ['暴雨造成«12处»决口。', '造成', '避免'],
    ]));
});

describe('what a figure is said of each of', () => {
  it('is told with its people and its time', () =>
    asks([
      ['水の使用量は1人1日当たり«214リットル»だ。', '1人1日', '1世帯1日', 'per'],
      ['每千户拥有汽车«431辆»。', '每千户', '每百户', 'per'],
    ]));
  it('ends with its counter', () => follows([['每千户拥有汽车«431辆»。', '拥有', '拥有的']]));
  it('is no matter of the number of an item', () =>
    follows([['倉庫番の時給は、平年より«6%»高いという。', '倉庫番', '1. 倉庫番']]));
});
