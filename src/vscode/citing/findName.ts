import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import type { Services } from '../services';
import { type ArticleReference, findArticle } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import { fromRange } from '../session/positions';

export interface NameArgument extends ArticleReference {
  /** Where the name stands in the article, in UTF-16 offsets; the selection or the word at the cursor if absent. */
  readonly range?: Range;
}

/** The name that a command is about and the file it stands in. */
export async function findName(
  services: Services,
  given: Partial<NameArgument>,
): Promise<(SessionFile & { readonly name: string; readonly range: Range }) | undefined> {
  const file = findArticle(services, given);
  if (!file) return undefined;
  const document = await vscode.workspace.openTextDocument(file.session.uri(file.path));
  const range = given.range ?? selectedName(document);
  if (!range) return undefined;
  const name = document.getText().slice(range.start, range.end).replace(/\s+/gu, ' ').trim();
  return name === '' ? undefined : { ...file, name, range };
}

function selectedName(document: vscode.TextDocument): Range | undefined {
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  if (!editor) return undefined;
  const { selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  return range && fromRange(document, range);
}
