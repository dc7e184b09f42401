import { articleOfStorePath, CONFIG_PATH, isSafePath, STORE_FOLDER, storeFileKind } from '../model/storePaths';
import type { FileSystem, FileText, History } from '../ports';
import { isOrdinaryFolder } from './walkFolders';
import { Workspace } from './workspace';

/** A file that should have been checked and could not be read. "Could not check" is never "passed". */
export interface UnreadFile {
  readonly path: string;
  readonly reason: Extract<FileText, { missing: unknown }>['missing'] | 'noFolder';
}

export interface LoadedWorkspace {
  readonly workspace: Workspace;
  /** The articles that were asked for, sorted. */
  readonly articles: readonly string[];
  readonly unread: readonly UnreadFile[];
}

export interface LoadOptions {
  /** The calendar date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Reads old versions of articles so that claims can be followed through a diff; none without it. */
  readonly history?: History;
  /**
   * Asks for some files only: articles, store files of articles, which stand for those, and what articles share. Then
   * only what these are checked with is read, and the findings of `checkFiles` are still those of the whole folder.
   */
  readonly only?: (file: string) => boolean;
  /** How many views the workspace keeps; see its constructor. */
  readonly kept?: number;
}

/** So many files are read at a time. */
const READ_AHEAD = 16;

/** Reads a workspace folder once, for programs that look and leave. */
export async function loadWorkspace(files: FileSystem, options: LoadOptions): Promise<LoadedWorkspace> {
  const loader = new WorkspaceLoader(files, options);
  await loader.readStore();
  await loader.readArticles();
  await loader.readNeighbors();
  return loader.result();
}

class WorkspaceLoader {
  readonly #files: FileSystem;
  readonly #options: LoadOptions;
  readonly #workspace: Workspace;
  readonly #unread: UnreadFile[] = [];
  /** Articles that nobody asked for, and whose texts were not needed yet. */
  readonly #waiting = new Set<string>();
  /** Store files whose article is not at its place. */
  #lost: readonly string[] = [];
  #isSearched = false;

  constructor(files: FileSystem, options: LoadOptions) {
    this.#files = files;
    this.#options = options;
    this.#workspace = new Workspace(options.today, options.kept);
  }

