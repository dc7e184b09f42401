import { isCjk, isDigit, isLetter, isUpper, SPACE } from '../scanning/characters';
import { lastFound } from '../scanning/lastFound';
import type { Scan } from '../scanning/scan';
import { DIGIT, NUMERAL } from '../scanning/tables';
import { type Amount, become } from './readAmount';
import { readNumber } from './readNumber';
import { readWords } from './readWords';

/** What stands between the sides of a score; the bars ― and ー are what Japanese papers and keyboards have. */
const DASHES = new Set([...'-–—―ー'].map((character) => character.charCodeAt(0)));
const AGAINST = new Set(['対', '比', '对'].map((character) => character.charCodeAt(0)));
const PLAYED =
  /(House|Senate|Commons|Lords|committee|council|board|court|parliament|assembly|panel|won|win|wins|winning|lost|lose|loses|beat|beats|voted|votes|vote|ruled|split|by|victory|defeat|loss|draw|tied|drew|score|lead|led|leads|trailed|ahead|down|up|finished|ended|game|match|result|odds|odds of)( (?:a|an|to|the|game|them|at home))? $/i;
/** beat Chelsea 2-1, passed the bill 218-214: who lost, or what was voted on, between the verb and the score. */
const PLAYED_AGAINST =
  /\b(?:beat|beats|beating|defeat|defeats|defeated|defeating|edges?|edged|edging|downs|downed|thrash(?:es|ed)|routs?|routed|hammers?|hammered|crush(?:es|ed)|overcame|overcomes?|outlasts?|outlasted|stuns?|stunned|upset|blanks?|blanked|sweeps?|swept|sinks?|sank|eliminates?|eliminated|dispatch(?:es|ed)|trounced?|demolish(?:es|ed)|bt|def|won|win|wins|winning|lost|lose|loses|losing|drew|draw|tied|held|lead|leads|led|leading|trail|trails|trailed|trailing|passed|passes|approved|approves|rejected|confirmed|voted|votes|ruled|improved|dropped|record|scoreline|series|upheld|dismissed|adopted|blocked)\b[^0-9.;:()]{0,48}(?: (?:Game|Race|Match|Leg) \d,?)? $/i;
const PLAYED_AFTER =
  /^ (win|wins|majority|edge|advantage|on the road|thrashing|drubbing|shutout|home|away|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on (?:aggregate|penalties)|victory|loss|defeat|decision|ruling|vote|lead|draw|record|margin|split|at|after|in|against|over|to close|favorite|favourite|triumph|rout|upset|deadlock|down|up|ahead|behind|clear|shot|outsider|chance|underdog|long ?shot|deficit)\b/i;
/** 2-0战胜苏州队: in Chinese the verb stands right behind the score. */
const WON_ZH =
  /^(战胜|戰勝|击败|擊敗|逆转|逆轉|力克|大胜|大勝|险胜|險勝|完胜|完勝|获胜|獲勝|取胜|取勝|战平|戰平|不敌|不敵|负于|負於|告负|落败|落敗|输给|輸給|横扫|橫掃|淘汰|领先|領先|落后|落後|直落|胜出|勝出|收下|拿下|先胜|先勝|惜败|惜敗|惨败|慘敗)/;
const COUNTED = /^ (seats|games|matches|votes|races|goals|runs|states|districts)(?![a-z])/;
/** The members of a large parliament on one side of a vote. */
const LARGEST_SIDE = 700;

