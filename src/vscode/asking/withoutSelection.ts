import * as vscode from 'vscode';

/**
 * Does what asks about a passage with nothing selected in its text: a key that is pressed between two questions, or once
 * too often after the last, would replace what is selected. What was selected is again where the person backed out.
 */
export async function withoutSelection<T>(uri: vscode.Uri, ask: () => Promise<T | undefined>): Promise<T | undefined> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const { selection } = editor ?? {};
  if (!editor || !selection || selection.isEmpty) return ask();
  const behind = new vscode.Selection(selection.end, selection.end);
  editor.selection = behind;
  const answer = await ask();
  if (answer === undefined && editor.selection.isEqual(behind)) editor.selection = selection;
  return answer;
}
