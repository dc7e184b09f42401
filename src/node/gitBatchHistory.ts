import type { History } from '../core/ports';
import { GIT_TIMEOUT_MS, type RunningGit, startGit } from './git';
import { isBlobId, MAX_BLOB_BYTES, textOfBlob } from './gitHistory';

const NOTHING = Buffer.alloc(0);

/**
 * Asks git for old texts of articles through one process, for a program that looks and leaves: to start git for each
 * would take most of the time. To be closed. As with `GitHistory`, only for folders that the person named or trusts.
 */
export class GitBatchHistory implements History {
  readonly #root: string;
  /** Who waits, in the order in which git answers. */
  readonly #waiting: { readonly id: string; readonly answer: (text: string | undefined) => void }[] = [];
  #git: RunningGit | undefined;
  #isClosed = false;
  #unread: Buffer = NOTHING;
  /** What came since, and how much has to be there before it is worth a look: a large text comes in many parts. */
  #arrived: Buffer[] = [];
  #arrivedBytes = 0;
  #wanted = 0;
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
      this.#waiting.push({
        id,
        answer: (text) => {
          clearTimeout(timer);
          resolve(text);
        },
      });
      this.#git ??= this.#start();
      this.#git?.process.stdin?.write(`${id}\n`);
    });
  }

  /** Ends git. What it did not answer by now is not known. */
  close(): void {
    this.#isClosed = true;
    this.#git?.end();
    for (const { answer } of this.#waiting.splice(0)) answer(undefined);
  }

  #start(): RunningGit | undefined {
    const git = startGit(this.#root, ['cat-file', '--batch'], true);
    if (!git) {
      this.close();
      return undefined;
    }
    git.process.stdout?.on('data', (chunk: Buffer) => {
      this.#arrived.push(chunk);
      this.#arrivedBytes += chunk.length;
      if (this.#unread.length + this.#arrivedBytes < this.#wanted) return;
      this.#unread = Buffer.concat([this.#unread, ...this.#arrived]);
      this.#arrived = [];
      this.#arrivedBytes = 0;
      this.#wanted = 0;
      while (this.#takeAnswer());
    });
    git.process.stderr?.resume();
    git.process.on('error', () => this.close());
    git.process.on('close', () => this.close());
    // Written to a git that has ended: that it has is told by the events above.
    git.process.stdin?.on('error', () => {});
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
    let bytes: Buffer | undefined;
    if (kind === 'blob' && size <= MAX_BLOB_BYTES) {
      if (this.#unread.length <= start + size) {
        this.#wanted = start + size + 1;
        return false;
      }
      bytes = this.#unread.subarray(start, start + size);
    }
    this.#unread = this.#unread.subarray(start);
    if (size >= 0) this.#passing = size + 1;
    const asked = this.#waiting.shift();
    asked?.answer(bytes && textOfBlob(asked.id, bytes));
    return true;
  }
}
