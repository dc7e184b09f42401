import { addToThread } from '../comments/review';
import { findReviewTarget } from '../comments/reviewTarget';
import type { Command } from './command';

/** Opens a closed thread again; a note, if there is one, is kept with it. */
export const reopenThread: Command = {
  id: 'sourcemark.reopenThread',
  async run(services, argument) {
    const target = await findReviewTarget(services, argument);
    return target
      ? addToThread(services, target, { resolved: false, ...(target.note && { text: target.note }) })
      : false;
  },
};
