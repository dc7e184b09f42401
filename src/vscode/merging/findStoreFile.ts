import * as vscode from 'vscode';
import { storeFileKind } from '../../core/model/storePaths';
import type { Services } from '../services';
import type { SessionFile } from '../session/folderSessions';

/** Names a file of the store; what is left out is the active editor's. */
export interface StoreFileArgument {
  /** The URI of the workspace folder. */
  readonly folder?: string;
  readonly file?: string;
}

/** With the file's text taken from its editor, so that a command sees what the person sees. */
export function findStoreFile(
  { sessions }: Services,
  { folder, file }: Partial<StoreFileArgument>,
): SessionFile | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const session =
    folder === undefined ? sessions.active : sessions.all.find((one) => one.folder.uri.toString() === folder);
  const found = file !== undefined && session ? { session, path: file } : uri && sessions.find(uri);
  if (!found || storeFileKind(found.path) === undefined) return undefined;
  const document = vscode.workspace.textDocuments.find(
    (open) => open.isDirty && open.uri.toString() === found.session.uri(found.path).toString(),
  );
  if (document) found.session.accept(document);
  return found;
}
