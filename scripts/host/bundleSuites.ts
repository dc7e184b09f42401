import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** Bundles the suites in a folder of test/vscode into one module that both extension hosts can run; returns its path. */
export async function bundleSuites(name: string, grep: string | undefined): Promise<string> {
  const folder = path.join('test/vscode', name);
  const suites = readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const outfile = path.resolve(`out/test/vscode/${name}.js`);
  const files = suites.map((file) => {
    const required = `() => require(${JSON.stringify(`./${name}/${file}`)})`;
    return `[${JSON.stringify(file)}, ${required}]`;
  });
  await esbuild.build({
    stdin: {
      // Suites are required only once mocha has declared `describe`, which an import could not wait for. Mocha's browser
      // build takes `module.exports` for itself when it loads, so ours comes after it.
      contents: `const { runSuites } = require('./index');
module.exports = { run: () => runSuites([${files.join()}], ${JSON.stringify(grep)}) };`,
      resolveDir: 'test/vscode',
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    charset: 'utf8',
    sourcemap: 'inline',
    logLevel: 'warning',
    external: ['vscode'],
    define: { CLI_REPORT: cliReport() },
    alias: { 'node:assert/strict': path.resolve('test/vscode/assert.ts') },
  });
  return outfile;
}

/** What the built CLI says of the example newsroom, for the suite that compares the editor with it. */
function cliReport(): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'check', 'examples/newsroom', '--format', 'json', '--level', 'hint', '--language', 'en'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(`dist/cli.js said nothing: ${stderr}`);
  return stdout;
}
