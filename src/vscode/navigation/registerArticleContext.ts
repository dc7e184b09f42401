import * as vscode from 'vscode';
import type { Services } from '../services';

/** Tells menus and keys whether the file in front is an article: `sourcemark.inArticle`. */
export function registerArticleContext({ sessions }: Services): vscode.Disposable {
  let known: boolean | undefined;
  const tellEditor = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const file = uri && sessions.find(uri);
    const isArticle = file?.session.workspace.isArticle(file.path) ?? false;
    if (isArticle === known) return;
    known = isArticle;
    void vscode.commands.executeCommand('setContext', 'sourcemark.inArticle', isArticle);
  };
  tellEditor();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tellEditor),
    sessions.onDidChange(tellEditor),
  );
}
