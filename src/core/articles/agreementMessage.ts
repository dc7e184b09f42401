import { isAgreement } from '../figures/compareQuantities';
import type { Approximation } from '../figures/figure';
import { type Message, message } from '../model/message';
import type { Agreement } from './articleView';

/** How a figure stands beside the source's. */
export type AgreementVerdict =
  | 'agrees'
  /** The numbers agree, what is said of how exact they are does not. */
  | 'exactness'
  /** They cannot both hold. */
  | 'differs'
  | 'notCompared';

/** How a figure stands beside the source's, and in a few words why: how it differs, or why it could not be compared. */
export function agreementMessage(agreement: Agreement): { readonly text: Message; readonly verdict: AgreementVerdict } {
  const { comparison, cited, difference } = agreement;
  if (!comparison || !cited) return { text: whyNot(agreement), verdict: 'notCompared' };
  if (difference === 'way')
    return { text: message('one is a rise or a profit, the other a fall or a loss'), verdict: 'differs' };
  if (difference === 'stance')
    return { text: message('one is of those for it, the other of those against it'), verdict: 'differs' };
  if (difference === 'sign') return { text: message('only one of them is below zero'), verdict: 'differs' };
  if (difference === 'exactness') return { text: exactness(agreement.figure, cited.figure), verdict: 'exactness' };
  if (comparison.status === 'equal') return { text: message('agrees'), verdict: 'agrees' };
  if (comparison.status === 'rounded') return { text: message('agrees, rounded'), verdict: 'agrees' };
  if (isAgreement(comparison.status)) return { text: message('agrees as far as it says'), verdict: 'agrees' };
  if (comparison.status === 'slip') return { text: message('differs by a power of ten'), verdict: 'differs' };
  if (comparison.status === 'different') return { text: message('differs'), verdict: 'differs' };
  if (comparison.status === 'otherCurrency')
    return { text: message('in another currency, and no rate is known to compare by'), verdict: 'notCompared' };
  return { text: message('could not be compared'), verdict: 'notCompared' };
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
