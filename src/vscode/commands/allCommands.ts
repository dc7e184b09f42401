import { cancelComment } from './cancelComment';
import { choosePerson } from './choosePerson';
import type { Command } from './command';
import { copyId } from './copyId';
import { disputeClaim } from './disputeClaim';
import { editComment } from './editComment';
import { questionClaim } from './questionClaim';
import { removeEntity } from './removeEntity';
import { removeSource } from './removeSource';
import { reopenThread } from './reopenThread';
import { replyToClaim } from './replyToClaim';
import { resolveThread } from './resolveThread';
import { reviewQueue } from './reviewQueue';
import { saveComment } from './saveComment';
import { setUpAnnotations } from './setUpAnnotations';
import { showWalkthrough } from './showWalkthrough';
import { startThread } from './startThread';
import { verifyClaim } from './verifyClaim';

/** Every command there is; a test compares this list with package.json both ways. */
export const allCommands: readonly Command[] = [
  cancelComment,
  choosePerson,
  copyId,
  disputeClaim,
  editComment,
  questionClaim,
  removeEntity,
  removeSource,
  reopenThread,
  replyToClaim,
  resolveThread,
  reviewQueue,
  saveComment,
  setUpAnnotations,
  showWalkthrough,
  startThread,
  verifyClaim,
];
