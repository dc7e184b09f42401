import * as vscode from 'vscode';
import { needsRepair } from '../../core/articles/repairPlaces';
import { tell } from '../citing/passage';
import { pickPlace } from '../repair/pickPlace';
import { repairClaim } from '../repair/repairClaim';
import type { SessionFile } from '../session/folderSessions';
import type { Command } from './command';

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
    let repaired = 0;
    for (const [index, { path, id }] of waiting.entries()) {
      const file: SessionFile = { session, path };
      const claim = workspace.claim(path, id);
      // Repairing one claim can settle another.
      if (!claim || !needsRepair(claim) || workspace.text(path) === undefined) continue;
      const title = vscode.l10n.t('Repair claims: {number} of {count}', { number: index + 1, count: waiting.length });
      const repair = await pickPlace(file, claim, title);
      if (!repair) break;
      if (await repairClaim(services, file, claim, repair)) repaired++;
    }
    return repaired;
  },
};
