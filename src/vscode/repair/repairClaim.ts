import * as vscode from 'vscode';
import { retargetOperations } from '../../core/articles/annotate';
import type { ClaimView } from '../../core/articles/articleView';
import type { StoreOperation } from '../../core/store/operations';
import { readArticle } from '../citing/passage';
import { readShown, writeAnnotations } from '../citing/writeAnnotations';
import type { Services } from '../services';
import { toReference } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import type { Repair } from './pickPlace';

/** Carries out what was decided about a claim. @returns whether something was written. */
export async function repairClaim(
  services: Services,
  file: SessionFile,
  claim: ClaimView,
  repair: Repair,
): Promise<boolean> {
  if (repair.kind === 'recite') {
    const reference = { ...toReference(file), claim: claim.id };
    return (await vscode.commands.executeCommand('sourcemark.citeSource', reference)) !== undefined;
  }
  const shown = readShown(file);
  const operations = await operationsFor(services, file, claim, repair);
  if (operations.length === 0) return false;
  await writeAnnotations(services, file, operations, shown);
  return true;
}

async function operationsFor(
  services: Services,
  file: SessionFile,
  { id, claim, anchor }: ClaimView,
  repair: Exclude<Repair, { kind: 'recite' }>,
): Promise<readonly StoreOperation[]> {
  const article = readArticle(file);
  switch (repair.kind) {
    case 'place':
    case 'keep': {
      const range = repair.kind === 'place' ? repair.range : anchor && 'range' in anchor ? anchor.range : undefined;
      if (!article || !range) return [];
      const retarget = retargetOperations(article, 'claims', id, range);
      return claim.detached ? [{ type: 'attach', claim: id }, ...retarget] : retarget;
    }
    case 'detach': {
      const by = await services.annotator.person(file.session);
      return by === undefined ? [] : [{ type: 'detach', claim: id, by, at: services.annotator.now() }];
    }
    case 'remove':
      return (await isRemovalMeant(claim)) ? [{ type: 'removeClaim', id }] : [];
    case 'skip':
      return [];
  }
}

/** Verdicts and threads are other people's words; they do not go without a question. */
async function isRemovalMeant(claim: ClaimView['claim']): Promise<boolean> {
  if (!claim.verdicts?.length && !claim.thread?.length) return true;
  const remove = vscode.l10n.t('Delete');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Delete the claim together with what was said about it?'),
    { modal: true, detail: vscode.l10n.t('To keep it, take it off the text instead.') },
    remove,
  );
  return answer === remove;
}
