import { createHash } from 'node:crypto';
import type { History } from '../core/ports';
import { askGit } from './git';

/** Larger versions of an article are not read. */
export const MAX_BLOB_BYTES = 20 * 1024 * 1024;

/** Whether it is the id of an object of git as the store writes it, and so nothing else that git would obey. */
export function isBlobId(id: string): boolean {
  return /^[0-9a-f]{40}$/.test(id);
}

/** The text of a blob; undefined when the bytes are not those of the id, whatever the repository says. */
export function textOfBlob(id: string, bytes: Buffer): string | undefined {
  const hash = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  return hash === id ? bytes.toString('utf8') : undefined;
}

/** Asks git for old texts of articles. Only for folders that the person named or trusts. */
export class GitHistory implements History {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Undefined when git is not there, the folder is no repository, or it has no such blob. */
  async readBlob(id: string): Promise<string | undefined> {
    if (!isBlobId(id)) return undefined;
    const { code, out } = await askGit(['cat-file', 'blob', id], { folder: this.#root, maxBytes: MAX_BLOB_BYTES });
    return code === 0 ? textOfBlob(id, out) : undefined;
  }
}
