// Measures the merge of two versions of one store file. node bench/merge.mjs [claims] [older build of mergeStore, as a module]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const most = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(path.join(tmpdir(), 'sourcemark-bench-'));
try {
  const outfile = path.join(folder, 'merge.mjs');
  await esbuild.build({
    entryPoints: ['src/core/store/mergeStore.ts'],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  const older = process.argv[3];
  const { mergeStore } = await import(pathToFileURL(older ?? outfile).href);
  mergeStore(...versions(10, 'behind'));
  for (const how of ['behind', 'between', 'worked on']) {
    let before;
    for (const count of [most / 4, most / 2, most]) {
      const texts = versions(count, how);
      // Of the processor, so that a busy machine says the same.
      const start = process.cpuUsage();
      const merge = mergeStore(...texts);
      const { user, system } = process.cpuUsage(start);
      const time = (user + system) / 1000;
      const wanted = how === 'worked on' ? count : 3 * count;
      const found = merge.status === 'merged' ? merge.text.match(/^ {2}c-/gm).length : 0;
      if (found !== wanted || merge.conflicts.length > 0) throw new Error(`${found} claims instead of ${wanted}`);
      const growth = before === undefined ? '' : `, ${(time / before).toFixed(1)} × the time of half as many`;
      console.log(`${count} claims, ${how}, as many by each side: ${time.toFixed(0)} ms${growth}`);
      before = time;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Base, ours and theirs: claims added behind all others, or between them, or verdicts and comments on each. */
function versions(count, how) {
  const claim = (id, start, rest = '') =>
    `  c-${id}:
    target: { exact: ${start}億ドルを投資し, prefix: 同社は今月、工場に, suffix: 、来年の稼働, start: ${start} }
    citations:
      - source: wire-${start % 40}
        exact: The company said it would invest ${start} in a plant
    by: aiko
    at: 2026-11-21T09:00:00Z
${rest}`;
  const made = (by, index) => {
    const at = `2026-11-22T0${by === 'ken' ? 1 : 2}:00:00Z`;
    return `    verdicts:
      - { by: ${by}, at: ${at}, verdict: verified, of: 3fa9c1d20b77 }
    thread:
      - { id: m-${by}${index}, by: ${by}, at: ${at}, text: 一次資料は? }
`;
  };
  const file = (by) => {
    const claims = [];
    for (let i = 0; i < count; i++) {
      claims.push(claim(`base${i}`, i * 100, how === 'worked on' && by ? made(by, i) : ''));
      if (by && how === 'between') claims.push(claim(`${by}${i}`, i * 100 + (by === 'ken' ? 10 : 20)));
    }
    if (by && how === 'behind')
      for (let i = 0; i < count; i++) claims.push(claim(`${by}${i}`, count * 100 + i * 100 + (by === 'ken' ? 10 : 20)));
    return `article: articles/a.md\nclaims:\n${claims.join('')}`;
  };
  return [file(undefined), file('ken'), file('mari')];
}
