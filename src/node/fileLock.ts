import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** A holder needs milliseconds; one that took this long is gone, even if its process cannot be asked. */
const STALE_MILLISECONDS = 30_000;
/** A lock is written in one go; one that stays empty was left by a crash. */
const EMPTY_MILLISECONDS = 5_000;

export interface FileLock {
  /** Whether it was left by a process that ended in the middle of its work. */
  readonly wasLeft: boolean;
  /** Whether the lock is still ours: another process may have thought us dead. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Takes the lock file of a path, shared with every process on this machine or drive that does the same.
 * Undefined when it cannot be had within the time. A lock that a crashed process left is taken over.
 * @throws the system's error when no file can be made there at all.
 */
export async function lockFile(path: string, milliseconds: number): Promise<FileLock | undefined> {
  const lockPath = `${path}.lock`;
  const token = JSON.stringify({ pid: process.pid, host: hostname(), nonce: randomBytes(9).toString('base64') });
  const deadline = Date.now() + milliseconds;
  let wasLeft = false;
  for (let pause = 1; ; pause = Math.min(pause * 2, 32)) {
    if (await create(lockPath, token)) break;
    if (await removeIfStale(lockPath)) wasLeft = true;
    if (Date.now() > deadline) return undefined;
    // Without chance in it, two processes could wait for each other in step.
    await wait(pause * (0.5 + Math.random()));
  }
  const isHeld = async () => (await readFile(lockPath, 'utf8').catch(() => '')) === token;
  return {
    wasLeft,
    isHeld,
    release: async () => {
      if (await isHeld()) await unlink(lockPath).catch(() => undefined);
    },
  };
}

async function create(lockPath: string, token: string): Promise<boolean> {
  try {
    const file = await open(lockPath, 'wx');
    try {
      await file.writeFile(token);
    } catch (error) {
      await unlink(lockPath).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeIfStale(lockPath: string): Promise<boolean> {
  const seen = await readFile(lockPath, 'utf8').catch(() => undefined);
  if (seen === undefined || !(await isStale(lockPath, seen))) return false;
  // Moved aside first: of several that find it stale, one succeeds, and can still look what it got.
  const aside = `${lockPath}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lockPath, aside);
  } catch {
    return false;
  }
  const taken = await readFile(aside, 'utf8').catch(() => seen);
  // A new holder came in between: its lock goes back, unless the next one is there already.
  if (taken !== seen) await link(aside, lockPath).catch(() => undefined);
  await unlink(aside).catch(() => undefined);
  return taken === seen;
}

async function isStale(lockPath: string, content: string): Promise<boolean> {
  const found = await stat(lockPath).catch(() => undefined);
  if (!found) return false;
  const age = Date.now() - found.mtimeMs;
  if (age > STALE_MILLISECONDS) return true;
  try {
    const holder = JSON.parse(content) as { pid: number; host: string };
    return holder.host === hostname() && !isAlive(holder.pid);
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
