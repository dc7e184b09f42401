import * as vscode from 'vscode';
import type { FigureCoverage } from '../../core/articles/articleView';
import { figureReasonMessage, figureStateMessage } from '../../core/articles/figureStateMessage';
import { noneUnsourcedMessage, openFigures } from '../../core/articles/unsourced';
import { formatQuantity } from '../../core/figures/formatQuantity';
import { excerpt } from '../../core/text/excerpt';
import type { Range } from '../../core/text/range';
import { tell } from '../citing/passage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { type ArticleReference, findArticle, readArgument, showPlace } from '../session/articleReference';
import { toRange } from '../session/positions';
import { joinFacts } from '../views/counts';
import { figureIcon } from '../views/figureIcon';
import { oneLine, withoutIcons } from '../views/treeNode';
import type { Command } from './command';

interface FigureItem extends vscode.QuickPickItem {
  /** Undefined for the heading of a state. */
  readonly range?: Range;
}

/**
 * Takes an `ArticleReference`: lists the figures without a source, those whose source does not hold and those that were
 * not checked, and shows each while it is the one chosen.
 */
export const listUnsourced: Command = {
  id: 'sourcemark.listUnsourced',
  async run(services, argument) {
    const file = findArticle(services, readArgument<ArticleReference>(argument));
    if (!file) return tell(vscode.l10n.t('Open an article first.'));
    const article = file.session.workspace.article(file.path);
    const { text } = article;
    const groups = openFigures(article);
    if (text === undefined || groups.length === 0) return tell(sayMessage(noneUnsourcedMessage(article)));
    const editor = await showPlace(file, undefined, { preserveFocus: true });
    const before = editor.selection;
    const items = groups.flatMap(({ state, figures }): FigureItem[] => [
      { label: sayMessage(figureStateMessage(state)), kind: vscode.QuickPickItemKind.Separator },
      ...figures.map((figure) => toItem(text, figure)),
    ]);
    const show = (range: Range) => {
      const place = toRange(editor.document, range);
      editor.selection = new vscode.Selection(place.start, place.end);
      editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    };
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Figures to look at'),
      matchOnDescription: true,
      matchOnDetail: true,
      onDidSelectItem: (item) => {
        const { range } = item as FigureItem;
        if (range) show(range);
      },
    });
    if (picked?.range) await showPlace(file, picked.range);
    else editor.selection = before;
    return picked?.range;
  },
};

function toItem(text: string, { figure, ...standing }: FigureCoverage): FigureItem {
  const words = oneLine(text.slice(figure.start, figure.end));
  const reading = formatQuantity(figure.quantity, figure.kind, vscode.env.language);
  const reason = figureReasonMessage(standing);
  return {
    label: withoutIcons(words),
    iconPath: figureIcon(standing.state),
    description: joinFacts(
      sayMessage(figureStateMessage(standing.state)),
      reason && sayMessage(reason),
      reading === words ? undefined : reading,
    ),
    detail: withoutIcons(excerpt(text, figure)),
    range: figure,
  };
}
