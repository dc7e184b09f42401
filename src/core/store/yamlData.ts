import type { Path } from './checkShape';
import { isRecord } from './conflictValue';
import { structuredCopy, type YamlValue } from './toData';

/** One change to the data of a YAML text. What is missing on the way to a path is made. */
export type YamlOperation =
  /** A new key goes behind the key `after`, to the front with null, to the end without it. */
  | { readonly type: 'set'; readonly path: Path; readonly value: YamlValue; readonly after?: string | null }
  | { readonly type: 'append'; readonly path: Path; readonly value: YamlValue }
  /** The path is that of the list. */
  | { readonly type: 'insert'; readonly path: Path; readonly index: number; readonly value: YamlValue }
  | { readonly type: 'remove'; readonly path: Path }
  /** Gives the entry at a path another key, in its place. */
  | { readonly type: 'rename'; readonly path: Path; readonly key: string };

type YamlRecord = { readonly [key: string]: YamlValue };

export function valueAt(data: YamlValue | undefined, path: Path): YamlValue | undefined {
  let value = data;
  for (const name of path) {
    if (Array.isArray(value)) value = value[Number(name)];
    else if (isRecord(value) && Object.hasOwn(value, name)) value = value[name];
    else return undefined;
  }
  return value;
}

/** The data after an operation, sharing with the old what is the same; undefined when the operation does not fit it (an item put into a text). */
export function applyToData(data: YamlValue, operation: YamlOperation): YamlValue | undefined {
  const { path } = operation;
  switch (operation.type) {
    case 'set':
      return setAt(data, path, operation.value, operation.after);
    case 'append':
    case 'insert': {
      const list = valueAt(data, path) ?? [];
      if (!Array.isArray(list)) return undefined;
      const index = operation.type === 'append' ? list.length : Math.min(Math.max(0, operation.index), list.length);
      return setAt(data, path, list.toSpliced(index, 0, operation.value));
    }
    case 'remove': {
      if (path.length === 0) return null;
      const owner = path.slice(0, -1);
      const name = path.at(-1)!;
      const parent = valueAt(data, owner);
      if (Array.isArray(parent)) {
        const index = Number(name);
        return index < parent.length ? setAt(data, owner, parent.toSpliced(index, 1)) : data;
      }
      if (!isRecord(parent) || !Object.hasOwn(parent, name)) return data;
      const { [name]: _, ...rest } = parent;
      return setAt(data, owner, rest);
    }
    case 'rename': {
      const parent = valueAt(data, path.slice(0, -1));
      const name = String(path.at(-1));
      if (!isRecord(parent) || !Object.hasOwn(parent, name)) return undefined;
      if (name === operation.key) return data;
      if (Object.hasOwn(parent, operation.key)) return undefined;
      const renamed = Object.fromEntries(
        Object.entries(parent).map(([key, value]) => [key === name ? operation.key : key, value]),
      );
      return setAt(data, path.slice(0, -1), renamed);
    }
  }
}

function setAt(data: YamlValue, path: Path, value: YamlValue, after?: string | null): YamlValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (name === '__proto__') return undefined;
  if (Array.isArray(data)) {
    const index = Number(name);
    if (!(index >= 0 && index <= data.length)) return undefined;
    const item = setAt(data[index] ?? null, rest, value, after);
    return item === undefined ? undefined : data.toSpliced(index, 1, item);
  }
  if (data !== null && !isRecord(data)) return undefined;
  const isNew = !data || !Object.hasOwn(data, name);
  const item = setAt((isNew ? null : data[name]) ?? null, rest, value, after);
  if (item === undefined) return undefined;
  return isNew && rest.length === 0 && after !== undefined
    ? insertKey(data ?? {}, String(name), item, after)
    : { ...data, [name]: item };
}

/**
 * As `applyToData`, for data that nobody else holds: a scalar in the place of another is written into it. A
 * thousand changes to a long file would else copy its mappings a thousand times.
 */
export function applyInPlace(data: YamlValue, operation: YamlOperation): YamlValue | undefined {
  if (operation.type === 'set' && isText(operation.value) && isText(valueAt(data, operation.path))) {
    const owner = valueAt(data, operation.path.slice(0, -1)) as Record<string | number, YamlValue> | undefined;
    if (owner) {
      owner[operation.path.at(-1)!] = operation.value;
      return data;
    }
  }
  const isOwn = !('value' in operation) || isText(operation.value);
  return applyToData(data, isOwn ? operation : { ...operation, value: structuredCopy(operation.value) });
}

