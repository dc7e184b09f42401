import * as vscode from 'vscode';
import { createLiveArticle, type LiveArticle } from '../../core/articles/liveArticle';
import type { Services } from '../services';
import type { SessionFile } from '../session/folderSessions';

interface Followed extends SessionFile {
  readonly live: LiveArticle;
}

/**
 * Lets the claims of open articles ride along with typing, undo, cut and paste. Nothing of it is written:
 * saving an article that others annotate too would otherwise change lines of the store that nobody meant to
 * change. The store keeps the text that its positions belong to by name, and where a claim stands now
 * follows from that; a person can have positions written by `sourcemark.updatePositions`.
 */
export function registerFollowing({ sessions }: Services): vscode.Disposable {
  const followed = new Map<vscode.TextDocument, Followed>();
  const follow = (document: vscode.TextDocument) => {
    const file = sessions.find(document.uri);
    if (!file?.session.workspace.isArticle(file.path)) return undefined;
    const { session, path } = file;
    const read = () => ({
      stored: session.workspace.article(path).stored?.value,
      oldText: session.workspace.oldText(path),
    });
    const entry: Followed = { ...file, live: createLiveArticle(document.getText(), read) };
    followed.set(document, entry);
    return entry;
  };
  const hand = ({ session, path, live }: Followed) => {
    session.workspace.setLiveAnchors(path, live.anchors);
    session.invalidate(path);
  };
  for (const document of vscode.workspace.textDocuments) follow(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(follow),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const entry = followed.get(document);
      // What has just become an article is followed from its next edit on.
      if (!entry) {
        follow(document);
        return;
      }
      const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      }));
      const wasLive = entry.live.anchors !== undefined;
      entry.live.edit(edits, document.getText());
      if (wasLive || entry.live.anchors) hand(entry);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const entry = followed.get(document);
      followed.delete(document);
      if (!entry?.live.anchors) return;
      entry.session.workspace.setLiveAnchors(entry.path, undefined);
      entry.session.invalidate(entry.path);
    }),
    sessions.onDidChange(({ session, change }) => {
      for (const [document, entry] of followed) {
        if (entry.session !== session) continue;
        if (change.articles !== 'all' && !change.articles.has(entry.path)) continue;
        if (entry.live.sync()) hand(entry);
        else if (!session.workspace.isArticle(entry.path)) followed.delete(document);
      }
      // A config that came in, or a folder that was added, makes articles of documents that were open before.
      if (change.articles === 'all')
        for (const document of vscode.workspace.textDocuments) if (!followed.has(document)) follow(document);
    }),
    sessions.onDidRemove((removed) => {
      for (const [document, { session }] of followed) if (session === removed) followed.delete(document);
    }),
  );
}
