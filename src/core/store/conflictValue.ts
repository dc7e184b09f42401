import { message } from '../model/message';
import type { Problem } from '../model/problem';
import type { Range } from '../text/range';
import type { YamlValue } from './toData';

/**
 * How a merge keeps what it could not decide. A field that two people changed holds every value:
 * `note: { conflict: [one, other] }`, with null for "removed". A mapping that one person removed and another
 * changed stays, with `conflict: removed` in it. Both are plain YAML, so that a file with open conflicts can
 * be read, edited and merged again.
 */
export const CONFLICT_KEY = 'conflict';
export const REMOVED = 'removed';

type YamlRecord = { readonly [key: string]: YamlValue };

export function isRecord(value: unknown): value is YamlRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The values of an open conflict; undefined when the value is none. */
export function conflictingValues(value: YamlValue | undefined): readonly YamlValue[] | undefined {
  if (!isRecord(value)) return undefined;
  const values = value[CONFLICT_KEY];
  return Array.isArray(values) && Object.keys(value).length === 1 ? values : undefined;
}

/** Where the conflicts of a file are; the path leads to the value, or to the mapping that one side removed. */
export interface OpenConflict {
  readonly path: readonly (string | number)[];
  /** In the order of the file; null stands for "removed". */
  readonly values: readonly YamlValue[];
  readonly kind: 'values' | 'removed';
}

/** All open conflicts of a file's data, outermost first. */
export function findOpenConflicts(data: YamlValue): readonly OpenConflict[] {
  const found: OpenConflict[] = [];
  visit(data, []);
  return found;

  function visit(value: YamlValue, path: readonly (string | number)[]): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    }
    if (!isRecord(value)) return;
    const values = conflictingValues(value);
    if (values) {
      found.push({ path, values, kind: 'values' });
      return;
    }
    if (value[CONFLICT_KEY] === REMOVED) found.push({ path, values: [value, null], kind: 'removed' });
    for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  }
}

/**
 * The data as it is read while conflicts are open: the first value that is one stands for the field, and what
 * one side removed is still there.
 */
export function readThroughConflicts(
  data: YamlValue,
  rangeOf: (path: readonly (string | number)[]) => Range,
): { value: YamlValue; problems: readonly Problem[] } {
  const open = findOpenConflicts(data);
  if (open.length === 0) return { value: data, problems: [] };
  const problems = open.map(
    ({ path, kind }): Problem => ({
      rule: 'store/conflict',
      message:
        kind === 'removed'
          ? message('One person removed this while another changed it. Keep it or remove it.')
          : message('Two people changed this. Choose which value stays; until then the first is used.'),
      range: rangeOf(path),
      severity: 'error',
    }),
  );
  return { value: settle(data), problems };
}

function settle(value: YamlValue): YamlValue {
  if (Array.isArray(value)) return value.map(settle);
  if (!isRecord(value)) return value;
  const values = conflictingValues(value);
  if (values) return settle(values.find((item) => item !== null) ?? null);
  const record: Record<string, YamlValue> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== CONFLICT_KEY || item !== REMOVED) record[key] = settle(item);
  }
  return record;
}
