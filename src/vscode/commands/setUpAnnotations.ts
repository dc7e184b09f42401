import * as vscode from 'vscode';
import { CONFIG_PATH } from '../../core/model/storePaths';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { setUpStore } from '../setup/setUpStore';
import type { Command } from './command';

/** What is missing is asked for. */
export interface SetUpArgument {
  /** The URI of the workspace folder. */
  readonly folder?: string;
  /** Globs of the articles. */
  readonly articles?: readonly string[];
}

/** Gives a folder its store and opens the config; where there is one already, only opens it. */
export const setUpAnnotations: Command = {
  id: 'sourcemark.setUpAnnotations',
  async run(services, argument) {
    const { folder, articles } = readArgument<SetUpArgument>(argument);
    const session = await findSession(services, folder);
    if (!session || !(await setUpStore(services, session, articles))) return false;
    await vscode.window.showTextDocument(session.uri(CONFIG_PATH));
    return true;
  },
};

async function findSession({ sessions }: Services, folder: string | undefined): Promise<FolderSession | undefined> {
  if (folder !== undefined) return sessions.all.find((session) => session.folder.uri.toString() === folder);
  if (sessions.all.length <= 1) return sessions.all[0];
  const picked = await vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('Which folder holds the articles?'),
  });
  return sessions.all.find((session) => session.folder.uri.toString() === picked?.uri.toString());
}
