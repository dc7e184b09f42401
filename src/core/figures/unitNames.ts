/** Japanese names of units that have no sign of their own; those not here are shown by their English name. */
const JAPANESE: Readonly<Record<string, string>> = {
  person: '人',
  household: '世帯',
  company: '社',
  item: '個',
  unit: '',
  case: '件',
  occurrence: '回',
  rank: '番目',
  year: '年',
  month: 'か月',
  week: '週間',
  day: '日',
  hour: '時間',
  minute: '分',
  second: '秒',
  fold: '倍',
  digit: '桁',
  point: 'ポイント',
  basis_point: 'ベーシスポイント',
  kilometre: 'キロメートル',
  metre: 'メートル',
  centimetre: 'センチメートル',
  millimetre: 'ミリメートル',
  hectare: 'ヘクタール',
  square_metre: '平方メートル',
  square_kilometre: '平方キロメートル',
  cubic_metre: '立方メートル',
  litre: 'リットル',
  gram: 'グラム',
  kilogram: 'キログラム',
  tonne: 'トン',
  watt: 'ワット',
  kilowatt: 'キロワット',
  megawatt: 'メガワット',
  gigawatt: 'ギガワット',
  kilowatt_hour: 'キロワット時',
  gigabyte: 'ギガバイト',
  terabyte: 'テラバイト',
  degree: '度',
  degree_celsius: '度（摂氏）',
  degree_fahrenheit: '度（華氏）',
  kilometre_per_hour: 'キロメートル毎時',
  metre_per_second: 'メートル毎秒',
};

const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'people',
  company: 'companies',
  foot: 'feet',
  inch: 'inches',
  hertz: 'hertz',
  rank: 'in rank',
  fold: 'times',
  unit: '',
};

/** A unit's name for a reader: `kilometre_per_hour` is “kilometres per hour”. Unknown names are shown as they are. */
export function unitNameIn(unit: string, language: 'en' | 'ja', single: boolean): string {
  if (language === 'ja' && Object.hasOwn(JAPANESE, unit)) return JAPANESE[unit]!;
  if (single) return unit === 'unit' ? '' : unit.replaceAll('_', ' ');
  const [head = unit, ...rest] = unit.split('_per_');
  const words = head.split('_');
  // Degrees are counted before the scale's name: degrees celsius.
  const at = words[0] === 'degree' ? 0 : words.length - 1;
  const word = words[at] ?? '';
  words[at] = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : `${word}s`;
  return [words.join(' '), ...rest].join(' per ').replaceAll('_', ' ');
}
