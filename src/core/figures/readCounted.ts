import { isHiragana, isLetter, isWordEnd } from './characters';
import type { Amount } from './readAmount';
import type { Found, Scan } from './scan';
import { CLAUSE_END } from './tables';

const OF = 'の'.charCodeAt(0);
const NA = 'な'.charCodeAt(0);
const LONG = 'ー'.charCodeAt(0);
/** 个 is a counter already: what follows is the noun. */
const COUNTER_ZH = '个'.charCodeAt(0);
const REACH = 14;

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

/** 150の国, 約40の企業: a bare number of what the noun behind の names. */
export function readCountOf(scan: Scan, amount: Amount): boolean {
  const { line, tables } = scan;
  const { codes, length } = line;
  const { numeral } = amount;
  if (codes[amount.end] !== OF || numeral.decimals > 0 || !(amount.value! > 1)) return false;
  const noun = tables.counted.longest(codes, amount.end + 1, length, isNounEnd);
  if (noun === undefined || noun.value === 'person') return false;
  amount.kind = 'count';
  amount.unit = noun.value;
  amount.bare = false;
  return true;
}

function isNounEnd(_: string, end: number, codes: Uint16Array): boolean {
  return !isLetter(codes[end]) && codes[end] !== LONG;
}
