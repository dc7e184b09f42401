import type { StoreOperation } from '../../core/store/operations';
import type { Services } from '../services';
import type { SessionFile } from '../session/folderSessions';

/** Writes what an article's annotations are to become, and keeps the text they were made on. */
export async function writeAnnotations(
  services: Services,
  { session, path }: SessionFile,
  operations: readonly StoreOperation[],
): Promise<void> {
  const { storeFile, text } = session.workspace.article(path);
  if (text !== undefined && operations.some(({ type }) => type === 'setText')) await services.texts.keep(text);
  await services.store.apply(
    session,
    operations.map((operation) => ({ file: storeFile, operation })),
  );
}
