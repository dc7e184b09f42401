import * as vscode from 'vscode';

/** The document of a file that somebody is editing: it is open and has changes that are not saved. */
export function findEdited(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = findOpen(uri);
  return document?.isDirty ? document : undefined;
}

export function findOpen(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((open) => !open.isClosed && open.uri.toString() === key);
}

/** The text of a file on the disk; undefined where it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Whether two texts are the same but for line ends and a byte order mark, which documents do not keep as they are. */
export function isSameText(a: string, b: string): boolean {
  return a === b || normalize(a) === normalize(b);
}

function normalize(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
