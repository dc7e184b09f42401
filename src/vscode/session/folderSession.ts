import * as vscode from 'vscode';
import { articleStorePath, CONFIG_PATH, isSafePath, STORE_FOLDER, storeFileKind } from '../../core/model/storePaths';
import { Workspace } from '../../core/workspace/workspace';

/** What changed in a folder: these articles, or something that all of them rest on. */
export type FolderChange = { readonly articles: ReadonlySet<string> } | { readonly articles: 'all' };

/** Larger files are no articles; reading them would only cost memory. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** How long typing must rest before views are worked out anew, in milliseconds. */
const REST_MS = 150;
/** How long folders and the config must rest before everything is looked for anew, in milliseconds. */
const RELOAD_REST_MS = 500;
/** How many files are read at once while the folder loads. */
const READ_AHEAD = 16;

/**
 * Keeps the core's picture of one workspace folder true: reads the store, then the articles and the
 * texts of sources, follows open documents as they are typed in, and the disk for the rest.
 */
export class FolderSession implements vscode.Disposable {
  readonly workspace = new Workspace(today());
  readonly #changed = new vscode.EventEmitter<FolderChange>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #pending: { articles: Set<string>; all: boolean } = { articles: new Set(), all: false };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reload: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;
  /** Counts what was read or set of each file, so that a slow read does not bring back what is older. */
  readonly #turns = new Map<string, number>();
  #ready: ReadonlySet<string> | 'all' = new Set();
  /** Resolves when everything in the folder has been read once. */
  readonly loaded: Promise<void>;

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    readonly logger: vscode.LogOutputChannel,
  ) {
    this.#subscriptions.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.#takeDocument(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#takeDocument(document)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.#readAgain(document.uri)),
      this.#watch('**/*'),
    );
    this.loaded = this.#load();
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

  /** Works out at once what is waiting for typing to rest. */
  flush(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
    const { articles, all } = this.#pending;
    if (!all && articles.size === 0) return;
    this.#pending = { articles: new Set(), all: false };
    this.workspace.setToday(today());
    this.#changed.fire({ articles: all ? 'all' : articles });
  }

  /** Makes the views follow after live anchors or old texts came in. */
  invalidate(article: string): void {
    this.#pending.articles.add(article);
    this.#schedule();
  }

  /** Takes a document's text at once, so that what was just written is seen by what runs next. */
  accept(document: vscode.TextDocument): void {
    this.#takeDocument(document);
  }

  /** The same for what was just written on the disk. An open editor may show it only later. */
  acceptText(path: string, text: string): void {
    if (!this.#isWanted(path)) return;
    this.#set(path, text.replace(/^\ufeff/, ''));
    // Somebody else may have written before this came through, and their event may be over.
    void this.#readAgain(this.uri(path));
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    if (this.#reload !== undefined) clearTimeout(this.#reload);
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
        // A deleted folder is told as one event.
        for (const known of [...this.workspace.paths])
          if (known === path || known.startsWith(`${path}/`)) this.#set(known, undefined);
      }),
    );
  }

  async #load(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      // The editor remembers a store file for minutes after it was closed, and even after it was deleted.
      if (heldByEditor(document.uri, this.path(document.uri) ?? '')) this.#takeDocument(document);
    }
    // The config decides what an article is, so it comes first; then what every article rests on.
    await this.#readAll([this.uri(CONFIG_PATH)]);
    // Whoever opens a large folder looks at an article already.
    const open = this.#openArticles();
    await this.#readAll(open.map((path) => this.uri(articleStorePath(path))));
    const store = await this.#find(`${STORE_FOLDER}/**/*.{yaml,yml}`);
    const isShared = (uri: vscode.Uri) => storeFileKind(this.path(uri) ?? '') !== 'article';
    await this.#readAll(store.filter(isShared));
    if (this.#ready !== 'all') this.#ready = new Set(open);
    this.flush();
    await this.#readAll(store.filter((uri) => !isShared(uri)));
    await this.#readAll([...this.workspace.sourceTexts].filter(isSafePath).map((path) => this.uri(path)));
    this.#ready = 'all';
    this.#pending.all = true;
    this.flush();
    for (const glob of this.workspace.articleGlobs)
      await this.#readAll((await this.#find(glob)).filter((uri) => this.#isWanted(this.path(uri))));
    this.flush();
  }

  #openArticles(): string[] {
    return vscode.workspace.textDocuments.flatMap(({ uri }) => {
      const path = this.path(uri);
      return path !== undefined && this.workspace.isArticle(path) ? [path] : [];
    });
  }

  async #find(glob: string): Promise<vscode.Uri[]> {
    return vscode.workspace.findFiles(new vscode.RelativePattern(this.folder, glob), null);
  }

  async #readAll(uris: readonly vscode.Uri[]): Promise<void> {
    const waiting = [...uris];
    const worker = async () => {
      for (let uri = waiting.shift(); uri && !this.#disposed; uri = waiting.shift()) await this.#read(uri);
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
    const document = heldByEditor(uri, path);
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
    if (path === undefined || heldByEditor(uri, path)) return;
    const turn = this.#takeTurn(path);
    const isLatest = () => !this.#disposed && this.#turns.get(path) === turn;
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      // A link could lead out of the workspace, and the opened folder is not to be believed.
      if (stat.type !== vscode.FileType.File || stat.size > MAX_FILE_BYTES)
        return this.logger.warn(`Not read, because it is a link or too large: ${path}`);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
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
    if (heldByEditor(document.uri, path) || this.workspace.text(path) === undefined)
      this.#set(path, document.getText());
    // What was just written would seem to be gone until the editor shows it.
    else void this.#read(document.uri);
  }

  #takeTurn(path: string): number {
    const turn = (this.#turns.get(path) ?? 0) + 1;
    this.#turns.set(path, turn);
    return turn;
  }

  #set(path: string, text: string | undefined): void {
    this.#takeTurn(path);
    if (this.workspace.text(path) === text) return;
    this.workspace.setFile(path, text);
    const kind = storeFileKind(path);
    // Another config may call other files articles.
    if (kind === 'config') this.#reloadSoon();
    if (kind === 'article') this.#pending.articles.add(articleOf(path));
    else if (kind || this.workspace.sourceTexts.has(path)) this.#pending.all = true;
    else this.#pending.articles.add(path);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST_MS);
  }
}

function articleOf(storeFile: string): string {
  return storeFile.slice(`${STORE_FOLDER}/articles/`.length).replace(/\.ya?ml$/, '');
}

/**
 * The open document that says what a file is, rather than the disk. An editor of a store file in which nobody
 * typed shows what is written there only a little later.
 */
function heldByEditor(uri: vscode.Uri, path: string): vscode.TextDocument | undefined {
  const key = uri.toString();
  const document = vscode.workspace.textDocuments.find((open) => !open.isClosed && open.uri.toString() === key);
  return document && (document.isDirty || storeFileKind(path) === undefined) ? document : undefined;
}

/** The calendar date where the reader is, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
