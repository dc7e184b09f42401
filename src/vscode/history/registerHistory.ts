import * as vscode from 'vscode';
import type { History } from '../../core/ports';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';

/** The old texts of one folder: which were asked for, and the reading of them, one after the other. */
interface Reading {
  readonly asked: Set<string>;
  readonly visitor: vscode.Disposable;
  last: Promise<void>;
}

/**
 * Finds the text that an article's claims were made on, so that they are followed through a comparison of
 * old and new rather than by their words alone. The workspace's storage is asked first, then git, which
 * runs only in a trusted folder on the disk. What somebody looks at comes first.
 */
export function registerHistory({ sessions, texts, openHistory, logger }: Services): vscode.Disposable {
  const readings = new Map<FolderSession, Reading>();
  const read = async (session: FolderSession, article: string, id: string) => {
    const text = (await texts.readBlob(id)) ?? (await gitOf(session)?.readBlob(id));
    if (text === undefined) return;
    // It is asked for again where the workspace has let go of it and needs it anew.
    readings.get(session)?.asked.delete(id);
    if (session.workspace.lastAnchoredText(article) !== id) return;
    session.workspace.setOldText(id, text);
    session.invalidate(article);
  };
  const gitOf = ({ folder }: FolderSession): History | undefined =>
    vscode.workspace.isTrusted && folder.uri.scheme === 'file' ? openHistory?.(folder.uri.fsPath) : undefined;
  const ask = (session: FolderSession, reading: Reading, article: string) => {
    const id = session.workspace.lastAnchoredText(article);
    if (id === undefined || reading.asked.has(id) || session.workspace.oldText(article) !== undefined) return;
    reading.asked.add(id);
    // One process at a time: thousands of articles may have changed since their claims were made.
    reading.last = reading.last
      .then(() => read(session, article, id))
      .catch((error: unknown) => logger.warn(`An old text could not be read: ${String(error)}`));
  };
  const readingOf = (session: FolderSession): Reading => {
    const known = readings.get(session);
    if (known) return known;
    const reading: Reading = {
      asked: new Set(),
      visitor: session.addVisitor((article) => ask(session, reading, article)),
      last: Promise.resolve(),
    };
    readings.set(session, reading);
    return reading;
  };
  for (const session of sessions.all) readingOf(session);
  return vscode.Disposable.from(
    sessions.onDidChange(({ session, change }) => {
      const reading = readingOf(session);
      for (const { document } of vscode.window.visibleTextEditors) {
        const path = session.path(document.uri);
        if (path !== undefined && (change.articles === 'all' || change.articles.has(path))) ask(session, reading, path);
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const [session, { asked }] of readings) {
        asked.clear();
        session.revisit(session.workspace.articles);
      }
    }),
    sessions.onDidRemove((session) => readings.delete(session)),
    new vscode.Disposable(() => {
      for (const { visitor } of readings.values()) visitor.dispose();
    }),
  );
}
