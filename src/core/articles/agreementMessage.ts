import { isAgreement } from '../figures/compareQuantities';
import { type Message, message } from '../model/message';
import type { Agreement } from './articleView';

/** Whether a figure agrees with the source's, in a few words. `isWrong` is only true where they cannot both hold. */
export function agreementMessage({ comparison, cited }: Agreement): {
  readonly text: Message;
  readonly isWrong: boolean;
} {
  if (!comparison || !cited) return { text: message('no figure to compare with in the quoted words'), isWrong: false };
  if (comparison.status === 'equal') return { text: message('agrees'), isWrong: false };
  if (comparison.status === 'rounded') return { text: message('agrees, rounded'), isWrong: false };
  if (isAgreement(comparison.status)) return { text: message('agrees as far as it says'), isWrong: false };
  if (comparison.status === 'slip') return { text: message('differs by a power of ten'), isWrong: true };
  if (comparison.status === 'different') return { text: message('differs'), isWrong: true };
  return { text: message('could not be compared'), isWrong: false };
}
