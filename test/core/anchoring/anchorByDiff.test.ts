import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';

/** Anchors «the marked passage» of the old text in the new one; both are known. */
function follow(marked: string, after: string) {
  const oldText = marked.replace('«', '').replace('»', '');
  const target = describeTarget(oldText, marked.indexOf('«'), marked.indexOf('»') - 1);
  const answer = anchor(after, target, { oldText });
  return { ...answer, words: 'range' in answer ? after.slice(answer.range.start, answer.range.end) : undefined };
}

describe('a passage of which a comparison of the texts leaves little', () => {
  const told = 'Ask the warden before you moor, or write to our clerk [Ann Field]';

  it('is found reworded where its lines stood', () => {
    const { status, words } = follow(
      `${told}«(mailto:ann.field@port.example)».\n\nThe lock is open at night.`,
      'Ask the warden before you moor, or write to our clerk [Marcia Lund](mailto:marcia.lund@port.example).\n\nThe lock is open at night.',
    );
    assert.equal(status, 'moved');
    assert.equal(words, '(mailto:marcia.lund@port.example)');
  });
  it('is not found in other lines, which were there before', () => {
    const other = '\n\nOr write to the clerk [Marcia Lund](mailto:marcia.lund@port.example) at noon.';
    const { status } = follow(
      `${told}«(mailto:ann.field@port.example)».${other}`,
      `Ask the warden before you moor, or write to us.${other}`,
    );
    assert.equal(status, 'orphaned');
  });
  it('is not found where only what stood around it is left', () => {
    const { status } = follow(
      'On a calm day the boats «wait for the pilot at the outer buoy» and then enter one by one.\n',
      'On a calm day the boats may go as they like and then enter one by one.\n',
    );
    assert.equal(status, 'orphaned');
  });
  it('ends before longer words that were put in, where one small word is left of it behind them', () => {
    const { words } = follow(
      'When ships share the «same lock, they» would not be able to turn as fast in it as others could.\n',
      'When ships share the same lock, which each of them enters on its own, they would not be able to turn as fast in it as others could.\n',
    );
    assert.equal(words, 'same lock, which each of them enters on its own, they');
    const small = follow(
      'When ships share the «same lock, we» would not be able to turn as fast in it as others could.\n',
      'When ships share the same lock, which each of them enters on its own, we would not be able to turn as fast in it as others could.\n',
    );
    assert.equal(small.words?.trim(), 'same lock,');
    const numbered = follow(
      'When ships share the «same lock, we» would not be able to turn as fast in it as others could.\n',
      'When ships share the same lock, which 35 others enter on their own, we would not be able to turn as fast in it as others could.\n',
    );
    assert.ok(numbered.words === undefined || numbered.words.endsWith('we'), JSON.stringify(numbered));
  });
  it('takes in what stands for its first words, as long as the rest of it', () => {
    const { words } = follow(
      '灯台の番人が説明した。\n\n«代わりに緑の灯を掲げる。»\n\n緑の灯は朝まで消さない。\n',
      '灯台の番人が説明した。\n\n夜に船を通したいときには緑の灯を掲げる。\n\n緑の灯は朝まで消さない。\n',
    );
    assert.equal(words, '夜に船を通したいときには緑の灯を掲げる。');
  });
  it('is not widened to all of the address it ends', () => {
    const { words } = follow(
      'All of it:\n<https://harbor.example/lists/with-lamps-0.9.0.j«s>  \n  Minimum» of it: none.\n',
      'All of it:\nhttps://harbor.example/lists/with-lamps-0.9.0.js  \n  Minimum of it: none.\n',
    );
    assert.equal(words, 's  \n  Minimum');
  });
  it('is not widened to the name of a file that it now begins', () => {
    const { words } = follow(
      'The log is in «logs/night_watch» as always.\n',
      'The log is in logs/night_watch-2082c4b063a8fbe6 as always.\n',
    );
    assert.equal(words, 'logs/night_watch');
  });
});
