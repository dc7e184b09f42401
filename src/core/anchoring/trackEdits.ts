import type { Range } from '../text/range';
import { splitsWord } from '../text/wordEdges';

/** One replacement in a text: `text` takes the place of the range. Offsets count in the text before the edit. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** What became of a range after edits. */
export interface TrackedRange extends Range {
  /** True where an edit touched what the range holds; false where it was only shifted. */
  readonly touched: boolean;
}

/**
 * Carries ranges through one batch of edits, none of which overlap and whose offsets all count in the text before the
 * batch, in any order (as VS Code reports a change). What is typed at an edge stays outside; what replaces part of a
 * range stays inside; an edit that reaches over an edge takes with it what it took, and what it put there instead is
 * inside. A range whose text was all deleted becomes empty at the place where it stood.
 */
export function trackEdits(ranges: readonly Range[], edits: readonly TextEdit[]): TrackedRange[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  // How far text after the first n edits has shifted.
  const shifts = [0];
  for (const edit of sorted) shifts.push(shifts.at(-1)! + edit.text.length - (edit.end - edit.start));
  return ranges.map((range) => {
    let at = countBefore(sorted, range.start);
    let start = range.start + shifts[at]!;
    let end = range.end + shifts[at]!;
    let touched = false;
    for (; at < sorted.length; at++) {
      const edit = sorted[at]!;
      if (edit.start >= range.end) break;
      const shift = shifts[at]!;
      touched = true;
      const growth = shifts[at + 1]! - shift;
      if (edit.start < range.start) start = edit.start + shift;
      end = edit.end > range.end ? edit.start + shift + edit.text.length : end + growth;
    }
    return { start, end: Math.max(start, end), touched };
  });
}

/** How many edits end before an offset or at it. */
function countBefore(edits: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Applies a batch of edits such as `trackEdits` takes; offsets out of the text are cut to it. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(at, Math.min(edit.start, text.length));
    result += text.slice(at, start) + edit.text;
    at = Math.max(start, Math.min(edit.end, text.length));
  }
  return result + text.slice(at);
}

/** The same edit without what it leaves as it was at its start and its end. */
export function trimEdit(text: string, edit: TextEdit): TextEdit {
  const { text: inserted } = edit;
  let { start, end } = edit;
  let from = 0;
  let to = inserted.length;
  while (start < end && from < to && text.charCodeAt(start) === inserted.charCodeAt(from)) {
    start++;
    from++;
  }
  while (start < end && from < to && text.charCodeAt(end - 1) === inserted.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  return { start, end, text: inserted.slice(from, to) };
}

/** So far an edit is slid at the most, in code units. */
const farthest = 64;

/**
 * What was put in or taken out within a word, to where it was between words: `the ` put before `three floors` arrives
 * as `e th` within `three` where both versions of a text were compared letter by letter. As it is where no word ends
 * within reach, or where something was replaced.
 */
export function slideEdit(text: string, edit: TextEdit): TextEdit {
  const { start, end, text: inserted } = edit;
  if (start < end === (inserted !== '') || !splitsWord(text, start)) return edit;
  const moved = (by: number): TextEdit => {
    const at = ((by % inserted.length) + inserted.length) % inserted.length;
    const words = inserted === '' ? '' : inserted.slice(at) + inserted.slice(0, at);
    return { start: start + by, end: end + by, text: words };
  };
  // What comes behind the edit on one side is what leaves it on the other.
  const at = (offset: number) =>
    inserted !== '' && offset >= start && offset < start + inserted.length
      ? inserted.charCodeAt(offset - start)
      : text.charCodeAt(inserted !== '' && offset >= start ? offset - inserted.length : offset);
  const length = inserted.length || end - start;
  for (let by = 1; by <= farthest && by <= start; by++) {
    if (at(start - by) !== at(start - by + length)) break;
    if (!splitsWord(text, start - by)) return moved(-by);
  }
  for (let by = 1; by <= farthest && end + by <= text.length; by++) {
    if (at(start + by - 1) !== at(start + by - 1 + length)) break;
    if (!splitsWord(text, start + by)) return moved(by);
  }
  return edit;
}
