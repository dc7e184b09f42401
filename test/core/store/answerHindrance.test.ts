import assert from 'node:assert/strict';
import { fillTemplate, renderMessage } from '../../../src/core/model/renderMessage';
import { giveWay, insistOn, withoutReplaced } from '../../../src/core/store/answerHindrance';
import { applySeen } from '../../../src/core/store/applySeen';
import { disputeMessage, hindranceMessage } from '../../../src/core/store/hindranceMessage';
import { applyOperation, type StoreOperation } from '../../../src/core/store/operations';
import { seenAfter, seenBy } from '../../../src/core/store/seenData';

const at = '2026-11-21T09:00:00Z';
const claims = `claims:
  c-1:
    target: { exact: 120 ships }
    citations:
      - source: ledger
    note: First.
    by: aiko
    at: ${at}
`;
const yaml = `article: a.md\n${claims}`;
const theirs = yaml.replace('First.', 'Newer.');
const gone = 'article: a.md\n';
const note: StoreOperation = { type: 'setNote', claim: 'c-1', note: 'Older.' };
const verdict: StoreOperation = {
  type: 'addVerdict',
  claim: 'c-1',
  verdict: { by: 'ken', at, verdict: 'verified', of: '3fa9' },
};
const detach: StoreOperation = { type: 'detach', claim: 'c-1', by: 'aiko', at };
const attach: StoreOperation = { type: 'attach', claim: 'c-1' };
const remove: StoreOperation = { type: 'removeClaim', id: 'c-1' };
const setText: StoreOperation = { type: 'setText', text: '1'.repeat(40) };

/** @param shown null where nobody noted it. */
function ask(operations: readonly StoreOperation[], now: string, shown: string | null = yaml) {
  const seen = shown === null ? undefined : seenBy(operations, shown);
  const { hindrances } = applySeen(now, operations, seen);
  return { hindrances, kept: { operations, seen } };
}

/** The file after the person insisted on operations that others were in the way of. */
function insisted(operations: readonly StoreOperation[], now: string, shown?: string, later = now) {
  const { hindrances } = ask(operations, now, shown);
  assert.ok(hindrances.length > 0);
  const next = insistOn(operations, hindrances, now, 'a.md');
  return applySeen(later, next.operations, next.seen);
}

const say = (message: Parameters<typeof renderMessage>[0]) => renderMessage(message, 'en', fillTemplate);

describe('insistOn', () => {
  it('sets the value over the one that was shown, and asks again about any other', () => {
    assert.equal(insisted([note], theirs).text, yaml.replace('First.', 'Older.'));
    const { text, hindrances } = insisted([note], theirs, yaml, yaml.replace('First.', 'Newest.'));
    assert.equal(text, undefined);
    assert.deepEqual(
      hindrances.map((one) => one.kind === 'differs' && one.theirs),
      ['Newest.'],
    );
  });

  it('changes the citation that was changed meanwhile, or adds one where there is none any more', () => {
    const operation: StoreOperation = {
      type: 'setCitation',
      claim: 'c-1',
      was: { source: 'ledger' },
      citation: { source: 'notice' },
    };
    const changed = yaml.replace('source: ledger', 'source: ledger\n        note: page 3');
    assert.equal(insisted([operation], changed).text, yaml.replace('ledger', 'notice'));
    const without = yaml.replace('    citations:\n      - source: ledger\n', '');
    assert.equal(insisted([operation], without).text, yaml.replace('ledger', 'notice'));
  });

  it('puts an entry in the place of another with its id', () => {
    const operation: StoreOperation = { type: 'addSource', id: 'ledger', source: { type: 'report', title: 'Mine' } };
    assert.equal(insisted([operation], 'ledger:\n  type: book\n', '').text, 'ledger:\n  type: report\n  title: Mine\n');
  });

  it('makes what nobody noted the circumstances of, once a person has seen these', () => {
    const { hindrances } = ask([note, remove], theirs, null);
    assert.equal(hindrances.length, 2);
    const next = insistOn([remove], ask([remove], theirs, null).hindrances, theirs, 'a.md');
    assert.equal(applySeen(theirs, next.operations, next.seen).text, gone);
  });

  it('puts a claim back as it was, with all that belonged to the change', () => {
    const { text } = insisted([verdict, note], gone);
    const expected = [verdict, note].reduce((now, one) => applyOperation(now, one).text ?? '', yaml);
    assert.equal(text, expected);
  });

  it('joins a claim that somebody else put back meanwhile', () => {
    assert.equal(insisted([verdict], gone, yaml, theirs).text, applyOperation(theirs, verdict).text);
  });

  it('puts exemptions, sources and entities back, too', () => {
    const exempt = `exemptions:\n  e-1: { target: { exact: 7 }, reason: r, by: aiko, at: ${at} }\n`;
    const until: StoreOperation = { type: 'setUntil', id: 'e-1', until: '2028-01-01' };
    assert.match(insisted([until], 'article: a.md\n', `article: a.md\n${exempt}`).text ?? '', /until: 2028-01-01/);
    const title: StoreOperation = { type: 'setSource', id: 's', path: ['title'], value: 'T' };
    assert.match(insisted([title], '{}\n', 's: { type: book }\n').text ?? '', /type: book[\s\S]*title: T/);
    const alias: StoreOperation = { type: 'addAlias', id: 'e', alias: 'メタ' };
    assert.match(insisted([alias], '{}\n', 'e: { type: place, names: { ja: 東京 } }\n').text ?? '', /東京[\s\S]*メタ/);
  });
});

