import * as vscode from 'vscode';
import { articleOfStorePath } from '../../core/model/storePaths';
import type { Move } from '../../core/moves/findMoves';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { withoutLinks } from '../views/treeNode';

/** How long the folder must rest before anything is offered: a checkout takes files away before it brings others. */
const REST_MS = 2000;

/**
 * Offers to move annotations after articles that were renamed outside of the editor. Each is offered once; what was
 * declined stays a finding with a quick fix.
 */
export function offerMoves({ sessions }: Services): vscode.Disposable {
  const offered = new Set<string>();
  const timers = new Map<FolderSession, ReturnType<typeof setTimeout>>();
  const offer = async (session: FolderSession) => {
    timers.delete(session);
    if (!vscode.workspace.isTrusted || !sessions.all.includes(session)) return;
    const fresh = session.workspace.moves.filter((move) => isOfferable(move) && !offered.has(keyOf(session, move)));
    for (const move of fresh) offered.add(keyOf(session, move));
    const [first] = fresh;
    if (!first) return;
    const accept = fresh.some(({ status }) => status === 'gone')
      ? vscode.l10n.t('Choose…')
      : vscode.l10n.t('Move the Annotations Along');
    const choice = await vscode.window.showInformationMessage(withoutLinks(question(fresh, first)), accept);
    if (choice !== accept) return;
    const article = fresh.length === 1 ? articleOf(first) : undefined;
    await vscode.commands.executeCommand('sourcemark.moveAnnotations', {
      folder: session.folder.uri.toString(),
      article,
    });
  };
  const rest = (session: FolderSession) => {
    const timer = timers.get(session);
    if (timer !== undefined) clearTimeout(timer);
    if (session.workspace.moves.length > 0)
      timers.set(
        session,
        setTimeout(() => void offer(session), REST_MS),
      );
  };
  return vscode.Disposable.from(
    sessions.onDidChange(({ session }) => rest(session)),
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}

/** That an article was deleted is no question, unless another looks like it. */
function isOfferable(move: Move): boolean {
  return move.status === 'moved' || move.candidates.length > 0;
}

function keyOf({ folder }: FolderSession, move: Move): string {
  return JSON.stringify([folder.uri.toString(), move]);
}

function articleOf(move: Move): string {
  return move.status === 'moved' ? move.to : (articleOfStorePath(move.storeFile) ?? '');
}

function question(moves: readonly Move[], first: Move): string {
  const from = articleOfStorePath(first.storeFile) ?? '';
  if (moves.length > 1)
    return vscode.l10n.t('{count} articles were renamed outside of the editor. Move their annotations along?', {
      count: moves.length,
    });
  return first.status === 'moved'
    ? vscode.l10n.t('{from} is {article} now. Move its annotations along?', { from, article: first.to })
    : vscode.l10n.t('{from} is gone, and its annotations are kept. Which article is it now?', { from });
}
