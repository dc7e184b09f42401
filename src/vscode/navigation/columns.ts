import * as vscode from 'vscode';

/** Where a file is in sight already, so that it is not opened a second time beside itself. */
export function columnShowing(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key)?.viewColumn;
}

/**
 * Where to show a file so that another one stays in sight: where it is already, else in the editor group beside the
 * other one's. Whoever reads on from passage to passage gets no new group for each.
 */
export function columnBeside(other: vscode.Uri, shown: vscode.Uri): vscode.ViewColumn {
  const known = columnShowing(shown);
  const column = columnShowing(other);
  if (known !== undefined && known !== column) return known;
  if (column === undefined) return vscode.ViewColumn.Beside;
  const columns = vscode.window.tabGroups.all.map(({ viewColumn }) => viewColumn);
  return columns.includes(column + 1) || column === 1 ? column + 1 : column - 1;
}

/** Takes away the card whose link was followed: it would lie over what the link leads to until the pointer moves. */
export async function hideCard(): Promise<void> {
  try {
    await vscode.commands.executeCommand('editor.action.hideHover');
  } catch {
    // An editor without the command closes its cards by itself.
  }
}
