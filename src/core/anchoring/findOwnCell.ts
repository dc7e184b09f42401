import type { Range } from '../text/range';
import type { TextSearch } from './createTextSearch';
import { type TableHeads, tableHeadsAt } from './statements/tableHeads';
import type { Anchor } from './target';

/** So many occurrences of what stood in a cell are looked at: a table of many more is no place to guess in. */
const mostOccurrences = 24;

/**
 * Where a cell stands now whose row or column was moved: under the same two heads, with the same words in it, if that is
 * in one place. `exact` is what was marked in the cell; undefined for what reaches over cells or stood under one head.
 */
export function findOwnCell(search: TextSearch, exact: string, heads: TableHeads | undefined): Range | undefined {
  if (!heads || heads.row === '' || heads.column === '' || /[\n|]|<t[dhr]\b/i.test(exact)) return undefined;
  const { text } = search;
  const own = search
    .find(exact, mostOccurrences + 1)
    .filter((at) => standsApart(text, at, at + exact.length) && hasHeads(tableHeadsAt(text, at), heads));
  const [at, twin] = own;
  return at !== undefined && twin === undefined ? { start: at, end: at + exact.length } : undefined;
}

/** Whether what was found may not be the cell itself: it says something else, or it is nowhere. */
export function mayHaveOwnCell({ status }: Anchor): boolean {
  return status === 'valueChanged' || status === 'orphaned' || status === 'ambiguous';
}

function hasHeads(is: TableHeads | undefined, was: TableHeads): boolean {
  return is !== undefined && is.row === was.row && is.column === was.column;
}

/** 55 is no part of 155 or of 55.4. */
function standsApart(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}][.,]?$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[.,]?[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}
