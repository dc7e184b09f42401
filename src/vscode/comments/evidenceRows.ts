import * as vscode from 'vscode';
import { agreementMessage } from '../../core/articles/agreementMessage';
import type { Agreement, CitationView, ClaimView } from '../../core/articles/articleView';
import { formatQuantity } from '../../core/figures/formatQuantity';
import { sourceTitle } from '../../core/workspace/library';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { agreementIcon } from '../hover/agreementIcon';
import { oneLine, withoutIcons } from '../views/treeNode';

/** What a claim rests on, to be read before it is vouched for: each quote, and each figure beside the source's. */
export function evidenceRows({ citations, agreements }: ClaimView): vscode.QuickPickItem[] {
  return [
    ...citations.map(({ citation, source, passage }) => ({
      label: `$(quote) ${withoutIcons(oneLine(citation.exact ?? (source ? sourceTitle(source) : citation.source)))}`,
      description: sayPassage(passage),
    })),
    ...agreements.map((agreement) => {
      const { verdict } = agreementMessage(agreement);
      const said = sayAgreement(agreement);
      const label = `${agreementIcon(verdict)} ${withoutIcons(sayPair(agreement))}`;
      // How they differ in exactness takes a line of its own: beside the figures it would be cut off.
      return verdict === 'exactness' ? { label, detail: said } : { label, description: said };
    }),
  ];
}

/** All of that in a line; first that there is nothing to see. Each answer is said once. */
export function sayAgreements({ agreements }: ClaimView, isShown: boolean): string {
  const said = agreements.map((agreement) => {
    const { verdict } = agreementMessage(agreement);
    return `${verdict === 'agrees' ? '' : `${agreementIcon(verdict)} `}${sayAgreement(agreement)}`;
  });
  const hidden = isShown ? [] : [`$(warning) ${vscode.l10n.t('no passage to show')}`];
  return [...new Set([...hidden, ...said])].join(' · ');
}

function sayPassage({ status }: CitationView['passage']): string {
  if (status === 'found') return '';
  if (status === 'notFound') return vscode.l10n.t('no passage to show: its words are not in the source’s text');
  if (status === 'noQuote') return vscode.l10n.t('no passage to show: no words are quoted');
  return vscode.l10n.t('no passage to show: the source’s text is not at hand');
}

function sayPair({ text, cited }: Agreement): string {
  if (!cited) return text;
  return vscode.l10n.t('{figure} — the source says {cited}', { figure: text, cited: cited.text });
}

/** What the comparison gave; and where one of two that agree is said more exactly, how each is meant. */
function sayAgreement(agreement: Agreement): string {
  const { figure, cited } = agreement;
  const { text, verdict } = agreementMessage(agreement);
  const said = sayMessage(text);
  if (!cited || verdict !== 'agrees' || figure.quantity.approx === cited.figure.quantity.approx) return said;
  const [here, there] = [figure, cited.figure].map(({ quantity, kind }) =>
    formatQuantity(quantity, kind, vscode.env.language),
  );
  return vscode.l10n.t('{agreement}, but not as exact: {here} here, {there} in the source', {
    agreement: said,
    here: here ?? '',
    there: there ?? '',
  });
}
