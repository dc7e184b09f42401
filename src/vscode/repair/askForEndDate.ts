import * as vscode from 'vscode';
import { isDate } from '../../core/model/schema';

/**
 * Asks for the last day that an exemption holds.
 * @param value what stands in the box already.
 * @returns a date, possibly only a year or a month; empty for no end; undefined when the person backed out.
 */
export async function askForEndDate(value: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Until when does the exemption hold?'),
    prompt: vscode.l10n.t('Leave it empty for an exemption without an end.'),
    placeHolder: '2027-01-31',
    value,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || isDate(text.trim())
        ? undefined
        : vscode.l10n.t('Write it as 2027-01-31, or leave it empty.'),
  });
  return typed?.trim();
}
