import { isCjk, isDigit, isHan, isKatakana, isLetter, isUpper, SPACE } from './characters';
import type { Amount } from './readAmount';
import { wordAt } from './readWords';
import type { Found, Scan } from './scan';

const REACH = 24;
/** Nouns that make 2025年 a part of a title: 2025年世界平和指数, 2024年パリ五輪. */
const EDITIONS =
  /^([一-龯々ァ-ヶー・A-Za-z0-9 ]{0,14}?)(指数|大会|五輪|オリンピック|パラリンピック|万博|博覧会|杯|カップ|賞|祭|フェス|版|モデル|展|選手権|ランキング|サミット|白書|世界大会|国勢調査|カタログ|アワード|シリーズ|リーグ|議定書|協定|危機|問題|ショック|事件)/;
const PERIODS =
  /^(時点|度|末|初|春|夏|秋|冬|頃|前半|後半|上半|下半|上期|下期|以降|以来|以前|現在|当時|比|中|通期|実績|予想|間|内|から|まで|代|半ば|上旬|元日|年末|年初|早)/;
/** A heading or a closing line that only asks: its year dates nothing. */
const ASKS = /(かどうか|だろうか|でしょうか|のだろう|のか)/;

/** Settles what the tables leave open, by what stands around the figure: 度, キロ, 元, 番, 100年. */
export function refine(scan: Scan, found: Found): void {
  const { line } = scan;
  const { codes } = line;
  const last = codes[found.end - 1];
  if (found.unit === 'occurrence' && last === 0x5ea6) refineDegrees(scan, found);
  else if (found.kind === 'temperature' && found.unit === 'degree') refineEnglishDegrees(scan, found);
  else if (found.unit === 'kilometre' && codes[found.end - 1] === 0x30ed) refineKilo(scan, found);
  else if (found.unit === 'kilometre' || found.unit === 'metre' || found.unit === 'metre_per_second')
    refineSpeed(scan, found);
  else if (found.kind === 'money' && found.unit === 'GBP' && codes[found.end - 1] === 0x30c9) refinePounds(scan, found);
  else if (found.kind === 'money' && found.unit === 'GBP' && isLetter(last)) refineEnglishPounds(scan, found);
}

function refineDegrees(scan: Scan, found: Found): void {
  const { line } = scan;
  const around = line.slice(found.start - 30, found.end + 16);
  const value = found.value ?? 0;
  if (/震度/.test(line.slice(found.start - 4, found.start))) {
    found.kind = 'number';
    found.unit = undefined;
  } else if (/北緯|南緯|東経|西経|緯度|経度|傾|回転|角度|旋回|方位|仰角|勾配|向き/.test(around)) {
    found.kind = 'angle';
    found.unit = 'degree';
  } else if (
    found.value !== undefined &&
    (/気温|温度|体温|水温|熱|最高|最低|平年|℃|摂|セ氏|暑|寒|冷|サーモ|温か|暖|沸|融|氷|海面|室温|温暖化|温/.test(
      around,
    ) ||
      value >= 12 ||
      !Number.isInteger(value))
  ) {
    if (value === 360 || value === 180) {
      found.kind = 'angle';
      found.unit = 'degree';
      return;
    }
    found.kind = 'temperature';
    found.unit = 'degree_celsius';
  }
}

function refineEnglishDegrees(scan: Scan, found: Found): void {
  const around = scan.line.slice(found.start - 30, found.end + 24);
  if (
    /angle|rotat|turn|tilt|latitude|longitude|north|south|east|west|slope|lean|spin|bearing|incline|view|longitud/i.test(
      around,
    ) ||
    found.value === 360 ||
    found.value === 180
  )
    found.kind = 'angle';
}

/** キロ alone: a distance, unless something is weighed or moves. */
function refineKilo(scan: Scan, found: Found): void {
  const { line } = scan;
  if (isSpeed(line.slice(found.start - 6, found.start))) {
    found.kind = 'speed';
    found.unit = 'kilometre_per_hour';
    return;
  }
  const around = line.slice(found.start - 20, found.end + 14);
  const near = line.slice(found.end, found.end + 6);
  if (
    /^(の(距離|地点|海|沿|範囲|区間|圏|道|コース|渋滞|円)|離|先|圏|地点|沖|走|余り離|にわた|以上離|も離|東|西|南|北|を走|メートル)/.test(
      near,
    )
  )
    return;
  if (
    /体重|重さ|重量|減量|増量|級|キロ級|コメ|米|肉|魚|野菜|荷物|小包|覚醒剤|大麻|コカイン|麻薬|金塊|ウラン|プルトニウム|爆薬|火薬|弾頭|ごみ|廃棄|食品|果|小麦|砂糖|たんぱく|貨物|積|バーベル|ダンベル|太|痩|やせ|袋|詰め|当たり\d|押収|収穫|漁獲|水揚げ|出荷量/.test(
      around,
    )
  ) {
    found.kind = 'weight';
    found.unit = 'kilogram';
  }
}

