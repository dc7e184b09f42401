import type { ParsedNode } from 'yaml';
import type { Problem } from '../model/problem';
import type { Path } from './checkShape';
import { HouseLocator, type Place } from './houseLocator';
import { parseHouseYaml } from './parseHouseYaml';
import { type AliasUse, toData, type YamlValue } from './toData';
import { MAX_FILE_LENGTH, parseYamlDocument, type YamlDocument } from './yamlDocument';
import { locateInYaml } from './yamlNodes';

/** The plain data of one YAML text, before any schema. */
export interface YamlRead {
  readonly value: YamlValue;
  readonly problems: readonly Problem[];
  /** False when the text is not one well-formed document: it may be read, but not edited. */
  readonly wellFormed: boolean;
  /** The nodes with their ranges; parsed when first asked for. */
  contents(): ParsedNode | undefined;
  /** Where the key and the value of a path stand; an empty value has an empty range. */
  locate(path: Path): Place | undefined;
  /** Where `*name` repeats something. */
  aliases(): readonly AliasUse[];
}

/** Reads a text as YAML 1.2 (core schema). Never throws; an empty text is null. */
export function readYaml(text: string): YamlRead {
  const house = text.length <= MAX_FILE_LENGTH ? parseHouseYaml(text) : undefined;
  if (!house) return readAnyYaml(text);
  let document: YamlDocument | undefined;
  let locator: HouseLocator | undefined;
  return {
    value: house.value,
    problems: [],
    wellFormed: true,
    contents: () => {
      document ??= parseYamlDocument(text);
      return document.contents;
    },
    locate: (path) => {
      locator ??= new HouseLocator(text);
      return locator.locate(path);
    },
    aliases: () => [],
  };
}

/** As `readYaml`, always with the full parser. */
export function readAnyYaml(text: string): YamlRead {
  const document = parseYamlDocument(text);
  const { value, problems, aliases } = toData(document.contents);
  return {
    value,
    problems: [...document.problems, ...problems],
    wellFormed: document.wellFormed && problems.length === 0,
    contents: () => document.contents,
    locate: (path) => locateInYaml(document.contents, path),
    aliases: () => aliases,
  };
}
