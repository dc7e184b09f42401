import * as vscode from 'vscode';

/** VS Code in a browser saves by itself after a second, which a busy machine may take for the next line of a test. */
export async function setAutoSave(value: 'off' | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Global);
}
