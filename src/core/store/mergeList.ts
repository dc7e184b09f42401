import { canonicalJson } from '../model/canonicalJson';
import type { Path } from './checkShape';
import { conflictingValues, isRecord } from './conflictValue';
import type { Side } from './mergeData';
import type { YamlValue } from './toData';
import { sameData } from './yamlData';

type Items = readonly YamlValue[];
type Named = [
  was: ReadonlyMap<string, YamlValue>,
  one: ReadonlyMap<string, YamlValue>,
  other: ReadonlyMap<string, YamlValue>,
];
type MergeValue = (base: Side, ours: Side, theirs: Side, path: Path) => Side;

/**
 * Unites two versions of a list: what is left of the base in its order, then what was added; additions of
 * both sides are put into one order that does not depend on who merges. An item that one side took out is
 * out, unless the other changed it.
 */
export function mergeList(base: Items, ours: Items, theirs: Items, path: Path, mergeValue: MergeValue): Items {
  const name = String(path.at(-1));
  const [was, one, other] = [base, ours, theirs].map((list) => identify(name, list, [base, ours, theirs])) as Named;
  const merged: YamlValue[] = [];
  for (const [id, item] of was) {
    const value = mergeValue(item, one.get(id), other.get(id), [...path, 0]);
    if (value !== undefined) merged.push(value);
  }
  const added = (side: ReadonlyMap<string, YamlValue>) => [...side.keys()].filter((id) => !was.has(id));
  const ids = [...new Set([...added(one), ...added(other)])];
  const items = ids.flatMap((id) => {
    const value = mergeValue(undefined, one.get(id), other.get(id), [...path, 0]);
    return value === undefined ? [] : [value];
  });
  // When only one side added, its order stays.
  if (added(one).length > 0 && added(other).length > 0) items.sort(byTime);
  return [...merged, ...items];
}

/** By `at` where there is one, else by content. */
function byTime(a: YamlValue, b: YamlValue): number {
  const key = (item: YamlValue) => (isRecord(item) && typeof item.at === 'string' ? item.at : '') + canonicalJson(item);
  return key(a) < key(b) ? -1 : 1;
}

/**
 * Gives the items of a list names, so that an item has the same one in all three versions. Where a name would be that of
 * two (two comments with one id, by a copy or by chance), each is named by all that it says, and both stay.
 */
function identify(name: string, list: Items, all: readonly [Items, Items, Items]): ReadonlyMap<string, YamlValue> {
  if (name === 'citations') return identifyCitations(list, all);
  const doubtful = doubtfulNames(name, all);
  return new Map(
    list.map((item) => {
      const id = identityOf(name, item);
      return [doubtful.has(id) ? canonicalJson([id, item]) : id, item];
    }),
  );
}

/** Names that two unlike items of one version have, or that both sides gave to unlike things. */
function doubtfulNames(name: string, [base, ours, theirs]: readonly [Items, Items, Items]): ReadonlySet<string> {
  const doubtful = new Set<string>();
  const read = (list: Items) => {
    const named = new Map<string, YamlValue>();
    for (const item of list) {
      const id = identityOf(name, item);
      if (named.has(id) && !sameData(named.get(id), item)) doubtful.add(id);
      named.set(id, item);
    }
    return named;
  };
  const [was, one, other] = [read(base), read(ours), read(theirs)];
  for (const [id, item] of one) if (!was.has(id) && other.has(id) && !sameData(other.get(id), item)) doubtful.add(id);
  return doubtful;
}

function identityOf(name: string, stored: YamlValue): string {
  const item = known(stored);
  if (isRecord(item)) {
    if (name === 'thread' && typeof item.id === 'string') return item.id;
    if (name === 'rates') return canonicalJson([item.from ?? null, item.to ?? null, item.date ?? null]);
    if (name === 'patterns' && typeof item.pattern === 'string') return item.pattern;
  }
  return canonicalJson(item);
}

/**
 * A citation is known by its source and the passage that it quotes. Only where every version cites the source once, and no
 * two of them were worked on apart, another passage is a change of the citation: a place of one passage must not come to
 * stand with the words of another.
 */
function identifyCitations(list: Items, all: readonly [Items, Items, Items]): Map<string, YamlValue> {
  const named = new Map<string, YamlValue>();
  const single = singleSources(all);
  for (const item of list) {
    const citation = known(item);
    const source = sourceOf(item);
    const id = canonicalJson(
      single.has(canonicalJson(source)) || !isRecord(citation) ? [source] : [source, citation.exact ?? null],
    );
    // Two that are told apart by nothing else than a note both stay.
    named.set(named.has(id) ? canonicalJson([id, item]) : id, item);
  }
  return named;
}

function singleSources(all: readonly [Items, Items, Items]): ReadonlySet<string> {
  const [was, one, other] = all.map((list) => {
    const bySource = new Map<string, YamlValue[]>();
    for (const item of list) {
      const source = canonicalJson(sourceOf(item));
      bySource.set(source, [...(bySource.get(source) ?? []), item]);
    }
    return bySource;
  }) as [Map<string, YamlValue[]>, Map<string, YamlValue[]>, Map<string, YamlValue[]>];
  const single = new Set<string>();
  for (const source of new Set([...was.keys(), ...one.keys(), ...other.keys()])) {
    const versions = [was, one, other].map((bySource) => bySource.get(source) ?? []);
    if (versions.some((items) => items.length > 1)) continue;
    const [before, ours, theirs] = versions.map(([item]) => item);
    const isOneSided = ours === undefined || theirs === undefined || sameData(ours, before) || sameData(theirs, before);
    if (isOneSided || sameData(quoteOf(ours), quoteOf(theirs))) single.add(source);
  }
  return single;
}

function sourceOf(item: YamlValue): YamlValue {
  const citation = known(item);
  return (isRecord(citation) ? citation.source : undefined) ?? null;
}

function quoteOf(item: YamlValue): YamlValue {
  const citation = known(item);
  return (isRecord(citation) ? citation.exact : undefined) ?? null;
}

/** The item that is meant while a conflict over it is open. */
function known(item: YamlValue): YamlValue {
  return conflictingValues(item)?.find((value) => value !== null) ?? item;
}
