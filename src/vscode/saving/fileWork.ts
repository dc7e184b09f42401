import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import type { TextEdit } from '../../core/model/problem';
import type { FileWriter } from '../../core/ports';
import { writeFailureMessage } from '../../core/store/writeFailureMessage';
import type { FolderSession } from '../session/folderSession';
import { toRange } from '../session/positions';
import { findEdited, findOpen, isSameText } from './openDocument';

/** What a file is to become: its whole text, and the same as edits; or why it stays as it is. */
export type FileResult = { readonly text: string; readonly edits: readonly TextEdit[] } | Refusal | undefined;

export interface Refusal {
  readonly refused: Message;
  /** Whether it stays so until a person has chosen. */
  readonly asks?: boolean;
}

export interface Failure {
  readonly status: 'failed';
  readonly reason: Message;
  readonly asks?: boolean;
  /** The file could not be written at all, whatever was to go into it. */
  readonly unwritten?: boolean;
}

export type Made = { readonly status: 'saved' | 'inEditor' } | Failure;

/** How often a person may type faster than an edit is taken. */
const MOST_ATTEMPTS = 5;
/** How long an open editor may take to show what was written on the disk, in milliseconds. */
const FOLLOW_MS = 3000;
/** How long a person may take to complete what they began to type meanwhile. */
const TYPING_MS = 60_000;
const TYPING_STEP_MS = 500;
const DIRTY_MS = 100;

/** One change of one file of a folder, worked out on whatever the file is when its turn comes. */
export class FileWork {
  constructor(
    readonly session: FolderSession,
    readonly writer: FileWriter,
    readonly file: string,
    /** Asked again when the file changes meanwhile; undefined when there is nothing to change. */
    readonly change: (text: string | undefined) => FileResult,
  ) {}

  /** Why the change cannot be made to the file as it is now; writes nothing. */
  async findRefusal(): Promise<Failure | undefined> {
    const edited = findEdited(this.session.uri(this.file));
    if (edited) return refusalIn(this.change(edited.getText()));
    let refusal: Failure | undefined;
    const looked = await this.writer.changeFile(this.file, (text) => {
      refusal = refusalIn(this.change(text));
      return undefined;
    });
    return looked.status === 'failed'
      ? unwritten(writeFailureMessage(this.file, looked.reason, looked.detail))
      : refusal;
  }

  async make(): Promise<Made> {
    const edited = findEdited(this.session.uri(this.file));
    return edited ? this.#makeInEditor(edited) : this.#makeOnDisk();
  }

  /** What a person is typing stays, undo takes our change back as well, and saving is left to that person. */
  async #makeInEditor(document: vscode.TextDocument): Promise<Made> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      // It may have been saved or closed while we waited.
      if (findEdited(document.uri) !== document) return this.#makeOnDisk();
      const result = this.change(document.getText());
      const refusal = refusalIn(result);
      if (refusal) return refusal;
      const edit = new vscode.WorkspaceEdit();
      const edits = result && 'edits' in result ? result.edits : [];
      for (const { range, text } of edits) edit.replace(document.uri, toRange(document, range), text);
      // Refused when the person typed since the text was read.
      if (edits.length === 0 || (await vscode.workspace.applyEdit(edit))) {
        this.session.accept(document);
        return { status: 'inEditor' };
      }
    }
    return unwritten(writeFailureMessage(this.file, 'busy', ''));
  }

  /** A clean editor follows by itself. Its own saving is not used: it may reformat lines that are not ours. */
  async #makeOnDisk(): Promise<Made> {
    let refusal: Failure | undefined;
    let written: string | undefined;
    const done = await this.writer.changeFile(this.file, (text) => {
      const result = this.change(text);
      refusal = refusalIn(result);
      written = result && 'text' in result ? result.text : undefined;
      return written;
    });
    if (done.status === 'failed') return unwritten(writeFailureMessage(this.file, done.reason, done.detail));
    if (refusal) return refusal;
    if (written !== undefined) {
      this.session.acceptText(this.file, written);
      this.#watchEditor(written);
    }
    return { status: 'saved' };
  }

  /**
   * A person who begins to type before the editor shows what was written would save over it: they get it, too.
   * The first change of the document tells: when the editor follows the disk by itself, nothing is unsaved then.
   */
  #watchEditor(written: string): void {
    const document = findOpen(this.session.uri(this.file));
    if (!document || isSameText(document.getText(), written)) return;
    const stop = () => {
      clearTimeout(timer);
      subscription.dispose();
    };
    const timer = setTimeout(stop, FOLLOW_MS);
    const subscription = vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document || (contentChanges.length === 0 && !changed.isDirty)) return;
      stop();
      if (isSameText(document.getText(), written)) return;
      // That a document has unsaved changes is told a moment after the changes are.
      setTimeout(() => void this.#joinTyping(document), DIRTY_MS);
    });
    if (document.isDirty) {
      stop();
      void this.#joinTyping(document);
    }
  }

  async #joinTyping(document: vscode.TextDocument): Promise<void> {
    for (let waited = 0; document.isDirty && waited < TYPING_MS; waited += TYPING_STEP_MS) {
      // Half a line of YAML takes no edit; the other half will come.
      if ((await this.#makeInEditor(document)).status !== 'failed') return;
      await new Promise((resolve) => setTimeout(resolve, TYPING_STEP_MS));
    }
  }
}

function refusalIn(result: FileResult): Failure | undefined {
  if (!result || !('refused' in result)) return undefined;
  return { ...failed(result.refused), ...(result.asks && { asks: true }) };
}

function failed(reason: Message): Failure {
  return { status: 'failed', reason };
}

function unwritten(reason: Message): Failure {
  return { ...failed(reason), unwritten: true };
}
