import * as vscode from 'vscode';

/** Files in memory, in which a test can have writes end half-way. */
export class FailingFileSystem implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  /** How many of the next writes end half-way. */
  failures = 0;
  /** Whether such a write says that it failed. VS Code's own does not always. */
  says = true;
  /** Looks on, or changes something, before a write. */
  beforeWrite: (path: string) => void = () => undefined;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const bytes = this.files.get(path);
    const isFolder = path === '/' || [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
    if (!bytes && !isFolder) throw vscode.FileSystemError.FileNotFound(path);
    const type = bytes ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: Date.now(), size: bytes?.length ?? 0 };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }

  async writeFile({ path }: vscode.Uri, bytes: Uint8Array): Promise<void> {
    this.beforeWrite(path);
    if (this.failures > 0) {
      this.failures--;
      this.files.set(path, bytes.slice(0, bytes.length / 2));
      if (this.says) throw new Error('ENOSPC: no space left on device');
      return;
    }
    this.files.set(path, bytes);
  }

  delete({ path }: vscode.Uri): void {
    this.files.delete(path);
  }

  createDirectory(): void {
    // Folders are there as soon as a file is in them.
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
