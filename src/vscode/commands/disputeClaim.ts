import { giveVerdict } from '../comments/review';
import type { Command } from './command';

/** Takes a `ReviewArgument`, a thread, a reply or a row of a tree; gives whether the verdict was written. */
export const disputeClaim: Command = {
  id: 'sourcemark.disputeClaim',
  run: (services, argument) => giveVerdict(services, 'disputed', argument),
};
