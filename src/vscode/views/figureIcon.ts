import * as vscode from 'vscode';
import type { FigureState } from '../../core/articles/figureState';

/** Each state has a shape of its own; the colours are the editor's, so every theme has them. */
const icons: Readonly<Record<FigureState, readonly [icon: string, color: string]>> = {
  contested: ['warning', 'problemsErrorIcon.foreground'],
  unsourced: ['circle-large', 'problemsWarningIcon.foreground'],
  unchecked: ['question', 'problemsInfoIcon.foreground'],
  repeated: ['references', 'problemsInfoIcon.foreground'],
  exempt: ['shield', 'disabledForeground'],
  supported: ['pass', 'testing.iconPassed'],
};

export function figureIcon(state: FigureState): vscode.ThemeIcon {
  const [icon, color] = icons[state];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
