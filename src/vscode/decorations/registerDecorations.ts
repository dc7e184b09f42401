import * as vscode from 'vscode';
import type { ArticleView } from '../../core/articles/articleView';
import type { Services } from '../services';
import { toRange } from '../session/positions';
import { createClaimDecoration, type PlacedState, placedStates } from './claimStyles';

/**
 * Draws the claims of the articles in view, coloured by state. VS Code moves what is drawn along with
 * typing; it is drawn anew when the typing rests.
 */
export function registerDecorations({ sessions }: Services): vscode.Disposable {
  const claims = new Map(placedStates.map((state) => [state, createClaimDecoration(state)]));
  const mention = vscode.window.createTextEditorDecorationType({
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    borderColor: new vscode.ThemeColor('sourcemark.mention'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  const draw = (editor: vscode.TextEditor) => {
    const { document } = editor;
    const file = sessions.find(document.uri);
    const article = file && isDrawn(file) ? file.session.workspace.article(file.path) : undefined;
    // The picture lags behind while somebody types; offsets of another text would draw elsewhere.
    if (article && article.text !== document.getText()) return;
    const places = article ? claimPlaces(article) : undefined;
    for (const [state, decoration] of claims)
      editor.setDecorations(
        decoration,
        (places?.get(state) ?? []).map((range) => toRange(document, range)),
      );
    const shown = article && showsMentions(document.uri) ? article.mentions : [];
    editor.setDecorations(
      mention,
      shown.map((range) => toRange(document, range)),
    );
  };
  const drawAll = () => {
    for (const editor of vscode.window.visibleTextEditors) draw(editor);
  };
  drawAll();
  return vscode.Disposable.from(
    ...claims.values(),
    mention,
    sessions.onDidChange(({ session, change }) => {
      for (const editor of vscode.window.visibleTextEditors) {
        const path = session.path(editor.document.uri);
        if (path !== undefined && (change.articles === 'all' || change.articles.has(path))) draw(editor);
      }
    }),
    sessions.onDidRemove(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('sourcemark.highlightMentions')) drawAll();
    }),
  );
}

function isDrawn({ session, path }: NonNullable<ReturnType<Services['sessions']['find']>>): boolean {
  const { workspace } = session;
  return workspace.isArticle(path) || workspace.article(path).stored !== undefined;
}

function showsMentions(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('sourcemark', uri).get<boolean>('highlightMentions') === true;
}

function claimPlaces(article: ArticleView): Map<PlacedState, { start: number; end: number }[]> {
  const places = new Map<PlacedState, { start: number; end: number }[]>(placedStates.map((state) => [state, []]));
  for (const { state, range, anchor } of article.claims) {
    if (state === 'orphaned' || state === 'detached') continue;
    if (range) places.get(state)?.push(range);
    else if (anchor?.status === 'ambiguous') places.get('ambiguous')?.push(...anchor.ranges);
  }
  return places;
}
