import { lstat, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { STORE_FOLDER } from '../core/model/storePaths';
import { type FileLock, isLockAside, isLockAsideOf, removeIfStale } from './fileLock';
import { isCopy, isCopyOf } from './replaceFile';

/** Nothing that is still in use is this old. */
const OLD_MILLISECONDS = 60_000;

/**
 * Half-written copies of a file and stale locks on their way out, which a crash left. Only the holder of the file's lock
 * may ask: nobody else makes copies, and no other lock can come back.
 */
export async function removeRemains(target: string, lock: FileLock): Promise<void> {
  const folder = path.dirname(target);
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    if (isCopyOf(target, name) || (isLockAsideOf(target, name) && !(await lock.isOurs(file)))) await remove(file);
  }
}

/** What crashes left anywhere in the store of a folder: it is in nobody's way, but git would take it along. */
export async function removeLeftovers(root: string): Promise<void> {
  const folders = [path.join(root, STORE_FOLDER)];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    // Not behind links: those lead to what is not ours.
    if ((await lstat(folder).catch(() => undefined))?.isDirectory() !== true) continue;
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) folders.push(file);
      else if (!entry.isFile()) continue;
      else if (entry.name.endsWith('.yaml.lock')) await removeIfStale(file);
      else if ((isCopy(entry.name) || isLockAside(entry.name)) && (await isOld(file))) await remove(file);
    }
  }
}

async function isOld(file: string): Promise<boolean> {
  const found = await lstat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.ctimeMs > OLD_MILLISECONDS;
}

async function remove(file: string): Promise<void> {
  await unlink(file).catch(() => undefined);
}
