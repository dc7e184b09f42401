import { canonicalJson } from '../model/canonicalJson';
import type { ArticleFile } from '../model/schema';
import { findMarkedConflicts, sideOfConflicts } from '../store/conflictMarkers';
import { commonData } from '../store/mergeStore';
import { parseArticleFile } from '../store/parseStoreFile';
import { readYaml } from '../store/readYaml';
import { countSharedEntries } from './findTwins';

type Texts = readonly (string | undefined)[];

/** Two versions of one file that a merge did not make one of: see `twinFork` and `markedFork`. Texts are in the order of the files. */
export interface Fork {
  readonly files: readonly string[];
  /** Whether both versions are there. */
  isForked(texts: Texts): boolean;
  sides(texts: Texts): readonly string[];
  /** The side that came to what was there before. */
  brought(texts: Texts, before: Texts): string | undefined;
}

/** Two files that hold annotations of one article under two names. */
export function twinFork(one: string, other: string): Fork {
  const isThere = (text: string | undefined) => text !== undefined;
  return {
    files: [one, other],
    isForked: (texts) => texts.every(isThere),
    sides: (texts) => texts.filter(isThere),
    brought: (texts, before) => texts.find((text, index) => text !== undefined && before[index] === undefined),
  };
}

/** A file with the marks of a merge by lines. */
export function markedFork(file: string): Fork {
  const side = (text: string | undefined, of: 'ours' | 'theirs') => sideOfConflicts(text ?? '', of);
  return {
    files: [file],
    isForked: ([text]) => text !== undefined && findMarkedConflicts(text).length > 0,
    sides: ([text]) => [side(text, 'ours'), side(text, 'theirs')],
    brought: ([text]) => side(text, 'theirs'),
  };
}

/** Whether a version holds something of every side. */
export function sharedByAll(version: string, sides: readonly string[]): boolean {
  const stored = parseArticleFile(version).value;
  return sides.every((side) => countSharedEntries(stored, parseArticleFile(side).value) > 0);
}

/**
 * What a text still has of the version that most of its entries are the same in, wherever they stand; of several the first.
 * It is a version from which nothing is missing in the text, so what others added meanwhile is not taken for undone.
 */
export function keptOfLikest(text: string, versions: Iterable<string>): string | undefined {
  const entries = entriesOf(text);
  let best: { readonly version: string; readonly count: number } | undefined;
  for (const version of versions) {
    const there = entriesOf(version);
    const count = [...entries].filter(([id, entry]) => there.get(id) === entry).length;
    if (count > (best?.count ?? 0)) best = { version, count };
  }
  // JSON is YAML.
  return best && JSON.stringify(commonData(readYaml(text).value, readYaml(best.version).value) ?? {});
}

/** What each entry says, without where it stands. */
function entriesOf(text: string): ReadonlyMap<string, string> {
  const stored: ArticleFile = parseArticleFile(text).value;
  return new Map(
    (['claims', 'exemptions', 'mentions'] as const).flatMap((kind) =>
      Object.entries(stored[kind] ?? {}).map(([id, entry]): [string, string] => [
        `${kind} ${id}`,
        canonicalJson({ ...entry, target: entry.target?.exact ?? null }),
      ]),
    ),
  );
}
