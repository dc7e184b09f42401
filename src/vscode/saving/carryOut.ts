import { type Message, message } from '../../core/model/message';
import type { FileWriter } from '../../core/ports';
import { applyOperations, withoutStaleText } from '../../core/store/applyOperations';
import type { StoreOperation } from '../../core/store/operations';
import type { FolderSession } from '../session/folderSession';
import { type FileResult, FileWork } from './fileWork';
import type { StoreChange } from './unsavedChanges';

/** What became of changes: those before a failure stand, the failing one and those after it were not made. */
export interface Attempt {
  /** Files that were written. */
  readonly saved: readonly string[];
  /** Files that a person is editing: what went into their editor is saved by that person. */
  readonly inEditor: readonly string[];
  readonly failure?: { readonly file: string; readonly reason: Message };
}

/** What each file was when the changes were thought of; unknown for changes from another time. */
export type SeenTexts = ReadonlyMap<string, string | undefined> | 'unknown';

/**
 * Carries changes out file by file, each file in one step. All are tried on the files as they are before the
 * first is written, so what is refused is refused whole; only a write that fails can leave the later files out.
 */
export async function carryOut(
  session: FolderSession,
  writer: FileWriter,
  changes: readonly StoreChange[],
  seen: SeenTexts,
): Promise<Attempt> {
  const work = [...groupByFile(changes)].map(([file, operations]) => {
    const seenText = seen === 'unknown' ? seen : seen.get(file);
    return new FileWork(session, writer, file, (text) => applyTo(file, operations, seenText, text));
  });
  if (work.length > 1)
    for (const one of work) {
      const reason = await one.findRefusal();
      if (reason) return { saved: [], inEditor: [], failure: { file: one.file, reason } };
    }
  const saved: string[] = [];
  const inEditor: string[] = [];
  for (const one of work) {
    const made = await one.make();
    if (made.status === 'failed') return { saved, inEditor, failure: { file: one.file, reason: made.reason } };
    (made.status === 'saved' ? saved : inEditor).push(one.file);
  }
  return { saved, inEditor };
}

function groupByFile(changes: readonly StoreChange[]): Map<string, StoreOperation[]> {
  const files = new Map<string, StoreOperation[]>();
  for (const { file, operation } of changes) {
    const operations = files.get(file);
    if (operations) operations.push(operation);
    else files.set(file, [operation]);
  }
  return files;
}

function applyTo(
  file: string,
  operations: readonly StoreOperation[],
  seen: string | undefined,
  text: string | undefined,
): FileResult {
  const result = applyOperations(text, withoutStaleText(operations, seen, text));
  if (result.text === undefined) {
    // The last one says what it means for the change; those before it, what is wrong with the file.
    const reason = result.problems.at(-1)?.message ?? '';
    return { refused: message('{file} was not changed: {reason}', { file, reason }) };
  }
  // A removal from a file that is not there leaves it so.
  return text === undefined && result.edits.length === 0 ? undefined : { text: result.text, edits: result.edits };
}
