import { isHan, isHiragana, isKatakana, isLetter, isWordEnd, SPACE } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';
import { CLAUSE_END } from '../scanning/tables';
import type { Match } from '../scanning/trie';
import { type Amount, become } from './readAmount';

const OF = 'の'.charCodeAt(0);
const PLUS = 0x2b;
const NA = 'な'.charCodeAt(0);
const LONG = 'ー'.charCodeAt(0);
/** 个 is a counter already: what follows is the noun. */
const COUNTER_ZH = '个'.charCodeAt(0);
const REACH = 14;
/** Of what no table knows, fewer than so many are seldom counted in this way. */
const LEAST_BEYOND = 10;

/**
 * Gives a vague word the unit that the counter or the noun behind it tells: 複数社 and 複数の大手企業 are
 * companies, 複数の企業関係者 persons (the last noun before a particle is the head). The word's own unit
 * stays where nothing is told.
 */
export function readCounted(scan: Scan, found: Found): void {
  const { line, tables } = scan;
  const { codes, length } = line;
  const counter =
    codes[found.end - 1] === COUNTER_ZH ? undefined : tables.units.longest(codes, found.end, length, isWordEnd, true);
  if (counter !== undefined && (counter.value.kind === 'count' || counter.value.kind === 'duration')) {
    found.kind = counter.value.kind;
    found.unit = counter.value.unit;
    found.end = counter.at;
    return;
  }
  const last = Math.min(length, found.end + REACH);
  for (let at = found.end; at < last; ) {
    const code = codes[at]!;
    if (tables.classes[code]! & CLAUSE_END) return;
    if (isHiragana(code) && code !== OF && code !== NA) return;
    const noun = tables.counted.longest(codes, at, length, isNounEnd);
    // What has no unit of its own stays an item.
    if (noun !== undefined && noun.value !== 'unit') found.unit = noun.value;
    at = noun?.at ?? at + 1;
  }
}

/** 150の国, 約40の企業, 4,000億のパラメータ: a bare number of what the noun behind の names. */
export function readCountOf(scan: Scan, amount: Amount): boolean {
  const { line, tables } = scan;
  const { codes, length } = line;
  const { numeral } = amount;
  // Set type may part the two: 40 の企業.
  const of = codes[amount.end] === SPACE ? amount.end + 1 : amount.end;
  // 2.4万の企業, but the 4.5 of a grade.
  if (numeral.decimals > 0 && !(numeral.scaled && Number.isInteger(amount.value))) return false;
  if (!(amount.value! > 1)) return false;
  if (codes[of] !== OF) return readCountBeyond(scan, amount, of);
  const at = codes[of + 1] === SPACE ? of + 2 : of + 1;
  const noun = tables.counted.longest(codes, at, length, isNounEnd) ?? counterAt(scan, at);
  const large = numeral.scaled || numeral.grouped;
  if (noun === undefined ? !large || !isThing(scan, at) : noun.value === 'person' && !large) return false;
  become(amount, 'count', noun?.value ?? 'unit');
  return true;
}

/** What stands between a number and the noun it counts, where the number is a bound. */
const BEYOND =
  /^(?:\+の|以上(?:も?の)|超の|近くの|余りの|あまりの|[をも](?:優に)?(?:超え[るた]|超す|上回る|下らない)|は下らない)/;
/** Words for what is measured: 偏差値60以上の, 以上の値. */
const MEASURED_BEFORE = /[値度圧数率力点番歳型級]$|スコア$|レベル$|ポート$/;
const MEASURED_AFTER =
  /^(値|数|点|率|スコア|レベル|ポイント|指数|水準|得点|場合|とき|時|もの|間|年齢|倍率|割合|確率|差|大台|節目|うち|状態|範囲|部分|領域|精度|性能|速度|環境|バージョン)/;

/** 200以上の拠点, 70を超える団体: so many and more of what the noun names. */
export function readCountBeyond(scan: Scan, amount: Amount, from = amount.end): boolean {
  const { line, tables } = scan;
  const { codes, length } = line;
  const first = codes[from];
  // 以, 超, 近, 余, あ, を, も, は, +
  if (!isHan(first) && !isHiragana(first) && first !== PLUS) return false;
  const bound = BEYOND.exec(line.slice(from, from + 10));
  if (bound === null || amount.numeral.digits === 0) return false;
  if (MEASURED_BEFORE.test(line.slice(amount.start - 4, amount.start))) return false;
  const at = from + bound[0].length + (codes[from + bound[0].length] === SPACE ? 1 : 0);
  const noun = tables.counted.longest(codes, at, length, isNounEnd) ?? counterAt(scan, at);
  if (noun === undefined) {
    const named = isHan(codes[at]) || isKatakana(codes[at]) || isLetter(codes[at]);
    if (!named || amount.value! < LEAST_BEYOND || MEASURED_AFTER.test(line.slice(at, at + 6))) return false;
  }
  become(amount, 'count', noun?.value ?? 'unit');
  return true;
}

/** 37の都府県, 12の事業所: counters of more than one character are nouns too. */
function counterAt({ line, tables }: Scan, at: number): Match<string> | undefined {
  const counter = tables.units.longest(line.codes, at, line.length, isWordEnd, true);
  if (counter === undefined || counter.at < at + 2 || counter.value.kind !== 'count') return undefined;
  return { value: counter.value.unit, at: counter.at };
}

/** A noun begins, and none that tells of the number itself: 3万8000の大台. */
function isThing({ line }: Scan, at: number): boolean {
  const code = line.codes[at];
  return (
    (isHan(code) || isKatakana(code)) &&
    !/^(大台|節目|水準|壁|値|位|間|差|線|ライン|ほう|方|前|後|上|下|中|う)/.test(line.slice(at, at + 3))
  );
}

function isNounEnd(_: string, end: number, codes: Uint16Array): boolean {
  return !isLetter(codes[end]) && codes[end] !== LONG;
}
