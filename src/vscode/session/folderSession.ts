import * as vscode from 'vscode';
import {
  articleOfStorePath,
  articleStorePath,
  CONFIG_PATH,
  isSafePath,
  STORE_FOLDER,
  storeFileKind,
} from '../../core/model/storePaths';
import type { Rule } from '../../core/rules/rule';
import { allRules, rulesOfPartialLibrary } from '../../core/rules/runRules';
import { citedTexts, recordPaths } from '../../core/workspace/recordPaths';
import { Workspace } from '../../core/workspace/workspace';
import { ArticleQueue, type ArticleVisitor, runInSlices } from './articleQueue';

/** What changed in a folder: these articles, or something that all of them rest on. */
export type FolderChange = { readonly articles: ReadonlySet<string> } | { readonly articles: 'all' };

/** Larger files are no articles; reading them would only cost memory. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** How long typing must rest before views are worked out anew, in milliseconds. */
const REST_MS = 150;
/** While files keep coming in, views are worked out at least this often, in milliseconds. */
const MOST_REST_MS = 1000;
/** How long folders and the config must rest before everything is looked for anew, in milliseconds. */
const RELOAD_REST_MS = 500;
/** How many files are read at once while the folder loads. */
const READ_AHEAD = 16;
/** When a file that we wrote is looked at once more, in milliseconds. */
const CONFIRM_MS = 1000;
/** Reading that takes longer than this is shown, in milliseconds. */
const SHOWN_AFTER_MS = 1000;

/**
 * Keeps the core's picture of one workspace folder true: reads what open articles rest on, then the store, then the
 * articles and the texts of sources; follows open documents as they are typed in, and the disk for the rest. What is
 * derived of the articles that nobody looks at is worked out in the background.
 */
