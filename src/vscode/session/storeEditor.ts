import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import { renderMessage } from '../../core/model/renderMessage';
import { followChanges } from '../../core/moves/followChanges';
import type { FileWriter } from '../../core/ports';
import { withoutReplaced } from '../../core/store/answerHindrance';
import { seenAfter, seenBy } from '../../core/store/seenData';
import { trimTextEdit } from '../../core/store/textEdits';
import type { YamlValue } from '../../core/store/toData';
import { writeFailureMessage } from '../../core/store/writeFailureMessage';
import { type Attempt, carryOut, groupByFile } from '../saving/carryOut';
import { FileWork } from '../saving/fileWork';
import {
  isTriedAgain,
  type SeenFiles,
  type StoreChange,
  seenOf,
  type UnsavedChange,
  type UnsavedChanges,
} from '../saving/unsavedChanges';
import type { Annotator } from './annotator';
import type { FolderSession } from './folderSession';

export type { StoreChange } from '../saving/unsavedChanges';

/** A change that could not be made or saved; the message is for the person who wanted it. */
export class StoreWriteError extends Error {
  constructor(
    message: string,
    /** The kept change, which will be tried again, or waits for an answer. */
    readonly kept?: UnsavedChange,
    /** Does the same once more, where the person can have that without answering everything again. */
    readonly tryAgain?: () => void,
  ) {
    super(message);
  }
}

/** The texts of store files as a person saw them who then decided what to change; undefined for what was not there. */
export type ShownTexts = ReadonlyMap<string, string | undefined>;

/** An action whose turn has not come yet. What it saw grows by what is made of the same person before it. */
interface Pending {
  entry: UnsavedChange;
}

/**
 * The only way into the store. A file that a person is editing takes the change in its editor, where undo
 * works and that person saves; any other is changed on the disk, compared with what was read. Each change is
 * the smallest edit of the file as it is then, and what cannot be saved is kept and tried again. Each knows what
 * its author saw, and is never made over what somebody else made of that since.
 */
export class StoreEditor {
  readonly #unsaved: UnsavedChanges;
  readonly #annotator: Annotator;
  readonly #openWriter: (folder: vscode.Uri) => FileWriter;
  readonly #writers = new Map<string, FileWriter>();
  readonly #pending = new Set<Pending>();
  readonly #left = new vscode.EventEmitter<Message>();
  /** Tells what was to be removed and stays as an open conflict, because others worked on it. */
  readonly onDidLeave = this.#left.event;
  #queue: Promise<unknown> = Promise.resolve();
  #lastInstant = 0;

  constructor(unsaved: UnsavedChanges, annotator: Annotator, openWriter: (folder: vscode.Uri) => FileWriter) {
    this.#unsaved = unsaved;
    this.#annotator = annotator;
    this.#openWriter = openWriter;
  }

