import type { Amount } from '../reading/readAmount';
import { nounAfter } from '../reading/readNoun';
import { wordAt } from '../reading/readWords';
import { isCjk, isDigit, isHan, isKatakana, isLetter, isLower, isUpper, SPACE } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';

/** Words that begin a sentence or stand in a title and name nothing. */
const COMMON = new Set(
  'in on at by of to from since until about over under some nearly more only the a an for and or up down around after before between than was were is are with its all just another almost roughly early late mid less fewer most least exactly as within every each these those them our their his her my your this that when while if but yet not no so then there here about approximately total at with without per plus minus both other instead overall today yesterday altogether currently now still even also including because last next monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);

/** Whether the word before a space is a name: it begins with a capital and is no common word of a sentence. */
export function capitalBefore(scan: Scan, space: number): boolean {
  const { codes } = scan.line;
  let at = space;
  while (at > 0 && space - at < 24 && (isLetter(codes[at - 1]) || isDigit(codes[at - 1]))) at--;
  if (at === space) return isKatakana(codes[space - 1]);
  if (!isUpper(codes[at])) return false;
  return !COMMON.has(wordAt(scan.line, at).text);
}

/** Quake Kills 12, Injures 40: the capital is the headline's. */
const HARMED = /\b(Kills?|Injures?|Wounds?|Hurts?|Arrests?) $/;

/** A number without a unit that names something: Llama 4, ラマ4, Windows 11, IMG_2034, S&P 500. */
export function isLabel(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { codes } = line;
  const { numeral } = amount;
  const before = codes[amount.start - 1];
  const after = codes[amount.end];
  // 120万亿tokens
  if ((isLetter(after) && !(numeral.scaled && isHan(codes[amount.end - 1]))) || after === 0x5f) return true;
  // p.12, Vol.3
  if (before === 0x2e && isLetter(codes[amount.start - 2])) return true;
  if (amount.start === 0) return false;
  if (
    before === 0x5f ||
    before === 0x2116 ||
    before === 0x23 ||
    before === 0x40 ||
    before === 0x2f ||
    (after === 0x2f && isDigit(codes[amount.end + 1]))
  )
    return true;
  if (numeral.digits === 0) return false;
  // Call the line on 116 123.
  if (
    numeral.grouped &&
    /^\d+ /.test(line.slice(amount.start, amount.end)) &&
    CALLED.test(line.slice(amount.start - 44, amount.start))
  )
    return true;
  if (numeral.scaled || numeral.grouped) return false;
  if (isNextLabel(scan, amount)) return true;
  if (isKatakana(before))
    return !['マグニチュード', 'プラス', 'マイナス'].some((word) => follows(scan, amount.start, word));
  if (before !== SPACE || !capitalBefore(scan, amount.start - 1)) return false;
  if (isYearLike(amount) || HARMED.test(line.slice(amount.start - 10, amount.start))) return false;
  return !startsSentence(scan, amount);
}

const CALLED = /\b(call|phone|ring|dial|contact|text|tel|telephone|helpline|hotline|fax)\b[^.;]{0,36}$/i;

/** Scope 1 and 2 emissions, Articles 5 and 6: the number goes on with the label before it. */
function isNextLabel({ line, found }: Scan, { start, value, numeral }: Amount): boolean {
  const last = found.at(-1);
  if (last?.kind !== 'other' || numeral.digits > 3 || numeral.decimals > 0 || last.end < start - 5) return false;
  const label = line.slice(last.start, last.end);
  return Number(label) + 1 === value && /^( and |, | or | & |-)$/.test(line.slice(last.end, start));
}

/** Hiring 500 workers, Adds 200 jobs: the capital only begins a headline where something is counted behind the number. */
function startsSentence(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { codes } = line;
  let at = amount.start - 1;
  while (at > 0 && isLetter(codes[at - 1])) at--;
  const word = wordAt(line, at);
  if (word.end - at < 2 || isUpper(codes[at + 1]) || amount.value === 1) return false;
  let first = at;
  while (first > 0 && codes[first - 1]! <= SPACE) first--;
  if (first > 0 && codes[first - 1] !== 0x2e && codes[first - 1] !== 0x3a && codes[first - 1] !== 0x22) return false;
  return nounAfter(line, amount.end)?.direct === true;
}

/** 表1 業種別の導入率, 図3 人口: the number belongs to the word it touches, not to the noun behind the space. */
export function isNumberedFigure({ line }: Scan, { start, end, numeral }: Amount): boolean {
  const { codes } = line;
  if (codes[numeral.end] !== SPACE || end === numeral.end || !isDigit(codes[start])) return false;
  const before = codes[start - 1];
  return before === 0x8868 || before === 0x56f3;
}

const SERIES =
  /\b(Flight|Windows|iPhone|Android|Formula|Type|Route|Apollo|Boeing|Airbus|Galaxy|Pixel|Grade|Year|Level|Tier|Phase|Class|Section|Title|Chapter|Channel|(?:[Tt]he|an?|this|that) [A-Z][A-Za-z]+) $/;

/** What is made for a product or is a part of it, where a number stands between its name and this. */
const MADE_FOR =
  /^(アプリ|ケース|サーバー?|機能|エージェント|エンジン|チップ|ユニット|クラスター?|サイト|インスタンス)/;

/** Windows 11 users, the Apollo 13 crew, Windows 11アプリ: the number belongs to the name before it. */
export function isNumberedName(scan: Scan, { start, kind, unit, numeral }: Amount): boolean {
  const { line } = scan;
  if (kind !== 'count' || numeral.digits === 0 || numeral.grouped || numeral.scaled) return false;
  if (unit === 'unit' && (numeral.digits < 3 || numeral.decimals > 0) && line.codes[start - 1] === SPACE) {
    // A name, where GPU 16サーバー counts servers.
    const named = isLower(line.codes[start - 2]) && capitalBefore(scan, start - 1);
    return named && MADE_FOR.test(line.slice(numeral.end, numeral.end + 8).trimStart());
  }
  if (unit !== 'person') return false;
  if (line.codes[start - 1] !== SPACE || line.codes[numeral.end] !== SPACE) return false;
  return SERIES.test(line.slice(start - 26, start));
}

/** Four digits that read as a year of our time. */
export function isYearLike({ numeral, value }: Amount): boolean {
  return (
    numeral.digits === 4 &&
    !numeral.grouped &&
    numeral.decimals === 0 &&
    !numeral.scaled &&
    value! >= 1900 &&
    value! <= 2100
  );
}

const DATED =
  /\b(?:dat(?:es|ed|ing)(?: back)? (?:from|to)|in|since|until|circa|year|before|after|of|by|from|around|about|early|late) $/i;
const CLOCK = /^ ?(?:GMT|BST|UTC|CES?T|E[SD]?T|P[SD]?T|JST|local|hours|hrs)\b|^-hour/;

/** in 1851, the war of 1812: a year of an older time, where the words before it date something. */
export function isPastYear({ line }: Scan, { numeral, value, start, end }: Amount): boolean {
  if (numeral.digits !== 4 || numeral.grouped || numeral.decimals > 0 || numeral.scaled) return false;
  if (!(value! >= 1000 && value! < 1900)) return false;
  const before = line.slice(start - 18, start);
  const dated = DATED.exec(before);
  if (dated === null || CLOCK.test(line.slice(end, end + 7))) return false;
  // A total of 1200 and a fall from 1350 are no years; the war of 1812 and the 1707 before it are.
  return (
    /^(dat|in|since|year|circa|early|late)/i.test(dated[0]) || (value! >= 1500 && !/^(about|around)/i.test(dated[0]))
  );
}

/** Whether a word stands right before a place. */
export function follows(scan: Scan, at: number, word: string): boolean {
  return scan.line.slice(at - word.length, at) === word;
}

const CLOSES: ReadonlyMap<number, number> = new Map([
  [0x300c, 0x300d],
  [0x300e, 0x300f],
  [0x22, 0x22],
  [0x201c, 0x201d],
  [0x27, 0x27],
]);

/** The title a figure is part of, by what encloses or follows it: 「1984年」, "1984", 100円ショップ, 1万円札, 百メートル決勝, 30種平均, 3回忌. */
export function isTitle(scan: Scan, { start, end, kind }: Found): boolean {
  const { codes } = scan.line;
  const before = codes[start - 1];
  const after = codes[end];
  if (kind === 'length' && isLetter(codes[end - 1]) && isRace(scan, start, end)) return true;
  if (kind === 'year' && (CLOSES.get(before!) === after || before === 0x300e)) return true;
  // 『365日』, 『百年の孤独』: the brackets of books and films.
  if (before === 0x300e && /^(の[^、。はがを』]{1,8})?』/.test(scan.line.slice(end, end + 10))) return true;
  if (!isCjk(after) || !(isHan(after) || isKatakana(after))) return false;
  // 30種平均, 500種株価指数
  if (codes[end - 1] === 0x7a2e && /^(平均|株価指数|総合株価)/.test(scan.line.slice(end, end + 4))) return true;
  // 東証1部, 1部上場, 2部リーグ
  if (codes[end - 1] === 0x90e8 && /^(上場|市場|リーグ|昇格|降格)/.test(scan.line.slice(end, end + 3))) return true;
  return /^(作(?![品收者家业業])|リーグ|星(?!座)|ショップ|ストア|札|玉|硬貨|均一|紙币|乗車券|周遊券|切手|寿司|ライター|決勝|準決勝|走|障害|自由形|自由泳|蛙泳|仰泳|蝶泳|混合泳|跨栏|栏|短跑|接力|决赛|飞人|平泳|背泳|バタフライ|リレー|ハードル|個人メドレー|背泳ぎ|競走|トラック|ローソン|国債|債利回|物国債|物の国債|債の|忌|債(?![権務])|物(?![語件価資流理品質騒])(?=[国利のはがで、。」)]|$))/.test(
    scan.line.slice(end, end + 6),
  );
}

