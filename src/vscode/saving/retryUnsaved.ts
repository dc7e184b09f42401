import type { Message } from '../../core/model/message';
import type { Services } from '../services';
import type { UnsavedChange } from './unsavedChanges';

export interface RetryResult {
  /** How many are over: in their file, or in the editor of it, now. */
  readonly done: number;
  readonly left: readonly UnsavedChange[];
  /** What stands in the way of the first of those that do not ask. */
  readonly reason?: Message;
}

/** Tries kept changes again, the oldest first, because a later one may build on an earlier. */
export async function retryUnsaved(
  { unsaved, sessions, store }: Pick<Services, 'unsaved' | 'sessions' | 'store'>,
  entries: readonly UnsavedChange[],
): Promise<RetryResult> {
  let reason: Message | undefined;
  const unwritten = new Set<string>();
  for (const { id, folder, changes } of entries) {
    // A disk that gets room between two of them must not let the later one in first.
    if (changes.some(({ file }) => unwritten.has(`${folder}\n${file}`))) continue;
    const session = sessions.all.find((one) => one.folder.uri.toString() === folder);
    if (!session) continue;
    // One that cannot be made is no reason to leave the others where they are.
    const failure = await store.retry(session, id);
    if (unsaved.get(id)?.state === 'failed') reason ??= failure?.reason;
    if (failure?.unwritten) unwritten.add(`${folder}\n${failure.file}`);
  }
  const left = entries.flatMap(({ id }) => {
    const entry = unsaved.get(id);
    return entry && entry.state !== 'inEditor' ? [entry] : [];
  });
  return { done: entries.length - left.length, left, ...(reason && { reason }) };
}
