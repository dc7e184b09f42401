// Measures the figure recognizer: characters a second beside @microsoft/recognizers-text-suite in the same run, those
// of articles that are named, hostile text, and one keystroke in an article of a million characters. The peer is
// fetched into .bench/ on the first run; without it (no network) the rest is measured all the same.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';

const folder = path.resolve('.bench');
const million = 1_000_000;
const corpus = path.join('test', 'core', 'figures', 'corpus');

mkdirSync(folder, { recursive: true });
const core = path.join(folder, 'figures.cjs');
await esbuild.build({
  stdin: {
    contents:
      "export { recognizeFigures } from './src/core/figures/recognizeFigures'; export { createFigureIndex } from './src/core/figures/figureIndex';",
    resolveDir: '.',
    loader: 'ts',
  },
  outfile: core,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  charset: 'utf8',
});
const require = createRequire(core);
const { recognizeFigures, createFigureIndex } = require(core);

/** News copy as an article has it: a sentence with figures among some without. */
function article(language, filler) {
  const sentences = readFileSync(path.join(corpus, `${language}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/[«‹]([^|»›]*)(?:\|[^»›]*)?[»›]/g, '$1'));
  return sentences.map((sentence) => `${sentence}${filler}`).join('\n');
}

const articles = {
  Japanese: article(
    'ja',
    '関係者によると、この決定の背景には、長く続いてきた慣行を見直そうとする経営陣の強い意向があるという。',
  ),
  English: article(
    'en',
    ' People familiar with the matter said the decision followed a long review of how the group is run and by whom.',
  ),
  Chinese: article(
    'zh',
    '知情人士表示，这一决定的背后，是管理层希望改变长期以来的做法，并为今后的发展打下更好的基础。',
  ),
};

/** Microseconds of processor time, the least of some runs: what else the machine does is not counted. */
function cost(run, runs = 5) {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < runs; turn++) {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, user + system);
  }
  return best;
}

const repeat = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const perSecond = (characters, microseconds) => (characters / microseconds) * million;
const show = (rate) => (rate > million ? `${(rate / million).toFixed(1)} M` : `${Math.round(rate / 1000)} k`);

const peer = loadPeer();
const ours = {};
console.log('Characters a second of processor time, all kinds in one pass');
for (const [language, text] of Object.entries(articles)) {
  const long = repeat(`${text}\n`, million);
  ours[language] = perSecond(
    long.length,
    cost(() => recognizeFigures(long)),
  );
  let line = `  ${language.padEnd(9)} ${show(ours[language]).padStart(7)}, ${densityOf(long)} figures in 1,000`;
  const culture = { Japanese: 'ja-jp', English: 'en-us', Chinese: 'zh-cn' }[language];
  if (peer) {
    // The peer is worse than linear beyond a line, so it is given one line at a time: its best case. Currency alone.
    const lines = text.split('\n').slice(0, 60);
    const characters = lines.join('\n').length;
    const rate = perSecond(
      characters,
      cost(() => readByPeer(lines, culture), 2),
    );
    line += `   peer, currency alone ${show(rate).padStart(7)}   ${Math.round(ours[language] / rate)} times`;
  }
  console.log(line);
}

for (const file of process.argv.slice(2)) {
  const long = repeat(`${readFileSync(file, 'utf8')}\n`, million);
  const rate = perSecond(
    long.length,
    cost(() => recognizeFigures(long), 10),
  );
  console.log(`  ${show(rate).padStart(7)}, ${densityOf(long)} figures in 1,000   ${path.basename(file)}`);
}

console.log(
  '\nHostile text, a megabyte each: time per character against Japanese articles, and against a tenth of its length',
);
for (const unit of ['1', '億', '(', '[', ',', '1億(,', '](', '<a', '`', '数', '一', '百']) {
  const whole = cost(() => recognizeFigures(repeat(unit, million)), 3) / million;
  const tenth = cost(() => recognizeFigures(repeat(unit, million / 10)), 3) / (million / 10);
  console.log(
    `  ${unit.padEnd(6)} ${((whole * ours.Japanese) / million).toFixed(2).padStart(6)} ×  ${(whole / tenth).toFixed(2).padStart(6)} ×`,
  );
}

const times = [];
const index = createFigureIndex(repeat(`${articles.Japanese}\n`, million));
for (let turn = 0; turn < 400; turn++) {
  const at = (turn * 7919 * 331) % index.text.length;
  const started = performance.now();
  index.update(at, at, turn % 2 ? '1' : 'あ');
  if (index.figures.length === 0) throw new Error('no figures');
  times.push(performance.now() - started);
}
times.sort((a, b) => a - b);
console.log(
  `\nOne character typed into ${million} characters: median ${times[200].toFixed(2)} ms, p95 ${times[380].toFixed(2)} ms`,
);

function densityOf(text) {
  return Math.round((recognizeFigures(text).length / text.length) * 1000);
}

function loadPeer() {
  const manifest = path.join(folder, 'package.json');
  const name = '@microsoft/recognizers-text-suite';
  if (!existsSync(path.join(folder, 'node_modules', name))) {
    console.log(`Fetching ${name} into .bench/ …`);
    writeFileSync(manifest, '{ "private": true }\n');
    try {
      execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', `${name}@1.3.1`], { cwd: folder });
    } catch {
      console.log('It could not be fetched (no network?): ours is measured alone.\n');
      return undefined;
    }
  }
  return require(name);
}

function readByPeer(lines, culture) {
  for (const line of lines) peer.recognizeCurrency(line, culture);
}
