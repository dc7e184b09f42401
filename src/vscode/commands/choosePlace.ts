import * as vscode from 'vscode';
import { findClaim, type PassageArgument, tell } from '../citing/passage';
import { pickPlace } from '../repair/pickPlace';
import { repairClaim } from '../repair/repairClaim';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

/** Takes a `PassageArgument`: puts a claim on a range of its article; asks for it among the likely places if absent. */
export const choosePlace: Command = {
  id: 'sourcemark.choosePlace',
  async run(services, argument) {
    const { range } = readArgument<PassageArgument>(argument);
    const found = findClaim(services, argument);
    if (!found) return tell(vscode.l10n.t('Put the cursor on a claim first.'));
    const title = vscode.l10n.t('Choose the place of a claim');
    const repair = range ? ({ kind: 'place', range } as const) : await pickPlace(found, found.claim, title);
    return repair !== undefined && repairClaim(services, found, found.claim, repair);
  },
};
