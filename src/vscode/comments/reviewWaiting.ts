import * as vscode from 'vscode';
import type { ArticleSummary } from '../../core/articles/articleSummary';
import type { ClaimView } from '../../core/articles/articleView';
import { awaitingReview } from '../../core/articles/awaitingReview';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import type { VerdictKind } from '../../core/model/schema';
import { sourceTitle } from '../../core/workspace/library';
import { QuestionBox } from '../asking/questionBox';
import { tellFailure } from '../commands/command';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { columnShowing } from '../navigation/columns';
import { showEvidence, shownCitations } from '../navigation/evidencePane';
import type { Services } from '../services';
import { showPlace } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { StoreWriteError } from '../session/storeEditor';
import { readSummaries } from '../views/readSummaries';
import { oneLine, withoutIcons } from '../views/treeNode';
import { verdictLabel } from './claimComment';
import { evidenceRows, sayAgreements } from './evidenceRows';
import { giveVerdict, notePrompt, sayGiven } from './review';

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
  readonly step?: Step;
}

/** Asks where to begin, then shows one claim after the other with what it rests on and the verdicts to choose from. */
export async function reviewWaiting(
  services: Services,
  session: FolderSession,
  waiting: readonly ClaimView[],
): Promise<number> {
  // Where the articles are read; a passage of a source that is looked at lies beside them.
  const column = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.One;
  const title = vscode.l10n.t('Claims that wait for your review: {count}', { count: waiting.length });
  const box = new QuestionBox(title);
  try {
    const placeholder = vscode.l10n.t('Where do you want to begin?');
    const first = await box.ask({ title, placeholder, items: toItems(waiting), typing: 'search' });
    if (first?.item?.at === undefined) return 0;
    let given = 0;
    for (let at = first.item.at; at < waiting.length; at++) {
      const step = await reviewOne({ services, session, waiting, column, box }, at);
      if (step === 'stop') break;
      if (step === 'verdict') given++;
    }
    await box.askToClose(vscode.l10n.t('Review finished. Verdicts given: {count}', { count: given }));
    return given;
  } finally {
    box.dispose();
  }
}

function toItems(waiting: readonly ClaimView[]): ClaimItem[] {
  const items: ClaimItem[] = [];
  waiting.forEach((claim, at) => {
    if (claim.article !== waiting[at - 1]?.article)
      items.push({ label: claim.article, kind: vscode.QuickPickItemKind.Separator });
    items.push({
      label: withoutIcons(oneLine(claim.claim.target.exact)),
      description: sayMessage(claimStateMessage(claim.state)),
      detail: withoutIcons(sourcesOf(claim)),
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

interface Walk {
  readonly services: Services;
  readonly session: FolderSession;
  readonly waiting: readonly ClaimView[];
  readonly column: vscode.ViewColumn;
  readonly box: QuestionBox;
}

async function reviewOne(walk: Walk, at: number): Promise<'verdict' | 'next' | 'stop'> {
  const { session, waiting, column, box } = walk;
  const { article, id } = waiting[at]!;
  for (let shown = 0; ; ) {
    // As it is now: somebody else may have judged, changed or deleted it while the others were looked at.
    const claim = session.workspace.claim(article, id);
    if (!claim) return 'next';
    const viewColumn = columnShowing(session.uri(article)) ?? column;
    await showPlace({ session, path: article }, claim.range, { preview: true, preserveFocus: true, viewColumn });
    const isShown = await showEvidence(session, claim, shown);
    const text = oneLine(claim.claim.target.exact, 40);
    const answer = await box.ask<StepItem>({
      title: vscode.l10n.t('Review {at} of {count}: “{text}”', { at: at + 1, count: waiting.length, text }),
      placeholder: sourcesOf(claim) || vscode.l10n.t('This claim cites no source yet.'),
      items: stepItems(claim, isShown, at + 1 === waiting.length),
    });
    const step = answer ? answer.item?.step : 'stop';
    if (step === 'stop' || step === 'next') return step;
    if (step === 'passage') shown++;
    else if (step && (await judge(walk, claim, step))) return 'verdict';
    if (box.isClosed) return 'stop';
  }
}

/** Asks for the words of a verdict in the same box, and gives it. */
async function judge({ services, session, box }: Walk, claim: ClaimView, verdict: VerdictKind): Promise<boolean> {
  const items = [{ label: `$(check) ${verdictLabel(verdict)}` }];
  const words =
    verdict === 'verified'
      ? { words: '' }
      : await box.ask({ title: sayGiven(verdict, claim), placeholder: notePrompt(verdict), items, typing: 'words' });
  if (!words) return false;
  const folder = session.folder.uri.toString();
  const reference = { folder, article: claim.article, claim: claim.id, note: words.words };
  try {
    return await giveVerdict(services, verdict, reference);
  } catch (error) {
    // The walk goes on: what is kept will be written, and anything else is asked once more.
    await tellFailure(services, error);
    return error instanceof StoreWriteError && error.kept !== undefined;
  }
}

function stepItems(claim: ClaimView, isShown: boolean, isLast: boolean): StepItem[] {
  const separator = (label: string): StepItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const said = sayAgreements(claim, isShown);
  return [
    separator(vscode.l10n.t('Your verdict')),
    { step: 'verified', label: `$(pass) ${verdictLabel('verified')}`, ...(said !== '' && { detail: said }) },
    { step: 'disputed', label: `$(error) ${verdictLabel('disputed')}…` },
    { step: 'question', label: `$(question) ${verdictLabel('question')}…` },
    isLast
      ? { step: 'stop', label: `$(close) ${vscode.l10n.t('Finish')}` }
      : { step: 'next', label: `$(arrow-right) ${vscode.l10n.t('Skip to the next')}` },
    separator(vscode.l10n.t('The source')),
    ...evidenceRows(claim),
    ...(shownCitations(claim).length > 1
      ? [{ step: 'passage' as const, label: `$(go-to-file) ${vscode.l10n.t('Show the next cited passage')}` }]
      : []),
  ];
}
