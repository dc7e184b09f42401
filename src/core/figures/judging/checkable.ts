import { isCjk, isHan, isLetter, SPACE } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';
import { isBaseOfRate } from './isBaseOfRate';
import { isDating } from './isDating';
import { isGrade } from './isGrade';
import { isOfMatch } from './isOfMatch';
import { isOwnPoint, isOwnPointEnglish } from './isOwnPoint';
import { isTerm } from './isTerm';
import { isNamedByNumber, isTitle } from './labels';

const REACH = 24;
const ROUND = '周'.charCodeAt(0);
/** Words that end in a numeral and its counter. Those that begin with one are in the table of words. */
const IDIOMS =
  /([精力手腹目]一杯|人一倍|小数点|話半分|何一つ|(今|いま)一つ|[瓜り]二つ|青二才|身[一二八]つ|[嘘そ]八百|笑止千万|生一本)$/;
/** Whether a figure needs a source, by the words around it. */
export function isCheckable(scan: Scan, found: Found): boolean {
  const { line } = scan;
  const { codes } = line;
  switch (found.kind) {
    case 'date':
    case 'other':
      return false;
    case 'year':
      return isDating(scan, found);
    case 'number':
      return !isTerm(scan, found) && !isEach(scan, found);
    default:
  }
  if (isTitle(scan, found) || isNamedByNumber(scan, found) || isTerm(scan, found)) return false;
  const after = line.slice(found.end, found.end + REACH);
  // 1人当たり, 1株につき, per 100,000 people: the base of a rate; 1ドル=: one side of it.
  if (/^ *(当た|あた|辺り)/.test(after)) return false;
  if (isBaseOfRate(found, after)) return false;
  // 1周約2キロ
  if (found.value === 1 && codes[found.end - 1] === ROUND && /^(約|およそ)?\d/.test(after)) return false;
  if (isHan(codes[found.start]) && IDIOMS.test(line.slice(found.start - 2, found.end))) return false;
  const before = line.slice(found.start - REACH, found.start);
  if (isEach(scan, found)) return false;
  if (
    found.value === 1 &&
    found.max === undefined &&
    isPartitive(before, after, found, line.slice(found.start, found.end))
  )
    return false;
  if (
    isGrade(scan, found, before, after) ||
    isPlaceInPrint(scan, found, before, after) ||
    isOfMatch(scan, found, before, after)
  )
    return false;
  if (found.kind === 'count' && isKnownGroup(found, before, line.slice(found.start, found.end))) return false;
  if (found.kind === 'count' && found.unit === 'item' && isOwnPoint(scan, found)) return false;
  if (
    found.kind === 'count' &&
    found.unit === 'unit' &&
    (isLetter(codes[found.end - 1]) || codes[found.end] === SPACE) &&
    isOwnPointEnglish(scan, found)
  )
    return false;
  if (isUnitLabel(scan, found) || isArticle(scan, found, before)) return false;
  // "the 10-year Treasury yield", 国債は10年が4.196%: the term names a bond.
  if (
    found.kind === 'duration' &&
    /^( (Treasur|bond|note|yield|gilt|Bund|JGB|government (bond|note)|mortgage)|[がは]\d\.\d+%)/.test(after)
  )
    return false;
  // 2型糖尿病, 1型: a kind; a screen has more inches.
  if (found.unit === 'inch' && codes[found.end - 1] === 0x578b && found.value! < 4 && Number.isInteger(found.value))
    return false;
  if (found.kind === 'angle' && (found.value === 360 || found.value === 180)) return false;
  if (found.kind === 'ordinal') return isRankClaim(scan, found);
  if (found.kind === 'money' && found.value === undefined && found.approx === 'exact') return false;
  // (in millions of dollars), at the end of a line: what the numbers of a table are.
  if (found.value === undefined && /\bin $/i.test(before) && /^(?:\n|[)\]]|$)/.test(after)) return false;
  return true;
}

/** per 100,000, every two years: the base of a rate. */
function isEach({ line }: Scan, { start }: Found): boolean {
  if (line.codes[start - 1] !== SPACE || !isLetter(line.codes[start - 2])) return false;
  return /(^|[^a-z])(per|every|each) $/i.test(line.slice(start - 8, start));
}

/** インフラ企業の一つ, 元従業員の1人, うち1社, もう一人, one of the …: one of many is no claim of a number. */
function isPartitive(before: string, after: string, found: Found, text: string): boolean {
  if (found.kind !== 'count') return false;
  if (/(の|うち|もう|ただ|とある|ある) *$/.test(before) && !/\d[^の]{0,4}の *$/.test(before)) return true;
  if (/^(one|a single)/i.test(text)) return /^( of|$)/.test(after) || !/(person|people|case|company|firm)$/i.test(text);
  return (
    /^(一|1)つ(の|が|は|と|に|を)?$/.test(text) && /^(ひとつ|一つ|には|として|[にと](な[っるりろ]|まとま))/.test(after)
  );
}

