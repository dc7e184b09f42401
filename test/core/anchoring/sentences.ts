/** Sentences of made-up news, in which `{}` is the place of a figure. Written for these tests. */
export interface Frame {
  readonly before: string;
  readonly after: string;
  /** A figure and others that might be put in its place, each of another quantity. */
  readonly figures: readonly string[];
}

export const japaneseFrames: readonly Frame[] = [
  {
    before: '港湾局は岸壁の補修に',
    after: 'を充てる方針を明らかにした。',
    figures: ['143億円', '341億円', '14億円', '約143億円'],
  },
  { before: '駅前の再開発で商店街の', after: 'が店を畳んだという。', figures: ['28店', '82店', '2割8分', '半数'] },
  { before: '県内の米の作付面積は前年より', after: '減った。', figures: ['4.9%', '9.4%', '49%', '4.9ポイント'] },
  {
    before: '新しい発電所の出力は',
    after: 'で、国内では最も大きい。',
    figures: ['5ギガワット', '50ギガワット', '6ギガワット'],
  },
  {
    before: '調査には',
    after: 'が答え、結果は来月まとまる。',
    figures: ['1,500人', '1,050人', '1万5,000人', '1,500社'],
  },
  { before: '漁協の組合員の平均年齢は', after: 'に達した。', figures: ['68歳', '86歳', '61歳'] },
  { before: '空港の利用者は', after: 'を超え、過去最高となった。', figures: ['660万人', '720万人', '66万人'] },
  { before: '同社は株式の', after: 'を取得すると発表した。', figures: ['49%', '51%', '94%', '約49%'] },
  {
    before: '橋の長さは',
    after: 'あり、完成までに長い歳月がかかった。',
    figures: ['3,200メートル', '3.2キロ余り', '2,300メートル'],
  },
  { before: '図書館の蔵書は', after: 'で、うち和書が大半を占める。', figures: ['30万冊', '300万冊', '13万冊'] },
  { before: '雪まつりの会場には', after: 'の像が並んだ。', figures: ['十二体', '二十体', '21体'] },
  {
    before: '台風で',
    after: 'が停電し、復旧には時間がかかる。',
    figures: ['1万2,000世帯', '2万1,000世帯', '1,200世帯'],
  },
  {
    before: '🚢𠮷野港からの輸出額は',
    after: 'に上った。',
    figures: ['660億ドル', '720億ドル', '66億ドル', '最大660億ドル'],
  },
  { before: '市は職員の残業を月', after: 'までに抑えるとしている。', figures: ['45時間', '54時間', '80時間'] },
];

export const englishFrames: readonly Frame[] = [
  {
    before: 'The harbor board will spend ',
    after: ' on the new quay, it said.',
    figures: ['$14.3 billion', '$13.4 billion', '$14.3 million', 'about $14.3 billion'],
  },
  {
    before: 'The ferry line carried ',
    after: ' last summer, its busiest on record.',
    figures: ['25,000 passengers', '52,000 passengers', '2,500 passengers'],
  },
  {
    before: 'Rents in the old town rose ',
    after: ' over the year, the survey found.',
    figures: ['4.9%', '9.4%', '49%'],
  },
  {
    before: 'The lender bought ',
    after: ' of the brewery in the spring.',
    figures: ['49 percent', '51 percent', '94 percent'],
  },
  {
    before: 'The bridge is ',
    after: ' long and closes in high winds.',
    figures: ['3.2 kilometers', '2.3 kilometers', '32 kilometers'],
  },
  { before: 'Some farmers waited ', after: ' for the first rain.', figures: ['six weeks', 'nine weeks', '66 days'] },
  {
    before: 'The orchestra, which has ',
    after: ', will tour the coast.',
    figures: ['82 players', '28 players', '820 players'],
  },
  {
    before: 'Output at the mill fell to ',
    after: ' in the last quarter.',
    figures: ['£35 million', '£53 million', '£3.5 million', 'at least £35 million'],
  },
  { before: 'The council counted ', after: ' empty shops along the river 🌊.', figures: ['143', '341', '134'] },
  {
    before: 'Storage at the data center reached ',
    after: ' before the outage.',
    figures: ['5 gigawatts', '50 gigawatts', '6 gigawatts'],
  },
  {
    before: 'Her brother, ',
    after: ', took over the bakery.',
    figures: ['28 years old', '82 years old', '29 years old'],
  },
  {
    before: 'The clinic treated ',
    after: ' in its first month.',
    figures: ['1,500 patients', '1,050 patients', '15,000 patients'],
  },
];

export const japaneseFillers: readonly string[] = [
  '担当者は詳しい説明を避けた。',
  '地元では期待と不安の声が交錯している。',
  '次の会合の日取りはまだ決まっていない。',
  '関係者によると、協議は夜遅くまで続いた。',
  '雨のため式典は屋内で行われた。',
  '計画には反対の署名も寄せられている。',
];

export const englishFillers: readonly string[] = [
  'Officials declined to give details. ',
  'Residents were of two minds about the plan. ',
  'No date has been set for the next meeting. ',
  'Talks went on late into the night, people there said. ',
  'Rain moved the ceremony indoors. ',
  'A petition against the scheme is going round. ',
];
