import { isSafePath } from '../core/model/storePaths';
import { GitHistory } from './gitHistory';
import { readUnmerged } from './readUnmerged';

/**
 * The version that both sides of an unfinished merge come from, as git keeps it until the merge is done.
 * Undefined when the file is not being merged, both sides made it, or git is not there. Only for folders that
 * the person trusts: git reads the folder's own configuration.
 */
export async function readMergeBase(root: string, path: string): Promise<string | undefined> {
  if (!isSafePath(path)) return undefined;
  const id = (await readUnmerged(root, path)).get(path)?.base;
  return id === undefined ? undefined : await new GitHistory(root).readBlob(id);
}
