import { isAgreement } from '../figures/compareQuantities';
import type { Approximation } from '../figures/figure';
import { type Message, message } from '../model/message';
import type { Agreement } from './articleView';

/**
 * Whether a figure agrees with the source's, in a few words: it agrees, it differs (and how), or it could not be
 * checked (and why). `isWrong` is only true where they cannot both hold.
 */
export function agreementMessage(agreement: Agreement): { readonly text: Message; readonly isWrong: boolean } {
  const { comparison, cited, difference } = agreement;
  if (!comparison || !cited) return { text: whyNot(agreement), isWrong: false };
  if (difference === 'way')
    return { text: message('one is a rise or a profit, the other a fall or a loss'), isWrong: true };
  if (difference === 'stance')
    return { text: message('one is of those for it, the other of those against it'), isWrong: true };
  if (difference === 'sign') return { text: message('only one of them is below zero'), isWrong: true };
  if (difference === 'exactness') return { text: exactness(agreement.figure, cited.figure), isWrong: false };
  if (comparison.status === 'equal') return { text: message('agrees'), isWrong: false };
  if (comparison.status === 'rounded') return { text: message('agrees, rounded'), isWrong: false };
  if (isAgreement(comparison.status)) return { text: message('agrees as far as it says'), isWrong: false };
  if (comparison.status === 'slip') return { text: message('differs by a power of ten'), isWrong: true };
  if (comparison.status === 'different') return { text: message('differs'), isWrong: true };
  if (comparison.status === 'otherCurrency')
    return { text: message('in another currency, and no rate is known to compare by'), isWrong: false };
  return { text: message('could not be compared'), isWrong: false };
}

function whyNot({ citation }: Agreement): Message {
  return citation.figures.some(({ figure }) => figure.kind !== 'other')
    ? message('the figures in the quoted words are of other things')
    : message('no figure to compare with in the quoted words');
}

type WithQuantity = Agreement['figure'];

function exactness(here: WithQuantity, there: WithQuantity): Message {
  return message('the number agrees, how exact it is does not: “{here}” here, “{there}” in the source', {
    here: exactnessName(here.quantity.approx),
    there: exactnessName(there.quantity.approx),
  });
}

function exactnessName(approx: Approximation): Message {
  switch (approx) {
    case 'about':
      return message('about');
    case 'over':
      return message('more than');
    case 'at_least':
      return message('at least');
    case 'under':
      return message('less than');
    case 'up_to':
      return message('at most');
    case 'estimate':
      return message('an estimate');
    default:
      return message('just the number');
  }
}
