import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isSafePath } from '../core/model/storePaths';
import type { FileSystem, FileText, FoundFiles } from '../core/ports';

/** As in the editor: a larger file is no article. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Reads the files below a folder of this machine, and nothing outside of it: links are not followed. */
export class NodeFileSystem implements FileSystem {
  readonly #root: string;

  constructor(root: string) {
    this.#root = path.resolve(root);
  }

  async readFile(relative: string): Promise<FileText> {
    if (!isSafePath(relative)) return { missing: 'unreadable' };
    try {
      if (await this.#passesLink(relative)) return { missing: 'link' };
      const file = path.join(this.#root, relative);
      const { size } = await lstat(file);
      if (size > MAX_FILE_BYTES) return { missing: 'tooLarge' };
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
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

  async #passesLink(relative: string): Promise<boolean> {
    let at = this.#root;
    for (const part of relative.split('/')) {
      at = path.join(at, part);
      if ((await lstat(at)).isSymbolicLink()) return true;
    }
    return false;
  }
}
