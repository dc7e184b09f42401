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

/** Gives the items of a list names, so that an item has the same one in all three versions. */
function identify(name: string, list: Items, all: readonly Items[]): ReadonlyMap<string, YamlValue> {
  if (name === 'citations') return identifyCitations(list, all);
  return new Map(list.map((item) => [identityOf(name, item), item]));
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
 * A citation is known by its source; where a list cites one source more than once, also by the passage, so
 * that a changed passage of a source cited once is a change, not a second citation.
 */
function identifyCitations(list: Items, all: readonly Items[]): Map<string, YamlValue> {
  const named = new Map<string, YamlValue>();
  const sourceOf = (item: YamlValue) => {
    const citation = known(item);
    return isRecord(citation) ? citation.source : undefined;
  };
  for (const item of list) {
    const source = sourceOf(item) ?? null;
    const isSingle = all.every((other) => other.filter((entry) => sameData(sourceOf(entry), source)).length <= 1);
    const citation = known(item);
    const id = canonicalJson(isSingle || !isRecord(citation) ? [source] : [source, citation.exact ?? null]);
    // Two that are told apart by nothing else than a note both stay.
    named.set(named.has(id) ? canonicalJson([id, item]) : id, item);
  }
  return named;
}

/** The item that is meant while a conflict over it is open. */
function known(item: YamlValue): YamlValue {
  return conflictingValues(item)?.find((value) => value !== null) ?? item;
}
