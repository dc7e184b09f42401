import type { Anchor } from '../anchoring/target';
import type { Quantity } from '../figures/figure';
import { type Message, type MessageArgument, message } from '../model/message';

type ValueChanged = Extract<Anchor, { status: 'valueChanged' }>;

/** What a claim was sourced as, and what stands there now: in full for a list of findings, short beside the claim. */
export function valueChangeMessage({ was, is }: ValueChanged, length: 'full' | 'short'): Message {
  const args = { was: toArgument(was), is: toArgument(is) };
  return length === 'short'
    ? message('Sourced as {was}; now it is {is}.', args)
    : message('The figure changed since it was sourced: it was {was}, now it is {is}.', args);
}

/** A figure may have been taken out of the passage, or put into one that had none. */
function toArgument(quantities: readonly Quantity[]): MessageArgument {
  return quantities.length > 0 ? quantities.map((quantity) => ({ quantity })) : message('no figure');
}
