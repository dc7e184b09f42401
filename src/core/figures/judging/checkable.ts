import { nounAfter } from '../reading/readNoun';
import { isCjk, isDigit, isHan, isKatakana, isLetter, isWordEnd, SPACE } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';
import { anyWord } from '../scanning/trie';
import { isGrade } from './isGrade';
import { isTerm } from './isTerm';
import { capitalBefore, isNamedByNumber, isTitle } from './labels';

const REACH = 24;
const ROUND = '周'.charCodeAt(0);
/** Nouns that make 2025年 a part of a title: 2025年世界平和指数, 2024年パリ五輪. */
const EDITIONS =
  /^([一-龯々ァ-ヶー・A-Za-z0-9 ]{0,14}?)(指数|大会|五輪|オリンピック|パラリンピック|万博|博覧会|杯|カップ|賞|祭|フェス|版|モデル|展|選手権|ランキング|サミット|白書|世界大会|国勢調査|カタログ|アワード|シリーズ|リーグ|議定書|協定|危機|問題|ショック|事件)/;
const PERIODS =
  /^(時点|度|末|初|春|夏|秋|冬|頃|前半|後半|上半|下半|上期|下期|以降|以来|以前|現在|当時|比|中|通期|実績|予想|間|内|から|まで|代|半ば|上旬|元日|年末|年初|早)/;
/** Words that end in a numeral and its counter. Those that begin with one are in the table of words. */
const IDIOMS =
  /([精力手腹目]一杯|人一倍|小数点|話半分|何一つ|(今|いま)一つ|[瓜り]二つ|青二才|身[一二八]つ|[嘘そ]八百|笑止千万|生一本)$/;
/** A heading or a closing line that only asks: its year dates nothing. */
const ASKS = /(かどうか|だろうか|でしょうか|のだろう|のか)/;

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
  return true;
}

/** per 100,000, every two years: the base of a rate. */
function isEach({ line }: Scan, { start }: Found): boolean {
  if (line.codes[start - 1] !== SPACE || !isLetter(line.codes[start - 2])) return false;
  return /(^|[^a-z])(per|every|each) $/i.test(line.slice(start - 8, start));
}

const MEASURES: ReadonlySet<string> = new Set(['weight', 'volume', 'length', 'area', 'energy']);
const SUM =
  /^ *(約|およそ|平均|最大)?[\d,.〇一二三四五六七八九十百千]+ ?[万億]?[\d,.〇一二三四五六七八九十百千]*(円|ドル|ユーロ|元|ウォン|ポンド|銭|セント|ペンス)/;

/** 1株につき, 1ドル=, 1匹300円, 1日に3回, 5キロの平均価格, 1リットル中: what a price or a rate is given for. */
function isBaseOfRate(found: Found, after: string): boolean {
  const { kind, max, value } = found;
  if (max !== undefined || found.approx !== 'exact') return false;
  const measured = MEASURES.has(kind);
  if (measured && (SUM.test(after) || /^(の(平均)?(小売|店頭)?(価格|値段)|中(の|に|\d))/.test(after))) return true;
  // 100万トークンにつき75ドル
  const per = /^ *につき/.exec(after);
  if (per !== null && SUM.test(after.slice(per[0].length))) return true;
  if (value !== 1) return kind === 'duration' && /^(降水量|降雪量|降雨量|雨量|に降る)/.test(after);
  if (
    /^ *(につき|ごと|毎に|=|の(雨|降水|降雪|格差)|は(いくら|何)|降水量|降雪量|雨量|平均|純?利益|純資産|配当)/.test(
      after,
    )
  )
    return true;
  // One euro bought 163.4 yen.
  if (kind === 'money')
    return (
      /^(は|が|＝)約?\d|^(可?[兑兌]|可换|折合|约合|等于)|^ (bought|buys|was worth|is worth|fetched|equals)\b/.test(
        after,
      ) || SUM.test(after)
    );
  if (kind !== 'count' && kind !== 'duration') return false;
  if (SUM.test(after)) return true;
  if (kind === 'duration' && /^[\d二三四五六七八九十百千]/.test(after)) return true;
  return (
    (kind === 'duration' || found.unit === 'person') &&
    /^に(約|およそ|平均|最大)?[\d二三四五六七八九十百千]/.test(after)
  );
}

