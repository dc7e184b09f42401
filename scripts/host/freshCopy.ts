import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
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

/** What VS Code is to open for copies of these folders: the one, or a file that names them all. */
export function freshWorkspace(folders: readonly string[]): {
  readonly opened: string;
  readonly copies: readonly string[];
} {
  const copies = folders.map(freshCopy);
  const [only] = copies;
  if (copies.length === 1 && only !== undefined) return { opened: only, copies };
  const opened = path.join(makeFolder('workspace'), 'desks.code-workspace');
  writeFileSync(opened, JSON.stringify({ folders: copies.map((copy) => ({ path: copy })) }));
  return { opened, copies };
}
