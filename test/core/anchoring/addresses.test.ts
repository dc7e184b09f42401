import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';

/** Describes `exact` in the one text with all that stands around it, and looks for it in the other. */
function statusOf(oldText: string, exact: string, text: string): string {
  const start = oldText.indexOf(exact);
  const target = {
    exact,
    prefix: oldText.slice(Math.max(0, start - 64), start),
    suffix: oldText.slice(start + exact.length, start + exact.length + 64),
    start,
  };
  return `${anchor(text, target).status} ${anchor(text, target, { oldText }).status}`;
}

describe('numerals that are part of an address or of a name', () => {
  const intro = 'The council explains its plan for the harbour on a page of its own, with maps.\n\n';

  it('say nothing of a quantity when another part of the address was changed', () => {
    const oldText = `${intro}[harbour plan]: plan-07-harbour-and-roads.html#money\n`;
    assert.equal(statusOf(oldText, 'plan]: plan-07', oldText.replace('and-roads', 'defining-roads')), 'exact exact');
  });

  it('are still compared themselves', () => {
    const oldText = `${intro}[harbour plan]: plan-07-harbour-and-roads.html#money\n`;
    const text = oldText.replace('plan-07', 'plan-08');
    assert.equal(statusOf(oldText, 'plan]: plan-07', text), 'valueChanged valueChanged');
  });

  it('do not take a rate for an address', () => {
    const oldText = `${intro}A berth costs $35/hour in the harbour from April on.\n`;
    const text = oldText.replace('/hour', '/day');
    assert.equal(statusOf(oldText, '$35', text), 'valueChanged valueChanged');
  });

  it('are no quantity of whom or what the sentence speaks', () => {
    const oldText = `${intro}標準化団体は仕様を公開した。ES2015が公開されるまでには6年の歳月がかかり、更新が止まっていた。\n`;
    const text = oldText.replace('6年の歳月がかかり', '長い時間がかかり');
    assert.equal(statusOf(oldText, 'ES2015が公開されるまでに', text), 'exact exact');
  });
});

describe('an amount written as a name is', () => {
  it('is still an amount of somebody', () => {
    const oldText =
      'The yard said that sales of cranes were KM2014 million, which nobody there had hoped for in spring.\n';
    assert.equal(statusOf(oldText, 'KM2014 million', oldText.replace('sales', 'losses')), 'valueChanged valueChanged');
  });
});

describe('the same name written short', () => {
  it('is no other name', () => {
    const oldText =
      'From 1999 through 2008, the U.S. printed quarters for each of the 50 states on one side of them.\n';
    const text = oldText.replace('U.S.', 'United States');
    assert.equal(statusOf(oldText, '50 states', text), 'moved moved');
  });

  it('is told from that of another country', () => {
    const oldText =
      'From 1999 through 2008, the U.S. printed quarters for each of the 50 states on one side of them.\n';
    const text = oldText.replace('U.S.', 'United Kingdom');
    assert.equal(statusOf(oldText, '50 states', text), 'valueChanged valueChanged');
  });
});
