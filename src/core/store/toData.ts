import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode } from 'yaml';
import { type Message, message } from '../model/message';
import type { Problem } from '../model/problem';
import type { Range } from '../text/range';
import { contentEnd, keyName } from './yamlNodes';

/** What YAML's core schema can hold. */
export type YamlValue = null | boolean | number | string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Nodes that aliases may add to a file: enough for people, too few for a bomb. */
const MAX_ALIASED_NODES = 10_000;

/** Where something is repeated by `*name`, and what. */
export interface AliasUse {
  readonly range: Range;
  readonly value: YamlValue;
}

interface Anchored {
  readonly value: YamlValue;
  readonly size: number;
}

/**
 * Plain data of parsed YAML. Never throws. What cannot be data is left out and reported at its place: a
 * second entry with the same key, a key that is no text or is `__proto__`, an alias of nothing, of itself or
 * of too much. Every alias gets a copy of its own.
 */
export function toData(contents: ParsedNode | undefined): {
  value: YamlValue;
  problems: readonly Problem[];
  aliases: readonly AliasUse[];
} {
  const problems: Problem[] = [];
  const aliases: AliasUse[] = [];
  const anchors = new Map<string, Anchored>();
  let aliased = 0;
  let size = 0;

  function report(node: ParsedNode, reason: Message): void {
    const range = { start: node.range[0], end: Math.max(node.range[0], contentEnd(node)) };
    problems.push({ rule: 'store/syntax', message: reason, range, severity: 'error' });
  }

  function convert(node: ParsedNode | null | undefined): YamlValue | undefined {
    size++;
    if (!node) return null;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target) {
        report(node, message('“*{name}” refers to nothing above it.', { name: node.source }));
        return undefined;
      }
      aliased += target.size;
      if (aliased > MAX_ALIASED_NODES) {
        report(node, message('The repetitions (*) in this file add up to too much to be read.'));
        return undefined;
      }
      size += target.size;
      aliases.push({ range: { start: node.range[0], end: node.range[1] }, value: target.value });
      return structuredCopy(target.value);
    }
    const before = size;
    // An anchor that is set again hides the older one, also from inside itself.
    if ('anchor' in node && node.anchor) anchors.delete(node.anchor);
    const value = isScalar(node) ? (node.value as YamlValue) : convertCollection(node);
    if ('anchor' in node && node.anchor) anchors.set(node.anchor, { value, size: size - before + 1 });
    return value;
  }

  function convertCollection(node: ParsedNode): YamlValue {
    if (isSeq(node)) {
      const items: YamlValue[] = [];
      for (const item of node.items as unknown[]) {
        const value = isPair(item) ? null : convert(item as ParsedNode);
        items.push(value ?? null);
      }
      return items;
    }
    const record: Record<string, YamlValue> = {};
    if (!isMap(node)) return record;
    for (const pair of node.items) {
      const key = pair.key as ParsedNode;
      if (key && 'anchor' in key && key.anchor && isScalar(key)) {
        anchors.set(key.anchor, { value: key.value as YamlValue, size: 1 });
      }
      const name = keyName(key);
      if (name === undefined) {
        report(key, message('A key must be a short text.'));
        continue;
      }
      if (name === '__proto__') {
        report(key, message('“__proto__” may not be used as a name.'));
        continue;
      }
      const value = convert(pair.value as ParsedNode | null);
      if (value === undefined) continue;
      if (Object.hasOwn(record, name)) {
        report(key, message('“{name}” stands here a second time; the first one is read.', { name }));
        continue;
      }
      record[name] = value;
    }
    return record;
  }

  return { value: convert(contents) ?? null, problems, aliases };
}

/** A copy of plain data that shares nothing with it. */
export function structuredCopy(value: YamlValue): YamlValue {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, YamlValue> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = structuredCopy(item);
  return copy;
}
