import * as vscode from 'vscode';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';

/** Names a source or an entity in a command's argument. */
export interface RecordReference {
  readonly folder?: string;
  readonly source?: string;
  readonly entity?: string;
  /** True where the person was asked already. */
  readonly confirmed?: boolean;
}

/** @returns whether it was removed. What names it stays and is then reported as unknown: nothing is dropped. */
export async function removeRecord(services: Services, of: 'source' | 'entity', argument: unknown): Promise<boolean> {
  const { folder, confirmed, [of]: id } = readArgument<RecordReference>(argument);
  const session =
    folder === undefined
      ? services.sessions.active
      : services.sessions.all.find((one) => one.folder.uri.toString() === folder);
  if (!session || id === undefined) return false;
  const { sources, entities } = session.workspace.library;
  const record = (of === 'source' ? sources : entities).get(id);
  const shown = record && new Map([[record.file, session.workspace.text(record.file)]]);
  if (!record || !(confirmed || (await confirm(session, of, id)))) return false;
  const operation = of === 'source' ? { type: 'removeSource' as const, id } : { type: 'removeEntity' as const, id };
  await services.store.apply(session, [{ file: record.file, operation }], shown);
  return true;
}

async function confirm(session: FolderSession, of: 'source' | 'entity', id: string): Promise<boolean> {
  const remove = vscode.l10n.t('Delete');
  const claims = session.workspace.articles.flatMap((path) => session.workspace.article(path).claims);
  const uses = claims.filter(({ claim }) =>
    of === 'source'
      ? claim.citations?.some(({ source }) => source === id)
      : claim.entities?.includes(id) || claim.measure?.of === id,
  ).length;
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('Delete “{id}” from the store?', { id }),
    {
      modal: true,
      detail:
        uses === 0
          ? vscode.l10n.t('No claim names it.')
          : vscode.l10n.t('Claims that name it: {count}. They stay, and are reported until they name another.', {
              count: uses,
            }),
    },
    remove,
  );
  return picked === remove;
}
