import type { TextEdit } from '../model/problem';

/** Applies edits whose ranges do not overlap; edits at one place keep their order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of sortEdits(edits)) {
    result += text.slice(from, edit.range.start) + edit.text;
    from = edit.range.end;
  }
  return result + text.slice(from);
}

function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** A stretch of the first text that is kept, or new text. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * The edits that do to the first text, of the given length, what each list in turn does to the result of the
 * one before it.
 */
export function composeTextEdits(length: number, steps: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ start: 0, end: length }];
  for (const edits of steps) pieces = applyToPieces(pieces, sortEdits(edits));
  const composed: TextEdit[] = [];
  let from = 0;
  let inserted = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('text' in piece) {
      inserted += piece.text;
      continue;
    }
    if (inserted !== '' || piece.start > from) {
      composed.push({ range: { start: from, end: piece.start }, text: inserted });
      inserted = '';
    }
    from = piece.end;
  }
  return composed;
}

function applyToPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  let next = 0;
  let position = 0;
  let skipTo = 0;
  for (const piece of pieces) {
    const size = 'text' in piece ? piece.text.length : piece.end - piece.start;
    let done = 0;
    while (next < edits.length) {
      const { range, text } = edits[next]!;
      // An insertion at the seam of two pieces goes with the second one, except at the very end.
      const isHere = range.start < position + size || piece === pieces.at(-1);
      if (!isHere) break;
      const at = Math.max(range.start - position, done);
      const kept = Math.max(done, Math.min(size, skipTo - position));
      if (at > kept) result.push(slicePiece(piece, kept, at));
      result.push({ text });
      done = Math.max(at, kept);
      skipTo = Math.max(skipTo, range.end);
      next++;
    }
    const rest = Math.max(done, Math.min(size, skipTo - position));
    if (rest < size) result.push(slicePiece(piece, rest, size));
    position += size;
  }
  return result.filter((piece) => !('text' in piece) || piece.text !== '');
}

function slicePiece(piece: Piece, from: number, to: number): Piece {
  if ('text' in piece) return { text: piece.text.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}

/** The edits that turn one text into the other, shortened to the stretch where they differ. */
export function trimTextEdit(before: string, edit: TextEdit): TextEdit {
  const old = before.slice(edit.range.start, edit.range.end);
  const limit = Math.min(old.length, edit.text.length);
  let head = 0;
  while (head < limit && old[head] === edit.text[head]) head++;
  let tail = 0;
  while (tail < limit - head && old.at(-1 - tail) === edit.text.at(-1 - tail)) tail++;
  return {
    range: { start: edit.range.start + head, end: edit.range.end - tail },
    text: edit.text.slice(head, edit.text.length - tail),
  };
}
