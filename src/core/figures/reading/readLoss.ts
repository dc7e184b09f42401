import { isYearLike } from '../judging/labels';
import { isDigit, SPACE } from '../scanning/characters';
import type { Scan } from '../scanning/scan';
import type { UnitEntry } from '../scanning/tables';
import { type Amount, become, readAmount } from './readAmount';
import { readScale } from './readUnit';
import { scaled } from './rounding';

const OPEN = 0x28;
const CLOSE = 0x29;
const PIPE = 0x7c;

/** $(45) million, £(0.4)m: the brackets of an accountant are a minus. `at` is the place of the bracket. */
export function readLossOf(scan: Scan, at: number, entry: UnitEntry, start: number): Amount | undefined {
  const { codes } = scan.line;
  if (codes[at] !== OPEN || !isDigit(codes[at + 1])) return undefined;
  const amount = readAmount(scan, at + 1, entry, start);
  if (amount?.value === undefined || codes[amount.end] !== CLOSE) return undefined;
  const scale = readScale(scan, amount.end + 1, true, scan.tables);
  amount.end = scale?.at ?? amount.end + 1;
  amount.value = -scaled(amount.value, scale?.value ?? 1);
  amount.spoken = scale?.value ?? amount.spoken;
  return amount;
}

/** (1.9)%, and a number in brackets alone in the cell of a table: a loss or a fall. */
export function readLoss(scan: Scan, amount: Amount): void {
  const { codes, length } = scan.line;
  const { start, end, value } = amount;
  if (value === undefined || amount.max !== undefined || codes[start - 1] !== OPEN || codes[end] !== CLOSE) return;
  const share = codes[end + 1] === 0x25;
  if (!share && (scan.cells === undefined || isYearLike(amount) || !isCell(codes, start - 1, end + 1, length))) return;
  amount.start--;
  amount.end += share ? 2 : 1;
  amount.value = -value;
  if (!share) return;
  become(amount, 'percent', '%');
}

function isCell(codes: Uint16Array, start: number, end: number, length: number): boolean {
  const before = codes[start - 1] === SPACE ? start - 2 : start - 1;
  const after = codes[end] === SPACE ? end + 1 : end;
  return (
    (before < 0 || codes[before] === PIPE || codes[before] === 0x0a) &&
    (after >= length || codes[after] === PIPE || codes[after] === 0x0a)
  );
}
