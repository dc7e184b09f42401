import * as vscode from 'vscode';
import { findClaim, tell } from '../citing/passage';
import { repairClaim } from '../repair/repairClaim';
import type { Command } from './command';

/** Takes a `ClaimReference`: takes the claim off the text. It stays listed and can be put back. */
export const detachClaim: Command = {
  id: 'sourcemark.detachClaim',
  run(services, argument) {
    const found = findClaim(services, argument);
    if (!found) return tell(vscode.l10n.t('Put the cursor on a claim first.'));
    return repairClaim(services, found, found.claim, { kind: 'detach' });
  },
};
