import type { StoreOperation } from '../../core/store/operations';
import type { Services } from '../services';
import type { SessionFile } from '../session/folderSessions';
import type { ShownTexts } from '../session/storeEditor';

/** What the store says of an article now: to be read before a person is asked what it is to say. */
export function readShown({ session, path }: SessionFile): ShownTexts {
  const { storeFile } = session.workspace.article(path);
  return new Map([[storeFile, session.workspace.text(storeFile)]]);
}

/**
 * Writes what an article's annotations are to become, and keeps the text they were made on.
 * @param shown as for `StoreEditor.apply`.
 */
export async function writeAnnotations(
  services: Services,
  { session, path }: SessionFile,
  operations: readonly StoreOperation[],
  shown?: ShownTexts,
): Promise<void> {
  const { storeFile, text } = session.workspace.article(path);
  if (text !== undefined && operations.some(({ type }) => type === 'setText')) await services.texts.keep(text);
  await services.store.apply(
    session,
    operations.map((operation) => ({ file: storeFile, operation })),
    shown,
  );
}
