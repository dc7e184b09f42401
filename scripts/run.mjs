// Bundles and runs one of our TypeScript programs, since Node 20 cannot: node scripts/run.mjs scripts/start.ts [options]
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const [program] = process.argv.splice(2, 1);
const outfile = path.resolve('out/scripts', `${path.basename(program, '.ts')}.mjs`);
await esbuild.build({
  entryPoints: [program],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  charset: 'utf8',
  sourcemap: 'inline',
  logLevel: 'warning',
  packages: 'external',
});
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
