import type { ParsedNode } from 'yaml';
import type { Problem } from '../model/problem';
import { parseHouseYaml } from './parseHouseYaml';
import { type AliasUse, toData, type YamlValue } from './toData';
import { MAX_FILE_LENGTH, parseYamlDocument, type YamlDocument } from './yamlDocument';

/** The plain data of one YAML text, before any schema. */
export interface YamlRead {
  readonly value: YamlValue;
  readonly problems: readonly Problem[];
  /** False when the text is not one well-formed document: it may be read, but not edited. */
  readonly wellFormed: boolean;
  /** The nodes with their ranges; parsed when first asked for. */
  contents(): ParsedNode | undefined;
  /** Where `*name` repeats something. */
  aliases(): readonly AliasUse[];
}

/** Reads a text as YAML 1.2 (core schema). Never throws; an empty text is null. */
export function readYaml(text: string): YamlRead {
  const house = text.length <= MAX_FILE_LENGTH ? parseHouseYaml(text) : undefined;
  if (!house) return readAnyYaml(text);
  let document: YamlDocument | undefined;
  return {
    value: house.value,
    problems: [],
    wellFormed: true,
    contents: () => {
      document ??= parseYamlDocument(text);
      return document.contents;
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
    aliases: () => aliases,
  };
}
