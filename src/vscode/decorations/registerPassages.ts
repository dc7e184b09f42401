import * as vscode from 'vscode';
import { passagesIn } from '../../core/references/passages';
import type { Range } from '../../core/text/range';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { toRange } from '../session/positions';

/** So many articles are worked out to draw a source's text; the session works out the others, and tells when it has. */
const MOST_DERIVED = 8;

/** Draws a line under what claims cite, in the texts of the sources in view. */
export function registerPassages({ sessions }: Services): vscode.Disposable {
  const passage = vscode.window.createTextEditorDecorationType({
    borderStyle: 'solid',
    borderWidth: '0 0 1px 0',
    borderColor: new vscode.ThemeColor('sourcemark.passage'),
    overviewRulerColor: new vscode.ThemeColor('sourcemark.passage'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const drawn = new WeakSet<vscode.TextEditor>();

  const draw = (editor: vscode.TextEditor) => {
    const { document } = editor;
    const file = sessions.find(document.uri);
    const text = file?.session.workspace.sourceTexts.has(file.path) ? file : undefined;
    if (!text && !drawn.has(editor)) return;
    // The picture lags behind while somebody types; offsets of another text would draw elsewhere.
    if (text && text.session.workspace.text(text.path) !== document.getText()) return;
    const { uses, unknown } = text
      ? passagesIn(text.session.workspace, text.path, MOST_DERIVED)
      : { uses: [], unknown: 0 };
    // What is drawn moves along with typing, and is truer than a part of what is to come.
    if (unknown > 0 && drawn.has(editor)) return;
    const ranges = joinOverlapping(uses);
    editor.setDecorations(
      passage,
      ranges.map((range) => toRange(document, range)),
    );
    if (ranges.length > 0) drawn.add(editor);
    else drawn.delete(editor);
  };
  const drawAll = (session?: FolderSession) => {
    for (const editor of vscode.window.visibleTextEditors)
      if (!session || session.path(editor.document.uri) !== undefined) draw(editor);
  };
  drawAll();
  return vscode.Disposable.from(
    passage,
    sessions.onDidChange(({ session }) => drawAll(session)),
    sessions.onDidProgress(drawAll),
    sessions.onDidRemove(() => drawAll()),
    vscode.window.onDidChangeVisibleTextEditors(() => drawAll()),
  );
}

/** One line under what several claims cite: which ones is for the card to say. Takes ranges in order. */
function joinOverlapping(ranges: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
