import { ja } from './languages/ja';

/** Japanese names of units where the first word that they are read by is not the one to show. */
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
  month: 'カ月',
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
  ton: 'トン',
  short_ton: 'ショートトン',
  long_ton: 'ロングトン',
  kilotonne: 'キロトン',
  pound: 'ポンド',
  stone: 'ストーン',
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
  metre_per_minute: 'メートル毎分',
  kilometre_per_second: 'キロメートル毎秒',
  kilometre_per_minute: 'キロメートル毎分',
  foot_per_second: 'フィート毎秒',
  milliampere: 'ミリアンペア',
  pascal: 'パスカル',
  kilopascal: 'キロパスカル',
  megapascal: 'メガパスカル',
  rpm: '回転毎分',
};

const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'people',
  company: 'companies',
  foot: 'feet',
  inch: 'inches',
  rank: 'in rank',
  fold: 'times',
  unit: '',
};

/** What stays as it is however many there are. */
const UNCHANGED = /hertz$|flops$|^(?:tsubo|jo|tan|ri|shaku|kan|gou|sho|kelvin|horsepower|ppm|ppb|rpm|btu)$/;

/** What is read as 40ノット or 5坪 is shown by that word, metric prefixes by themselves: 5ギガヘルツ. */
function inJapanese(unit: string): string | undefined {
  if (Object.hasOwn(JAPANESE, unit)) return JAPANESE[unit];
  const { units, metric } = ja;
  if (Object.hasOwn(units, unit)) return first(units[unit]!);
  for (const [prefix, name] of Object.entries(metric.prefixes)) {
    const stem = unit.startsWith(prefix) ? unit.slice(prefix.length) : '';
    if (Object.hasOwn(metric.stems, stem)) return first(name) + first(metric.stems[stem]!);
  }
  return undefined;
}

function first(surfaces: string): string {
  return surfaces.split('|')[0] ?? surfaces;
}

/** A unit's name for a reader: `kilometre_per_hour` is “kilometres per hour”. Unknown names are shown as they are. */
export function unitNameIn(unit: string, language: 'en' | 'ja', single: boolean): string {
  const japanese = language === 'ja' ? inJapanese(unit) : undefined;
  if (japanese !== undefined) return japanese;
  if (single) return unit === 'unit' ? '' : unit.replaceAll('_', ' ');
  const [head = unit, ...rest] = unit.split('_per_');
  const words = head.split('_');
  // Degrees are counted before the scale's name: degrees celsius.
  const at = words[0] === 'degree' ? 0 : words.length - 1;
  const word = words[at] ?? '';
  const plural = UNCHANGED.test(word) ? word : `${word}s`;
  words[at] = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : plural;
  return [words.join(' '), ...rest].join(' per ').replaceAll('_', ' ');
}
