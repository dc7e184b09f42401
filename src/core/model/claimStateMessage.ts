import type { ClaimState } from './claimState';
import { type Message, message } from './message';

/** What a state is called in lists, cards and threads: a word or two, the same everywhere. */
export function claimStateMessage(state: ClaimState): Message {
  switch (state) {
    case 'orphaned':
      return message('Passage not found');
    case 'ambiguous':
      return message('Place unclear');
    case 'valueChanged':
      return message('Value changed');
    case 'contested':
      return message('Source contested');
    case 'disputed':
      return message('Disputed');
    case 'question':
      return message('Question');
    case 'staleVerdict':
      return message('Check again');
    case 'uncited':
      return message('No source yet');
    case 'cited':
      return message('Awaiting review');
    case 'verified':
      return message('Verified');
    case 'detached':
      return message('Detached');
  }
}
