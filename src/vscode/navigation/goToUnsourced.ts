import * as vscode from 'vscode';
import { neighborUnsourced, noneUnsourcedMessage } from '../../core/articles/unsourced';
import { tell } from '../citing/passage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { Services } from '../services';
import { findArticle } from '../session/articleReference';
import { fromRange, toRange } from '../session/positions';

/** How long the count stays in the status bar, in milliseconds. */
const SHOWN_MS = 4000;

/** Selects the next or previous figure without a source in the active editor, and says which of how many it is. */
export function goToUnsourced(services: Services, direction: 'next' | 'previous'): boolean {
  const editor = vscode.window.activeTextEditor;
  const file = findArticle(services);
  if (!editor || !file) {
    tell(vscode.l10n.t('Open an article first.'));
    return false;
  }
  file.session.accept(editor.document);
  const article = file.session.workspace.article(file.path);
  const found = neighborUnsourced(article, fromRange(editor.document, editor.selection), direction);
  if (!found) {
    tell(sayMessage(noneUnsourcedMessage(article)));
    return false;
  }
  const range = toRange(editor.document, found.figure.figure);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const { number, count } = found;
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Figure without a source: {number} of {count}', { number, count }),
    SHOWN_MS,
  );
  return true;
}
