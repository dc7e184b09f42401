import { execFile } from 'node:child_process';
import type { History } from '../core/ports';

const MAX_BLOB_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

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
    if (!/^[0-9a-f]{40}$/.test(id)) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      execFile(
        'git',
        ['-c', 'core.fsmonitor=false', '--no-optional-locks', 'cat-file', 'blob', id],
        { cwd: this.#root, maxBuffer: MAX_BLOB_BYTES, timeout: TIMEOUT_MS, encoding: 'utf8' },
        (error, stdout) => resolve(error ? undefined : stdout),
      );
    });
  }
}
