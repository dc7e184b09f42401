import * as vscode from 'vscode';
import type { SourcemarkApi } from '../../src/vscode/activateShared';
import type { FolderSession } from '../../src/vscode/session/folderSession';
import { eventually } from './eventually';

type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Remembers the files of the workspace as they are now. The function it answers closes all editors without saving,
 * brings the files back and waits until Sourcemark has seen it, so that what one suite leaves behind is not what the
 * next one finds.
 */
export async function createRestorer(): Promise<() => Promise<void>> {
  const folders: (readonly [vscode.Uri, Files])[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) folders.push([uri, await readFiles(uri)]);
  return async () => {
    await closeEditors();
    for (const [folder, atFirst] of folders) await restore(folder, atFirst);
  };
}

async function restore(folder: vscode.Uri, atFirst: Files): Promise<void> {
  const now = await readFiles(folder);
  for (const [path, bytes] of atFirst) {
    const found = now.get(path);
    if (!found || !equalBytes(found, bytes))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
  }
  for (const path of now.keys())
    if (!atFirst.has(path)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, path));
  const session = sessionOf(folder);
  // Of a file that is made and deleted at once, no event tells.
  for (const path of [...(session?.workspace.paths ?? [])]) if (!atFirst.has(path)) session?.forget(path);
  session?.flush();
  await eventually(() => {
    const stale = staleFiles(folder, atFirst);
    if (stale.length > 0) throw new Error(`Sourcemark has not seen that these were brought back: ${stale.join()}`);
    return true;
  });
}

/** The files that the session of a folder knows otherwise than they are. */
function staleFiles(folder: vscode.Uri, files: Files): readonly string[] {
  const workspace = sessionOf(folder)?.workspace;
  return [...(workspace?.paths ?? [])].filter((path) => {
    const bytes = files.get(path);
    return workspace?.text(path) !== (bytes && new TextDecoder().decode(bytes));
  });
}

function sessionOf(folder: vscode.Uri): FolderSession | undefined {
  const extension = vscode.extensions.getExtension<SourcemarkApi>('sourcemark.sourcemark');
  const sessions = extension?.isActive ? extension.exports.sessions.all : [];
  return sessions.find((session) => session.folder.uri.toString() === folder.toString());
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
