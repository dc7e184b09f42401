import * as vscode from 'vscode';
import { isSafePath } from '../../core/model/storePaths';
import type { FileChange, FileWriter, WriteFailure } from '../../core/ports';
import { isBeginning, writeWhole } from './writeWhole';

/** As the parsers of the store: a larger file is refused. */
const MAX_BYTES = 10 * 1024 * 1024;
/** How often others may be faster before the person is told. */
const MOST_ATTEMPTS = 5;

/** What stood in a file before a write ended half-way, and what was to stand there. */
interface Rescued {
  readonly before: Uint8Array;
  readonly contents: Uint8Array;
}

type Read = { readonly bytes: Uint8Array } | { readonly failure: FileChange } | undefined;

/**
 * Writes through VS Code's file systems, for folders that are not on this machine's disk. Those offer no
 * lock, so a file is compared with what was read right before it is written.
 */
export class EditorFileWriter implements FileWriter {
  /** Files that a full disk left half-written and that could not even be put back: the next write does it. */
  readonly #rescued = new Map<string, Rescued>();

  constructor(readonly folder: vscode.Uri) {}

  async changeFile(path: string, change: (text: string | undefined) => string | undefined): Promise<FileChange> {
    if (!isSafePath(path)) return failed('notSafe', path);
    const uri = vscode.Uri.joinPath(this.folder, path);
    try {
      if (await this.#passesLink(path)) return failed('link', path);
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const before = await readBytes(uri);
        if (before && 'failure' in before) return before.failure;
        const rescued = before && this.#rescuedFrom(uri, before.bytes);
        const text = before && decode(rescued ?? before.bytes);
        if (before && text === undefined) return failed('notText', path);
        const becomes = change(text) ?? (rescued && text);
        if (becomes === undefined || (becomes === text && !rescued)) return { status: 'unchanged' };
        if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return failed('readOnly', uri.scheme);
        const contents = new TextEncoder().encode(becomes);
        const isWritten = before
          ? await this.#replace(uri, before.bytes, contents, rescued)
          : await this.#make(uri, contents);
        if (isWritten) return { status: 'written' };
      }
      return failed('busy', path);
    } catch (error) {
      return failed(reasonOf(error), error instanceof Error ? error.message : String(error));
    }
  }

  /** What a file said that still is as a failure left it. */
  #rescuedFrom(uri: vscode.Uri, bytes: Uint8Array): Uint8Array | undefined {
    const rescued = this.#rescued.get(uri.toString());
    if (!rescued) return undefined;
    return isBeginning(bytes, rescued.before) || isBeginning(bytes, rescued.contents) ? rescued.before : undefined;
  }

  /** False when the file is no longer what was read. */
  async #replace(
    uri: vscode.Uri,
    read: Uint8Array,
    contents: Uint8Array,
    rescued: Uint8Array | undefined,
  ): Promise<boolean> {
    const now = await readBytes(uri);
    if (!now || 'failure' in now || !isSame(now.bytes, read)) return false;
    try {
      await writeWhole(uri, contents);
    } catch (error) {
      await this.#putBack(uri, rescued ?? read, contents);
      throw error;
    }
    this.#rescued.delete(uri.toString());
    return true;
  }

  /** A disk that filled up half-way leaves the beginning of the file; what was there did fit. */
  async #putBack(uri: vscode.Uri, before: Uint8Array, contents: Uint8Array): Promise<void> {
    try {
      const left = await readBytes(uri);
      if (!left || 'failure' in left || isSame(left.bytes, before) || !isBeginning(left.bytes, contents)) return;
      this.#rescued.set(uri.toString(), { before, contents });
      await writeWhole(uri, before);
      this.#rescued.delete(uri.toString());
    } catch {
      // The reason of the first failure is the one to tell.
    }
  }

  /** False when somebody else has made the file. */
  async #make(uri: vscode.Uri, contents: Uint8Array): Promise<boolean> {
    if (!(await create(uri))) return false;
    try {
      return await this.#replace(uri, new Uint8Array(), contents, undefined);
    } catch (error) {
      await this.#takeAway(uri, contents).catch(() => undefined);
      throw error;
    }
  }

  /** What is only the beginning of a new file is no file yet. */
  async #takeAway(uri: vscode.Uri, contents: Uint8Array): Promise<void> {
    const left = await readBytes(uri);
    if (!left || 'failure' in left || !isBeginning(left.bytes, contents)) return;
    await vscode.workspace.fs.delete(uri);
    this.#rescued.delete(uri.toString());
  }

  /** A link could lead out of the workspace, and the opened folder is not to be believed. */
  async #passesLink(path: string): Promise<boolean> {
    let at = this.folder;
    for (const part of path.split('/')) {
      at = vscode.Uri.joinPath(at, part);
      const type = await typeOf(at);
      if (type === undefined) return false;
      if (type & vscode.FileType.SymbolicLink) return true;
    }
    return false;
  }
}

/** Takes the place of a file by an empty one; false when somebody else was faster. */
async function create(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  // Of the ways that VS Code has to make a file, only this one leaves a file alone that another window just made.
  edit.createFile(uri, { overwrite: false });
  if (await vscode.workspace.applyEdit(edit)) return true;
  if ((await typeOf(uri)) !== undefined) return false;
  throw vscode.FileSystemError.NoPermissions(uri);
}

async function readBytes(uri: vscode.Uri): Promise<Read> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return { failure: failed('folder', uri.path) };
    // Neither a file nor a folder: a pipe, say, that would keep whoever reads it waiting.
    if (!(type & vscode.FileType.File)) return { failure: failed('notSafe', uri.path) };
    if (size > MAX_BYTES) return { failure: failed('tooLarge', uri.path) };
    return { bytes: await vscode.workspace.fs.readFile(uri) };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

function reasonOf(error: unknown): WriteFailure {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  const text = error instanceof Error ? error.message : String(error);
  if (code === 'FileIsADirectory' || code === 'FileNotADirectory') return 'folder';
  if (code === 'NoPermissions' || /EACCES|EPERM|EROFS|read-?only/i.test(text)) return 'readOnly';
  return /ENOSPC|EDQUOT|no space|quota/i.test(text) ? 'noSpace' : 'unknown';
}

function failed(reason: WriteFailure, detail: string): FileChange {
  return { status: 'failed', reason, detail };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && isBeginning(a, b);
}
