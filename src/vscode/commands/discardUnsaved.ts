import * as vscode from 'vscode';
import { tell } from '../citing/passage';
import { sayUnsaved } from '../saving/sayUnsaved';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';
import type { UnsavedArgument } from './retryUnsaved';

export interface DiscardUnsavedArgument extends UnsavedArgument {
  /** Whether the person was asked already. */
  readonly isConfirmed?: boolean;
}

/** Gives up what could not be saved, after asking. Gives whether anything was given up. */
export const discardUnsaved: Command = {
  id: 'sourcemark.discardUnsaved',
  async run(services, argument) {
    const { unsaved } = services;
    const { id, isConfirmed } = readArgument<DiscardUnsavedArgument>(argument);
    const entries = unsaved.waiting.filter((entry) => id === undefined || entry.id === id);
    if (entries.length === 0) return false;
    const discard = vscode.l10n.t('Discard');
    const question =
      entries.length === 1
        ? vscode.l10n.t('Discard this change for good?')
        : vscode.l10n.t('Discard these {count} changes for good?', { count: entries.length });
    const detail = entries.map((entry) => sayUnsaved(services, entry).label).join('\n');
    const answer = isConfirmed || (await vscode.window.showWarningMessage(question, { modal: true, detail }, discard));
    if (answer !== true && answer !== discard) return false;
    const discarded = await services.store.discard(entries.map((entry) => entry.id));
    if (discarded < entries.length) tell(vscode.l10n.t('What was waiting has been saved meanwhile.'));
    return discarded > 0;
  },
};
