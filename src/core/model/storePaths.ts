/** The folder at the workspace root that holds the store. */
export const STORE_FOLDER = '.sourcemark';
/** What the team shares: globs, levels of rules, review policy, people. */
export const CONFIG_PATH = `${STORE_FOLDER}/config.yaml`;

export type StoreFileKind = 'config' | 'sources' | 'entities' | 'article';

/** Parts that are neither empty nor `.` nor `..`. A colon is a drive letter or an alternate stream on Windows. */
export const SAFE_PATH = /^(?!\.\.?(?:\/|$))[^\\/:\x00-\x1f\x7f]+(?:\/(?!\.\.?(?:\/|$))[^\\/:\x00-\x1f\x7f]+)*$/u;

/**
 * Whether a path is one that a store may name: relative to the workspace root, with `/`, and staying inside
 * it whatever the host. No `..`, no drive, no backslash, no control character, no empty part.
 */
export function isSafePath(path: string): boolean {
  return path.length <= 4096 && SAFE_PATH.test(path);
}

/** The store file of an article. An article whose path is not safe gives a path that is not, which no port opens. */
export function articleStorePath(article: string): string {
  return `${STORE_FOLDER}/articles/${article}.yaml`;
}

/** The article of a store file, by the file's place; undefined for any other path. */
export function articleOfStorePath(path: string): string | undefined {
  const article = /^\.sourcemark\/articles\/(.+)\.ya?ml$/.exec(path)?.[1];
  return article !== undefined && isSafePath(article) ? article : undefined;
}

/** Where a new source is written: a file each. Ids are safe as file names by their schema. */
export function sourceStorePath(id: string): string {
  return `${STORE_FOLDER}/sources/${id}.yaml`;
}

/** Where a new entity is written: a file each. */
export function entityStorePath(id: string): string {
  return `${STORE_FOLDER}/entities/${id}.yaml`;
}

/** What a file of the store holds, by its path; undefined for what is no store file. */
export function storeFileKind(path: string): StoreFileKind | undefined {
  // Asked of every file of a folder, and most are elsewhere.
  if (!path.startsWith(`${STORE_FOLDER}/`) || !isSafePath(path)) return undefined;
  if (path === CONFIG_PATH) return 'config';
  const folder = /^\.sourcemark\/(sources|entities|articles)\/.+\.ya?ml$/.exec(path)?.[1];
  if (folder === 'articles') return 'article';
  return folder as 'sources' | 'entities' | undefined;
}
