import { stat } from 'node:fs/promises';
import path from 'node:path';
import { STORE_FOLDER } from '../core/model/storePaths';

/** The folder whose store is the nearest, from a place up; undefined where there is none. */
export async function storeAbove(place: string): Promise<string | undefined> {
  for (let at = place; ; at = path.dirname(at)) {
    if (await exists(path.join(at, STORE_FOLDER))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

export function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}
