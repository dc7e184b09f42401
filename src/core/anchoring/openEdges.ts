import { contains, type Range } from '../text/range';
import type { TextEdit, TrackedRange } from './trackEdits';

/** The edges of a passage at which its own words were just taken out: what is typed there next stands in their stead. */
export interface OpenEdges {
  readonly start: boolean;
  readonly end: boolean;
}

export const closed: OpenEdges = { start: false, end: false };

/** A range that `trackEdits` carried through a batch, with what was typed at an open edge taken in. */
export function takeTyped(
  range: Range,
  moved: TrackedRange,
  open: OpenEdges,
  edits: readonly TextEdit[],
): TrackedRange {
  const typed = typedAt(range, open, edits);
  if (!typed) return moved;
  const { length } = typed.text;
  return typed.start === range.end && open.end
    ? { start: moved.start, end: moved.end + length, touched: true }
    : { start: moved.start - length, end: moved.end, touched: true };
}

/** Which edges are open after a batch; `range` is where the passage stood before it. */
export function edgesAfter(range: Range, open: OpenEdges, edits: readonly TextEdit[]): OpenEdges {
  const [edit, other] = edits;
  if (!edit || other) return closed;
  if (typedAt(range, open, edits)) return open;
  if (!contains(range, edit)) return closed;
  if (edit.text !== '' || (edit.start === range.start && edit.end === range.end)) return open;
  return { start: open.start || edit.start === range.start, end: open.end || edit.end === range.end };
}

function typedAt(range: Range, open: OpenEdges, edits: readonly TextEdit[]): TextEdit | undefined {
  const [edit, other] = edits;
  if (!edit || other || edit.start !== edit.end || range.start === range.end || edit.text.includes('\n'))
    return undefined;
  return (open.end && edit.start === range.end) || (open.start && edit.start === range.start) ? edit : undefined;
}
