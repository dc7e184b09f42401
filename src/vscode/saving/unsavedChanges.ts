import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import { storeFileKind } from '../../core/model/storePaths';
import { isRecord } from '../../core/store/conflictValue';
import type { StoreOperation } from '../../core/store/operations';
import type { SeenData } from '../../core/store/seenData';
import type { YamlValue } from '../../core/store/toData';
import { writeWhole } from './writeWhole';

/** A change to one file of the store, as plain data that can be kept and tried again. */
export interface StoreChange {
  readonly file: string;
  readonly operation: StoreOperation;
}

/** What the changes of an action saw of each of their files (see `seenBy`). */
export type SeenFiles = Readonly<Record<string, YamlValue>>;

export function seenOf(seen: SeenFiles | undefined, file: string): SeenData {
  return seen && Object.hasOwn(seen, file) ? seen[file] : undefined;
}

/** Changes that one action wanted and that are in no file yet. */
export interface UnsavedChange {
  readonly id: string;
  /** The URI of the workspace folder. */
  readonly folder: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly changes: readonly StoreChange[];
  /** Not there in what an earlier version kept: then nobody knows whether what was decided about is still the same. */
  readonly seen?: SeenFiles;
  /**
   * `trying`: being written, or was when a window ended. `failed`: for the reason given. `asking`: somebody else
   * changed or removed what it is about, and a person has to choose. `inEditor`: in a file that a person was
   * editing, and will be saved with it. `dropped`: that file was closed without saving.
   */
  readonly state: 'trying' | 'failed' | 'asking' | 'inEditor' | 'dropped';
  readonly reason?: Message;
}

/** Those that are tried again by themselves when something changed. What asks may have been settled meanwhile. */
export function isTriedAgain({ state }: UnsavedChange): boolean {
  return state === 'failed' || state === 'asking';
}

/** Those that wait for something to be done about them. */
function isWaiting(entry: UnsavedChange): boolean {
  return isTriedAgain(entry) || entry.state === 'dropped';
}

/** The file of an entry: its id, and how often it has been written, so that no write touches the one before. */
const FILE_NAME = /^([0-9a-f]+)(?:\.(\d+))?\.json$/;

/**
 * Changes are written down here before they are tried and struck out once they are in their file, so that
 * neither a full disk nor a window that crashes loses one. Each has a file of its own in the storage that VS
 * Code keeps for the workspace: windows that share it never write the same one. VS Code cannot replace a file
 * as a whole, so a new state goes into a new file, and the old one is deleted when that is there.
 */
