import { addToThread } from '../comments/review';
import { findReviewTarget } from '../comments/reviewTarget';
import type { Command } from './command';

/** Closes a claim's thread; a note, if there is one, is kept with it. */
export const resolveThread: Command = {
  id: 'sourcemark.resolveThread',
  async run(services, argument) {
    const target = await findReviewTarget(services, argument);
    return target
      ? addToThread(services, target, { resolved: true, ...(target.note && { text: target.note }) })
      : false;
  },
};
