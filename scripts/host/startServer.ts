import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { InstalledServer } from './installServer';
import { SetupError } from './setupError';

export type Locale = 'en' | 'ja';

export interface ServerOptions {
  /** A free one if left out. */
  readonly port?: number | undefined;
  /** Language of the interface. VS Code's own words stay English: no language pack is on npm. Ours follow it. */
  readonly locale?: Locale | undefined;
  /** `false` asks for trust, so a workspace opens in Restricted Mode. */
  readonly trusted?: boolean | undefined;
  /** Lets an address name an extension under development and its tests. It also mutes notifications. */
  readonly testDriver?: boolean | undefined;
  /** Folder for the server's state, its settings and its installed extensions. */
  readonly dataFolder: string;
  /** User settings to start with; those already in the folder are somebody's and stay. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

export interface Server {
  /** Such as `http://127.0.0.1:8000`. */
  readonly address: string;
  /** VS Code's version. */
  readonly version: string;
  stop(): Promise<void>;
}

const secondsToStart = 60;

/** Starts VS Code's server on 127.0.0.1 and waits until it answers. */
export async function startServer(installed: InstalledServer, options: ServerOptions): Promise<Server> {
  const port = options.port ?? 0;
  if (port !== 0) await refuseTakenPort(port);
  prepareData(options);
  const child = spawn(
    installed.node,
    [
      path.join(installed.root, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port)],
      '--without-connection-token',
      '--accept-server-license-terms',
      ...['--telemetry-level', 'off'],
      ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
      ...['--server-data-dir', options.dataFolder],
      ...['--extensions-dir', path.join(options.dataFolder, 'extensions')],
      ...['--locale', options.locale ?? 'en'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    signal('SIGTERM');
    const patience = setTimeout(() => signal('SIGKILL'), 3000);
    await ended;
    clearTimeout(patience);
    process.off('exit', kill);
  };
  // The server has children of its own (extension hosts, watchers): the signal goes to its whole group.
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
    } catch {
      // It ended in between.
    }
  };
  const kill = () => signal('SIGKILL');
  process.once('exit', kill);
  const bound = await new Promise<number | undefined>((resolve) => {
    const patience = setTimeout(() => resolve(undefined), secondsToStart * 1000);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (!match) return;
      clearTimeout(patience);
      resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => {
      output += error.message;
    });
    void ended.then(() => {
      clearTimeout(patience);
      resolve(undefined);
    });
  });
  if (bound === undefined) {
    await stop();
    throw new SetupError(
      `VS Code's server did not start; remove .vscode-test and try again. It said:\n${output.trim()}`,
    );
  }
  return { address: `http://127.0.0.1:${bound}`, version: installed.version, stop };
}

/** The server itself would only say so deep in its log. */
export async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new SetupError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use: stop what uses it, or choose another with --port ${port + 1}.`
            : `Port ${port} cannot be used (${error.message}): choose another with --port 8123.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function prepareData({ dataFolder, locale, settings }: ServerOptions): void {
  const data = path.join(dataFolder, 'data');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  const settingsFile = path.join(data, 'User', 'settings.json');
  if (settings && !existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify(settings, undefined, 2));
  if (locale === undefined || locale === 'en') return;
  // The server speaks only languages a pack is installed for. This one is empty: it makes VS Code load the
  // translations that extensions bring along, while its own messages fall back to English.
  const translation = path.join(dataFolder, `empty.${locale}.i18n.json`);
  writeFileSync(translation, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `sourcemark.empty-${locale}` }, version: '0.0.0' }];
  const pack = { hash: 'sourcemark', label: locale, extensions, translations: { vscode: translation } };
  writeFileSync(path.join(data, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
