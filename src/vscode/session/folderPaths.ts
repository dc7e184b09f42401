import * as vscode from 'vscode';
import { isSafePath } from '../../core/model/storePaths';

/** Files of one workspace folder, by their paths in it. */
export class FolderPaths {
  readonly #isForeign: (uri: vscode.Uri) => boolean;

  /** @param isForeign whether a file below the folder belongs to another one that lies within it. */
  constructor(
    readonly folder: vscode.WorkspaceFolder,
    isForeign: (uri: vscode.Uri) => boolean,
  ) {
    this.#isForeign = isForeign;
  }

  /** The path of a file of this folder as the store spells it; undefined for any other file. */
  path(uri: vscode.Uri): string | undefined {
    const path = pathBelow(this.folder.uri, uri);
    return path !== undefined && isSafePath(path) && !this.#isForeign(uri) ? path : undefined;
  }

  /** @throws when the path would leave the folder. */
  uri(path: string): vscode.Uri {
    if (!isSafePath(path)) throw new Error(`Not a path inside the workspace: ${path}`);
    return vscode.Uri.joinPath(this.folder.uri, path);
  }

  /** The same for paths that come out of files; those that would leave the folder are left out. */
  uris(paths: Iterable<string>): vscode.Uri[] {
    return Array.from(new Set(paths))
      .filter(isSafePath)
      .map((path) => this.uri(path));
  }

  /** The paths of the documents that are open. */
  get open(): string[] {
    return vscode.workspace.textDocuments.flatMap(({ uri }) => this.path(uri) ?? []);
  }
}

/** What leads from a folder to something in it; undefined for anything else. */
export function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const root = folder.path.replace(/\/$/, '');
  return uri.path.startsWith(`${root}/`) ? uri.path.slice(root.length + 1) : undefined;
}
