import * as vscode from 'vscode';
import { articleOfStorePath } from '../../core/model/storePaths';
import type { Move } from '../../core/moves/findMoves';
import { planAttachment } from '../../core/moves/planMove';
import { tell } from '../citing/passage';
import { readBase } from '../merging/readBase';
import { carryOutMove } from '../moving/carryOutMove';
import { pickArticle } from '../moving/pickArticle';
import type { Services } from '../services';
import { type ArticleReference, readArgument } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import type { Command } from './command';

interface MoveArgument extends ArticleReference {
  /** The article that the annotations are of now; asked for where it is not known. */
  readonly to?: string;
}

/**
 * Takes a `MoveArgument`, whose article may be named as it was or as it is now. Moves the annotations of an article that
 * was renamed outside of the editor to its new name, or those of one that is gone to an article that the person
 * chooses; without an article, of all there are. Gives how many were moved.
 */
export const moveAnnotations: Command = {
  id: 'sourcemark.moveAnnotations',
  async run(services, argument) {
    const given = readArgument<MoveArgument>(argument);
    const session = await services.sessions.choose(given.folder);
    if (!session) return 0;
    await session.loaded;
    const moves = session.workspace.moves.filter(
      (move) => given.article === undefined || articlesOf(move).includes(given.article),
    );
    let moved = 0;
    for (const move of moves) {
      const to = given.to ?? (await targetOf(session, move));
      // Backing out of one question is backing out of the rest.
      if (to === undefined) break;
      await moveTo(services, session, move, to);
      moved++;
    }
    if (moves.length === 0) tell(vscode.l10n.t('Every article is where its annotations say.'));
    else if (moved > 0) tell(vscode.l10n.t('Annotations moved: {count}', { count: moved }));
    return moved;
  },
};

function articlesOf(move: Move): readonly (string | undefined)[] {
  return [articleOfStorePath(move.storeFile), ...(move.status === 'moved' ? [move.to] : [])];
}

async function targetOf(session: FolderSession, move: Move): Promise<string | undefined> {
  if (move.status === 'moved') return move.to;
  return pickArticle(session, articleOfStorePath(move.storeFile) ?? '', move.candidates);
}

async function moveTo(services: Services, session: FolderSession, { storeFile }: Move, to: string): Promise<void> {
  const { workspace } = session;
  const target = workspace.storeFileOf(to);
  const isMerge = target !== storeFile && workspace.text(target) !== undefined;
  const base = isMerge ? await readBase(services, session, storeFile, target) : undefined;
  const plan = planAttachment(workspace, storeFile, to, services.annotator.random, base);
  return carryOutMove(services, session, plan);
}
