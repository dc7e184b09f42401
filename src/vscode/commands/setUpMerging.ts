import * as vscode from 'vscode';
import { setUpMergeDriver } from '../merging/mergeDriver';
import { readArgument } from '../session/articleReference';
import { StoreWriteError } from '../session/storeEditor';
import type { Command } from './command';

export interface SetUpMergingArgument {
  /** The URI of the workspace folder; that of the active editor when absent. */
  readonly folder?: string;
}

/** Where git cannot be reached from here, this does the same in a terminal. */
const TERMINAL_COMMAND = 'npx sourcemark init --merge-driver';

/** Has git merge annotations by their structure in this clone. Gives whether it does now. */
export const setUpMerging: Command = {
  id: 'sourcemark.setUpMerging',
  async run(services, argument) {
    const { folder } = readArgument<SetUpMergingArgument>(argument);
    const session = await services.sessions.choose(folder);
    if (!session) return false;
    const outcome = await setUpMergeDriver(services, session);
    if (outcome === 'notWritten')
      throw new StoreWriteError(
        vscode.l10n.t('{file} could not be written. Check that it is not read-only, then try again.', {
          file: '.gitattributes',
        }),
      );
    if (outcome === 'done')
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'git now merges annotations by their structure in this clone. Commit .gitattributes; colleagues run this command once in their clones.',
        ),
      );
    else if (outcome === 'notWorking')
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'A merge that was tried did not come out right, so nothing was set up: git merges annotations by lines. The output “Sourcemark” says why.',
        ),
      );
    else
      offerTerminal(
        outcome === 'noGit'
          ? vscode.l10n.t('git could not be set up: this folder is in no git repository, or git is not installed.')
          : vscode.l10n.t('git cannot be reached from this window. Run this in a terminal, in the folder: {command}', {
              command: TERMINAL_COMMAND,
            }),
        outcome === 'notHere',
      );
    return outcome === 'done';
  },
};

function offerTerminal(sentence: string, isUseful: boolean): void {
  const copy = vscode.l10n.t('Copy Command');
  void vscode.window.showWarningMessage(sentence, ...(isUseful ? [copy] : [])).then((choice) => {
    if (choice === copy) void vscode.env.clipboard.writeText(TERMINAL_COMMAND);
  });
}
