import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import type { Anchor, Target } from '../../../src/core/anchoring/target';
import { createRandom, type GeneratedEdit, generateEdit } from './generatedEdits';

type Follow = (edit: GeneratedEdit, target: Target) => Anchor;

const byQuote: Follow = (edit, target) => anchor(edit.newText, target);
const byOldText: Follow = (edit, target) => anchor(edit.newText, target, { oldText: edit.oldText });
const live: Follow = (edit, target) =>
  createLiveAnchors(edit.oldText, new Map([['claim', target]]))
    .apply([{ start: 0, end: edit.oldText.length, text: edit.newText }])
    .get('claim')!;

/** Runs edits and fails where a claim stands on another value or on another statement; returns how many were found. */
function follow(way: Follow, seed: number, count: number): { whole: number; found: number } {
  const random = createRandom(seed);
  let whole = 0;
  let found = 0;
  for (let run = 0; run < count; run++) {
    const edit = generateEdit(random);
    const target = describeTarget(edit.oldText, edit.start, edit.end);
    const answer = way(edit, target);
    const own = edit.slots.find((slot) => slot.own);
    if (own?.figure === edit.figure) whole++;
    if (answer.status !== 'exact' && answer.status !== 'moved') continue;
    const { range } = answer;
    const story = `seed ${seed}, run ${run}: ${edit.steps.join(', ')}\n${JSON.stringify(target)}\n${edit.newText}`;
    const under = edit.slots.filter((slot) => slot.start < range.end && range.start < slot.end);
    assert.deepEqual(
      under.map((slot) => slot.figure),
      [edit.figure],
      story,
    );
    assert.ok(under[0]!.alike, `another statement\n${story}`);
    if (own?.figure === edit.figure) found++;
  }
  return { whole, found };
}

describe('2,100 generated edits of Japanese and English sentences', function () {
  this.timeout(30_000);
  it('never put a claim on another value by quote, and find nearly all that stand', () => {
    const { whole, found } = follow(byQuote, 1, 1000);
    assert.ok(found >= whole * 0.85, `${found} of ${whole}`);
  });
  it('nor with the old text', () => {
    const { whole, found } = follow(byOldText, 2, 800);
    assert.ok(found >= whole * 0.9, `${found} of ${whole}`);
  });
  it('nor in an open document reloaded from disk', () => {
    const { whole, found } = follow(live, 3, 300);
    assert.ok(found >= whole * 0.9, `${found} of ${whole}`);
  });
});
