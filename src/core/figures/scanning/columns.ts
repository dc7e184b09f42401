import type { FigureKind } from '../figure';
import { readAmount } from '../reading/readAmount';
import { isDigit } from './characters';
import { Line } from './line';
import type { MoneyHint, Scan } from './scan';
import type { Tables, UnitEntry } from './tables';
import { anyWord } from './trie';

/** What the head of a table's column says of the numbers under it: 売上高(億円), Share (%), Revenue ($bn). */
export interface Column {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly factor: number;
  readonly loose: string | undefined;
  /** It is what the corner of the table says (£m), not the head of the column itself. */
  readonly corner?: boolean;
}

type Columns = readonly (Column | undefined)[];

/** Reads what the columns of rows hold. The head of a table is read once for all of its rows. */
export class ColumnReader {
  #known:
    | { readonly head: string; readonly caption: string; readonly tables: Tables; readonly heads: Heads }
    | undefined;

  /** The columns of a row; undefined where neither its head nor the head or the caption of the table names a unit. */
  read(head: string, caption: string, row: string, tables: Tables): Columns {
    const known = this.#known;
    const isSame = known?.head === head && known.caption === caption && known.tables === tables;
    const heads = isSame ? known.heads : readHeads(head, caption, tables);
    if (!isSame) this.#known = { head, caption, tables, heads };
    // 売上高(億円) may head a row as well as a column.
    const rowHead = bracketed(firstCell(row));
    const common = rowHead === undefined ? undefined : readHead(rowHead, tables);
    return common === undefined ? heads.columns : share(heads, common);
  }
}

interface Heads {
  /** What each head says by itself. */
  readonly own: Columns;
  readonly hasCorner: boolean;
  /** With what the corner or the caption of the table says of those that say nothing. */
  readonly columns: Columns;
}

function readHeads(head: string, caption: string, tables: Tables): Heads {
  const cells = cellsOf(head);
  // | £m | H1 2025 | H1 2024 |: the corner tells the unit of what stands under the other heads.
  const corner = cells.length > 1 ? readHead(cells[0]!, tables) : undefined;
  const hasCorner = corner?.kind === 'money';
  const own = cells.map((cell) => readHead(bracketed(cell) ?? cell, tables));
  const common = caption === '' ? undefined : readHead(caption, tables);
  const shared = common ?? (corner?.kind === 'money' ? { ...corner, corner: true } : undefined);
  return { own, hasCorner, columns: share({ own, hasCorner }, shared) };
}

function share({ own, hasCorner }: Pick<Heads, 'own' | 'hasCorner'>, shared: Column | undefined): Columns {
  return own.map((column, index) => (index === 0 ? (hasCorner ? undefined : column) : (column ?? shared)));
}

function firstCell(row: string): string {
  return cellsOf(/^\s*\|?[^|]*/.exec(row)![0])[0]!;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** What the brackets at the end of a head hold. */
function bracketed(head: string): string | undefined {
  return /[(（[【]([^()（）[\]【】]{1,24})[)）\]】]$/.exec(head)?.[1];
}

/** (100万円) is a unit; 2023年 and 5人 are no heads of numbers. */
const WITH_NUMBER = /^[\d,.]+ ?[十百千万億兆]/;

/** Reads a unit by putting a 1 where the number would stand: 億円 is read as 1億円, $bn as $1bn. */
function readHead(written: string, tables: Tables): Column | undefined {
  const unit = written.replace(/^(単位|单位|unit)[:：]?\s*/i, '').trim();
  const numbered = /^\d/.test(unit);
  if (numbered && !WITH_NUMBER.test(unit)) return undefined;
  for (const text of numbered ? [unit] : [`1${unit}`, `1 ${unit}`]) {
    const column = fromAmount(text, undefined, tables);
    if (column !== undefined) return column;
  }
  const line = new Line();
  line.read(unit, 0, unit.length, false);
  const sign = tables.marks.longest(line.codes, 0, line.length, anyWord, true);
  if (sign === undefined || sign.value.type !== 'money') return undefined;
  const rest = unit.slice(sign.at).trim();
  return fromAmount(`1${rest === '' || rest.length <= 2 ? rest : ` ${rest}`}`, sign.value.entry, tables);
}

function fromAmount(text: string, prefix: UnitEntry | undefined, tables: Tables): Column | undefined {
  const line = new Line();
  line.read(text, 0, text.length, false);
  const hints: MoneyHint[] = [];
  const scan: Scan = { line, tables, found: [], hints, columns: undefined };
  if (!isDigit(line.codes[0])) return undefined;
  const amount = readAmount(scan, 0, prefix);
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
