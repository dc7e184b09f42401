import * as vscode from 'vscode';
import { pathBelow } from './folderPaths';
import { type FolderChange, FolderSession } from './folderSession';

/** A file of the workspace: its folder's session and its path there. */
export interface SessionFile {
  readonly session: FolderSession;
  readonly path: string;
}

interface Entry {
  readonly session: FolderSession;
  readonly subscription: vscode.Disposable;
  hadStore: boolean;
}

/**
 * One session for each workspace folder, made and dropped as folders come and go. Where one folder lies within another,
 * its files are its own if it has a store; else they are the outer one's, whose store may be about them.
 */
export class FolderSessions implements vscode.Disposable {
  readonly #sessions = new Map<string, Entry>();
  readonly #changed = new vscode.EventEmitter<{ session: FolderSession; change: FolderChange }>();
  readonly onDidChange = this.#changed.event;
  readonly #progressed = new vscode.EventEmitter<FolderSession>();
  /** Told now and then while a folder's articles are derived in the background, and when all of them are. */
  readonly onDidProgress = this.#progressed.event;
  readonly #removed = new vscode.EventEmitter<FolderSession>();
  /** A session is gone, and what was shown of its files with it; they may be another's by now. */
  readonly onDidRemove = this.#removed.event;
  readonly #subscription: vscode.Disposable;

  constructor(readonly logger: vscode.LogOutputChannel) {
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.#add(folder);
    this.#subscription = vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) this.#remove(folder);
      for (const folder of added) this.#add(folder);
      this.#sort();
    });
  }

  /** In the order of the window. */
  get all(): readonly FolderSession[] {
    return Array.from(this.#sessions.values(), ({ session }) => session);
  }

  /** The session and path of a file, if it lies in a folder of the workspace. */
  find(uri: vscode.Uri): SessionFile | undefined {
    const found = this.all.flatMap((session) => {
      const path = session.path(uri);
      return path === undefined ? [] : [{ session, path }];
    });
    // Of folders that lie within each other, the outermost that does not leave the file to an inner one.
    return found.sort((a, b) => b.path.length - a.path.length)[0];
  }

  /** The session of the active editor's file, else the only or first one. */
  get active(): FolderSession | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return (uri && this.find(uri)?.session) ?? this.all[0];
  }

  /**
   * The session that a command is about: of the folder that is named, else of the file in front. Where several could be
   * meant, the person is asked rather than the first one written to.
   * @param named the URI of a workspace folder.
   */
  async choose(named?: string): Promise<FolderSession | undefined> {
    if (named !== undefined) return this.#sessions.get(named)?.session;
    const uri = vscode.window.activeTextEditor?.document.uri;
    const inFront = uri && this.find(uri)?.session;
    if (inFront || this.#sessions.size <= 1) return inFront ?? this.all[0];
    const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('In which folder?') });
    return picked && this.#sessions.get(picked.uri.toString())?.session;
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const { session, subscription } of this.#sessions.values()) {
      subscription.dispose();
      session.dispose();
    }
    this.#changed.dispose();
    this.#progressed.dispose();
    this.#removed.dispose();
  }

  #add(folder: vscode.WorkspaceFolder): void {
    const isForeign = (uri: vscode.Uri) =>
      this.#inside(folder).some(
        ({ hadStore, session }) => hadStore && pathBelow(session.folder.uri, uri) !== undefined,
      );
    const session = new FolderSession(folder, this.logger, { isForeign });
    const subscription = vscode.Disposable.from(
      session.onDidChange((change) => {
        this.#followStore(entry);
        this.#changed.fire({ session, change });
      }),
      session.onDidProgress(() => this.#progressed.fire(session)),
    );
    const entry: Entry = { session, subscription, hadStore: false };
    const before = this.#sessions.get(folder.uri.toString());
    this.#sessions.set(folder.uri.toString(), entry);
    if (before) this.#drop(before);
    this.#changed.fire({ session, change: { articles: 'all' } });
  }

  #remove(folder: vscode.WorkspaceFolder): void {
    const entry = this.#sessions.get(folder.uri.toString());
    this.#sessions.delete(folder.uri.toString());
    if (!entry) return;
    this.#drop(entry);
    if (entry.hadStore) this.#restartAround(folder);
  }

  #drop({ session, subscription }: Entry): void {
    subscription.dispose();
    session.dispose();
    this.#removed.fire(session);
  }

  #sort(): void {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const entry = this.#sessions.get(uri.toString());
      this.#sessions.delete(uri.toString());
      if (entry) this.#sessions.set(uri.toString(), entry);
    }
  }

  /** A folder that got a store takes its files over from the folder around it, and one that lost it gives them back. */
  #followStore(entry: Entry): void {
    const { hasStore } = entry.session.workspace;
    if (entry.hadStore === hasStore) return;
    entry.hadStore = hasStore;
    this.#restartAround(entry.session.folder);
  }

  #restartAround(folder: vscode.WorkspaceFolder): void {
    for (const { session } of [...this.#sessions.values()])
      if (pathBelow(session.folder.uri, folder.uri) !== undefined) this.#add(session.folder);
  }

  #inside(folder: vscode.WorkspaceFolder): readonly Entry[] {
    return [...this.#sessions.values()].filter(
      ({ session }) => pathBelow(folder.uri, session.folder.uri) !== undefined,
    );
  }
}
