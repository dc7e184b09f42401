import type { Approximation } from '../figure';
import { isHan, isLetter, SPACE } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';
import { CLAUSE_END, DIGIT } from '../scanning/tables';
import { anyWord } from '../scanning/trie';

const OPENERS = new Set([...'「『(“"‘[《〈<'].map((character) => character.charCodeAt(0)));
const CLOSERS = new Set([...'」』)”"’]》〉>'].map((character) => character.charCodeAt(0)));
const MOVED =
  /(edged|went|goes|rose|risen|rises|climbed|moved|ticked|inched|jumped|shot|drove|pushed|crept|comes|came|adds|added|lived|live|lives|crawled|stepped|ramped|scaled) $/i;
const LASTING = /(for|by|is|was|were|lasted|after|takes|took|well|just|of|with|in|last|lasts|spent|has) $/i;
/** 23人まで減った: how far something went, not how far it may go. */
const MOVES_AFTER =
  /^ *(下|上|減|増|回復|落|冷|伸|延|拡|縮|低|達|迫|膨|広|高|薄|改善|悪化|進|戻|幅|積み(上|増)|積もっ|売ら|売り(込|進)|買わ|買い(進|上|戻)|追|詰|引き|切り|接近|押|圧縮|絞|沈|跳ね|値[上下]|持ち直|盛り返|後退|到達|急|続|円安|円高|近づ|成長|残り|残っ|あと|待っ|来|行[っか]|歩い|走っ|生き|育|のぼ|ふくら|こぎつけ|にな[っるり])/;
/** 5ギガワットまで拡張できる: how far it may go after all. */
const MAY = /^[^、。]{0,8}(でき[るま]|可能|[減増伸延][らやば]せ[るま])/;
/** 3,000 km over 21 stages: as in the case of days, it says how it was spread. */
const STAGES = / (stages|rounds|holes|legs|laps|frames|seasons|episodes|sessions|games|matches)$/i;
/** What is said, asked or written about something. */
const TOPIC =
  /(letter|email|news|reports?|story|stories|questions?|concerns?|talks?|rumou?rs?|claims?|complaints?|details|information|warnings?|worries|fears|doubts|debate|excited|asked|asks|told|hear|heard|learned|learnt|know|knew|knows|said|says|wrote|writes|read|joked|lied|boasted|complained|worried|concerned|something|nothing|thing) $/i;
/** 前年の62%を上回る, 公開価格40ドルを下回る: what something else is held against is stated as it is. */
const PASSED = /^を.{0,5}[上下]回/;
const BEGUN = /^を[割切]$/;
const FELL = /^([るれっ]|り込)/;
const ADDED = /^( ?\d|[一-龯ァ-ヶ])/;
const COMPARED =
  /(予想|予測|見通し|計画|目標|平均|[前昨]年|同[月期]|[前今]期|前回|前月|前週|前日|去年|従来|最高値?|最安値|最多|最低|記録|価格|終値|定員|定数|基準|実績|モデル|世代)の?$/;
/** 20億ドル(2025年予想) */
const FORECAST_IN = /^\((\d{2,4} ?年度?)?の?(予想|予測|見込み?|見通し|推計|推定|試算)\)/;
const BEFORE = '前'.charCodeAt(0);
const AFTER = '後'.charCodeAt(0);
const OF = 'の'.charCodeAt(0);
const HYPHEN = 0x2d;
const CLAUSE_REACH = 48;
const WEAK_REACH = 8;
/** 過去最大, 史上最高: a record, not a bound. */
const RECORD = new Set([...'去上内界大本史初'].map((character) => character.charCodeAt(0)));

/**
 * How exact a figure is by the words around it. What stands next to it comes first; a forecast in
 * the same clause (…に達すると予測) only counts where nothing else is said.
 */
export function approximate(scan: Scan, found: Found): Approximation {
  // 数… says already how vague it is.
  if (found.value === undefined && found.approx !== 'exact') return found.approx;
  if (found.kind === 'score') return 'exact';
  const before = wordBefore(scan, found);
  const after = before === undefined || before === 'estimate' ? wordAfter(scan, found) : undefined;
  const near = after !== undefined && after !== 'estimate' ? after : (before ?? after);
  if (near !== undefined && (near !== 'estimate' || found.max === undefined)) return near;
  if (found.approx !== 'exact' || found.max !== undefined) return found.approx;
  if (found.kind === 'ordinal' || found.kind === 'age' || found.kind === 'year') return 'exact';
  // 2週間前の爆発, 5年後: when it is, not how much is forecast.
  const next = scan.line.codes[found.end];
  if (found.kind === 'duration' && (next === BEFORE || next === AFTER)) return 'exact';
  return isForecast(scan, found) ? 'estimate' : 'exact';
}

