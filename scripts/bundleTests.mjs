// Bundles the unit tests below a folder and runs them with mocha: node scripts/bundleTests.mjs test/core [mocha options]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const [folder, ...mochaOptions] = process.argv.slice(2);
const tests = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => path.join(folder, file));
const outdir = path.join('out', folder);
mkdirSync(outdir, { recursive: true });
await esbuild.build({
  entryPoints: tests,
  outdir,
  outbase: folder,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  sourcemap: 'inline',
  logLevel: 'warning',
  packages: 'external',
});
const result = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    'dot',
    ...mochaOptions,
    ...tests.map((file) => path.join(outdir, path.relative(folder, file).replace(/\.ts$/, '.js'))),
  ],
  { stdio: 'inherit' },
);
process.exit(result.status ?? 1);
