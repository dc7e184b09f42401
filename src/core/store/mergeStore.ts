import type { Problem } from '../model/problem';
import type { Path } from './checkShape';
import { findMarkedConflicts, sideOfConflicts } from './conflictMarkers';
import { conflictingValues, findOpenConflicts, isRecord, type OpenConflict } from './conflictValue';
import { editYaml } from './editYaml';
import { mergeData, type Side } from './mergeData';
import { mergeLines } from './mergeLines';
import type { BorrowedLines } from './planYamlEdit';
import { readYaml, type YamlRead } from './readYaml';
import { applyTextEdits } from './textEdits';
import type { YamlValue } from './toData';
import { differences, sameData, valueAt, type YamlOperation } from './yamlData';
import { behindEntry, columnOf, isFirstOnLine, lineStart } from './yamlLines';
import { entriesOf, findEntry, isCollection, type YamlEntry } from './yamlNodes';

export type Merge =
  | {
      readonly status: 'merged';
      readonly text: string;
      /** What both sides changed; each stands in the text as an open conflict, with all its values. */
      readonly conflicts: readonly OpenConflict[];
    }
  /** A side is not well-formed YAML, so its structure cannot be merged; the problems are those of that side. */
  | { readonly status: 'unreadable'; readonly side: 'base' | 'ours' | 'theirs'; readonly problems: readonly Problem[] };

/**
 * Merges two versions of a store file that come from one base, by structure: see `mergeData` for what becomes
 * of the data. Comments and layout of both sides are kept as far as their lines do not collide. The text is
 * the same whichever side is called ours. An empty base stands for a file that both sides made. Where branches were
 * merged into each other before, or git replays what a person settled (rerere), a version holds the marks of an earlier
 * merge: what is between them is merged first.
 */
export function mergeStore(markedBase: string, markedOurs: string, markedTheirs: string): Merge {
  const [base, ours, theirs] = [markedBase, markedOurs, markedTheirs].map((text) => withoutMarkers(text)) as [
    string,
    string,
    string,
  ];
  const reads = { base: readYaml(base), ours: readYaml(ours), theirs: readYaml(theirs) };
  for (const side of ['base', 'ours', 'theirs'] as const) {
    if (!reads[side].wellFormed) return { status: 'unreadable', side, problems: reads[side].problems };
  }
  const texts = { base, ours, theirs };
  return mergeTexts(reads.base.value, texts, reads.ours, reads.theirs, () =>
    ours <= theirs ? mergeLines(base, ours, theirs) : mergeLines(base, theirs, ours),
  );
}

/**
 * Merges by structure what git could not merge by lines: a text with `<<<<<<<` and `>>>>>>>`. Where neither
 * the markers (`merge.conflictStyle` of git) nor the caller knows the base, what only one side has counts as
 * added by it.
 * @param knownBase the version that both sides come from, whole, as git's index keeps it.
 */
export function mergeConflictMarkers(text: string, knownBase?: string): Merge {
  const conflicts = findMarkedConflicts(text);
  const texts = { base: '', ours: sideOfConflicts(text, 'ours'), theirs: sideOfConflicts(text, 'theirs') };
  const ours = readYaml(texts.ours);
  const theirs = readYaml(texts.theirs);
  if (!ours.wellFormed) return { status: 'unreadable', side: 'ours', problems: ours.problems };
  if (!theirs.wellFormed) return { status: 'unreadable', side: 'theirs', problems: theirs.problems };
  const isMarked = conflicts.every((conflict) => conflict.base);
  // The part of the base may hold the marks of another merge; each is shorter than what is around it.
  const baseText = knownBase ?? (isMarked ? withoutMarkers(sideOfConflicts(text, 'base')) : undefined);
  const base = baseText === undefined ? undefined : readYaml(baseText);
  const baseValue = base?.wellFormed ? base.value : (commonData(ours.value, theirs.value) ?? {});
  return mergeTexts(baseValue, texts, ours, theirs, () => undefined);
}

/**
 * Merges another version of one article's annotations into a file, as if both were versions of it: the other one was
 * kept under an earlier name of the article. The file's `article` stays.
 * @param base the version that both come from. Where that is not known, what only one has counts as added by it, and
 *   entries stand where the file says.
 * @param place the article that the file is of by its place, where the file leaves it open.
 */
export function mergeVersion(base: string | undefined, kept: string, other: string, place?: string): Merge {
  const texts = { base: '', ours: withoutMarkers(kept, base), theirs: withoutMarkers(other, base) };
  const ours = readYaml(texts.ours);
  const theirs = readYaml(texts.theirs);
  if (!ours.wellFormed) return { status: 'unreadable', side: 'ours', problems: ours.problems };
  if (!theirs.wellFormed) return { status: 'unreadable', side: 'theirs', problems: theirs.problems };
  const named = isRecord(ours.value) ? ours.value.article : undefined;
  const article = conflictingValues(named) ? (place ?? named) : named;
  const renamed = (value: YamlValue): YamlValue =>
    isRecord(value) && article !== undefined ? { ...value, article } : value;
  const known = base === undefined ? undefined : readYaml(withoutMarkers(base));
  const value = known?.wellFormed ? known.value : withTargets(commonData(ours.value, theirs.value) ?? {}, theirs.value);
  const [one, second] = [ours, theirs].map((side) => ({ ...side, value: renamed(side.value) })) as [YamlRead, YamlRead];
  return mergeTexts(renamed(value), texts, one, second, () => undefined, 'ours');
}

