// Follows claims through generated edits with our matcher and with one of the common kind (approximate search for the
// quote, scored by quote, surroundings and position), in one run. node bench/anchoring.mjs [edits]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';

const count = Number(process.argv[2] ?? 2000);
const cache = path.resolve('.bench/anchoring');
mkdirSync(cache, { recursive: true });
// The peer is no dependency of the project: it is installed beside it, once.
if (!existsSync(path.join(cache, 'node_modules/approx-string-match'))) {
  writeFileSync(path.join(cache, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--silent', '--no-audit', 'approx-string-match@2'], { cwd: cache, stdio: 'inherit' });
}
const ours = path.join(cache, 'ours.cjs');
await esbuild.build({
  stdin: {
    contents: `
      export { anchor } from './src/core/anchoring/anchor';
      export { describe } from './src/core/anchoring/describe';
      export { createRandom, generateEdit } from './test/core/anchoring/generatedEdits';`,
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: ours,
  logLevel: 'warning',
});
const { anchor, describe, createRandom, generateEdit } = createRequire(import.meta.url)(ours);
const peerModule = createRequire(path.join(cache, 'package.json'))('approx-string-match');
const search = peerModule.default ?? peerModule;

/** How like two strings are, from 0 to 1, by the best approximate occurrence of the second in the first. */
function likeness(text, words) {
  if (words === '') return 1;
  const errors = search(text, words, words.length).reduce(
    (least, match) => Math.min(least, match.errors),
    words.length,
  );
  return 1 - errors / words.length;
}

/** The common matcher: every approximate occurrence with the fewest errors, the best-scored one wins. */
function peer(text, { exact, prefix, suffix, start }) {
  let best;
  for (const match of search(text, exact, Math.min(256, exact.length / 2))) {
    const score =
      50 * (1 - match.errors / exact.length) +
      20 * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      20 * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
      2 * (1 - Math.abs(match.start - start) / text.length);
    if (!best || score > best.score) best = { start: match.start, end: match.end, score };
  }
  return best;
}

// A generated article is short; real ones are searched over some ten thousand characters.
const rest = Array.from(
  { length: 220 },
  (_, at) =>
    `\n${'いろはにほへとちりぬるを'[at % 12]}の段落は続き、${at}行目に至る。 Line ${at} goes on, and so does the story.`,
).join('');

const ways = {
  'sourcemark, quote': (edit, target) => anchor(edit.newText + rest, target),
  'sourcemark, old text': (edit, target) => anchor(edit.newText + rest, target, { oldText: edit.oldText + rest }),
  'approximate search': (edit, target) => {
    const range = peer(edit.newText + rest, target);
    return range ? { status: 'moved', range } : { status: 'orphaned' };
  },
};
const medians = {};
for (const [name, follow] of Object.entries(ways)) {
  const random = createRandom(7);
  const times = [];
  let otherValue = 0;
  let whole = 0;
  let found = 0;
  for (let run = 0; run < count; run++) {
    const edit = generateEdit(random);
    const target = describe(edit.oldText, edit.start, edit.end);
    const began = process.hrtime.bigint();
    const answer = follow(edit, target);
    times.push(Number(process.hrtime.bigint() - began) / 1000);
    const stands = edit.slots.some((slot) => slot.own && slot.figure === edit.figure);
    if (stands) whole++;
    if (answer.status !== 'exact' && answer.status !== 'moved') continue;
    const under = edit.slots.filter((slot) => slot.start < answer.range.end && answer.range.start < slot.end);
    if (under.length !== 1 || under[0].figure !== edit.figure) otherValue++;
    else if (stands) found++;
  }
  times.sort((a, b) => a - b);
  medians[name] = times[times.length >> 1];
  const share = (part, all) => `${((100 * part) / all).toFixed(1)} %`;
  console.log(
    `${name}: on another value ${otherValue} of ${count}; of ${whole} that still stand found ${share(found, whole)};`,
    `µs p50 ${medians[name].toFixed(0)}, p95 ${times[Math.floor(times.length * 0.95)].toFixed(0)}, most ${times.at(-1).toFixed(0)}`,
  );
}
const ratio = medians['approximate search'] / medians['sourcemark, quote'];
console.log(`time of the approximate search to ours at the median: ${ratio.toFixed(1)}`);
