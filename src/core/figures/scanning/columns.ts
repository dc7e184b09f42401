import type { FigureKind } from '../figure';
import { isDigit } from './characters';
import { Line } from './line';
import { readAmount } from './readAmount';
import type { MoneyHint, Scan } from './scan';
import type { Tables, UnitEntry } from './tables';
import { anyWord } from './trie';

/** What the head of a table's column says of the numbers under it: 売上高(億円), Share (%), Revenue ($bn). */
export interface Column {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly factor: number;
  readonly loose: string | undefined;
}

/** The columns of a head line; undefined where a head names no unit. */
export function readColumns(head: string, caption: string, tables: Tables): (Column | undefined)[] {
  const common = caption === '' ? undefined : readHead(caption, tables);
  const cells = head
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|');
  return cells.map((cell, index) => {
    const bracket = /[(（[【]([^()（）[\]【】]{1,24})[)）\]】]\s*$/.exec(cell.trim());
    const inner = bracket?.[1] ?? cell.trim();
    const column = readHead(inner, tables);
    if (column !== undefined) return column;
    return index === 0 ? undefined : common;
  });
}

/** Reads a unit by putting a 1 where the number would stand: 億円 is read as 1億円, $bn as $1bn. */
function readHead(written: string, tables: Tables): Column | undefined {
  const unit = written.replace(/^(単位|单位|unit)[:：]?\s*/i, '').trim();
  for (const [text, from] of [
    [`1${unit}`, 0],
    [`1 ${unit}`, 0],
  ] as const) {
    const column = fromAmount(text, from, undefined, tables);
    if (column !== undefined) return column;
  }
  const line = new Line();
  line.read(unit, 0, unit.length, false);
  const sign = tables.marks.longest(line.codes, 0, line.length, anyWord, true);
  if (sign === undefined || sign.value.type !== 'money') return undefined;
  const rest = unit.slice(sign.at).trim();
  return fromAmount(`1${rest === '' || rest.length <= 2 ? rest : ` ${rest}`}`, 0, sign.value.entry, tables);
}

function fromAmount(text: string, from: number, prefix: UnitEntry | undefined, tables: Tables): Column | undefined {
  const line = new Line();
  line.read(text, 0, text.length, false);
  const hints: MoneyHint[] = [];
  const scan: Scan = { line, tables, found: [], hints, columns: undefined };
  if (!isDigit(line.codes[from])) return undefined;
  const amount = readAmount(scan, from, prefix);
  if (
    amount === undefined ||
    amount.bare ||
    amount.unit === undefined ||
    amount.value === undefined ||
    amount.end < line.length
  )
    return undefined;
  return { kind: amount.kind, unit: amount.unit, factor: amount.value, loose: amount.loose };
}
