import * as vscode from 'vscode';
import type { ClaimView } from '../../core/articles/articleView';
import { needsRepair, repairPlaces } from '../../core/articles/repairPlaces';
import { valueChangeMessage } from '../../core/articles/valueChangeMessage';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import type { Range } from '../../core/text/range';
import { readArticle } from '../citing/passage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { showPlace } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import { fromRange, toRange } from '../session/positions';
import { excerpt, oneLine } from '../views/treeNode';

/** What a person decided about a claim that lost its place. */
export type Repair =
  | { readonly kind: 'place'; readonly range: Range }
  | { readonly kind: 'recite' }
  | { readonly kind: 'keep' | 'detach' | 'remove' | 'skip' };

interface RepairItem extends vscode.QuickPickItem {
  readonly repair?: Repair;
}

/**
 * Asks where a claim belongs. Each candidate is shown and highlighted in the article while it is the one
 * that would be taken, so that its surroundings can be read.
 * @returns undefined when the person backed out.
 */
export async function pickPlace(file: SessionFile, claim: ClaimView, title: string): Promise<Repair | undefined> {
  const article = readArticle(file);
  if (!article) return undefined;
  const editor = await showPlace(file, undefined, { preserveFocus: true });
  const selected = fromRange(editor.document, editor.selection);
  const highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchBorder'),
  });
  const picker = vscode.window.createQuickPick<RepairItem>();
  picker.title = title;
  picker.placeholder = questionAbout(claim);
  picker.ignoreFocusOut = true;
  picker.matchOnDescription = true;
  picker.items = repairItems(article.text, claim, repairPlaces(article, claim), selected, (range) =>
    vscode.l10n.t('line {line}', { line: editor.document.positionAt(range.start).line + 1 }),
  );
  const show = (range: Range | undefined) => {
    const place = range && toRange(editor.document, range);
    editor.setDecorations(highlight, place ? [place] : []);
    if (place) editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  try {
    return await new Promise<Repair | undefined>((resolve) => {
      picker.onDidChangeActive(([item]) => show(placeOf(item?.repair, claim)));
      picker.onDidAccept(() => resolve(picker.selectedItems[0]?.repair));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
    highlight.dispose();
  }
}

/** Where the figure changed, the place is known; what it rests on is not. */
function questionAbout({ claim, state, anchor }: ClaimView): string {
  if (anchor?.status === 'valueChanged') return sayMessage(valueChangeMessage(anchor, 'short'));
  return vscode.l10n.t('{state}: “{text}” — where does it belong?', {
    state: sayMessage(claimStateMessage(state)),
    text: oneLine(claim.target.exact, 60),
  });
}

/** What would be taken: the place, or where the changed figure stands. */
function placeOf(repair: Repair | undefined, { range }: ClaimView): Range | undefined {
  if (repair?.kind === 'place') return repair.range;
  return repair?.kind === 'keep' || repair?.kind === 'recite' ? range : undefined;
}

function repairItems(
  text: string,
  claim: ClaimView,
  places: readonly Range[],
  selected: Range,
  lineOf: (range: Range) => string,
): RepairItem[] {
  const separator = (label: string): RepairItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const isSelected = selected.start < selected.end;
  const others = places.filter(({ start }) => claim.anchor?.status !== 'valueChanged' || start !== claim.range?.start);
  return [
    ...(claim.anchor?.status === 'valueChanged'
      ? [
          separator(vscode.l10n.t('The passage')),
          {
            label: vscode.l10n.t('$(check) The source still supports it'),
            description: excerpt(text, claim.anchor.range),
            repair: { kind: 'keep' } as const,
          },
          { label: `$(book) ${vscode.l10n.t('Cite anew…')}`, repair: { kind: 'recite' } as const },
        ]
      : []),
    separator(vscode.l10n.t('Places in the article')),
    ...others.map((range) => ({
      label: `$(arrow-right) ${excerpt(text, range)}`,
      description: lineOf(range),
      repair: { kind: 'place', range } as const,
    })),
    ...(isSelected
      ? [
          {
            label: vscode.l10n.t('$(selection) The selected text'),
            description: excerpt(text, selected),
            repair: { kind: 'place', range: selected } as const,
          },
        ]
      : []),
    separator(vscode.l10n.t('Otherwise')),
    { label: vscode.l10n.t('$(archive) Take it off the text, but keep it'), repair: { kind: 'detach' } },
    { label: vscode.l10n.t('$(trash) Delete the claim'), repair: { kind: 'remove' } },
    ...(needsRepair(claim)
      ? [{ label: vscode.l10n.t('$(debug-step-over) Decide later'), repair: { kind: 'skip' } as const }]
      : []),
  ];
}