function isDating(scan: Scan, found: Found): boolean {
  const { line } = scan;
  const { codes } = line;
  const after = line.slice(found.end, found.end + REACH);
  const bare = isDigit(codes[found.end - 1]);
  if (bare) {
    // Expo 2025, 文化祭2025, 2026 World Cup.
    const before = codes[found.start - 1];
    if (found.start > 0 && (isHan(before) || isKatakana(before) || isLetter(before))) return false;
    if (isTitle(scan, found) || before === 0xa9 || before === 0x5f) return false;
    const lead = line.slice(found.start - 12, found.start);
    if (
      /(©|copyright|class of|\(c\)) ?$|(quarter|half)( of)? $/i.test(lead) ||
      (found.start === 0 && codes[found.end] === 0x3a)
    )
      return false;
    if (isCjk(codes[found.end]) && !isHan(codes[found.end])) return before === 0x28;
    if (before === SPACE && capitalBefore(scan, found.start - 1)) return false;
    if (
      /^ ([A-Z][A-Za-z]+ )*(World|Cup|Olympics?|Games|Summit|Championships?|Awards?|Expo|Tour|Grand|Election|Census|Act|Report|Index|Paralympics?|Open|Edition|Ford|Toyota|Honda|Tesla)/.test(
        after,
      )
    )
      return false;
  } else if (isTitle(scan, found)) {
    return false;
  } else if (codes[found.start - 1] === 0x28 && /^ ?(ロイター|AFP|AP|共同|時事|EPA|Getty)/.test(after)) {
    // (2025年 ロイター/…): whose picture it is.
    return false;
  } else if (!PERIODS.test(after) && EDITIONS.test(after)) {
    return false;
  }
  return !isQuestion(scan, found);
}

