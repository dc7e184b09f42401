import { canonicalJson } from '../model/canonicalJson';
import { createId, type IdPrefix } from '../model/ids';
import type { ArticleFile } from '../model/schema';
import { articleStorePath, STORE_FOLDER } from '../model/storePaths';
import type { StoreOperation } from '../store/operations';
import type { Workspace } from '../workspace/workspace';
import { countSharedEntries, isSameEntry } from './findTwins';

/** What must follow when articles get other paths. */
export interface MovePlan {
  /** Files of the store to rename, or folders with all that is in them; nothing is there yet where they go. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** What the store says afterwards, in files as they are called then. */
  readonly changes: readonly { readonly file: string; readonly operation: StoreOperation }[];
  /** A store file that is of no more use once the changes are made. */
  readonly emptied?: string;
}

/**
 * What follows when a file or a folder of the workspace is renamed: store files go with their articles, and sources
 * name the texts that were renamed. Where the new name has annotations already, those stay, and so do the old ones
 * where they are.
 */
export function planRename(workspace: Workspace, from: string, to: string): MovePlan {
  const renamed = (path: string) => `${to}${path.slice(from.length)}`;
  const isInside = (path: string) => path === from || path.startsWith(`${from}/`);
  const renames: { from: string; to: string }[] = [];
  const changes: { file: string; operation: StoreOperation }[] = [];
  for (const article of workspace.articles) {
    if (!isInside(article)) continue;
    const file = workspace.storeFileOf(article);
    const target = articleStorePath(renamed(article));
    const stored = workspace.annotations(file);
    if (!stored || workspace.text(target) !== undefined) continue;
    renames.push({ from: file, to: target });
    if (stored.article !== renamed(article))
      changes.push({ file: target, operation: { type: 'setArticle', article: renamed(article) } });
  }
  for (const { id, file, value } of workspace.library.sources.values()) {
    const text = value.custom?.text;
    if (text === undefined || !isInside(text)) continue;
    changes.push({ file, operation: { type: 'setSource', id, path: ['custom', 'text'], value: renamed(text) } });
  }
  return { renames: asFolder(workspace, from, to, renames), changes };
}

/** Whether an id means one thing here and another there. */
function meetByChance(one: ArticleFile, other: ArticleFile): boolean {
  return (['claims', 'exemptions', 'mentions'] as const).some((kind) =>
    Object.entries(one[kind] ?? {}).some(([id, entry]) => {
      const there = Object.hasOwn(other[kind] ?? {}, id) ? other[kind]?.[id] : undefined;
      return there !== undefined && !isSameEntry(entry, there);
    }),
  );
}

/** Thousands of files are renamed at once where they are just the files of one folder. */
function asFolder(
  workspace: Workspace,
  from: string,
  to: string,
  renames: MovePlan['renames'],
): readonly { readonly from: string; readonly to: string }[] {
  const folder = `${STORE_FOLDER}/articles/${from}`;
  const target = `${STORE_FOLDER}/articles/${to}`;
  const isWhole = renames.every(
    (file) => file.from.startsWith(`${folder}/`) && file.to === `${target}${file.from.slice(folder.length)}`,
  );
  const others = workspace.storeFiles.filter((file) => file.startsWith(`${folder}/`)).length - renames.length;
  const isFree = !workspace.storeFiles.some((file) => file.startsWith(`${target}/`));
  return renames.length > 1 && isWhole && others === 0 && isFree ? [{ from: folder, to: target }] : renames;
}

/**
 * What makes annotations those of another article: their file is renamed, or, where that article has some of its own,
 * they are added to these. An entry that is there already is not added again; one whose id means something else there
 * gets a new one. Where both are annotations of one article under two names, they are merged like two versions of a file.
 * @param random as for `createId`.
 * @param base the version that both come from, where they are versions and it is known.
 */
export function planAttachment(
  workspace: Workspace,
  storeFile: string,
  article: string,
  random: (bytes: number) => Uint8Array,
  base?: string,
): MovePlan {
  const target = workspace.storeFileOf(article);
  if (target === storeFile || workspace.text(target) === undefined) {
    const place = articleStorePath(article);
    const isNamed = workspace.annotations(storeFile)?.article === article;
    return {
      renames: place === storeFile ? [] : [{ from: storeFile, to: place }],
      changes: isNamed ? [] : [{ file: place, operation: { type: 'setArticle', article } }],
    };
  }
  const from = workspace.storedIn(storeFile);
  const into = workspace.storedIn(target);
  const other = workspace.text(storeFile);
  const isTwin = from && into && other !== undefined && countSharedEntries(from, into) > 0 && !meetByChance(from, into);
  const adding: StoreOperation[] = isTwin
    ? [{ type: 'mergeVersion', other, ...(base !== undefined && { base }), article }]
    : [];
  const removing: StoreOperation[] = [];
  const move = <T>(
    entries: Readonly<Record<string, T>> | undefined,
    there: Readonly<Record<string, T>> | undefined,
    prefix: IdPrefix,
    add: (id: string, entry: T) => StoreOperation,
    remove: (id: string) => StoreOperation,
  ) => {
    for (const [id, entry] of Object.entries(entries ?? {})) {
      const known = there?.[id];
      if (isTwin) {
        // The merge adds it.
      } else if (known === undefined) adding.push(add(id, entry));
      else if (canonicalJson(known) !== canonicalJson(entry)) adding.push(add(createId(prefix, random), entry));
      removing.push(remove(id));
    }
  };
  move(
    from?.claims,
    into?.claims,
    'c',
    (id, claim) => ({ type: 'addClaim', article, id, claim }),
    (id) => ({ type: 'removeClaim', id }),
  );
  move(
    from?.exemptions,
    into?.exemptions,
    'e',
    (id, exemption) => ({ type: 'addExemption', article, id, exemption }),
    (id) => ({ type: 'removeExemption', id }),
  );
  move(
    from?.mentions,
    into?.mentions,
    'x',
    (id, override) => ({ type: 'addMentionOverride', article, id, override }),
    (id) => ({ type: 'removeMentionOverride', id }),
  );
  const isSpent =
    workspace.problems(storeFile).length === 0 &&
    !/^\s*#(?! yaml-language-server)/m.test(workspace.text(storeFile) ?? '');
  return {
    renames: [],
    // Added before they are removed: what is interrupted leaves them twice rather than nowhere.
    changes: [
      ...adding.map((operation) => ({ file: target, operation })),
      ...removing.map((operation) => ({ file: storeFile, operation })),
    ],
    ...(isSpent && { emptied: storeFile }),
  };
}
