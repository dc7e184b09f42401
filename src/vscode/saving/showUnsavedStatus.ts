import * as vscode from 'vscode';
import type { UnsavedChanges } from './unsavedChanges';

/** Keeps in sight that something is not saved, for as long as it is not. */
export function showUnsavedStatus(unsaved: UnsavedChanges): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('sourcemark.unsaved', vscode.StatusBarAlignment.Left, 51);
  item.name = vscode.l10n.t('Sourcemark: not saved');
  item.command = 'sourcemark.showUnsaved';
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  const show = () => {
    const count = unsaved.waiting.length;
    void vscode.commands.executeCommand('setContext', 'sourcemark.hasUnsaved', count > 0);
    if (count === 0) return item.hide();
    item.text = vscode.l10n.t('$(warning) {count} not saved', { count });
    item.tooltip = vscode.l10n.t('Changes to the annotations that could not be saved. Select to see them.');
    item.accessibilityInformation = {
      label: vscode.l10n.t('{count} changes to the annotations are not saved', { count }),
      role: 'button',
    };
    item.show();
  };
  show();
  return vscode.Disposable.from(item, unsaved.onDidChange(show));
}