/** A heading that only asks, or a sentence that leaves open whether: nothing in it is dated for certain. */
function isQuestion(scan: Scan, found: Found): boolean {
  const { line } = scan;
  const { codes, length } = line;
  let end = found.end;
  while (end < length && end < found.end + 120 && codes[end] !== 0x3002 && codes[end] !== 0x3f && codes[end] !== 0x21)
    end++;
  const rest = line.slice(found.end, end);
  if (ASKS.test(rest)) return true;
  if (codes[end] !== 0x3f) return false;
  // Only a heading: the question is the whole line.
  for (let at = end + 1; at < length; at++) if (codes[at]! > SPACE && codes[at] !== 0x29) return false;
  for (let at = found.start - 1; at >= 0 && at > found.start - 120; at--) {
    if (codes[at] === 0x3002 || (codes[at] === 0x2e && codes[at + 1] === SPACE)) return false;
  }
  return true;
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

/** 3つのシナリオ, 二つの異なる物語, 理由は2つある, 一つは…: the text counts its own points. */
function isOwnPoint(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  if (found.value === undefined || found.value > 20) return false;
  if (isPointsOf(scan, found)) return true;
  const stop = Math.min(line.length, found.end + 14);
  for (let at = found.end; at < stop; at++) {
    const code = line.codes[at]!;
    if (
      code === 0x3001 ||
      code === 0x3002 ||
      code === 0x300d ||
      code === 0x3092 ||
      (code === 0x304c && at > found.end + 1) ||
      code === 0x306f
    )
      return false;
    const point = tables.ownPoints.longest(line.codes, at, line.length, anyWord);
    if (point !== undefined && !isWithinWord(line, at, point.at)) return true;
  }
  return false;
}

/** The 力 of 原子力, the 道 of 道路: one kanji that is part of a longer word. 点 ends many words for points: 共通点, 問題点. */
function isWithinWord({ codes }: Scan['line'], at: number, end: number): boolean {
  if (end !== at + 1 || !isHan(codes[at])) return false;
  if (codes[at] === 0x70b9) return codes[at - 1] === 0x62e0 || codes[at - 1] === 0x5730;
  return isHan(codes[at - 1]) || isHan(codes[end]);
}

const WA = 'は'.charCodeAt(0);
const GA = 'が'.charCodeAt(0);
const FULL_STOPS = new Set([...'。、「『\n'].map((character) => character.charCodeAt(0)));

/** 理由は2つある, ポイントは3つだ。 and, at the start of a sentence, 一つは…. */
function isPointsOf({ line, tables }: Scan, { start, end, value }: Found): boolean {
  const { codes } = line;
  const first = start === 0 || FULL_STOPS.has(codes[start - 1]!);
  if (first) return value === 1 && codes[end] === WA;
  if (codes[start - 1] !== WA && codes[start - 1] !== GA) return false;
  if (!/^(ある|あり|あっ|だ|です|に|。|$)/.test(line.slice(end, end + 2))) return false;
  for (let at = start - 2; at >= 0 && at > start - 7; at--) {
    const whole = at < start - 2 || !isHan(codes[at - 1]);
    // 拠点 is no 点.
    if (whole && tables.ownPoints.longest(codes, at, start - 1, anyWord)?.at === start - 1) return true;
  }
  return false;
}

function isOwnPointEnglish(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  if (found.value === undefined || found.value > 20) return false;
  let at = found.end;
  while (at > found.start && isLetter(line.codes[at - 1])) at--;
  const noun = at === found.start || at === found.end ? nounAfter(line, found.end) : undefined;
  // 10 best things, five key takeaways: past a word that only praises.
  if (noun !== undefined && !noun.direct) {
    at = noun.end - noun.word.length;
    if (
      !/^[ -](?:\w+-)?(?:best|key|main|big|biggest|major|important|simple|easy|good|great|top|new|other|broad|basic|crucial|possible|common|clear|essential|quick|different|separate|distinct|critical|central|more|further|early|fun|surprising|worst|smart)\b/.test(
        line.slice(found.end, at),
      )
    )
      return false;
  }
  // Goals are set out by a text, or scored.
  if (/^goals/i.test(line.slice(at, at + 5)))
    return /\b(set|sets|setting|outlined?|lists?|following|policy|strategic|key|main|has|have|are)( out)? $/i.test(
      line.slice(found.start - 12, found.start),
    );
  return tables.ownPoints.longest(line.codes, at, line.length, isWordEnd, true) !== undefined;
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

/** 男子100メートル, 混合400メートル: a race. 前半34分, 延長10回, 7回途中: when in a match. */
function isOfMatch({ line }: Scan, { start, kind, unit, value }: Found, before: string, after: string): boolean {
  if (unit === 'occurrence') {
    if (/延長$/.test(before) || /^(表|裏|途中|コールド|先頭|無死|[一二1-2]死)/.test(after)) return true;
    // 7回に満塁本塁打: an inning, in a text of baseball.
    return (
      value! <= INNINGS && /^に(?![わ渡及達上増減\d])/.test(after) && BASEBALL.test(line.slice(start - 60, start + 60))
    );
  }
  // 北緯25度40分
  if (kind === 'duration' && (unit === 'minute' || unit === 'second') && /[緯経]\d{1,3}度$/.test(before)) return true;
  if (kind === 'length') return /(男子|女子|混合|陸上|競泳)の?$/.test(before);
  return kind === 'duration' && unit === 'minute' && /(前半|後半|[^間]延長|[^間]延長[前後]半|追加タイム)$/.test(before);
}

const INNINGS = 15;
const BASEBALL = /投手|安打|本塁打|打者|登板|満塁|[一二三]塁|適時打|マウンド|三振|失点/;

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
