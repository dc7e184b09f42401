import { type CST, isMap, isPair, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Range } from '../text/range';

/** An entry of a mapping or an item of a sequence, with the places an edit needs. */
export interface YamlEntry {
  /** The key as text, as `toData` names it; the index for an item of a sequence. */
  readonly name: string | number;
  /** Where the entry starts, with its anchors, tags and indicators (`?`, `-`). */
  readonly start: number;
  readonly key: ParsedNode | undefined;
  /** Undefined for a key that stands alone in a flow mapping. */
  readonly value: ParsedNode | undefined;
  /** False for a key without its colon, as `? key` and a name alone in a flow mapping are. */
  readonly hasMark: boolean;
  /** Behind the colon or dash, before anchors and tags of the value. */
  readonly valueStart: number;
  /** Behind the last character that belongs to the entry; comments and white space excluded. */
  readonly end: number;
  readonly tag: Range | undefined;
  /** An anchor of the value. */
  readonly anchor: Range | undefined;
}

export type YamlCollection = YAMLMap<ParsedNode, ParsedNode | null> | YAMLSeq<ParsedNode>;

export function isCollection(node: ParsedNode | undefined): node is ParsedNode & YamlCollection {
  return isMap(node) || isSeq(node);
}

/**
 * The text of a key, as it is used in paths; undefined for a key that is a collection or an alias. A plain
 * key is what stands there (`2025-06`, `1.0`), whatever type YAML would give it.
 */
export function keyName(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

/** The entries of a collection in the order of the text. Entries whose key is no text are included with `''`. */
export function entriesOf(node: YamlCollection): readonly YamlEntry[] {
  let entries = knownEntries.get(node);
  if (!entries) {
    entries = readEntries(node);
    knownEntries.set(node, entries);
  }
  return entries;
}

/** Nodes are never changed, and a long mapping is asked for its entries once for each edit in it. */
const knownEntries = new WeakMap<YamlCollection, readonly YamlEntry[]>();

/** The first entry of that name. Thousands of paths lead through the same long mapping. */
export function entryNamed(node: YamlCollection, name: string | number): YamlEntry | undefined {
  const entries = entriesOf(node);
  if (typeof name === 'number' || entries.length < 16) return entries.find((candidate) => candidate.name === name);
  let names = knownNames.get(node);
  if (!names) {
    names = new Map([...entries].reverse().map((entry) => [entry.name, entry]));
    knownNames.set(node, names);
  }
  return names.get(name);
}

const knownNames = new WeakMap<YamlCollection, ReadonlyMap<string | number, YamlEntry>>();

function readEntries(node: YamlCollection): readonly YamlEntry[] {
  const token = node.srcToken as CST.FlowCollection | CST.BlockMap | CST.BlockSequence | undefined;
  if (isMap(node)) {
    return node.items.flatMap((pair) => {
      const item = (pair as { srcToken?: CST.CollectionItem }).srcToken;
      return item ? [toEntry(keyName(pair.key) ?? '', item, pair.key, pair.value ?? undefined)] : [];
    });
  }
  const items = (token?.items ?? []).filter(
    (item) => item.value || item.key || item.sep || item.start.some(({ type }) => isItemMark(type)),
  );
  // The two lists differ only in a malformed file, which is never edited.
  return node.items.flatMap((value, index) => {
    const item = items[index];
    return item ? [toEntry(index, item, undefined, isPair(value) ? undefined : value)] : [];
  });
}

function isItemMark(type: CST.SourceToken['type']): boolean {
  return type === 'seq-item-ind' || type === 'anchor' || type === 'tag' || type === 'explicit-key-ind';
}

function toEntry(
  name: string | number,
  item: CST.CollectionItem,
  key: ParsedNode | undefined,
  value: ParsedNode | undefined,
): YamlEntry {
  const lead = item.start.filter(({ type }) => !isFiller(type));
  const props = (key ? (item.sep ?? []) : item.start).filter(({ type }) => !isFiller(type));
  const mark = props.find(({ type }) => type === 'map-value-ind' || type === 'seq-item-ind');
  const range = (type: CST.SourceToken['type']) => {
    const found = props.find((token) => token.type === type);
    return found && { start: found.offset, end: found.offset + found.source.length };
  };
  const first = lead[0]?.offset ?? item.key?.offset ?? item.sep?.[0]?.offset ?? item.value?.offset ?? 0;
  const keyEnd = key ? key.range[1] : first;
  const lastProp = props.at(-1);
  const propsEnd = lastProp ? lastProp.offset + lastProp.source.length : keyEnd;
  const end = item.value && value ? contentEnd(value) : Math.max(propsEnd, keyEnd);
  return {
    name,
    start: first,
    key,
    value,
    hasMark: mark !== undefined || !key,
    valueStart: mark ? mark.offset + mark.source.length : (item.value?.offset ?? keyEnd),
    end,
    tag: range('tag'),
    anchor: range('anchor'),
  };
}

function isFiller(type: CST.SourceToken['type']): boolean {
  return type === 'space' || type === 'comment' || type === 'newline' || type === 'comma';
}

/** Behind the last character of a node's content. A block scalar's trailing line breaks belong to it. */
export function contentEnd(node: ParsedNode): number {
  if (!isCollection(node) || node.flow) return node.range[1];
  return entriesOf(node).at(-1)?.end ?? node.range[1];
}

/** The node a path leads to, and the entries passed on the way; an alias is not followed. */
export function findEntry(
  contents: ParsedNode | undefined,
  path: readonly (string | number)[],
): { readonly entries: readonly YamlEntry[]; readonly node: ParsedNode | undefined } | undefined {
  const entries: YamlEntry[] = [];
  let node = contents;
  for (const name of path) {
    if (!isCollection(node)) return undefined;
    const wanted = isSeq(node) ? Number(name) : String(name);
    const entry = entryNamed(node, wanted);
    if (!entry) return undefined;
    entries.push(entry);
    node = entry.value;
  }
  return { entries, node };
}

/** Where the key and the value of a path stand, in UTF-16 offsets; an empty value has an empty range. */
export function locateInYaml(
  contents: ParsedNode | undefined,
  path: readonly (string | number)[],
): { key?: Range; value: Range } | undefined {
  const found = findEntry(contents, path);
  if (!found) return undefined;
  const { entries, node } = found;
  const last = entries.at(-1);
  const value = node ? valueRange(node) : { start: last?.end ?? 0, end: last?.end ?? 0 };
  return last?.key ? { key: { start: last.key.range[0], end: last.key.range[1] }, value } : { value };
}

function valueRange(node: ParsedNode): Range {
  return { start: node.range[0], end: Math.max(node.range[0], contentEnd(node)) };
}
