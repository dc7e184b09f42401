import { isDigit, isLetter, SPACE } from '../scanning/characters';
import type { Scan } from '../scanning/scan';
import type { UnitEntry } from '../scanning/tables';
import { type Amount, become } from './readAmount';
import { readNumber } from './readNumber';
import { matchUnit } from './readUnit';
import { rounded } from './rounding';

const MINUTE = '分'.charCodeAt(0);
const OF_JA = 'の'.charCodeAt(0);
const OF_ZH = '之'.charCodeAt(0);

/** 3分の1, 三分の二, 百分之三十五, 千分之一: the first number divides the second. */
export function readPart(scan: Scan, amount: Amount): boolean {
  const { line, tables } = scan;
  const { codes } = line;
  const size = amount.numeral.value;
  let at = skipSpaces(codes, amount.end);
  if (codes[at] !== MINUTE || size === undefined || size < 2 || !Number.isInteger(size)) return false;
  at = skipSpaces(codes, at + 1);
  if (codes[at] !== OF_JA && codes[at] !== OF_ZH) return false;
  at = skipSpaces(codes, at + 1);
  const top = isDigit(codes[at]) || tables.classes[codes[at]!]! & 2 ? readNumber(line, at, tables) : undefined;
  if (top?.value === undefined) return false;
  // 五百分之2.2 divides by nothing that is said so; a share is a whole number of parts, or of ten, a hundred, ….
  const round = Number.isInteger(Math.log10(size));
  if (!round && (!Number.isInteger(top.value) || top.value >= size)) return false;
  become(amount, 'percent', '%');
  amount.end = top.end;
  const k = codes[top.end] === 0x6b && !isLetter(codes[top.end + 1]);
  if (k) amount.end++;
  amount.value = rounded((100 * top.value * (k ? 1000 : 1)) / size);
  return true;
}

function skipSpaces(codes: Uint16Array, from: number): number {
  let at = from;
  while (codes[at] === SPACE && at < from + 4) at++;
  return at;
}

/** 10 1/2 miles, 1/4 mile, 12/100. */
export function readFraction(scan: Scan, amount: Amount): void {
  const { codes } = scan.line;
  const { numeral } = amount;
  if (numeral.digits === 0 || numeral.grouped || amount.value === undefined) return;
  let at = amount.end;
  let whole = 0;
  let top = amount.value;
  if (codes[at] === SPACE && isDigit(codes[at + 1]) && codes[at + 2] === 0x2f) {
    whole = amount.value;
    top = codes[at + 1]! - 0x30;
    at += 2;
  }
  if (codes[at] !== 0x2f || !isDigit(codes[at + 1])) return;
  let end = at + 1;
  let bottom = 0;
  while (isDigit(codes[end]) && end < at + 6) bottom = bottom * 10 + codes[end++]! - 0x30;
  if (codes[end] === 0x2f || isDigit(codes[end]) || bottom < 2) return;
  if (bottom === 100 && whole === 0) {
    become(amount, 'percent', '%');
    amount.end = end;
    return;
  }
  if (top >= bottom || numeral.decimals > 0) return;
  if (whole === 0 && isShare(scan, amount.start, end)) {
    become(amount, 'percent', '%');
    amount.value = rounded((100 * top) / bottom);
    amount.end = end;
    return;
  }
  if (bottom > 16) return;
  const unit = matchUnit(scan, codes[end] === SPACE || codes[end] === 0x2d ? end + 1 : end, false, false);
  if (unit === undefined || !isMeasure(unit.value)) return;
  amount.value = whole + top / bottom;
  amount.end = end;
}

/** コストを1/10に削減, 約1/3が: a share, where 1/10 alone may be a day or a page. */
function isShare(scan: Scan, start: number, end: number): boolean {
  const { line } = scan;
  if (line.codes[start - 1] === 0x7d04) return true;
  return /^(に(な|減|低|下|圧|削|縮|抑|まで)|以下|程度|未満|ほど|の(コスト|価格|値段|時間|サイズ|規模|大きさ|重さ|水準))/.test(
    line.slice(end, end + 6),
  );
}

/** Whether a unit measures something, so that half of it is an amount. */
export function isMeasure(entry: UnitEntry): boolean {
  return (
    entry.kind !== 'count' &&
    entry.kind !== 'ordinal' &&
    entry.kind !== 'percent' &&
    entry.kind !== 'multiple' &&
    entry.kind !== 'money'
  );
}
