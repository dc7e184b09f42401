import type * as vscode from 'vscode';
import { registerCodeActions } from './codeActions/registerCodeActions';
import { registerDecorations } from './decorations/registerDecorations';
import { registerPassages } from './decorations/registerPassages';
import { registerDiagnostics } from './diagnostics/registerDiagnostics';
import { registerFollowing } from './following/registerFollowing';
import { registerHistory } from './history/registerHistory';
import { registerHover } from './hover/registerHover';
import { registerMerging } from './merging/registerMerging';
import { registerMoving } from './moving/registerMoving';
import { registerArticleContext } from './navigation/registerArticleContext';
import { registerNavigation } from './navigation/registerNavigation';
import { registerSaving } from './saving/registerSaving';
import type { Services } from './services';
import { registerStatusBar } from './statusBar/registerStatusBar';
import { registerViews } from './views/registerViews';

/** Every feature in a line of its own; each owns what it registers. */
export function registerFeatures(services: Services): vscode.Disposable[] {
  return [
    // First, so that whatever is drawn next is drawn where claims stand after an edit.
    registerFollowing(services),
    registerArticleContext(services),
    registerCodeActions(services),
    registerDecorations(services),
    registerDiagnostics(services),
    registerHistory(services),
    registerHover(services),
    registerNavigation(services),
    registerPassages(services),
    registerStatusBar(services),
    registerViews(services),
    registerSaving(services),
    registerMerging(services),
    registerMoving(services),
  ];
}
