import * as vscode from 'vscode';
import {
  articleOfStorePath,
  articleStorePath,
  CONFIG_PATH,
  STORE_FOLDER,
  storeFileKind,
} from '../../core/model/storePaths';
import { citedTexts, recordPaths } from '../../core/references/recordPaths';
import type { Workspace } from '../../core/workspace/workspace';
import type { ChangeBatch } from './changeBatch';
import type { FolderFiles } from './folderFiles';
import type { FolderPaths } from './folderPaths';
import type { MoveSearch } from './moveSearch';

/** How long folders and the config must rest before everything is looked for anew, in milliseconds. */
const RELOAD_REST_MS = 500;
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
  readonly #batch: ChangeBatch;
  readonly #moves: MoveSearch;
  #configRead: Promise<void> = Promise.resolve();
  #ready: ReadonlySet<string> | 'all' = new Set();
  #isLibraryRead = false;
  #areTextsRead = false;
  #isLoaded = false;
  #last: Promise<void>;
  #reload: ReturnType<typeof setTimeout> | undefined;
  /** Resolves when everything in the folder has been read once. */
  readonly loaded: Promise<void>;

  constructor(workspace: Workspace, paths: FolderPaths, files: FolderFiles, batch: ChangeBatch, moves: MoveSearch) {
    this.#workspace = workspace;
    this.#paths = paths;
    this.#files = files;
    this.#batch = batch;
    this.#moves = moves;
    // Begins only when its owner is there to follow.
    this.#last = Promise.resolve().then(() => this.#load());
    this.loaded = this.#showProgress(this.#last);
  }

  dispose(): void {
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
    if (this.#reload !== undefined) clearTimeout(this.#reload);
    this.#reload = setTimeout(() => {
      const load = () => this.#load();
      this.#last = this.#last.then(load, load);
    }, RELOAD_REST_MS);
  }

  /** Has a document answered for at once that is opened while the rest is still to be read. */
  async readOpened(path: string): Promise<void> {
    if (storeFileKind(path) || this.isReady(path)) return;
    await this.#configRead;
    await this.#readOpen([path]);
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
    for (const glob of this.#workspace.articleGlobs)
      for (const uri of await this.#paths.find(glob)) {
        const path = this.#paths.path(uri);
        if (this.#files.isWanted(path)) articles.add(path);
      }
    await this.#files.readAll(this.#paths.uris(articles));
    this.#isLoaded = true;
    this.#batch.addAll();
    this.#batch.flush();
    await this.#moves.run();
  }

  async #readStore(): Promise<void> {
    const store = await this.#paths.find(`${STORE_FOLDER}/**/*.{yaml,yml}`);
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
