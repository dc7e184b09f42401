import * as vscode from 'vscode';
import { countCoverage } from '../../core/articles/articleView';
import type { Services } from '../services';

/** “12 sourced · 2 exempt · 5 unsourced” for the article in front; without a store, the way to one. */
export function registerStatusBar({ sessions }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('sourcemark.coverage', vscode.StatusBarAlignment.Left, 50);
  item.name = vscode.l10n.t('Sourcemark: figures and sources');

  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const file = uri && sessions.find(uri);
    if (!file?.session.workspace.isArticle(file.path) || !file.session.isReady(file.path)) return item.hide();
    const { workspace } = file.session;
    if (!workspace.hasStore) showSetUp(item);
    else showCoverage(item, countCoverage(workspace.article(file.path)));
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

function showCoverage(item: vscode.StatusBarItem, count: ReturnType<typeof countCoverage>): void {
  const { sourced, exempt, unsourced } = count;
  item.text =
    sourced + exempt + unsourced === 0
      ? vscode.l10n.t('$(bookmark) No figures')
      : unsourced === 0
        ? vscode.l10n.t('$(pass) {sourced} sourced · {exempt} exempt', { sourced, exempt })
        : vscode.l10n.t('$(bookmark) {sourced} sourced · {exempt} exempt · {unsourced} unsourced', {
            sourced,
            exempt,
            unsourced,
          });
  const sentence = vscode.l10n.t(
    'Figures in this article: {sourced} with a source, {exempt} exempt, {unsourced} without a source.',
    { sourced, exempt, unsourced },
  );
  item.tooltip =
    unsourced === 0 ? sentence : `${sentence}\n${vscode.l10n.t('Select to see the figures without a source.')}`;
  item.accessibilityInformation = { label: sentence, role: 'button' };
  item.command = 'sourcemark.listUnsourced';
}