export class UnsavedChanges implements vscode.Disposable {
  readonly #folder: vscode.Uri | undefined;
  readonly #entries = new Map<string, UnsavedChange>();
  /** The numbers of the files that an entry has; more than one after a crash or a failure. */
  readonly #files = new Map<string, readonly number[]>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when what a person should know about has changed. */
  readonly onDidChange = this.#changed.event;
  #writes: Promise<unknown> = Promise.resolve();
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
    return this.all.filter(isWaiting);
  }

  get(id: string): UnsavedChange | undefined {
    return this.#entries.get(id);
  }

  /**
   * Whether the change is in a file and so outlives this window. In whatever state: one that is still called
   * `trying` there is tried again by the next window.
   */
  isOnDisk(id: string): boolean {
    return this.#files.has(id);
  }

  /** Resolves once the change is kept in a file, or could not be; it is then still kept in memory. */
  async put(entry: UnsavedChange): Promise<void> {
    const before = this.#entries.get(entry.id);
    const isNews = entry.state !== 'trying' || (before !== undefined && isWaiting(before));
    this.#entries.set(entry.id, entry);
    if (isNews) this.#changed.fire();
    await this.#enqueue(async (folder) => {
      const old = this.#files.get(entry.id) ?? [];
      const number = Math.max(0, ...old) + 1;
      const uri = fileOf(folder, entry.id, number);
      try {
        await writeWhole(uri, new TextEncoder().encode(JSON.stringify(entry)));
      } catch (error) {
        await remove(uri).catch(() => undefined);
        throw error;
      }
      for (const one of old) await remove(fileOf(folder, entry.id, one));
      this.#files.set(entry.id, [number]);
    });
  }

  async remove(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    if (entry.state !== 'trying') this.#changed.fire();
    await this.#enqueue(async (folder) => {
      // The newest goes last: an older one alone would come up again.
      for (const number of [...(this.#files.get(id) ?? [])].sort((a, b) => a - b))
        await remove(fileOf(folder, id, number));
      this.#files.delete(id);
    });
  }

  /**
   * Takes over what other windows of the same workspace have done since: what they saved or gave up is over here,
   * too, and what they could not save waits here as well.
   */
  async refresh(): Promise<void> {
    await this.loaded;
    let isChanged = false;
    await this.#enqueue(async (folder) => {
      const found = new Map<string, number>();
      const listed = await list(folder);
      // Somebody cleared the whole storage: what is in memory is all there is.
      if (!listed) return;
      for (const { id, number } of listed) found.set(id, Math.max(number, found.get(id) ?? 0));
      for (const [id, numbers] of this.#files) {
        const newest = found.get(id);
        if (newest !== undefined && numbers.includes(newest)) continue;
        const entry = newest === undefined ? undefined : await this.#read(fileOf(folder, id, newest));
        if (newest !== undefined && !entry) continue;
        if (entry) {
          this.#entries.set(id, entry);
          this.#files.set(id, [newest!]);
        } else {
          this.#entries.delete(id);
          this.#files.delete(id);
        }
        isChanged = true;
      }
      for (const [id, number] of found) {
        if (this.#files.has(id) || this.#entries.has(id)) continue;
        const entry = await this.#read(fileOf(folder, id, number));
        // The rest is in the hands of a window that is still open.
        if (entry?.id !== id || !isTriedAgain(entry)) continue;
        this.#entries.set(id, entry);
        this.#files.set(id, [number]);
        isChanged = true;
      }
    });
    if (isChanged) this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** One after the other, so that a file is never deleted before it was written. */
  async #enqueue(work: (folder: vscode.Uri) => Promise<void>): Promise<void> {
    const folder = this.#folder;
    if (!folder) return;
    this.#writes = this.#writes
      .then(() => work(folder))
      .catch((error: unknown) => this.logger.warn(`The list of unsaved changes could not be kept: ${String(error)}`));
    await this.#writes;
  }

  async #load(): Promise<void> {
    const folder = this.#folder;
    if (!folder) return;
    const found = (await list(folder).catch(() => undefined)) ?? [];
    // The newest that can be read counts; what a crash ended half-way cannot.
    for (const { id, number } of found.sort((a, b) => b.number - a.number)) {
      const entry = await this.#read(fileOf(folder, id, number));
      if (entry?.id !== id) continue;
      const known = this.#files.get(id) ?? [];
      if (!known.includes(number)) this.#files.set(id, [...known, number]);
      // What was begun in this window is known better from memory.
      if (!this.#entries.has(id)) this.#entries.set(id, entry);
    }
    if (this.#entries.size > 0) this.#changed.fire();
  }

  async #read(uri: vscode.Uri): Promise<UnsavedChange | undefined> {
    try {
      const entry: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
      return isUnsavedChange(entry) ? entry : undefined;
    } catch (error) {
      this.logger.warn(`An unsaved change could not be read: ${uri.path}: ${String(error)}`);
      return undefined;
    }
  }
}

function fileOf(folder: vscode.Uri, id: string, number: number): vscode.Uri {
  return vscode.Uri.joinPath(folder, number === 0 ? `${id}.json` : `${id}.${number}.json`);
}

/** The files of entries in a folder; undefined where the folder is not there. */
async function list(folder: vscode.Uri): Promise<{ readonly id: string; readonly number: number }[] | undefined> {
  let names: readonly [string, vscode.FileType][];
  try {
    names = await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  return names.flatMap(([name]) => {
    const [, id, number] = FILE_NAME.exec(name) ?? [];
    return id === undefined ? [] : [{ id, number: Number(number ?? 0) }];
  });
}

/** Another window of the same workspace may have been faster. */
async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
  }
}

function isUnsavedChange(value: unknown): value is UnsavedChange {
  if (typeof value !== 'object' || value === null) return false;
  const { id, folder, at, changes, seen } = value as Partial<UnsavedChange>;
  return (
    (seen === undefined || isRecord(seen)) &&
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
