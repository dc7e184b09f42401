import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A new folder under the system's temporary one, removed when this process ends. */
export function makeFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), `sourcemark-${name}-`)));
  made.push(folder);
  return folder;
}

/** A copy of a workspace that a test may change. It keeps the folder's name, which people see in the explorer. */
export function freshCopy(workspace: string): string {
  const copy = path.join(makeFolder('workspace'), path.basename(workspace));
  cpSync(workspace, copy, { recursive: true });
  return copy;
}
