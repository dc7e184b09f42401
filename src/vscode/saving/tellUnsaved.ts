import * as vscode from 'vscode';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { withoutLinks } from '../views/treeNode';
import type { UnsavedChange } from './unsavedChanges';

/**
 * Says what was not saved, with what can be done about it. A warning, because VS Code puts those out of the way by
 * itself: nothing can take a message back once it is no longer true, and the status bar says it for as long as it is.
 */
export function tellUnsaved(sentence: string): void {
  const retry = vscode.l10n.t('Try Again');
  const show = vscode.l10n.t('Show What Is Not Saved');
  void vscode.window.showWarningMessage(withoutLinks(sentence), retry, show).then((choice) => {
    if (choice === retry) void vscode.commands.executeCommand('sourcemark.retryUnsaved');
    if (choice === show) void vscode.commands.executeCommand('sourcemark.showUnsaved');
  });
}

/** Says that a person has to choose about a change before it can be saved. Takes no focus: nobody asked for it now. */
export function tellAsking({ id }: UnsavedChange, sentence: string): void {
  const choose = vscode.l10n.t('Choose…');
  const show = vscode.l10n.t('Show What Is Not Saved');
  void vscode.window.showWarningMessage(withoutLinks(sentence), choose, show).then((choice) => {
    if (choice === choose) void vscode.commands.executeCommand('sourcemark.answerUnsaved', { id });
    if (choice === show) void vscode.commands.executeCommand('sourcemark.showUnsaved');
  });
}

/** Says what of kept changes asks since they were tried again. What asked the same before was told then. */
export function tellNewlyAsking(before: readonly UnsavedChange[], now: readonly UnsavedChange[]): void {
  for (const entry of now) {
    if (entry.state !== 'asking' || !entry.reason) continue;
    const earlier = before.find(({ id }) => id === entry.id);
    const isKnown =
      earlier?.state === 'asking' && earlier.reason && sayMessage(earlier.reason) === sayMessage(entry.reason);
    if (!isKnown) tellAsking(entry, sayMessage(entry.reason));
  }
}
