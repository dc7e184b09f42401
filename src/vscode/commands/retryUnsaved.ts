import * as vscode from 'vscode';
import { tell } from '../citing/passage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { retryUnsaved as retry } from '../saving/retryUnsaved';
import { tellAsking, tellUnsaved } from '../saving/tellUnsaved';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

export interface UnsavedArgument {
  /** The kept change's id; all of them when absent. */
  readonly id?: string;
}

/** Tries again what could not be saved. Gives how many changes still could not. */
export const retryUnsaved: Command = {
  id: 'sourcemark.retryUnsaved',
  async run(services, argument) {
    const { id } = readArgument<UnsavedArgument>(argument);
    await services.unsaved.refresh();
    const entries = services.unsaved.waiting.filter((entry) => id === undefined || entry.id === id);
    if (entries.length === 0) tell(vscode.l10n.t('Everything is saved.'));
    const { done, left, reason } = await retry(services, entries);
    const asking = left.find(({ state }) => state === 'asking');
    if (reason) tellUnsaved(sayMessage(reason));
    else if (asking?.reason) tellAsking(asking, sayMessage(asking.reason));
    else if (done > 0) vscode.window.setStatusBarMessage(vscode.l10n.t('What was waiting is saved now.'), 4000);
    return left.length;
  },
};
