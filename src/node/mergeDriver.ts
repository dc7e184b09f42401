import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FileChange, FileWriter } from '../core/ports';
import { askGit } from './git';
import { tryMergeDriver } from './tryMergeDriver';

/** The line of `.gitattributes` that sends store files to the driver. */
const ATTRIBUTE_LINE = '/.sourcemark/**/*.yaml merge=sourcemark';
const PATIENCE_MILLISECONDS = 15_000;
/** What git says, as its exit code, when somebody else is writing its configuration. */
const IS_LOCKED = 255;

export interface MergeDriverSetUp {
  /** Whether `.gitattributes`, which the team shares, was changed or already said it. */
  readonly attributes: FileChange;
  /** False when this is no git repository or git could not be asked; each clone has its own setting. */
  readonly isConfigured: boolean;
  /** Whether a merge that was tried with it came out right; where it did not, nothing was set up. */
  readonly works: boolean;
  /** Somebody else keeps the clone's configuration locked, or left the lock there. */
  readonly isLocked?: boolean;
  /** What git said when it could not be configured, or the driver when it was tried. */
  readonly problem?: string;
}

/**
 * Tells git to merge store files by structure: a line in `.gitattributes` for everyone, and the command in
 * this clone's configuration. It is tried before, in a folder of its own. Does nothing where it is done already. Not to
 * be called for a folder that the person does not trust, because it runs git there.
 * @param command how the command line is called on this machine, for a shell: see `quoteForDriver`.
 * @param patience how long others may keep the clone's configuration locked, in milliseconds.
 */
export async function setUpMergeDriver(
  root: string,
  writer: FileWriter,
  command: string,
  patience = PATIENCE_MILLISECONDS,
): Promise<MergeDriverSetUp> {
  const unchanged: FileChange = { status: 'unchanged' };
  const config = await findConfig(root);
  if ('problem' in config)
    return {
      attributes: unchanged,
      isConfigured: false,
      works: true,
      ...(config.problem && { problem: config.problem }),
    };
  const driver = toMergeDriver(command);
  const tried = await tryMergeDriver(driver);
  if (!tried.works) return { attributes: unchanged, isConfigured: false, ...tried };
  const attributes = await writer.changeFile('.gitattributes', (text) => {
    const lines = (text ?? '').split(/\r?\n/);
    if (lines.some((line) => /^\/?\.sourcemark\/\S*\s.*\bmerge=sourcemark\b/.test(line))) return undefined;
    const lineBreak = text?.includes('\r\n') ? '\r\n' : '\n';
    const before = text === undefined || text === '' || text.endsWith('\n') ? (text ?? '') : text + lineBreak;
    return `${before}${ATTRIBUTE_LINE}${lineBreak}`;
  });
  for (const [name, value] of [
    ['merge.sourcemark.name', 'Sourcemark: merge annotations by structure'],
    ['merge.sourcemark.driver', driver],
  ] as const) {
    const { code, err } = await configure(root, name, value, patience);
    if (code !== 0)
      return {
        attributes,
        isConfigured: false,
        works: true,
        ...(code === IS_LOCKED && { isLocked: true }),
        ...(err && { problem: err }),
      };
  }
  return { attributes, isConfigured: true, works: true };
}

/**
 * The command that git is given: it takes the result only when our program says, as its last word, that there is one.
 * However it ends otherwise (not installed any more, killed, half of it on the disk), git's own merge by lines takes
 * over, with markers where both sides changed something. git by itself would leave our side as if it were the result.
 */
export function toMergeDriver(command: string): string {
  return [
    `said=$(${command} merge --driver %O %A %B %P </dev/null)`,
    'case "$said" in merged) exit 0;; conflict) exit 1;; esac',
    // Without the file's name, which a shell may read escapes in: git says it.
    'echo "Sourcemark could not merge this file, so it is merged by lines." >&2',
    'git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B',
  ].join('; ');
}

/** A word for the shell that git starts a driver with, also on Windows, and with `%` as git wants it. */
export function quoteForDriver(word: string): string {
  const slashed = process.platform === 'win32' ? word.replaceAll('\\', '/') : word;
  return `'${slashed.replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}

/** The clone's configuration, if it is a file of its own: git would follow a link, and write where that leads. */
async function findConfig(root: string): Promise<{ readonly file: string } | { readonly problem: string }> {
  const { code, out, err } = await askGit(['rev-parse', '--git-common-dir'], { folder: root });
  if (code !== 0) return { problem: err };
  const file = path.join(path.resolve(root, out.toString('utf8').replace(/\r?\n$/, '')), 'config');
  const found = await lstat(file).catch(() => undefined);
  return found && !found.isFile() ? { problem: `${file}: not a regular file` } : { file };
}

/** Several programs may do this at once, and git does not wait for its own lock. */
async function configure(root: string, name: string, value: string, patience: number) {
  const deadline = Date.now() + patience;
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    const present = await askGit(['config', '--local', '--get-all', '-z', name], { folder: root });
    if (present.code === 0 && present.out.toString('utf8') === `${value}\0`) return present;
    const written = await askGit(['config', '--local', '--replace-all', name, value], { folder: root });
    if (written.code !== IS_LOCKED || Date.now() > deadline) return written;
    // Without chance in it, two programs could meet again and again.
    await wait(pause * (0.5 + Math.random()));
  }
}
