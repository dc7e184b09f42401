import * as vscode from 'vscode';
import {
  articleOfStorePath,
  articleStorePath,
  CONFIG_PATH,
  STORE_FOLDER,
  storeFileKind,
} from '../../core/model/storePaths';
import { citedTexts, recordPaths } from '../../core/references/recordPaths';
import { createFolderFilter } from '../../core/workspace/articleGlobs';
import { isOrdinaryFolder } from '../../core/workspace/walkFolders';
import type { Workspace } from '../../core/workspace/workspace';
import { withoutLinks } from '../views/treeNode';
import type { ChangeBatch } from './changeBatch';
import type { FileSearch, FoundFiles } from './fileSearch';
import type { FolderFiles } from './folderFiles';
import type { FolderPaths } from './folderPaths';
import type { MoveSearch } from './moveSearch';

/** How long folders and the config must rest before everything is looked for anew, in milliseconds. */
const RELOAD_REST_MS = 500;
/** A folder that is not there yet is looked for again after so long, then after twice that and so on, in milliseconds. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Reading that takes longer than this is shown, in milliseconds. */
const SHOWN_AFTER_MS = 1000;

/**
 * Reads a folder in the order in which its files are needed, and knows how far that has come: what open articles rest
 * on, then the shared part of the store, the texts of sources, the other annotations, and last all articles.
 */
