import * as vscode from 'vscode';
import { gitBlobId } from '../../core/model/gitBlobId';
import type { History } from '../../core/ports';

/** How much of old texts is kept for one workspace; the ones written longest ago go first. */
const MAX_KEPT_BYTES = 50 * 1024 * 1024;

/**
 * Copies of articles as their claims were made, in the storage that VS Code keeps for this workspace. They
 * serve where there is no git, or before the article was committed.
 */
export class TextStore implements History {
  readonly #folder: vscode.Uri | undefined;
  readonly #kept = new Set<string>();

  constructor(context: vscode.ExtensionContext) {
    this.#folder = context.storageUri && vscode.Uri.joinPath(context.storageUri, 'texts');
  }

  /** Keeps a text under its git blob id, and returns the id. A storage that is full is no reason to fail. */
  async keep(text: string): Promise<string> {
    const id = gitBlobId(text);
    if (!this.#folder || this.#kept.has(id)) return id;
    this.#kept.add(id);
    try {
      await vscode.workspace.fs.createDirectory(this.#folder);
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#folder, id), new TextEncoder().encode(text));
      await this.#prune(this.#folder);
    } catch {
      this.#kept.delete(id);
    }
    return id;
  }

  async readBlob(id: string): Promise<string | undefined> {
    if (!this.#folder || !/^[0-9a-f]{40}$/.test(id)) return undefined;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, id)));
      // A copy that was cut short would put claims in wrong places.
      return gitBlobId(text) === id ? text : undefined;
    } catch {
      return undefined;
    }
  }

  async #prune(folder: vscode.Uri): Promise<void> {
    const names = await vscode.workspace.fs.readDirectory(folder);
    const files = await Promise.all(
      names.map(async ([name]) => {
        const uri = vscode.Uri.joinPath(folder, name);
        const { mtime, size } = await vscode.workspace.fs.stat(uri);
        return { name, uri, mtime, size };
      }),
    );
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { name, uri, size } of files.sort((a, b) => a.mtime - b.mtime)) {
      if (total <= MAX_KEPT_BYTES) return;
      await vscode.workspace.fs.delete(uri);
      this.#kept.delete(name);
      total -= size;
    }
  }
}
