import * as vscode from 'vscode';
import type { ClaimView } from '../../core/articles/articleView';
import type { Services } from '../services';
import { type ClaimReference, findArticle, readArgument } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { fromRange } from '../session/positions';
import { oneLine } from '../views/treeNode';

/** What the review commands take; what is missing is found at the cursor or asked for. */
export interface ReviewArgument extends ClaimReference {
  /** What is said; a verdict needs none. */
  readonly note?: string;
}

/** A claim to say something of, and what is said where that is known already. */
export interface ReviewTarget {
  readonly session: FolderSession;
  readonly claim: ClaimView;
  readonly note: string | undefined;
  /** The thread whose box or title the command was called from. */
  readonly thread: vscode.CommentThread | undefined;
}

/** The claim that a command is about, wherever it was called from: a thread, an entry, a row, a link, the palette. */
export async function findReviewTarget(services: Services, argument: unknown): Promise<ReviewTarget | undefined> {
  // A command may be called while the folder is still being read.
  await Promise.all(services.sessions.all.map(({ loaded }) => loaded));
  const thread = threadIn(services, argument);
  const reply = argument as { readonly text?: unknown } | undefined;
  if (thread) {
    const reference = services.review.claimOf(thread);
    const note = 'thread' in (argument as object) && typeof reply?.text === 'string' ? reply.text : undefined;
    return reference && lookUp(services, reference, note, thread);
  }
  const { folder, article, claim, note } = readArgument<ReviewArgument>(argument);
  if (claim !== undefined)
    return lookUp(services, { ...(folder && { folder }), ...(article && { article }), claim }, note, undefined);
  return askForClaim(services, note);
}

function threadIn(services: Services, argument: unknown): vscode.CommentThread | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('thread' in argument) return argument.thread as vscode.CommentThread;
  if ('comments' in argument && 'uri' in argument) return argument as vscode.CommentThread;
  return 'author' in argument && 'body' in argument ? services.review.threadOf(argument as vscode.Comment) : undefined;
}

function lookUp(
  services: Services,
  reference: ClaimReference,
  note: string | undefined,
  thread: vscode.CommentThread | undefined,
): ReviewTarget | undefined {
  const file = findArticle(services, reference);
  const claim = file?.session.workspace.claim(file.path, reference.claim ?? '');
  if (!file || !claim) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This claim is no longer there.'));
    return undefined;
  }
  return { session: file.session, claim, note: note?.trim() || undefined, thread };
}

/** The smallest claim at the cursor; where there is none, one of the article's is picked. */
async function askForClaim(services: Services, note: string | undefined): Promise<ReviewTarget | undefined> {
  const editor = vscode.window.activeTextEditor;
  const file = findArticle(services);
  const claims = file?.session.workspace.article(file.path).claims ?? [];
  if (!editor || !file || claims.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open an article that has claims, and put the cursor on one.'),
    );
    return undefined;
  }
  const { start, end } = fromRange(editor.document, editor.selection);
  const [here] = claims
    .filter(({ range }) => range && range.start <= start && end <= range.end)
    .sort((a, b) => a.claim.target.exact.length - b.claim.target.exact.length);
  const claim = here ?? (await pickClaim(claims));
  return claim && { session: file.session, claim, note: note?.trim() || undefined, thread: undefined };
}

async function pickClaim(claims: readonly ClaimView[]): Promise<ClaimView | undefined> {
  const items = claims.map((claim) => ({
    label: oneLine(claim.claim.target.exact),
    description: claim.claim.by,
    claim,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which claim?') });
  return picked?.claim;
}
