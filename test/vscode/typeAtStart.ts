import * as vscode from 'vscode';
import { eventually } from './eventually';

/** Types into a document as a person would. VS Code refuses an edit of a document that it is just reading anew. */
export async function typeAtStart(document: vscode.TextDocument, text: string): Promise<void> {
  await eventually(() => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), text);
    return vscode.workspace.applyEdit(edit);
  });
  await eventually(() => document.isDirty);
}

/**
 * Has VS Code read the file of the editor in front anew. Where it did so in the middle of a write from outside, it
 * shows the whole text, but holds the file for changed meanwhile and refuses to save it.
 */
export async function readAnew(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
