import { acceptSourceText } from './acceptSourceText';
import { addAlias } from './addAlias';
import { addEntity } from './addEntity';
import { addSource } from './addSource';
import { answerUnsaved } from './answerUnsaved';
import { attachClaim } from './attachClaim';
import { cancelComment } from './cancelComment';
import { changeCitation } from './changeCitation';
import { chooseMention } from './chooseMention';
import { choosePerson } from './choosePerson';
import { choosePlace } from './choosePlace';
import { citeSource } from './citeSource';
import type { Command } from './command';
import { copyId } from './copyId';
import { detachClaim } from './detachClaim';
import { discardUnsaved } from './discardUnsaved';
import { disputeClaim } from './disputeClaim';
import { editComment } from './editComment';
import { exemptFigure } from './exemptFigure';
import { extendExemption } from './extendExemption';
import { keepChangedValue } from './keepChangedValue';
import { listUnsourced } from './listUnsourced';
import { markClaim } from './markClaim';
import { mergeVersions } from './mergeVersions';
import { moveAnnotations } from './moveAnnotations';
import { nextUnsourced } from './nextUnsourced';
import { openAddress } from './openAddress';
import { openClaim } from './openClaim';
import { openInStore } from './openInStore';
import { openPassage } from './openPassage';
import { previousUnsourced } from './previousUnsourced';
import { questionClaim } from './questionClaim';
import { removeCitation } from './removeCitation';
import { removeClaim } from './removeClaim';
import { removeEntity } from './removeEntity';
import { removeExemption } from './removeExemption';
import { removeSource } from './removeSource';
import { reopenThread } from './reopenThread';
import { repairClaims } from './repairClaims';
import { replyToClaim } from './replyToClaim';
import { resolveThread } from './resolveThread';
import { retryUnsaved } from './retryUnsaved';
import { reviewQueue } from './reviewQueue';
import { saveComment } from './saveComment';
import { settleConflict } from './settleConflict';
import { setUpAnnotations } from './setUpAnnotations';
import { setUpMerging } from './setUpMerging';
import { showUnsaved } from './showUnsaved';
import { showWalkthrough } from './showWalkthrough';
import { startThread } from './startThread';
import { updatePositions } from './updatePositions';
import { verifyClaim } from './verifyClaim';

/** Every command there is; a test compares this list with package.json both ways. */
export const allCommands: readonly Command[] = [
  acceptSourceText,
  addAlias,
  addEntity,
  addSource,
  answerUnsaved,
  attachClaim,
  cancelComment,
  changeCitation,
  chooseMention,
  choosePerson,
  choosePlace,
  citeSource,
  copyId,
  detachClaim,
  discardUnsaved,
  disputeClaim,
  editComment,
  exemptFigure,
  extendExemption,
  keepChangedValue,
  listUnsourced,
  markClaim,
  mergeVersions,
  moveAnnotations,
  nextUnsourced,
  openAddress,
  openClaim,
  openInStore,
  openPassage,
  previousUnsourced,
  questionClaim,
  removeCitation,
  removeClaim,
  removeEntity,
  removeExemption,
  removeSource,
  reopenThread,
  repairClaims,
  replyToClaim,
  resolveThread,
  retryUnsaved,
  reviewQueue,
  saveComment,
  setUpAnnotations,
  setUpMerging,
  settleConflict,
  showUnsaved,
  showWalkthrough,
  startThread,
  updatePositions,
  verifyClaim,
];
