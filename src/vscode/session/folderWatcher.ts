import * as vscode from 'vscode';
import type { FolderFiles } from './folderFiles';
import type { FolderLoader } from './folderLoader';
import type { FolderPaths } from './folderPaths';

/** Follows the editors and the disk. */
export class FolderWatcher implements vscode.Disposable {
  readonly #paths: FolderPaths;
  readonly #files: FolderFiles;
  readonly #loader: FolderLoader;
  readonly #subscription: vscode.Disposable;

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
    );
  }

  dispose(): void {
    this.#subscription.dispose();
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
