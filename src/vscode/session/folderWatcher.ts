import * as vscode from 'vscode';
import type { FolderFiles } from './folderFiles';
import type { FolderLoader } from './folderLoader';
import type { FolderPaths } from './folderPaths';

/** Folders of which VS Code itself tells what changes. Others are brought by extensions, and some of those tell nothing. */
const TOLD = new Set(['file', 'vscode-remote']);
/** What open articles rest on is read again at most once in so long, in milliseconds. */
const REST_MS = 2000;

/** Follows the editors and the disk. */
export class FolderWatcher implements vscode.Disposable {
  readonly #paths: FolderPaths;
  readonly #files: FolderFiles;
  readonly #loader: FolderLoader;
  readonly #subscription: vscode.Disposable;
  #lastLook = 0;

  constructor(paths: FolderPaths, files: FolderFiles, loader: FolderLoader) {
    this.#paths = paths;
    this.#files = files;
    this.#loader = loader;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(paths.folder, '**/*'));
    this.#subscription = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => void this.#readChanged(uri)),
      watcher.onDidChange((uri) => void this.#readChanged(uri)),
      watcher.onDidDelete((uri) => {
        const path = paths.path(uri);
        if (path !== undefined) void files.readDeleted(path);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        files.take(document);
        const path = paths.path(document.uri);
        if (path !== undefined) void loader.readOpened(path);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => files.take(document)),
      vscode.workspace.onDidCloseTextDocument((document) => void files.readAgain(document.uri)),
      ...(TOLD.has(paths.folder.uri.scheme) ? [] : this.#lookWhenShown()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Whoever comes back to the window, or to an article, sees what is there now. */
  #lookWhenShown(): vscode.Disposable[] {
    const look = () => {
      if (Date.now() - this.#lastLook < REST_MS) return;
      this.#lastLook = Date.now();
      void this.#loader.readShown();
    };
    return [
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) look();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor && this.#paths.path(editor.document.uri) !== undefined) look();
      }),
    ];
  }

  /**
   * A folder that is moved or checked out into the workspace is told as one event, its files not at all; one
   * that takes the place of another is told as a change.
   */
  async #readChanged(uri: vscode.Uri): Promise<void> {
    const path = this.#paths.path(uri);
    if (path === undefined || this.#files.isWanted(path)) return this.#files.readAgain(uri);
    // Packages are installed by the thousand, and nobody annotates them.
    if (/(^|\/)(node_modules|\.git)(\/|$)/.test(path)) return;
    try {
      if ((await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory) this.#loader.reloadSoon();
    } catch {
      // It is gone again.
    }
  }
}