function isLeadingWord(_: Approximation, from: number, codes: Uint16Array, latin: number): boolean {
  if (from === 0) return true;
  // 過去最大 is a record, not a bound.
  if (codes[from] === 0x6700 && RECORD.has(codes[from - 1]!)) return false;
  // 打破100米纪录 breaks a record, 破100米 a mark.
  if (codes[from] === 0x7834 && codes[from - 1] === 0x6253) return false;
  // A start-up to watch is no bound.
  return latin === 0 || !(isLetter(codes[from - 1]) || (codes[from - 1] === HYPHEN && isLetter(codes[from - 2])));
}

/** A Latin word ends where no letter goes on; a CJK word anywhere. */
export function isBorder(_: unknown, end: number, codes: Uint16Array): boolean {
  return !(isLetter(codes[end - 1]) && isLetter(codes[end]));
}

function wordBefore(scan: Scan, found: Found): Approximation | undefined {
  const { line, tables } = scan;
  const { codes } = line;
  let at = found.start;
  while (at > 0 && (codes[at - 1] === SPACE || codes[at - 1] === 0x0a || OPENERS.has(codes[at - 1]!))) at--;
  const match = tables.before.longestBefore(codes, at, isLeadingWord, true, isLetter(codes[at - 1]) ? 1 : 0);
  if (match === undefined) return codes[at - 1] === OF ? boundOfWhole(line.slice(at - 16, at)) : undefined;
  const lead = line.slice(match.at - 14, match.at);
  const word = line.slice(match.at, at).toLowerCase();
  // …1800億元超 2035年開業: 超 before a space ends what stands before it.
  if (word === '超' && codes[found.start - 1] === SPACE) return undefined;
  // "edged up to 4.1 percent" is where it went; "over two decades" is during them.
  if (word === 'up to' && (found.kind === 'ordinal' || MOVED.test(lead))) return undefined;
  const stages = found.kind === 'count' && STAGES.test(line.slice(found.end - 9, found.end));
  if (word === 'over' && (found.kind === 'duration' || stages) && !LASTING.test(lead)) return undefined;
  // 近五年 at the head of a clause is the last five years.
  if (word === '近' && found.kind === 'duration' && isHead(scan, match.at)) return undefined;
  // A letter about a £4,000 bill; arrested over 1969 murder.
  if (word === 'about a' && TOPIC.test(lead)) return undefined;
  if (found.kind === 'year' && isLetter(codes[at - 1]) && /^(over|under|estimate)$/.test(match.value)) return undefined;
  return match.value;
}

/** 最大で売上高の7%, 少なくとも全体の2割: the whole stands between. */
function boundOfWhole(before: string): Approximation | undefined {
  const word = /(最大で|少なくとも|最低でも|およそ)[一-龯ァ-ヶー]{1,8}の$/.exec(before)?.[1];
  if (word === undefined) return undefined;
  return word === '最大で' ? 'up_to' : word === 'およそ' ? 'about' : 'at_least';
}

function isHead({ line, tables }: Scan, at: number): boolean {
  const before = line.codes[at - 1]!;
  return at === 0 || before <= SPACE || (tables.classes[before]! & CLAUSE_END) !== 0;
}

