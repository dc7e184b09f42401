import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import { renderMessage } from '../../core/model/renderMessage';
import type { FileWriter } from '../../core/ports';
import { trimTextEdit } from '../../core/store/textEdits';
import { writeFailureMessage } from '../../core/store/writeFailureMessage';
import { type Attempt, carryOut, type SeenTexts } from '../saving/carryOut';
import { FileWork } from '../saving/fileWork';
import type { StoreChange, UnsavedChange, UnsavedChanges } from '../saving/unsavedChanges';
import type { Annotator } from './annotator';
import type { FolderSession } from './folderSession';

export type { StoreChange } from '../saving/unsavedChanges';

/** A change that could not be made or saved; the message is for the person who wanted it. */
export class StoreWriteError extends Error {
  constructor(
    message: string,
    /** Whether the change is kept and will be tried again. */
    readonly isKept = false,
    /** Does the same once more, where the person can have that without answering everything again. */
    readonly tryAgain?: () => void,
  ) {
    super(message);
  }
}

/**
 * The only way into the store. A file that a person is editing takes the change in its editor, where undo
 * works and that person saves; any other is changed on the disk, compared with what was read. Each change is
 * the smallest edit of the file as it is then, and what cannot be saved is kept and tried again.
 */
export class StoreEditor {
  readonly #unsaved: UnsavedChanges;
  readonly #annotator: Annotator;
  readonly #openWriter: (folder: vscode.Uri) => FileWriter;
  readonly #writers = new Map<string, FileWriter>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(unsaved: UnsavedChanges, annotator: Annotator, openWriter: (folder: vscode.Uri) => FileWriter) {
    this.#unsaved = unsaved;
    this.#annotator = annotator;
    this.#openWriter = openWriter;
  }

  /**
   * Makes the changes that one action wants, in the order in which actions came.
   * @throws StoreWriteError saying what was not saved and why.
   */
  async apply(session: FolderSession, changes: readonly StoreChange[]): Promise<void> {
    checkTrust();
    if (changes.length === 0) return;
    const entry: UnsavedChange = {
      id: createEntryId(this.#annotator),
      folder: session.folder.uri.toString(),
      at: new Date().toISOString(),
      changes,
      state: 'trying',
    };
    const seen = new Map(changes.map(({ file }) => [file, session.workspace.text(file)]));
    const { failure, saved, inEditor } = await this.#enqueue(() => this.#carryOut(session, entry, seen));
    if (!failure) return;
    const kept = this.#unsaved.get(entry.id) !== undefined;
    const sentences = [say(failure.reason)];
    if (kept)
      sentences.push(
        this.#unsaved.isOnDisk(entry.id)
          ? vscode.l10n.t('Your change is kept.')
          : vscode.l10n.t('Your change is kept until this window is closed.'),
      );
    const done = [...saved, ...inEditor];
    if (done.length > 0) sentences.push(vscode.l10n.t('Done already: {files}.', { files: done.join(', ') }));
    // Sentences that end in a full-width stop have their space in it.
    throw new StoreWriteError(sentences.join(' ').replaceAll('。 ', '。'), kept);
  }

  /** Tries again what was kept. Gives what still stands in the way. */
  async retry(session: FolderSession, id: string): Promise<Message | undefined> {
    checkTrust();
    const attempt = await this.#enqueue(async () => {
      const entry = this.#unsaved.get(id);
      return entry && this.#carryOut(session, entry, 'unknown');
    });
    return attempt?.failure?.reason;
  }

  /** Gives up what was kept, but nothing that is being tried before it is known how that ends. Gives how many were. */
  discard(ids: readonly string[]): Promise<number> {
    return this.#enqueue(async () => {
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

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #carryOut(session: FolderSession, entry: UnsavedChange, seen: SeenTexts): Promise<Attempt> {
    try {
      if (!this.#unsaved.get(entry.id)) await this.#unsaved.put(entry);
      const attempt = await carryOut(session, this.#writer(session), entry.changes, seen);
      session.flush();
      await this.#keepRest(entry, attempt);
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
      await this.#unsaved.put({ ...entry, changes: left, state: 'failed', reason: failure.reason });
      if (inEditors.length === 0) return;
      const id = createEntryId(this.#annotator);
      await this.#unsaved.put({ ...withoutReason(entry), id, changes: inEditors, state: 'inEditor' });
    } else if (inEditors.length > 0) {
      await this.#unsaved.put({ ...withoutReason(entry), changes: inEditors, state: 'inEditor' });
    } else await this.#unsaved.remove(entry.id);
  }
}

/** An answer to a question that has changed meanwhile is asked for again; what a merge was made of is still there. */
function isWorthKeeping(changes: readonly StoreChange[]): boolean {
  return changes.some(({ operation: { type } }) => type !== 'settleConflict' && type !== 'mergeMarkers');
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
