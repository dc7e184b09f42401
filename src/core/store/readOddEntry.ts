import { isMap } from 'yaml';
import type { Range } from '../text/range';
import { isRecord } from './conflictValue';
import { toData, type YamlValue } from './toData';
import { parseYamlDocument } from './yamlDocument';
import { locateInYaml } from './yamlNodes';

/** One entry of a mapping, with its place in the text that was given. */
export interface OddEntry {
  readonly key: string;
  readonly value: YamlValue;
  readonly place: { readonly key: Range; readonly value: Range };
}

/**
 * Reads the lines of one entry of a mapping with the full parser. Undefined where they are not one whole entry, or
 * where what is around them matters to what they mean.
 */
export function readOddEntry(lines: string): OddEntry | undefined {
  const { contents, problems, wellFormed } = parseYamlDocument(lines);
  if (!wellFormed || problems.length > 0 || !isMap(contents) || contents.items.length !== 1) return undefined;
  const data = toData(contents);
  if (data.problems.length > 0 || data.aliases.length > 0 || !isRecord(data.value)) return undefined;
  const [entry] = Object.entries(data.value);
  if (!entry) return undefined;
  const place = locateInYaml(contents, [entry[0]]);
  return place?.key && { key: entry[0], value: entry[1], place: { key: place.key, value: place.value } };
}
