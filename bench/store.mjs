// Measures the store at size, 100,000 claims in 5,000 files, and what a hostile folder can make it do.
// node --expose-gc bench/store.mjs [files] [claims a file]
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
      contents: `export * from './src/core/store/parseStoreFile'; export * from './src/core/store/operations';
        export { recognizeFigures } from './src/core/figures/recognizeFigures';`,
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
  const core = await import(pathToFileURL(bundle).href);
  const { parseArticleFile, applyOperation } = core;

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
  measureBounds(core);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What is large or hostile, beside a peer or beside less of it; the times are of the processor. */
function measureBounds({ parseConfigFile, parseSourcesFile, recognizeFigures }) {
  print('\nLarge and hostile');
  const config = `figures:\n  never:\n${Array.from({ length: 4000 }, (_, i) => `    - "*社${i}*の?件#人"\n`).join('')}`;
  const read = processor(() => parseConfigFile(config));
  const peer = processor(() => parse(config));
  print(
    `a config of 4,000 patterns, ${kilobytes(config)}: ${read.toFixed(0)} ms, the yaml package ${(peer / read).toFixed(1)} × that`,
  );

  const sources = Array.from({ length: 20_000 }, (_, i) => sourceEntry(i)).join('');
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let kept;
  const ours = processor(() => {
    kept = parseSourcesFile(sources);
  }, 1);
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  if (kept.problems.length > 0) throw new Error('The generated sources have problems.');
  const part = sources.slice(0, sources.indexOf('\nsource-1000:') + 1);
  const [small, smallPeer] = [processor(() => parseSourcesFile(part)), processor(() => parse(part), 1)];
  print(
    `${kilobytes(sources)} of sources: ${ours.toFixed(0)} ms, ${memory.toFixed(0)} MB kept; a character ${ratio(ours / sources.length, small / part.length)} × that of ${kilobytes(part)}, for which the yaml package needs ${(smallPeer / small).toFixed(0)} × our time`,
  );

  const copy = '売上高は143億円で、前の年より12%増えた。従業員は1,200人だという。\n';
  const hostile = {
    'one digit after another': Array.from({ length: 200 }, () => '#'),
    runs: Array.from({ length: 200 }, (_, i) => `1*${'1'.repeat(1 + (i % 20))}*円`),
    'any characters': Array.from({ length: 25 }, () => `1${'?'.repeat(198)}円`),
  };
  const usual = copy.repeat(100);
  const without = processor(() => recognizeFigures(usual));
  for (const [name, never] of Object.entries(hostile)) {
    const time = processor(() => recognizeFigures(usual, { never }));
    print(
      `${never.length} patterns of ${name}, an article of ${kilobytes(usual)}: ${time.toFixed(1)} ms, ${ratio(time, without)} × without`,
    );
  }
  for (const [name, never] of Object.entries(hostile)) {
    // The longest article that they are used in takes the most time.
    const times = [2, 4, 8, 16, 32, 64, 128, 256].map((factor) => {
      const text = copy.repeat(50 * factor);
      return Math.max(
        0,
        processor(() => recognizeFigures(text, { never }), 1) - processor(() => recognizeFigures(text), 1),
      );
    });
    print(`${never.length} patterns of ${name}, at the most: ${Math.max(...times).toFixed(0)} ms`);
  }

  const table = (columns) =>
    `|${' 売上高(億円) |'.repeat(columns)}\n|${'---|'.repeat(columns)}\n|${' 1,200 |'.repeat(columns)}\n`;
  const html = (columns) =>
    `<table><tr>${'<th>売上高(億円)</th>'.repeat(columns)}</tr><tr>${'<td>1,200</td>'.repeat(columns)}</tr></table>\n`;
  for (const [name, write] of Object.entries({ Markdown: table, HTML: html })) {
    const [wide, narrow] = [write(20_000), write(2000)];
    const [all, tenth] = [wide, narrow].map((text) => processor(() => recognizeFigures(text)));
    print(
      `a ${name} table of 20,000 columns, ${kilobytes(wide)}: ${all.toFixed(0)} ms, a character ${ratio(all / wide.length, tenth / narrow.length)} × that of 2,000 columns`,
    );
  }
}

function sourceEntry(number) {
  return `source-${number}:
  type: article-newspaper
  title: 港の新しい岸壁に投じる額が${number}億円に増える見通し
  container-title: みなと経済新聞
  author: [{ family: 佐伯, given: 愛子 }, { literal: Harbor Desk }]
  issued: 2025-06-${String(1 + (number % 28)).padStart(2, '0')}
  URL: https://minato-keizai.example/2025/06/${number}?from=top
  language: ja
  custom: { kind: secondary, status: active, text: sources/${number}.md }
`;
}

function processor(work, turns = 3) {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < turns; turn++) {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function ratio(one, other) {
  return (one / other).toFixed(1);
}

function kilobytes(text) {
  return `${Math.round(Buffer.byteLength(text) / 1000).toLocaleString()} kB`;
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
