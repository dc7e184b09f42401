import { citationSchema } from '../model/schema';
import { createShapeCheck } from './checkShape';
import { readThroughConflicts } from './conflictValue';
import { structuredCopy, type YamlValue } from './toData';
import { sameData } from './yamlData';

const checkCitation = createShapeCheck(citationSchema);
const nowhere = () => ({ start: 0, end: 0 });

/**
 * Finds a citation among those of a claim as they stand in the file: the one that says the same, else the one that
 * is read so, because a part of it is broken, empty or in conflict.
 * @returns its index, or -1.
 */
export function findCitation(items: readonly YamlValue[], citation: YamlValue | undefined): number {
  const index = items.findIndex((item) => sameData(item, citation));
  return index >= 0 ? index : items.findIndex((item) => sameData(asRead(item), citation));
}

function asRead(item: YamlValue): YamlValue {
  const value = structuredCopy(readThroughConflicts(item, nowhere).value);
  checkCitation(value);
  return value;
}
