import * as vscode from 'vscode';
import { createSlugId } from '../../core/model/ids';
import type { Entity } from '../../core/model/schema';
import { entityStorePath } from '../../core/model/storePaths';
import { findName, type NameArgument } from '../citing/findName';
import { ensureStore } from '../citing/passage';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';

export interface AddEntityArgument extends NameArgument {
  readonly id?: string;
  readonly type?: Entity['type'];
  /** Language tag to name; takes the place of the selection. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Makes the selected name an entity. Gives its id. */
export const addEntity: Command = {
  id: 'sourcemark.addEntity',
  async run(services, argument) {
    const given = readArgument<AddEntityArgument>(argument);
    const found = await findName(services, given);
    const session = found?.session ?? (await services.sessions.choose(given.folder));
    if (!session) return undefined;
    const names = given.names ?? (await askForNames(found?.name ?? given.id ?? ''));
    if (!names) return undefined;
    const type = given.type ?? (await askForType(Object.values(names)[0] ?? ''));
    if (!type || !(await ensureStore(services, session))) return undefined;
    const id =
      given.id ?? createSlugId([names.en ?? Object.values(names)[0] ?? ''], session.workspace.library.entities);
    const entity: Entity = { type, names: { ...names } };
    await services.store.apply(session, [{ file: entityStorePath(id), operation: { type: 'addEntity', id, entity } }]);
    return id;
  },
};

/** The name as it stands in the article, then the same in the newsroom's other language. */
async function askForNames(name: string): Promise<Record<string, string> | undefined> {
  const own = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the entity'),
    value: name,
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() ? undefined : vscode.l10n.t('Type a name.')),
  });
  if (!own) return undefined;
  const isJapanese = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(own);
  const other = await vscode.window.showInputBox({
    title: isJapanese
      ? vscode.l10n.t('Its name in English (optional)')
      : vscode.l10n.t('Its name in Japanese (optional)'),
    ignoreFocusOut: true,
  });
  if (other === undefined) return undefined;
  const [first, second] = isJapanese ? ['ja', 'en'] : ['en', 'ja'];
  return { [first!]: own.trim(), ...(other.trim() && { [second!]: other.trim() }) };
}

async function askForType(name: string): Promise<Entity['type'] | undefined> {
  const types: (vscode.QuickPickItem & { type: Entity['type'] })[] = [
    { label: vscode.l10n.t('$(account) Person'), type: 'person' },
    { label: vscode.l10n.t('$(organization) Organization'), type: 'organization' },
    { label: vscode.l10n.t('$(package) Product'), type: 'product' },
    { label: vscode.l10n.t('$(location) Place'), type: 'place' },
    { label: vscode.l10n.t('$(book) Publication'), type: 'publication' },
    { label: vscode.l10n.t('$(calendar) Event'), type: 'event' },
    { label: vscode.l10n.t('$(tag) Other'), type: 'other' },
  ];
  const picked = await vscode.window.showQuickPick(types, {
    title: vscode.l10n.t('What is “{name}”?', { name }),
    ignoreFocusOut: true,
  });
  return picked?.type;
}
