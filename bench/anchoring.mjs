// Follows claims through generated edits of made-up news, through each of our layers and with a matcher of the common
// kind, in one run. What each edit means is known, so the answers are counted, not judged.
// node bench/anchoring.mjs [--runs N] [--seed N] [--kind WORDS] [--misses N] [--case N] [--workers N] [--peer-every N]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';
import { printMisses, printTable } from './anchoring/print.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    misses: { type: 'string', default: '0' },
    case: { type: 'string' },
    workers: { type: 'string', default: '2' },
    'peer-every': { type: 'string', default: '20' },
  },
});

const cache = path.resolve('.bench/anchoring');
mkdirSync(cache, { recursive: true });
// The peer is no dependency of the project: it is installed beside it, once.
if (!existsSync(path.join(cache, 'node_modules/approx-string-match'))) {
  writeFileSync(path.join(cache, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--silent', '--no-audit', 'approx-string-match@2'], { cwd: cache, stdio: 'inherit' });
}
const ours = path.join(cache, 'ours.cjs');
await esbuild.build({
  stdin: {
    contents: `
      export { anchor } from './src/core/anchoring/anchor';
      export { describe } from './src/core/anchoring/describe';
      export { createLiveAnchors } from './src/core/anchoring/createLiveAnchors';`,
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: ours,
  logLevel: 'warning',
});

const single = values.case !== undefined;
const runs = single ? Number(values.case) + 1 : Number(values.runs);
const workers = single ? 1 : Number(values.workers);
const shares = await Promise.all(
  Array.from({ length: workers }, (_, share) => {
    const workerData = {
      ours,
      cache,
      seed: Number(values.seed),
      from: single ? Number(values.case) : share,
      runs,
      step: workers,
      kind: values.kind,
      misses: single ? 9 : Number(values.misses),
      peerEvery: single ? 1 : Number(values['peer-every']),
    };
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./anchoring/follow.mjs', import.meta.url), { workerData });
      worker.on('message', resolve);
      worker.on('error', reject);
    });
  }),
);
printMisses(shares, single ? 9 : Number(values.misses));
printTable(shares);
