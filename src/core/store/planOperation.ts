import { type Message, message } from '../model/message';
import type { Path } from './checkShape';
import { conflictingValues, isRecord, REMOVED } from './conflictValue';
import { findCitation } from './findCitation';
import { keyBefore, type OrderedKeys } from './keyOrder';
import type { PlannedOperation } from './operations';
import type { YamlValue } from './toData';
import { sameData, valueAt, type YamlOperation } from './yamlData';

/** What an operation means for the data of a file as it is now, or why it means nothing any more. */
export type Planned = { readonly operations: readonly YamlOperation[] } | { readonly refused: Message };

/** Turns an operation of the store into operations on YAML. */
export function planOperation(data: YamlValue, operation: PlannedOperation): Planned {
  switch (operation.type) {
    case 'createArticleFile':
      return { operations: fileHead(data, operation.article, operation.text) };
    case 'setArticle':
      return setKey(data, [], 'article', operation.article, 'file');
    case 'setText':
      return setKey(data, [], 'text', operation.text, 'file');
    case 'addClaim':
      return addAnchored(data, operation.article, 'claims', operation.id, operation.claim);
    case 'addExemption':
      return addAnchored(data, operation.article, 'exemptions', operation.id, operation.exemption);
    case 'addMentionOverride':
      return addAnchored(data, operation.article, 'mentions', operation.id, operation.override);
    case 'removeClaim':
      return removeEntry(data, ['claims'], operation.id);
    case 'removeExemption':
      return removeEntry(data, ['exemptions'], operation.id);
    case 'setUntil':
      return setKey(data, ['exemptions', operation.id], 'until', operation.until, 'exemption');
    case 'removeMentionOverride':
      return removeEntry(data, ['mentions'], operation.id);
    case 'setTarget':
      return setKey(data, [operation.in, operation.id], 'target', toYamlValue(operation.target), 'claim');
    case 'addCitation':
      return addItem(data, operation.claim, 'citations', operation.citation);
    case 'addVerdict':
      return addItem(data, operation.claim, 'verdicts', operation.verdict);
    case 'addMessage':
      return addItem(data, operation.claim, 'thread', operation.message);
    case 'setCitation':
      return changeCitation(data, operation.claim, operation.was, operation.citation);
    case 'removeCitation':
      return changeCitation(data, operation.claim, operation.citation, undefined);
    case 'setEntities': {
      const { entities } = operation;
      return setKey(data, ['claims', operation.claim], 'entities', entities.length > 0 ? entities : undefined, 'claim');
    }
    case 'setMeasure':
      return setKey(data, ['claims', operation.claim], 'measure', toYamlValue(operation.measure), 'claim');
    case 'setNote':
      return setKey(data, ['claims', operation.claim], 'note', operation.note || undefined, 'claim');
    case 'detach': {
      const { by, at } = operation;
      return setKey(data, ['claims', operation.claim], 'detached', { by, at }, 'claim');
    }
    case 'attach':
      return attach(data, operation.claim, toYamlValue(operation.target));
    case 'addSource':
      return addEntry(data, operation.id, operation.source);
    case 'addEntity':
      return addEntry(data, operation.id, operation.entity);
    case 'setSource':
    case 'setEntity':
      return setField(data, operation.id, operation.path, operation.value);
    case 'removeSource':
    case 'removeEntity':
      return removeEntry(data, [], operation.id);
    case 'addAlias':
      return addAlias(data, operation.id, operation.alias);
    case 'setConfig':
      return setPath(data, operation.path, operation.value);
    case 'addToConfig': {
      const list = valueAt(data, operation.path);
      if (Array.isArray(list) && list.some((item) => sameData(item, operation.item))) return { operations: [] };
      return { operations: [{ type: 'append', path: operation.path, value: operation.item }] };
    }
    case 'renameId':
      return renameId(data, operation.of, operation.from, operation.to);
    case 'settleConflict':
      return settleConflict(data, operation.path, operation.choose);
  }
}

/** Plain data for YAML: keys without a value are left out. */
export function toYamlValue(value: unknown): YamlValue | undefined {
  if (Array.isArray(value)) return value.map((item) => toYamlValue(item) ?? null);
  if (isRecord(value)) {
    const entries = Object.entries(value).flatMap(([key, item]) => {
      const written = toYamlValue(item);
      return written === undefined ? [] : [[key, written] as const];
    });
    return Object.fromEntries(entries);
  }
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? (value as YamlValue) : undefined;
}

function gone(id: string): Planned {
  return { refused: message('“{id}” is no longer in this file; someone removed it.', { id }) };
}

