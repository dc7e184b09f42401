// Opens a workspace in a real VS Code with Sourcemark in it: npm start -- --help
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, onPath } from './host/findBrowser';
import { installServer } from './host/installServer';
import { quietSettings, webHostSettings } from './host/settings';
import { runProgram, SetupError } from './host/setupError';
import { installLink } from './host/stageExtension';
import { type Locale, refuseTakenPort, startServer } from './host/startServer';
import { workbenchAddress } from './host/workbenchAddress';

const help = `npm start -- [options]
  --workspace DIR   the folder to open (examples/newsroom)
  --port N          the port of the address it prints (8123)
  --locale en|ja    the language of Sourcemark's interface (that of this machine)
  --web             run Sourcemark in the web extension host, as on vscode.dev
  --desktop         open it in the desktop VS Code that "code" starts
  --no-browser      only print the address
`;

void runProgram(async () => {
  const options = readOptions();
  if (options.help) {
    console.log(help);
    return 0;
  }
  const workspace = path.resolve(options.workspace);
  if (!existsSync(workspace)) throw new SetupError(`There is no folder ${workspace}: give one with --workspace.`);
  // Before anything that takes its time.
  if (!options.desktop) await refuseTakenPort(options.port);
  await build();
  return options.desktop ? openDesktop(workspace, options.locale) : serve(workspace, options);
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        workspace: { type: 'string', default: 'examples/newsroom' },
        port: { type: 'string', default: '8123' },
        locale: { type: 'string', default: machineLocale() },
        web: { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${values.port} is not a port`);
    if (values.locale !== 'en' && values.locale !== 'ja') throw new Error(`${values.locale} is neither en nor ja`);
    return { ...values, port, locale: values.locale as Locale };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}. See: npm start -- --help`);
  }
}

/** Japanese where the machine speaks it, else English. */
function machineLocale(): Locale {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ja') ? 'ja' : 'en';
}

/** Builds unless nothing has changed since this last built. A build that failed leaves bundles behind, so those prove nothing. */
async function build(): Promise<void> {
  const stamp = 'out/start.built';
  const sources = Math.max(...['src', 'esbuild.mjs', 'package-lock.json'].map(newest));
  if (existsSync('dist/extension.js') && newest(stamp) > sources) return;
  const began = new Date();
  console.log('Building …');
  const status = await run(process.execPath, ['esbuild.mjs']);
  if (status !== 0) throw new SetupError('The build failed: see the messages above.');
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}

function newest(entry: string): number {
  if (!existsSync(entry)) return 0;
  if (!statSync(entry).isDirectory()) return statSync(entry).mtimeMs;
  const files = readdirSync(entry, { recursive: true }).map((file) => path.join(entry, String(file)));
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
}

async function openDesktop(workspace: string, locale: Locale): Promise<number> {
  const [code] = onPath('code');
  if (!code) {
    throw new SetupError(
      'No "code" is on the PATH: run npm start without --desktop, or add it by "Shell Command: Install code command in PATH" in VS Code.',
    );
  }
  console.log(`Opening ${workspace} in the desktop VS Code …`);
  return run(code, ['--new-window', '--locale', locale, `--extensionDevelopmentPath=${process.cwd()}`, workspace]);
}

async function serve(workspace: string, options: ReturnType<typeof readOptions>): Promise<number> {
  const installed = installServer('current', console.log);
  console.log(`Starting VS Code ${installed.version} …`);
  const dataFolder = path.resolve('.vscode-test', options.web ? 'start-web' : 'start');
  installLink(dataFolder);
  const server = await startServer(installed, {
    port: options.port,
    locale: options.locale,
    dataFolder,
    settings: { ...quietSettings, ...(options.web ? webHostSettings : {}) },
  });
  const address = workbenchAddress({ server: server.address, workspace });
  console.log(`\n${workspace} is open at\n\n${address}\n`);
  if (!options['no-browser']) openBrowser(address);
  console.log('Stop it with Ctrl-C.');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  return new Promise(() => undefined);
}

function openBrowser(address: string): void {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    console.log(
      'There is no display here: open the address in a browser on this machine, or forward the port to yours.',
    );
    return;
  }
  const opener = { darwin: 'open', win32: 'explorer', linux: onPath('xdg-open')[0] ?? findBrowser() }[
    platform as string
  ];
  if (!opener) {
    console.log('No browser was found: open the address in one.');
    return;
  }
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('The browser did not start: open the address in one.'));
  child.unref();
}

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
