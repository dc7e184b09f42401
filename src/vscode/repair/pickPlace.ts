import * as vscode from 'vscode';
import type { ClaimView } from '../../core/articles/articleView';
import { needsRepair, repairPlaces } from '../../core/articles/repairPlaces';
import { valueChangeMessage } from '../../core/articles/valueChangeMessage';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { excerpt } from '../../core/text/excerpt';
import type { Range } from '../../core/text/range';
import { QuestionBox } from '../asking/questionBox';
import { readArticle } from '../citing/passage';
import { evidenceRows, sayAgreements } from '../comments/evidenceRows';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { showEvidence } from '../navigation/evidencePane';
import { showPlace } from '../session/articleReference';
import type { SessionFile } from '../session/folderSessions';
import { fromRange, toRange } from '../session/positions';
import { oneLine, withoutIcons } from '../views/treeNode';

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
  const box = new QuestionBox(title);
  try {
    return await askForPlace(box, file, claim, title);
  } finally {
    box.dispose();
  }
}

/** The same in a box that goes on asking. */
export async function askForPlace(
  box: QuestionBox,
  file: SessionFile,
  claim: ClaimView,
  title: string,
): Promise<Repair | undefined> {
  const article = readArticle(file);
  if (!article) return undefined;
  const editor = await showPlace(file, undefined, { preserveFocus: true });
  const selected = fromRange(editor.document, editor.selection);
  const highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchBorder'),
  });
  const show = (range: Range | undefined) => {
    const place = range && toRange(editor.document, range);
    editor.setDecorations(highlight, place ? [place] : []);
    if (place) editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  // Where the figure changed, the question is about this place; of several likely ones none is it yet.
  show(claim.range);
  const isShown = await showEvidence(file.session, claim);
  const lineOf = (range: Range) =>
    vscode.l10n.t('line {line}', { line: editor.document.positionAt(range.start).line + 1 });
  try {
    const question = {
      title,
      placeholder: questionAbout(claim),
      items: repairItems(article.text, claim, repairPlaces(article, claim), selected, lineOf, isShown),
      onDidChangeActive: (item: RepairItem | undefined) => show(item ? placeOf(item.repair, claim) : claim.range),
    };
    // A row of what the source says is there to be read; it decides nothing.
    for (;;) {
      const answer = await box.ask<RepairItem>(question);
      if (!answer || answer.item?.repair) return answer?.item?.repair;
    }
  } finally {
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
  isShown: boolean,
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
            description: withoutIcons(excerpt(text, claim.anchor.range)),
            detail: sayAgreements(claim, isShown),
            repair: { kind: 'keep' } as const,
          },
          { label: `$(book) ${vscode.l10n.t('Cite anew…')}`, repair: { kind: 'recite' } as const },
          separator(vscode.l10n.t('The source')),
          ...evidenceRows(claim),
        ]
      : []),
    separator(vscode.l10n.t('Places in the article')),
    ...others.map((range) => ({
      label: `$(arrow-right) ${withoutIcons(excerpt(text, range))}`,
      description: lineOf(range),
      repair: { kind: 'place', range } as const,
    })),
    ...(isSelected
      ? [
          {
            label: vscode.l10n.t('$(selection) The selected text'),
            description: withoutIcons(excerpt(text, selected)),
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