function isSpeed(before: string): boolean {
  return /(時速|毎時|風速|秒速|分速|速度|速さ|瞬間|球速|時速は|速度は|时速|最高時速)(は|が|で|約|およそ|最大|最高| )*$/.test(
    before,
  );
}

function refineSpeed(scan: Scan, found: Found): void {
  const before = scan.line.slice(found.start - 8, found.start);
  const head = /(時速|毎時|风速|時速は|风速は|風速|秒速|毎秒|分速|毎分|时速)[^。、0-9]{0,4}$/.exec(before);
  if (head === null) return;
  const base = found.unit === 'kilometre' ? 'kilometre' : 'metre';
  const per = /(秒|風|风)/.test(head[1]!) ? 'second' : /分/.test(head[1]!) ? 'minute' : 'hour';
  found.kind = 'speed';
  found.unit = `${base}_per_${per}`;
}

/** ポンド is money, unless something is weighed. */
function refinePounds(scan: Scan, found: Found): void {
  const around = scan.line.slice(found.start - 16, found.end + 10);
  if (/体重|重さ|重量|痩せ|やせ|減量|級|肉|荷物|爆弾|爆薬|推力|砲弾|ダンベル/.test(around)) {
    found.kind = 'weight';
    found.unit = 'pound';
  }
}

function refineEnglishPounds(scan: Scan, found: Found): void {
  if (scan.line.codes[found.start] === 0xa3) return;
  const text = scan.line.slice(found.start, found.end).toLowerCase();
  if (!/pounds?$/.test(text) || /sterling|british|uk/.test(text)) return;
  const around = scan.line.slice(found.start - 40, found.end + 24).toLowerCase();
  const weighed =
    /weigh|heav|baby|lost|gained|lift|of (beef|meat|food|fish|flour|cocaine|heroin|marijuana|explosive|thrust|waste|plastic|fruit|grain|coffee|cotton|copper|pressure|bombs?|uranium|plutonium)|body|bomb|equal to|boulder|tuna|fish|metric|kilogram|\d-pound/.test(
      around,
    ) || text.includes('-');
  const small =
    found.value !== undefined &&
    found.value < 500 &&
    !/£|cost|pay|paid|price|fee|tax|fine|worth|spend|spent|british|london|million/.test(around);
  if (weighed || small) {
    found.kind = 'weight';
    found.unit = 'pound';
  }
}

/** A bare number that labels something: Llama 4, ラマ4, Windows 11, No. 5, (3), page 12. */
export function isLabel(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { codes } = line;
  const { numeral } = amount;
  const before = codes[amount.start - 1];
  const after = codes[amount.end];
  if (amount.unit !== undefined && !amount.bare) return false;
  if (isLetter(after) || after === 0x5f) return true;
  const isYear =
    numeral.digits === 4 &&
    !numeral.grouped &&
    numeral.decimals === 0 &&
    !numeral.scaled &&
    amount.value! >= 1900 &&
    amount.value! <= 2100;
  if (isYear) {
    amount.kind = 'year';
    amount.unit = 'year';
    return false;
  }
  if (numeral.scaled || numeral.grouped) return isKatakana(before);
  if (
    isKatakana(before) ||
    before === 0x2116 ||
    before === 0x23 ||
    before === 0x40 ||
    before === 0x2f ||
    after === 0x2f ||
    before === 0x5f
  )
    return true;
  const named = codes[amount.start - 1] === SPACE ? capitalBefore(scan, amount.start - 1) : false;
  if (named) return true;
  return numeral.decimals === 0;
}

