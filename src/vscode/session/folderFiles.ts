import * as vscode from 'vscode';
import { storeFileKind } from '../../core/model/storePaths';
import type { Workspace } from '../../core/workspace/workspace';
import type { FolderPaths } from './folderPaths';

/** What files are read by. */
export type FileReading = Pick<vscode.FileSystem, 'stat' | 'readFile'>;

/** Larger files are no articles; reading them would only cost memory. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** How many files are read at once while the folder loads. */
const READ_AHEAD = 16;
/** When a file that we wrote is looked at once more, in milliseconds. */
const CONFIRM_MS = 1000;

/**
 * Brings what files hold into the workspace, from the disk or from the document that somebody types in, and sees to it
 * that what is older never comes after what is newer.
 */
export class FolderFiles implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #paths: FolderPaths;
  readonly #disk: FileReading;
  readonly #logger: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<{ readonly path: string; readonly cameOrWent: boolean }>();
  /** A file holds something else now, or came or went. */
  readonly onDidChange = this.#changed.event;
  /** Counts what was read or set of each file, so that a slow read does not bring back what is older. */
  readonly #turns = new Map<string, number>();
  /** Files that were deleted, though an editor may go on showing one. */
  readonly #deleted = new Set<string>();
  #disposed = false;
  #progress = '';

  constructor(workspace: Workspace, paths: FolderPaths, disk: FileReading, logger: vscode.LogOutputChannel) {
    this.#workspace = workspace;
    this.#paths = paths;
    this.#disk = disk;
    this.#logger = logger;
  }

  dispose(): void {
    this.#disposed = true;
    this.#changed.dispose();
  }

  /** How far reading has come, for the status bar. */
  get progress(): string {
    return this.#progress;
  }

  /** Whether a file belongs to the picture: the store, texts of sources, articles. */
  isWanted(path: string | undefined): path is string {
    if (path === undefined) return false;
    const { sourceTexts } = this.#workspace;
    return storeFileKind(path) !== undefined || sourceTexts.has(path) || this.#workspace.isArticle(path);
  }

  async readAll(uris: readonly vscode.Uri[]): Promise<void> {
    let next = 0;
    const worker = async () => {
      while (next < uris.length && !this.#disposed) {
        const uri = uris[next++]!;
        this.#progress = `${next} / ${uris.length}`;
        await this.#read(uri);
      }
    };
    await Promise.all(Array.from({ length: READ_AHEAD }, worker));
  }

  /** Reads a file of which something told that it may be another now. */
  async readAgain(uri: vscode.Uri): Promise<void> {
    const path = this.#paths.path(uri);
    if (!this.isWanted(path)) return;
    const document = this.#heldByEditor(uri, path);
    if (document) this.take(document);
    else await this.#read(uri);
    const kind = storeFileKind(path);
    if (kind === 'sources' || kind === 'config') await this.#readNewlyWanted();
  }

  /** Reads what a file or folder held that an event tells is gone: when it comes, there may be another in its place. */
  async readDeleted(path: string): Promise<void> {
    const gone = [...this.#workspace.paths, ...this.#paths.open].filter(
      (known) => known === path || known.startsWith(`${path}/`),
    );
    for (const known of gone) this.#deleted.add(known);
    await this.readAll(this.#paths.uris(gone));
  }

  /** Takes what documents hold that were open before anything was read. */
  takeOpen(): void {
    // The editor remembers a store file for minutes after it was closed, and even after it was deleted.
    for (const document of vscode.workspace.textDocuments)
      if (this.#heldByEditor(document.uri, this.#paths.path(document.uri) ?? '')) this.take(document);
  }

  take(document: vscode.TextDocument): void {
    const path = this.#paths.path(document.uri);
    if (!this.isWanted(path)) return;
    const isNew = this.#workspace.text(path) === undefined && !this.#deleted.has(path);
    if (isNew || this.#heldByEditor(document.uri, path)) this.#set(path, document.getText());
    // What was just written would seem to be gone until the editor shows it.
    else void this.#read(document.uri);
  }

  /** Takes a document's text at once, so that what was just written is seen by what runs next. */
  accept(document: vscode.TextDocument): void {
    const path = this.#paths.path(document.uri);
    // A store file that was just made is there again, though no event has told of it yet.
    if (path !== undefined && storeFileKind(path)) this.#deleted.delete(path);
    this.take(document);
  }

  /** The same for what was just written on the disk. An open editor may show it only later. */
  acceptText(path: string, text: string): void {
    if (!this.isWanted(path)) return;
    this.#set(path, text.replace(/^\ufeff/, ''));
    // Somebody else may have written before this came through; and of a file that is made and deleted at
    // once, no event tells.
    setTimeout(() => void this.readAgain(this.#paths.uri(path)), CONFIRM_MS);
  }

  /** Takes over what an editor has renamed, before the disk tells of it: a file, or a folder with all that is in it. */
  rename(from: string, to: string): void {
    for (const path of [...this.#workspace.paths]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      const text = this.#workspace.text(path);
      this.#set(`${to}${path.slice(from.length)}`, text);
      this.#set(path, undefined);
    }
  }

  /** Takes over that a file was deleted. */
  forget(path: string): void {
    this.#deleted.add(path);
    this.#set(path, undefined);
  }

  /** A change of sources or of the config can name texts that were not read yet. */
  async #readNewlyWanted(): Promise<void> {
    const missing = [...this.#workspace.sourceTexts].filter((text) => this.#workspace.text(text) === undefined);
    await this.readAll(this.#paths.uris(missing));
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const path = this.#paths.path(uri);
    if (path === undefined || this.#heldByEditor(uri, path)) return;
    const turn = this.#takeTurn(path);
    const isLatest = () => !this.#disposed && this.#turns.get(path) === turn;
    try {
      const stat = await this.#disk.stat(uri);
      // A link could lead out of the workspace, and the opened folder is not to be believed.
      if (stat.type !== vscode.FileType.File || stat.size > MAX_FILE_BYTES) {
        this.#workspace.setUnread(path);
        return this.#logger.warn(`Not read, because it is a link or too large: ${path}`);
      }
      const text = new TextDecoder().decode(await this.#disk.readFile(uri));
      if (isLatest()) this.#set(path, text);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        if (isLatest()) this.#set(path, undefined);
      } else this.#logger.warn(`Could not read ${path}: ${String(error)}`);
    }
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
    const before = this.#workspace.text(path);
    if (before === text) return;
    this.#workspace.setFile(path, text);
    this.#changed.fire({ path, cameOrWent: (before === undefined) !== (text === undefined) });
  }
}