function taken(id: string): Planned {
  return { refused: message('“{id}” is in this file already and says something else.', { id }) };
}

function fileHead(data: YamlValue, article: string, text?: string): readonly YamlOperation[] {
  const operations: YamlOperation[] = [];
  if (valueAt(data, ['article']) === undefined) {
    const after = valueAt(data, ['version']) === undefined ? null : 'version';
    operations.push({ type: 'set', path: ['article'], value: article, after });
  }
  if (text !== undefined && valueAt(data, ['text']) === undefined) {
    operations.push({ type: 'set', path: ['text'], value: text, after: 'article' });
  }
  return operations;
}

/** Sets or takes out one key of a mapping that must be there, in its usual place among the others. */
function setKey(
  data: YamlValue,
  owner: Path,
  key: string,
  value: YamlValue | undefined,
  order: 'file' | 'claim' | 'exemption',
): Planned {
  const mapping = valueAt(data, owner);
  if (owner.length > 0 && !isRecord(mapping)) return gone(String(owner.at(-1)));
  const path = [...owner, key];
  if (value === undefined) return { operations: [{ type: 'remove', path }] };
  return { operations: [{ type: 'set', path, value, after: keyBehind(mapping, key, order) }] };
}

function keyBehind(mapping: YamlValue | undefined, key: string, order: OrderedKeys): string | null {
  return isRecord(mapping) ? (keyBefore(Object.keys(mapping), key, order) ?? null) : null;
}

function addAnchored(data: YamlValue, article: string, kind: string, id: string, entry: unknown): Planned {
  const value = toYamlValue(entry)!;
  const present = valueAt(data, [kind, id]);
  if (present !== undefined) {
    // Someone may have worked on it since it was made: who made it and when tells whether it is this one.
    const isThisOne = ['by', 'at'].every((key) => sameData(valueAt(present, [key]), valueAt(value, [key])));
    return isThisOne ? { operations: [] } : taken(id);
  }
  const operations = [...fileHead(data, article)];
  const mapping = valueAt(data, [kind]);
  // Something written there by mistake is still somebody's.
  const isNothing = mapping === undefined || mapping === null || (Array.isArray(mapping) && mapping.length === 0);
  if (!isNothing && !isRecord(mapping))
    return { refused: message('What stands below “{key}” is no mapping of ids. Correct that first.', { key: kind }) };
  if (isRecord(mapping) && Object.keys(mapping).length > 0) {
    const start = startOf(value);
    // Behind the last one that starts before it in the text; those without a start do not tell.
    const earlier = Object.keys(mapping).findLast((key) => startOf(mapping[key]) <= start);
    operations.push({ type: 'set', path: [kind, id], value, after: earlier ?? null });
  } else {
    const after = keyBehind(data, kind, 'file') ?? 'article';
    operations.push({ type: 'set', path: [kind], value: { [id]: value }, after });
  }
  return { operations };
}

function startOf(entry: YamlValue | undefined): number {
  const start = valueAt(entry, ['target', 'start']);
  return typeof start === 'number' ? start : Number.POSITIVE_INFINITY;
}

function addEntry(data: YamlValue, id: string, entry: unknown): Planned {
  const value = toYamlValue(entry)!;
  const present = valueAt(data, [id]);
  if (present !== undefined) return sameData(present, value) ? { operations: [] } : taken(id);
  return { operations: [{ type: 'set', path: [id], value }] };
}

/** Takes an entry out, and with the last one the mapping that held it, unless that is the file itself. */
function removeEntry(data: YamlValue, owner: Path, id: string): Planned {
  const mapping = valueAt(data, owner);
  if (!isRecord(mapping) || !Object.hasOwn(mapping, id)) return { operations: [] };
  const isLast = owner.length > 0 && Object.keys(mapping).length === 1;
  return { operations: [{ type: 'remove', path: isLast ? owner : [...owner, id] }] };
}

function addItem(data: YamlValue, claim: string, list: string, item: unknown): Planned {
  const owner = valueAt(data, ['claims', claim]);
  if (!isRecord(owner)) return gone(claim);
  const value = toYamlValue(item)!;
  const items = owner[list];
  const path = ['claims', claim, list];
  if (items === undefined || items === null) {
    return { operations: [{ type: 'set', path, value: [value], after: keyBehind(owner, list, 'claim') }] };
  }
  if (Array.isArray(items) && items.some((present) => sameData(present, value))) return { operations: [] };
  return { operations: [{ type: 'append', path, value }] };
}

