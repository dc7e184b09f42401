import type { Stats } from 'node:fs';
import { constants, type FileHandle, lstat, open } from 'node:fs/promises';

/** Neither follows a link nor waits for the other end of a pipe, where the system knows how. */
const HOW = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export type SmallFile =
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly stats: Stats }
  /** A link, a folder, a pipe, a device, or a file that is larger: it was not read. */
  | { readonly kind: 'odd' }
  | { readonly kind: 'none' };

/**
 * Reads a file that has a right to be there only as a regular file of a few bytes, whoever put it there: nothing else is
 * followed, read or waited for.
 * @throws the system's error when it may not be read.
 */
export async function readSmallFile(path: string, maxBytes: number): Promise<SmallFile> {
  const isRegular = (stats: Stats) => stats.isFile() && stats.size <= maxBytes;
  let file: FileHandle;
  try {
    // Looked at first, because to open a device can be more than to look at it.
    if (!isRegular(await lstat(path))) return { kind: 'odd' };
    file = await open(path, HOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'none' };
    // It became a link, or a pipe without another end, since.
    if (code === 'ELOOP' || code === 'EMLINK' || code === 'ENXIO') return { kind: 'odd' };
    throw error;
  }
  try {
    const stats = await file.stat();
    if (!isRegular(stats)) return { kind: 'odd' };
    const bytes = Buffer.alloc(Math.min(stats.size, maxBytes) + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    // More than it said: it grows while it is read, so it is read once more, or it is too large.
    if (length > stats.size) return length > maxBytes ? { kind: 'odd' } : await readSmallFile(path, maxBytes);
    return { kind: 'file', bytes: bytes.subarray(0, length), stats };
  } finally {
    await file.close();
  }
}
