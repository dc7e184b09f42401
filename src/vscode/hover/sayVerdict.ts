import * as vscode from 'vscode';
import type { Verdict } from '../../core/model/schema';
import { personName } from '../../core/workspace/personName';
import type { FolderSession } from '../session/folderSession';

/** “verified by ken, 21 Nov 2026”, and that it is out of date where the claim changed since. */
export function sayVerdict(session: FolderSession, { verdict, by, at }: Verdict, stale: boolean): string {
  const parts = { person: personName(session.workspace.config, by), date: sayDate(at) };
  const said =
    verdict === 'verified'
      ? vscode.l10n.t('Verified by {person}, {date}', parts)
      : verdict === 'disputed'
        ? vscode.l10n.t('Disputed by {person}, {date}', parts)
        : vscode.l10n.t('Questioned by {person}, {date}', parts);
  return stale ? vscode.l10n.t('{verdict} (the claim changed since)', { verdict: said }) : said;
}

/** An instant as the reader's language writes dates; as stored where it is none. */
export function sayDate(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(date);
}
