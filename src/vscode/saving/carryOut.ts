import { type Message, message } from '../../core/model/message';
import type { FileWriter } from '../../core/ports';
import { applySeen } from '../../core/store/applySeen';
import { disputeMessage, hindranceMessage } from '../../core/store/hindranceMessage';
import type { StoreOperation } from '../../core/store/operations';
import type { FolderSession } from '../session/folderSession';
import { type Failure, FileWork } from './fileWork';
import { type SeenFiles, type StoreChange, seenOf } from './unsavedChanges';

/** What became of changes: those before a failure stand, the failing one and those after it were not made. */
export interface Attempt {
  /** Files that were written. */
  readonly saved: readonly string[];
  /** Files that a person is editing: what went into their editor is saved by that person. */
  readonly inEditor: readonly string[];
  /** What was to be removed and stays as an open conflict, because others worked on it, by file. */
  readonly disputed: ReadonlyMap<string, Message>;
  readonly failure?: {
    readonly file: string;
    readonly reason: Message;
    /** Whether trying again does not help before a person has chosen. */
    readonly asks: boolean;
    /** Whether the file could not be written at all, so that nothing else can go into it either. */
    readonly unwritten: boolean;
  };
}

/**
 * Carries changes out file by file, each file in one step. All are tried on the files as they are before the
 * first is written, so what is refused is refused whole; only a write that fails can leave the later files out.
 * @param seen what the changes saw of their files; undefined for changes of which nobody noted it.
 */
export async function carryOut(
  session: FolderSession,
  writer: FileWriter,
  changes: readonly StoreChange[],
  seen: SeenFiles | undefined,
): Promise<Attempt> {
  const disputed = new Map<string, Message>();
  const work = [...groupByFile(changes)].map(([file, operations]) => {
    const seenText = seenOf(seen, file);
    return new FileWork(session, writer, file, (text) => {
      const { text: becomes, edits, problems, hindrances, disputed: left } = applySeen(text, operations, seenText);
      const [dispute] = left;
      if (dispute) disputed.set(file, disputeMessage(dispute.path, dispute.thing));
      else disputed.delete(file);
      const [hindrance] = hindrances;
      if (hindrance) return { refused: hindranceMessage(hindrance), asks: true };
      if (becomes === undefined) {
        // The last one says what it means for the change; those before it, what is wrong with the file.
        const reason = problems.at(-1)?.message ?? '';
        return { refused: message('{file} was not changed: {reason}', { file, reason }) };
      }
      // A removal from a file that is not there leaves it so.
      return text === undefined && edits.length === 0 ? undefined : { text: becomes, edits };
    });
  });
  const saved: string[] = [];
  const inEditor: string[] = [];
  const failed = (file: string, { reason, asks = false, unwritten = false }: Failure) => ({
    saved,
    inEditor,
    disputed: new Map([...disputed].filter(([name]) => saved.includes(name) || inEditor.includes(name))),
    failure: { file, reason, asks, unwritten },
  });
  if (work.length > 1)
    for (const one of work) {
      const refusal = await one.findRefusal();
      if (refusal) return failed(one.file, refusal);
    }
  for (const one of work) {
    const made = await one.make();
    if (made.status === 'failed') return failed(one.file, made);
    (made.status === 'saved' ? saved : inEditor).push(one.file);
  }
  return { saved, inEditor, disputed };
}

export function groupByFile(changes: readonly StoreChange[]): Map<string, StoreOperation[]> {
  const files = new Map<string, StoreOperation[]>();
  for (const { file, operation } of changes) {
    const operations = files.get(file);
    if (operations) operations.push(operation);
    else files.set(file, [operation]);
  }
  return files;
}
