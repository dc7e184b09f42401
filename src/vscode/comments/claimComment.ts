import * as vscode from 'vscode';
import type { ThreadEntry } from '../../core/model/threadEntries';

/** Who reads, and what people are called. */
export interface Readers {
  readonly me: string | undefined;
  readonly nameOf: (person: string) => string;
}

/** An entry of a thread as the editor shows it; `message` is what an edit of it names. */
export interface ClaimComment extends vscode.Comment {
  readonly message?: string;
}

export function createComment(entry: ThreadEntry, { me, nameOf }: Readers): ClaimComment {
  const isMine = entry.kind === 'message' && entry.by === me;
  const label = labelOf(entry);
  return {
    // A plain string is shown as it is: nothing of what people wrote is read as Markdown.
    body: bodyOf(entry),
    mode: vscode.CommentMode.Preview,
    author: { name: nameOf(entry.by) },
    contextValue: isMine ? 'message.own' : entry.kind,
    timestamp: new Date(entry.at),
    ...(label && { label }),
    ...(entry.kind === 'message' && { message: entry.id }),
  };
}

/** The same for the same entry as long as it says the same. */
export function entryKey(entry: ThreadEntry): string {
  return JSON.stringify(entry);
}

function bodyOf(entry: ThreadEntry): string {
  switch (entry.kind) {
    case 'message':
      return entry.text;
    case 'resolution':
      return entry.text || (entry.resolved ? vscode.l10n.t('Closed the thread.') : vscode.l10n.t('Opened it again.'));
    case 'verdict':
      return entry.note || verdictSentence(entry.verdict);
  }
}

function verdictSentence(verdict: 'verified' | 'disputed' | 'question'): string {
  if (verdict === 'verified') return vscode.l10n.t('Checked against the sources.');
  return verdict === 'disputed' ? vscode.l10n.t('Does not agree with this claim.') : vscode.l10n.t('Has a question.');
}

function labelOf(entry: ThreadEntry): string | undefined {
  switch (entry.kind) {
    case 'message':
      return entry.edited ? vscode.l10n.t('edited') : undefined;
    case 'resolution':
      return entry.resolved ? vscode.l10n.t('Resolved') : vscode.l10n.t('Reopened');
    case 'verdict': {
      const verdict = verdictLabel(entry.verdict);
      return entry.stale ? vscode.l10n.t('{verdict} (the claim has changed since)', { verdict }) : verdict;
    }
  }
}

export function verdictLabel(verdict: 'verified' | 'disputed' | 'question'): string {
  if (verdict === 'verified') return vscode.l10n.t('Verified');
  return verdict === 'disputed' ? vscode.l10n.t('Disputed') : vscode.l10n.t('Question');
}
