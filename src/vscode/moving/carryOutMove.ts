import * as vscode from 'vscode';
import type { MovePlan } from '../../core/moves/planMove';
import { readText } from '../saving/openDocument';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { checkTrust, StoreWriteError } from '../session/storeEditor';

/** With more files to change than this, it is shown that something is being done. */
const SHOWN_CHANGES = 30;

/**
 * Renames what a plan says and was not renamed yet, in a way that can be undone, then writes what the store says of it.
 * @throws StoreWriteError saying what could not be done; what was renamed stays so, and is found there.
 */
export async function carryOutMove(services: Services, session: FolderSession, plan: MovePlan): Promise<void> {
  checkTrust();
  for (const { from, to } of plan.renames) {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(session.uri(from), session.uri(to), { overwrite: false });
    const isWaiting = (await isThere(session.uri(from))) && !(await isThere(session.uri(to)));
    if (isWaiting && !(await vscode.workspace.applyEdit(edit)))
      throw new StoreWriteError(
        vscode.l10n.t('The annotations could not be renamed: {file}. Check that it is not read-only, then try again.', {
          file: from,
        }),
      );
    session.rename(from, to);
  }
  session.flush();
  const write = () => services.store.apply(session, plan.changes);
  if (plan.changes.length <= SHOWN_CHANGES) await write();
  else {
    const title = vscode.l10n.t('Sourcemark: taking the annotations along');
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, write);
  }
  if (plan.emptied !== undefined) await removeEmptied(session, plan.emptied);
}

/** A file that somebody added something to meanwhile stays, also when that has not been read here yet. */
async function removeEmptied(session: FolderSession, file: string): Promise<void> {
  if (session.workspace.annotations(file)?.targets !== 0) return;
  if ((await readText(session.uri(file))) !== session.workspace.text(file)) return;
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(session.uri(file), { ignoreIfNotExists: true });
  if (await vscode.workspace.applyEdit(edit)) session.forget(file);
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
