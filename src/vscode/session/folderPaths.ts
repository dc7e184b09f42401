import * as vscode from 'vscode';
import { isSafePath } from '../../core/model/storePaths';

/** Files of one workspace folder, by their paths in it. */
export class FolderPaths {
  constructor(readonly folder: vscode.WorkspaceFolder) {}

  /** The path of a file of this folder as the store spells it; undefined for any other file. */
  path(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== this.folder.uri.scheme || uri.authority !== this.folder.uri.authority) return undefined;
    const root = this.folder.uri.path.replace(/\/$/, '');
    if (!uri.path.startsWith(`${root}/`)) return undefined;
    const path = uri.path.slice(root.length + 1);
    return isSafePath(path) ? path : undefined;
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

  /** The files that a glob chooses, whatever the person's settings hide. */
  async find(glob: string): Promise<vscode.Uri[]> {
    return vscode.workspace.findFiles(new vscode.RelativePattern(this.folder, glob), null);
  }

  /** The paths of the documents that are open. */
  get open(): string[] {
    return vscode.workspace.textDocuments.flatMap(({ uri }) => this.path(uri) ?? []);
  }
}
