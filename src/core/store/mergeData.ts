import { canonicalJson } from '../model/canonicalJson';
import type { Path } from './checkShape';
import { CONFLICT_KEY, conflictingValues, isRecord, REMOVED } from './conflictValue';
import { isOrderedKey, keyBefore } from './keyOrder';
import { mergeList } from './mergeList';
import type { YamlValue } from './toData';
import { sameData } from './yamlData';

/** Undefined stands for what is not there. */
export type Side = YamlValue | undefined;

type YamlRecord = Readonly<Record<string, YamlValue>>;

/** Mappings whose entries are things of their own, with a target in the article. */
const ANCHORED = new Set(['claims', 'exemptions', 'mentions']);
/** Mappings that hold what is merged one by one; one that is not there is as good as an empty one. */
const CONTAINERS = new Set([...ANCHORED, 'names', 'custom', 'rules', 'figures', 'review', 'people']);
/** Lists whose order means something, and which so are changed as a whole. */
const ORDERED_LISTS = new Set(['author']);

/**
 * Merges what two sides made of one file, entry by entry. What one side changed is taken; what both changed
 * alike is taken once; lists are united; where both changed one value, both stay as an open conflict (see
 * `conflictValue`). The result does not depend on which side is called ours, except for the order of keys.
 */
export function mergeData(base: Side, ours: Side, theirs: Side, path: Path = []): Side {
  if (sameData(ours, theirs)) return ours;
  if (sameData(ours, base)) return theirs;
  if (sameData(theirs, base)) return ours;
  const special = mergeSpecial(base, ours, theirs, path);
  if (special) return special.value;
  if (conflictingValues(ours) || conflictingValues(theirs)) return mergeConflicting(base, ours, theirs);
  const name = String(path.at(-1));
  const empty = CONTAINERS.has(name) ? {} : undefined;
  const [one, other] = [ours ?? empty, theirs ?? empty];
  if (isRecord(one) && isRecord(other)) {
    const records = mergeRecords(isRecord(base) ? base : {}, one, other, path);
    const merged = isEntry(path) && records[CONFLICT_KEY] === REMOVED ? withTargetOf(base, records) : records;
    return Object.keys(merged).length === 0 && (ours === undefined || theirs === undefined) ? undefined : merged;
  }
  const isList = (side: Side) => side === undefined || side === null || Array.isArray(side);
  if (isList(ours) && isList(theirs) && !ORDERED_LISTS.has(name)) {
    const items = (side: Side) => (Array.isArray(side) ? side : []);
    const merged = mergeList(items(base), items(ours), items(theirs), path, mergeData);
    return merged.length === 0 && (ours === undefined || theirs === undefined) ? undefined : merged;
  }
  if (isEntry(path) && (ours === undefined || theirs === undefined)) {
    const changed = ours ?? theirs;
    // Following the text is not work that a removal could lose.
    if (isOnlyMoved(base, changed)) return undefined;
    if (isRecord(changed)) return { ...withTargetOf(base, changed), [CONFLICT_KEY]: REMOVED };
  }
  return mergeConflicting(base, ours, theirs);
}

/** Fields that have a rule of their own. */
function mergeSpecial(base: Side, ours: Side, theirs: Side, path: Path): { readonly value: Side } | undefined {
  const name = path.at(-1);
  // Each side's blob is true for that side's targets only; without one, claims are found by their words. Where
  // there was none before, nothing would tell the next merge that it was taken out, so one of the two serves.
  if (path.length === 1 && name === 'text' && !isRecord(ours) && !isRecord(theirs)) {
    return {
      value: base === undefined ? ([ours ?? null, theirs ?? null].sort(compareData)[0] ?? undefined) : undefined,
    };
  }
  if (path.length === 1 && name === 'version' && typeof ours === 'number' && typeof theirs === 'number') {
    return { value: Math.max(ours, theirs) };
  }
  if (name === 'target' && ANCHORED.has(String(path[0]))) {
    return { value: mergeTargets(base, ours, theirs) };
  }
  return undefined;
}

/**
 * A target is one thing: words of one side with the place of the other would point nowhere. Other words win
 * over another place; with the same words only the memory of the place differs, and any will do.
 */