export class FolderSession implements vscode.Disposable {
  readonly workspace = new Workspace(today());
  readonly #changed = new vscode.EventEmitter<FolderChange>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #pending: { articles: Set<string>; all: boolean } = { articles: new Set(), all: false };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pendingSince: number | undefined;
  readonly #queue: ArticleQueue;
  #isSearching = false;
  #isLoaded = false;
  #configRead: Promise<void> = Promise.resolve();
  #isLibraryRead = false;
  /** How far reading has come, for the status bar. */
  #reading = '';
  #reload: ReturnType<typeof setTimeout> | undefined;
  #search: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;
  /** Counts what was read or set of each file, so that a slow read does not bring back what is older. */
  readonly #turns = new Map<string, number>();
  /** Files that were deleted, though an editor may go on showing one. */
  readonly #deleted = new Set<string>();
  #ready: ReadonlySet<string> | 'all' = new Set();
  /** Resolves when everything in the folder has been read once. */
  readonly loaded: Promise<void>;

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    readonly logger: vscode.LogOutputChannel,
    /** What files are read by. */
    readonly files: Pick<vscode.FileSystem, 'stat' | 'readFile'> = vscode.workspace.fs,
  ) {
    this.#queue = new ArticleQueue((error) => logger.error('An article could not be looked at', String(error)));
    this.#subscriptions.push(
      this.#queue,
      vscode.workspace.onDidOpenTextDocument((document) => this.#takeOpened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#takeDocument(document)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.#readAgain(document.uri)),
      this.#watch('**/*'),
    );
    this.loaded = this.#loadVisibly();
  }

  /** Told now and then while articles are derived in the background, and when all of them are. */
  get onDidProgress(): vscode.Event<undefined> {
    return this.#queue.onDidProgress;
  }

  /** Lets every article be visited in the background after it changed, when its view is at hand. */
  addVisitor(visitor: ArticleVisitor): vscode.Disposable {
    return this.#queue.addVisitor(visitor);
  }

  /** Lets articles be visited again that did not change themselves. */
  revisit(articles: Iterable<string>): void {
    this.#queue.add(articles);
  }

  /** The path of a file of this folder as the store spells it; undefined for any other file. */
  path(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== this.folder.uri.scheme || uri.authority !== this.folder.uri.authority) return undefined;
    const root = this.folder.uri.path.replace(/\/$/, '');
    if (!uri.path.startsWith(`${root}/`)) return undefined;
    const path = uri.path.slice(root.length + 1);
    return isSafePath(path) ? path : undefined;
  }

  /** @throws when the path would leave the folder. */
  uri(path: string): vscode.Uri {
    if (!isSafePath(path)) throw new Error(`Not a path inside the workspace: ${path}`);
    return vscode.Uri.joinPath(this.folder.uri, path);
  }

  /**
   * Whether what the store says of an article was read, or without one of all articles. Before that every
   * figure would look as if it had no source.
   */
  isReady(article?: string): boolean {
    return this.#ready === 'all' || (article !== undefined && this.#ready.has(article));
  }

  /** Resolves when `isReady` holds, so that an answer that was asked for early is not a wrong one. */
  async whenReady(article?: string): Promise<void> {
    while (!this.isReady(article) && !this.#disposed) {
      let subscription: vscode.Disposable | undefined;
      const changed = new Promise<void>((resolve) => {
        subscription = this.onDidChange(() => resolve());
      });
      await Promise.race([changed, this.loaded]);
      subscription?.dispose();
    }
  }

  /** Whether all sources and entities were read. Before that, nobody can say that there is none of some name. */
  get isLibraryRead(): boolean {
    return this.#isLibraryRead;
  }

  /** The rules that can be asked now: those whose findings nothing that is still to be read takes back. */
  get rules(): readonly Rule[] {
    return this.#isLibraryRead ? allRules : rulesOfPartialLibrary;
  }

  /** Whether everything was read and nothing waits to be derived. */
  get isSettled(): boolean {
    return this.#isLoaded && this.#queue.size === 0;
  }

  /** How many articles wait to be derived in the background. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Works out at once what is waiting for typing to rest. */
  flush(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pendingSince = undefined;
    const { articles, all } = this.#pending;
    if (!all && articles.size === 0) return;
    this.#pending = { articles: new Set(), all: false };
    this.workspace.setToday(today());
    this.#changed.fire({ articles: all ? 'all' : articles });
    // What is derived while files come in would only have to be derived again.
    if (this.workspace.hasStore && this.#isLoaded) this.#queue.add(all ? this.workspace.articles : articles);
  }

  /** Makes the views follow after live anchors or old texts came in. */
  invalidate(article: string): void {
    this.#pending.articles.add(article);
    this.#schedule();
  }

  /** Takes over what an editor has renamed, before the disk tells of it: a file, or a folder with all that is in it. */
  rename(from: string, to: string): void {
    for (const path of [...this.workspace.paths]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      const text = this.workspace.text(path);
      this.#set(`${to}${path.slice(from.length)}`, text);
      this.#set(path, undefined);
    }
  }

  /** Takes over that a file was deleted. */
  forget(path: string): void {
    this.#deleted.add(path);
    this.#set(path, undefined);
  }

  /** Takes a document's text at once, so that what was just written is seen by what runs next. */
  accept(document: vscode.TextDocument): void {
    const path = this.path(document.uri);
    // A store file that was just made is there again, though no event has told of it yet.
    if (path !== undefined && storeFileKind(path)) this.#deleted.delete(path);
    this.#takeDocument(document);
  }

  /** The same for what was just written on the disk. An open editor may show it only later. */
  acceptText(path: string, text: string): void {
    if (!this.#isWanted(path)) return;
    this.#set(path, text.replace(/^\ufeff/, ''));
    // Somebody else may have written before this came through; and of a file that is made and deleted at
    // once, no event tells.
    setTimeout(() => void this.#readAgain(this.uri(path)), CONFIRM_MS);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    if (this.#reload !== undefined) clearTimeout(this.#reload);
    if (this.#search !== undefined) clearTimeout(this.#search);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #watch(glob: string): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.folder, glob));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => void this.#readCreated(uri)),
      watcher.onDidChange((uri) => void this.#readCreated(uri)),
      watcher.onDidDelete((uri) => {
        const path = this.path(uri);
        if (path === undefined) return;
        // A deleted folder is told as one event, which may come when there is another one in its place.
        const shown = vscode.workspace.textDocuments.flatMap((document) => this.path(document.uri) ?? []);
        const gone = [...this.workspace.paths, ...shown].filter(
          (known) => known === path || known.startsWith(`${path}/`),
        );
        for (const known of gone) this.#deleted.add(known);
        void this.#readAll(gone.map((known) => this.uri(known)));
      }),
    );
  }

  /** Says that a large folder is being read, and how far. */
  async #loadVisibly(): Promise<void> {
    const loading = this.#load();
    const isLong = await Promise.race([
      loading.then(() => false),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), SHOWN_AFTER_MS)),
    ]);
    if (!isLong) return;
    const title = vscode.l10n.t('Sourcemark: reading {folder}', { folder: this.folder.name });
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async (progress) => {
      const told = setInterval(() => progress.report({ message: this.#reading }), SHOWN_AFTER_MS / 4);
      await loading.finally(() => clearInterval(told));
    });
  }

  async #load(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      // The editor remembers a store file for minutes after it was closed, and even after it was deleted.
      if (this.#heldByEditor(document.uri, this.path(document.uri) ?? '')) this.#takeDocument(document);
    }
    // The config decides what an article is, so it comes first. Then whoever opens a large folder looks at an article
    // already, and then comes what every article rests on.
    this.#configRead = this.#readAll([this.uri(CONFIG_PATH)]);
    await this.#configRead;
    // It is read now, with all that it chooses.
    if (this.#reload !== undefined) clearTimeout(this.#reload);
    await this.#readOpen(this.#openPaths());
    const store = await this.#find(`${STORE_FOLDER}/**/*.{yaml,yml}`);
    const open = new Set(this.#openPaths());
    const isFirst = (uri: vscode.Uri) => {
      const path = this.path(uri) ?? '';
      return storeFileKind(path) !== 'article' || open.has(articleOfStorePath(path) ?? '');
    };
    await this.#readAll(store.filter(isFirst));
    this.#isLibraryRead = true;
    this.#becomeReady(open);
    this.#pending.all = true;
    this.flush();
    await this.#readAll([...this.workspace.sourceTexts].filter(isSafePath).map((path) => this.uri(path)));
    await this.#readAll(store.filter((uri) => !isFirst(uri)));
    this.#ready = 'all';
    this.#pending.all = true;
    this.flush();
    // Articles with annotations are read wherever they lie.
    const articles = new Set(this.workspace.articles.filter(isSafePath));
    for (const glob of this.workspace.articleGlobs)
      for (const uri of await this.#find(glob)) {
        const path = this.path(uri);
        if (this.#isWanted(path)) articles.add(path);
      }
    await this.#readAll(Array.from(articles, (path) => this.uri(path)));
    this.#isLoaded = true;
    this.#pending.all = true;
    this.flush();
    await this.#searchMoves();
  }

  /**
   * Reads all that annotated articles rest on, as far as it lies where we would write it, so that they can be answered
   * for while everything else is still to be read. What lies elsewhere comes in with the rest.
   */
  async #readOpen(paths: readonly string[]): Promise<void> {
    const storeFiles = paths.map(articleStorePath).filter(isSafePath);
    await this.#readAll(storeFiles.map((path) => this.uri(path)));
    // What has no annotations there may have them elsewhere, or be the text of a source.
    const annotated = paths.filter((path) => this.workspace.text(articleStorePath(path)) !== undefined);
    if (annotated.length === 0) return;
    for (const document of vscode.workspace.textDocuments)
      if (annotated.includes(this.path(document.uri) ?? '')) this.#takeDocument(document);
    const named = annotated.map((path) => this.workspace.summary(path));
    const records = new Set(named.flatMap(recordPaths));
    await this.#readAll(Array.from(records, (path) => this.uri(path)));
    const texts = new Set(named.flatMap((summary) => citedTexts(summary, this.workspace.library)));
    await this.#readAll(Array.from(texts, (path) => this.uri(path)));
    this.#becomeReady(annotated);
    for (const path of annotated) this.#pending.articles.add(path);
    this.flush();
  }

  #becomeReady(articles: Iterable<string>): void {
    if (this.#ready !== 'all') this.#ready = new Set([...this.#ready, ...articles]);
  }

  #takeOpened(document: vscode.TextDocument): void {
    this.#takeDocument(document);
    const path = this.path(document.uri);
    if (path === undefined || storeFileKind(path) || this.isReady(path)) return;
    void this.#configRead.then(() => this.#readOpen([path]));
  }

  /** Articles that were renamed outside of the editor are known once everything was read. */
  async #searchMoves(): Promise<void> {
    if (!this.#isLoaded) return;
    if (this.#isSearching) return this.#searchSoon();
    this.#isSearching = true;
    try {
      const changed = await runInSlices(this.workspace.searchMoves(), () => this.#disposed);
      if (!changed?.size) return;
      for (const article of changed) this.#pending.articles.add(article);
      this.flush();
    } finally {
      this.#isSearching = false;
    }
  }

  #openPaths(): string[] {
    return vscode.workspace.textDocuments.flatMap(({ uri }) => {
      const path = this.path(uri);
      return path !== undefined && !storeFileKind(path) ? [path] : [];
    });
  }

  async #find(glob: string): Promise<vscode.Uri[]> {
    return vscode.workspace.findFiles(new vscode.RelativePattern(this.folder, glob), null);
  }

  async #readAll(uris: readonly vscode.Uri[]): Promise<void> {
    let next = 0;
    const worker = async () => {
      while (next < uris.length && !this.#disposed) {
        const uri = uris[next++]!;
        this.#reading = `${next} / ${uris.length}`;
        await this.#read(uri);
      }
    };
    await Promise.all(Array.from({ length: READ_AHEAD }, worker));
  }

  #isWanted(path: string | undefined): path is string {
    if (path === undefined) return false;
    return storeFileKind(path) !== undefined || this.workspace.sourceTexts.has(path) || this.workspace.isArticle(path);
  }

  async #readAgain(uri: vscode.Uri): Promise<void> {
    const path = this.path(uri);
    if (!this.#isWanted(path)) return;
    const document = this.#heldByEditor(uri, path);
    if (document) this.#takeDocument(document);
    else await this.#read(uri);
    if (storeFileKind(path) === 'sources' || storeFileKind(path) === 'config') await this.#readNewlyWanted();
  }

  /**
   * A folder that is moved or checked out into the workspace is told as one event, its files not at all; one
   * that takes the place of another is told as a change.
   */
  async #readCreated(uri: vscode.Uri): Promise<void> {
    const path = this.path(uri);
    if (path === undefined || this.#isWanted(path)) return this.#readAgain(uri);
    // Packages are installed by the thousand, and nobody annotates them.
    if (/(^|\/)(node_modules|\.git)(\/|$)/.test(path)) return;
    try {
      if ((await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory) this.#reloadSoon();
    } catch {
      // It is gone again.
    }
  }

  #reloadSoon(): void {
    if (this.#reload !== undefined) clearTimeout(this.#reload);
    this.#reload = setTimeout(() => void this.#load(), RELOAD_REST_MS);
  }

  /** A change of sources or of the config can name texts that were not read yet. */
  async #readNewlyWanted(): Promise<void> {
    const missing = [...this.workspace.sourceTexts].filter(
      (text) => isSafePath(text) && this.workspace.text(text) === undefined,
    );
    await this.#readAll(missing.map((text) => this.uri(text)));
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const path = this.path(uri);
    if (path === undefined || this.#heldByEditor(uri, path)) return;
    const turn = this.#takeTurn(path);
    const isLatest = () => !this.#disposed && this.#turns.get(path) === turn;
    try {
      const stat = await this.files.stat(uri);
      // A link could lead out of the workspace, and the opened folder is not to be believed.
      if (stat.type !== vscode.FileType.File || stat.size > MAX_FILE_BYTES) {
        this.workspace.setUnread(path);
        return this.logger.warn(`Not read, because it is a link or too large: ${path}`);
      }
      const text = new TextDecoder().decode(await this.files.readFile(uri));
      if (isLatest()) this.#set(path, text);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        if (isLatest()) this.#set(path, undefined);
      } else this.logger.warn(`Could not read ${path}: ${String(error)}`);
    }
  }

  #takeDocument(document: vscode.TextDocument): void {
    const path = this.path(document.uri);
    if (!this.#isWanted(path)) return;
    const isNew = this.workspace.text(path) === undefined && !this.#deleted.has(path);
    if (isNew || this.#heldByEditor(document.uri, path)) this.#set(path, document.getText());
    // What was just written would seem to be gone until the editor shows it.
    else void this.#read(document.uri);
  }

  /**
   * The open document that says what a file is, rather than the disk. An editor of a store file in which nobody
   * typed shows what is written there only a little later, and one of a deleted file shows what was.
   */
  #heldByEditor(uri: vscode.Uri, path: string): vscode.TextDocument | undefined {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((open) => !open.isClosed && open.uri.toString() === key);
    if (!document || document.isDirty) return document;
    return storeFileKind(path) === undefined && !this.#deleted.has(path) ? document : undefined;
  }

  #takeTurn(path: string): number {
    const turn = (this.#turns.get(path) ?? 0) + 1;
    this.#turns.set(path, turn);
    return turn;
  }

  #set(path: string, text: string | undefined): void {
    this.#takeTurn(path);
    if (text !== undefined) this.#deleted.delete(path);
    if (this.workspace.text(path) === text) return;
    const wasThere = this.workspace.text(path) !== undefined;
    this.workspace.setFile(path, text);
    const kind = storeFileKind(path);
    // Another config may call other files articles.
    if (kind === 'config') this.#reloadSoon();
    if (kind === 'article') {
      // Read while the disk is slow, so that a question about all of them is answered at once later.
      this.workspace.annotations(path);
      this.#pending.articles.add(this.workspace.articleOf(path) ?? path);
    } else if (kind || this.workspace.sourceTexts.has(path)) this.#pending.all = true;
    else this.#pending.articles.add(path);
    this.#schedule();
    if (wasThere !== (text !== undefined)) this.#searchSoon();
  }

  #searchSoon(): void {
    if (!this.#isLoaded) return;
    if (this.#search !== undefined) clearTimeout(this.#search);
    this.#search = setTimeout(() => void this.#searchMoves(), RELOAD_REST_MS);
  }

  #schedule(): void {
    const now = Date.now();
    this.#pendingSince ??= now;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), Math.min(REST_MS, this.#pendingSince + MOST_REST_MS - now));
  }
}

/** The calendar date where the reader is, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
