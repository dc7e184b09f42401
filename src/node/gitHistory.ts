import { execFile } from 'node:child_process';
import type { History } from '../core/ports';

/** Larger versions of an article are not read. */
export const MAX_BLOB_BYTES = 20 * 1024 * 1024;
/** How long git may take for an answer. */
export const GIT_TIMEOUT_MS = 10_000;
/** Stands before every question to git: no file monitor that the folder names is started, and no lock is taken. */
export const ASKING_GIT: readonly string[] = ['-c', 'core.fsmonitor=false', '--no-optional-locks'];

/** Whether it is the id of an object of git as the store writes it, and so nothing else that git would obey. */
export function isBlobId(id: string): boolean {
  return /^[0-9a-f]{40}$/.test(id);
}

/**
 * Asks git for old texts of articles. Only for folders that the person named or trusts: git reads the
 * folder's own configuration. No hook, filter or pager runs for `cat-file blob`.
 */
export class GitHistory implements History {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Undefined when git is not there, the folder is no repository, or it has no such blob. */
  readBlob(id: string): Promise<string | undefined> {
    if (!isBlobId(id)) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      execFile(
        'git',
        [...ASKING_GIT, 'cat-file', 'blob', id],
        { cwd: this.#root, maxBuffer: MAX_BLOB_BYTES, timeout: GIT_TIMEOUT_MS, encoding: 'utf8' },
        (error, stdout) => resolve(error ? undefined : stdout),
      );
    });
  }
}
