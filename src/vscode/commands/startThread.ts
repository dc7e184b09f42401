import { findReviewTarget } from '../comments/reviewTarget';
import { showPlace } from '../session/articleReference';
import type { Command } from './command';

/** Shows a claim with its thread open, ready for the first or the next word. */
export const startThread: Command = {
  id: 'sourcemark.startThread',
  async run(services, argument) {
    const target = await findReviewTarget(services, argument);
    if (!target) return;
    const { session, claim } = target;
    const editor = await showPlace({ session, path: claim.article }, claim.range);
    services.review.unfold(session, editor.document, claim);
  },
};