/**
 * Carries an operation out in data that nobody else holds, whatever the order of its keys becomes. False for what does
 * not fit it.
 */
export function changeOwn(data: YamlValue, operation: YamlOperation): boolean {
  const owner =
    operation.type === 'append' || operation.type === 'insert' ? operation.path : operation.path.slice(0, -1);
  const parent = valueAt(data, owner) as Record<string | number, YamlValue> | YamlValue[] | undefined;
  const name = operation.path.at(-1);
  if (parent === null || typeof parent !== 'object' || name === undefined || name === '__proto__') return false;
  switch (operation.type) {
    case 'set':
      if (Array.isArray(parent) && !(Number(name) < parent.length)) return false;
      (parent as Record<string | number, YamlValue>)[name] = structuredCopy(operation.value);
      return true;
    case 'insert':
      if (!Array.isArray(parent)) return false;
      parent.splice(Math.min(Math.max(0, operation.index), parent.length), 0, structuredCopy(operation.value));
      return true;
    case 'append':
      if (!Array.isArray(parent)) return false;
      parent.push(structuredCopy(operation.value));
      return true;
    case 'remove':
      if (Array.isArray(parent)) return false;
      return delete (parent as Record<string, YamlValue>)[name];
    case 'rename':
      return false;
  }
}

/** Whether a value is a text, a number or a truth value. */
export function isText(value: YamlValue | undefined): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

/** Keeps the order of keys that the text will have; a key to go behind that is not there means the end. */
function insertKey(record: YamlRecord, name: string, item: YamlValue, after: string | null): YamlRecord {
  const entries = Object.entries(record);
  const before = after === null ? 0 : entries.findIndex(([key]) => key === after) + 1 || entries.length;
  return Object.fromEntries(entries.toSpliced(before, 0, [name, item]));
}

export function sameData(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameData(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameData(a[key], b[key]))
  );
}

/**
 * The operations that turn one value into another in place, entry by entry, so that an edit leaves alone what
 * stays the same. A value of another kind is set as a whole.
 */
export function differences(from: YamlValue | undefined, to: YamlValue, path: Path): readonly YamlOperation[] {
  if (sameData(from, to)) return [];
  const keys = isRecord(to) ? Object.keys(to) : [];
  // A mapping with other keys is another thing, and written anew; but a file stays the file.
  const isSameThing =
    path.length === 0 || keys.length === 0 || keys.some((key) => isRecord(from) && Object.hasOwn(from, key));
  if (isRecord(from) && isRecord(to) && isSameThing) {
    const operations: YamlOperation[] = [];
    let after: string | null = null;
    for (const [key, value] of Object.entries(to)) {
      if (!Object.hasOwn(from, key)) operations.push({ type: 'set', path: [...path, key], value, after });
      else operations.push(...differences(from[key], value, [...path, key]));
      after = key;
    }
    // Last, so that the mapping is at no time an empty one, which is written in another way.
    for (const key of Object.keys(from)) {
      if (!Object.hasOwn(to, key)) operations.push({ type: 'remove', path: [...path, key] });
    }
    return operations;
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length > 0 && to.length > 0) {
    // What both lists start and end with stays; a list of one kind seldom changes in two places at once.
    const limit = Math.min(from.length, to.length);
    let head = 0;
    while (head < limit && sameData(from[head], to[head])) head++;
    let tail = 0;
    while (tail < limit - head && sameData(from.at(-1 - tail), to.at(-1 - tail))) tail++;
    const operations: YamlOperation[] = [];
    const changed = limit - head - tail;
    for (let index = head; index < head + changed; index++) {
      operations.push(...differences(from[index], to[index]!, [...path, index]));
    }
    for (let index = from.length - tail - 1; index >= head + changed; index--) {
      operations.push({ type: 'remove', path: [...path, index] });
    }
    for (let index = head + changed; index < to.length - tail; index++) {
      operations.push({ type: 'insert', path, index, value: to[index]! });
    }
    return operations;
  }
  return [{ type: 'set', path, value: to }];
}
