import * as vscode from 'vscode';
import type { ArticleView } from '../../core/articles/articleView';
import { countFigures } from '../../core/articles/figureState';
import type { Services } from '../services';
import { coverageText } from './coverageText';

/** “12 supported · 1 contested · 5 unsourced” for the article in front; without a store, the way to one. */
export function registerStatusBar({ sessions }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('sourcemark.coverage', vscode.StatusBarAlignment.Left, 50);
  item.name = vscode.l10n.t('Sourcemark: figures and sources');

  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const file = uri && sessions.find(uri);
    if (!file?.session.workspace.isArticle(file.path) || !file.session.isReady(file.path)) return item.hide();
    const { workspace } = file.session;
    if (!workspace.hasStore) showSetUp(item);
    else showCoverage(item, workspace.article(file.path));
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    sessions.onDidChange(show),
    sessions.onDidRemove(show),
  );
}

function showSetUp(item: vscode.StatusBarItem): void {
  item.text = vscode.l10n.t('$(bookmark) Set up Sourcemark');
  item.tooltip = vscode.l10n.t('Sources are not recorded in this folder yet. Select to begin.');
  item.accessibilityInformation = { label: item.tooltip, role: 'button' };
  item.command = 'sourcemark.setUpAnnotations';
}

function showCoverage(item: vscode.StatusBarItem, { coverage, claims }: ArticleView): void {
  const lost = claims.filter(({ state }) => state === 'orphaned').length;
  const { text, tooltip, label } = coverageText(countFigures(coverage), lost);
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label, role: 'button' };
  item.command = 'sourcemark.listUnsourced';
}
