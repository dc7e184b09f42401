import type { MeaningChange } from './change';
import { compareMeaning } from './compareMeaning';
import { findMeaningWords, type MeaningWord } from './meaningWords';
import { readStatement, scriptOf } from './statement';
import type { TableHeads } from './tableHeads';

/** What heads the row and the column of a cell, and the unit of the table. */
export function* compareHeads(was: TableHeads | undefined, is: TableHeads | undefined): Generator<MeaningChange> {
  if (!was || !is) return;
  if (was.unit !== is.unit) yield { kind: 'unit', was: was.unit.trim(), is: is.unit.trim() };
  // A head that was put over what had none says what was meant.
  for (const head of ['column', 'row'] as const)
    if (was[head] !== is[head] && !(head === 'column' && was.column === ''))
      yield { kind: 'header', was: was[head], is: is[head] };
  if (was.title !== undefined && is.title !== undefined && was.title !== is.title)
    yield* compareTitles(was.title, is.title);
}

/** A caption may be reworded; where it names another time, measure or subject, its cells are of that. */
function* compareTitles(was: string, is: string): Generator<MeaningChange> {
  const script = scriptOf(was);
  const [old, fresh] = [findMeaningWords(was, script), findMeaningWords(is, script)];
  const key = ({ kind, group, member }: MeaningWord) => `${kind} ${group} ${member}`;
  const lost = old.filter((word) => !fresh.some((other) => key(other) === key(word)));
  const gained = fresh.filter((word) => !old.some((other) => key(other) === key(word)));
  for (const word of lost) {
    const other = gained.find(({ kind, group }) => kind === word.kind && group === word.group);
    if (other) yield { kind: word.kind, was: was.slice(word.start, word.end), is: is.slice(other.start, other.end) };
  }
  const [one, other] = [measureOf(was), measureOf(is)];
  if (one && other && one.at(-1) === other.at(-1) && one[0] !== other[0])
    yield { kind: 'subject', was: one, is: other };
  const read = (title: string) => readStatement(title, { start: 0, end: title.length }, { start: true, end: true });
  // A word that came alone tells what was so all the while.
  yield* compareMeaning(read(was), read(is)).filter((change) => change.was !== '' && change.is !== '');
}

/** 失業率 of 表2 県別の失業率(%): the noun at the end of a Japanese or Chinese title that says what is measured. */
function measureOf(title: string): string | undefined {
  return /[\u4e00-\u9fffァ-ヺー]{1,12}[率数額额量費费高比価价](?=\s*(?:[(（【[][^()（）【】[\]]{0,20}[)）】\]])?$)/u.exec(
    title,
  )?.[0];
}
