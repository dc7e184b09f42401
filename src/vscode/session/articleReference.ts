import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import type { Services } from '../services';
import type { SessionFile } from './folderSessions';
import { toRange } from './positions';

/**
 * Names an article in a command's argument. Plain JSON, because it also travels in the links of hovers.
 * What is left out is the active editor's.
 */
export interface ArticleReference {
  /** The URI of the workspace folder. */
  readonly folder?: string;
  readonly article?: string;
}

export interface ClaimReference extends ArticleReference {
  readonly claim?: string;
}

/** What a command was given, where it was given an object of ours: menus pass URIs and tree items instead. */
export function readArgument<T extends object>(argument: unknown): Partial<T> {
  const isPlain =
    typeof argument === 'object' && argument !== null && Object.getPrototypeOf(argument) === Object.prototype;
  return isPlain ? (argument as Partial<T>) : {};
}

/** The article that a command is about; undefined where none is open or the folder is gone. */
export function findArticle({ sessions }: Services, reference: ArticleReference = {}): SessionFile | undefined {
  if (reference.article === undefined) {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && sessions.find(uri);
  }
  const session =
    reference.folder === undefined
      ? sessions.active
      : sessions.all.find(({ folder }) => folder.uri.toString() === reference.folder);
  return session && { session, path: reference.article };
}

export function toReference({ session, path }: SessionFile): Required<ArticleReference> {
  return { folder: session.folder.uri.toString(), article: path };
}

/** Opens a file of the folder with a range of it selected and in view. */
export async function showPlace(
  { session, path }: SessionFile,
  range?: Range,
  options: vscode.TextDocumentShowOptions = {},
): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(session.uri(path));
  const selection = range && { selection: toRange(document, range) };
  return vscode.window.showTextDocument(document, { ...options, ...selection });
}
