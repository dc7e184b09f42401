import * as vscode from 'vscode';
import { CONFIG_PATH } from '../../core/model/storePaths';
import { starterConfig } from '../../core/store/starterConfig';
import { STORE_IGNORE_PATH, toStoreIgnore } from '../../core/store/storeIgnore';
import { offerGlobs } from '../../core/workspace/offerGlobs';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { checkTrust, StoreWriteError } from '../session/storeEditor';

/** Enough to see where the articles are; counting more would only keep the person waiting. */
const MOST_FILES = 5000;

/**
 * Gives a folder its store, unless it has one.
 * @param articles globs of the articles; asked for when absent.
 * @returns whether there is a store now; false when the person backed out.
 * @throws StoreWriteError saying why it could not be written.
 */
export async function setUpStore(
  services: Services,
  session: FolderSession,
  articles?: readonly string[],
): Promise<boolean> {
  const uri = session.uri(CONFIG_PATH);
  if (await isThere(uri)) return true;
  checkTrust();
  const globs = articles ?? (await askForGlobs(session));
  if (!globs) return false;
  const { language } = vscode.env;
  try {
    await services.store.rewrite(session, CONFIG_PATH, (text) => text ?? starterConfig(globs, language));
  } catch (error) {
    if (!(error instanceof StoreWriteError)) throw error;
    const argument = { folder: session.folder.uri.toString(), articles: globs };
    throw new StoreWriteError(error.message, undefined, () => {
      void vscode.commands.executeCommand('sourcemark.setUpAnnotations', argument);
    });
  }
  // The store does without; git then shows what a crash leaves beside a file.
  await services.store
    .rewrite(session, STORE_IGNORE_PATH, (text) => toStoreIgnore(text, language))
    .catch((error: unknown) => services.logger.warn(String(error)));
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
  const options = { exclude: '**/{node_modules,.*}/**', most: MOST_FILES };
  const offered = offerGlobs(await session.findFiles(['**/*.{md,txt}'], options));
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
