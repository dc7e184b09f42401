import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import { storeFileKind } from '../../core/model/storePaths';
import type { StoreOperation } from '../../core/store/operations';

/** A change to one file of the store, as plain data that can be kept and tried again. */
export interface StoreChange {
  readonly file: string;
  readonly operation: StoreOperation;
}

/** Changes that one action wanted and that are in no file yet. */
export interface UnsavedChange {
  readonly id: string;
  /** The URI of the workspace folder. */
  readonly folder: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly changes: readonly StoreChange[];
  /**
   * `trying`: being written, or was when a window ended. `failed`: for the reason given. `inEditor`: in a file
   * that a person was editing, and will be saved with it. `dropped`: that file was closed without saving.
   */
  readonly state: 'trying' | 'failed' | 'inEditor' | 'dropped';
  readonly reason?: Message;
}

/**
 * Changes are written down here before they are tried and struck out once they are in their file, so that
 * neither a full disk nor a window that crashes loses one. Each has a file of its own in the storage that VS
 * Code keeps for the workspace: windows that share it never write the same one.
 */
export class UnsavedChanges implements vscode.Disposable {
  readonly #folder: vscode.Uri | undefined;
  readonly #entries = new Map<string, UnsavedChange>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when what a person should know about has changed. */
  readonly onDidChange = this.#changed.event;
  #writes: Promise<void> = Promise.resolve();
  /** Resolves when what an earlier window left behind has been read. */
  readonly loaded: Promise<void>;

  constructor(
    context: vscode.ExtensionContext,
    readonly logger: vscode.LogOutputChannel,
  ) {
    this.#folder = context.storageUri && vscode.Uri.joinPath(context.storageUri, 'unsaved');
    this.loaded = this.#load();
  }

  /** The oldest first. */
  get all(): readonly UnsavedChange[] {
    return [...this.#entries.values()].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  }

  /** Those that wait for something to be done about them. */
  get waiting(): readonly UnsavedChange[] {
    return this.all.filter(({ state }) => state === 'failed' || state === 'dropped');
  }

  get(id: string): UnsavedChange | undefined {
    return this.#entries.get(id);
  }

  /** Resolves once the change is kept, or could not be; it is then still kept in memory. */
  async put(entry: UnsavedChange): Promise<void> {
    const isNews = entry.state !== 'trying' || this.#entries.get(entry.id)?.state === 'failed';
    this.#entries.set(entry.id, entry);
    if (isNews) this.#changed.fire();
    await this.#write(entry.id, async (uri) => {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(entry)));
    });
  }

  async remove(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    if (entry.state !== 'trying') this.#changed.fire();
    await this.#write(id, async (uri) => {
      await vscode.workspace.fs.delete(uri);
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** One after the other, so that a file is never deleted before it was written. */
  #write(id: string, write: (uri: vscode.Uri) => Promise<void>): Promise<void> {
    const folder = this.#folder;
    if (folder) {
      this.#writes = this.#writes
        .then(() => write(vscode.Uri.joinPath(folder, `${id}.json`)))
        .catch((error: unknown) => this.logger.warn(`The list of unsaved changes could not be kept: ${String(error)}`));
    }
    return this.#writes;
  }

  async #load(): Promise<void> {
    if (!this.#folder) return;
    let names: readonly [string, vscode.FileType][];
    try {
      names = await vscode.workspace.fs.readDirectory(this.#folder);
    } catch {
      return;
    }
    for (const [name] of names) {
      if (!name.endsWith('.json')) continue;
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name));
        const entry: unknown = JSON.parse(new TextDecoder().decode(bytes));
        // What was begun in this window is known better from memory.
        if (isUnsavedChange(entry) && `${entry.id}.json` === name && !this.#entries.has(entry.id))
          this.#entries.set(entry.id, entry);
      } catch (error) {
        this.logger.warn(`An unsaved change could not be read: ${name}: ${String(error)}`);
      }
    }
    if (this.#entries.size > 0) this.#changed.fire();
  }
}

function isUnsavedChange(value: unknown): value is UnsavedChange {
  if (typeof value !== 'object' || value === null) return false;
  const { id, folder, at, changes } = value as Partial<UnsavedChange>;
  return (
    typeof id === 'string' &&
    typeof folder === 'string' &&
    typeof at === 'string' &&
    Array.isArray(changes) &&
    changes.every(
      (change: Partial<StoreChange> | null) =>
        typeof change?.file === 'string' &&
        storeFileKind(change.file) !== undefined &&
        typeof change.operation?.type === 'string',
    )
  );
}
