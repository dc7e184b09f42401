import * as vscode from 'vscode';
import { CONFIG_PATH } from '../../core/model/storePaths';
import { starterConfig } from '../../core/store/starterConfig';
import { offerGlobs } from '../../core/workspace/offerGlobs';
import type { FolderSession } from '../session/folderSession';
import { StoreWriteError } from '../session/storeEditor';

/** Enough to see where the articles are; counting more would only keep the person waiting. */
const MOST_FILES = 5000;

/**
 * Gives a folder its store, unless it has one.
 * @param articles globs of the articles; asked for when absent.
 * @returns whether there is a store now; false when the person backed out.
 */
export async function setUpStore(session: FolderSession, articles?: readonly string[]): Promise<boolean> {
  const uri = session.uri(CONFIG_PATH);
  if (await isThere(uri)) return true;
  if (!vscode.workspace.isTrusted)
    throw new StoreWriteError(
      vscode.l10n.t('This folder is in Restricted Mode, so nothing is written to it. Trust it to annotate.'),
    );
  const globs = articles ?? (await askForGlobs(session));
  if (!globs) return false;
  const edit = new vscode.WorkspaceEdit();
  const contents = new TextEncoder().encode(starterConfig(globs, vscode.env.language));
  edit.createFile(uri, { contents, overwrite: false, ignoreIfExists: true });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new StoreWriteError(
      vscode.l10n.t('{file} could not be written. Check that it is not read-only, then try again.', {
        file: CONFIG_PATH,
      }),
    );
  session.accept(await vscode.workspace.openTextDocument(uri));
  session.flush();
  return true;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function askForGlobs(session: FolderSession): Promise<readonly string[] | undefined> {
  const pattern = new vscode.RelativePattern(session.folder, '**/*.{md,txt}');
  const files = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', MOST_FILES);
  const offered = offerGlobs(files.flatMap((uri) => session.path(uri) ?? []));
  if (offered.length === 0) return [];
  const items = offered.map(({ glob, count }) => ({
    label: glob,
    description: count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{count} files', { count }),
    picked: /^\*\*\//.test(glob),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: vscode.l10n.t('Which files are articles?'),
    placeHolder: vscode.l10n.t('You can change this later in .sourcemark/config.yaml'),
  });
  return picked && (picked.length > 0 ? picked.map(({ label }) => label) : undefined);
}
