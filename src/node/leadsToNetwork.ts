import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type GitSetting, parseGitConfig } from './parseGitConfig';

/** Files of a repository that say where other files are have few lines; one that is longer is not read. */
const longest = 256 * 1024;
/** So many files of settings, and so many stores of objects, name each other. */
const mostFiles = 16;
/** Where links of a repository are looked for, below its folder. */
const places = ['', 'objects', 'objects/info', 'objects/pack'];

/** What a repository says of itself cannot be known: it is a link, too long, of another kind, or not to be read. */
const UNKNOWN = Symbol('unknown');

/**
 * Whether git, asked in a folder, would be led to a path on another computer: Windows connects to `\\server\share` as
 * soon as it is looked at, and says who asks. A repository can name such paths as its own folder, as a store of more
 * objects, and in its settings; git looks at some of them before it knows whether it is a repository at all. What cannot
 * be known counts as such a path. Elsewhere it is a folder like any other.
 */
export function leadsToNetwork(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform !== 'win32') return false;
  // All the way up: git passes over a `.git` that is no repository.
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (folderLeadsOut(at)) return true;
    if (path.dirname(at) === at) return false;
  }
}

/** Whether a path is on another computer or a device, as Windows reads it: `\\server\share`, `//server/share`, `\??\UNC`. */
export function isNetworkPath(named: string): boolean {
  return /^(?::\(\w*\))?["'!\s]*(?:[\\/]{2}|[\\/]\?\?[\\/])/.test(named);
}

function folderLeadsOut(at: string): boolean {
  const git = path.join(at, '.git');
  const kind = kindOf(git);
  if (kind === 'other') return true;
  // A folder that looks like a repository by itself is refused, but not before its files were looked for.
  if (kindOf(path.join(at, 'HEAD')) !== 'none' && namesOut(read(path.join(at, 'commondir')))) return true;
  if (kind === 'none') return false;
  if (kind === 'folder') return repositoryLeadsOut(git);
  const said = read(git);
  if (said === UNKNOWN) return true;
  const named = /^gitdir: ([\s\S]*?)[\r\n]*$/.exec(said)?.[1];
  return named !== undefined && (namesOut(named) || repositoryLeadsOut(path.resolve(at, named)));
}

/** Whether a file that holds nothing but a path names one on another computer. */
function namesOut(said: string | typeof UNKNOWN): boolean {
  return said === UNKNOWN || isNetworkPath(said) || /[\r\n]./.test(said);
}

function repositoryLeadsOut(git: string): boolean {
  const common = read(path.join(git, 'commondir'));
  if (common === UNKNOWN || namesOut(common) || namesOut(read(path.join(git, 'gitdir')))) return true;
  const folders = common.trim() === '' ? [git] : [git, path.resolve(git, common.trim())];
  return (
    folders.some((one) => places.some((place) => holdsLinks(path.join(one, place)))) ||
    objectsLeadOut(folders.map((one) => path.join(one, 'objects'))) ||
    settingsLeadOut(folders.flatMap((one) => [path.join(one, 'config'), path.join(one, 'config.worktree')]))
  );
}

/** Follows stores of objects that name each other, as git would, as long as it stays on this computer. */
function objectsLeadOut(stores: readonly string[]): boolean {
  const left = [...stores];
  for (let count = 0; count < mostFiles; count++) {
    const store = left.shift();
    if (store === undefined) return false;
    const said = read(path.join(store, 'info', 'alternates'));
    if (said === UNKNOWN || (count > 0 && holdsLinks(path.join(store, 'info')))) return true;
    for (const line of said.split(/\r?\n/)) {
      if (line === '' || line.startsWith('#')) continue;
      const named = unquote(line);
      if (named === undefined || isNetworkPath(line) || isNetworkPath(named)) return true;
      left.push(path.resolve(store, named));
    }
  }
  return left.length > 0;
}

/** A path as C writes it in quotation marks; undefined when these do not end in its line. */
function unquote(line: string): string | undefined {
  if (!line.startsWith('"')) return line;
  const quoted = /^"((?:[^"\\]|\\.)*)"\s*$/.exec(line)?.[1];
  return quoted?.replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
}

/** Follows what settings include, as git would, as long as it stays on this computer. */
function settingsLeadOut(files: readonly string[]): boolean {
  const left = [...files];
  const all: GitSetting[] = [];
  for (let count = 0; left.length > 0; count++) {
    // Settings that go on for ever are nobody's.
    if (count === mostFiles) return true;
    const file = left.shift()!;
    const said = read(file);
    const settings = said === UNKNOWN ? undefined : parseGitConfig(said);
    if (settings === undefined) return true;
    all.push(...settings);
    for (const { section, key, value = '' } of settings) {
      if (!/^include(?:if)?$/.test(section.split('.')[0]!) || key !== 'path') continue;
      const named = value.replace(/^:\(\w*\)/, '');
      // What the person has at home, and what came with git, are no files of the repository.
      if (!/^[~%]/.test(named) && !isNetworkPath(named)) left.push(path.resolve(path.dirname(file), named));
    }
  }
  const isPartial = all.some(
    ({ section, key }) => key === 'promisor' || (section === 'extensions' && /^partial/.test(key)),
  );
  return all.some((setting) => settingLeadsOut(setting, isPartial));
}

/**
 * Any key can hold a path that some git looks at. Only where a remote is may be on another computer: nothing is fetched.
 * In a partial clone a git that does not know yet that it must not fetch would look there all the same.
 */
function settingLeadsOut({ section, key, value = '' }: GitSetting, isPartial: boolean): boolean {
  if (section === 'extensions' && /[\\/]{2}/.test(value)) return true;
  const isRemote =
    /^(?:remote|branch|submodule|url)\b/.test(section) && /url$|remote$|^insteadof$|^pushinsteadof$/.test(key);
  return isNetworkPath(value) && (isPartial || !isRemote);
}

function holdsLinks(folder: string): boolean {
  const kind = kindOf(folder);
  if (kind !== 'folder') return kind === 'other';
  try {
    return readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isSymbolicLink());
  } catch {
    return true;
  }
}

function kindOf(file: string): 'file' | 'folder' | 'none' | 'other' {
  try {
    const stats = lstatSync(file);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'none' : 'other';
  }
}

function read(file: string): string | typeof UNKNOWN {
  const kind = kindOf(file);
  if (kind === 'none') return '';
  if (kind !== 'file') return UNKNOWN;
  try {
    return lstatSync(file).size <= longest ? readFileSync(file, 'utf8') : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}
