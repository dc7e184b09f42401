import * as vscode from 'vscode';
import { findClaim, tell } from '../citing/passage';
import { repairClaim } from '../repair/repairClaim';
import type { Command } from './command';

/** Takes a `ClaimReference`: deletes the claim; asks first where others have said something of it. */
export const removeClaim: Command = {
  id: 'sourcemark.removeClaim',
  run(services, argument) {
    const found = findClaim(services, argument);
    if (!found) return tell(vscode.l10n.t('Put the cursor on a claim first.'));
    return repairClaim(services, found, found.claim, { kind: 'remove' });
  },
};
