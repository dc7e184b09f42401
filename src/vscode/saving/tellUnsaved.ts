import * as vscode from 'vscode';
import { withoutLinks } from '../views/treeNode';

/** Says what was not saved, with what can be done about it. Returns at once: it may stay open for hours. */
export function tellUnsaved(sentence: string): void {
  const retry = vscode.l10n.t('Try Again');
  const show = vscode.l10n.t('Show What Is Not Saved');
  void vscode.window.showErrorMessage(withoutLinks(sentence), retry, show).then((choice) => {
    if (choice === retry) void vscode.commands.executeCommand('sourcemark.retryUnsaved');
    if (choice === show) void vscode.commands.executeCommand('sourcemark.showUnsaved');
  });
}