function mergeTargets(base: Side, ours: Side, theirs: Side): Side {
  const kept = keptValues(base, ours, theirs);
  const exactOf = (value: Side) => (isRecord(value) ? value.exact : undefined);
  const reworded = kept.filter((value) => !sameData(exactOf(value), exactOf(base)));
  const values: YamlValue[] = [];
  for (const value of (reworded.length > 0 ? reworded : kept).sort(compareData)) {
    if (!values.some((other) => isRecord(value) && sameData(exactOf(other), exactOf(value)))) values.push(value);
  }
  return values.length === 1 ? (values[0] ?? undefined) : { [CONFLICT_KEY]: values };
}

function mergeConflicting(base: Side, ours: Side, theirs: Side): Side {
  const values = keptValues(base, ours, theirs);
  if (values.length === 1) return values[0] === null && ours !== null && theirs !== null ? undefined : values[0];
  return { [CONFLICT_KEY]: [...values].sort(compareData) };
}

/** Every value that stays open: what a side has of its own, and of the base what both still have. */
function keptValues(base: Side, ours: Side, theirs: Side): YamlValue[] {
  const [was, one, other] = [valuesOf(base), valuesOf(ours), valuesOf(theirs)];
  const has = (values: readonly YamlValue[], value: YamlValue) => values.some((item) => sameData(item, value));
  let kept = [...one, ...other].filter((value) => !has(was, value) || (has(one, value) && has(other, value)));
  // Settled in two ways at once: both answers stay.
  if (kept.length === 0) kept = [...one, ...other];
  return kept.filter((value, index) => kept.findIndex((item) => sameData(item, value)) === index);
}

function valuesOf(side: Side): readonly YamlValue[] {
  return conflictingValues(side) ?? [side ?? null];
}

/** An order of data that is the same everywhere; null comes last, because the first value is the one that is read. */
export function compareData(a: YamlValue, b: YamlValue): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [one, other] = [canonicalJson(a), canonicalJson(b)];
  return one < other ? -1 : Number(one > other);
}

function mergeRecords(base: YamlRecord, ours: YamlRecord, theirs: YamlRecord, path: Path): YamlRecord {
  const keys = Object.keys(ours);
  let previous: string | undefined;
  for (const key of Object.keys(theirs)) {
    if (!Object.hasOwn(ours, key)) keys.splice(placeOf(key, keys, previous, ours, theirs, path), 0, key);
    previous = key;
  }
  const merged: Record<string, YamlValue> = {};
  for (const key of keys) {
    const value = mergeData(own(base, key), own(ours, key), own(theirs, key), [...path, key]);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function own(record: YamlRecord, key: string): Side {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Where a key of theirs goes among those of ours: what has an order takes it, else behind the key it follows there. */
function placeOf(
  key: string,
  keys: readonly string[],
  previous: string | undefined,
  ours: YamlRecord,
  theirs: YamlRecord,
  path: Path,
): number {
  if (path.length === 1 && ANCHORED.has(String(path[0]))) {
    const start = startOf(theirs[key]);
    const isEarlier = (other: string) => {
      const at = startOf(own(ours, other) ?? own(theirs, other));
      return at < start || (at === start && other < key);
    };
    return keys.findLastIndex(isEarlier) + 1;
  }
  const order = path.length === 0 ? 'file' : path.length === 2 && path[0] === 'claims' ? 'claim' : undefined;
  const before = order && isOrderedKey(key, order) ? keyBefore(keys, key, order) : previous;
  return before === undefined ? 0 : keys.indexOf(before) + 1;
}

function startOf(entry: Side): number {
  const start = isRecord(entry) && isRecord(entry.target) ? entry.target.start : undefined;
  return typeof start === 'number' ? start : Number.POSITIVE_INFINITY;
}

/** Whether the path is that of a claim, exemption, mention override, source or entity as a whole. */
function isEntry(path: Path): boolean {
  return path.length === 2 ? ANCHORED.has(String(path[0])) : path.length === 1;
}

/** The place is that of the base where the words are: another order of merges would not know a newer one. */
function withTargetOf(base: Side, changed: YamlRecord): YamlRecord {
  if (!isRecord(base) || !isRecord(base.target) || !isRecord(changed.target)) return changed;
  return sameData(base.target.exact, changed.target.exact) ? { ...changed, target: base.target } : changed;
}

function isOnlyMoved(base: Side, side: Side): boolean {
  if (!isRecord(base) || !isRecord(side) || !isRecord(base.target) || !isRecord(side.target)) return false;
  const withoutPlace = (entry: YamlRecord) => ({ ...entry, target: (entry.target as YamlRecord).exact ?? null });
  return sameData(withoutPlace(base), withoutPlace(side));
}