describe('giveWay', () => {
  it('leaves what is there, and still makes what takes nothing from anybody', () => {
    const { hindrances, kept } = ask([note, verdict], theirs);
    const next = giveWay(kept, hindrances);
    assert.equal(applySeen(theirs, next.operations, next.seen).text, applyOperation(theirs, verdict).text);
  });

  it('leaves nothing of what only accompanied what was given up', () => {
    const target: StoreOperation = { type: 'setTarget', in: 'claims', id: 'c-1', target: { exact: '121 ships' } };
    const { hindrances, kept } = ask([target, setText], yaml.replace('120 ships', '130 ships'));
    assert.deepEqual(giveWay(kept, hindrances).operations, []);
    const lost = ask([verdict], gone);
    assert.deepEqual(giveWay(lost.kept, lost.hindrances).operations, []);
  });
});

describe('withoutReplaced', () => {
  const left = (older: StoreOperation[], later: StoreOperation[], isMade = true) =>
    withoutReplaced(older, later, isMade).map(({ type }) => type);

  it('gives up what a later change of the same thing sets anew', () => {
    assert.deepEqual(left([note], [{ ...note, note: 'Newer.' }]), []);
    assert.deepEqual(left([note], [{ ...note, note: 'Newer.' }], false), []);
    assert.deepEqual(left([note, setText], [{ ...note, note: 'Newer.' }]), []);
    assert.deepEqual(left([detach], [attach]), []);
    assert.deepEqual(left([attach], [detach]), []);
    const until = (id: string): StoreOperation => ({ type: 'setUntil', id, until: '2028-01-01' });
    assert.deepEqual(left([until('e-1'), until('e-2')], [until('e-1')]), ['setUntil']);
    const cite = (source: string, to: string): StoreOperation => ({
      type: 'setCitation',
      claim: 'c-1',
      was: { source },
      citation: { source: to },
    });
    assert.deepEqual(left([cite('a', 'b'), cite('c', 'd')], [cite('a', 'e')]), ['setCitation']);
    const field = (path: string[]): StoreOperation => ({ type: 'setSource', id: 's', path, value: 'x' });
    assert.deepEqual(left([field(['custom', 'kind']), field(['title'])], [field(['custom'])]), ['setSource']);
  });

  it('keeps other changes, and what was only added', () => {
    const other: StoreOperation = { type: 'setNote', claim: 'c-2', note: 'x' };
    assert.deepEqual(
      left([other, verdict, note, detach], [{ type: 'setEntities', claim: 'c-1', entities: [] }, verdict]),
      ['setNote', 'addVerdict', 'setNote', 'detach'],
    );
  });

  it('gives up what was said of a claim with the claim, but not before that is gone', () => {
    assert.deepEqual(left([verdict, note], [remove], false), ['addVerdict', 'setNote']);
    assert.deepEqual(left([verdict, note], [remove]), []);
  });
});

describe('seenAfter', () => {
  it('knows the work of the same person, so that it is in nobody’s way', () => {
    const seen = seenAfter(seenBy([remove], yaml), [verdict]);
    const now = applyOperation(yaml, verdict).text;
    assert.equal(applySeen(now, [remove], seen).text, gone);
    assert.match(applySeen(now, [remove], seenBy([remove], yaml)).text ?? '', /conflict: removed/);
  });
});

describe('hindranceMessage', () => {
  const saidOf = (operation: StoreOperation, now: string, shown: string | undefined = yaml) =>
    ask([operation], now, shown).hindrances.map((one) => say(hindranceMessage(one)));

  it('says what happened by the words of the figure', () => {
    assert.deepEqual(saidOf(note, theirs), [
      'Not saved: Note on the claim “120 ships”. Somebody else changed the same in the meantime. Compare the two versions and choose.',
    ]);
    assert.match(saidOf(note, theirs.replace('120 ships', '7 cranes'))[0] ?? '', /the claim “120 ships”/);
    assert.deepEqual(saidOf(verdict, gone), [
      'Not saved: Verdict on the claim “120 ships”. Somebody removed the claim “120 ships” in the meantime. Put that back together with your change, or let your change go.',
    ]);
    assert.match(
      ask([remove], yaml, null).hindrances.map((one) => say(hindranceMessage(one)))[0] ?? '',
      /^Not saved: Removal of the claim “120 ships”\. It was kept by an earlier version/,
    );
    assert.match(
      ask([note], gone, null).hindrances.map((one) => say(hindranceMessage(one)))[0] ?? '',
      /no longer there/,
    );
  });

  it('says what stays although it was to be removed', () => {
    const { disputed } = applySeen(theirs, [remove], seenBy([remove], yaml));
    assert.deepEqual(
      disputed.map(({ path, thing }) => say(disputeMessage(path, thing))),
      [
        'Not removed: others worked on the claim “120 ships” in the meantime. It is marked as a conflict; choose whether it stays.',
      ],
    );
  });
});
