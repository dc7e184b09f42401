import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import type { Figure } from '../../../src/core/figures/figure';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';
import { type ExpectedFigure, markedSentences, parseMarked } from './corpus/parseMarked';

const folder = path.join('test', 'core', 'figures', 'corpus');

/** What the recognizer got wrong in one marked text, one line each. */
function faults(marked: string): string[] {
  const { text, expected } = parseMarked(marked);
  const figures = recognizeFigures(text, { format: 'markdown' }).filter(({ checkable }) => checkable);
  const wanted = expected.filter((one): one is ExpectedFigure => one.checkable);
  const missed = wanted.flatMap((one) => {
    const hit = figures.find(({ start, end }) => start === one.start && end === one.end);
    if (hit === undefined) return [`missed ${one.text}: ${text}`];
    return reads(hit, one) ? [] : [`${one.text} read as ${JSON.stringify(hit.quantity)} (${hit.kind}): ${text}`];
  });
  const invented = figures.filter(({ start, end }) => !wanted.some((one) => one.start === start && one.end === end));
  return [...missed, ...invented.map(({ start, end }) => `invented ${text.slice(start, end)}: ${text}`)];
}

function reads({ kind, quantity }: Figure, wanted: ExpectedFigure): boolean {
  return (
    kind === wanted.kind &&
    quantity.unit === wanted.unit &&
    quantity.approx === wanted.approx &&
    same(quantity.value, wanted.value) &&
    same(quantity.max, wanted.max)
  );
}

function same(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

describe('the marked corpus', () => {
  for (const file of ['ja.txt', 'en.txt', 'zh.txt']) {
    it(`reads the sentences of ${file} with a fault in at most 3 of 200`, () => {
      const marked = markedSentences(readFileSync(path.join(folder, file), 'utf8'));
      const faulty = marked.map((sentence) => faults(sentence)).filter((found) => found.length > 0);
      const clean = 1 - faulty.length / marked.length;
      assert.ok(marked.length >= 100);
      assert.ok(clean >= 0.985, `${(100 * clean).toFixed(1)} %\n${faulty.flat().join('\n')}`);
    });
  }

  for (const file of readdirSync(path.join(folder, 'markdown'))) {
    it(`reads markdown/${file} without a fault`, () => {
      assert.deepEqual(faults(readFileSync(path.join(folder, 'markdown', file), 'utf8')), []);
    });
  }
});
