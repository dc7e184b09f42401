import * as vscode from 'vscode';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';

/**
 * The version that both sides of a merge come from, where git can be asked for it: see `Services.readMergeBase`.
 * @param twin the store file that holds the other side, where it is not in the same one between marks.
 */
export async function readBase(
  { readMergeBase }: Services,
  { folder }: FolderSession,
  file: string,
  twin?: string,
): Promise<string | undefined> {
  if (folder.uri.scheme !== 'file' || !vscode.workspace.isTrusted) return undefined;
  return readMergeBase?.(folder.uri.fsPath, file, twin);
}
