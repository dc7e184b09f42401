import * as vscode from 'vscode';
import { entityName } from '../../core/workspace/library';
import type { FolderSession } from '../session/folderSession';

/** Lets a person choose an entity by any of its names. Undefined when the person backed out or there is none. */
export async function pickEntity(
  { workspace }: FolderSession,
  title: string,
  ids: Iterable<string> = workspace.library.entities.keys(),
): Promise<string | undefined> {
  const items = [...ids].flatMap((id) => {
    const entity = workspace.library.entities.get(id);
    if (!entity) return [];
    const { names, aliases } = entity.value;
    const others = [...Object.values(names), ...(aliases ?? [])];
    return { label: entityName(entity, vscode.env.language), description: id, detail: others.join(' · '), id };
  });
  items.sort((a, b) => a.label.localeCompare(b.label, vscode.env.language));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.id;
}
