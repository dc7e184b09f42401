import * as vscode from 'vscode';
import type { ClaimView } from '../../core/articles/articleView';
import { createId } from '../../core/model/ids';
import type { ThreadMessage, VerdictKind } from '../../core/model/schema';
import type { Services } from '../services';
import { oneLine, withoutIcons } from '../views/treeNode';
import { verdictLabel } from './claimComment';
import { findReviewTarget, type ReviewTarget } from './reviewTarget';

/**
 * Writes one reviewer's judgement of a claim as it now stands. A dispute or a question that comes from
 * no reply box may be given words first; leaving them empty is an answer too.
 * @returns whether it was given.
 */
export async function giveVerdict(services: Services, verdict: VerdictKind, argument: unknown): Promise<boolean> {
  const target = await findReviewTarget(services, argument);
  if (!target) return false;
  const by = await services.annotator.person(target.session);
  if (by === undefined) return false;
  const isAsked = verdict !== 'verified' && target.note === undefined && !target.thread && !hasNote(argument);
  const note = isAsked ? await askForNote(verdict, target.claim) : (target.note ?? '');
  if (note === undefined) return false;
  const { session, claim } = target;
  // Looked up again, because the claim may have changed while the person was asked.
  const now = session.workspace.claim(claim.article, claim.id) ?? claim;
  await services.store.apply(session, [
    {
      file: session.workspace.article(claim.article).storeFile,
      operation: {
        type: 'addVerdict',
        claim: claim.id,
        verdict: { by, at: services.annotator.now(), verdict, of: now.hash, ...(note.trim() && { note: note.trim() }) },
      },
    },
  ]);
  if (target.thread) services.review.replaceBegun(target.thread);
  vscode.window.setStatusBarMessage(withoutIcons(sayGiven(verdict, claim)), 4000);
  const isWaiting = session.workspace.claim(claim.article, claim.id)?.state === 'cited';
  if (isWaiting && verdict === 'verified' && by === claim.claim.by)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('You marked this claim yourself, so it still waits for somebody else to verify it.'),
    );
  return true;
}

/** Adds an entry to a claim's thread. Threads are append-only: an edit is an entry as well. */
export async function addToThread(
  services: Services,
  { session, claim, thread }: ReviewTarget,
  entry: Pick<ThreadMessage, 'text' | 'edits' | 'resolved'>,
): Promise<boolean> {
  const by = await services.annotator.person(session);
  if (by === undefined) return false;
  await services.store.apply(session, [
    {
      file: session.workspace.article(claim.article).storeFile,
      operation: {
        type: 'addMessage',
        claim: claim.id,
        message: { id: createId('m', services.annotator.random), by, at: services.annotator.now(), ...entry },
      },
    },
  ]);
  if (thread) services.review.replaceBegun(thread);
  return true;
}

function hasNote(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'note' in argument;
}

/** What a verdict is about, as a title. */
export function sayGiven(verdict: VerdictKind, { claim }: ClaimView): string {
  const said = { verdict: verdictLabel(verdict), text: oneLine(claim.target.exact, 40) };
  return vscode.l10n.t('{verdict}: “{text}”', said);
}

/** What a person is asked who disputes a claim or asks about it. */
export function notePrompt(verdict: VerdictKind): string {
  return verdict === 'disputed'
    ? vscode.l10n.t('What is wrong with it? You may leave this empty.')
    : vscode.l10n.t('What do you want to know? You may leave this empty.');
}

function askForNote(verdict: VerdictKind, claim: ClaimView): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: sayGiven(verdict, claim),
    prompt: notePrompt(verdict),
    ignoreFocusOut: true,
  });
}
