import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { History } from '../core/ports';
import { ASKING_GIT, GIT_TIMEOUT_MS, isBlobId, MAX_BLOB_BYTES } from './gitHistory';

const NOTHING = Buffer.alloc(0);

/**
 * Asks git for old texts of articles through one process, for a program that looks and leaves: to start git for each
 * would take most of the time. To be closed. As with `GitHistory`, only for folders that the person named or trusts.
 */
export class GitBatchHistory implements History {
  readonly #root: string;
  /** Who waits, in the order in which git answers. */
  readonly #waiting: ((text: string | undefined) => void)[] = [];
  #git: ChildProcessWithoutNullStreams | undefined;
  #isClosed = false;
  #unread: Buffer = NOTHING;
  /** So many bytes belong to what is no text of an article. */
  #passing = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** Undefined when git is not there or does not answer, the folder is no repository, or it has no such blob. */
  readBlob(id: string): Promise<string | undefined> {
    if (this.#isClosed || !isBlobId(id)) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.close(), GIT_TIMEOUT_MS);
      this.#waiting.push((text) => {
        clearTimeout(timer);
        resolve(text);
      });
      this.#git ??= this.#start();
      this.#git.stdin.write(`${id}\n`);
    });
  }

  /** Ends git. What it did not answer by now is not known. */
  close(): void {
    this.#isClosed = true;
    this.#git?.kill();
    for (const answer of this.#waiting.splice(0)) answer(undefined);
  }

  #start(): ChildProcessWithoutNullStreams {
    const git = spawn('git', [...ASKING_GIT, 'cat-file', '--batch'], { cwd: this.#root });
    git.stdout.on('data', (chunk: Buffer) => {
      this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
      while (this.#takeAnswer());
    });
    git.stderr.resume();
    git.on('error', () => this.close());
    git.on('close', () => this.close());
    // Written to a git that has ended: that it has is told by the events above.
    git.stdin.on('error', () => {});
    return git;
  }

  /** Takes one answer, `<id> blob <size>` and the text on lines of their own, or `<id> missing`, if it is there whole. */
  #takeAnswer(): boolean {
    const passed = Math.min(this.#passing, this.#unread.length);
    this.#unread = this.#unread.subarray(passed);
    this.#passing -= passed;
    const start = this.#passing > 0 ? 0 : this.#unread.indexOf('\n') + 1;
    if (start === 0) return false;
    const [, kind, digits] = this.#unread.toString('latin1', 0, start - 1).split(' ');
    const size = Number(digits ?? Number.NaN);
    let text: string | undefined;
    if (kind === 'blob' && size <= MAX_BLOB_BYTES) {
      if (this.#unread.length <= start + size) return false;
      text = this.#unread.toString('utf8', start, start + size);
    }
    this.#unread = this.#unread.subarray(start);
    if (size >= 0) this.#passing = size + 1;
    this.#waiting.shift()?.(text);
    return true;
  }
}
