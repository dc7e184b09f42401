import type { Line } from '../scanning/line';
import type { Numeral } from './numeral';

/** What makes 27年 and 97年 a year in short, not a length of time: 27年春, 24年末, 20年=100, 97年入社. */
const SHORT_YEAR =
  /^([春夏秋冬末][^休]|初め|初頭|[上下](半)?期|[前後]半[にはの戦期]|中に|同?[月期]?比|[にと]比べ|=\d|入[社省庁]|卒|生まれ|以[降来]|元日|五輪|W杯|万博|産[のはを]|式[のはを]|[0-9]{1,2}[~-]|に(は、|設|創|発[足売表生効]|入[社省庁門閣]|就|結[婚成]|離婚|誕生|生まれ|開[業始設校館か園通]|始|公開|上場|引退|デビュ|卒|死|没|亡|受賞|制定|施行|完成|独立|移[住転]|出[版場]|刊行|初|当選|退[任社職団]|逮捕|起訴|合併|買収|撤退|参入|導入|廃止|締結|批准|来日|渡[米英仏欧]|帰国|起[きこ]|打ち上げ|解散|優勝|日[本米中]))/;
/** に and a word that begins: what happened in a year, unless the word says how long, how often or until when. */
const YEAR_OF_EVENT =
  /^に(?!一度|一回|上|下|過|到|止|渡|及|達|延|短|縮|相|満|迫|増|減|限|制限|分|区|換|定|近|成|拡|伸|引|変|更|改|すぎ)[一-龯ァ-ヶ]/;
/** 24年の売上高, 30年に3兆円, 25年は過去最高, 27年までに, 19年から現職: what is told of a year, and of a length of time hardly ever. */
const TOLD_OF_YEAR =
  /^(の(売上|売り上げ|純利益|営業(利益|損失|収益)|最終[利損]|設備投資|投資|調達|資金調達|支出|費用|総費用|販売|生産|出荷|輸[出入]|世界|国内[総市生販需]|市場|予算|税収|GDP|成長率|実績|見込み|予[測想]|業績|決算|配当|賃上げ|春闘|訪日|出生|死亡|総?選挙|衆院選|参院選|都[議知]|知事選|大統領選|総裁選|五輪|東京五輪|パリ|万博|法?改正|発売|公開|上場|開業|創業|設立|水準|再稼働|完成|実用化|量産|黒字化|打ち上げ|商用化|着工|発効|施行|開幕|開港|開通|発足)|に(約|およそ|最大|計|は(?![及満足届]))?\d[\d,.]*(兆|億|万|%|割|倍)|には(?![及満足届\d])|は(\d|約|前年|過去最[高多大低])|まで[にの](?![延短縮制限定])|から(現職|社長|会長|代表|取締|教授|准教授|同[社大]|順次|段階|本格|導入|販売|量産|稼働|供給|適用|実施|毎年)|(実績|見通し|予想|通期|予算|時点|当時)(?!の?(年|分))|[一-龯ァ-ヶー]{2,12}(卒|修了)[。、・)]|(取締役|執行役員|常務|専務|副社長|社長|会長|代表取締役[社会]長|教授|准教授|理事長?|監査役|顧問)([。、・)]|$))/;
/** Where a clause begins. */
const LEAD = /[。、「(はもがて:=▼◆◇・\s]/;
/** The years of this century that are told of in short; 10年 and less are lengths of time more often. */
const FIRST_TOLD = 13;
const LAST_TOLD = 50;
/** Those who still work left their schools in or after this year. */
const FIRST_GRADUATE = 60;

/** 27 or 二十七, which may be a year of a century that is left out. */
export function isShortYear({ digits, value }: Numeral): boolean {
  return digits === 2 || (digits === 0 && value! >= 10 && value! < 100);
}

/** 27年春, 97年に設立 and, at the start of a clause, 16年に起業: a year whose century is left out, not a length of time. */
export function isYearInShort(line: Line, from: number, end: number, value: number): boolean {
  const behind = line.slice(end, end + 5);
  // No length of time is written 06年.
  if (line.codes[from] === 0x30 || SHORT_YEAR.test(behind)) return true;
  const before = from === 0 ? '。' : line.slice(from - 1, from);
  const recent = (value >= FIRST_TOLD && value <= LAST_TOLD) || value >= FIRST_GRADUATE;
  if (recent && LEAD.test(before) && TOLD_OF_YEAR.test(line.slice(end, end + 16))) return true;
  if (/^[。「]$/.test(before) || (value >= 50 && before === 'は'))
    if (/^、[^\d一二三四五六七八九十]/.test(behind)) return true;
  return /[。、「(はもがて]/.test(before) && YEAR_OF_EVENT.test(behind);
}