/** Whether the word before a space is a name: it begins with a capital and is no common word of a sentence. */
function capitalBefore(scan: Scan, space: number): boolean {
  const { codes } = scan.line;
  let at = space;
  while (at > 0 && (isLetter(codes[at - 1]) || isDigit(codes[at - 1])) && space - at < 24) at--;
  if (at === space) return isKatakana(codes[space - 1]);
  if (!isUpper(codes[at])) return false;
  const word = wordAt(scan.line, at).text;
  return !/^(in|on|at|by|of|to|from|since|until|about|over|under|some|nearly|more|only|the|a|for|and|or|up|down|around|after|before|between|than|was|were|is|are|with|its|all|just|another|almost|roughly|at|early|late|mid)$/.test(
    word,
  );
}

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
      return found.unit !== undefined || isFigureByItself(scan, found);
    default:
  }
  const after = line.slice(found.end, found.end + REACH);
  // 1人当たり, 1株につき, per 100,000 people: the base of a rate; 1ドル=: one side of it.
  if (/^ *(当た|あた|につき|當り|ごと|毎に|=|＝)/.test(after) && (found.value === 1 || /^ *(当た|あた)/.test(after)))
    return false;
  const before = line.slice(found.start - REACH, found.start);
  if (/(^|[^a-z])(per|every|each|a|an) $/i.test(before) && /per $|every $|each $/i.test(before)) return false;
  if (
    found.value === 1 &&
    found.max === undefined &&
    isPartitive(before, after, found, line.slice(found.start, found.end))
  )
    return false;
  if (found.kind === 'count' && found.unit === 'item' && isOwnPoint(scan, found)) return false;
  if (
    found.kind === 'count' &&
    found.unit === 'unit' &&
    isLetter(codes[found.end - 1]) &&
    isOwnPointEnglish(scan, found)
  )
    return false;
  if (found.kind === 'angle' && (found.value === 360 || found.value === 180)) return false;
  if (found.kind === 'ordinal') return isRankClaim(scan, found);
  if (found.kind === 'money' && found.value === undefined && found.approx === 'exact') return false;
  return true;
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
    if (isCjk(codes[found.end]) && !isHan(codes[found.end])) return before === 0x28;
    if (before === SPACE && capitalBefore(scan, found.start - 1)) return false;
    if (
      /^ ([A-Z][A-Za-z]+ )*(World|Cup|Olympics?|Games|Summit|Championships?|Awards?|Expo|Tour|Grand|Election|Census|Act|Report|Index|Paralympics?|Open|Edition|Ford|Toyota|Honda|Tesla)/.test(
        after,
      )
    )
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

function isFigureByItself(scan: Scan, found: Found): boolean {
  const amount = found as Amount;
  const { numeral } = amount;
  if (numeral === undefined) return true;
  void scan;
  return numeral.scaled || numeral.grouped || numeral.decimals > 0;
}

/** インフラ企業の一つ, 元従業員の1人, うち1社, もう一人, one of the …: one of many is no claim of a number. */
function isPartitive(before: string, after: string, found: Found, text: string): boolean {
  if (found.kind !== 'count') return false;
  if (/(の|うち|もう|ただ|とある|ある) *$/.test(before) && !/\d[^の]{0,4}の *$/.test(before)) return true;
  if (/^(one|a single)/i.test(text)) return /^ of/i.test(after) || true;
  return /^(一|1)つ(の|が|は|と|に|を)?$/.test(text) && /^(ひとつ|一つ|には|として)/.test(after);
}

/** 3つのシナリオ, 二つの異なる物語: the text counts its own points. */
function isOwnPoint(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  if (found.value === undefined || found.value > 20) return false;
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
    if (tables.ownPoints.longest(line.codes, at, line.length, () => true) !== undefined) return true;
  }
  return false;
}

function isOwnPointEnglish(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  if (found.value === undefined || found.value > 20) return false;
  let at = found.end;
  while (at > found.start && isLetter(line.codes[at - 1])) at--;
  return (
    tables.ownPoints.longest(line.codes, at, line.length, (_, end) => !isLetter(line.codes[end]), true) !== undefined
  );
}

/** 2番目, 5位 and second-largest claim a place; 3番, 第1回 and 5th Avenue name something. */
function isRankClaim(scan: Scan, found: Found): boolean {
  const { line } = scan;
  const text = line.slice(found.start, found.end);
  if (isCjk(line.codes[found.end - 1])) {
    if (/番$/.test(text)) return false;
    return true;
  }
  const after = line.slice(found.end, found.end + REACH);
  if (/(largest|biggest|highest|most|place|lowest|smallest|best|worst)$/i.test(text)) return true;
  return /^[ -]([a-z]+est\b|most\b|least\b|best\b|worst\b|place\b|consecutive\b|straight\b|time\b|in a row|successive\b|year in a row|year running|(year|month|quarter|week|day|season|title|win|victory|goal|loss|term) (in|running|of|this|straight))/.test(
    after,
  );
}