/** (百万円), (千人), 単位:百万ドル: a unit that stands for itself. */
function isUnitLabel(scan: Scan, found: Found): boolean {
  const { codes } = scan.line;
  const first = codes[found.start];
  if (first !== 0x767e && first !== 0x5343 && first !== 0x5341) return false;
  return (codes[found.end] === 0x29 && codes[found.start - 1] === 0x28) || codes[found.start - 1] === 0x3a;
}

/** In Chinese 一家公司 and 一份 are "a company" and "a portion"; a count only where something is set against it. */
function isArticle(scan: Scan, found: Found, before: string): boolean {
  if (scan.tables.locale !== 'zh' || found.kind !== 'count' || found.value !== 1) return false;
  if (scan.line.codes[found.start] !== 0x4e00) return false;
  return !/[和与及、只仅有]$/.test(before);
}

/** 12ページを参照, 3面に関連記事, 次の5点: where to look, or what the text will list itself. */
function isPlaceInPrint({ line }: Scan, found: Found, before: string, after: string): boolean {
  if (found.kind !== 'count') return false;
  const { end } = found;
  if (/(次の|以下の|下記の|上記の|前述の|以上の)$/.test(before)) return true;
  // (1/2 ページ), 朝刊7面, 残り1204文字
  if (/(\d ?\/ ?|[朝夕]刊 ?)$/.test(before) && /[\d ](ページ|頁|面)$/.test(line.slice(end - 4, end))) return true;
  if (/残り ?$/.test(before) && /[\d ]文字$/.test(line.slice(end - 3, end))) return true;
  return /^ *(を参照|参照|に関連|に続く|から続く|を見よ|に掲載|をご覧)/.test(after);
}

const PREFECTURES =
  /(北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)[都府県]?$/;

/** 先進7カ国, "the two leaders": a known set, named by its number. */
function isKnownGroup(found: Found, before: string, text: string): boolean {
  // 東京23区; 宮城2区 and 東京15区 elect a member.
  if (/^\d{1,2}区$/.test(text) && (PREFECTURES.test(before) || (text === '23区' && before.endsWith('都内'))))
    return true;
  if (found.value === undefined || found.value > 20 || text.includes('-')) return false;
  if (/(先進|主要|常任理事国|非常任|東証|大証|名証)$/.test(before)) return true;
  // three of the nine suspects: both numbers are said of them.
  if (/\b(one|two|three|four|five|six|seven|eight|\d+|all|none|half|most) of (the|its|their) $/i.test(before))
    return false;
  return found.value < 10 && /(^|[^a-z])(the|these|those|his|her|their|its|our|my|both|tale of) $/i.test(before);
}

const NOT_RANKED =
  /^[ -]((?:and|or|to) \d+(?:st|nd|rd|th) minutes?|century|quarter|half|avenue|ave|street|st|floor|grade|grader|amendment|edition|anniversary|party|world(?! (?:record|title|cup|championship|crown|champion|series))|person|hand|district|circuit|dynasty|generation|base|baseman|degree|reading|opinion|thoughts?|language|wave|chapter|act|scene|estate|gear|nature|cousin|home(?! runs?| wins?| loss| defeat)|innings?|set|period|minutes?|round|class|lady|lieutenant|republic|ward|division|army|fleet|battalion|regiment|of (january|february|march|april|may|june|july|august|september|october|november|december))\b/i;

/** 2番目, 5位, "third in a row", "second-largest" claim a place; 3番, "third quarter" and "5th Avenue" name something. */
function isRankClaim(scan: Scan, found: Found): boolean {
  const { line } = scan;
  const last = line.codes[found.end - 1];
  // 3番 numbers something, and 1つ目, 2点目 number the text's own points.
  if (isCjk(last)) return last !== 0x756a && !/(つ|点|丁)目$/.test(line.slice(found.start, found.end));
  const after = line.slice(found.end, found.end + REACH);
  // 3rd-5th August
  if (NOT_RANKED.test(after) || /^[-–]\d/.test(after)) return false;
  const text = line.slice(found.start, found.end);
  // Fifth Avenue, the Second Empire: a capital behind it makes a name; her sixth Grand Slam title is no such.
  if (/^ [A-Z]/.test(after) && !/^([a-z]+|No\.? ?\d+)$/.test(text)) return false;
  const instant =
    /^second$/i.test(text) && /( a| split| every| per|-) ?$/i.test(line.slice(found.start - 8, found.start));
  return !(instant && !/^ [a-z]/.test(after));
}
