import * as vscode from 'vscode';
import type { Command } from './command';

/** Opens the guided tour. */
export const showWalkthrough: Command = {
  id: 'sourcemark.showWalkthrough',
  run: ({ context }) =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#getStarted`, false),
};
