import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, realpath, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { type Message, message } from '../core/model/message';
import type { Problem } from '../core/model/problem';
import { isSafePath, storeFileKind } from '../core/model/storePaths';
import { applyOperation, type StoreOperation } from '../core/store/operations';
import { type FileLock, lockFile } from './fileLock';

/** What became of a change. Only `written` and `unchanged` mean that the file now says what was wanted. */
export type WriteResult =
  | { readonly status: 'written' | 'unchanged'; readonly text: string }
  /** The file as it is now cannot take this operation. */
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
  /** The file could not be written and is as it was. The operation can be tried again. */
  | { readonly status: 'failed'; readonly reason: WriteFailure };

export type WriteFailure = 'outside' | 'readOnly' | 'diskFull' | 'busy' | 'tooLarge' | 'notText' | 'failed';

/** As for reading: what is larger is no store file. */
const MAX_FILE_BYTES = 40 * 1024 * 1024;
const MAX_ROUNDS = 50;

/**
 * Changes files of the store on this machine so that no writer loses what another wrote: the operation is
 * carried out on the file as it is at that moment, under a lock that all Sourcemark processes share, and the
 * file is replaced as a whole, only if nobody (an editor, a `git pull`) changed it in between; else the
 * operation is carried out anew. A crash or a full disk leaves the old file.
 */
export class StoreFileWriter {
  readonly #root: string;
  readonly #patience: number;
  /** Writes of one process to one file follow each other without asking the disk for the lock in turns. */
  readonly #queues = new Map<string, Promise<unknown>>();

  /** @param patience milliseconds to wait for other writers of the same file. */
  constructor(root: string, patience = 10_000) {
    this.#root = path.resolve(root);
    this.#patience = patience;
  }

  /** Carries an operation out on a file of the store, by its path from the workspace root. Never rejects. */
  apply(file: string, operation: StoreOperation): Promise<WriteResult> {
    const before = this.#queues.get(file) ?? Promise.resolve();
    const result = before.then(() => this.#apply(file, operation));
    this.#queues.set(file, result);
    void result.finally(() => {
      if (this.#queues.get(file) === result) this.#queues.delete(file);
    });
    return result;
  }

  async #apply(file: string, operation: StoreOperation): Promise<WriteResult> {
    let lock: FileLock | undefined;
    try {
      const target = await this.#resolve(file);
      if (!target) return { status: 'failed', reason: 'outside' };
      lock = await lockFile(target, this.#patience);
      if (!lock) return { status: 'failed', reason: 'busy' };
      if (lock.wasLeft) await removeLeftovers(target);
      for (let round = 0; round < MAX_ROUNDS; round++) {
        const done = await attempt(target, operation, lock);
        if (done) return done;
      }
      return { status: 'failed', reason: 'busy' };
    } catch (error) {
      return { status: 'failed', reason: failureOf(error) };
    } finally {
      await lock?.release();
    }
  }

  /** The file to replace, behind links; undefined when that leads out of the workspace. Makes its folder. */
  async #resolve(file: string): Promise<string | undefined> {
    if (!isSafePath(file) || !storeFileKind(file)) return undefined;
    const root = await realpath(this.#root);
    const isInside = (place: string) => place === root || place.startsWith(root + path.sep);
    // Folder by folder, because making them all at once would follow a link out before anyone could look.
    let folder = root;
    for (const part of file.split('/').slice(0, -1)) {
      const next = path.join(folder, part);
      await mkdir(next).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      folder = await realpath(next);
      if (!isInside(folder)) return undefined;
    }
    const target = path.join(folder, path.basename(file));
    const found = await lstat(target).catch(() => undefined);
    if (!found?.isSymbolicLink()) return target;
    const linked = await realpath(target).catch(() => undefined);
    return linked !== undefined && isInside(linked) ? linked : undefined;
  }
}

/** One round: undefined when the file changed under our hands. */
async function attempt(target: string, operation: StoreOperation, lock: FileLock): Promise<WriteResult | undefined> {
  const read = await readTarget(target);
  if ('failure' in read) return { status: 'failed', reason: read.failure };
  const result = applyOperation(read.text, operation);
  if (result.text === undefined) return { status: 'refused', problems: result.problems };
  if (result.text === read.text) return { status: 'unchanged', text: result.text };
  const temporary = `${target}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeDurably(temporary, result.text, read.mode);
    const now = await readTarget(target);
    if ('failure' in now || now.text !== read.text || !(await lock.isHeld())) return undefined;
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
    return { status: 'written', text: result.text };
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** Half-written copies of a process that crashed. Only the holder of the lock makes any, so none is in use. */
async function removeLeftovers(target: string): Promise<void> {
  const folder = path.dirname(target);
  const prefix = `${path.basename(target)}.`;
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix) && name.endsWith('.tmp')) await unlink(path.join(folder, name)).catch(() => undefined);
  }
}

type Target = { readonly text: string | undefined; readonly mode: number } | { readonly failure: WriteFailure };

async function readTarget(target: string): Promise<Target> {
  const found = await lstat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return { text: undefined, mode: 0o666 };
  if (!found.isFile()) return { failure: 'outside' };
  if (found.size > MAX_FILE_BYTES) return { failure: 'tooLarge' };
  // To replace a file needs no right to write it; who took that right away meant it to stay.
  if ((found.mode & 0o222) === 0) return { failure: 'readOnly' };
  const bytes = await readFile(target);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), mode: found.mode & 0o777 };
  } catch {
    return { failure: 'notText' };
  }
}

async function writeDurably(file: string, text: string, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name last through a power cut, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function failureOf(error: unknown): WriteFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'readOnly';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'diskFull';
    default:
      return 'failed';
  }
}

/** Why a change was not saved and what to do, in a sentence. */
export function writeFailureMessage(reason: WriteFailure): Message {
  switch (reason) {
    case 'outside':
      return message('This path leads out of the workspace or is no file of the store. Nothing was written.');
    case 'readOnly':
      return message('The file or its folder is read-only. Allow writing, then try again.');
    case 'diskFull':
      return message('The disk is full. Make room, then try again; the file is as it was.');
    case 'busy':
      return message('Others keep writing this file. Try again in a moment.');
    case 'tooLarge':
      return message('The file is too large to be changed.');
    case 'notText':
      return message('The file is not UTF-8 text. Save it as UTF-8, then try again.');
    case 'failed':
      return message('The file could not be written; it is as it was. Try again.');
  }
}
