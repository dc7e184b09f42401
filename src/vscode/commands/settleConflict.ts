import * as vscode from 'vscode';
import { findMarkedConflicts } from '../../core/store/conflictMarkers';
import { findOpenConflicts } from '../../core/store/conflictValue';
import { readYaml } from '../../core/store/readYaml';
import type { YamlValue } from '../../core/store/toData';
import { flowToYaml } from '../../core/store/toYaml';
import type { Range } from '../../core/text/range';
import { tell } from '../citing/passage';
import { findStoreFile, type StoreFileArgument } from '../merging/findStoreFile';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import { oneLine } from '../views/treeNode';
import type { Command } from './command';

export interface SettleConflictArgument extends StoreFileArgument {
  /** Where the conflict is; the first one of the file when absent. */
  readonly range?: Range;
  /** Which value stays, from 0 in the order of the file; asked for when absent. */
  readonly choose?: number;
}

/** Settles one conflict that a merge left in a file of the store. Gives whether it was settled. */
export const settleConflict: Command = {
  id: 'sourcemark.settleConflict',
  async run(services, argument) {
    const given = readArgument<SettleConflictArgument>(argument);
    const file = findStoreFile(services, given);
    const text = file?.session.workspace.text(file.path);
    if (!file || text === undefined) return tell(vscode.l10n.t('Open a file of the store first.'));
    const settled =
      findMarkedConflicts(text).length > 0
        ? await settleMarked(services, file, text, given)
        : await settleValue(services, file, text, given);
    return settled ?? tell(vscode.l10n.t('There is no conflict in this file.'));
  },
};

/** Two versions of some lines, as git leaves them. */
async function settleMarked(
  { store }: Services,
  { session, path }: SessionFile,
  text: string,
  { range, choose }: Partial<SettleConflictArgument>,
): Promise<boolean | undefined> {
  const conflicts = findMarkedConflicts(text);
  const conflict =
    conflicts.find((one) => range && one.range.start <= range.start && range.start < one.range.end) ?? conflicts[0];
  if (!conflict) return undefined;
  const sides = [conflict.ours, conflict.theirs].map(({ start, end }) => text.slice(start, end));
  const chosen = choose ?? (await pickValue(sides));
  const side = chosen === undefined ? undefined : sides[chosen];
  if (side === undefined) return false;
  const marked = text.slice(conflict.range.start, conflict.range.end);
  let isSettled = false;
  await store.rewrite(session, path, (now = '') => {
    // Found again by its lines: others may have been changed above it.
    const start = now.indexOf(marked);
    isSettled = start >= 0;
    return isSettled ? now.slice(0, start) + side + now.slice(start + marked.length) : undefined;
  });
  return isSettled;
}

/** Values of one field that a structural merge could not decide between. */
async function settleValue(
  services: Services,
  { session, path }: SessionFile,
  text: string,
  { range, choose }: Partial<SettleConflictArgument>,
): Promise<boolean | undefined> {
  const open = findOpenConflicts(readYaml(text).value);
  const problems = session.workspace.problems(path).filter(({ rule }) => rule === 'store/conflict');
  // Both lists are in the order of the text, one problem for each conflict.
  const index = problems.findIndex((problem) => range && problem.range.start === range.start);
  const conflict = open[Math.max(0, index)];
  if (!conflict) return undefined;
  const chosen = choose ?? (await pickValue(conflict.values.map(sayValue), conflict.path.join(' › ')));
  if (chosen === undefined) return false;
  const operation = { type: 'settleConflict' as const, path: conflict.path, choose: chosen };
  // The number of a value means nothing once the conflict holds others.
  await services.store.apply(session, [{ file: path, operation }], new Map([[path, text]]));
  return true;
}

function sayValue(value: YamlValue): string {
  return value === null ? vscode.l10n.t('Remove it') : flowToYaml(value);
}

/** @param place which of the file's values they are, where that is known. */
async function pickValue(values: readonly string[], place = ''): Promise<number | undefined> {
  const items = values.map((value, index) => ({
    label: vscode.l10n.t('Version {number}', { number: index + 1 }),
    detail: oneLine(value, 200),
    index,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Two people changed this. Which version stays?'),
    placeHolder: place,
    ignoreFocusOut: true,
  });
  return picked?.index;
}
