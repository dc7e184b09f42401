import * as vscode from 'vscode';
import { planRename } from '../../core/moves/planMove';
import type { Services } from '../services';
import { StoreWriteError } from '../session/storeEditor';
import { withoutLinks } from '../views/treeNode';
import { carryOutMove } from './carryOutMove';

/**
 * Takes annotations along when an article, a folder or the text of a source was renamed in the editor, and back when
 * that is undone. Not as part of the renaming itself: VS Code would ask each time whether an extension may do that.
 */
export function followRenames(services: Services): vscode.Disposable {
  const { sessions, logger } = services;
  const follow = async (oldUri: vscode.Uri, newUri: vscode.Uri) => {
    const file = sessions.find(oldUri);
    const to = file?.session.path(newUri);
    if (!file || to === undefined) return;
    const { session, path: from } = file;
    const plan = planRename(session.workspace, from, to);
    session.rename(from, to);
    await carryOutMove(services, session, plan);
  };
  return vscode.workspace.onDidRenameFiles(async ({ files }) => {
    // Where nothing may be written, the annotations are still used for the article wherever it went.
    if (!vscode.workspace.isTrusted) return;
    for (const { oldUri, newUri } of files) {
      try {
        await follow(oldUri, newUri);
      } catch (error) {
        logger.error(`The annotations could not be taken along to ${newUri}`, String(error));
        if (error instanceof StoreWriteError) void vscode.window.showErrorMessage(withoutLinks(error.message));
      }
    }
  });
}
