import { captionOf, lastLineOf } from './captions';
import type { Line } from './line';

/** How far an HTML table was read: plain data, so that reading can go on from any line. */
export interface HtmlTable {
  /** As it is written. */
  readonly caption: string;
  /** As written: those of one column parted by newlines, columns by `NEXT`. */
  readonly heads: string;
  /** The column that names the unit of each row, or -1. */
  readonly unitColumn: number;
  readonly isInHead: boolean;
  /** A row with data has ended. */
  readonly hasData: boolean;
  /** For how many rows more a cell from above covers each column. */
  readonly covered: readonly number[];
  readonly row: HtmlRow | undefined;
  readonly part: 'caption' | 'cell' | undefined;
  /** The table in whose cell this one stands. */
  readonly outer: HtmlTable | undefined;
}

/** How far a row was read. */
export interface HtmlRow {
  /** The column of the last cell; -1 before the first. */
  readonly column: number;
  /** How many columns the last cell spans. */
  readonly span: number;
  /** The last cell is a `<th>`. */
  readonly isHeadCell: boolean;
  readonly hasHeadCell: boolean;
  readonly hasDataCell: boolean;
  /** What the row begins with, and what it has in the column of units, as written. */
  readonly first: string;
  readonly unit: string;
  /** The cells that may be heads: column, span and text, each behind a `NEXT`. */
  readonly heads: string;
  /** For how many rows more the cells of this row cover their columns. */
  readonly covers: readonly number[];
}

/** No article has it. */
export const NEXT = '\u0001';
/** Columns beyond this one take no unit from a head. */
export const MOST_COLUMNS = 128;
const MOST_NESTED = 4;
/** As much of a head or a caption is kept, in UTF-16 code units, as written. */
const LONGEST_HEAD = 160;
const LONGEST_HEADS = 4096;
const TAG = /<(\/?)(table|caption|thead|tbody|tfoot|tr|th|td|h[1-6]|body|html)(?=[\s>/])([^<>]{0,400})>/gi;

const EMPTY: HtmlTable = {
  caption: '',
  heads: '',
  unitColumn: -1,
  isInHead: false,
  hasData: false,
  covered: [],
  row: undefined,
  part: undefined,
  outer: undefined,
};
const EMPTY_ROW: HtmlRow = {
  column: -1,
  span: 1,
  isHeadCell: false,
  hasHeadCell: false,
  hasDataCell: false,
  first: '',
  unit: '',
  heads: '',
  covers: [],
};

/** From an offset in the text on, how far the table was read; undefined outside of tables. */
export interface HtmlPiece {
  readonly at: number;
  readonly table: HtmlTable | undefined;
}

/**
 * Reads a piece of text in which a table stands or goes on.
 * @param table what the piece before it ended in, if that was within a table.
 * @param above the unit that a line over the piece gave: (単位:億円).
 * @returns the table that the piece ends in, if any, and what stands where in it, in order.
 */
export function readHtmlTable(
  text: string,
  start: number,
  end: number,
  table: HtmlTable | undefined,
  above: string,
): { readonly next: HtmlTable | undefined; readonly pieces: readonly HtmlPiece[] } {
  const whole = text.slice(start, end);
  const pieces: HtmlPiece[] = [{ at: start, table }];
  let current = table;
  let from = 0;
  for (const match of whole.matchAll(TAG)) {
    current = current && addText(current, whole.slice(from, match.index));
    from = match.index + match[0].length;
    const name = match[2]!.toLowerCase();
    const isOpening = match[1] === '';
    if (name === 'table' && isOpening) {
      const caption = captionOf(lastLineOf(whole.slice(0, match.index))) || above;
      current = { ...EMPTY, caption, outer: depthOf(current) < MOST_NESTED ? current : undefined };
    } else if (current) current = takeTag(current, name, isOpening, match[3]!);
    pieces.push({ at: start + from, table: current });
  }
  return { next: current && addText(current, whole.slice(from)), pieces };
}

/** Whether the cell that a table was read up to holds data. */
export function isInData({ isInHead, hasData, heads, part, row }: HtmlTable): boolean {
  if (part !== 'cell' || !row || row.isHeadCell || isInHead) return false;
  // A first row of data cells alone is likely the head.
  return row.hasHeadCell || hasData || heads !== '';
}

/** A string that two tables share only if they are the same. */
export function htmlTableKey(table: HtmlTable | undefined): string {
  if (!table) return '';
  const { caption, heads, isInHead, hasData, covered, row, part, outer } = table;
  const inRow = row
    ? `${row.column} ${row.span} ${row.isHeadCell} ${row.hasHeadCell} ${row.hasDataCell} ${row.covers.join()}\n${row.first}\n${row.unit}\n${row.heads}`
    : '';
  return `${part} ${isInHead} ${hasData} ${covered.join()}\n${inRow}\n${caption}\n${heads}\n${htmlTableKey(outer)}`;
}

