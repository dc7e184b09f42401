import * as vscode from 'vscode';
import type { ClaimState } from '../../core/model/claimState';

/** Each state has a shape of its own; the colours are the editor's, so every theme has them. */
const icons: Readonly<Record<ClaimState, readonly [icon: string, color: string]>> = {
  orphaned: ['debug-disconnect', 'problemsErrorIcon.foreground'],
  ambiguous: ['list-selection', 'problemsErrorIcon.foreground'],
  valueChanged: ['diff', 'problemsErrorIcon.foreground'],
  contested: ['warning', 'problemsWarningIcon.foreground'],
  disputed: ['error', 'problemsErrorIcon.foreground'],
  question: ['question', 'problemsWarningIcon.foreground'],
  staleVerdict: ['history', 'problemsWarningIcon.foreground'],
  uncited: ['circle-large', 'problemsWarningIcon.foreground'],
  cited: ['eye', 'problemsInfoIcon.foreground'],
  verified: ['pass-filled', 'testing.iconPassed'],
  detached: ['archive', 'disabledForeground'],
};

export function stateIcon(state: ClaimState): vscode.ThemeIcon {
  const [icon, color] = icons[state];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
