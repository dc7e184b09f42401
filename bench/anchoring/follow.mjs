// One worker's share of the cases: makes each from its number, follows it through every layer, and counts the answers.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { anotherFigure } from './anotherFigure.mjs';
import { ArticleMaker, languages, write } from './article.mjs';
import { createLayers, judge, toCase } from './layers.mjs';
import { createPeer } from './peer.mjs';
import { places } from './places.mjs';
import { createRandom } from './random.mjs';
import { sameFigure } from './sameFigure.mjs';

const { ours, cache, seed, from, runs, step, kind, misses, peerEvery } = workerData;
const core = createRequire(import.meta.url)(ours);
const layers = createLayers(core, createPeer(cache));
const kinds = [...anotherFigure, ...places, ...sameFigure].filter(({ name }) => name.includes(kind));
if (kinds.length === 0) throw new Error(`No kind of edit has "${kind}" in its name.`);

const rows = new Map();
const missed = [];
for (let run = from; run < runs; run += step) {
  const chosen = kinds[run % kinds.length];
  const random = createRandom(seed * 1_000_003 + run);
  const maker = new ArticleMaker(random, random.pick(languages));
  // What has no sense in the drawn language or form is drawn again.
  let made;
  for (let attempt = 0; attempt < 60 && !made; attempt++) {
    maker.language = random.pick(languages);
    maker.numbers.clear();
    made = chosen.make(maker);
    if (made && write(made.old).text === write(made.new).text) made = undefined;
  }
  if (!made) continue;
  const subject = toCase(made, chosen.truth, random, core);
  for (const [layer, follow] of Object.entries(layers)) {
    if (layer === 'approximate search' && Math.floor(run / kinds.length) % peerEvery !== 0) continue;
    const began = process.hrtime.bigint();
    const answer = follow(subject);
    const time = Number(process.hrtime.bigint() - began) / 1000;
    const verdict = judge(subject, answer, chosen.truth);
    const key = `${chosen.number}\u0000${chosen.name}\u0000${chosen.truth}\u0000${layer}`;
    if (!rows.has(key)) rows.set(key, { all: 0, slid: 0, asked: 0, ragged: 0, right: 0, times: [] });
    const row = rows.get(key);
    row.all++;
    row[verdict]++;
    row.times.push(time);
    const isMiss = verdict !== 'right' && layer !== 'approximate search';
    if (isMiss && missed.filter((miss) => miss.name === chosen.name && miss.layer === layer).length < misses)
      missed.push(toMiss(run, chosen, layer, verdict, maker.language.name, subject, answer));
  }
}
parentPort.postMessage({ rows, missed });

function toMiss(
  run,
  { name, truth },
  layer,
  verdict,
  language,
  { before, after, target, edits, way, expected },
  answer,
) {
  const { start, exact } = target;
  const around = ({ text }, from, to) =>
    `${text.slice(Math.max(0, from - 40), from)}⟦${text.slice(from, to)}⟧${text.slice(to, to + 40)}`;
  return {
    run,
    name,
    truth,
    layer,
    verdict,
    language,
    way,
    status: answer.status,
    before: around(before, start, start + exact.length),
    edits: edits.map((edit) => `«${before.text.slice(edit.start, edit.end)}»→«${edit.text}»`),
    expected: expected && around(after, expected.start, expected.end),
    answer: answer.range && around(after, answer.range.start, answer.range.end),
  };
}
