import * as vscode from 'vscode';
import { setUpMergeDriver } from '../merging/mergeDriver';
import { readArgument } from '../session/articleReference';
import { StoreWriteError } from '../session/storeEditor';
import type { Command } from './command';

export interface SetUpMergingArgument {
  /** The URI of the workspace folder; that of the active editor when absent. */
  readonly folder?: string;
}

/**
 * Where git cannot be reached from here, this does the same in a terminal. Not by npx, which would do what the folder's
 * own settings of npm say.
 */
const TERMINAL_COMMAND = 'sourcemark init --merge-driver';

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
    else if (outcome === 'notTrusted')
      void vscode.window.showWarningMessage(
        vscode.l10n.t('git is not asked in a folder that is not trusted. Trust the folder, then try again.'),
      );
    else if (outcome === 'noGit')
      void vscode.window.showWarningMessage(
        vscode.l10n.t('git could not be set up: this folder is in no git repository, or git is not installed.'),
      );
    else offerTerminal();
    return outcome === 'done';
  },
};

function offerTerminal(): void {
  const copy = vscode.l10n.t('Copy Command');
  const sentence = vscode.l10n.t(
    'git cannot be reached from this window. On the computer that has the clone and git, set up merging in VS Code, or install the command-line program and run this in the clone: {command}',
    { command: TERMINAL_COMMAND },
  );
  void vscode.window.showWarningMessage(sentence, copy).then((choice) => {
    if (choice === copy) void vscode.env.clipboard.writeText(TERMINAL_COMMAND);
  });
}
