import type { Path } from './checkShape';
import { isRecord } from './conflictValue';
import { concernOf } from './operationConcern';
import type { StoreOperation } from './operations';
import { planOperation } from './planOperation';
import { readYaml } from './readYaml';
import { structuredCopy, type YamlValue } from './toData';
import { applyInPlace, sameData, valueAt } from './yamlData';

/**
 * What the things that operations are about were when a person asked for these: the data of the file, with all
 * else left out. Plain data, so it is kept with the operations. Undefined where nobody noted it.
 */
export type SeenData = YamlValue | undefined;

/** Reads from a file's text what operations see of it; of a text with errors, what can be read. */
export function seenBy(operations: readonly StoreOperation[], yaml: string | undefined): YamlValue {
  const data = yaml === undefined ? null : readYaml(yaml).value;
  const seen: Record<string, YamlValue> = {};
  for (const operation of operations) {
    const path = seenPath(data, operation);
    const value = valueAt(data, path);
    if (value !== undefined && path.length > 0) put(seen, path, structuredCopy(value));
  }
  return seen;
}

/** What others saw, once these operations of the same person are in the file, too. */
export function seenAfter(seen: YamlValue, operations: readonly StoreOperation[]): YamlValue {
  let data = structuredCopy(seen);
  for (const operation of operations) {
    if (valueAt(data, concernOf(operation).thing) !== undefined) data = advance(data, operation);
  }
  return data;
}

/**
 * The data after an operation, for the one that comes after it; as it is when the operation cannot be made.
 * @param data may be changed in place.
 */
export function advance(data: YamlValue, operation: StoreOperation): YamlValue {
  if (operation.type === 'mergeMarkers' || operation.type === 'mergeVersion') return data;
  const planned = planOperation(data, operation);
  if ('refused' in planned) return data;
  return planned.operations.reduce((now, step) => applyInPlace(now, step) ?? now, data);
}

/** A target that only follows its words has nothing to do with the rest of its claim, and there may be a thousand. */
function seenPath(data: YamlValue, operation: StoreOperation): Path {
  const { thing, decides } = concernOf(operation);
  if (operation.type !== 'setTarget') return thing;
  const isFollowing = sameData(valueAt(data, [...thing, 'target', 'exact']), operation.target.exact);
  return isFollowing ? decides[0]! : thing;
}

function put(tree: Record<string, YamlValue>, path: Path, value: YamlValue): void {
  let owner = tree;
  for (const name of path.slice(0, -1)) {
    const key = String(name);
    if (key === '__proto__') return;
    const next = Object.hasOwn(owner, key) ? owner[key] : undefined;
    if (isRecord(next)) owner = next as Record<string, YamlValue>;
    else {
      const made: Record<string, YamlValue> = {};
      owner[key] = made;
      owner = made;
    }
  }
  const last = String(path.at(-1));
  // The whole of a thing says more than a part of it that was put here before, not the other way round.
  const there = Object.hasOwn(owner, last) ? owner[last] : undefined;
  if (last !== '__proto__') owner[last] = isRecord(there) && isRecord(value) ? { ...there, ...value } : value;
}
