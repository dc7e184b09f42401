import * as vscode from 'vscode';

/** How long VS Code may take to tell extensions of changes on disk; no event says that it has told all. */
const millisecondsToNotice = 1000;

/**
 * Remembers the files of the workspace as they are now. The function it answers closes all editors without saving and
 * brings the files back, so that what one suite leaves behind is not what the next one finds.
 */
export async function createRestorer(): Promise<() => Promise<void>> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!root) return async () => undefined;
  const atFirst = await readFiles(root);
  return async () => {
    await closeEditors();
    const now = await readFiles(root);
    let changes = 0;
    for (const [path, bytes] of atFirst) {
      const found = now.get(path);
      if (!found || !equalBytes(found, bytes))
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, path), bytes);
    }
    for (const path of now.keys()) {
      if (atFirst.has(path)) continue;
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, path));
      changes++;
    }
    if (changes > 0) await new Promise((resolve) => setTimeout(resolve, millisecondsToNotice));
  };
}

async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isClosed }) => isDirty && !isClosed)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** All files below a folder but git's, by their path in it. */
async function readFiles(folder: vscode.Uri, prefix = ''): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.File) files.set(prefix + name, await vscode.workspace.fs.readFile(uri));
    if (type !== vscode.FileType.Directory || name === '.git') continue;
    for (const [path, bytes] of await readFiles(uri, `${prefix}${name}/`)) files.set(path, bytes);
  }
  return files;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
