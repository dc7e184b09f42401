import type { ArticleFile } from '../model/schema';

/** What tells a claim, an exemption or a meaning of a name from any other: ids are random, and both say who made it when. */
interface Entry {
  readonly by?: string;
  readonly at?: string;
}

/** Whether two entries of one id are one thing, perhaps worked on since, and not two that met by chance. */
export function isSameEntry(one: Entry | undefined, other: Entry | undefined): boolean {
  return one !== undefined && other !== undefined && one.by === other.by && one.at === other.at;
}

/** How many entries two files of annotations have in common. Those of different articles have none. */
export function countSharedEntries(one: ArticleFile, other: ArticleFile): number {
  return (['claims', 'exemptions', 'mentions'] as const).reduce((count, kind) => {
    const there = other[kind] ?? {};
    const ids = Object.keys(one[kind] ?? {}).filter((id) => Object.hasOwn(there, id));
    return count + ids.filter((id) => isSameEntry(one[kind]?.[id], there[id])).length;
  }, 0);
}

interface Place {
  readonly file: string;
  readonly text: string | undefined;
  /** Undefined for what cannot be read. */
  readonly stored: () => ArticleFile | undefined;
}

/** So many ids are looked for in every text before one is parsed. */
const SAMPLE = 8;

/**
 * The other files that hold annotations of the same article, those with the most in common first. There are such when an
 * article was renamed on one branch and worked on in another, and git took the two for different files.
 */
export function findTwins(stored: ArticleFile, others: Iterable<Place>): readonly string[] {
  const ids = (['claims', 'exemptions', 'mentions'] as const).flatMap((kind) => Object.keys(stored[kind] ?? {}));
  const step = Math.max(1, ids.length / SAMPLE);
  const sample = Array.from({ length: Math.min(ids.length, SAMPLE) }, (_, index) => ids[Math.floor(index * step)]!);
  const found: { readonly file: string; readonly shared: number }[] = [];
  for (const { file, text, stored: read } of others) {
    if (text === undefined || !sample.some((id) => text.includes(id))) continue;
    const other = read();
    const shared = other ? countSharedEntries(stored, other) : 0;
    if (shared > 0) found.push({ file, shared });
  }
  return found.sort((a, b) => b.shared - a.shared || (a.file < b.file ? -1 : 1)).map(({ file }) => file);
}
