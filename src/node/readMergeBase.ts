import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isSafePath } from '../core/model/storePaths';
import { ASKING_GIT, GIT_TIMEOUT_MS, GitHistory } from './gitHistory';

const run = promisify(execFile);

/**
 * The version that both sides of an unfinished merge come from, as git keeps it until the merge is done.
 * Undefined when the file is not being merged, both sides made it, or git is not there. Only for folders that
 * the person trusts: git reads the folder's own configuration.
 */
export async function readMergeBase(root: string, path: string): Promise<string | undefined> {
  if (!isSafePath(path)) return undefined;
  try {
    const asked = [...ASKING_GIT, 'ls-files', '--unmerged', '-z', '--'];
    const { stdout } = await run('git', [...asked, `:(literal)${path}`], { cwd: root, timeout: GIT_TIMEOUT_MS });
    // Each entry is: mode, blob id, stage, tab, path. Stage 1 is the common version.
    const id = /(?:^|\0)\d+ ([0-9a-f]{40}) 1\t/.exec(stdout)?.[1];
    return id === undefined ? undefined : await new GitHistory(root).readBlob(id);
  } catch {
    return undefined;
  }
}
