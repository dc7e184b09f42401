import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { createLiveAnchors } from '../../../src/core/anchoring/createLiveAnchors';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import type { ChangeKind } from '../../../src/core/anchoring/statements/change';
import type { Anchor } from '../../../src/core/anchoring/target';

/** A text with the «claim» marked, and what stands in place of one part of it. */
type Edit = readonly [marked: string, from: string, to: string, kind?: ChangeKind];

/** The answers by quote, with the old text and in an open document. */
export function follow([words, from, to]: Edit): readonly Anchor[] {
  const marked = `朝の市場は早くから人でにぎわった。\n\n${words}\n\n店主らは夕方まで店を開けていた。\n`;
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const before = marked.replace(/[«»]/g, '');
  const at = before.indexOf(from);
  assert.ok(at >= 0, `${from} in ${before}`);
  const after = before.slice(0, at) + to + before.slice(at + from.length);
  const target = describeTarget(before, start, end);
  const live = createLiveAnchors(before, new Map([['claim', target]]));
  live.apply([{ start: at, end: at + from.length, text: to }]);
  return [anchor(after, target), anchor(after, target, { oldText: before }), live.anchors.get('claim')!];
}

/** Edits after which a claim asks, in every layer. */
export function asks(edits: readonly Edit[]) {
  for (const edit of edits)
    for (const [layer, answer] of follow(edit).entries()) {
      const story = `${['quote', 'old text', 'live'][layer]}: ${edit.slice(0, 3).join(' | ')} ${JSON.stringify(answer)}`;
      assert.ok(answer.status === 'valueChanged' || answer.status === 'orphaned', story);
      if (edit[3] && answer.status === 'valueChanged')
        assert.ok(
          answer.changes.some(({ kind }) => kind === edit[3]),
          story,
        );
    }
}

/** Edits after which it does not. */
export function follows(edits: readonly Edit[]) {
  for (const edit of edits)
    for (const [layer, answer] of follow(edit).entries())
      assert.ok(
        answer.status === 'exact' || answer.status === 'moved',
        `${['quote', 'old text', 'live'][layer]}: ${edit.slice(0, 3).join(' | ')} ${JSON.stringify(answer)}`,
      );
}
