import * as vscode from 'vscode';
import { LineTable } from '../../core/text/lineTable';
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
  return createRangeReader(text)(range);
}

/** The same for many ranges of one text. */
export function createRangeReader(text: string): (range: Range) => vscode.Range {
  const lines = new LineTable(text);
  return ({ start, end }) => {
    const from = lines.position(start);
    const to = lines.position(end);
    return new vscode.Range(from.line, from.character, to.line, to.character);
  };
}
