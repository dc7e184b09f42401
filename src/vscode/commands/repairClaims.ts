import * as vscode from 'vscode';
import { needsRepair } from '../../core/articles/repairPlaces';
import { QuestionBox } from '../asking/questionBox';
import { tell } from '../citing/passage';
import { askForPlace } from '../repair/pickPlace';
import { repairClaim } from '../repair/repairClaim';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import type { SessionFile } from '../session/folderSessions';
import { type Command, tellFailure } from './command';

/** Walks through the claims that lost their place or whose figure changed, one after the other, the article in front first. */
export const repairClaims: Command = {
  id: 'sourcemark.repairClaims',
  async run(services) {
    const session = await services.sessions.choose();
    if (!session) return 0;
    await session.loaded;
    const { workspace } = session;
    const front = session.path(vscode.window.activeTextEditor?.document.uri ?? session.folder.uri);
    const articles = [...workspace.articles].sort((a, b) => Number(b === front) - Number(a === front));
    const waiting = articles.flatMap((path) =>
      workspace
        .article(path)
        .claims.filter(needsRepair)
        .map(({ id }) => ({ path, id })),
    );
    if (waiting.length === 0) {
      tell(vscode.l10n.t('Every claim has its place.'));
      return 0;
    }
    const box = new QuestionBox(vscode.l10n.t('Repair claims'));
    try {
      return await repairAll(services, session, waiting, box);
    } finally {
      box.dispose();
    }
  },
};

async function repairAll(
  services: Services,
  session: FolderSession,
  waiting: readonly { readonly path: string; readonly id: string }[],
  box: QuestionBox,
): Promise<number> {
  const { workspace } = session;
  let repaired = 0;
  for (const [index, { path, id }] of waiting.entries()) {
    const file: SessionFile = { session, path };
    const claim = workspace.claim(path, id);
    // Repairing one claim can settle another.
    if (!claim || !needsRepair(claim) || workspace.text(path) === undefined) continue;
    const title = vscode.l10n.t('Repair claims: {number} of {count}', { number: index + 1, count: waiting.length });
    const repair = await askForPlace(box, file, claim, title);
    if (!repair) return repaired;
    const carryOut = () => repairClaim(services, file, claim, repair);
    // What is cited anew, or deleted with what was said about it, is asked elsewhere.
    const asksElsewhere = repair.kind === 'recite' || repair.kind === 'remove';
    try {
      if (await (asksElsewhere ? box.leave(carryOut) : carryOut())) repaired++;
    } catch (error) {
      // The walk goes on, so that keys go on into its box.
      await tellFailure(services, error);
    }
  }
  const title = vscode.l10n.t('Repair finished. Claims repaired: {count}', { count: repaired });
  await box.askToClose(title);
  return repaired;
}
