import * as vscode from 'vscode';
import { createSource, type NewSource, type SourceOrigin } from '../citing/createSource';
import { readArgument, showPlace } from '../session/articleReference';
import type { Command } from './command';

export interface AddSourceArgument extends NewSource {
  /** The URI of the workspace folder. */
  readonly folder?: string;
}

/** Makes a source's record and opens it, because there is more to fill in. Gives the source's id. */
export const addSource: Command = {
  id: 'sourcemark.addSource',
  async run(services, argument) {
    const given = readArgument<AddSourceArgument>(argument);
    const session = await services.sessions.choose(given.folder);
    if (!session) return undefined;
    const isNamed = given.url ?? given.file ?? given.title ?? given.origin;
    const origin = isNamed === undefined ? await pickOrigin() : given.origin;
    if (isNamed === undefined && origin === undefined) return undefined;
    const id = await createSource(services, session, { ...given, ...(origin && { origin }) });
    const stored = id === undefined ? undefined : session.workspace.library.sources.get(id);
    if (stored) await showPlace({ session, path: stored.file }, stored.range, { preview: false });
    return id;
  },
};

async function pickOrigin(): Promise<SourceOrigin | undefined> {
  const items: (vscode.QuickPickItem & { origin: SourceOrigin })[] = [
    { label: vscode.l10n.t('$(link) From a web address…'), origin: 'url' },
    { label: vscode.l10n.t('$(file-text) From a file in the workspace…'), origin: 'file' },
    { label: vscode.l10n.t('$(edit) By hand…'), origin: 'hand' },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('New source') });
  return picked?.origin;
}
