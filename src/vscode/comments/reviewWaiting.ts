import * as vscode from 'vscode';
import { agreementMessage } from '../../core/articles/agreementMessage';
import type { ArticleSummary } from '../../core/articles/articleSummary';
import type { ClaimView } from '../../core/articles/articleView';
import { awaitingReview } from '../../core/articles/awaitingReview';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import type { VerdictKind } from '../../core/model/schema';
import { sourceTitle } from '../../core/workspace/library';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { columnShowing } from '../navigation/columns';
import type { Services } from '../services';
import { showPlace } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { readSummaries } from '../views/readSummaries';
import { oneLine } from '../views/treeNode';
import { verdictLabel } from './claimComment';
import { giveVerdict } from './review';

/** The claims of a folder that wait for whoever reads, by article and place. */
export async function waitingClaims(services: Services, session: FolderSession): Promise<readonly ClaimView[]> {
  const waiting: ClaimView[] = [];
  const { review } = session.workspace.config;
  const add = ({ path, states }: ArticleSummary) => {
    if (!states.has('cited') && !states.has('staleVerdict')) return;
    waiting.push(...awaitingReview(session.workspace.article(path), services.annotator.known, review));
  };
  await readSummaries(session, add, Number.POSITIVE_INFINITY);
  return waiting;
}

interface ClaimItem extends vscode.QuickPickItem {
  readonly at?: number;
}

type Step = VerdictKind | 'next' | 'passage' | 'stop';

interface StepItem extends vscode.QuickPickItem {
  readonly step: Step;
}

/** Asks where to begin, then shows one claim after the other in its text with the verdicts to choose from. */
export async function reviewWaiting(
  services: Services,
  session: FolderSession,
  waiting: readonly ClaimView[],
): Promise<number> {
  const first = await vscode.window.showQuickPick(toItems(waiting), {
    title: vscode.l10n.t('Claims that wait for your review: {count}', { count: waiting.length }),
    placeHolder: vscode.l10n.t('Where do you want to begin?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (first?.at === undefined) return 0;
  // Where the articles are read; a passage of a source that was looked at took the focus elsewhere.
  const column = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.One;
  let given = 0;
  for (let at = first.at; at < waiting.length; at++) {
    const step = await reviewOne(services, session, waiting, at, column);
    if (step === 'stop') break;
    if (step === 'verdict') given++;
  }
  return given;
}

function toItems(waiting: readonly ClaimView[]): ClaimItem[] {
  const items: ClaimItem[] = [];
  waiting.forEach((claim, at) => {
    if (claim.article !== waiting[at - 1]?.article)
      items.push({ label: claim.article, kind: vscode.QuickPickItemKind.Separator });
    items.push({
      label: oneLine(claim.claim.target.exact),
      description: sayMessage(claimStateMessage(claim.state)),
      detail: sourcesOf(claim),
      at,
    });
  });
  return items;
}

function sourcesOf({ citations }: ClaimView): string {
  return citations
    .map(({ source, citation }) => {
      const title = source ? sourceTitle(source) : citation.source;
      return citation.exact
        ? vscode.l10n.t('{source}: “{quote}”', { source: title, quote: oneLine(citation.exact) })
        : title;
    })
    .join(' / ');
}

async function reviewOne(
  services: Services,
  session: FolderSession,
  waiting: readonly ClaimView[],
  at: number,
  column: vscode.ViewColumn,
): Promise<'verdict' | 'next' | 'stop'> {
  const claim = waiting[at]!;
  const reference = { folder: session.folder.uri.toString(), article: claim.article, claim: claim.id };
  for (;;) {
    const viewColumn = columnShowing(session.uri(claim.article)) ?? column;
    await showPlace({ session, path: claim.article }, claim.range, { preview: true, viewColumn });
    const picked = await vscode.window.showQuickPick(stepItems(claim, at + 1 === waiting.length), {
      title: vscode.l10n.t('Review {at} of {count}: “{text}”', {
        at: at + 1,
        count: waiting.length,
        text: oneLine(claim.claim.target.exact, 40),
      }),
      placeHolder: sourcesOf(claim),
      ignoreFocusOut: true,
    });
    const step = picked?.step ?? 'stop';
    if (step === 'stop' || step === 'next') return step;
    if (step === 'passage') await vscode.commands.executeCommand('sourcemark.openPassage', reference);
    else if (await giveVerdict(services, step, reference)) return 'verdict';
  }
}

/** Whether the figures agree with what is quoted, to be seen before it is vouched for; each answer once. */
function agreementsOf({ agreements }: ClaimView): string {
  const said = agreements.map((agreement) => {
    const { text, isWrong } = agreementMessage(agreement);
    return `${isWrong ? '$(warning) ' : ''}${sayMessage(text)}`;
  });
  return [...new Set(said)].join(' · ');
}

function stepItems(claim: ClaimView, isLast: boolean): StepItem[] {
  const items: StepItem[] = [
    { step: 'verified', label: `$(pass) ${verdictLabel('verified')}`, description: agreementsOf(claim) },
    { step: 'disputed', label: `$(error) ${verdictLabel('disputed')}…` },
    { step: 'question', label: `$(question) ${verdictLabel('question')}…` },
  ];
  if (claim.citations.some(({ passage }) => passage.status === 'found'))
    items.push({ step: 'passage', label: `$(go-to-file) ${vscode.l10n.t('Look at the cited passage')}` });
  items.push(
    isLast
      ? { step: 'stop', label: `$(close) ${vscode.l10n.t('Finish')}` }
      : { step: 'next', label: `$(arrow-right) ${vscode.l10n.t('Skip to the next')}` },
  );
  return items;
}
