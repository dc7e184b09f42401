import * as vscode from 'vscode';
import { writeAnnotations } from '../citing/writeAnnotations';
import { type ExemptionReference, findExemption } from '../repair/findExemption';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

export interface ExtendExemptionArgument extends ExemptionReference {
  /** The last day it holds, as `YYYY-MM-DD`; empty for no end. */
  readonly until?: string;
}

/** Lets an exemption hold longer. */
export const extendExemption: Command = {
  id: 'sourcemark.extendExemption',
  async run(services, argument) {
    const given = readArgument<ExtendExemptionArgument>(argument);
    const found = findExemption(services, given);
    if (!found) return false;
    const until = given.until ?? (await askForDate(found.session.workspace.today));
    if (until === undefined) return false;
    const { id } = found.exemption;
    await writeAnnotations(services, found, [{ type: 'setUntil', id, ...(until.trim() && { until: until.trim() }) }]);
    return true;
  },
};

function askForDate(today: string): Thenable<string | undefined> {
  const [year, ...rest] = today.split('-');
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Until when does the exemption hold?'),
    prompt: vscode.l10n.t('Leave it empty for an exemption without an end.'),
    value: [Number(year) + 1, ...rest].join('-'),
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed.trim())
        ? undefined
        : vscode.l10n.t('Write it as 2027-01-31, or leave it empty.'),
  });
}