/** 3対2, 7-2, 5 to 1, 3:1, 3比2. */
export function readScore(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { codes } = line;
  const { numeral } = amount;
  const word = isLetter(codes[amount.start]);
  const sign = codes[amount.end]!;
  // 三対二: kanji only with a word between them.
  if (numeral.grouped || numeral.scaled || (numeral.digits === 0 && !word && !AGAINST.has(sign))) return false;
  const to = /^[ -]to[ -](?=\d|[a-z])/.exec(line.slice(amount.end, amount.end + 5));
  const touching = to === null && (AGAINST.has(sign) || DASHES.has(sign) || sign === 0x3a);
  const at = touching ? amount.end + 1 : to !== null ? amount.end + to[0].length : 0;
  if (at === 0) return false;
  const second = isLetter(codes[at])
    ? readWords(line, at)
    : scan.tables.classes[codes[at]!]! & (numeral.digits > 0 ? DIGIT : DIGIT | NUMERAL)
      ? readNumber(line, at, scan.tables)
      : undefined;
  if (second?.value === undefined || second.grouped || second.scaled || second.share) return false;
  const after = codes[second.end];
  if (isDigit(after) || after === sign || (isLetter(after) && !isCjk(after))) return false;
  if (!AGAINST.has(sign)) {
    if (numeral.digits > 3 || second.digits > 3 || amount.value! > LARGEST_SIDE) return false;
    const before = line.slice(amount.start - 62, amount.start);
    // cut from 165 to 75
    if (to !== null && /\bfrom $/i.test(before)) return false;
    // 3-1(25-22、25-18)で勝った: the sets stand between.
    const sets = after === 0x28 ? /^\([^()]{0,60}\)/.exec(line.slice(second.end, second.end + 62)) : null;
    const stop = second.end + (sets?.[0].length ?? 0);
    const behind = line.slice(stop, stop + 14);
    const played =
      PLAYED.test(before) ||
      isNextSet(scan, amount) ||
      PLAYED_AGAINST.test(before) ||
      PLAYED_AFTER.test(behind) ||
      /^(で|の|と)(迎|勝|敗|引|終|折|前半|後半|接戦|同点|快勝|完勝|逆転|惜敗|延長)/.test(behind) ||
      (isCjk(codes[amount.start - 1]) && /^(で|の)/.test(behind) && sign !== 0x3a) ||
      WON_ZH.test(behind) ||
      isBetweenTeams(scan, amount, second.end);
    const ratio = (to !== null || sign === 0x3a) && amount.value! >= second.value && second.value > 0;
    if (!played && !ratio) return false;
    if (sign === 0x3a && second.digits > 1 && !played) return false;
  }
  amount.max = second.value;
  amount.end = second.end;
  // won 5-7 seats: from five to seven, and no score.
  const counted =
    touching && amount.value! < second.value ? COUNTED.exec(line.slice(second.end, second.end + 12)) : null;
  if (counted !== null) {
    become(amount, 'count', 'unit');
    amount.end += counted[0].length;
    return true;
  }
  become(amount, 'score', undefined);
  return true;
}

/** Words that number what stands behind them: Days 1-3 Lisbon is no match. */
const LABELS =
  /\b(?:ages?|years?|grades?|days?|weeks?|months?|levels?|chapters?|pages?|parts?|steps?|sections?|verses?|lines?|rows?|rooms?|floors?|units?|items?|episodes?|seasons?|acts?|stages?|phases?|rounds?|types?|tables?|figures?|tiers?|zones?|nos?|open|daily|from|the|a|an|and|or|of|with|to|in|at) $/i;

/** Spain 2-1 Germany: a result between the names of two teams. */
function isBetweenTeams(scan: Scan, { start, end, numeral }: Amount, stop: number): boolean {
  const { line } = scan;
  const { codes } = line;
  if (numeral.digits === 0 || numeral.digits > 2 || codes[start - 1] !== SPACE || codes[stop] !== SPACE) return false;
  if (!isUpper(codes[stop + 1]) || stop - end > 3 || DASHES.has(codes[end]!) === false) return false;
  if (/^ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|[AP]M\b)/.test(line.slice(stop, stop + 5))) return false;
  const before = line.slice(start - 14, start);
  return /[A-Z][A-Za-z]{2,} $/.test(before) && !LABELS.test(before);
}

/** A tie-break may stand between two sets: 7-6 (7-5), 6-3. */
const SET_REACH = 16;

/** 6-1, 6-2: the sets of a match follow one another. */
function isNextSet(scan: Scan, { start }: Amount): boolean {
  const { line } = scan;
  const last = lastFound(scan, 'score', start, SET_REACH);
  return last !== undefined && /^\)?( \(\d{1,2}-\d{1,2}\))?(,|,? and)? $/.test(line.slice(last.end, start));
}
