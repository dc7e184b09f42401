import type * as vscode from 'vscode';
import type { Workspace } from '../../core/workspace/workspace';
import { runInSlices } from './articleQueue';
import type { ChangeBatch } from './changeBatch';

/** How long files must have rested that come and go, in milliseconds. */
const REST_MS = 500;

/** Looks in the background for articles that were renamed outside of the editor, each time after files came or went. */
export class MoveSearch implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #batch: ChangeBatch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSearching = false;
  #disposed = false;

  constructor(workspace: Workspace, batch: ChangeBatch) {
    this.#workspace = workspace;
    this.#batch = batch;
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
  }

  runSoon(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.run(), REST_MS);
  }

  /** To be called first when everything was read: what is not read yet would seem to be gone. */
  async run(): Promise<void> {
    if (this.#isSearching) return this.runSoon();
    this.#isSearching = true;
    try {
      const changed = await runInSlices(this.#workspace.searchMoves(), () => this.#disposed);
      if (!changed?.size) return;
      for (const article of changed) this.#batch.add(article);
      this.#batch.flush();
    } finally {
      this.#isSearching = false;
    }
  }
}
