import { CONFIG_PATH, isSafePath, STORE_FOLDER, storeFileKind } from '../model/storePaths';
import type { FileSystem, FileText, History } from '../ports';
import { Workspace } from './workspace';

/** A file that should have been checked and could not be read. "Could not check" is never "passed". */
export interface UnreadFile {
  readonly path: string;
  readonly reason: Extract<FileText, { missing: unknown }>['missing'];
}

export interface LoadedWorkspace {
  readonly workspace: Workspace;
  readonly unread: readonly UnreadFile[];
}

export interface LoadOptions {
  /** The calendar date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Reads old versions of articles so that claims can be followed through a diff; none without it. */
  readonly history?: History;
  /** Narrows what is read to these articles; everything shared is read all the same. */
  readonly only?: (article: string) => boolean;
}

/** So many files are read at a time. */
const READ_AHEAD = 16;

/** Reads a whole workspace folder once, for programs that look and leave. */
export async function loadWorkspace(files: FileSystem, options: LoadOptions): Promise<LoadedWorkspace> {
  const workspace = new Workspace(options.today);
  const unread: UnreadFile[] = [];
  const read = async (path: string, required: boolean): Promise<void> => {
    const file = await files.readFile(path);
    if ('text' in file) return workspace.setFile(path, file.text);
    if (file.missing !== 'notFound') workspace.setUnread(path);
    if (required || file.missing !== 'notFound') unread.push({ path, reason: file.missing });
  };
  const readAll = async (paths: Iterable<string>, required: boolean): Promise<void> => {
    const waiting = paths[Symbol.iterator]();
    const worker = async () => {
      for (let next = waiting.next(); !next.done; next = waiting.next()) await read(next.value, required);
    };
    await Promise.all(Array.from({ length: READ_AHEAD }, worker));
  };
  await read(CONFIG_PATH, false);
  const find: FileSystem['findFiles'] = async (wanted, enter) => {
    const found = await files.findFiles(wanted, enter);
    for (const path of found.unread) unread.push({ path, reason: 'unreadable' });
    return found;
  };
  const store = await find(
    (path) => storeFileKind(path) !== undefined,
    (folder) => folder === STORE_FOLDER || folder.startsWith(`${STORE_FOLDER}/`),
  );
  await readAll(
    store.files.filter((path) => path !== CONFIG_PATH),
    true,
  );
  await readAll([...workspace.sourceTexts].filter(isSafePath), false);
  const articles = await find(
    (path) => workspace.isArticle(path),
    (folder) => !/(^|\/)(\.[^/]*|node_modules)$/.test(folder),
  );
  const isWanted = options.only ?? (() => true);
  await readAll(articles.files.filter(isWanted), true);
  for (const path of articles.files) if (!isWanted(path)) workspace.setUnread(path);
  for (const { path } of unread) workspace.setUnread(path);
  // Nothing else waits for this program, so the search may run to its end.
  for (const _ of workspace.searchMoves());
  unread.sort((a, b) => (a.path < b.path ? -1 : 1));
  if (options.history) await readOldTexts(workspace, options.history);
  return { workspace, unread };
}

async function readOldTexts(workspace: Workspace, history: History): Promise<void> {
  for (const path of workspace.articles) {
    const id = workspace.lastAnchoredText(path);
    const text = id === undefined ? undefined : await history.readBlob(id);
    if (id !== undefined && text !== undefined) workspace.setOldText(id, text);
  }
}
