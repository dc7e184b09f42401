// The first target of two versions of a text, and the comparison of the texts alone, each in a process of its own, with
// fast-diff comparing the same texts in another. node bench/textDiff.mjs [code units, 100000]
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';

const [, , size = '100000', kind, way] = process.argv;
const built = path.resolve('.bench/textDiff/ours.cjs');
/** A comparison by fast-diff is not waited for any longer, in milliseconds. */
const patience = 20_000;

const tables = {
  words: 'the harbor board told that crane dock new cost of ships and rope lamp signal night pilot tide gate'.split(
    ' ',
  ),
  letters: [...'のはがをにで社長円億年月日新旧売上利益工場港船台建設投資開発計画会議発表する'],
};
let state = 7;
const below = (limit) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor(((state >>> 8) / 16_777_216) * limit);
};
const pick = (items) => items[below(items.length)];
const english = () =>
  `${Array.from({ length: 12 }, () => pick(tables.words) + (below(5) ? '' : below(1000))).join(' ')}.`;
const japanese = () => `${Array.from({ length: 40 }, () => pick(tables.letters)).join('')}。`;
const repeat = (write, between) => {
  let text = '';
  while (text.length < Number(size)) text += write() + between;
  return text;
};
const eachLine = (text, change) =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : change(line)))
    .join('\n');
const tweak = (line) => {
  const at = below(line.length);
  return line.slice(0, at) + pick(tables.letters) + line.slice(at + below(3));
};
const shuffle = (text) => {
  const lines = text.split('\n');
  for (let at = lines.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [lines[at], lines[other]] = [lines[other], lines[at]];
  }
  return lines.join('\n');
};
const changed = (text, change) => [text, change(text)];
const row = () => `| 港${below(9)} | ${below(10)} | ${below(10)} | ${below(100)} |`;
const pairs = {
  'one sentence changed': () =>
    changed(repeat(japanese, '\n'), (text) => text.replace(/。\n(?=.{40}。\n.{20}$)/u, '、\n')),
  'unrelated, English': () => [repeat(english, '\n'), repeat(english, '\n')],
  'unrelated, Japanese': () => [repeat(japanese, '\n'), repeat(japanese, '\n')],
  'every line changed a little, English': () => changed(repeat(english, '\n'), (text) => eachLine(text, tweak)),
  'every line changed a little, Japanese': () => changed(repeat(japanese, '\n'), (text) => eachLine(text, tweak)),
  'lines shuffled': () => changed(repeat(japanese, '\n'), shuffle),
  'one line, changed all over': () =>
    changed(repeat(japanese, ''), (text) => eachLine(text.replace(/。/gu, '。\n'), tweak).replace(/\n/gu, '')),
  'one line, unrelated': () => [repeat(english, ' '), repeat(english, ' ')],
  'one letter, two changes': () => {
    const part = '1'.repeat(Number(size) / 4);
    return [part.repeat(4), `${part}x${part}y${part}`];
  },
  'lines of one letter of three': () => [repeat(() => pick('港船台'), '\n'), repeat(() => pick('港船台'), '\n')],
  'rows of a table, all figures changed': () =>
    changed(repeat(row, '\n'), (text) => text.replace(/\d+ \|\n/gu, () => `${below(100)} |\n`)),
};

if (kind === undefined) {
  mkdirSync(path.dirname(built), { recursive: true });
  await esbuild.build({
    stdin: {
      contents: `
        export { anchor } from './src/core/anchoring/anchor';
        export { createTextDiff } from './src/core/anchoring/createTextDiff';
        export { describe } from './src/core/anchoring/describe';`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: built,
    logLevel: 'warning',
  });
  const measure = (name, by) => {
    try {
      const args = [process.argv[1], size, name, by];
      return Number(execFileSync(process.execPath, args, { timeout: patience, encoding: 'utf8', stdio: 'pipe' }));
    } catch (error) {
      if (error.code === 'ETIMEDOUT') return Number.POSITIVE_INFINITY;
      throw error;
    }
  };
  for (const name of Object.keys(pairs)) {
    const [first, ours, theirs] = ['first', 'compare', 'peer'].map((by) => measure(name, by));
    const ratio = Number.isFinite(theirs) ? (theirs / ours).toFixed(1) : `more than ${(patience / ours).toFixed(0)}`;
    console.log(
      `${name}: first target ${first.toFixed(0)} ms, comparison ${ours.toFixed(0)} ms; fast-diff to ours ${ratio}`,
    );
  }
} else {
  const require = createRequire(import.meta.url);
  const { anchor, createTextDiff, describe } = require(built);
  const peer = require('fast-diff');
  const [before, after] = pairs[kind]();
  const middle = before.length >> 1;
  const target = describe(before, middle, middle + 12);
  const ways = {
    first: () => anchor(after, target, { oldText: before }),
    compare: () => createTextDiff(before, after).keptOf({ start: 0, end: before.length }),
    peer: () => peer(before, after),
  };
  const began = process.hrtime.bigint();
  ways[way]();
  console.log(Number(process.hrtime.bigint() - began) / 1e6);
}
