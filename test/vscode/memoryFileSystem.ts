import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  bytes: Uint8Array;
  mtime: number;
}

/** A whole file system in memory: what an extension that brings files from elsewhere offers, and no search. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  /** By path; the root is there always. */
  readonly entries = new Map<string, Entry>();
  /** The folders that were listed, in order. */
  readonly listed: string[] = [];
  /** How long a folder takes to be listed, in milliseconds. */
  slowness = 0;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #clock = 1;

  constructor(readonly scheme: string) {}

  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path });
  }

  text(path: string): string | undefined {
    const entry = this.entries.get(path);
    return entry && new TextDecoder().decode(entry.bytes);
  }

  /** Puts something there, as from elsewhere, and tells of it if anybody is to know. */
  put(path: string, text: string, type = vscode.FileType.File, tells = true): void {
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (parent !== '' && !this.entries.has(parent)) this.put(parent, '', vscode.FileType.Directory, tells);
    const isNew = !this.entries.has(path);
    this.entries.set(path, { type, bytes: new TextEncoder().encode(text), mtime: this.#clock++ });
    if (tells) this.#tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, path);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { type, mtime, bytes } = this.#find(uri);
    return { type, ctime: 0, mtime, size: bytes.length };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    this.listed.push(uri.path);
    if (this.slowness > 0) await new Promise((resolve) => setTimeout(resolve, this.slowness));
    if (this.stat(uri).type !== vscode.FileType.Directory) throw vscode.FileSystemError.FileNotADirectory(uri);
    const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.entries].flatMap(([path, { type }]) =>
      path.startsWith(prefix) && !path.slice(prefix.length).includes('/')
        ? [[path.slice(prefix.length), type] as [string, vscode.FileType]]
        : [],
    );
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#find(uri).bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const known = this.entries.get(uri.path);
    if (!known && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (known && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    if (!this.entries.has(uri.path.slice(0, uri.path.lastIndexOf('/')))) throw vscode.FileSystemError.FileNotFound(uri);
    this.put(uri.path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }

  createDirectory(uri: vscode.Uri): void {
    if (!this.entries.has(uri.path)) this.put(uri.path, '', vscode.FileType.Directory);
  }

  delete(uri: vscode.Uri): void {
    this.#find(uri);
    for (const path of [...this.entries.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    this.#tell(vscode.FileChangeType.Deleted, uri.path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.#find(from);
    for (const [path, entry] of [...this.entries]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      this.entries.delete(path);
      this.entries.set(to.path + path.slice(from.path.length), entry);
    }
    this.#tell(vscode.FileChangeType.Deleted, from.path);
    this.#tell(vscode.FileChangeType.Created, to.path);
  }

  #find(uri: vscode.Uri): Entry {
    const entry = this.entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #tell(type: vscode.FileChangeType, path: string): void {
    this.#changed.fire([{ type, uri: this.uri(path) }]);
  }
}
