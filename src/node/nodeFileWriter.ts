import type { Stats } from 'node:fs';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isSafePath } from '../core/model/storePaths';
import type { FileChange, FileWriter, WriteFailure } from '../core/ports';
import { type FileLock, lockFile, OddLockError } from './fileLock';
import { readSmallFile } from './readSmallFile';
import { removeRemains } from './removeLeftovers';
import { replaceFile } from './replaceFile';
import { failureOf } from './writeFailureOf';

/** As for reading: what is larger is no text of ours. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** How often others may change a file between our reading and our writing before we call it busy. */
const MAX_ROUNDS = 50;

type Change = (text: string | undefined) => string | undefined;

/**
 * Changes files below a folder of this machine so that no writer loses what another wrote. A file is replaced
 * as a whole, under a lock that all our processes share, and only if it is still what the change was made
 * for; when an editor or a `git pull` came in between, the change is made anew. A crash or a full disk leaves
 * the old file. Links are not followed.
 */
export class NodeFileWriter implements FileWriter {
  readonly #root: string;
  readonly #patience: number;
  /** Writes of one process to one file follow each other without asking the disk for the lock in turns. */
  readonly #queues = new Map<string, Promise<unknown>>();

  /** @param patience milliseconds to wait for other writers of the same file. */
  constructor(root: string, patience = 10_000) {
    this.#root = path.resolve(root);
    this.#patience = patience;
  }

  changeFile(file: string, change: Change): Promise<FileChange> {
    const before = this.#queues.get(file) ?? Promise.resolve();
    const result = before.then(() => this.#changeFile(file, change));
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.#queues.set(file, settled);
    void settled.then(() => {
      if (this.#queues.get(file) === settled) this.#queues.delete(file);
    });
    return result;
  }

  async #changeFile(file: string, change: Change): Promise<FileChange> {
    if (!isSafePath(file)) return failed('notSafe');
    const target = path.join(this.#root, file);
    let lock: FileLock | undefined;
    // A fault of the change itself is a bug of ours and is thrown; one of the disk is a value.
    let ofChange: { readonly error: unknown } | undefined;
    const ask: Change = (text) => {
      try {
        return change(text);
      } catch (error) {
        ofChange = { error };
        throw error;
      }
    };
    try {
      let read = await this.#read(file);
      if ('reason' in read) return failed(read.reason);
      let text = ask(read.text);
      // Nothing is made, not even a folder, when there is nothing to write.
      if (text === undefined || text === read.text) return { status: 'unchanged' };
      const problem = await this.#makeFolder(file);
      if (problem) return failed(problem);
      for (let round = 0; round < MAX_ROUNDS; round++) {
        // Somebody who looked while a crashed process still had it may have taken our lock for that one's.
        if (!lock || !(await lock.isHeld())) {
          await lock?.release();
          lock = await lockFile(target, this.#patience);
          if (!lock) return failed('busy');
          await removeRemains(target, lock);
        }
        const now = await this.#read(file);
        if ('reason' in now) return failed(now.reason);
        if (now.text !== read.text) text = ask(now.text);
        read = now;
        if (text === undefined || text === read.text) return { status: 'unchanged' };
        if (await this.#replace(file, read, text, lock)) return { status: 'written' };
      }
      return failed('busy');
    } catch (error) {
      if (ofChange) throw ofChange.error;
      if (error instanceof OddLockError) return failed('lock', error.message);
      return failureOf(error);
    } finally {
      await lock?.release();
    }
  }

  /** False when the file is no longer what was read. */
  #replace(file: string, read: ReadText, text: string, lock: FileLock): Promise<boolean> {
    const isWanted = async () => {
      const now = await this.#read(file);
      return !('reason' in now) && now.text === read.text && (await lock.isHeld());
    };
    return replaceFile(path.join(this.#root, file), text, { mode: read.mode, isWanted });
  }

  /** Part by part, because making all folders at once would follow a link out before anyone could look. */
  async #makeFolder(file: string): Promise<WriteFailure | undefined> {
    let folder = await realpath(this.#root);
    for (const part of file.split('/').slice(0, -1)) {
      folder = path.join(folder, part);
      await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      const found = await lstat(folder);
      if (found.isSymbolicLink()) return 'link';
      if (!found.isDirectory()) return 'folder';
    }
    return undefined;
  }

  async #read(file: string): Promise<ReadText | { readonly reason: WriteFailure }> {
    let at = this.#root;
    let found: Stats | undefined;
    for (const part of file.split('/')) {
      at = path.join(at, part);
      found = await lstat(at).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!found) return { text: undefined, mode: 0o666 };
      if (found.isSymbolicLink()) return { reason: 'link' };
    }
    if (found?.isDirectory()) return { reason: 'folder' };
    if (!found?.isFile()) return { reason: 'notSafe' };
    if (found.size > MAX_FILE_BYTES) return { reason: 'tooLarge' };
    // To replace a file needs no right to write it; who took that right away meant it to stay.
    if ((found.mode & 0o222) === 0) return { reason: 'readOnly' };
    const read = await readSmallFile(at, MAX_FILE_BYTES);
    // Another file took its place since, or none.
    if (read.kind === 'odd') return { reason: 'busy' };
    if (read.kind === 'none') return { text: undefined, mode: 0o666 };
    const { bytes } = read;
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return { text, mode: found.mode & 0o777 };
    } catch {
      return { reason: 'notText' };
    }
  }
}

interface ReadText {
  readonly text: string | undefined;
  readonly mode: number;
}

function failed(reason: WriteFailure, detail = ''): FileChange {
  return { status: 'failed', reason, detail };
}
