import { articleOfStorePath } from '../../core/model/storePaths';
import { giveWay, insistOn } from '../../core/store/answerHindrance';
import { applySeen } from '../../core/store/applySeen';
import type { Hindrance } from '../../core/store/decideOperation';
import type { StoreOperation } from '../../core/store/operations';
import type { YamlValue } from '../../core/store/toData';
import type { Services } from '../services';
import type { FolderSession } from '../session/folderSession';
import { followEntry } from '../session/storeEditor';
import { groupByFile } from './carryOut';
import { findEdited, readText } from './openDocument';
import { type SeenFiles, type StoreChange, seenOf, type UnsavedChange } from './unsavedChanges';

/** A kept change that a person has to choose about, on its files as they are now. */
export interface UnsavedQuestion {
  readonly session: FolderSession;
  readonly entry: UnsavedChange;
  readonly seen: SeenFiles | undefined;
  readonly files: readonly AskedFile[];
  readonly hindrances: readonly Hindrance[];
}

interface AskedFile {
  readonly file: string;
  readonly operations: readonly StoreOperation[];
  readonly text: string | undefined;
  readonly hindrances: readonly Hindrance[];
}

export type Answer = 'mine' | 'theirs';

/** Undefined where the folder is not open any more. Without hindrances, nothing has to be asked. */
export async function readQuestion({ sessions }: Services, entry: UnsavedChange): Promise<UnsavedQuestion | undefined> {
  const session = sessions.all.find((one) => one.folder.uri.toString() === entry.folder);
  if (!session) return undefined;
  const { changes, seen } = followEntry(session, entry);
  const files: AskedFile[] = [];
  for (const [file, operations] of groupByFile(changes)) {
    const uri = session.uri(file);
    const text = findEdited(uri)?.getText() ?? (await readText(uri));
    const { hindrances } = applySeen(text, operations, seenOf(seen, file));
    files.push({ file, operations, text, hindrances });
  }
  return { session, entry, seen, files, hindrances: files.flatMap(({ hindrances }) => hindrances) };
}

/** Whether the change can be made at all: what nobody saw cannot be put back. */
export function canInsist({ hindrances }: UnsavedQuestion): boolean {
  return hindrances.every((hindrance) => hindrance.kind === 'differs' || hindrance.thing !== undefined);
}

/** What becomes of the change by an answer; no changes when it is given up whole. */
export function answerQuestion(
  { seen: known, files }: UnsavedQuestion,
  answer: Answer,
): { readonly changes: readonly StoreChange[]; readonly seen: SeenFiles | undefined } {
  const changes: StoreChange[] = [];
  const seen: Record<string, YamlValue> = {};
  for (const { file, operations, text, hindrances } of files) {
    const kept = { operations, seen: seenOf(known, file) };
    const next =
      hindrances.length === 0
        ? kept
        : answer === 'mine'
          ? insistOn(operations, hindrances, text, articleOfStorePath(file) ?? '')
          : giveWay(kept, hindrances);
    changes.push(...next.operations.map((operation) => ({ file, operation })));
    if (next.seen !== undefined) seen[file] = next.seen;
  }
  return { changes, seen: Object.keys(seen).length > 0 ? seen : undefined };
}
