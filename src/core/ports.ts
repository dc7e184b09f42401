/** All that core asks of the world. Paths are relative to the workspace root, with `/`, and never leave it. */
export interface FileSystem {
  readFile(path: string): Promise<FileText>;
  /**
   * Every file under the root that `wanted` accepts, sorted. Folders that `enter` refuses are not looked
   * into, and links are not followed.
   */
  findFiles(wanted: (path: string) => boolean, enter: (folder: string) => boolean): Promise<FoundFiles>;
}

export interface FoundFiles {
  readonly files: readonly string[];
  /** Folders that could not be listed. */
  readonly unread: readonly string[];
}

/** A file's text, or why there is none. Bad input is a value. */
export type FileText =
  | { readonly text: string }
  | { readonly missing: 'notFound' | 'tooLarge' | 'link' | 'notText' | 'unreadable' };

/** Where progress and faults are written for whoever looks after the program. */
export interface Logger {
  info(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** Old versions of a text, by git blob id (SHA-1 in hexadecimal digits). */
export interface History {
  readBlob(id: string): Promise<string | undefined>;
}

/** Changes files so that nobody else's write is overwritten and nothing is left half-written. */
export interface FileWriter {
  /**
   * Gives `change` the text of a file, undefined where there is none, and writes what it returns; nothing when
   * that is undefined or the same text. When somebody else changed the file meanwhile, `change` is asked again.
   * A byte order mark is part of the text. What goes wrong is a value.
   */
  changeFile(path: string, change: (text: string | undefined) => string | undefined): Promise<FileChange>;
}

export type FileChange =
  | { readonly status: 'written' | 'unchanged' }
  | { readonly status: 'failed'; readonly reason: WriteFailure; readonly detail: string };

/**
 * Why a file was not written; `busy` when others kept changing it or held its lock, `lock` when what stands in the
 * place of its lock is none, and then the detail is its name.
 */
export type WriteFailure =
  | 'readOnly'
  | 'noSpace'
  | 'link'
  | 'folder'
  | 'tooLarge'
  | 'notText'
  | 'notSafe'
  | 'busy'
  | 'lock'
  | 'unknown';
