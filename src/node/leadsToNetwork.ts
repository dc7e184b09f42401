import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** Files of a repository that say where other files are have few lines; of a longer one no more is read. */
const longest = 256 * 1024;
/** So many folders up a repository is looked for, and so many files of settings name each other. */
const mostFolders = 64;
const mostFiles = 16;

/**
 * Whether git, asked in a folder, would be led to a path on another computer: Windows connects to `\\server\share` as
 * soon as it is looked at, and says who asks. A repository can name such paths as its own folder, as a store of more
 * objects, as more settings or as its working tree. Elsewhere such a path is a folder like any other.
 */
export function leadsToNetwork(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform !== 'win32') return false;
  let at = path.resolve(folder);
  for (let step = 0; step < mostFolders; step++) {
    const git = path.join(at, '.git');
    const kind = kindOf(git);
    if (kind === 'link') return isNetworkPath(readlinkSync(git)) || repositoryLeadsOut(git);
    if (kind === 'folder') return repositoryLeadsOut(git);
    if (kind === 'file') {
      const named = /^gitdir:\s*(.+?)\s*$/m.exec(read(git))?.[1];
      if (named === undefined) return false;
      return isNetworkPath(named) || repositoryLeadsOut(path.resolve(at, named));
    }
    const up = path.dirname(at);
    if (up === at) return false;
    at = up;
  }
  return false;
}

/** Whether a path is on another computer or a device, as Windows reads it: `\\server\share`, `//server/share`. */
export function isNetworkPath(named: string): boolean {
  return /^["']?[\\/]{2}/.test(named.trim());
}

function repositoryLeadsOut(git: string): boolean {
  const common = read(path.join(git, 'commondir')).trim();
  if (isNetworkPath(common)) return true;
  const folders = common === '' ? [git] : [git, path.resolve(git, common)];
  return folders.some(
    (one) =>
      read(path.join(one, 'objects', 'info', 'alternates'))
        .split('\n')
        .some(isNetworkPath) || settingsLeadOut([path.join(one, 'config'), path.join(one, 'config.worktree')]),
  );
}

/** Follows what settings include, as git would, as long as it stays on this computer. */
function settingsLeadOut(files: readonly string[]): boolean {
  const left = [...files];
  for (let count = 0; count < mostFiles; count++) {
    const file = left.shift();
    if (file === undefined) return false;
    for (const [, key = '', value = ''] of read(file).matchAll(/^[^#;\n]*?\b(path|worktree)\s*=\s*(.*)$/gim)) {
      const named = value.trim().replace(/^"|"$/g, '').replaceAll('\\\\', '\\');
      if (isNetworkPath(value) || isNetworkPath(named)) return true;
      if (key.toLowerCase() === 'path' && !named.startsWith('~')) left.push(path.resolve(path.dirname(file), named));
    }
  }
  // Settings that go on for ever are nobody's.
  return left.length > 0;
}

function kindOf(file: string): 'file' | 'folder' | 'link' | undefined {
  try {
    const stats = lstatSync(file);
    return stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

function read(file: string): string {
  try {
    const stats = lstatSync(file);
    return stats.isFile() && stats.size <= longest ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