/**
 * Where both sides renamed an article, a merge leaves open which name it has; the place of the file says it.
 * @returns undefined where that is not open.
 */
export function settleArticle(text: string, place: string): string | undefined {
  const read = readYaml(text);
  if (!read.wellFormed || !isRecord(read.value) || !conflictingValues(read.value.article)?.includes(place))
    return undefined;
  const { edits, problems } = editYaml(text, differences(read.value, { ...read.value, article: place }, []));
  return problems.length === 0 ? applyTextEdits(text, edits) : undefined;
}

/** Where a claim stood in an article that is gone says nothing against where it stands now. */
function withTargets(base: YamlValue, other: YamlValue): YamlValue {
  if (!isRecord(base) || !isRecord(other)) return base;
  const result: Record<string, YamlValue> = { ...base };
  for (const kind of ['claims', 'exemptions', 'mentions']) {
    const [entries, others] = [base[kind], other[kind]];
    if (!isRecord(entries) || !isRecord(others)) continue;
    result[kind] = Object.fromEntries(
      Object.entries(entries).map(([id, entry]) => {
        const there = Object.hasOwn(others, id) ? others[id] : undefined;
        return [id, isRecord(entry) && isRecord(there) && there.target ? { ...entry, target: there.target } : entry];
      }),
    );
  }
  return result;
}

function withoutMarkers(text: string, base?: string): string {
  if (findMarkedConflicts(text).length === 0) return text;
  const merge = mergeConflictMarkers(text, base);
  return merge.status === 'merged' ? merge.text : text;
}

function mergeTexts(
  base: YamlValue,
  texts: { readonly base: string; readonly ours: string; readonly theirs: string },
  ours: YamlRead,
  theirs: YamlRead,
  byLines: () => string | undefined,
  edited?: 'ours',
): Merge {
  // One order for both ways to call it: the text that sorts first is the one that is edited.
  const isSwapped = edited === undefined && texts.theirs < texts.ours;
  const [first, second] = isSwapped ? [texts.theirs, texts.ours] : [texts.ours, texts.theirs];
  const [one, other] = isSwapped ? [theirs, ours] : [ours, theirs];
  const merged = mergeData(base ?? {}, one.value ?? {}, other.value ?? {}) ?? {};
  const done = (text: string): Merge => ({ status: 'merged', text, conflicts: findOpenConflicts(merged) });
  const lines = byLines();
  const borrow = (operation: YamlOperation) => borrowFrom(second, other, operation);
  for (const start of lines === undefined ? [first] : [lines, first]) {
    const read = readYaml(start);
    if (!read.wellFormed) continue;
    const { edits, problems } = editYaml(start, differences(read.value ?? {}, merged, []), borrow);
    if (problems.length === 0) return done(applyTextEdits(start, edits));
  }
  // Reached only when a text is beyond what can be edited: nothing is merged rather than something lost.
  return { status: 'unreadable', side: 'ours', problems: [] };
}

/** What two versions agree on, in place of a base that is not known. */
export function commonData(ours: Side, theirs: Side): Side {
  if (sameData(ours, theirs)) return ours;
  if (isRecord(ours) && isRecord(theirs)) {
    const shared: Record<string, YamlValue> = {};
    for (const key of Object.keys(ours)) {
      const value = Object.hasOwn(theirs, key) ? commonData(ours[key], theirs[key]) : undefined;
      if (value !== undefined) shared[key] = value;
    }
    return shared;
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    return ours.filter((item) => theirs.some((candidate) => sameData(item, candidate)));
  }
  return undefined;
}

/** The lines of an entry as the other text has them, with the comments above it, if they say what is meant. */
function borrowFrom(text: string, read: YamlRead, operation: YamlOperation): BorrowedLines | undefined {
  if (operation.type !== 'set' && operation.type !== 'insert') return undefined;
  const entry =
    operation.type === 'set'
      ? findSame(read, operation.path, operation.value)
      : findItem(read, operation.path, operation.value);
  if (!entry || !isFirstOnLine(text, entry.start)) return undefined;
  const column = columnOf(text, entry.start);
  let start = lineStart(text, entry.start);
  for (let above = start; above > 0; ) {
    above = lineStart(text, above - 1);
    if (/^( *)#/.exec(text.slice(above, start))?.[1]?.length !== column) break;
    start = above;
  }
  const lines = text.slice(start, behindEntry(text, entry)).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return { lines, column };
}

function findSame(read: YamlRead, path: Path, value: YamlValue): YamlEntry | undefined {
  if (!sameData(valueAt(read.value, path), value) || isFlowAround(read, path)) return undefined;
  return findEntry(read.contents(), path)?.entries.at(-1);
}

function findItem(read: YamlRead, path: Path, value: YamlValue): YamlEntry | undefined {
  const list = valueAt(read.value, path);
  const index = Array.isArray(list) ? list.findIndex((item) => sameData(item, value)) : -1;
  const node = findEntry(read.contents(), path)?.node;
  if (index < 0 || !isCollection(node) || isFlowAround(read, [...path, index])) return undefined;
  return entriesOf(node)[index];
}

function isFlowAround(read: YamlRead, path: Path): boolean {
  return path.some((_, depth) => {
    const node = findEntry(read.contents(), path.slice(0, depth))?.node;
    return isCollection(node) && node.flow === true;
  });
}
