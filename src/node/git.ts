import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './findProgram';
import { leadsToNetwork } from './leadsToNetwork';

/** How long git may take for an answer. */
export const GIT_TIMEOUT_MS = 10_000;
/** An answer that is longer is not waited for. */
const MAX_ANSWER_BYTES = 20 * 1024 * 1024;

/** What is asked of git. None of these shows a text through a filter, a textconv or a pager. */
export type GitCommand =
  | 'cat-file'
  | 'commit-tree'
  | 'config'
  | 'hash-object'
  | 'init'
  | 'ls-files'
  | 'ls-tree'
  | 'merge'
  | 'merge-base'
  | 'merge-file'
  | 'mktree'
  | 'rev-list'
  | 'rev-parse'
  | 'read-tree'
  | 'checkout-index'
  | 'update-ref';

type Words = readonly [command: GitCommand, ...words: string[]];

export interface GitAnswer {
  /** The exit code; undefined when git is not there, was ended because it took too long or said too much. */
  readonly code: number | undefined;
  readonly out: Buffer;
  /** What it said of errors, for people. */
  readonly err: string;
}

export interface GitRequest {
  /** Where it is asked; git looks for the repository from there up. */
  readonly folder: string;
  readonly maxBytes?: number;
  readonly milliseconds?: number;
  /** What git reads; nothing when absent. */
  readonly input?: string;
}

const nullDevice = process.platform === 'win32' ? 'NUL' : '/dev/null';

/**
 * What a repository may set and we do not follow; the command line goes before it. `GIT_ALLOW_PROTOCOL` forbids the
 * same once more.
 */
const settings: Readonly<Record<string, string>> = {
  'protocol.allow': 'never',
  ...Object.fromEntries(
    ['ext', 'fd', 'file', 'ftp', 'ftps', 'git', 'http', 'https', 'ssh'].map((name) => [
      `protocol.${name}.allow`,
      'never',
    ]),
  ),
  // A folder that only looks like a repository could name programs in its configuration.
  'safe.bareRepository': 'explicit',
  'core.fsmonitor': 'false',
  'core.hooksPath': nullDevice,
  'core.attributesFile': nullDevice,
  'core.alternateRefsCommand': 'false',
  'core.askPass': '',
  'core.editor': 'false',
  'core.gitProxy': '',
  'core.pager': 'cat',
  'core.sshCommand': 'false',
  'credential.helper': '',
  'diff.external': '',
  'commit.gpgSign': 'false',
  'gpg.program': 'false',
  'merge.verifySignatures': 'false',
  'rerere.enabled': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'submodule.recurse': 'false',
};

const options: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/** Of git's own variables these are the person's; all others lead it elsewhere. */
const KEPT_VARIABLES = new Set(['GIT_CEILING_DIRECTORIES', 'GIT_DISCOVERY_ACROSS_FILESYSTEM']);
/** Programs and libraries that others would have loaded or asked. */
const DROPPED_VARIABLES = new Set(['LD_PRELOAD', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES', 'SSH_ASKPASS', 'PAGER', 'LESS']);
/** Where git looks for the person's settings; one that is not whole would be looked for in the folder. */
const HOME_VARIABLES = new Set(['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE']);

/**
 * The environment that git is started with: the person's, without what redirects git to other repositories,
 * settings or programs, and with what keeps it from fetching, asking and locking.
 */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name, value = '']) => {
    const upper = name.toUpperCase();
    if (HOME_VARIABLES.has(upper)) return path.isAbsolute(value);
    return KEPT_VARIABLES.has(upper) || !(upper.startsWith('GIT_') || DROPPED_VARIABLES.has(upper));
  });
  return {
    ...Object.fromEntries(kept),
    GIT_ALLOW_PROTOCOL: '',
    GIT_PROTOCOL_FROM_USER: '0',
    // Known since git 2.45, and in the security releases before it.
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'false',
    GIT_PAGER: 'cat',
    GIT_EDITOR: 'false',
    GIT_ATTR_NOSYSTEM: '1',
  };
}

/** A git that was started, which is ended with all that it started itself. */
export interface RunningGit {
  readonly process: ChildProcess;
  end(): void;
}

/**
 * Starts git: the only place that does. Its repository may be anybody's, so nothing that the repository sets makes it
 * fetch, or start a program: see `settings`. Only for folders that the person named or trusts all the same.
 * Undefined when git is not installed, or where the repository would lead it to another computer.
 * @param hasInput whether something is written to it; without, it reads nothing.
 */
export function startGit(folder: string, words: Words, hasInput = false): RunningGit | undefined {
  const program = findGit(folder);
  if (program === undefined || leadsToNetwork(folder)) return undefined;
  const isWindows = process.platform === 'win32';
  const git = spawn(program, [...options, ...words], {
    cwd: folder,
    env: gitEnvironment(process.env),
    stdio: [hasInput ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    shell: false,
    windowsHide: true,
    // A group of its own, which can be ended whole, and no terminal that it could ask.
    detached: !isWindows,
  });
  let isClosed = false;
  git.once('close', () => {
    isClosed = true;
  });
  const end = () => {
    // Once it has ended with all that held its output, its number may be another program's.
    if (!isClosed) (isWindows ? endTree : endGroup)(git);
  };
  return { process: git, end };
}

/** Asks git something, and gives what it says: never an exception, and never later than the time allows. */
export function askGit(
  words: Words,
  { folder, maxBytes = MAX_ANSWER_BYTES, milliseconds = GIT_TIMEOUT_MS, input }: GitRequest,
): Promise<GitAnswer> {
  const git = startGit(folder, words, input !== undefined);
  if (!git) return Promise.resolve({ code: undefined, out: Buffer.alloc(0), err: '' });
  return new Promise((resolve) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let length = 0;
    let isEnded = false;
    const finish = (code: number | undefined) => {
      clearTimeout(timer);
      if (isEnded) return;
      isEnded = true;
      resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err).toString('utf8').trim() });
    };
    const giveUp = () => {
      git.end();
      finish(undefined);
    };
    const timer = setTimeout(giveUp, milliseconds);
    const take = (chunks: Buffer[]) => (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) giveUp();
      else chunks.push(chunk);
    };
    git.process.stdout?.on('data', take(out));
    git.process.stderr?.on('data', take(err));
    git.process.once('error', () => finish(undefined));
    git.process.once('close', (code) => finish(code ?? undefined));
    git.process.stdin?.on('error', () => undefined);
    git.process.stdin?.end(input);
  });
}

function endGroup(git: ChildProcess): void {
  try {
    if (git.pid !== undefined) process.kill(-git.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function endTree(git: ChildProcess): void {
  const windows = process.env.SystemRoot;
  if (git.pid === undefined || git.exitCode !== null || windows === undefined) return;
  const taskkill = path.win32.join(windows, 'System32', 'taskkill.exe');
  spawn(taskkill, ['/PID', String(git.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).once('error', () =>
    git.kill(),
  );
}

/** Where git was found, by the folder that it was looked for from. */
const found = new Map<string, string | undefined>();

function findGit(folder: string): string | undefined {
  const key = `${folder}\0${process.env.PATH}`;
  if (!found.has(key))
    found.set(
      key,
      findProgram('git', {
        path: process.env.PATH,
        platform: process.platform,
        folders: [path.resolve(folder), realPath(folder)],
        isProgram,
      }),
    );
  return found.get(key);
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
