import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';

/** VS Code counts in UTF-16 code units as core does, but by line and with CRLF as one line end. */
export function toRange(document: vscode.TextDocument, range: Range): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

export function fromRange(document: vscode.TextDocument, range: vscode.Range): Range {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The same for a text that no editor has open. */
export function rangeInText(text: string, range: Range): vscode.Range {
  const starts = lineStarts(text);
  return new vscode.Range(positionIn(starts, range.start), positionIn(starts, range.end));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionIn(starts: readonly number[], offset: number): vscode.Position {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return new vscode.Position(low, offset - starts[low]!);
}
