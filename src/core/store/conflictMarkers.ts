import type { Range } from '../text/range';

/** One conflict that a line-based merge left in a file; ranges cover whole lines without the markers. */
export interface MarkedConflict {
  /** From the first marker to the end of the last one. */
  readonly range: Range;
  readonly ours: Range;
  /** Only in the three-part style of git (`merge.conflictStyle=diff3`). */
  readonly base?: Range;
  readonly theirs: Range;
}

/**
 * Finds the conflicts that git marks with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`, or with more of each. A set
 * without its end is no conflict; one in a part of another has longer marks, and is left to whoever reads that part.
 */
export function findMarkedConflicts(text: string): readonly MarkedConflict[] {
  if (!text.includes('<<<<<<<')) return [];
  const conflicts: MarkedConflict[] = [];
  const marker = /^(<{7,}|\|{7,}|={7,}|>{7,})(?=[ \r\n]|$).*(?:\n|$)/gm;
  let size = 0;
  let ours: Range | undefined;
  let base: Range | undefined;
  let middle: Range | undefined;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    const line = { start: match.index, end: match.index + match[0].length };
    const sign = match[0][0];
    const length = match[1]!.length;
    if (ours && length !== size) continue;
    size = length;
    if (sign === '<') {
      ours = line;
      base = undefined;
      middle = undefined;
    } else if (sign === '|' && ours && !middle) base = line;
    else if (sign === '=' && ours && !middle) middle = line;
    else if (sign === '>' && ours && middle) {
      conflicts.push({
        range: { start: ours.start, end: line.end },
        ours: { start: ours.end, end: (base ?? middle).start },
        ...(base && { base: { start: base.end, end: middle.start } }),
        theirs: { start: middle.end, end: line.start },
      });
      ours = undefined;
    }
  }
  return conflicts;
}

/** The text as one side had it. Where a conflict does not show the base, nothing stands in its place. */
export function sideOfConflicts(text: string, side: 'ours' | 'base' | 'theirs'): string {
  let result = '';
  let from = 0;
  for (const conflict of findMarkedConflicts(text)) {
    const kept = conflict[side];
    result += text.slice(from, conflict.range.start) + (kept ? text.slice(kept.start, kept.end) : '');
    from = conflict.range.end;
  }
  return result + text.slice(from);
}

/**
 * The text with markers and their side turned to blanks of the same length, so that ours can be read and
 * every offset stays true.
 */
export function blankOutTheirs(text: string, conflicts: readonly MarkedConflict[]): string {
  const blank = (start: number, end: number) => text.slice(start, end).replace(/[^\r\n]/g, ' ');
  let result = '';
  let from = 0;
  for (const { range, ours } of conflicts) {
    result += text.slice(from, range.start) + blank(range.start, ours.start);
    result += text.slice(ours.start, ours.end) + blank(ours.end, range.end);
    from = range.end;
  }
  return result + text.slice(from);
}
