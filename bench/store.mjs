// Measures the store at size: 100,000 claims in 5,000 files. node --expose-gc bench/store.mjs [files] [claims a file]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { parse } from 'yaml';

const files = Number(process.argv[2] ?? 5000);
const claimsPerFile = Number(process.argv[3] ?? 20);
const folder = mkdtempSync(path.join(tmpdir(), 'sourcemark-bench-'));
try {
  const bundle = path.join(folder, 'store.mjs');
  await esbuild.build({
    stdin: {
      contents: `export * from './src/core/store/parseStoreFile'; export * from './src/core/store/operations';`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile: bundle,
    logLevel: 'error',
  });
  const { parseArticleFile, applyOperation } = await import(pathToFileURL(bundle).href);

  const paths = Array.from({ length: files }, (_, file) =>
    path.join(folder, 'articles', `${file % 50}`, `${file}.md.yaml`),
  );
  let bytes = 0;
  for (const [file, name] of paths.entries()) {
    mkdirSync(path.dirname(name), { recursive: true });
    const text = articleFile(file);
    bytes += Buffer.byteLength(text);
    writeFileSync(name, text);
  }
  const count = files * claimsPerFile;
  print(`${count.toLocaleString()} claims in ${files.toLocaleString()} files, ${(bytes / 1e6).toFixed(1)} MB`);

  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const texts = timed('read the files', () => paths.map((name) => readFileSync(name, 'utf8')));
  const parsed = timed('parse and check all', () => texts.map((text) => parseArticleFile(text)));
  globalThis.gc?.();
  print(`memory: ${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB, texts included`);
  if (parsed.some(({ problems }) => problems.length > 0)) throw new Error('The generated store has problems.');

  const sample = texts.slice(0, Math.min(100, files));
  const peer = milliseconds(() => sample.map((text) => parse(text)));
  const ours = milliseconds(() => sample.map((text) => parseArticleFile(text)));
  print(`the yaml package alone needs ${(peer / ours).toFixed(0)} × our time, on ${sample.length} files`);

  const locate = median(50, (turn) => parseArticleFile(texts[turn % files]).locate(['claims', 'c-0000', 'target']));
  print(`parse one file and locate a claim: ${locate.toFixed(2)} ms at the median`);
  const edit = median(50, (turn) =>
    applyOperation(texts[turn % files], {
      type: 'addVerdict',
      claim: 'c-0005',
      verdict: { by: 'ken', at: '2026-11-22T10:00:00Z', verdict: 'question', of: '3fa9c1d2e3f4' },
    }),
  );
  print(`one edit, checked by reading it back: ${edit.toFixed(2)} ms at the median`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function articleFile(file) {
  const lines = [`article: articles/${file % 50}/${file}.md`, `text: ${String(file).padStart(40, 'a')}`, 'claims:'];
  for (let claim = 0; claim < claimsPerFile; claim++) {
    const id = String(claim).padStart(4, '0');
    lines.push(
      `  c-${id}:`,
      `    target: { exact: ${claim}億ドルを投資し, prefix: 同社は今月、半導体の新工場に, suffix: 、来年の稼働を目指すと発表, start: ${claim * 150} }`,
      '    citations:',
      `      - source: wire-${file % 400}`,
      '        exact: The company said it would invest in a plant that opens next year',
      `        locator: { page: ${claim} }`,
      `    entities: [maker-${file % 90}, plant]`,
      '    by: aiko',
      '    at: 2026-11-21T09:00:00Z',
      '    verdicts:',
      '      - { by: ken, at: 2026-11-21T10:00:00Z, verdict: verified, of: 3fa9c1d2e3f4 }',
    );
  }
  return `${lines.join('\n')}\n`;
}

function timed(name, work) {
  const start = performance.now();
  const result = work();
  print(`${name}: ${(performance.now() - start).toFixed(0)} ms`);
  return result;
}

function milliseconds(work) {
  work();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(turns, work) {
  const times = Array.from({ length: turns }, (_, turn) => {
    const start = performance.now();
    work(turn);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[turns >> 1];
}

function print(line) {
  console.log(line);
}
