import { isCjk, isDigit, isHan, isKatakana, isLetter, isUpper, SPACE } from '../scanning/characters';
import type { Scan } from '../scanning/scan';
import type { Tables, UnitEntry } from '../scanning/tables';
import type { Match } from '../scanning/trie';

/** Units of one or two letters that only count when they touch the number. */
const ATTACHED = new Set([
  'm',
  'g',
  'l',
  'h',
  'p',
  'c',
  'x',
  'W',
  'V',
  'J',
  's',
  'st',
  'mo',
  'kt',
  'ct',
  'mt',
  'pc',
  'mi',
  'ps',
  'mb',
  'kn',
  'wk',
  'hr',
  'yr',
  'a',
  'C',
  'F',
  'in',
]);

/**
 * The longest unit after a number that ends at `from`. One space may stand between (more where the
 * unit is CJK), or a hyphen before a Latin word (3-inch), or a bracket ([kg]).
 */
export function readUnit(scan: Scan, from: number, lone: boolean): Match<UnitEntry> | undefined {
  const { codes } = scan.line;
  let at = from;
  let touching = true;
  let close = 0;
  if (codes[at] === SPACE || codes[at] === 0x0a) {
    touching = false;
    at++;
    let far = at;
    while (codes[far] === SPACE && far < from + 8) far++;
    if (isCjk(codes[far])) at = far;
  } else if (codes[at] === 0x2d && isLetter(codes[at + 1])) {
    at++;
  }
  if (codes[at] === 0x5b || codes[at] === 0x3c) close = codes[at++] === 0x5b ? 0x5d : 0x3e;
  const found = matchUnit(scan, at, lone, touching || close > 0);
  if (found === undefined) return undefined;
  // two £20 notes: the sign belongs to the sum behind it; 4 × 3 is no multiple.
  if (isDigit(codes[found.at]) && !touching && SIGNS.has(codes[at]!)) return undefined;
  if (codes[at] === TIMES && isDigit(codes[codes[found.at] === SPACE ? found.at + 1 : found.at])) return undefined;
  // 24時間7体制: 体 and 両 begin a word even where it touches the number.
  if ((!touching || codes[at] === 0x4f53 || codes[at] === 0x4e21) && isWordBehind(scan, at, found.at)) return undefined;
  if (close === 0) return found;
  return codes[found.at] === close ? { value: found.value, at: found.at + 1 } : undefined;
}

const TIMES = 0xd7;
const SIGNS = new Set([...'$£€'].map((character) => character.charCodeAt(0)));

/** A kanji that is a unit, and what it begins where a space parts it from the number before: 1 円安進む, 2 台風接近. */
const WORDS_BEHIND =
  /^(円[安高相建]|台[風湾頭所]|人[気口事権材工類民種]|社[長説債内]|件数|本[社音格紙当]|回[復答収線]|国[会債連民際税内]|市[長場民議]|区[長議]|町[長議]|党[首員内]|店[長頭]|校[長則]|席上|首[相都]|手[術続当]|発[表電覚足]|口座|球[界場]|点検|通[信勤貨]|機[密関能]|戦[争略後闘]|県[警議知]|週[刊末]|時[代給短]|分[析断野裂]|秒読|年[金収末始賀]|度重|体[制系育感操調]|両[日県国])/;

function isWordBehind(scan: Scan, from: number, end: number): boolean {
  if (end !== from + 1 || !isHan(scan.line.codes[end])) return false;
  return WORDS_BEHIND.test(scan.line.slice(from, from + 2));
}

const LONE = 1;
const TOUCHING = 2;
/** Short units that may stand off from the number all the same: 5 m, 300 W, 20 g. */
const SET_OFF = new Set(['m', 'mi', 'W', 'g']);

