import * as vscode from 'vscode';
import { applyOperation, type StoreOperation } from '../../core/store/operations';
import type { FolderSession } from './folderSession';
import { toRange } from './positions';

/** A change to one file of the store. */
export interface StoreChange {
  readonly file: string;
  readonly operation: StoreOperation;
}

/** A change that could not be made or saved; the message is for the person who wanted it. */
export class StoreWriteError extends Error {}

/**
 * The only way into the store. Each change is worked out on the file as the editor has it, as the
 * smallest edit, so what a person is typing in the YAML stays, undo works, and the editor's own check on
 * saving keeps a file that changed on disk from being overwritten.
 */
export class StoreEditor {
  #queue: Promise<unknown> = Promise.resolve();

  /**
   * Makes the changes one after the other, and saves files that were not being edited.
   * @throws StoreWriteError saying which file and why; changes before the failing one stand.
   */
  apply(session: FolderSession, changes: readonly StoreChange[]): Promise<void> {
    const done = this.#queue.then(async () => {
      // As package.json declares: a folder that nobody vouches for is only read.
      if (!vscode.workspace.isTrusted)
        throw new StoreWriteError(
          vscode.l10n.t('This folder is in Restricted Mode, so nothing is written to it. Trust it to annotate.'),
        );
      for (const change of changes) await this.#applyOne(session, change);
      session.flush();
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #applyOne(session: FolderSession, { file, operation }: StoreChange): Promise<void> {
    const uri = session.uri(file);
    const document = await openIfThere(uri);
    const edit = new vscode.WorkspaceEdit();
    const result = applyOperation(document?.getText(), operation);
    const [problem] = result.problems;
    if (problem && result.edits.length === 0 && result.text === undefined)
      throw new StoreWriteError(
        vscode.l10n.t('{file} was not changed: {reason}', { file, reason: problem.message.text }),
      );
    const wasDirty = document?.isDirty ?? false;
    if (document) for (const { range, text } of result.edits) edit.replace(uri, toRange(document, range), text);
    else edit.createFile(uri, { contents: new TextEncoder().encode(result.text ?? ''), overwrite: false });
    if (!(await vscode.workspace.applyEdit(edit)))
      throw new StoreWriteError(
        vscode.l10n.t('{file} could not be written. Check that it is not read-only, then try again.', { file }),
      );
    const written = document ?? (await openIfThere(uri));
    // A file that someone is editing is left for that person to save.
    if (written?.isDirty && !wasDirty && !(await written.save()))
      throw new StoreWriteError(
        vscode.l10n.t('{file} could not be saved. Your change is kept in its editor; save it there.', { file }),
      );
    if (written) session.accept(written);
  }
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  return vscode.workspace.openTextDocument(uri);
}
