import * as vscode from 'vscode';
import { unsourcedFigures } from '../../core/articles/unsourced';
import { formatQuantity } from '../../core/figures/formatQuantity';
import type { Range } from '../../core/text/range';
import { tell } from '../citing/passage';
import { type ArticleReference, findArticle, readArgument, showPlace } from '../session/articleReference';
import { toRange } from '../session/positions';
import { joinFacts } from '../views/counts';
import { excerpt, oneLine, withoutIcons } from '../views/treeNode';
import type { Command } from './command';

interface FigureItem extends vscode.QuickPickItem {
  readonly range: Range;
}

/** Takes an `ArticleReference`: lists the figures without a source, and shows each while it is the one chosen. */
export const listUnsourced: Command = {
  id: 'sourcemark.listUnsourced',
  async run(services, argument) {
    const file = findArticle(services, readArgument<ArticleReference>(argument));
    if (!file) return tell(vscode.l10n.t('Open an article first.'));
    const article = file.session.workspace.article(file.path);
    const { text } = article;
    const figures = unsourcedFigures(article);
    if (text === undefined || figures.length === 0)
      return tell(vscode.l10n.t('Every figure in this article has a source or an exemption.'));
    const editor = await showPlace(file, undefined, { preserveFocus: true });
    const before = editor.selection;
    const items = figures.map(({ figure, status }): FigureItem => {
      const words = oneLine(text.slice(figure.start, figure.end));
      const reading = formatQuantity(figure.quantity, figure.kind, vscode.env.language);
      return {
        label: withoutIcons(words),
        description: joinFacts(
          reading === words ? undefined : reading,
          status === 'inRepair' ? vscode.l10n.t('its claim needs repair') : undefined,
        ),
        detail: excerpt(text, figure),
        range: figure,
      };
    });
    const show = (range: Range) => {
      const place = toRange(editor.document, range);
      editor.selection = new vscode.Selection(place.start, place.end);
      editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    };
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Figures without a source'),
      matchOnDescription: true,
      matchOnDetail: true,
      onDidSelectItem: (item) => show((item as FigureItem).range),
    });
    if (picked) await showPlace(file, picked.range);
    else editor.selection = before;
    return picked?.range;
  },
};
