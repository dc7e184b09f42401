import type { ChangeKind, MeaningChange } from '../anchoring/statements/change';
import type { Anchor } from '../anchoring/target';
import type { Quantity } from '../figures/figure';
import { type Message, type MessageArgument, message } from '../model/message';

type ValueChanged = Extract<Anchor, { status: 'valueChanged' }>;

/** What a claim was sourced as, and what stands there now: in full for a list of findings, short beside the claim. */
export function valueChangeMessage({ was, is, changes }: ValueChanged, length: 'full' | 'short'): Message {
  const told = changes.filter(({ kind }) => kind !== 'value');
  const args = { was: toArgument(was), is: toArgument(is) };
  // A new value says more than a word that came with it.
  if (told.length < changes.length || told.length === 0)
    return length === 'short'
      ? message('Sourced as {was}; now it is {is}.', args)
      : message('The figure changed since it was sourced: it was {was}, now it is {is}.', args);
  const parts = { figure: args.is, changes: told.map(changeMessage) };
  return length === 'short'
    ? message('{figure} means something else than when it was sourced: {changes}.', parts)
    : message('What is said of {figure} changed since it was sourced: {changes}.', parts);
}

/** A figure may have been taken out of the passage, or put into one that had none. */
function toArgument(quantities: readonly Quantity[]): MessageArgument {
  return quantities.length > 0 ? quantities.map((quantity) => ({ quantity })) : message('no figure');
}

/** One change in the article's words; a word may have come or gone, too. */
function changeMessage({ kind, was, is }: MeaningChange): Message {
  const about = kindMessage(kind);
  if (was !== '' && is !== '') return message('{about} (it was “{was}”, now it is “{is}”)', { about, was, is });
  if (is !== '') return message('{about} (“{is}” is new)', { about, is });
  return was === '' ? about : message('{about} (“{was}” is gone)', { about, was });
}

function kindMessage(kind: ChangeKind): Message {
  switch (kind) {
    case 'value':
      return message('the figure');
    case 'exactness':
      return message('how exact it is');
    case 'sign':
      return message('its sign');
    case 'per':
      return message('per what it is');
    case 'period':
      return message('for what time it is');
    case 'subject':
      return message('of whom or what it is');
    case 'direction':
      return message('which way it goes');
    case 'counted':
      return message('what is counted');
    case 'header':
      return message('the head of its row or column');
    case 'unit':
      return message('the unit that the table names');
    case 'struck':
      return message('whether it is struck out');
  }
}
