import { isSafePath } from '../model/storePaths';
import { expandBraces } from './glob';

/** What lies in a folder. What is neither a file nor a folder, such as a link, is `other` and is left alone. */
export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'other';
}

export interface Walk {
  /** What lies in a folder, by its path below the root; the root's is empty. Rejects where it cannot be listed. */
  readonly readFolder: (folder: string) => Promise<readonly FolderEntry[]>;
  /** The folders to begin with, which are looked into in any case. */
  readonly bases: readonly string[];
  readonly wanted: (path: string) => boolean;
  /** Whether to look into a folder below those. */
  readonly enter: (folder: string) => boolean;
  /** Asked before each folder: the walk ends when nobody waits for it any more, or its time is over. */
  readonly isOver: () => boolean;
}

export interface Walked {
  /** Sorted. */
  readonly files: readonly string[];
  /** Folders that could not be listed. */
  readonly unread: readonly string[];
  /** Whether the walk ended before everything was seen. */
  readonly isCut: boolean;
}

/** Deeper folders are no newsroom's: a file system that loops without saying so would have no end. */
const MOST_FOLDERS_DEEP = 32;
/** So many entries are looked at, wanted or not. */
const MOST_ENTRIES = 200_000;
/** So many folders are listed at a time: each may be a question to a server. */
const READ_AHEAD = 16;

/**
 * Finds files by looking into one folder after the other, those nearest to the beginning first, so that what a bound
 * leaves out is what lies deepest. Names that would lead elsewhere are left out.
 */
export async function walkFolders({ readFolder, bases, wanted, enter, isOver }: Walk): Promise<Walked> {
  const files = new Set<string>();
  const unread: string[] = [];
  let entries = 0;
  let isCut = false;
  let level = [...new Set(bases)];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_FOLDERS_DEEP) {
      isCut = true;
      break;
    }
    const deeper: string[] = [];
    let next = 0;
    const worker = async () => {
      while (next < level.length) {
        if (isOver() || entries >= MOST_ENTRIES) {
          isCut = true;
          return;
        }
        const folder = level[next++]!;
        const found = await readFolder(folder).catch(() => undefined);
        if (!found) unread.push(folder);
        for (const { name, type } of (found ?? []).slice(0, MOST_ENTRIES - entries)) {
          entries++;
          const path = folder === '' ? name : `${folder}/${name}`;
          if (name.includes('/') || !isSafePath(path)) continue;
          if (type === 'folder' && enter(path)) deeper.push(path);
          else if (type === 'file' && wanted(path)) files.add(path);
        }
      }
    };
    await Promise.all(Array.from({ length: READ_AHEAD }, worker));
    level = [...new Set(deeper)];
  }
  return { files: [...files].sort(), unread: unread.sort(), isCut };
}

/** The folders that all files lie in which a glob of these can choose; none within another. */
export function baseFolders(globs: readonly string[]): readonly string[] {
  const bases = globs.flatMap(expandBraces).map((glob) => {
    const segments = glob.split('/').slice(0, -1);
    const wild = segments.findIndex((segment) => /[*?]/.test(segment));
    return segments.slice(0, wild < 0 ? segments.length : wild).join('/');
  });
  const isWithin = (base: string, other: string) => base !== other && (other === '' || base.startsWith(`${other}/`));
  return [...new Set(bases)].filter((base) => !bases.some((other) => isWithin(base, other))).sort();
}

/** Whether articles are looked for in a folder where nothing names it: packages and hidden folders hold none. */
export function isOrdinaryFolder(folder: string): boolean {
  return !/(^|\/)(\.[^/]*|node_modules)$/.test(folder);
}
