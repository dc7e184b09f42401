import { isRecord } from './conflictValue';
import { readYaml } from './readYaml';
import type { YamlValue } from './toData';

/** The version of the store's form that this program reads and writes. Files without `version` are of version 1. */
export const STORE_VERSION = 1;

/** The version of a file's data when it is newer than this program; such a file is neither read nor edited. */
export function newerVersion(data: YamlValue): number | undefined {
  const version = isRecord(data) ? data.version : undefined;
  return typeof version === 'number' && version > STORE_VERSION ? version : undefined;
}

export type Migration =
  | { readonly status: 'current' }
  /** The text as the present version writes it; only what the version changed differs. */
  | { readonly status: 'migrated'; readonly yaml: string }
  | { readonly status: 'newer'; readonly version: number };

/**
 * Brings the text of a store file to the present version. Version 1 is the first, so there is nothing to do
 * yet but to recognize a file from the future. A later version adds its step here: one minimal edit after
 * another, so that comments and order survive.
 */
export function migrate(yaml: string): Migration {
  const version = newerVersion(readYaml(yaml).value);
  return version === undefined ? { status: 'current' } : { status: 'newer', version };
}