/** The Big Four firms, the Six-Day War, "60 Minutes": a number written with a capital inside of a sentence is a name. */
export function isNamedByNumber({ line }: Scan, { start, end, kind }: Found): boolean {
  const { codes } = line;
  const counts = kind === 'count' || kind === 'duration';
  const closes = CLOSES.get(codes[start - 1]!);
  // ‘28 Years Later’
  if (counts && closes !== undefined && /[ -][A-Z]/.test(line.slice(start, end)))
    if (closes === codes[end] || /^ [A-Z]/.test(line.slice(end, end + 2))) return true;
  if (kind === 'length' && CALIBRE.test(line.slice(end, end + 12))) return true;
  if (!isUpper(codes[start]) || codes[start - 1] !== SPACE) return false;
  const text = line.slice(start, end);
  if (!/^[A-Z][a-z]/.test(text) || /\d/.test(text)) return false;
  const before = codes[start - 2];
  if (!isLetter(before)) return false;
  // In a headline every word has a capital; within a sentence only a name does.
  if (/ [a-z]/.test(text)) return true;
  const next = line.slice(end, end + 8);
  if (/\bthe $/i.test(line.slice(start - 4, start)) && (/^[ -][A-Z]/.test(next) || /[ -][A-Z]/.test(text))) return true;
  return (
    /^ [a-z]{3}/.test(next) &&
    !/^ (for|from|with|and|the|into|over|after|near|who|his|her|but|off|out|per|via)\b/.test(next)
  );
}

const CALIBRE = /^[ -](calib|revolver|pistol|handgun|rifle|lens|film|round)/i;
const EVENT =
  /^ (freestyle|butterfly|backstroke|breaststroke|(individual )?medley|hurdles|relay|sprint|dash|steeplechase|final|title|gold|world (record|champion|title)|champion|crown)/;

/** "the 400m freestyle", "ran the 100m in 10.65": a contest is named by its length. */
function isRace({ line }: Scan, start: number, end: number): boolean {
  if (EVENT.test(line.slice(end, end + 24))) return true;
  return (
    /\b(ran|run|running|won|win|swam|over|in) the $/.test(line.slice(start - 12, start)) &&
    /^( (in|at|on|and|for|by|with|this)\b|[.,;])/.test(line.slice(end, end + 6)) &&
    /^(50|60|100|200|400|800|1,?500|3,?000|5,?000|10,?000)\D/.test(line.slice(start, end))
  );
}
