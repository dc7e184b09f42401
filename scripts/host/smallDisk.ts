import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** Below the workspace of the suites: the store files of articles in a folder `small-disk` lie here. */
const place = '.sourcemark/articles/small-disk';

/**
 * Gives a workspace a store folder that is a disk of its own with room for 256 kB, so that a suite can fill it.
 * Only root may do that, and only on Linux; elsewhere the folder is not there, and the suite is skipped.
 */
export function mountSmallDisk(workspace: string): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const folder = path.join(workspace, place);
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]);
  if (status !== 0) return;
  // Before the workspace itself is removed.
  process.prependOnceListener('exit', () => spawnSync('umount', ['-l', folder]));
}
