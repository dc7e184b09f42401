import { randomBytes } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

export interface Replacement {
  /** Permission bits of the new file. */
  readonly mode: number;
  /** Asked right before the new text takes the place of the old one; on false the old one stays. */
  readonly isWanted?: () => Promise<boolean>;
}

/**
 * Gives a file a new text, whole or not at all: it is written beside the old one and takes its place once it is
 * safe on the disk. A crash leaves the old file, and perhaps a copy that ends in `.tmp`.
 * @returns false when it was not wanted any more.
 * @throws the system's error; the old file is then as it was.
 */
export async function replaceFile(target: string, content: string | Uint8Array, how: Replacement): Promise<boolean> {
  const temporary = `${target}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeDurably(temporary, content, how.mode);
    if (how.isWanted && !(await how.isWanted())) return false;
    await rename(temporary, target);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await syncFolder(path.dirname(target));
  return true;
}

/** Whether a name is that of such a copy, of whatever file. */
export function isCopy(name: string): boolean {
  return /\.\d+\.[0-9a-f]{12}\.tmp$/.test(name);
}

/** Whether a name is that of a copy of this file. */
export function isCopyOf(target: string, name: string): boolean {
  return isCopy(name) && name.replace(/\.\d+\.[0-9a-f]{12}\.tmp$/, '') === path.basename(target);
}

async function writeDurably(file: string, content: string | Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name last through a power cut, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
