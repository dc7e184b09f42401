import * as vscode from 'vscode';
import { isSafePath } from '../../core/model/storePaths';
import type { FileChange, FileWriter, WriteFailure } from '../../core/ports';

/** As the parsers of the store: a larger file is refused. */
const MAX_BYTES = 10 * 1024 * 1024;
/** How often others may be faster before the person is told. */
const MOST_ATTEMPTS = 5;

type Read = { readonly bytes: Uint8Array } | { readonly failure: FileChange } | undefined;

/**
 * Writes through VS Code's file systems, for folders that are not on this machine's disk. Those offer no
 * lock, so a file is compared with what was read right before it is written.
 */
export class EditorFileWriter implements FileWriter {
  constructor(readonly folder: vscode.Uri) {}

  async changeFile(path: string, change: (text: string | undefined) => string | undefined): Promise<FileChange> {
    if (!isSafePath(path)) return failed('notSafe', path);
    const uri = vscode.Uri.joinPath(this.folder, path);
    try {
      if (await this.#passesLink(path)) return failed('link', path);
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const before = await readBytes(uri);
        if (before && 'failure' in before) return before.failure;
        const text = before && decode(before.bytes);
        if (before && text === undefined) return failed('notText', path);
        const becomes = change(text);
        if (becomes === undefined || becomes === text) return { status: 'unchanged' };
        if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return failed('readOnly', uri.scheme);
        const contents = new TextEncoder().encode(becomes);
        const isWritten = before ? await replace(uri, before.bytes, contents) : await create(uri, contents);
        if (isWritten) return { status: 'written' };
      }
      return failed('busy', path);
    } catch (error) {
      return failed(reasonOf(error), error instanceof Error ? error.message : String(error));
    }
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

async function replace(uri: vscode.Uri, before: Uint8Array, contents: Uint8Array): Promise<boolean> {
  const now = await readBytes(uri);
  if (!now || 'failure' in now || !isSame(now.bytes, before)) return false;
  try {
    await vscode.workspace.fs.writeFile(uri, contents);
  } catch (error) {
    // A disk that filled up half-way leaves the beginning of the file; what was there did fit.
    const left = await readBytes(uri);
    if (left && 'bytes' in left && !isSame(left.bytes, before) && isBeginning(left.bytes, contents))
      await vscode.workspace.fs.writeFile(uri, before);
    throw error;
  }
  return true;
}

/** Of the ways that VS Code has to make a file, only this one leaves a file alone that another window just made. */
async function create(uri: vscode.Uri, contents: Uint8Array): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents, overwrite: false });
  if (await vscode.workspace.applyEdit(edit)) return true;
  if ((await typeOf(uri)) !== undefined) return false;
  throw vscode.FileSystemError.NoPermissions(uri);
}

async function readBytes(uri: vscode.Uri): Promise<Read> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return { failure: failed('folder', uri.path) };
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

function isBeginning(part: Uint8Array, whole: Uint8Array): boolean {
  return part.length <= whole.length && part.every((byte, index) => byte === whole[index]);
}
