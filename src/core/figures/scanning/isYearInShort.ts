import type { Line } from './line';
import type { Numeral } from './numeral';

/** What makes 27年 and 97年 a year in short, not a length of time: 27年春, 24年末, 20年=100, 97年入社. */
const SHORT_YEAR =
  /^([春夏秋冬末][^休]|初め|初頭|[上下](半)?期|[前後]半[にはの戦期]|中に|比|=\d|入[社省庁]|卒|生まれ|以降[にはの、]|産[のはを]|式[のはを]|[0-9]{1,2}[~-]|に(は、|設|創|発[足売表生効]|入[社省庁門閣]|就|結[婚成]|離婚|誕生|生まれ|開[業始設校館か園通]|始|公開|上場|引退|デビュ|卒|死|没|亡|受賞|制定|施行|完成|独立|移[住転]|出[版場]|刊行|初|当選|退[任社職団]|逮捕|起訴|合併|買収|撤退|参入|導入|廃止|締結|批准|来日|渡[米英仏欧]|帰国|起[きこ]|打ち上げ|解散|優勝|日[本米中]))/;
/** に and a word that begins: what happened in a year, unless the word says how long, how often or until when. */
const YEAR_OF_EVENT =
  /^に(?!一度|一回|上|下|過|到|止|渡|及|達|延|短|縮|相|満|迫|増|減|限|制限|分|区|換|定|近|成|拡|伸|引|変|更|改|すぎ)[一-龯ァ-ヶ]/;

/** 27 or 二十七, which may be a year of a century that is left out. */
export function isShortYear({ digits, value }: Numeral): boolean {
  return digits === 2 || (digits === 0 && value! >= 10 && value! < 100);
}

/** 27年春, 97年に設立 and, at the start of a clause, 16年に起業: a year whose century is left out, not a length of time. */
export function isYearInShort(line: Line, from: number, end: number, value: number): boolean {
  const behind = line.slice(end, end + 5);
  if (SHORT_YEAR.test(behind)) return true;
  const before = from === 0 ? '。' : line.slice(from - 1, from);
  if (/^[。「]$/.test(before) || (value >= 50 && before === 'は'))
    if (/^、[^\d一二三四五六七八九十]/.test(behind)) return true;
  return /[。、「(はもがて]/.test(before) && YEAR_OF_EVENT.test(behind);
}
