import * as vscode from 'vscode';
import { findClaim, tell } from '../citing/passage';
import { repairClaim } from '../repair/repairClaim';
import type { Command } from './command';

/**
 * Takes a `ClaimReference`: the figure changed, and the source supports the new one. The claim is described
 * anew on what stands there now; earlier verdicts judged the old figure and become stale.
 */
export const keepChangedValue: Command = {
  id: 'sourcemark.keepChangedValue',
  run(services, argument) {
    const found = findClaim(services, argument);
    if (found?.claim.anchor?.status !== 'valueChanged')
      return tell(vscode.l10n.t('The figure of this claim has not changed.'));
    return repairClaim(services, found, found.claim, { kind: 'keep' });
  },
};