/** What a reader sees of a head, on one line. */
export function cleanHead(written: string, line: Line): string {
  line.read(written, 0, written.length, true);
  return line
    .slice(0, line.length)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

function takeTag(table: HtmlTable, name: string, isOpening: boolean, attributes: string): HtmlTable | undefined {
  switch (name) {
    case 'table':
      return table.outer;
    case 'caption':
      return isOpening ? { ...table, caption: '', part: 'caption' } : { ...table, part: undefined };
    case 'thead':
      return { ...endRow(table), isInHead: isOpening };
    case 'tbody':
    case 'tfoot':
      return { ...endRow(table), isInHead: false };
    case 'tr':
      return isOpening ? { ...endRow(table), row: EMPTY_ROW } : endRow(table);
    case 'th':
    case 'td':
      return isOpening ? beginCell(table, name === 'th', attributes) : { ...table, part: undefined };
    default:
      // A heading or the end of the page: the table was never closed.
      return table.part === undefined ? undefined : table;
  }
}

function depthOf(table: HtmlTable | undefined): number {
  return table ? 1 + depthOf(table.outer) : 0;
}

function beginCell(table: HtmlTable, isHeadCell: boolean, attributes: string): HtmlTable {
  const row = table.row ?? EMPTY_ROW;
  let column = row.column + row.span;
  if (row.column < 0) column = 0;
  while ((table.covered[column] ?? 0) > 0) column++;
  const span = spanIn(attributes, /\bcolspan\s*=\s*["']?(\d{1,3})/i);
  const rows = spanIn(attributes, /\browspan\s*=\s*["']?(\d{1,3})/i);
  let { covers, heads } = row;
  if (rows > 1 && column < MOST_COLUMNS) {
    const end = Math.min(column + span, MOST_COLUMNS);
    covers = Array.from({ length: Math.max(end, covers.length) }, (_, at) =>
      at >= column && at < end ? rows - 1 : (covers[at] ?? 0),
    );
  }
  if (column < MOST_COLUMNS && heads.length < LONGEST_HEADS) heads += `${NEXT}${column} ${span} `;
  const kinds = {
    hasHeadCell: row.hasHeadCell || isHeadCell,
    hasDataCell: row.hasDataCell || !isHeadCell,
  };
  return { ...table, part: 'cell', row: { ...row, ...kinds, column, span, isHeadCell, covers, heads } };
}

function spanIn(attributes: string, pattern: RegExp): number {
  return Math.max(1, Number(pattern.exec(attributes)?.[1] ?? 1));
}

function addText(table: HtmlTable, text: string): HtmlTable {
  if (text === '' || table.part === undefined) return table;
  if (table.part === 'caption') return { ...table, caption: longer(table.caption, text) };
  const { row } = table;
  if (!row) return table;
  const isFirst = row.column === 0;
  const isUnit = row.column === table.unitColumn;
  const isHead = mayBeHead(table, row) && row.column < MOST_COLUMNS && row.heads.length < LONGEST_HEADS;
  if (!isFirst && !isUnit && !isHead) return table;
  return {
    ...table,
    row: {
      ...row,
      first: isFirst ? longer(row.first, text) : row.first,
      unit: isUnit ? longer(row.unit, text) : row.unit,
      heads: isHead ? row.heads + text.slice(0, LONGEST_HEAD) : row.heads,
    },
  };
}

/** No more than a first look: what the head of a column says is decided in `columns.ts`. */
const UNIT_HEAD = /(?<![^\s>])(?:単位|单位|units?)(?![^\s<])/i;

function longer(text: string, more: string): string {
  return (text + more.slice(0, LONGEST_HEAD)).slice(0, LONGEST_HEAD);
}

/** Heads are what `<thead>` holds, a row of head cells, and where there is neither the first row, of data cells alone. */
function mayBeHead({ isInHead, hasData, heads }: HtmlTable, row: HtmlRow): boolean {
  return isInHead || !row.hasDataCell || (!hasData && heads === '' && !row.hasHeadCell);
}

function endRow(table: HtmlTable): HtmlTable {
  const { row, covered } = table;
  if (!row) return table;
  const length = Math.max(covered.length, row.covers.length);
  const left = Array.from({ length }, (_, at) => row.covers[at] || Math.max(0, (covered[at] ?? 0) - 1));
  const isHead = mayBeHead(table, row) && (table.isInHead || row.column > 0);
  // Heads below data begin another part of the table.
  const heads = isHead ? joinHeads(table.hasData ? '' : table.heads, row.heads) : table.heads;
  return {
    ...table,
    heads,
    unitColumn: isHead ? heads.split(NEXT).findIndex((head) => UNIT_HEAD.test(head)) : table.unitColumn,
    hasData: !isHead,
    covered: left.some((rows) => rows > 0) ? left : [],
    row: undefined,
    part: undefined,
  };
}

function joinHeads(heads: string, row: string): string {
  const columns = heads === '' ? [] : heads.split(NEXT);
  for (const cell of row.split(NEXT).slice(1)) {
    const [, column, span, text] = /^(\d+) (\d+) ([\s\S]*)$/.exec(cell)!;
    const head = text!.replace(/\s+/g, ' ').trim().slice(0, LONGEST_HEAD);
    const end = Math.min(Number(column) + Number(span), MOST_COLUMNS);
    for (let at = Number(column); at < end; at++) {
      while (columns.length <= at) columns.push('');
      columns[at] = columns[at] === '' ? head : `${columns[at]}\n${head}`;
    }
  }
  return columns.join(NEXT).slice(0, LONGEST_HEADS);
}
