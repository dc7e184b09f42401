// Bundles the tests below a folder and runs them with mocha: node scripts/bundleTests.mjs test/core [mocha options]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const [folder, ...mochaOptions] = process.argv.slice(2);
const tests = (existsSync(folder) ? readdirSync(folder, { recursive: true }) : [])
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => path.join(folder, file));
if (tests.length === 0) {
  console.error(`No test was found below ${folder}.`);
  process.exit(1);
}
const outdir = path.join('out', folder);
rmSync(outdir, { recursive: true, force: true });
// One bundle for all, so that the product is compiled and warm once; a file that starts itself as a process has its own.
const [alone, together] = [true, false].map((isAlone) =>
  tests.filter((file) => readFileSync(file, 'utf8').includes('fork(__filename') === isAlone),
);
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  sourcemap: 'inline',
  logLevel: 'warning',
  packages: 'external',
};
const contents = together.map((file) => `import ${JSON.stringify(`./${file.replaceAll(path.sep, '/')}`)};`).join('\n');
const all = path.join(outdir, 'all.js');
await esbuild.build({ ...options, stdin: { contents, resolveDir: '.' }, outfile: all });
await esbuild.build({ ...options, entryPoints: alone, outdir, outbase: folder });
const result = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    'node_modules/mocha/bin/mocha.js',
    ...['--reporter', './scripts/totalsReporter.cjs'],
    ...['--require', './scripts/fixedSeed.cjs'],
    ...(process.env.CI ? ['--forbid-only'] : []),
    // Long enough for a busy machine: speed is measured by the bench, not by a test that gives up.
    ...['--timeout', '20000'],
    ...mochaOptions,
    all,
    ...alone.map((file) => path.join(outdir, path.relative(folder, file).replace(/\.ts$/, '.js'))),
  ],
  { stdio: 'inherit' },
);
process.exit(result.status ?? 1);
