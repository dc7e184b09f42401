import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareFully } from '../../../src/core/anchoring/compareFully';
import { compareLetters, type KeptText } from '../../../src/core/anchoring/compareLetters';
import { compareNear } from '../../../src/core/anchoring/compareNear';
import { createTextDiff } from '../../../src/core/anchoring/createTextDiff';
import { createRandom } from './generatedEdits';

function lettersOf(text: string): Int32Array {
  return Int32Array.from(text, (letter) => letter.charCodeAt(0));
}

function lengthOf(kept: readonly KeptText[]): number {
  return kept.reduce((sum, part) => sum + part.length, 0);
}

/** The length of the longest common subsequence, worked out letter by letter (Wagner and Fischer 1974). */
function longestShared(before: string, after: string): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const letter of before) {
    const next = [0];
    for (let at = 0; at < after.length; at++)
      next.push(letter === after[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row.at(-1)!;
}

/** Kept text is the same in both texts, and neither crosses nor overlaps. */
function assertKept(kept: readonly KeptText[], before: string, after: string): void {
  let old = 0;
  let fresh = 0;
  for (const part of kept) {
    assert.ok(part.length > 0 && part.old >= old && part.new >= fresh);
    old = part.old + part.length;
    fresh = part.new + part.length;
    assert.equal(before.slice(part.old, old), after.slice(part.new, fresh));
  }
  assert.ok(old <= before.length && fresh <= after.length);
}

describe('a comparison of two rows of letters', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '港'), { maxLength: 140 }).map((letters) => letters.join(''));

  it('keeps as much as can be kept, whichever way it is made', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const most = longestShared(before, after);
        const near = compareNear(lettersOf(before), lettersOf(after), before.length + after.length);
        for (const kept of [
          compareFully(lettersOf(before), lettersOf(after)),
          compareLetters(lettersOf(before), lettersOf(after), []),
          near ?? [],
        ]) {
          assertKept(kept, before, after);
          assert.equal(lengthOf(kept), most);
        }
      }),
    );
  });
  it('gives up where more letters differ than it may follow', () => {
    assert.equal(compareNear(lettersOf('abcd'), lettersOf('wxyz'), 7), undefined);
    assert.deepEqual(compareNear(lettersOf('abcd'), lettersOf('wxyz'), 8), []);
  });
  it('holds pieces of long texts together that stand once in either', () => {
    const random = createRandom(3);
    const write = (letters: string, length: number) => Array.from({ length }, () => random.pick([...letters])).join('');
    const shared = ['の改修には143億円', 'harbor dues of 1901', '船台の株式の半分を得た'];
    const before = shared.map((piece) => write('あいうえおかきくけこ', 6000) + piece).join('');
    const after = shared.map((piece) => write('さしすせそたちつてと', 7000) + piece).join('');
    const kept = compareLetters(lettersOf(before), lettersOf(after), [32, 12, 6]);
    assert.deepEqual(
      kept.map((part) => after.slice(part.new, part.new + part.length)),
      shared,
    );
    assertKept(kept, before, after);
  });
});

describe('a comparison of two texts', () => {
  const keptOf = (before: string, after: string) =>
    createTextDiff(before, after)
      .keptOf({ start: 0, end: before.length })
      .map((part) => after.slice(part.new, part.new + part.length));

  it('puts what was inserted where a reader would see it', () => {
    const lines = [
      ['Filename: lock.rs\n', '<span class="filename">Filename: lock.rs</span>\n', ['Filename: lock.rs', '\n']],
      ['Wait at the dock.\n', 'Wait at the lock or at the dock.\n', ['Wait at the ', 'dock.\n']],
      ['港の船台を直す。\n', '港の新船台と港の船台を直す。\n', ['港の船台を直す。\n']],
    ] as const;
    for (const [before, after, expected] of lines) assert.deepEqual(keptOf(before, after), expected);
  });
  it('finds two changes in a long text that repeats itself', () => {
    const row = '| 0 | 0 |\n'.repeat(9000);
    const before = `${row}| 1 | 0 |\n${row}`;
    const after = `| 2 | 0 |\n${row}| 1 | 0 |\n${row}| 3 | 0 |\n`;
    assert.deepEqual(createTextDiff(before, after).keptOf({ start: row.length, end: row.length + 9 }), [
      { old: row.length, new: row.length + 10, length: 9 },
    ]);
  });
});
