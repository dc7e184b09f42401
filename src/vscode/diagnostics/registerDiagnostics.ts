import * as vscode from 'vscode';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { FolderDiagnostics } from './folderDiagnostics';

/** Shows what the rules find as the editor's own problems. */
export function registerDiagnostics({ sessions }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('sourcemark');
  const folders = new Map<FolderSession, FolderDiagnostics>();
  const ofFolder = (session: FolderSession) => {
    let diagnostics = folders.get(session);
    if (!diagnostics) {
      diagnostics = new FolderDiagnostics(session, collection);
      folders.set(session, diagnostics);
    }
    return diagnostics;
  };
  const refresh = () => {
    for (const session of sessions.all) ofFolder(session).follow({ articles: 'all' });
  };
  refresh();
  return vscode.Disposable.from(
    collection,
    sessions.onDidChange(({ session, change }) => ofFolder(session).follow(change)),
    sessions.onDidRemove((session) => {
      folders.get(session)?.dispose();
      folders.delete(session);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('sourcemark.checkWithoutStore')) refresh();
    }),
    new vscode.Disposable(() => {
      for (const diagnostics of folders.values()) diagnostics.dispose();
    }),
  );
}
