// Measures a workspace at size: 100,000 claims in 5,000 articles.
// node --expose-gc bench/workspace.mjs [articles] [claims an article]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import * as esbuild from 'esbuild';
import { generateNewsroom } from './generateNewsroom.mjs';

const articles = Number(process.argv[2] ?? 5000);
const claimsEach = Number(process.argv[3] ?? 20);
const scratch = mkdtempSync(path.join(tmpdir(), 'sourcemark-bench-'));
const root = path.join(scratch, 'newsroom');
try {
  const bundle = path.join(scratch, 'core.cjs');
  await esbuild.build({
    stdin: {
      contents: `
        export { loadWorkspace } from './src/core/workspace/loadWorkspace';
        export { checkWorkspace, checkArticle, checkShared } from './src/core/rules/runRules';
        export { NodeFileSystem } from './src/node/nodeFileSystem';
        export { describe } from './src/core/anchoring/describe';
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
  const core = createRequire(import.meta.url)(bundle);
  const { loadWorkspace, checkWorkspace, checkArticle, checkShared, NodeFileSystem } = core;
  const made = generateNewsroom(root, articles, claimsEach, core);
  print(`${made.claims.toLocaleString()} claims in ${articles.toLocaleString()} articles: texts ${mega(made.textBytes)}, store ${mega(made.storeBytes)}`);
  const first = made.paths[0];

  const cold = spawnSync(process.execPath, ['dist/cli.js', 'check', root, '--quiet', '--level', 'error'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  void cold;
  const load = () => loadWorkspace(new NodeFileSystem(root), { today: '2026-11-22' });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const { workspace } = await timed('read everything', load);
  const memory = () => {
    globalThis.gc?.();
    return mega(process.memoryUsage().heapUsed - before);
  };
  print(`  memory ${memory()}`);
  await timed('the open article, checked', () => checkArticle(workspace, first));
  await timed('what all share, checked', () => checkShared(workspace));
  const found = await timed('everything checked', () => checkWorkspace(workspace));
  print(`  ${found.length.toLocaleString()} findings, memory ${memory()}`);
  await timed('everything checked again', () => checkWorkspace(workspace));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Wall time and the time of the processor, which says more on a busy machine. */
async function timed(name, work) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const used = process.cpuUsage(cpu);
  print(`${name}: ${ms(performance.now() - start)} (processor ${ms((used.user + used.system) / 1000)})`);
  return result;
}
function ms(value) {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString()} ms`;
}
function mega(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
function print(line) {
  console.log(line);
}
