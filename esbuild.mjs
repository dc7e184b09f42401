// Builds every bundle into dist/. `--watch` rebuilds on change; `--production` minifies and drops source maps.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  target: 'es2022',
  charset: 'utf8',
  sourcemap: !production,
  minify: production,
  logLevel: 'warning',
  legalComments: 'eof',
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // The core knows no host: `neutral` makes any Node built-in an error.
  {
    ...shared,
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/core.js',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'cjs',
  },
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  // No polyfills: an import of `node:` fails this build.
  {
    ...shared,
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
];

const present = bundles.filter((bundle) => existsSync(bundle.entryPoints[0]));
if (watch) {
  for (const bundle of present) await (await esbuild.context({ ...bundle, logLevel: 'info' })).watch();
} else {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all(present.map((bundle) => esbuild.build(bundle)));
  // Types of the public core come from the compiler, which also proves that core needs no host.
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/core'], { stdio: 'inherit' });
}
