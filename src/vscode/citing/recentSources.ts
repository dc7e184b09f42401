import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';

const MOST = 20;

/** The sources cited last in a folder, the latest first. Kept for this person only, by VS Code. */
export function recentSources({ context }: Services, session: FolderSession): readonly string[] {
  const kept = context.workspaceState.get<unknown>(keyOf(session));
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
}

export async function rememberSource(services: Services, session: FolderSession, id: string): Promise<void> {
  const others = recentSources(services, session).filter((other) => other !== id);
  await services.context.workspaceState.update(keyOf(session), [id, ...others].slice(0, MOST));
}

function keyOf({ folder }: FolderSession): string {
  return `recentSources:${folder.uri.toString()}`;
}
