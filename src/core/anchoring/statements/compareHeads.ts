import type { MeaningChange } from './change';
import type { TableHeads } from './tableHeads';

/** What heads the row and the column of a cell, and the unit of the table. */
export function* compareHeads(was: TableHeads | undefined, is: TableHeads | undefined): Generator<MeaningChange> {
  if (!was || !is) return;
  if (was.unit !== is.unit) yield { kind: 'unit', was: was.unit.trim(), is: is.unit.trim() };
  // A head that was put over what had none says what was meant.
  for (const head of ['column', 'row'] as const)
    if (was[head] !== is[head] && !(head === 'column' && was.column === ''))
      yield { kind: 'header', was: was[head], is: is[head] };
}
