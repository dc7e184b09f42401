import { sha256 } from '../../core/model/gitBlobId';
import { readArgument } from '../session/articleReference';
import type { Command } from './command';
import type { RecordReference } from './openInStore';

/**
 * Takes a `RecordReference` with a source: its text was read again, and what was cited still holds. The
 * record then names the text as it is now.
 */
export const acceptSourceText: Command = {
  id: 'sourcemark.acceptSourceText',
  async run(services, argument) {
    const { folder, source } = readArgument<RecordReference>(argument);
    const session =
      services.sessions.all.find((one) => one.folder.uri.toString() === folder) ?? services.sessions.active;
    const stored = source === undefined ? undefined : session?.workspace.library.sources.get(source);
    const file = stored?.value.custom?.text;
    const text = file === undefined ? undefined : session?.workspace.text(file);
    if (!session || !stored || text === undefined) return false;
    await services.store.apply(session, [
      {
        file: stored.file,
        operation: { type: 'setSource', id: stored.id, path: ['custom', 'sha256'], value: sha256(text) },
      },
    ]);
    return true;
  },
};
