import * as vscode from 'vscode';
import { findMarkedConflicts } from '../../core/store/conflictMarkers';
import { findOpenConflicts } from '../../core/store/conflictValue';
import { readYaml } from '../../core/store/readYaml';
import { tell } from '../citing/passage';
import { findStoreFile, type StoreFileArgument } from '../merging/findStoreFile';
import { readBase } from '../merging/readBase';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

/**
 * Merges by structure the two versions of a store file between which git left its markers. Gives how many
 * values a person has to choose between after that, or false when there was nothing to merge.
 */
export const mergeVersions: Command = {
  id: 'sourcemark.mergeVersions',
  async run(services, argument) {
    const file = findStoreFile(services, readArgument<StoreFileArgument>(argument));
    if (!file) return tell(vscode.l10n.t('Open a file of the store first.'));
    const { session, path } = file;
    if (findMarkedConflicts(session.workspace.text(path) ?? '').length === 0)
      return tell(vscode.l10n.t('There is no conflict in this file.'));
    const base = await readBase(services, session, path);
    await services.store.apply(session, [
      { file: path, operation: { type: 'mergeMarkers', ...(base !== undefined && { base }) } },
    ]);
    const left = findOpenConflicts(readYaml(session.workspace.text(path) ?? '').value).length;
    void vscode.window.showInformationMessage(
      left === 0
        ? vscode.l10n.t('Both versions are merged.')
        : vscode.l10n.t('Both versions are merged, but for {count} values that both changed. Choose which ones stay.', {
            count: left,
          }),
    );
    return left;
  },
};
