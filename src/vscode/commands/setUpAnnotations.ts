import * as vscode from 'vscode';
import { CONFIG_PATH } from '../../core/model/storePaths';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { setUpStore } from '../setup/setUpStore';
import { tellSetUp } from '../setup/tellSetUp';
import type { Command } from './command';

/** What is missing is asked for. */
export interface SetUpArgument {
  /** The URI of the workspace folder. */
  readonly folder?: string;
  /** Globs of the articles. */
  readonly articles?: readonly string[];
}

/**
 * Gives a folder its store; where there is one already, opens its config. Who began from an article goes on in it: its
 * figures are marked now, and a message leads to the config.
 */
export const setUpAnnotations: Command = {
  id: 'sourcemark.setUpAnnotations',
  async run(services, argument) {
    const { folder, articles } = readArgument<SetUpArgument>(argument);
    const session = await findSession(services, folder);
    if (!session) return false;
    const isNew = !session.workspace.hasStore;
    if (!(await setUpStore(services, session, articles))) return false;
    if (isNew && isInArticle(session)) tellSetUp(session);
    else await vscode.window.showTextDocument(session.uri(CONFIG_PATH));
    return true;
  },
};

function isInArticle(session: FolderSession): boolean {
  const editor = vscode.window.activeTextEditor;
  const path = editor && session.path(editor.document.uri);
  return path !== undefined && session.workspace.isArticle(path);
}

async function findSession({ sessions }: Services, folder: string | undefined): Promise<FolderSession | undefined> {
  if (folder !== undefined) return sessions.all.find((session) => session.folder.uri.toString() === folder);
  if (sessions.all.length <= 1) return sessions.all[0];
  const picked = await vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('Which folder holds the articles?'),
  });
  return sessions.all.find((session) => session.folder.uri.toString() === picked?.uri.toString());
}
