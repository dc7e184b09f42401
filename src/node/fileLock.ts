import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, open, rename, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readSmallFile } from './readSmallFile';

/** A holder needs milliseconds; one that took this long is gone, even if its process cannot be asked. */
const STALE_MILLISECONDS = 30_000;
/** A lock is written in one go; one that stays empty was left by a crash. */
const EMPTY_MILLISECONDS = 5_000;
/** One of this process that it does not know of could not be removed when it was given back. */
const FORGOTTEN_MILLISECONDS = 1_000;
/** Ours have about a hundred. */
const MAX_LOCK_BYTES = 4096;
/** Who took our lock for a stale one gives it back at once, unless somebody else has one by then. */
const GIVEN_BACK_MILLISECONDS = 20;

export interface FileLock {
  /** Whether the lock is still ours: another process may have thought us dead. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
  /** Whether a file is our lock, which somebody may have moved aside. */
  isOurs(file: string): Promise<boolean>;
}

/** What stands in the lock's place is no lock: a link, a folder, a pipe or a large file. Nobody waits for it to go. */
export class OddLockError extends Error {}

/** What the locks say that this process holds. */
const held = new Set<string>();

/**
 * Takes the lock file of a path, shared with every process on this machine or drive that does the same.
 * Undefined when it cannot be had within the time. A lock that a crashed process left is taken over.
 * @throws the system's error when no file can be made there at all, OddLockError when something else is there.
 */
export async function lockFile(file: string, milliseconds: number): Promise<FileLock | undefined> {
  const lockPath = `${file}.lock`;
  const token = JSON.stringify({ pid: process.pid, host: hostname(), nonce: randomBytes(9).toString('base64') });
  const deadline = Date.now() + milliseconds;
  for (let pause = 1; ; pause = Math.min(pause * 2, 32)) {
    if (await create(lockPath, token)) break;
    if ((await removeIfStale(lockPath)) === 'odd') throw new OddLockError(path.basename(lockPath));
    if (Date.now() > deadline) return undefined;
    // Without chance in it, two processes could wait for each other in step.
    await wait(pause * (0.5 + Math.random()));
  }
  const isOurs = async (at: string) => (await readLock(at))?.content === token;
  return {
    isOurs,
    isHeld: () => isOurs(lockPath),
    release: async () => {
      if (!(await isOurs(lockPath))) await wait(GIVEN_BACK_MILLISECONDS);
      held.delete(token);
      if (await isOurs(lockPath)) await unlink(lockPath).catch(() => undefined);
    },
  };
}

async function create(lockPath: string, token: string): Promise<boolean> {
  let isMade = false;
  try {
    held.add(token);
    const file = await open(lockPath, 'wx');
    isMade = true;
    try {
      await file.writeFile(token);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    held.delete(token);
    if (isMade) await unlink(lockPath).catch(() => undefined);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

interface LockText {
  readonly content: string;
  readonly stats: Stats;
}

interface OddLock {
  readonly isOdd: true;
  readonly content?: never;
}

/** Undefined where there is none that can be read; what is no lock is told apart by `isOdd`. */
async function readLock(at: string): Promise<(LockText & { readonly isOdd?: never }) | OddLock | undefined> {
  const file = await readSmallFile(at, MAX_LOCK_BYTES).catch(() => undefined);
  if (file?.kind === 'odd') return { isOdd: true };
  return file?.kind === 'file' ? { content: file.bytes.toString('utf8'), stats: file.stats } : undefined;
}

/** Removes a lock whose holder is gone. What is no lock of ours stays, and is told. */
export async function removeIfStale(lockPath: string): Promise<'odd' | undefined> {
  const seen = await readLock(lockPath);
  if (seen?.isOdd) return 'odd';
  if (seen === undefined || !isStale(seen)) return undefined;
  // Moved aside first: of several that find it stale, one succeeds, and can still look what it got.
  const aside = `${lockPath}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lockPath, aside);
  } catch {
    return undefined;
  }
  const taken = await readLock(aside);
  // Something else came in between, and goes back as it is.
  if (taken?.isOdd) await rename(aside, lockPath).catch(() => undefined);
  if (taken?.isOdd) return 'odd';
  // A new holder came in between: its lock goes back, unless the next one is there already.
  if (taken && taken.content !== seen.content) await link(aside, lockPath).catch(() => undefined);
  await unlink(aside).catch(() => undefined);
  return undefined;
}

/** Whether a name is that of a lock on its way out; a crash can leave one. */
export function isLockAside(name: string): boolean {
  return /\.lock\.[0-9a-f]{12}$/.test(name);
}

/** Whether a name is that of such a lock of this file. */
export function isLockAsideOf(target: string, name: string): boolean {
  return isLockAside(name) && name.startsWith(`${path.basename(target)}.lock.`);
}

function isStale({ content, stats }: LockText): boolean {
  const age = Date.now() - stats.mtimeMs;
  if (age > STALE_MILLISECONDS) return true;
  try {
    const holder = JSON.parse(content) as { pid: number; host: string };
    if (holder.host !== hostname()) return false;
    if (holder.pid === process.pid) return !held.has(content) && age > FORGOTTEN_MILLISECONDS;
    return !isAlive(holder.pid);
  } catch {
    return age > EMPTY_MILLISECONDS;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
