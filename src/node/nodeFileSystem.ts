import * as fs from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isSafePath } from '../core/model/storePaths';
import type { FileSystem, FileText, FoundFiles } from '../core/ports';

/** As in the editor: a larger file is no article. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

// A workspace has thousands of small files, which these read in half the time that `node:fs/promises` takes.
const lstat = promisify(fs.lstat);
const readFile = promisify(fs.readFile);

/** Reads the files below a folder of this machine, and nothing outside of it: links are not followed. */
export class NodeFileSystem implements FileSystem {
  readonly #root: string;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  /** By folder, whether it is a link or lies behind one; each is looked at once. */
  readonly #links = new Map<string, Promise<boolean>>([['.', Promise.resolve(false)]]);

  constructor(root: string) {
    this.#root = path.resolve(root);
  }

  async readFile(relative: string): Promise<FileText> {
    if (!isSafePath(relative)) return { missing: 'unreadable' };
    try {
      if (await this.#passesLink(path.posix.dirname(relative))) return { missing: 'link' };
      const file = `${this.#root}/${relative}`;
      const found = await lstat(file);
      if (found.isSymbolicLink()) return { missing: 'link' };
      // A named pipe would keep whoever reads it waiting forever.
      if (!found.isFile()) return { missing: 'unreadable' };
      if (found.size > MAX_FILE_BYTES) return { missing: 'tooLarge' };
      return { text: this.#utf8.decode(await readFile(file)) };
    } catch (error) {
      if (error instanceof TypeError) return { missing: 'notText' };
      const { code } = error as NodeJS.ErrnoException;
      return { missing: code === 'ENOENT' || code === 'ENOTDIR' ? 'notFound' : 'unreadable' };
    }
  }

  async findFiles(wanted: (path: string) => boolean, enter: (folder: string) => boolean): Promise<FoundFiles> {
    const found: string[] = [];
    const unread: string[] = [];
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const entries = await readdir(path.join(this.#root, folder), { withFileTypes: true }).catch(() => undefined);
      if (!entries) unread.push(folder || '.');
      for (const entry of entries ?? []) {
        const entryPath = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && enter(entryPath)) folders.push(entryPath);
        else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(entryPath)) found.push(entryPath);
      }
    }
    return { files: found.sort(), unread };
  }

  #passesLink(folder: string): Promise<boolean> {
    let known = this.#links.get(folder);
    if (!known) {
      known = this.#passesLink(path.posix.dirname(folder)).then(
        async (before) => before || (await lstat(`${this.#root}/${folder}`)).isSymbolicLink(),
      );
      this.#links.set(folder, known);
    }
    return known;
  }
}
