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

/** What the cells of a row, or of some rows, hold. */
export interface Cells {
  /** The column of the cell at a place of the clean line; undefined where nothing names its unit. */
  columnAt(line: Line, place: number): Column | undefined;
}

/** What stands around the cells of a row. */
export interface RowHeads {
  /** Of each column; where it has heads in several rows of a table, these are parted by newlines. */
  readonly heads: readonly string[];
  readonly caption: string;
  /** What the row begins with. */
  readonly first: string;
  /** What the row has under a head such as 単位. */
  readonly unit: string;
}

/** Reads what the columns of rows hold. The head of a table is read once for all of its rows. */
export class ColumnReader {
  #known:
    | { readonly head: string; readonly caption: string; readonly tables: Tables; readonly heads: Heads }
    | undefined;

  /** The cells of a row of a Markdown table, whose head is `head`. */
  readRow(head: string, caption: string, row: string, tables: Tables): Cells {
    const heads = this.#heads(head, () => cellsOf(head), caption, tables);
    const unit = heads.unit < 0 ? '' : (cellsOf(row)[heads.unit] ?? '');
    return new PipeCells(ofRow(heads, firstCell(row), unit, tables));
  }

  /** The columns of a row whose cells are told apart already; `key` is another for other heads. */
  read({ heads, caption, first, unit }: RowHeads, key: string, tables: Tables): Columns {
    return ofRow(
      this.#heads(key, () => heads, caption, tables),
      first,
      unit,
      tables,
    );
  }

  #heads(key: string, cells: () => readonly string[], caption: string, tables: Tables): Heads {
    const known = this.#known;
    if (known?.head === key && known.caption === caption && known.tables === tables) return known.heads;
    const heads = readHeads(cells(), caption, tables);
    this.#known = { head: key, caption, tables, heads };
    return heads;
  }
}

/** A row whose own name says that it is in another unit than the table. */
const LABEL_REACH = 64;
const OTHER_ROW =
  /^\|?[^|]*(?:[(（[][^|]{1,16}[)）\]] *\||%|per share|employees|headcount|staff|people|number of|margin|ratio|stores|customers|率|人数|件数|株数|比率)/i;

/** Whether a row, as it begins, is in another unit than the corner of its table names. */
export function isOtherRow(row: string): boolean {
  return OTHER_ROW.test(row.slice(0, LABEL_REACH));
}

/** The cells of a line with pipes between them. */
class PipeCells implements Cells {
  /** The cell of the place that was asked for last: a row may have thousands of cells. */
  #last: { readonly at: number; readonly index: number } | undefined;
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  columnAt(line: Line, place: number): Column | undefined {
    const { codes } = line;
    const known = this.#last !== undefined && this.#last.at <= place ? this.#last : undefined;
    let index = known?.index ?? (codes[0] === 0x7c ? -1 : 0);
    for (let at = known?.at ?? 0; at < place; at++) if (codes[at] === 0x7c) index++;
    this.#last = { at: place, index };
    const column = this.#columns[index];
    return column?.corner && isOtherRow(line.slice(0, LABEL_REACH)) ? undefined : column;
  }
}

interface Heads {
  /** What each head says by itself. */
  readonly own: Columns;
  readonly hasCorner: boolean;
  /** With what the corner or the caption of the table says of those that say nothing. */
  readonly columns: Columns;
  /** Whether the caption names several units: (百万円、%). The first is that of what is no rate. */
  readonly isMixed: boolean;
  /** The column that names the unit of each row, or -1. */
  readonly unit: number;
}

/** Heads of what has no unit of money or of count, whatever the caption says. */
const RATE = /率|比|割合|シェア|指数|倍率|株当たり|\b(?:ratio|rate|margin|share|growth|change|index|per share)\b/i;

const UNIT_HEAD = /^(?:単位|单位|units?)$/i;

/** The column under a head such as 単位, which names the unit of each row; -1 where there is none. */
export function unitColumn(heads: readonly string[]): number {
  return heads.findIndex((head) => UNIT_HEAD.test(head));
}

function readHeads(cells: readonly string[], caption: string, tables: Tables): Heads {
  // | £m | H1 2025 | H1 2024 |: the corner tells the unit of what stands under the other heads.
  const corner = cells.length > 1 ? readHead(cells[0]!, tables) : undefined;
  const hasCorner = corner?.kind === 'money';
  const own = cells.map((cell) => {
    for (const head of cell.split('\n').reverse()) {
      const column = readHead(bracketed(head) ?? head, tables);
      if (column !== undefined) return column;
    }
    return undefined;
  });
  const [first = '', ...others] = caption.split(/[、,，／/] ?/);
  const isMixed = others.length > 0 && others.every((other) => /^[%％]$|^[^\d\s]{1,4}$/u.test(other));
  const common =
    caption === '' ? undefined : (readHead(caption, tables) ?? (isMixed ? readHead(first, tables) : undefined));
  const shared = common ?? (corner?.kind === 'money' ? { ...corner, corner: true } : undefined);
  const columns = share({ own, hasCorner }, shared).map((column, index) =>
    isMixed && own[index] === undefined && RATE.test(cells[index]!) ? undefined : column,
  );
  return { own, hasCorner, isMixed, columns, unit: unitColumn(cells) };
}

/** 売上高(億円) may head a row as well as a column, and a row may have its unit in a cell. */
function ofRow(heads: Heads, first: string, unit: string, tables: Tables): Columns {
  const written = unit === '' ? bracketed(first) : unit;
  const common = written === undefined ? undefined : readHead(written, tables);
  if (common === undefined && heads.isMixed && RATE.test(first)) return share(heads, undefined);
  return common === undefined ? heads.columns : share(heads, common);
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
  return /[(（[【]([^()（）[\]【】]{1,32})[)）\]】]$/.exec(head)?.[1];
}

/** (100万円) is a unit; 2023年 and 5人 are no heads of numbers. */
const WITH_NUMBER = /^[\d,.]+ ?[十百千万億兆]/;

/** Reads a unit by putting a 1 where the number would stand: 億円 is read as 1億円, $bn as $1bn. */
function readHead(written: string, tables: Tables): Column | undefined {
  const unit = written
    .replace(/^(単位|单位|units?)[:：は]?\s*/i, '')
    .replace(/^(?:in )?(thousand|million|billion|trillion)s(?: of)?(?= |$)/i, '$1')
    .replace(/^([^\d]{1,16}?) in (thousand|million|billion|trillion)s?$/i, '$1 $2')
    .replace(/\bU\.S\.(?= )/i, 'US')
    // $ millions, £’000.
    .replace(/(thousand|million|billion|trillion)s$/i, '$1')
    .replace(/^([^\d\s'’]{1,4}) ?['’]?000s?$/, '$1 thousand')
    .replace(/^百万/, '100万')
    .trim();
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
  const scan: Scan = { line, tables, found: [], hints, cells: undefined };
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