function wordAfter(scan: Scan, found: Found): Approximation | undefined {
  const { line, tables } = scan;
  const { codes } = line;
  let at = found.end;
  const opens = codes[at] === SPACE ? at + 1 : at;
  if (codes[opens] === 0x28 && FORECAST_IN.test(line.slice(opens, opens + 14))) return 'estimate';
  // 100億ドル(約1.5兆円)を超える: the words behind a bracket belong to what stands before it.
  if (codes[at] === 0x28 && !isOpenForecast(scan, at)) {
    at = bracketEnd(scan, at);
  }
  while (codes[at] === SPACE || CLOSERS.has(codes[at]!)) {
    if (codes[at] === 0x29) return undefined;
    at++;
  }
  const match = tables.after.longest(codes, at, line.length, isBorder, true);
  if (match === undefined) return undefined;
  const word = line.slice(at, match.at);
  if (/^or more$/i.test(word) && line.slice(match.at, match.at + 5) === ' than') return undefined;
  // $5m plus costs: something comes on top.
  if (word === 'plus' && at > found.end && !/^[.,;:)]|^$/.test(line.slice(match.at, match.at + 1))) return undefined;
  const behind = line.slice(match.at, match.at + 3);
  // 株を割り当てる, 10人を切り捨てる, 9本を切断する, 10km規模M7.2, 315議席+終身7議席
  if (BEGUN.test(word) && !FELL.test(behind)) return undefined;
  if ((word === '規模' && /^(M|マグ)/.test(behind)) || (word === '+' && ADDED.test(behind))) return undefined;
  if (PASSED.test(word) && found.kind !== 'multiple' && COMPARED.test(line.slice(found.start - 8, found.start)))
    return undefined;
  // a $15 minimum wage
  if (word === 'minimum' && /^ (wage|age|temperature)/.test(line.slice(match.at, match.at + 12))) return undefined;
  const next = codes[match.at];
  // 2025年まで, 3月まで say when; 強, 弱, 程, 級, 余 and 超 may begin another word.
  if (found.kind === 'year' || found.kind === 'date')
    return word === '頃' || word === 'ごろ' || word === 'ころ' ? match.value : undefined;
  if (
    (word === '強' || word === '弱' || word === '程' || word === '级' || word === '級') &&
    isHan(next) &&
    next !== 0x306e
  )
    return undefined;
  if (found.kind === 'ordinal' && word !== '以内' && word !== '前後') return undefined;
  const until = word === 'まで';
  if (until && (found.kind === 'ordinal' || found.max !== undefined || isMovement(line.slice(match.at, match.at + 14))))
    return undefined;
  return match.value;
}

function isMovement(behind: string): boolean {
  return MOVES_AFTER.test(behind) && !MAY.test(behind);
}

/** Behind the bracket that opens at a place, or that place if it does not close soon. */
function bracketEnd(scan: Scan, at: number): number {
  const { codes, length } = scan.line;
  let close = at + 1;
  while (close < length && close < at + 60 && codes[close] !== 0x29) close++;
  return codes[close] === 0x29 ? close + 1 : at;
}

function isOpenForecast(scan: Scan, at: number): boolean {
  const match = scan.tables.after.longest(scan.line.codes, at, scan.line.length, anyWord, true);
  return match !== undefined;
}

/** Whether the clause of a figure calls it a forecast, before it or after it. */
function isForecast(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  const { codes } = line;
  const { classes } = tables;
  const from = codes[found.end] === 0x28 ? bracketEnd(scan, found.end) : found.end;
  const last = Math.min(line.length, from + CLAUSE_REACH);
  for (let at = from; at < last; at++) {
    const bits = classes[codes[at]!]!;
    if (bits & CLAUSE_END) break;
    // A later figure of the clause is the one that is forecast.
    if (bits & DIGIT && at > from) break;
    const match = tables.forecastAfter.longest(codes, at, line.length, anyWord);
    if (match === undefined) continue;
    // とみられる is said of anything; of a figure only where it stands close behind it.
    const weak = codes[at] === 0x3068;
    return (!weak || at - from <= WEAK_REACH) && !isRefused(scan, match.at);
  }
  const first = Math.max(0, found.start - CLAUSE_REACH);
  for (let at = found.start - 1; at >= first; at--) {
    if (classes[codes[at]!]! & CLAUSE_END) break;
    const match = tables.forecastBefore.longest(codes, at, found.start, anyWord, true);
    if (match === undefined) continue;
    if (isLetter(codes[at]) && at > 0 && isLetter(codes[at - 1])) continue;
    return !isRefused(scan, match.at);
  }
  return false;
}

/** 予想を上回る, 予想に反し, 予想外, 予想通り: the figure is what came, not what was forecast. */
function isRefused(scan: Scan, at: number): boolean {
  const behind = scan.line.slice(at, at + 6);
  return /^(を(大きく|大幅に|やや|わずかに|はるかに)?[上下超]|に[反届]|より|外|以上|ほど|どお|通り|に比|と[同比])/.test(
    behind,
  );
}