export class FolderLoader implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #paths: FolderPaths;
  readonly #files: FolderFiles;
  readonly #search: FileSearch;
  readonly #batch: ChangeBatch;
  readonly #moves: MoveSearch;
  #configRead: Promise<void> = Promise.resolve();
  #ready: ReadonlySet<string> | 'all' = new Set();
  #isLibraryRead = false;
  #areTextsRead = false;
  #isLoaded = false;
  #isDisposed = false;
  #last: Promise<void>;
  #reload: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_WAIT_MS;
  /** Files were left out of a folder that was too large to walk. */
  #isCut = false;
  /** Resolves when everything in the folder has been read once. */
  readonly loaded: Promise<void>;

  constructor(
    workspace: Workspace,
    paths: FolderPaths,
    files: FolderFiles,
    search: FileSearch,
    batch: ChangeBatch,
    moves: MoveSearch,
  ) {
    this.#workspace = workspace;
    this.#paths = paths;
    this.#files = files;
    this.#search = search;
    this.#batch = batch;
    this.#moves = moves;
    // Begins only when its owner is there to follow.
    this.#last = Promise.resolve().then(() => this.#load());
    this.loaded = this.#showProgress(this.#last);
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#reload !== undefined) clearTimeout(this.#reload);
  }

  /** Whether what the store says of an article was read, or without one of all articles. */
  isReady(article?: string): boolean {
    return this.#ready === 'all' || (article !== undefined && this.#ready.has(article));
  }

  get isLibraryRead(): boolean {
    return this.#isLibraryRead;
  }

  /** Whether the texts of all sources were read, too. */
  get areTextsRead(): boolean {
    return this.#areTextsRead;
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Looks for everything anew, after folders came or went or the config chose other files. */
  reloadSoon(): void {
    this.#reloadAfter(RELOAD_REST_MS);
  }

  #reloadAfter(milliseconds: number): void {
    if (this.#isDisposed) return;
    if (this.#reload !== undefined) clearTimeout(this.#reload);
    this.#reload = setTimeout(() => {
      const load = () => this.#load();
      this.#last = this.#last.then(load, load);
    }, milliseconds);
  }

  /** Has a document answered for at once that is opened while the rest is still to be read. */
  async readOpened(path: string): Promise<void> {
    const isLeftOut = this.#isCut && this.#workspace.text(articleStorePath(path)) === undefined;
    if (storeFileKind(path) || (this.isReady(path) && !isLeftOut)) return;
    await this.#configRead;
    await this.#readOpen([path]);
  }

  /**
   * Reads again what open articles rest on, where nothing may have told that it changed. Only that: in such a folder
   * each file may have to come through a network.
   */
  async readShown(): Promise<void> {
    if (!this.#isLoaded) return;
    await this.#files.readAll([this.#paths.uri(CONFIG_PATH)]);
    await this.#readOpen(this.#paths.open);
  }

  /** Says that a large folder is being read, and how far. */
  async #showProgress(loading: Promise<void>): Promise<void> {
    const isLong = await Promise.race([
      loading.then(() => false),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), SHOWN_AFTER_MS)),
    ]);
    if (!isLong) return;
    const title = vscode.l10n.t('Sourcemark: reading {folder}', { folder: this.#paths.folder.name });
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async (progress) => {
      const told = setInterval(() => progress.report({ message: this.#files.progress }), SHOWN_AFTER_MS / 4);
      await loading.finally(() => clearInterval(told));
    });
  }

  async #load(): Promise<void> {
    this.#files.takeOpen();
    // The config decides what an article is, so it comes first. Then whoever opens a large folder looks at an article
    // already, and then comes what every article rests on.
    this.#configRead = this.#files.readAll([this.#paths.uri(CONFIG_PATH)]);
    await this.#configRead;
    // It is read now, with all that it chooses.
    if (this.#reload !== undefined) clearTimeout(this.#reload);
    if (!this.isReady()) await this.#readOpen(this.#paths.open);
    await this.#readStore();
    // Articles with annotations are read wherever they lie.
    const articles = new Set(this.#workspace.articles);
    const mayHoldArticles = createFolderFilter(this.#workspace.config);
    const enter = (folder: string) => isOrdinaryFolder(folder) && mayHoldArticles(folder);
    const found = await this.#find(this.#workspace.articleGlobs, enter);
    for (const uri of found.uris) {
      const path = this.#paths.path(uri);
      if (this.#files.isWanted(path)) articles.add(path);
    }
    await this.#files.readAll(this.#paths.uris(articles));
    this.#isLoaded = true;
    this.#lookAgain(found.isUnreadable);
    this.#batch.addAll();
    this.#batch.flush();
    await this.#moves.run();
  }

  async #find(globs: readonly string[], enter: (folder: string) => boolean): Promise<FoundFiles> {
    const found = await this.#search.find(globs, { enter });
    if (found.isCut && !this.#isCut && !this.#isDisposed) {
      this.#isCut = true;
      const said = vscode.l10n.t(
        '“{folder}” is too large or too slow to look through. What was not found is read when you open it.',
        { folder: this.#paths.folder.name },
      );
      void vscode.window.showWarningMessage(withoutLinks(said));
    }
    return found;
  }

  /** Such as before the extension runs that brings the files. */
  #lookAgain(isUnreadable: boolean): void {
    if (!isUnreadable) {
      this.#wait = FIRST_WAIT_MS;
      return;
    }
    this.#reloadAfter(this.#wait);
    this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT_MS);
  }

  async #readStore(): Promise<void> {
    const { uris: store } = await this.#find([`${STORE_FOLDER}/**/*.{yaml,yml}`], () => true);
    const open = new Set(this.#paths.open);
    const isFirst = (uri: vscode.Uri) => {
      const path = this.#paths.path(uri) ?? '';
      return storeFileKind(path) !== 'article' || open.has(articleOfStorePath(path) ?? '');
    };
    await this.#files.readAll(store.filter(isFirst));
    this.#isLibraryRead = true;
    this.#batch.addAll();
    this.#becomeReady(open);
    await this.#files.readAll(this.#paths.uris(this.#workspace.sourceTexts));
    this.#areTextsRead = true;
    await this.#files.readAll(store.filter((uri) => !isFirst(uri)));
    this.#ready = 'all';
    this.#batch.addAll();
    this.#batch.flush();
  }

  /**
   * Reads all that annotated articles rest on, as far as it lies where we would write it, so that they can be answered
   * for while everything else is still to be read. What lies elsewhere comes in with the rest.
   */
  async #readOpen(paths: readonly string[]): Promise<void> {
    await this.#files.readAll(this.#paths.uris(paths.map(articleStorePath)));
    // What has no annotations there may have them elsewhere, or be the text of a source.
    const annotated = paths.filter((path) => this.#workspace.text(articleStorePath(path)) !== undefined);
    if (annotated.length === 0) return;
    this.#files.takeOpen();
    const named = annotated.map((path) => this.#workspace.summary(path));
    await this.#files.readAll(this.#paths.uris(named.flatMap(recordPaths)));
    const texts = named.flatMap((summary) => citedTexts(summary, this.#workspace.library));
    await this.#files.readAll(this.#paths.uris(texts));
    this.#becomeReady(annotated);
  }

  #becomeReady(articles: Iterable<string>): void {
    if (this.#ready !== 'all') this.#ready = new Set([...this.#ready, ...articles]);
    for (const article of articles) this.#batch.add(article);
    this.#batch.flush();
  }
}
