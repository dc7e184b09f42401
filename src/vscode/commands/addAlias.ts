import * as vscode from 'vscode';
import { findName, type NameArgument } from '../citing/findName';
import { tell } from '../citing/passage';
import { pickEntity } from '../citing/pickEntity';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

export interface AddAliasArgument extends NameArgument {
  readonly entity?: string;
  /** The new name; takes the place of the selection. */
  readonly alias?: string;
}

/** Makes the selection another name of an entity. Gives the entity's id. */
export const addAlias: Command = {
  id: 'sourcemark.addAlias',
  async run(services, argument) {
    const given = readArgument<AddAliasArgument>(argument);
    const found = given.alias === undefined ? await findName(services, given) : undefined;
    const session = found?.session ?? (await services.sessions.choose(given.folder));
    const alias = given.alias ?? found?.name;
    if (!session || !alias) return tell(vscode.l10n.t('Select a name in an article first.'));
    const id =
      given.entity ?? (await pickEntity(session, vscode.l10n.t('“{name}” is another name of…', { name: alias })));
    const stored = id === undefined ? undefined : session.workspace.library.entities.get(id);
    if (!stored) return undefined;
    await services.store.apply(session, [{ file: stored.file, operation: { type: 'addAlias', id: stored.id, alias } }]);
    return stored.id;
  },
};
