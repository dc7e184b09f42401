import { splitsCharacter } from './codePoints';
import type { Range } from './range';
import { splitsWord } from './wordEdges';

/** UTF-16 code units of the surroundings that are shown on each side. */
const around = 16;

/** So much more at most, where that ends in the midst of a word. */
const mostMore = 16;

/**
 * A place on one line, in brackets, with enough around it to be told from its twins. No word of the surroundings is cut,
 * unless it is a very long one.
 * @param range in UTF-16 code units of `text`.
 */
export function excerpt(text: string, { start, end }: Range): string {
  const from = wordEdge(text, start - around, -1);
  const to = wordEdge(text, end + around, 1);
  const before = (from > 0 ? '…' : '') + text.slice(from, start).trimStart();
  const after = text.slice(end, to).trimEnd() + (to < text.length ? '…' : '');
  return `${before}【${text.slice(start, end)}】${after}`.replace(/\s+/gu, ' ');
}

function wordEdge(text: string, at: number, step: 1 | -1): number {
  let edge = at;
  while (splitsWord(text, edge) && Math.abs(edge - at) < mostMore) edge += step;
  if (splitsCharacter(text, edge)) edge += step;
  return Math.min(Math.max(edge, 0), text.length);
}
