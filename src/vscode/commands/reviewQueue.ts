import * as vscode from 'vscode';
import { reviewWaiting, waitingClaims } from '../comments/reviewWaiting';
import type { Command } from './command';

/** Walks a desk editor through every claim that waits for a verdict. Gives how many were given. */
export const reviewQueue: Command = {
  id: 'sourcemark.reviewQueue',
  async run(services) {
    const session = await services.sessions.choose();
    if (!session) return 0;
    let waiting = await waitingClaims(services, session);
    if (waiting.length > 0 && services.annotator.known === undefined) {
      // Asked before the walk, so that no other question comes in between; one's own claims do not wait.
      if ((await services.annotator.person(session)) === undefined) return 0;
      waiting = await waitingClaims(services, session);
    }
    if (waiting.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No claim waits for your review.'));
      return 0;
    }
    return reviewWaiting(services, session, waiting);
  },
};
