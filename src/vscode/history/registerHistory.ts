import * as vscode from 'vscode';
import type { History } from '../../core/ports';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';

/**
 * Finds the text that an article's claims were made on, so that they are followed through a comparison of
 * old and new rather than by their words alone. The workspace's storage is asked first, then git, which
 * runs only in a trusted folder on the disk.
 */
export function registerHistory({ sessions, texts, openHistory, logger }: Services): vscode.Disposable {
  const asked = new WeakMap<FolderSession, Set<string>>();
  const read = async (session: FolderSession, articles: Iterable<string>) => {
    const known = asked.get(session) ?? new Set<string>();
    asked.set(session, known);
    for (const article of articles) {
      const id = session.workspace.lastAnchoredText(article);
      if (id === undefined || known.has(id)) continue;
      known.add(id);
      const text = (await texts.readBlob(id)) ?? (await gitOf(session)?.readBlob(id));
      if (text === undefined) continue;
      session.workspace.setOldText(id, text);
      session.invalidate(article);
    }
  };
  const gitOf = ({ folder }: FolderSession): History | undefined =>
    vscode.workspace.isTrusted && folder.uri.scheme === 'file' ? openHistory?.(folder.uri.fsPath) : undefined;
  const readIn = (session: FolderSession, articles: Iterable<string>) =>
    read(session, articles).catch((error: unknown) => logger.warn(`Old texts could not be read: ${String(error)}`));
  for (const session of sessions.all) void session.loaded.then(() => readIn(session, session.workspace.articles));
  return vscode.Disposable.from(
    sessions.onDidChange(({ session, change }) => {
      if (change.articles !== 'all') void readIn(session, change.articles);
      else void session.loaded.then(() => readIn(session, session.workspace.articles));
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const session of sessions.all) {
        asked.delete(session);
        void readIn(session, session.workspace.articles);
      }
    }),
  );
}
