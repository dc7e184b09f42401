import { STORE_FOLDER, storeFileKind } from '../core/model/storePaths';
import { askGit } from './git';

/** The versions of a file between which git could not decide, as ids of blobs; a side that removed it has none. */
export interface UnmergedFile {
  readonly base?: string;
  readonly ours?: string;
  readonly theirs?: string;
}

const STAGES = ['base', 'ours', 'theirs'] as const;

/**
 * The files of a folder, or below a path in it, that wait in git's index for a merge to be finished, by their paths from
 * the folder. None where git is not there, does not answer, or the folder is in no repository.
 */
export async function readUnmerged(folder: string, path = '.'): Promise<ReadonlyMap<string, UnmergedFile>> {
  const unmerged = new Map<string, UnmergedFile>();
  const { code, out } = await askGit(['ls-files', '--unmerged', '-z', '--', path], { folder });
  if (code !== 0) return unmerged;
  // Each entry is: mode, blob id, stage, tab, path.
  for (const [, id, stage, file] of out.toString('utf8').matchAll(/\d+ ([0-9a-f]{40}) ([123])\t([^\0]+)\0/g))
    unmerged.set(file!, { ...unmerged.get(file!), [STAGES[Number(stage) - 1]!]: id });
  return unmerged;
}

/** The files of the store that wait for a merge to be finished. */
export async function readUnmergedStore(root: string): Promise<ReadonlySet<string>> {
  const unmerged = await readUnmerged(root, STORE_FOLDER);
  return new Set([...unmerged.keys()].filter((file) => storeFileKind(file) !== undefined).sort());
}