function changeCitation(data: YamlValue, claim: string, was: unknown, becomes: unknown): Planned {
  const owner = valueAt(data, ['claims', claim]);
  if (!isRecord(owner)) return gone(claim);
  const citations = Array.isArray(owner.citations) ? owner.citations : [];
  const old = toYamlValue(was);
  const value = toYamlValue(becomes);
  if (value !== undefined && citations.some((item) => sameData(item, value))) return { operations: [] };
  const index = findCitation(citations, old);
  const path = ['claims', claim, 'citations'];
  if (value === undefined) {
    if (index < 0) return { operations: [] };
    return { operations: [{ type: 'remove', path: citations.length === 1 ? path : [...path, index] }] };
  }
  if (index < 0) return { refused: message('The citation that was to be changed is no longer there.') };
  return { operations: [{ type: 'set', path: [...path, index], value }] };
}

function attach(data: YamlValue, claim: string, target: YamlValue | undefined): Planned {
  if (!isRecord(valueAt(data, ['claims', claim]))) return gone(claim);
  const path = ['claims', claim];
  const operations: YamlOperation[] = [{ type: 'remove', path: [...path, 'detached'] }];
  if (target !== undefined) operations.push({ type: 'set', path: [...path, 'target'], value: target });
  return { operations };
}

function setField(data: YamlValue, id: string, path: readonly string[], value: YamlValue | undefined): Planned {
  if (!isRecord(valueAt(data, [id]))) return gone(id);
  return setPath(data, [id, ...path], value);
}

function setPath(data: YamlValue, path: Path, value: YamlValue | undefined): Planned {
  const written = toYamlValue(value);
  if (written !== undefined) return { operations: [{ type: 'set', path, value: written }] };
  return { operations: valueAt(data, path) === undefined ? [] : [{ type: 'remove', path }] };
}

function addAlias(data: YamlValue, id: string, alias: string): Planned {
  const entity = valueAt(data, [id]);
  if (!isRecord(entity)) return gone(id);
  const names = isRecord(entity.names) ? Object.values(entity.names) : [];
  const aliases = Array.isArray(entity.aliases) ? entity.aliases : [];
  if ([...names, ...aliases].includes(alias)) return { operations: [] };
  if (entity.aliases === undefined) {
    return { operations: [{ type: 'set', path: [id, 'aliases'], value: [alias], after: 'names' }] };
  }
  return { operations: [{ type: 'append', path: [id, 'aliases'], value: alias }] };
}

/** Where ids of sources and entities stand, by the last names of their path. */
function isReference(of: 'source' | 'entity', path: Path): boolean {
  const key = path.at(-1);
  if (of === 'source') return (key === 'source' && path.at(-3) === 'citations') || key === 'supersededBy';
  return (
    (typeof key === 'number' && path.at(-2) === 'entities' && path[0] === 'claims') ||
    (key === 'of' && path.at(-2) === 'measure') ||
    (key === 'entity' && path[0] === 'mentions')
  );
}

function renameId(data: YamlValue, of: 'source' | 'entity', from: string, to: string): Planned {
  const operations: YamlOperation[] = [];
  const isDefinition =
    isRecord(data) && Object.hasOwn(data, from) && isRecord(data[from]) && data.article === undefined;
  if (isDefinition) {
    if (Object.hasOwn(data, to)) return taken(to);
    operations.push({ type: 'rename', path: [from], key: to });
  }
  visit(isDefinition ? renamed(data, from, to) : data, []);
  return { operations };

  function visit(value: YamlValue, path: Path): void {
    if (value === from && isReference(of, path)) operations.push({ type: 'set', path, value: to });
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
    }
  }
}

function renamed(data: { readonly [key: string]: YamlValue }, from: string, to: string): YamlValue {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key === from ? to : key, value]));
}

/** Keys that mean something when they are null, so that null cannot stand for "removed". */
const NULL_IS_A_VALUE = new Set(['entity']);

function settleConflict(data: YamlValue, path: Path, choose: number): Planned {
  const value = valueAt(data, path);
  const values = conflictingValues(value);
  if (values) {
    const chosen = values[choose];
    if (chosen === undefined) return { refused: message('This conflict has changed meanwhile. Look at it again.') };
    const isRemoval = chosen === null && !NULL_IS_A_VALUE.has(String(path.at(-1)));
    return { operations: [isRemoval ? { type: 'remove', path } : { type: 'set', path, value: chosen }] };
  }
  if (isRecord(value) && value.conflict === REMOVED) {
    return { operations: [{ type: 'remove', path: choose === 0 ? [...path, 'conflict'] : path }] };
  }
  return { operations: [] };
}
