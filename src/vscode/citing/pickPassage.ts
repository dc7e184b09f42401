import * as vscode from 'vscode';
import { type Evidence, findEvidence } from '../../core/articles/findEvidence';
import { isAgreement } from '../../core/figures/compareQuantities';
import type { Figure } from '../../core/figures/figure';
import { parseLocator } from '../../core/model/locatorMessage';
import type { Locator } from '../../core/model/schema';
import type { FolderSession } from '../session/folderSession';
import { withoutIcons } from '../views/treeNode';

/** What is quoted of a source; neither is needed. */
export interface QuotedPassage {
  readonly exact?: string;
  readonly locator?: Locator;
}

interface PassageItem extends vscode.QuickPickItem {
  readonly quote?: string;
  readonly other?: 'type' | 'none';
}

/** The longest quotation offered: a figure's sentence, not the page. */
const MAX_SENTENCES = 300;

/**
 * Lets a person choose the words of a source that support the figures: where its text is in the workspace,
 * its sentences with those first that hold an agreeing figure; else they are typed.
 * @returns undefined when the person backed out.
 */
export async function pickPassage(
  session: FolderSession,
  source: string,
  figures: readonly Figure[],
): Promise<QuotedPassage | undefined> {
  const file = session.workspace.library.sources.get(source)?.value.custom?.text;
  const text = file === undefined ? undefined : session.workspace.text(file);
  if (text === undefined) return typePassage();
  const evidence = findEvidence(text, figures).slice(0, MAX_SENTENCES);
  const agreeing = evidence.filter(({ comparison }) => comparison && isAgreement(comparison.status));
  const alike = evidence.filter((sentence) => sentence.hasNumber && !agreeing.includes(sentence));
  const rest = evidence
    .filter((sentence) => !agreeing.includes(sentence) && !alike.includes(sentence))
    .sort((a, b) => a.range.start - b.range.start);
  const items: PassageItem[] = [
    ...section(vscode.l10n.t('With a figure that agrees'), agreeing),
    ...section(vscode.l10n.t('With the same number'), alike),
    ...section(vscode.l10n.t('Other sentences'), rest),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('$(edit) Type the words…'), other: 'type', alwaysShow: true },
    { label: vscode.l10n.t('$(dash) Cite the source without quoting it'), other: 'none', alwaysShow: true },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which words of the source say so?'),
    placeHolder: file ?? '',
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  if (picked.other === 'type') return typePassage();
  return picked.quote === undefined ? {} : { exact: picked.quote };
}

function section(label: string, evidence: readonly Evidence[]): PassageItem[] {
  if (evidence.length === 0) return [];
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...evidence.map(({ text, comparison }) => ({
      label: `$(${comparison && isAgreement(comparison.status) ? 'check' : 'quote'}) ${withoutIcons(quotable(text))}`,
      description: comparison?.status === 'slip' ? vscode.l10n.t('differs by a power of ten') : '',
      quote: quotable(text),
    })),
  ];
}

/** A sentence without the list marks and emphasis of its Markdown, which nobody quotes; quotations are found without them. */
function quotable(sentence: string): string {
  return sentence
    .replace(/^(?:[#>*+-]|\d{1,3}[.)])+\s+/, '')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

async function typePassage(): Promise<QuotedPassage | undefined> {
  const exact = await vscode.window.showInputBox({
    title: vscode.l10n.t('Words of the source (optional)'),
    prompt: vscode.l10n.t('Copy the words that support the passage, exactly as the source has them.'),
    ignoreFocusOut: true,
  });
  if (exact === undefined) return undefined;
  const where = await vscode.window.showInputBox({
    title: vscode.l10n.t('Where in the source? (optional)'),
    prompt: vscode.l10n.t('A page, a paragraph or a time, such as “p. 3”, “para 4” or “1:02:03”.'),
    ignoreFocusOut: true,
  });
  if (where === undefined) return undefined;
  const locator = parseLocator(where);
  return { ...(exact.trim() && { exact: exact.trim() }), ...(locator && { locator }) };
}
