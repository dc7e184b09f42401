import type { Line } from '../scanning/line';
import type { Tables } from '../scanning/tables';
import type { Numeral } from './numeral';

/** Words of Chinese that stand before a scale without a number: 近万人, 逾亿元, 上万名. */
const BEFORE_SCALE = new Set([...'近上超逾过破'].map((character) => character.charCodeAt(0)));
const ABOVE = '上'.charCodeAt(0);

/** 万分之三, 万万分之七: a scale that counts itself, before 分, or behind a word for how near it is (近万人). */
export function readPlainScale(
  line: Line,
  numeral: Numeral,
  tables: Tables,
  scales: ReadonlyMap<number, number>,
): Numeral | undefined {
  const { codes } = line;
  let at = numeral.end;
  let value = 1;
  for (
    let large = scales.get(codes[at]!);
    large !== undefined && at < numeral.end + 4;
    large = scales.get(codes[at]!)
  ) {
    value *= large;
    at++;
  }
  if (codes[at] === 0x5206) return { ...numeral, value, end: at, scaled: true };
  const before = codes[numeral.end - 1]!;
  if (tables.locale !== 'zh' || !BEFORE_SCALE.has(before)) return undefined;
  const approx = isAbove(before) ? 'over' : undefined;
  return { ...numeral, value, end: at, scaled: true, lone: at === numeral.end + 1, approx };
}

/** 上百人, 上万名: not fewer than so many. */
export function isAbove(code: number | undefined): boolean {
  return code === ABOVE;
}
