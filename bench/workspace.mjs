// Measures a workspace at size: node bench/workspace.mjs [articles] [claims an article], 5,000 and 20 unless given.
// With --forget: what it keeps of so many long articles, 300 unless given, once they are gone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as esbuild from 'esbuild';
import { measureForgetting } from './forget.mjs';
import { generateNewsroom } from './generateNewsroom.mjs';

const numbers = process.argv.slice(2).filter((argument) => argument !== '--forget');
const forgets = process.argv.includes('--forget');
const articles = Number(numbers[0] ?? (forgets ? 300 : 5000));
const claimsEach = Number(numbers[1] ?? 20);
/** What may be left of long articles that are gone. */
const MOST_LEFT = 5e6;
const today = '2026-11-22';
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const scratch = mkdtempSync(path.join(tmpdir(), 'sourcemark-bench-'));
const root = path.join(scratch, 'newsroom');
try {
  const core = await bundleCore();
  if (forgets) forget(core);
  else await measure(core);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function forget(core) {
  print(`${count(articles)} articles of 200,000 characters with old texts and sources, checked and deleted`);
  const left = measureForgetting(core, articles, { heap, print, megabytes });
  print(`  ${megabytes(left)} above the start; at most ${megabytes(MOST_LEFT)} is right`);
  if (left > MOST_LEFT) process.exitCode = 1;
}

async function measure(core) {
  const { Workspace, checkArticle, checkShared, loadWorkspace, NodeFileSystem, articleStorePath } = core;
  const made = generateNewsroom(root, articles, claimsEach, core);
  print(
    `${count(made.claims)} claims in ${count(articles)} articles: texts ${megabytes(made.textBytes)}, store ${megabytes(made.storeBytes)}`,
  );
  const first = made.paths[0];

  print('\nThe command line, each a process of its own');
  if (existsSync('dist/cli.js')) {
    const cli = path.resolve('dist/cli.js');
    const run = (...args) =>
      spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const check = (...args) => run('check', ...args, '--quiet', '--level', 'error', '--no-git');
    await timed('check everything', () => check());
    await timed('check it again, its files in memory', () => check());
    await timed('check one article', () => check(first));
    await timed('check twenty articles', () => check(...made.paths.slice(0, 20)));
    await timed('check a source and the articles of a folder', () =>
      check('.sourcemark/sources/wire-0.yaml', path.dirname(first)),
    );
    await timed('list the figures of one article', () => run('figures', first));
    await timed('say its version', () => run('--version'));
  } else print('  dist/cli.js is not there; npm run build makes it');

  print('\nThe open article while nothing else is known');
  const before = heap();
  const small = new Workspace(today);
  const files = new NodeFileSystem(root);
  const tell = async (workspace, file) => workspace.setFile(file, (await files.readFile(file)).text);
  await timed('read, and derived', async () => {
    await tell(small, '.sourcemark/config.yaml');
    await tell(small, articleStorePath(first));
    await tell(small, first);
    small.article(first);
  });

  print('\nThe whole folder in one process, as an editor has it');
  const { workspace } = await timed('everything read', () => loadWorkspace(files, { today }));
  print(`  ${megabytes(heap() - before)} of memory`);
  await timed('every store file looked through', () => {
    for (const file of workspace.storeFiles) workspace.problems(file);
  });
  await timed('the open article checked', () => checkArticle(workspace, first));
  let findings = 0;
  let longest = 0;
  await timed('every article derived and checked', () => {
    for (const article of workspace.articles) {
      const start = performance.now();
      findings += checkArticle(workspace, article).length;
      longest = Math.max(longest, performance.now() - start);
    }
  });
  print(
    `  ${count(findings)} findings, the slowest article took ${milliseconds(longest)}, ${megabytes(heap() - before)} of memory`,
  );
  await timed('what all articles share, checked', () => checkShared(workspace));
  await timed('counted again for the trees', () => [...workspace.summaries()].length);

  print('\nOne edit, at the median of 30, with all that is shown of it');
  const text = workspace.text(first);
  const shown = () => {
    checkArticle(workspace, first);
    return [...workspace.summaries()].length;
  };
  median('a keystroke in an article', (turn) => {
    workspace.setFile(first, `${text}${'。'.repeat(turn + 1)}`);
    shown();
  });
  const stored = workspace.text(articleStorePath(first));
  median('a claim’s note written', (turn) => {
    workspace.setFile(
      articleStorePath(first),
      stored.replace('    by: aiko', `    note: number ${turn}\n    by: aiko`),
    );
    shown();
  });
  median('a source added', (turn) => {
    workspace.setFile(`.sourcemark/sources/new-${turn}.yaml`, `new-${turn}:\n  type: report\n  title: New\n`);
    shown();
  });
  median('an entity added', (turn) => {
    const yaml = `new-${turn}: { type: organization, names: { en: Company of number ${turn} } }\n`;
    workspace.setFile(`.sourcemark/entities/new-${turn}.yaml`, yaml);
    shown();
  });

  print('\nA megabyte in one article');
  let long = '';
  for (const article of workspace.articles) if (long.length < 1e6) long += workspace.text(article);
  await timed('read the first time', () => {
    workspace.setFile(first, long);
    workspace.article(first);
  });
  workspace.setFile(first, `${long}。`);
  workspace.article(first);
  median('a keystroke in its middle', (turn) => {
    const at = long.length >> 1;
    workspace.setFile(first, `${long.slice(0, at)}${'1'.repeat(turn + 1)}${long.slice(at)}`);
    workspace.article(first);
  });
  workspace.setFile(first, text);

  print('\nEvery article moved to another folder, outside of the editor');
  renameSync(path.join(root, 'articles'), path.join(root, 'moved'));
  mkdirSync(path.join(root, 'articles'));
  renameSync(path.join(root, 'moved'), path.join(root, 'articles', 'moved'));
  const moved = await timed('everything read, and found again', () => loadWorkspace(files, { today }));
  const found = moved.workspace.moves.filter(({ status }) => status === 'moved').length;
  print(`  ${count(found)} of ${count(articles)} found again`);
}

async function bundleCore() {
  const bundle = path.join(scratch, 'core.cjs');
  await esbuild.build({
    stdin: {
      contents: `
        export { Workspace } from './src/core/workspace/workspace';
        export { loadWorkspace } from './src/core/workspace/loadWorkspace';
        export { checkArticle, checkShared } from './src/core/rules/runRules';
        export { NodeFileSystem } from './src/node/nodeFileSystem';
        export { describe } from './src/core/anchoring/describe';
        export { judgedHash } from './src/core/model/judgedHash';
        export { articleStorePath } from './src/core/model/storePaths';
        export { gitBlobId, sha256 } from './src/core/model/gitBlobId';`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile: bundle,
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(bundle);
}

/** The time on the clock, and the processor's, which says more on a busy machine. */
async function timed(name, work) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const own = result?.pid === undefined ? ` (processor ${milliseconds((user + system) / 1000)})` : '';
  print(`  ${name}: ${milliseconds(performance.now() - start)}${own}`);
  return result;
}

function median(name, work) {
  const times = Array.from({ length: 30 }, (_, turn) => {
    const start = performance.now();
    work(turn);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  print(`  ${name}: ${milliseconds(times[15])}, at most ${milliseconds(times.at(-1))}`);
}

function heap() {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function milliseconds(value) {
  return value < 10 ? `${value.toFixed(1)} ms` : `${count(Math.round(value))} ms`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function count(value) {
  return value.toLocaleString('en');
}

function print(line) {
  console.log(line);
}