function acceptsUnit(entry: UnitEntry, end: number, codes: Uint16Array, flags: number): boolean {
  if ((flags & LONE) !== 0 && entry.strict) return false;
  const next = codes[end];
  if (entry.latin) {
    if (isLetter(next) || (isDigit(next) && entry.kind !== 'money')) return false;
    // 10in of rain, but a 3-in-1 and one-in-five.
    if (entry.surface === 'in' && !isDigit(codes[end - 3])) return false;
    // "pp.3" is an abbreviation with its own number.
    if (next === 0x2e && isDigit(codes[end + 1])) return false;
    if ((flags & TOUCHING) === 0 && ATTACHED.has(entry.surface)) return SET_OFF.has(entry.surface);
  }
  return !(entry.needsBorder && isKatakana(next));
}

/** The longest unit that begins at a place. */
export function matchUnit(scan: Scan, at: number, lone: boolean, touching: boolean): Match<UnitEntry> | undefined {
  const { line, tables } = scan;
  const { codes } = line;
  const flags = (lone ? LONE : 0) | (touching ? TOUCHING : 0);
  const word = tables.units.longest(codes, at, line.length, acceptsUnit, true, flags);
  const symbol = tables.symbols.longest(codes, at, line.length, acceptsUnit, false, flags);
  const longest = word === undefined || (symbol !== undefined && symbol.at >= word.at) ? symbol : word;
  if (longest === undefined) return undefined;
  // "pounds of" is a weight; the last word is not of it.
  if (longest.value.surface.endsWith(' of')) return { value: longest.value, at: longest.at - 3 };
  if (!endsSentence(codes, longest)) return longest;
  return { value: longest.value, at: longest.at - 1 };
}

/** "… 5ft 10in." at the end of a sentence: the full stop is the sentence's. */
function endsSentence(codes: Uint16Array, { value, at }: Match<UnitEntry>): boolean {
  if (codes[at - 1] !== 0x2e || value.surface.indexOf('.') < value.surface.length - 1) return false;
  const next = codes[at];
  return next === 0 || next === 0x0a || (next === SPACE && isUpper(codes[at + 1]));
}

function isScaleEnd(_: number, end: number, codes: Uint16Array): boolean {
  return !isLetter(codes[end]) && !isDigit(codes[end]);
}

/** 14.3Bドル, 70M USD: a capital and the name of a currency behind it. */
function isSumBehind(scan: Scan, at: number): boolean {
  const { codes } = scan.line;
  if (!isUpper(codes[at - 1])) return false;
  const from = codes[at] === SPACE ? at + 1 : at;
  const unit = matchUnit(scan, from, false, false);
  // 3M元社長 worked there.
  return unit?.value.kind === 'money' && unit.at > from + 1;
}

/** A scale in Latin letters after digits (billion, bn), or one letter after a sum of money ($35m, $2B). */
export function readScale(scan: Scan, from: number, money: boolean, tables: Tables): Match<number> | undefined {
  const { codes, length } = scan.line;
  let at = from;
  if (codes[at] === SPACE || codes[at] === 0x0a || codes[at] === 0x2d) at++;
  if (isLetter(codes[at])) {
    const match = tables.scales.longest(codes, at, length, isScaleEnd, true);
    if (match !== undefined) {
      // 1.07 lakh crore, five thousand billion.
      const more =
        codes[match.at] === SPACE ? tables.scales.longest(codes, match.at + 1, length, isScaleEnd, true) : undefined;
      return more !== undefined && more.value >= 1e6 && match.value < 1e7
        ? { value: match.value * more.value, at: more.at }
        : match;
    }
  }
  const letter = codes[at]!;
  const alone = !isLetter(codes[at + 1]) && !isDigit(codes[at + 1]) && (at === from || money);
  if (!alone) return undefined;
  if (letter === 0x6b || letter === 0x4b) return at === from ? { value: 1e3, at: at + 1 } : undefined;
  if (!money && !isSumBehind(scan, at + 1)) return undefined;
  if (letter === 0x6d || letter === 0x4d) return { value: 1e6, at: at + 1 };
  if (letter === 0x62 || letter === 0x42) return { value: 1e9, at: at + 1 };
  if (letter === 0x74 || letter === 0x54) return { value: 1e12, at: at + 1 };
  return undefined;
}
