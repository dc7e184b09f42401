import * as vscode from 'vscode';
import { anchor } from '../../core/anchoring/anchor';
import { findClaim, readArticle, tell } from '../citing/passage';
import { writeAnnotations } from '../citing/writeAnnotations';
import { pickPlace } from '../repair/pickPlace';
import { repairClaim } from '../repair/repairClaim';
import type { Command } from './command';

/** Takes a `ClaimReference`: puts a detached claim back where its words stand, else where the person says. */
export const attachClaim: Command = {
  id: 'sourcemark.attachClaim',
  async run(services, argument) {
    const found = findClaim(services, argument);
    const article = found && readArticle(found);
    if (!found?.claim.claim.detached || !article) return tell(vscode.l10n.t('This claim is on the text already.'));
    const { id, claim } = found.claim;
    const { status } = anchor(article.text, claim.target);
    if (status === 'exact' || status === 'moved') {
      await writeAnnotations(services, found, [{ type: 'attach', claim: id }]);
      return true;
    }
    const repair = await pickPlace(found, found.claim, vscode.l10n.t('Put the claim back on the text'));
    return repair !== undefined && repair.kind !== 'detach' && repairClaim(services, found, found.claim, repair);
  },
};
