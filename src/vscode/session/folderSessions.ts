import * as vscode from 'vscode';
import { type FolderChange, FolderSession } from './folderSession';

/** A file of the workspace: its folder's session and its path there. */
export interface SessionFile {
  readonly session: FolderSession;
  readonly path: string;
}

/** One session for each workspace folder, made and dropped as folders come and go. */
export class FolderSessions implements vscode.Disposable {
  readonly #sessions = new Map<string, { session: FolderSession; subscription: vscode.Disposable }>();
  readonly #changed = new vscode.EventEmitter<{ session: FolderSession; change: FolderChange }>();
  readonly onDidChange = this.#changed.event;
  readonly #progressed = new vscode.EventEmitter<FolderSession>();
  /** Told now and then while a folder's articles are derived in the background, and when all of them are. */
  readonly onDidProgress = this.#progressed.event;
  readonly #subscription: vscode.Disposable;

  constructor(readonly logger: vscode.LogOutputChannel) {
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.#add(folder);
    this.#subscription = vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) this.#remove(folder);
      for (const folder of added) this.#add(folder);
    });
  }

  get all(): readonly FolderSession[] {
    return Array.from(this.#sessions.values(), ({ session }) => session);
  }

  /** The session and path of a file, if it lies in a folder of the workspace. */
  find(uri: vscode.Uri): SessionFile | undefined {
    for (const session of this.all) {
      const path = session.path(uri);
      if (path !== undefined) return { session, path };
    }
    return undefined;
  }

  /** The session of the active editor's file, else the only or first one. */
  get active(): FolderSession | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return (uri && this.find(uri)?.session) ?? this.all[0];
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const { session, subscription } of this.#sessions.values()) {
      subscription.dispose();
      session.dispose();
    }
    this.#changed.dispose();
    this.#progressed.dispose();
  }

  #add(folder: vscode.WorkspaceFolder): void {
    const session = new FolderSession(folder, this.logger);
    const subscription = vscode.Disposable.from(
      session.onDidChange((change) => this.#changed.fire({ session, change })),
      session.onDidProgress(() => this.#progressed.fire(session)),
    );
    this.#sessions.set(folder.uri.toString(), { session, subscription });
    this.#changed.fire({ session, change: { articles: 'all' } });
  }

  #remove(folder: vscode.WorkspaceFolder): void {
    const entry = this.#sessions.get(folder.uri.toString());
    this.#sessions.delete(folder.uri.toString());
    entry?.subscription.dispose();
    entry?.session.dispose();
  }
}
