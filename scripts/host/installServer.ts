import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './runNpm';
import { SetupError } from './setupError';

/**
 * The npm package code-server carries a whole VS Code server and its workbench; 4.139.1 is VS Code 1.139.1. We pin it,
 * so that a test that fails failed because of us. `minimum` is the oldest VS Code that `engines.vscode` promises.
 */
const pinned = { current: '4.139.1', minimum: '4.106.3' } as const;
export type ServerRelease = keyof typeof pinned;

const cache = path.resolve('.vscode-test');

export interface InstalledServer {
  /** VS Code's own version. */
  readonly version: string;
  /** Path of the Node that runs it. */
  readonly node: string;
  /** Path of its folder, the one that holds `out` and `extensions`. */
  readonly root: string;
}

/** Puts the server into the cache unless it is there; `say` is told what takes the time. */
export function installServer(release: ServerRelease, say: (message: string) => void): InstalledServer {
  const version = pinned[release];
  const folder = path.join(cache, `server-${version}`);
  const inside = path.join('node_modules', 'code-server', 'lib', 'vscode');
  once(folder, (partial) => {
    say(`Getting VS Code ${version.replace(/^4/, '1')} from npm (about 600 MB on disk, half a minute, once) …`);
    runNpm(partial, ['install', '--ignore-scripts', '--engine-strict=false', `code-server@${version}`]);
    say('Getting the packages that its server needs …');
    takeReleases(path.join(partial, inside));
    runNpm(path.join(partial, inside), ['install', '--omit=dev', '--ignore-scripts', '--engine-strict=false']);
  });
  const root = path.join(folder, inside);
  const { engines } = readManifest(path.join(root, '..', '..'));
  const major = /\d+/.exec(engines?.node ?? '')?.[0] ?? '24';
  return { version: readManifest(root).version, node: installNode(major, say), root };
}

interface Manifest {
  readonly version: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies: Record<string, string>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Older servers ask for a file watcher straight from a git host, which npm's registry alone cannot give. */
function takeReleases(root: string): void {
  const manifest = readManifest(root);
  if (!manifest.dependencies['@parcel/watcher']?.includes('#')) return;
  manifest.dependencies['@parcel/watcher'] = '^2.5.1';
  writeFileSync(path.join(root, 'package.json'), JSON.stringify(manifest, undefined, 2));
  rmSync(path.join(root, 'npm-shrinkwrap.json'), { force: true });
}

/** A server starts with the Node it was built for, 24 or 22; ours may be any from 20. */
function installNode(major: string, say: (message: string) => void): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const folder = path.join(cache, `node-${major}`);
  once(folder, (partial) => {
    say(`Getting Node ${major}, which the server needs, from npm …`);
    runNpm(partial, ['install', `node@${major}`]);
  });
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = path.join(folder, 'node_modules', 'node', 'bin', name);
  if (existsSync(node)) return node;
  rmSync(folder, { recursive: true, force: true });
  throw new SetupError(
    `npm did not unpack Node ${major} for ${process.platform}: run this with a Node ${major} of yours.`,
  );
}

/** Fills a folder in one step, so that an interrupted download or a second process never leaves half of it. */
function once(folder: string, fill: (partial: string) => void): void {
  if (existsSync(folder)) return;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    writeFileSync(path.join(partial, 'package.json'), '{ "private": true }\n');
    fill(partial);
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
