import * as vscode from 'vscode';
import { agreementMessage } from '../../core/articles/agreementMessage';
import type { CitationView, ClaimView } from '../../core/articles/articleView';
import { valueChangeMessage } from '../../core/articles/valueChangeMessage';
import { formatQuantity } from '../../core/figures/formatQuantity';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { locatorMessages } from '../../core/model/locatorMessage';
import { entityName } from '../../core/workspace/library';
import { personName } from '../../core/workspace/personName';
import { webAddress } from '../../core/workspace/webAddress';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { toReference } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { stateIcon } from '../views/stateIcon';
import { agreementIcon } from './agreementIcon';
import { standingLine } from './figureCard';
import { commandLink, createMarkdown, joinLinks, plain, quoted, webLink } from './markdown';
import { sayDate, sayVerdict } from './sayVerdict';
import { sourceLine } from './sourceLine';

/** Everything known of a claim: its state, what it cites and whether that agrees, who said what of it, and what to do. */
export function claimCard(session: FolderSession, claim: ClaimView): vscode.MarkdownString {
  return createMarkdown([
    heading(session, claim),
    ...changeOf(claim),
    ...standingLines(session, claim),
    ...claim.citations.flatMap((citation) => citationLines(session, claim, citation)),
    ...(claim.citations.length === 0 ? [`$(circle-large) ${plain(vscode.l10n.t('No source is cited yet.'))}`] : []),
    ...aboutLines(session, claim),
    ...claim.verdicts.map(
      ({ verdict, stale }) =>
        `$(${stale ? 'history' : 'comment'}) ${plain(sayVerdict(session, verdict, stale))}${verdict.note ? ` — ${plain(verdict.note)}` : ''}`,
    ),
    '---',
    joinLinks(actions(session, claim)),
  ]);
}

function heading(session: FolderSession, { state, claim }: ClaimView): string {
  const person = personName(session.workspace.config, claim.by);
  const marked = vscode.l10n.t('marked by {person}, {date}', { person, date: sayDate(claim.at) });
  return `$(${stateIcon(state).id}) **${plain(sayMessage(claimStateMessage(state)))}** · ${plain(marked)}`;
}

/** In how far its figures are supported, which its own state does not say: each state once. */
function standingLines({ workspace }: FolderSession, { id, article, anchor }: ClaimView): string[] {
  if (anchor?.status === 'valueChanged') return [];
  const { coverage, text = '' } = workspace.article(article);
  const own = coverage.filter(({ claims }) => claims.some((claim) => claim.id === id));
  const shown = own.filter(({ state }) => state === 'supported' || state === 'unchecked' || state === 'contested');
  return [...new Set(shown.map((standing) => standingLine(standing, text)))];
}

function changeOf({ anchor }: ClaimView): string[] {
  if (anchor?.status !== 'valueChanged') return [];
  return [`$(diff) ${plain(sayMessage(valueChangeMessage(anchor, 'short')))}`];
}

function citationLines(session: FolderSession, claim: ClaimView, view: CitationView): string[] {
  const { citation, source, passage } = view;
  const where = locatorMessages(citation.locator).map(sayMessage);
  const reference = { ...toReference({ session, path: claim.article }), claim: claim.id, citation: view.index };
  const open = commandLink(vscode.l10n.t('Open passage'), 'sourcemark.openPassage', reference);
  const missing = session.isLibraryRead
    ? `$(error) ${plain(vscode.l10n.t('There is no source “{source}”.', { source: citation.source }))}`
    : `$(sync) ${plain(vscode.l10n.t('The source “{source}” has not been read yet.', { source: citation.source }))}`;
  const address = webAddress(source?.value.URL ?? '');
  const links = address === undefined ? open : `${open} · ${webLink(vscode.l10n.t('Web page'), address)}`;
  const lines = [source ? `${sourceLine(source, ...where)} · ${links}` : missing];
  if (citation.exact !== undefined) lines.push(quoted(citation.exact));
  if (citation.note !== undefined) lines.push(plain(citation.note));
  if (passage.status === 'notFound')
    lines.push(
      `$(warning) ${plain(vscode.l10n.t('The quoted words do not stand in {file}.', { file: passage.file }))}`,
    );
  if (view.contested === 'textChanged')
    lines.push(`$(warning) ${plain(vscode.l10n.t('The source’s text has changed since it was cited.'))}`);
  const agreements = claim.agreements.filter((agreement) => agreement.citation === view);
  if (agreements.length > 0) lines.push(agreements.map((agreement) => agreementLine(agreement)).join('\n'));
  return lines;
}

function agreementLine(agreement: ClaimView['agreements'][number]): string {
  const { text, verdict } = agreementMessage(agreement);
  const said = plain(sayMessage(text));
  const read = (figure: typeof agreement.figure, words: string) => {
    const reading = formatQuantity(figure.quantity, figure.kind, vscode.env.language);
    return reading === words ? plain(words) : `${plain(words)} (${plain(reading)})`;
  };
  const own = read(agreement.figure, agreement.text);
  const cited = agreement.cited ? ` ↔ ${read(agreement.cited.figure, agreement.cited.text)}` : '';
  const isNamed = verdict === 'differs' || verdict === 'exactness';
  return `- ${own}${cited}: ${agreementIcon(verdict)} ${isNamed ? `**${said}**` : said}`;
}

function aboutLines({ workspace }: FolderSession, { claim }: ClaimView): string[] {
  const lines: string[] = [];
  const names = (claim.entities ?? []).map((id) => {
    const entity = workspace.library.entities.get(id);
    return plain(entity ? entityName(entity, vscode.env.language) : id);
  });
  if (names.length > 0) lines.push(`$(tag) ${names.join(' · ')}`);
  if (claim.measure) {
    const { of, name, period } = claim.measure;
    const entity = workspace.library.entities.get(of);
    const parts = [entity ? entityName(entity, vscode.env.language) : of, name, period];
    lines.push(
      `$(graph) ${parts
        .filter((part) => part !== undefined)
        .map((part) => plain(String(part)))
        .join(' · ')}`,
    );
  }
  if (claim.note !== undefined) lines.push(`$(note) ${plain(claim.note)}`);
  return lines;
}

function actions(session: FolderSession, claim: ClaimView): string[] {
  const reference = { ...toReference({ session, path: claim.article }), claim: claim.id };
  const store = commandLink(vscode.l10n.t('Open in store'), 'sourcemark.openInStore', reference);
  const cite = (label: string) => commandLink(label, 'sourcemark.citeSource', reference);
  switch (claim.state) {
    case 'valueChanged':
      return [
        commandLink(vscode.l10n.t('The source still supports it'), 'sourcemark.keepChangedValue', reference),
        cite(vscode.l10n.t('Cite anew…')),
        commandLink(vscode.l10n.t('Choose place'), 'sourcemark.choosePlace', reference),
        store,
      ];
    case 'ambiguous':
    case 'orphaned':
      return [commandLink(vscode.l10n.t('Choose place'), 'sourcemark.choosePlace', reference), store];
    case 'uncited':
      return [cite(vscode.l10n.t('Cite a source')), store];
    default:
      return [
        commandLink(vscode.l10n.t('Verify'), 'sourcemark.verifyClaim', reference),
        commandLink(vscode.l10n.t('Dispute'), 'sourcemark.disputeClaim', reference),
        commandLink(vscode.l10n.t('Question'), 'sourcemark.questionClaim', reference),
        cite(vscode.l10n.t('Cite another')),
        store,
      ];
  }
}
