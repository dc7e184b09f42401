import { captionIn } from './captions';
import { type Cells, type Column, type ColumnReader, isOtherRow } from './columns';
import { cleanHead, type HtmlPiece, type HtmlRow, type HtmlTable, isInData, MOST_COLUMNS, NEXT } from './htmlTables';
import { Line } from './line';
import type { Tables } from './tables';

interface ReadTable {
  readonly heads: string;
  readonly caption: string;
  /** What a reader sees of the caption's unit, and of the heads. */
  readonly cleanCaption: string;
  readonly cleanHeads: readonly string[];
}

interface ReadRow {
  readonly first: string;
  readonly unit: string;
  readonly table: ReadTable;
  readonly tables: Tables;
  readonly columns: readonly (Column | undefined)[];
  /** Its name says that it is in another unit than the corner of the table. */
  readonly isOther: boolean;
}

/** Reads what the columns of HTML tables hold: the heads of a table once for its rows, those of a row once for its cells. */
export class HtmlColumnReader {
  readonly #columns: ColumnReader;
  readonly #line = new Line();
  #table: ReadTable | undefined;
  #row: ReadRow | undefined;

  constructor(columns: ColumnReader) {
    this.#columns = columns;
  }

  columnOf(table: HtmlTable, row: HtmlRow, tables: Tables): Column | undefined {
    if (row.column >= MOST_COLUMNS) return undefined;
    const { columns, isOther } = this.#readRow(this.#readTable(table), row, tables);
    const column = columns[row.column];
    return column?.corner && isOther ? undefined : column;
  }

  #readRow(table: ReadTable, { first, unit }: HtmlRow, tables: Tables): ReadRow {
    const known = this.#row;
    if (known?.first === first && known.unit === unit && known.table === table && known.tables === tables) return known;
    const name = cleanHead(first, this.#line);
    const columns = this.#columns.read(
      {
        heads: table.cleanHeads,
        caption: table.cleanCaption,
        first: name,
        unit: cleanHead(unit, this.#line),
      },
      table.heads,
      tables,
    );
    this.#row = { first, unit, table, tables, columns, isOther: isOtherRow(`${name} |`) };
    return this.#row;
  }

  #readTable({ heads, caption }: HtmlTable): ReadTable {
    const known = this.#table;
    if (known?.heads === heads && known.caption === caption) return known;
    const title = cleanHead(caption, this.#line);
    // Where a table has no heads, its rows have as many cells as they have.
    const columns = heads === '' ? Array.from({ length: MOST_COLUMNS }, () => '') : heads.split(NEXT);
    const cleanHeads = columns.map((column) =>
      column
        .split('\n')
        .map((head) => cleanHead(head, this.#line))
        .join('\n'),
    );
    this.#table = { heads, caption, cleanCaption: captionIn(title) || title, cleanHeads };
    return this.#table;
  }
}

/** The cells of an HTML table in a piece of text. */
export class HtmlCells implements Cells {
  readonly #pieces: readonly HtmlPiece[];
  readonly #reader: HtmlColumnReader;
  readonly #tables: Tables;
  /** The piece of the place that was asked for last. */
  #last = 0;

  constructor(pieces: readonly HtmlPiece[], reader: HtmlColumnReader, tables: Tables) {
    this.#pieces = pieces;
    this.#reader = reader;
    this.#tables = tables;
  }

  columnAt(line: Line, place: number): Column | undefined {
    const offset = line.map[place]!;
    if (this.#pieces[this.#last]!.at > offset) this.#last = 0;
    while (this.#last + 1 < this.#pieces.length && this.#pieces[this.#last + 1]!.at <= offset) this.#last++;
    const { table } = this.#pieces[this.#last]!;
    return table?.row && isInData(table) ? this.#reader.columnOf(table, table.row, this.#tables) : undefined;
  }
}