  /**
   * Makes the changes that one action wants, in the order in which actions came.
   * @param shown the files as they were when the person was asked, if that was before now.
   * @throws StoreWriteError saying what was not saved and why.
   */
  async apply(session: FolderSession, changes: readonly StoreChange[], shown?: ShownTexts): Promise<void> {
    checkTrust();
    if (changes.length === 0) return;
    const pending: Pending = {
      entry: {
        id: createEntryId(this.#annotator),
        folder: session.folder.uri.toString(),
        at: this.#nextInstant(),
        changes,
        seen: seenByAll(session, changes, shown),
        state: 'trying',
      },
    };
    this.#pending.add(pending);
    const { id } = pending.entry;
    const { failure, saved, inEditor } = await this.#enqueue(() => {
      this.#pending.delete(pending);
      return this.#carryOut(session, pending.entry);
    });
    if (!failure) return;
    const kept = this.#unsaved.get(id);
    const sentences = [say(failure.reason)];
    if (kept)
      sentences.push(
        this.#unsaved.isOnDisk(id)
          ? vscode.l10n.t('Your change is kept.')
          : vscode.l10n.t('Your change is kept until this window is closed.'),
      );
    const done = [...saved, ...inEditor];
    if (done.length > 0) sentences.push(vscode.l10n.t('Done already: {files}.', { files: done.join(', ') }));
    // Sentences that end in a full-width stop have their space in it.
    throw new StoreWriteError(sentences.join(' ').replaceAll('。 ', '。'), kept);
  }

  /** Tries again what was kept. Gives what still stands in the way. */
  async retry(session: FolderSession, id: string): Promise<Attempt['failure']> {
    checkTrust();
    const attempt = await this.#enqueue(async () => {
      await this.#unsaved.refresh();
      const entry = this.#unsaved.get(id);
      return entry && this.#carryOut(session, entry);
    });
    return attempt?.failure;
  }

  /**
   * Puts an answer in the place of a change that asked, and tries that. Without changes it is given up.
   * @param asked the change as the person was shown it; an answer to something else is not taken.
   * @returns what still stands in the way.
   */
  async answer(
    session: FolderSession,
    asked: UnsavedChange,
    changes: readonly StoreChange[],
    seen: SeenFiles | undefined,
  ): Promise<Message | undefined> {
    checkTrust();
    const attempt = await this.#enqueue(async () => {
      await this.#unsaved.refresh();
      const entry = this.#unsaved.get(asked.id);
      if (!entry || JSON.stringify(entry.changes) !== JSON.stringify(asked.changes)) return undefined;
      if (changes.length === 0) {
        await this.#unsaved.remove(entry.id);
        return undefined;
      }
      const { seen: _, ...rest } = entry;
      return this.#carryOut(session, { ...rest, changes, ...(seen && { seen }) });
    });
    return attempt?.failure?.reason;
  }

  /** Gives up what was kept, but nothing that is being tried before it is known how that ends. Gives how many were. */
  discard(ids: readonly string[]): Promise<number> {
    return this.#enqueue(async () => {
      await this.#unsaved.refresh();
      const waiting = this.#unsaved.waiting.filter(({ id }) => ids.includes(id));
      for (const { id } of waiting) await this.#unsaved.remove(id);
      return waiting.length;
    });
  }

  /**
   * Changes a whole file by something else than an operation, such as a merge. It is not kept when it fails:
   * what it was made of is still in the file.
   * @param change gives the new text, or undefined when there is nothing to change.
   * @throws StoreWriteError
   */
  async rewrite(
    session: FolderSession,
    file: string,
    change: (text: string | undefined) => string | undefined,
  ): Promise<void> {
    checkTrust();
    const work = new FileWork(session, this.#writer(session), file, (text) => {
      const becomes = change(text);
      if (becomes === undefined || becomes === text) return undefined;
      const before = text ?? '';
      const edit = trimTextEdit(before, { range: { start: 0, end: before.length }, text: becomes });
      return { text: becomes, edits: [edit] };
    });
    const made = await this.#enqueue(() => work.make());
    session.flush();
    if (made.status === 'failed') throw new StoreWriteError(say(made.reason));
  }

  #writer({ folder }: FolderSession): FileWriter {
    const key = folder.uri.toString();
    const writer = this.#writers.get(key) ?? this.#openWriter(folder.uri);
    this.#writers.set(key, writer);
    return writer;
  }

  /** Later for each action, so that the order of two in one millisecond is known. */
  #nextInstant(): string {
    this.#lastInstant = Math.max(Date.now(), this.#lastInstant + 1);
    return new Date(this.#lastInstant).toISOString();
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #carryOut(session: FolderSession, wanted: UnsavedChange): Promise<Attempt> {
    const entry = followEntry(session, wanted);
    try {
      if (!this.#unsaved.get(entry.id)) await this.#unsaved.put(entry);
      const attempt = await carryOut(session, this.#writer(session), entry.changes, entry.seen);
      session.flush();
      await this.#keepRest(entry, attempt);
      await this.#settleOthers(entry, attempt);
      for (const left of attempt.disputed.values()) this.#left.fire(left);
      return attempt;
    } catch (error) {
      // A bug of ours is no reason to lose what a person did.
      const detail = error instanceof Error ? error.message : String(error);
      const reason = writeFailureMessage(entry.changes[0]?.file ?? '', 'unknown', detail);
      await this.#unsaved.put({ ...entry, state: 'failed', reason });
      throw error;
    }
  }

  async #keepRest(entry: UnsavedChange, { saved, inEditor, failure }: Attempt): Promise<void> {
    const inEditors = entry.changes.filter(({ file }) => inEditor.includes(file));
    const left = entry.changes.filter(({ file }) => !saved.includes(file) && !inEditor.includes(file));
    if (failure && isWorthKeeping(left)) {
      const state = failure.asks ? 'asking' : 'failed';
      await this.#unsaved.put({ ...entry, changes: left, state, reason: failure.reason });
      if (inEditors.length === 0) return;
      const id = createEntryId(this.#annotator);
      await this.#unsaved.put({ ...withoutReason(entry), id, changes: inEditors, state: 'inEditor' });
    } else if (inEditors.length > 0) {
      await this.#unsaved.put({ ...withoutReason(entry), changes: inEditors, state: 'inEditor' });
    } else await this.#unsaved.remove(entry.id);
  }

  /** What an action means for those of the same person that wait: older ones it replaces, later ones build on it. */
  async #settleOthers(entry: UnsavedChange, { saved, inEditor, disputed }: Attempt): Promise<void> {
    const isMade = (file: string) => (saved.includes(file) || inEditor.includes(file)) && !disputed.has(file);
    for (const pending of this.#pending) pending.entry = buildOn(pending.entry, entry, isMade);
    for (const other of this.#unsaved.all) {
      if (other.id === entry.id || other.folder !== entry.folder) continue;
      if (other.at > entry.at) {
        const built = buildOn(other, entry, isMade);
        if (built !== other) await this.#unsaved.put(built);
      } else if (isTriedAgain(other) || other.state === 'dropped') {
        const changes = leaveOutReplaced(other, entry, isMade);
        if (changes.length === 0) await this.#unsaved.remove(other.id);
        else if (changes.length < other.changes.length) await this.#unsaved.put({ ...other, changes });
      }
    }
  }
}

/** The change where its claims are now, which may have gone to another file with their article since. */
export function followEntry({ workspace }: FolderSession, entry: UnsavedChange): UnsavedChange {
  const waiting = { changes: entry.changes, seen: entry.seen };
  const { changes, seen } = followChanges(workspace, waiting);
  return changes === waiting.changes ? entry : { ...entry, changes, ...(seen && { seen }) };
}

function seenByAll(session: FolderSession, changes: readonly StoreChange[], shown: ShownTexts | undefined): SeenFiles {
  const seen: Record<string, YamlValue> = {};
  for (const [file, operations] of groupByFile(changes))
    seen[file] = seenBy(operations, shown?.has(file) ? shown.get(file) : session.workspace.text(file));
  return seen;
}

/** The later change, with what it saw as it is after the earlier one; what others did meanwhile is not in that. */
function buildOn(later: UnsavedChange, earlier: UnsavedChange, isMade: (file: string) => boolean): UnsavedChange {
  if (!later.seen || later.folder !== earlier.folder) return later;
  const seen: Record<string, YamlValue> = { ...later.seen };
  let isChanged = false;
  for (const [file, operations] of groupByFile(earlier.changes)) {
    const known = seenOf(later.seen, file);
    if (known === undefined || !isMade(file)) continue;
    seen[file] = seenAfter(known, operations);
    isChanged = true;
  }
  return isChanged ? { ...later, seen } : later;
}

function leaveOutReplaced(
  older: UnsavedChange,
  later: UnsavedChange,
  isMade: (file: string) => boolean,
): readonly StoreChange[] {
  const laterFiles = groupByFile(later.changes);
  return [...groupByFile(older.changes)].flatMap(([file, operations]) => {
    const by = laterFiles.get(file);
    const left = by ? withoutReplaced(operations, by, isMade(file)) : operations;
    return left.map((operation) => ({ file, operation }));
  });
}

/** An answer to a question that has changed meanwhile is asked for again; what a merge was made of is still there. */
function isWorthKeeping(changes: readonly StoreChange[]): boolean {
  return changes.some(
    ({ operation: { type } }) => type !== 'settleConflict' && type !== 'mergeMarkers' && type !== 'mergeVersion',
  );
}

function withoutReason({ reason: _, ...entry }: UnsavedChange): UnsavedChange {
  return entry;
}

function createEntryId({ random }: Annotator): string {
  return Array.from(random(12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * As package.json declares: a folder that nobody vouches for is only read.
 * @throws StoreWriteError that says so; best before a person is asked for what could then not be written.
 */
export function checkTrust(): void {
  if (!vscode.workspace.isTrusted)
    throw new StoreWriteError(
      vscode.l10n.t('This folder is in Restricted Mode, so nothing is written to it. Trust it to annotate.'),
    );
}

function say(reason: Message): string {
  return renderMessage(reason, vscode.env.language, vscode.l10n.t);
}
