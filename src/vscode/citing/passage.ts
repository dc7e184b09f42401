import * as vscode from 'vscode';
import type { ArticleView, ClaimView } from '../../core/articles/articleView';
import { claimsAt, narrowestClaims } from '../../core/references/thing';
import { contains, type Range } from '../../core/text/range';
import { sentenceAt } from '../../core/text/sentences';
import type { Services } from '../services';
import { type ClaimReference, findArticle, readArgument } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import type { SessionFile } from '../session/folderSessions';
import { fromRange } from '../session/positions';
import { StoreWriteError } from '../session/storeEditor';
import { setUpStore } from '../setup/setUpStore';
import { tellSetUp } from '../setup/tellSetUp';
import { withoutLinks } from '../views/treeNode';

/** What the commands on a passage take. What is missing is read from the selection. */
export interface PassageArgument extends ClaimReference {
  /** UTF-16 offsets in the article. */
  readonly range?: Range;
}

export type ReadArticle = ArticleView & { readonly text: string };

export interface ArticlePassage extends SessionFile {
  readonly article: ReadArticle;
  readonly range: Range;
}

/** What to take where nothing is selected and the cursor is on no figure. */
export type Fallback = 'none' | 'claim' | 'mention' | 'sentence';

/**
 * The passage a command is about: what it was given, else the selection, else the figure at the cursor.
 * Tells the person what to select where there is none.
 */
export async function findPassage(
  services: Services,
  argument: unknown,
  fallback: Fallback,
): Promise<ArticlePassage | undefined> {
  const given = readArgument<PassageArgument>(argument);
  const file = findArticle(services, given);
  if (!file || !(await isThere(file))) return tell(vscode.l10n.t('Open an article first.'));
  const document = await vscode.workspace.openTextDocument(file.session.uri(file.path));
  // A folder's first article becomes one only with its store.
  const text = document.getText();
  file.session.workspace.setFile(file.path, text);
  const article = readArticle(file);
  if (!article) return tell(vscode.l10n.t('Open an article first.'));
  const range = given.range ?? selectedRange(article, document, fallback);
  if (!range || range.start >= range.end)
    return tell(
      fallback === 'mention'
        ? vscode.l10n.t('Put the cursor on the name of an entity first.')
        : vscode.l10n.t('Select a passage of the article, or put the cursor on a figure.'),
    );
  return { ...file, article, range: { start: Math.max(0, range.start), end: Math.min(text.length, range.end) } };
}

/** The article as it stands now; undefined where its text is not at hand. */
export function readArticle({ session, path }: SessionFile): ReadArticle | undefined {
  const article = session.workspace.article(path);
  return article.text === undefined ? undefined : { ...article, text: article.text };
}

/** The claim that a command names, else the narrowest at the cursor. */
export function findClaim(services: Services, argument: unknown): (SessionFile & { claim: ClaimView }) | undefined {
  const given = readArgument<ClaimReference>(argument);
  const file = findArticle(services, given);
  if (!file) return undefined;
  const { workspace } = file.session;
  if (given.claim !== undefined) {
    const claim = workspace.claim(file.path, given.claim);
    return claim && { ...file, claim };
  }
  const editor = vscode.window.activeTextEditor;
  const offset = editor?.document.offsetAt(editor.selection.active) ?? 0;
  const [claim] = claimsAt(workspace, file.path, offset);
  return claim && { ...file, claim };
}

/** Gives the folder its store right before the first thing is written to it, and says so. */
export async function ensureStore(services: Services, session: FolderSession): Promise<boolean> {
  if (session.workspace.hasStore) return true;
  try {
    const isSetUp = await setUpStore(services, session, session.workspace.articleGlobs);
    if (isSetUp) tellSetUp(session);
    return isSetUp;
  } catch (error) {
    if (!(error instanceof StoreWriteError) || !vscode.workspace.isTrusted) throw error;
    // What is to be written next does without a config; if it cannot be written either, it is kept.
    services.logger.warn(error.message);
    return true;
  }
}

export function tell(sentence: string): undefined {
  void vscode.window.showInformationMessage(withoutLinks(sentence));
  return undefined;
}

function selectedRange(article: ReadArticle, document: vscode.TextDocument, fallback: Fallback): Range | undefined {
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  if (!editor) return undefined;
  const selected = fromRange(document, editor.selection);
  if (selected.start < selected.end) return withoutSpace(article.text, selected);
  const figure = article.figures.find((candidate) => contains(candidate, selected));
  if (figure && fallback !== 'mention') return { start: figure.start, end: figure.end };
  switch (fallback) {
    case 'claim':
      return narrowestClaims(article, selected.start)[0]?.range;
    case 'mention':
      return article.mentions.find((mention) => contains(mention, selected));
    case 'sentence':
      return sentenceAt(article.text, selected.start);
    case 'none':
      return undefined;
  }
}

/** A selection made by double click or by line often holds the space around the words. */
function withoutSpace(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

async function isThere({ session, path }: SessionFile): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(session.uri(path));
    return true;
  } catch {
    return false;
  }
}
