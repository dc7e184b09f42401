import * as vscode from 'vscode';
import { createGlobFilter } from '../../core/workspace/glob';
import {
  baseFolders,
  type FolderEntry,
  isOrdinaryFolder,
  type Walked,
  walkFolders,
} from '../../core/workspace/walkFolders';
import type { FolderPaths } from './folderPaths';

/** Where VS Code's search looks by itself. Elsewhere it waits for an extension to search, which there may be none of. */
const SEARCHED_SCHEMES: ReadonlySet<string> = new Set(['file', 'vscode-remote']);
/** How long the search may be silent before the folder is walked, in milliseconds. */
const MOMENT_MS = 1000;
/** A walk ends after so many milliseconds; a folder of a server that is asked for each may be slow. */
const WALK_MS = 60_000;
/** How long one folder may take to be listed, in milliseconds. */
const FOLDER_MS = 15_000;

export interface FoundFiles {
  readonly uris: readonly vscode.Uri[];
  /** Not everything was looked at: the folder is too large, or too slow. */
  readonly isCut: boolean;
  /** There is nothing to read at all, for now: what brings the files may not be there yet. */
  readonly isUnreadable: boolean;
}

export interface SearchOptions {
  /** Whether to look into a folder, where it is walked. */
  readonly enter?: (folder: string) => boolean;
  /** What VS Code's search leaves out; nothing by default, whatever the person's settings hide. */
  readonly exclude?: string;
  readonly most?: number;
}

/** Finds the files of one workspace folder, whether or not VS Code can search it. */
export class FileSearch implements vscode.Disposable {
  readonly #paths: FolderPaths;
  readonly #ended = new vscode.CancellationTokenSource();
  /** The search has not answered before. */
  #isSilent = false;

  constructor(paths: FolderPaths) {
    this.#paths = paths;
  }

  dispose(): void {
    this.#ended.cancel();
    this.#ended.dispose();
  }

  /** The files that any of the globs chooses. */
  async find(globs: readonly string[], options: SearchOptions = {}): Promise<FoundFiles> {
    if (SEARCHED_SCHEMES.has(this.#paths.folder.uri.scheme)) return whole(await this.#search(globs, options));
    const asked = this.#isSilent ? new Promise<never>(() => undefined) : this.#search(globs, options);
    const searched = asked.catch((): readonly vscode.Uri[] => []);
    const answer = this.#isSilent ? undefined : await Promise.race([searched, silence(MOMENT_MS)]);
    // That there is nothing is no answer either: it is also said where nobody can look.
    if (answer && answer.length > 0) return whole(answer);
    this.#isSilent = answer === undefined;
    const isAnswered = searched.then((uris) => (uris.length > 0 ? uris : new Promise<never>(() => undefined)));
    let isLate = false;
    const walk = this.#walk(globs, options, () => isLate);
    const first = await Promise.race([isAnswered, walk]);
    if (!('files' in first)) {
      isLate = true;
      this.#isSilent = false;
      return whole(first);
    }
    const uris = this.#paths.uris(first.files.slice(0, options.most));
    return { uris, isCut: first.isCut, isUnreadable: uris.length === 0 && !(await this.#isThere()) };
  }

  async #search(globs: readonly string[], { exclude, most }: SearchOptions): Promise<readonly vscode.Uri[]> {
    const { folder } = this.#paths;
    const found = await Promise.all(
      globs.map((glob) =>
        vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), exclude ?? null, most, this.#ended.token),
      ),
    );
    return found.flat();
  }

  async #walk(globs: readonly string[], options: SearchOptions, isLate: () => boolean): Promise<Walked> {
    const until = Date.now() + WALK_MS;
    const { token } = this.#ended;
    return walkFolders({
      readFolder: (folder) => this.#readFolder(folder),
      bases: baseFolders(globs),
      wanted: createGlobFilter(globs),
      enter: options.enter ?? isOrdinaryFolder,
      isOver: () => token.isCancellationRequested || isLate() || Date.now() > until,
    });
  }

  async #isThere(): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(this.#paths.folder.uri);
      return true;
    } catch {
      return false;
    }
  }

  async #readFolder(folder: string): Promise<readonly FolderEntry[]> {
    const uri = folder === '' ? this.#paths.folder.uri : this.#paths.uri(folder);
    const entries = await Promise.race([vscode.workspace.fs.readDirectory(uri), silence(FOLDER_MS)]);
    if (!entries) throw new Error(`No answer: ${folder}`);
    return entries.map(([name, type]) => ({ name, type: toType(type) }));
  }
}

/** A link has two bits, and is neither: it could lead out of the workspace, or back to where it is. */
function toType(type: vscode.FileType): FolderEntry['type'] {
  if (type === vscode.FileType.Directory) return 'folder';
  return type === vscode.FileType.File ? 'file' : 'other';
}

function whole(uris: readonly vscode.Uri[]): FoundFiles {
  return { uris, isCut: false, isUnreadable: false };
}

function silence(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
