import * as vscode from 'vscode';
import type { Command } from './command';

/** Opens the guided tour. */
export const showWalkthrough: Command = {
  id: 'sourcemark.showWalkthrough',
  async run({ context }) {
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${context.extension.id}#getStarted`,
      false,
    );
    // VS Code takes a step as done when a key becomes true after it has learned of the step, which is when a
    // walkthrough is first shown: what was set up before that needs a key that comes later.
    await vscode.commands.executeCommand('setContext', 'sourcemark.isWalkthroughShown', true);
  },
};
