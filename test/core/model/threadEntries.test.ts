import assert from 'node:assert/strict';
import type { Claim } from '../../../src/core/model/schema';
import { type ThreadEntry, threadOf } from '../../../src/core/model/threadEntries';

type Said = Pick<Claim, 'verdicts' | 'thread'>;

function lines(claim: Said): string[] {
  return threadOf(claim, 'now').entries.map(line);
}

function line(entry: ThreadEntry): string {
  switch (entry.kind) {
    case 'message':
      return `${entry.by}: ${entry.text}${entry.edited ? ` (edited by ${entry.edited.by})` : ''}`;
    case 'verdict':
      return `${entry.by} ${entry.stale ? 'once ' : ''}${entry.verdict}${entry.note ? `: ${entry.note}` : ''}`;
    case 'resolution':
      return `${entry.by} ${entry.resolved ? 'resolved' : 'reopened'}`;
  }
}

const at = (minute: number) => `2026-11-21T09:${String(minute).padStart(2, '0')}:00Z`;

describe('threadOf', () => {
  it('gives nothing for a claim nobody spoke of', () => {
    assert.deepEqual(threadOf({}, 'now'), { entries: [], resolved: false });
  });

  it('puts messages and verdicts in the order they were said', () => {
    const claim: Said = {
      verdicts: [
        { by: 'ken', at: at(3), verdict: 'verified', of: 'now' },
        { by: 'maria', at: at(1), verdict: 'question', of: 'before', note: 'which quarter?' },
      ],
      thread: [{ id: 'm-1', by: 'aiko', at: at(2), text: '第2四半期' }],
    };
    assert.deepEqual(lines(claim), ['maria once question: which quarter?', 'aiko: 第2四半期', 'ken verified']);
  });

  it('compares instants, not their spelling', () => {
    const thread = [
      { id: 'm-1', by: 'aiko', at: '2026-11-21T18:30:00+09:00', text: 'later' },
      { id: 'm-2', by: 'ken', at: '2026-11-21T09:10:00Z', text: 'earlier' },
    ];
    assert.deepEqual(lines({ thread }), ['ken: earlier', 'aiko: later']);
  });

  it('shows the last edit in the place of the first words', () => {
    const thread = [
      { id: 'm-1', by: 'ken', at: at(1), text: 'a' },
      { id: 'm-2', by: 'aiko', at: at(2), text: 'b' },
      { id: 'm-3', by: 'ken', at: at(3), text: 'a2', edits: 'm-1' },
      { id: 'm-4', by: 'ken', at: at(4), text: 'a3', edits: 'm-3' },
    ];
    assert.deepEqual(lines({ thread }), ['ken: a3 (edited by ken)', 'aiko: b']);
  });

  it('drops no words when an edit names nothing or goes in a circle', () => {
    const thread = [
      { id: 'm-1', by: 'ken', at: at(1), text: 'lost', edits: 'm-9' },
      { id: 'm-2', by: 'ken', at: at(2), text: 'x', edits: 'm-3' },
      { id: 'm-3', by: 'ken', at: at(3), text: 'y', edits: 'm-2' },
    ];
    assert.deepEqual(lines({ thread }), ['ken: lost', 'ken: x', 'ken: y']);
  });

  it('is resolved as the last word on it says, whatever the order of the file', () => {
    const closed = { id: 'm-2', by: 'ken', at: at(2), resolved: true };
    const opened = { id: 'm-3', by: 'aiko', at: at(3), resolved: false };
    assert.equal(threadOf({ thread: [closed] }, 'now').resolved, true);
    assert.equal(threadOf({ thread: [opened, closed] }, 'now').resolved, false);
    assert.deepEqual(lines({ thread: [opened, closed] }), ['ken resolved', 'aiko reopened']);
  });
});
