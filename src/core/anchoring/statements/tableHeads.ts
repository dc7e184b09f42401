import { readPlain } from './readPlain';

/** What says what a cell of a table holds, as its reader sees it, in small letters. */
export interface TableHeads {
  readonly row: string;
  readonly column: string;
  /** The line right over or under the table that names a unit: (単位:億円), in millions of yen. */
  readonly unit: string;
  /** Its caption, or the short line over it that is no sentence: what, of whom and when all of its cells are of. */
  readonly title?: string | undefined;
}

const longestTable = 40_000;
const longestLine = 4000;
const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/;

/** The heads of the cell at an offset, in a Markdown or an HTML table; undefined outside of tables. */
export function tableHeadsAt(text: string, offset: number): TableHeads | undefined {
  return markdownHeads(text, offset) ?? htmlHeads(text, offset);
}

function markdownHeads(text: string, offset: number): TableHeads | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = lineEnd(text, offset);
  if (end - start > longestLine || !text.slice(start, end).includes('|')) return undefined;
  const cells = cellsOf(text.slice(start, end));
  const before = text.slice(start, offset);
  const index = cellsOf(`${before}x`).length - 1;
  // Up to the rule under the head.
  let at = start;
  let head: string | undefined;
  let first = start;
  while (at > 0 && start - at < longestTable) {
    const previous = text.lastIndexOf('\n', at - 2) + 1;
    const line = text.slice(previous, at - 1);
    if (head === undefined && !line.includes('|')) break;
    if (head !== undefined) break;
    first = previous;
    if (RULE.test(line.replace(/\r$/, ''))) {
      if (previous === 0) break;
      first = text.lastIndexOf('\n', previous - 2) + 1;
      head = text.slice(first, previous - 1);
    }
    at = previous;
  }
  if (head === undefined) {
    // Rows without a head over them still say at their beginning whose they are.
    const isRow = /^\s*\|.*\|\s*$/.test(text.slice(start, end));
    return isRow && index > 0 ? { row: plain(cells[0] ?? ''), column: '', unit: '' } : undefined;
  }
  let last = end;
  while (last < text.length && last - end < longestTable) {
    const next = lineEnd(text, last + 1);
    if (!text.slice(last + 1, next).includes('|')) break;
    last = next;
  }
  const over = lineOver(text, first);
  return {
    row: index === 0 ? '' : plain(cells[0] ?? ''),
    column: plain(cellsOf(head)[index] ?? ''),
    unit: captionOf(over, lineUnder(text, last)) + cornerUnit(plain(cellsOf(head)[0] ?? '')),
    ...titled(over),
  };
}

function htmlHeads(text: string, offset: number): TableHeads | undefined {
  const cell = lastTag(text, offset, /<t[dh](?=[\s>])/gi);
  if (cell < 0) return undefined;
  const from = Math.max(0, offset - longestTable);
  const before = text.slice(from, offset).toLowerCase();
  const opened = before.lastIndexOf('<table');
  const table = from + opened;
  if (opened < 0 || table > cell || before.includes('</table', opened)) return undefined;
  const behind = text.slice(offset, offset + longestTable);
  const close = behind.toLowerCase().indexOf('</table');
  const whole = text.slice(table, offset + (close < 0 ? behind.length : close));
  const rows = [...whole.matchAll(/<tr[\s>][\s\S]*?(?=<\/tr|<tr[\s>]|$)/gi)];
  const own = rows.find(
    (row, at) => table + row.index <= cell && (at + 1 === rows.length || table + rows[at + 1]!.index > cell),
  );
  if (!own) return undefined;
  const inRow = htmlCells(own[0]);
  const index = htmlCells(own[0].slice(0, cell - table - own.index + 4)).length - 1;
  const head = rows[0] === own ? [] : htmlCells(rows[0]![0]);
  // In a table without heads the first row has figures as the others do.
  const isHead = /<th[\s>]/i.test(rows[0]![0]) || /\p{L}/u.test(plain(head[index] ?? ''));
  const caption = /<caption[^<>]{0,200}>([\s\S]{0,400}?)<\/caption/i.exec(whole)?.[1] ?? '';
  const over = lineOver(text, text.lastIndexOf('\n', table) + 1);
  return {
    row: index <= 0 ? '' : plain(inRow[0] ?? ''),
    column: isHead ? plain(head[index] ?? '') : '',
    unit: captionOf(plain(caption), '') || captionOf(over, '') + cornerUnit(plain(head[0] ?? '')),
    ...titled(plain(caption) || over),
  };
}

const longestTitle = 80;

/** The number of a table says nothing of its cells. */
const NUMBERED = /^(?:第?\s?)?(?:表|図|图|table|tab|figure|fig|exhibit|chart)\.?\s?[\d.-]*\d[.:：、．\s]*/iu;

function titled(over: string): { title?: string } {
  const line = over.replace(NUMBERED, '');
  return line === '' || line.length > longestTitle || /[。！？!?]|\.$|\. /u.test(line) ? {} : { title: line };
}

function htmlCells(row: string): string[] {
  return row
    .split(/<t[dh](?=[\s>])/i)
    .slice(1)
    .map((cell) => cell.replace(/^[^<>]{0,300}>/, '').replace(/<\/t[dh][\s\S]*$/i, ''));
}

function lastTag(text: string, offset: number, tag: RegExp): number {
  const from = Math.max(0, offset - longestLine);
  let last = -1;
  const part = text.slice(from, offset);
  if (!part.includes('<')) return last;
  for (const match of part.matchAll(tag)) last = from + match.index;
  return last;
}

function cellsOf(row: string): string[] {
  const inner = row.replace(/^[ \t]*\|/, '').replace(/\|[ \t\r]*$/, '');
  return inner.split(/(?<!\\)\|/);
}

function plain(markup: string): string {
  return readPlain(markup, 0, markup.length).text.trim().toLowerCase();
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

/** The last line with something in it over an offset that begins a line. */
function lineOver(text: string, offset: number): string {
  const lines = text
    .slice(Math.max(0, offset - 400), offset)
    .split('\n')
    .slice(0, -1);
  const line = lines.findLast((candidate, at) => candidate.trim() !== '' && at >= lines.length - 2);
  return line === undefined ? '' : plain(line);
}

function lineUnder(text: string, offset: number): string {
  const lines = text.slice(offset + 1, offset + 400).split('\n');
  return plain(lines.find((candidate, at) => candidate.trim() !== '' && at < 2) ?? '');
}

const UNIT =
  /(?:(?:単位|单位)[は:： ]*|\bunits?\s?[:：]\s*)([^()[\]、。,.]{1,24})|[(（[]([^()[\]（）]{1,24})[)）\]]\s*$|\b(?:in|figures in) ((?:us |u\.s\. )?(?:thousands?|millions?|billions?|trillions?|hundreds?|percent|per cent|%|[$€£¥]|tons?|tonnes?|yen|dollars?|euros?|kwh|people|persons|units)[^.,;()]{0,24})/i;

function captionOf(over: string, under: string): string {
  for (const line of [over, under]) {
    if (line.length > 160) continue;
    const match = UNIT.exec(line);
    const unit = match && (match[1] ?? match[2] ?? match[3]);
    if (unit) return unit.trim();
  }
  return '';
}

/** What a corner names is the unit of all columns. */
function cornerUnit(corner: string): string {
  const unit = UNIT.exec(corner);
  return unit ? ` ${unit[0].trim()}` : '';
}
