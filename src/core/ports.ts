/** All that core asks of the world. Paths are relative to the workspace root, with `/`, and never leave it. */
export interface FileSystem {
  /** @throws FileError when the file is missing, too large or cannot be read. */
  readFile(path: string): Promise<string>;
  /** Every file under the root whose path matches one of the globs, sorted. */
  findFiles(globs: readonly string[]): Promise<string[]>;
}

export interface Logger {
  info(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** Old versions of a text, by git blob id (SHA-1 in hex). */
export interface History {
  readBlob(id: string): Promise<string | undefined>;
}
