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
