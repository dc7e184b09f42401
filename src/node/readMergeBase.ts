import { isSafePath } from '../core/model/storePaths';
import { markedFork, twinFork } from '../core/moves/fork';
import { GitHistory } from './gitHistory';
import { NodeFileSystem } from './nodeFileSystem';
import { readForkBase } from './readForkBase';
import { readUnmerged } from './readUnmerged';

/**
 * The version that both sides of a merge come from: as git keeps it until the merge is done, or else as its history has
 * it. Undefined when both sides made the file, or git is not there. Only for folders that the person trusts: git reads
 * the folder's own configuration.
 * @param twin the file that holds the other side, where it is not in this one between marks.
 */
export async function readMergeBase(root: string, path: string, twin?: string): Promise<string | undefined> {
  if (!isSafePath(path)) return undefined;
  const id = (await readUnmerged(root, path)).get(path)?.base;
  if (id !== undefined) return await new GitHistory(root).readBlob(id);
  const files = new NodeFileSystem(root);
  const fork = twin === undefined ? markedFork(path) : twinFork(path, twin);
  const read = await Promise.all(fork.files.map((file) => files.readFile(file)));
  const texts = read.map((file) => ('text' in file ? file.text : undefined));
  return fork.isForked(texts) ? await readForkBase(root, fork, texts) : undefined;
}
