import * as vscode from 'vscode';
import type { ArticleView } from '../../src/core/articles/articleView';
import { articleStorePath } from '../../src/core/model/storePaths';
import type { SourcemarkApi } from '../../src/vscode/activateShared';
import type { FolderSession } from '../../src/vscode/session/folderSession';
import { eventually } from './eventually';

/** The running extension and the session of the first of so many folders, with everything in it read. */
export async function startSourcemark(folders = 1): Promise<SourcemarkApi & { readonly session: FolderSession }> {
  const extension = vscode.extensions.getExtension<SourcemarkApi>('sourcemark.sourcemark');
  if (!extension) throw new Error('The extension is not there.');
  const api = await extension.activate();
  await eventually(() => api.sessions.all.length === folders, 3000).catch(openFoldersAnew);
  await eventually(() => api.sessions.all.length === folders);
  const session = api.sessions.all[0]!;
  await session.loaded;
  return { ...api, session };
}

/** VS Code 1.106 now and then opens a workspace file and none of its folders, until the file is written. */
async function openFoldersAnew(): Promise<void> {
  const { workspaceFile } = vscode.workspace;
  if (!workspaceFile) return;
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile));
  await vscode.workspace.fs.writeFile(workspaceFile, new TextEncoder().encode(`${content}\n`));
}

/** An article of a suite's own beside those of the newsroom, with its store file. */
export class AnnotatedArticle {
  private constructor(
    readonly session: FolderSession,
    readonly path: string,
    readonly document: vscode.TextDocument,
  ) {}

  /** Writes both files, opens the article in an editor and waits until its claims were read. */
  static async open(session: FolderSession, path: string, text: string, store: string): Promise<AnnotatedArticle> {
    await write(session, articleStorePath(path), `article: ${path}\n${store}`);
    await write(session, path, text);
    const document = await vscode.workspace.openTextDocument(session.uri(path));
    await vscode.window.showTextDocument(document);
    // A watcher may be late; opening a document is not.
    session.accept(await vscode.workspace.openTextDocument(session.uri(articleStorePath(path))));
    session.flush();
    const article = new AnnotatedArticle(session, path, document);
    await eventually(() => article.view.claims.length > 0);
    return article;
  }

  get view(): ArticleView {
    return this.session.workspace.article(this.path);
  }

  claim(id: string) {
    const claim = this.view.claims.find((one) => one.id === id);
    if (!claim) throw new Error(`There is no claim ${id} in ${this.path}.`);
    return claim;
  }

  reference(claim: string) {
    return { folder: this.session.folder.uri.toString(), article: this.path, claim };
  }

  /** The store file as it is on the disk. */
  async stored(): Promise<string> {
    const bytes = await vscode.workspace.fs.readFile(this.session.uri(articleStorePath(this.path)));
    return new TextDecoder().decode(bytes);
  }

  async remove(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [this.path, articleStorePath(this.path)]) {
      await vscode.workspace.fs.delete(this.session.uri(path));
      this.session.workspace.setFile(path, undefined);
    }
    this.session.invalidate(this.path);
    this.session.flush();
  }
}

async function write(session: FolderSession, path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(session.uri(path), new TextEncoder().encode(text));
}

/** Who annotates while a suite runs. */
export async function annotateAs(person: string): Promise<void> {
  await vscode.workspace.getConfiguration('sourcemark').update('person', person, vscode.ConfigurationTarget.Global);
}
