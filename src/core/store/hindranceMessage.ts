import { type Message, message } from '../model/message';
import { shorten } from '../text/shorten';
import type { Path } from './checkShape';
import type { Hindrance } from './decideOperation';
import { operationMessageAbout } from './operationMessage';
import type { YamlValue } from './toData';
import { valueAt } from './yamlData';

/** Says why a change is not made before a person has answered, and what the answers are. */
export function hindranceMessage(hindrance: Hindrance): Message {
  const change = operationMessageAbout(hindrance.operation, hindrance.thing) ?? message('Change of the annotations');
  if (hindrance.kind === 'differs')
    return hindrance.isKnown
      ? message(
          'Not saved: {change}. Somebody else changed the same in the meantime. Compare the two versions and choose.',
          { change },
        )
      : message(
          'Not saved: {change}. It was kept by an earlier version of Sourcemark, which did not note what stood there. Compare the two versions and choose.',
          { change },
        );
  if (hindrance.thing === undefined)
    return message('Not saved: {change}. What it is about is no longer there.', { change });
  return message(
    'Not saved: {change}. Somebody removed {thing} in the meantime. Put that back together with your change, or let your change go.',
    { change, thing: thingMessage(hindrance.path, hindrance.thing) },
  );
}

/** Says that something was not removed, because others worked on it. */
export function disputeMessage(path: Path, thing: YamlValue | undefined): Message {
  return message(
    'Not removed: others worked on {thing} in the meantime. It is marked as a conflict; choose whether it stays.',
    { thing: thingMessage(path, thing) },
  );
}

/** What people call a claim, an exemption, a source …, by its words where it has any. */
export function thingMessage(path: Path, thing: YamlValue | undefined): Message {
  const id = String(path.at(-1) ?? '');
  const words = valueAt(thing, ['target', 'exact']);
  const text = typeof words === 'string' ? shorten(words) : id;
  if (path.length === 1) return message('“{text}”', { text: id });
  if (path.includes('citations')) {
    const source = valueAt(thing, ['source']);
    return message('the citation of {source}', { source: typeof source === 'string' ? source : id });
  }
  if (path[0] === 'exemptions') return message('the exemption of “{text}”', { text });
  if (path[0] === 'mentions') return message('the meaning of “{text}”', { text });
  return message('the claim “{text}”', { text });
}
