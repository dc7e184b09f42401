import * as vscode from 'vscode';
import { storeFileKind } from '../../core/model/storePaths';
import type { Rule } from '../../core/rules/rule';
import { allRules, rulesOfPartialLibrary, rulesOfUnreadTexts } from '../../core/rules/runRules';
import { Workspace } from '../../core/workspace/workspace';
import { ArticleQueue, type ArticleVisitor } from './articleQueue';
import { ChangeBatch, type FolderChange } from './changeBatch';
import { FileSearch, type SearchOptions } from './fileSearch';
import { type FileReading, FolderFiles } from './folderFiles';
import { FolderLoader } from './folderLoader';
import { FolderPaths } from './folderPaths';
import { FolderWatcher } from './folderWatcher';
import { MoveSearch } from './moveSearch';

export type { FolderChange };

export interface FolderSessionOptions {
  /** What files are read by. */
  readonly disk?: FileReading;
  /** Whether a file below the folder belongs to another session, whose folder lies within this one. */
  readonly isForeign?: (uri: vscode.Uri) => boolean;
}

/**
 * Keeps the core's picture of one workspace folder true, and tells the features what of it changed. What is derived of
 * the articles that nobody looks at is worked out in the background.
 */
export class FolderSession implements vscode.Disposable {
  readonly workspace = new Workspace(today());
  readonly #changed = new vscode.EventEmitter<FolderChange>();
  readonly onDidChange = this.#changed.event;
  readonly #paths: FolderPaths;
  readonly #files: FolderFiles;
  readonly #search: FileSearch;
  readonly #batch = new ChangeBatch((change) => this.#tell(change));
  readonly #moves = new MoveSearch(this.workspace, this.#batch);
  readonly #queue: ArticleQueue;
  readonly #loader: FolderLoader;
  readonly #subscription: vscode.Disposable;
  #disposed = false;
  #isCounted = false;

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    readonly logger: vscode.LogOutputChannel,
    { disk = vscode.workspace.fs, isForeign = () => false }: FolderSessionOptions = {},
  ) {
    this.#queue = new ArticleQueue((error) => logger.error('An article could not be looked at', String(error)));
    this.#paths = new FolderPaths(folder, isForeign);
    this.#files = new FolderFiles(this.workspace, this.#paths, disk, logger);
    const following = this.#files.onDidChange(({ path, cameOrWent }) => this.#follow(path, cameOrWent));
    this.#search = new FileSearch(this.#paths);
    this.#loader = new FolderLoader(this.workspace, this.#paths, this.#files, this.#search, this.#batch, this.#moves);
    this.#subscription = vscode.Disposable.from(
      new FolderWatcher(this.#paths, this.#files, this.#loader),
      following,
      this.#loader,
      this.#search,
      this.#moves,
      this.#batch,
      this.#queue,
      this.#files,
      this.#changed,
    );
  }

  dispose(): void {
    this.#disposed = true;
    this.#subscription.dispose();
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
    return this.#paths.path(uri);
  }

  /** @throws when the path would leave the folder. */
  uri(path: string): vscode.Uri {
    return this.#paths.uri(path);
  }

  /** The paths of the files that any of the globs chooses, ours or not. */
  async findFiles(globs: readonly string[], options: SearchOptions): Promise<readonly string[]> {
    const { uris } = await this.#search.find(globs, options);
    return uris.flatMap((uri) => this.path(uri) ?? []);
  }

  /** Resolves when everything in the folder has been read once. */
  get loaded(): Promise<void> {
    return this.#loader.loaded;
  }

  /**
   * Whether what the store says of an article was read, or without one of all articles. Before that every
   * figure would look as if it had no source.
   */
  isReady(article?: string): boolean {
    return this.#loader.isReady(article);
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
    return this.#loader.isLibraryRead;
  }

  /** The rules that can be asked now: those whose findings nothing that is still to be read takes back. */
  get rules(): readonly Rule[] {
    if (!this.isLibraryRead) return rulesOfPartialLibrary;
    return this.#loader.areTextsRead ? allRules : rulesOfUnreadTexts;
  }

  /** Whether everything was read and nothing waits to be derived. */
  get isSettled(): boolean {
    return this.#loader.isLoaded && this.#queue.size === 0;
  }

  /** Whether every article was derived once. Before that, nobody can say that something is used nowhere. */
  get isCounted(): boolean {
    this.#isCounted ||= this.isSettled;
    return this.#isCounted;
  }

  /** How many articles wait to be derived in the background. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Works out at once what is waiting for typing to rest. */
  flush(): void {
    this.#batch.flush();
  }

  /** Makes the views follow after live anchors or old texts came in. */
  invalidate(article: string): void {
    this.#batch.add(article);
  }

  /** Takes over what an editor has renamed, before the disk tells of it: a file, or a folder with all that is in it. */
  rename(from: string, to: string): void {
    this.#files.rename(from, to);
  }

  /** Takes over that a file was deleted. */
  forget(path: string): void {
    this.#files.forget(path);
  }

  /** Takes a document's text at once, so that what was just written is seen by what runs next. */
  accept(document: vscode.TextDocument): void {
    this.#files.accept(document);
  }

  /** The same for what was just written on the disk. An open editor may show it only later. */
  acceptText(path: string, text: string): void {
    this.#files.acceptText(path, text);
  }

  #follow(path: string, cameOrWent: boolean): void {
    const kind = storeFileKind(path);
    // Another config may call other files articles.
    if (kind === 'config') this.#loader.reloadSoon();
    if (kind === 'article') {
      // Read while the disk is slow, so that a question about all of them is answered at once later.
      this.workspace.annotations(path);
      this.#batch.add(this.workspace.articleOf(path) ?? path);
    } else if (kind || this.workspace.sourceTexts.has(path)) this.#batch.addAll();
    else this.#batch.add(path);
    if (cameOrWent && this.#loader.isLoaded) this.#moves.runSoon();
  }

  #tell(change: FolderChange): void {
    this.workspace.setToday(today());
    // What is derived while files come in would only have to be derived again. Whoever is told asks what waits.
    if (this.workspace.hasStore && this.#loader.isLoaded)
      this.#queue.add(change.articles === 'all' ? this.workspace.articles : change.articles);
    this.#changed.fire(change);
  }
}

/** The calendar date where the reader is, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
