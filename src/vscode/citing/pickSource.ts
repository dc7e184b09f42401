import * as vscode from 'vscode';
import type { Source } from '../../core/model/schema';
import { type Stored, sourceTitle } from '../../core/workspace/library';
import { statusWarning } from '../hover/sourceLine';
import type { Services } from '../services';
import type { SessionFile } from '../session/folderSessions';
import { withoutIcons } from '../views/treeNode';
import { createSource, type SourceOrigin } from './createSource';
import { recentSources } from './recentSources';

interface SourceItem extends vscode.QuickPickItem {
  readonly source?: string;
  readonly origin?: SourceOrigin;
}

/** Lets a person choose a source for an article by any word of its title, publication or id, or make a new one. */
export async function pickSource(
  services: Services,
  { session, path }: Pick<SessionFile, 'session' | 'path'>,
): Promise<string | undefined> {
  const { sources } = session.workspace.library;
  const recent = recentSources(services, session).filter((id) => sources.has(id));
  const others = [...sources.keys()].filter((id) => !recent.includes(id));
  others.sort((a, b) => sourceTitle(sources.get(a)!).localeCompare(sourceTitle(sources.get(b)!), vscode.env.language));
  const items: SourceItem[] = [
    ...section(vscode.l10n.t('Cited recently'), recent, sources),
    ...section(vscode.l10n.t('Sources'), others, sources),
    { label: vscode.l10n.t('New source'), kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('$(link) From a web address…'), origin: 'url', alwaysShow: true },
    { label: vscode.l10n.t('$(file-text) From a file in the workspace…'), origin: 'file', alwaysShow: true },
    { label: vscode.l10n.t('$(edit) By hand…'), origin: 'hand', alwaysShow: true },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which source?'),
    placeHolder: vscode.l10n.t('Search by title, publication or id'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (picked?.origin) return createSource(services, session, { origin: picked.origin }, path);
  return picked?.source;
}

function section(label: string, ids: readonly string[], sources: ReadonlyMap<string, Stored<Source>>): SourceItem[] {
  if (ids.length === 0) return [];
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...ids.map((id) => {
      const source = sources.get(id)!;
      const { value } = source;
      const facts = [value['container-title'] ?? value.publisher, value.issued, id];
      const warning = statusWarning(value);
      return {
        label: `$(book) ${withoutIcons(sourceTitle(source))}`,
        description: warning ? `$(warning) ${warning}` : '',
        detail: facts.filter((fact) => typeof fact === 'string' || typeof fact === 'number').join(' · '),
        source: id,
      };
    }),
  ];
}