  /** Reads all of the store. It is not parsed before something asks. */
  async readStore(): Promise<void> {
    const place = await this.#files.readFile(STORE_FOLDER);
    if ('text' in place || place.missing === 'notText' || place.missing === 'tooLarge')
      this.#unread.push({ path: STORE_FOLDER, reason: 'noFolder' });
    await this.#readAll([CONFIG_PATH], false);
    const store = await this.#find(
      (path) => storeFileKind(path) !== undefined,
      (folder) => folder === STORE_FOLDER || folder.startsWith(`${STORE_FOLDER}/`),
    );
    await this.#readAll(
      store.filter((path) => path !== CONFIG_PATH),
      true,
    );
  }

  /** Reads the articles that were asked for, and finds those that were moved. */
  async readArticles(): Promise<void> {
    const workspace = this.#workspace;
    const found = await this.#find((path) => workspace.isArticle(path), isOrdinaryFolder);
    const asked = found.filter((path) => this.#asksFor(path));
    await this.#readAll(asked, true);
    const isAsked = new Set(asked);
    for (const path of found) {
      if (isAsked.has(path)) continue;
      workspace.setUnread(path);
      this.#waiting.add(path);
    }
    for (const { path } of this.#unread) workspace.setUnread(path);
    const isThere = new Set(found);
    const placeless = workspace.storeFiles.filter((file) => {
      const article = articleOfStorePath(file);
      return article !== undefined && !isThere.has(article);
    });
    // Where the text of a source lies there is no article, but nothing is lost either.
    const isWhole = this.#options.only === undefined;
    const places = placeless.map((file) => articleOfStorePath(file) ?? '');
    const texts = isWhole ? [...workspace.sourceTexts] : places.filter((path) => workspace.sourceTexts.has(path));
    await this.#readAll(texts.filter(isSafePath), false);
    this.#lost = placeless.filter((_, i) => workspace.text(places[i]!) === undefined);
    const mayBeLost = (path: string) => workspace.text(path) === undefined || this.#isFree(path);
    if (isWhole || this.#lost.some((file) => this.#asksFor(articleOfStorePath(file) ?? file)) || asked.some(mayBeLost))
      await this.#search();
  }

  /** Reads what the articles that were asked for are compared with. */
  async readNeighbors(): Promise<void> {
    const workspace = this.#workspace;
    const articles = this.#asked();
    const compared = new Set(articles);
    if (this.#options.only) {
      const heads = articles.flatMap((path) => workspace.annotations(workspace.storeFileOf(path)) ?? []);
      const sources = new Set(heads.flatMap((head) => head.sources));
      const texts = Array.from(sources, (id) => workspace.library.sources.get(id)?.value.custom?.text);
      await this.#readAll(new Set(texts.filter((path) => path !== undefined && isSafePath(path)) as string[]), false);
      for (const path of await this.#readMeasured(new Set(heads.flatMap((head) => head.measures)))) compared.add(path);
      await this.#readForUnused();
    }
    if (this.#options.history) await this.#readOldTexts(compared, this.#options.history);
  }

  result(): LoadedWorkspace {
    this.#unread.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { workspace: this.#workspace, articles: this.#asked(), unread: this.#unread };
  }

  /** Reads the articles with claims of these measures. */
  async #readMeasured(keys: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const workspace = this.#workspace;
    const files = new Set(Array.from(keys, (key) => workspace.filesWithMeasure(key)).flat());
    // One that was moved is to be compared where it is now.
    if (this.#lost.some((file) => files.has(file))) await this.#search();
    const articles = new Set(Array.from(files, (file) => workspace.articleOf(file) ?? ''));
    await this.#readWaiting((path) => articles.has(path));
    return articles;
  }

  /** Whether a source is cited at all is known when every text was read; most are cited by a claim. */
  async #readForUnused(): Promise<void> {
    const workspace = this.#workspace;
    const asked = [...workspace.library.sources.values()].filter(({ file }) => this.#asksForFile(file));
    if (workspace.citedAmong(asked.map(({ id }) => id)).size < asked.length) await this.#readWaiting(() => true);
  }

  /** Decides which articles were moved. Any that has no annotations may be one of them. */
  async #search(): Promise<void> {
    if (this.#isSearched || this.#lost.length === 0) return;
    this.#isSearched = true;
    await this.#readWaiting((path) => this.#isFree(path));
    // Nothing else waits for this program, so the search may run to its end.
    for (const _ of this.#workspace.searchMoves());
  }

  async #readOldTexts(articles: Iterable<string>, history: History): Promise<void> {
    for (const path of articles) {
      const id = this.#workspace.lastAnchoredText(path);
      const text = id === undefined ? undefined : await history.readBlob(id);
      if (id !== undefined && text !== undefined) this.#workspace.setOldText(id, text);
    }
  }

  #asked(): readonly string[] {
    return this.#workspace.articles.filter((path) => this.#asksFor(path));
  }

  #asksFor(article: string): boolean {
    return this.#asksForFile(article) || this.#asksForFile(this.#workspace.storeFileOf(article));
  }

  #asksForFile(file: string): boolean {
    return this.#options.only?.(file) ?? true;
  }

  #isFree(article: string): boolean {
    return this.#workspace.text(this.#workspace.storeFileOf(article)) === undefined;
  }

  async #find(wanted: (path: string) => boolean, enter: (folder: string) => boolean): Promise<readonly string[]> {
    const found = await this.#files.findFiles(wanted, enter);
    for (const path of found.unread) this.#unread.push({ path, reason: 'unreadable' });
    return found.files;
  }

  async #readWaiting(isWanted: (path: string) => boolean): Promise<void> {
    const wanted = [...this.#waiting].filter(isWanted);
    for (const path of wanted) this.#waiting.delete(path);
    await this.#readAll(wanted, true);
  }

  async #readAll(paths: Iterable<string>, required: boolean): Promise<void> {
    const waiting = paths[Symbol.iterator]();
    const worker = async () => {
      for (let next = waiting.next(); !next.done; next = waiting.next()) await this.#read(next.value, required);
    };
    await Promise.all(Array.from({ length: READ_AHEAD }, worker));
  }

  async #read(path: string, required: boolean): Promise<void> {
    const file = await this.#files.readFile(path);
    if ('text' in file) return this.#workspace.setFile(path, file.text);
    if (file.missing !== 'notFound') this.#workspace.setUnread(path);
    if (required || file.missing !== 'notFound') this.#unread.push({ path, reason: file.missing });
  }
}
