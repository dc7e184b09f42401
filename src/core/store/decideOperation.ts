import { type Message, message } from '../model/message';
import type { Path } from './checkShape';
import { CONFLICT_KEY, isRecord, REMOVED } from './conflictValue';
import { findCitation } from './findCitation';
import { mergeData, type Side } from './mergeData';
import { type Concern, concernOf } from './operationConcern';
import type { PlannedOperation } from './operations';
import { planOperation, toYamlValue } from './planOperation';
import type { SeenData } from './seenData';
import type { YamlValue } from './toData';
import { applyToData, sameData, valueAt, type YamlOperation } from './yamlData';

export type { PlannedOperation };

/** Why an operation is not made before a person has answered. Undefined stands for what is not there. */
export type Hindrance =
  /** What the person decided about is not what they saw: somebody else changed it meanwhile. */
  | {
      readonly kind: 'differs';
      readonly operation: PlannedOperation;
      readonly path: Path;
      readonly mine: Side;
      readonly theirs: Side;
      /** False when nobody noted what the person saw, so that nothing tells whether it is the same. */
      readonly isKnown: boolean;
      /** What the operation is about, for its words. */
      readonly thing: Side;
    }
  /** What it is about was taken out by somebody else. */
  | { readonly kind: 'gone'; readonly operation: PlannedOperation; readonly path: Path; readonly thing: Side };

export type Decision =
  | {
      readonly status: 'apply';
      /** None when what was wanted is there already, or is no longer needed. */
      readonly operations: readonly YamlOperation[];
      /** What stays, marked as an open conflict, because others worked on what was to be removed. */
      readonly disputed?: Path;
    }
  | { readonly status: 'hindered'; readonly hindrance: Hindrance }
  | { readonly status: 'refused'; readonly reason: Message };

const nothing: Decision = { status: 'apply', operations: [] };

/**
 * Decides what an operation means for the data of a file as it is now, by what it saw when a person asked for it:
 *
 * - What only adds (a claim, a citation, a verdict, a message, a name) is made: it takes nothing from anybody.
 * - What sets a value is made where the value is what was seen. Where it has been set otherwise meanwhile, a person
 *   chooses between both.
 * - What removes is made where all of the thing is what was seen. Where others worked on it, it stays as an open
 *   conflict, as in a merge (see `mergeData`).
 * - What is about something that is gone cannot be made; it can be put back together with that.
 * - What is there already changes nothing.
 *
 * @param seen undefined where nobody noted what was seen; then only what adds is made.
 */
export function decideOperation(seen: SeenData, now: YamlValue, operation: PlannedOperation): Decision {
  const concern = concernOf(operation);
  const there = valueAt(now, concern.thing);
  if (concern.needsThing && !isRecord(there)) return decideGone(seen, operation, concern);
  switch (operation.type) {
    case 'removeClaim':
    case 'removeExemption':
    case 'removeMentionOverride':
    case 'removeSource':
    case 'removeEntity':
      return decideRemoval(seen, now, operation, concern);
    case 'setCitation':
    case 'removeCitation':
      return decideCitation(seen, now, operation, concern);
    case 'setTarget':
      return decideTarget(seen, now, operation, concern);
    case 'setText':
      return decideText(seen, now, operation);
    case 'addClaim':
    case 'addExemption':
    case 'addMentionOverride':
    case 'addSource':
    case 'addEntity':
      return decideAddition(seen, now, operation, concern);
    case 'settleConflict': {
      const isSame = seen === undefined || sameData(valueAt(seen, operation.path), valueAt(now, operation.path));
      return isSame ? plan(now, operation) : refuse(message('This conflict has changed meanwhile. Look at it again.'));
    }
    default:
      return decideValue(seen, now, operation, concern);
  }
}

function decideValue(seen: SeenData, now: YamlValue, operation: PlannedOperation, concern: Concern): Decision {
  const planned = plan(now, operation);
  if (concern.decides.length === 0 || planned.status !== 'apply') return planned;
  // Off the text is off the text, whoever took it off.
  if (operation.type === 'detach' && isRecord(valueAt(now, concern.key ?? []))) return nothing;
  const isSeen =
    seen !== undefined && concern.decides.every((path) => sameData(valueAt(seen, path), valueAt(now, path)));
  if (isSeen) return planned;
  const after = planned.operations.reduce((data, step) => applyToData(data, step) ?? data, now);
  if (concern.covers.every((path) => sameData(valueAt(after, path), valueAt(now, path)))) return nothing;
  const path = concern.decides.find((one) => !sameData(valueAt(seen, one), valueAt(now, one))) ?? concern.decides[0]!;
  // Whoever takes a claim off the text, or puts it back, decides about where it stands as well.
  if (concern.decides.length === 1)
    return differs(seen, now, operation, concern, path, valueAt(after, path), valueAt(now, path));
  const decided = (data: YamlValue) => partOf(valueAt(data, concern.thing), concern.decides);
  return differs(seen, now, operation, concern, concern.thing, decided(after), decided(now));
}

/** Of a thing only the keys that are decided about, the last names of their paths. */
function partOf(thing: Side, paths: readonly Path[]): YamlValue {
  const entries = paths.flatMap((path): [string, YamlValue][] => {
    const key = String(path.at(-1));
    const value = valueAt(thing, [key]);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

function decideAddition(seen: SeenData, now: YamlValue, operation: PlannedOperation, concern: Concern): Decision {
  const planned = plan(now, operation);
  const theirs = valueAt(now, concern.thing);
  if (planned.status !== 'refused' || theirs === undefined) return planned;
  return differs(seen, now, operation, concern, concern.thing, addedBy(operation), theirs);
}

/** The id of a text holds for the targets that came with it; those of somebody else are not to be looked for in it. */
function decideText(seen: SeenData, now: YamlValue, operation: PlannedOperation): Decision {
  const named = valueAt(now, ['text']);
  const isSeen = seen === undefined ? named === undefined : sameData(valueAt(seen, ['text']), named);
  return isSeen ? plan(now, operation) : nothing;
}

/**
 * A target is one thing, as in a merge: other words win over another place, and with the same words only the memory
 * of the place differs, which the next look at the article corrects.
 */
function decideTarget(
  seen: SeenData,
  now: YamlValue,
  operation: Extract<PlannedOperation, { type: 'setTarget' }>,
  concern: Concern,
): Decision {
  const path = concern.decides[0]!;
  const theirs = valueAt(now, path);
  if (seen !== undefined && sameData(valueAt(seen, path), theirs)) return plan(now, operation);
  const exact = { is: valueAt(theirs, ['exact']), was: valueAt(seen, [...path, 'exact']) };
  if (sameData(exact.is, operation.target.exact)) return nothing;
  if (seen !== undefined && sameData(exact.was, operation.target.exact)) return nothing;
  if (exact.was !== undefined && sameData(exact.was, exact.is)) return plan(now, operation);
  return differs(seen, now, operation, concern, path, toYamlValue(operation.target), theirs);
}

function decideRemoval(seen: SeenData, now: YamlValue, operation: PlannedOperation, concern: Concern): Decision {
  const { thing } = concern;
  const there = valueAt(now, thing);
  if (there === undefined) return nothing;
  if (seen === undefined) return differs(seen, now, operation, concern, thing, undefined, there);
  const was = valueAt(seen, thing);
  if (mergeData(was ?? null, undefined, there, thing) === undefined) return plan(now, operation);
  // Nobody's word on it is taken away; what to do is asked where all open conflicts are.
  if (!isRecord(there)) return differs(seen, now, operation, concern, thing, undefined, there);
  const isMarked = there[CONFLICT_KEY] === REMOVED;
  const mark: YamlOperation = { type: 'set', path: [...thing, CONFLICT_KEY], value: REMOVED };
  return { status: 'apply', operations: isMarked ? [] : [mark], disputed: thing };
}

/** A citation is known by what it says, and by its source once it says something else. */
function decideCitation(
  seen: SeenData,
  now: YamlValue,
  operation: Extract<PlannedOperation, { type: 'setCitation' | 'removeCitation' }>,
  concern: Concern,
): Decision {
  const path = [...concern.thing, 'citations'];
  const named = toYamlValue(operation.type === 'setCitation' ? operation.was : operation.citation) ?? null;
  const becomes = operation.type === 'setCitation' ? (toYamlValue(operation.citation) ?? null) : undefined;
  const [listed, known] = [itemsAt(now, path), itemsAt(seen, path)];
  if (becomes !== undefined && listed.some((item) => sameData(item, becomes))) return nothing;
  const before = known[findCitation(known, named)];
  const fresh = listed.filter((item) => !known.some((other) => sameData(item, other)));
  if (seen !== undefined && before === undefined && becomes === undefined) {
    // One that came later, and says the same, is somebody else's.
    const theirs = fresh[findCitation(fresh, named)] ?? fresh.find((item) => isSameQuote(item, named));
    return theirs === undefined ? nothing : differs(seen, now, operation, concern, path, undefined, theirs);
  }
  const was = before ?? named;
  const index = listed.findIndex((item) => sameData(item, was));
  if (before !== undefined && index >= 0) {
    if (becomes !== undefined)
      return { status: 'apply', operations: [{ type: 'set', path: [...path, index], value: becomes }] };
    return { status: 'apply', operations: [{ type: 'remove', path: listed.length === 1 ? path : [...path, index] }] };
  }
  const changed =
    index >= 0
      ? was
      : (fresh.find((item) => isSameQuote(item, was)) ??
        fresh.find((item) => sameData(valueAt(item, ['source']), valueAt(was, ['source']))));
  if (becomes === undefined) {
    if (changed === undefined) return nothing;
    if (seen === undefined) return differs(seen, now, operation, concern, path, undefined, changed);
    const at = [...path, listed.findIndex((item) => sameData(item, changed))];
    const value = mergeData(was, undefined, changed, at) ?? changed;
    return { status: 'apply', operations: [{ type: 'set', path: at, value }], disputed: at };
  }
  return differs(seen, now, operation, concern, path, becomes, changed);
}

function decideGone(seen: SeenData, operation: PlannedOperation, { thing: path }: Concern): Decision {
  const thing = valueAt(seen, path);
  // Following the text is nobody's work.
  const isFollowing =
    operation.type === 'setTarget' && sameData(valueAt(thing, ['target', 'exact']), operation.target.exact);
  // A citation of a claim that is gone is gone with it.
  if (isFollowing || operation.type === 'removeCitation') return nothing;
  return { status: 'hindered', hindrance: { kind: 'gone', operation, path, thing } };
}

function differs(
  seen: SeenData,
  now: YamlValue,
  operation: PlannedOperation,
  { thing }: Concern,
  path: Path,
  mine: Side,
  theirs: Side,
): Decision {
  // The person knows it by the words that they saw.
  const about = valueAt(seen, thing) ?? valueAt(now, thing);
  const hindrance = {
    kind: 'differs' as const,
    operation,
    path,
    mine,
    theirs,
    isKnown: seen !== undefined,
    thing: about,
  };
  return { status: 'hindered', hindrance };
}

function plan(now: YamlValue, operation: PlannedOperation): Decision {
  const planned = planOperation(now, operation);
  return 'refused' in planned ? refuse(planned.refused) : { status: 'apply', operations: planned.operations };
}

function refuse(reason: Message): Decision {
  return { status: 'refused', reason };
}

function addedBy(operation: PlannedOperation): Side {
  switch (operation.type) {
    case 'addClaim':
      return toYamlValue(operation.claim);
    case 'addExemption':
      return toYamlValue(operation.exemption);
    case 'addMentionOverride':
      return toYamlValue(operation.override);
    case 'addSource':
      return toYamlValue(operation.source);
    case 'addEntity':
      return toYamlValue(operation.entity);
    default:
      return undefined;
  }
}

function itemsAt(data: YamlValue | undefined, path: Path): readonly YamlValue[] {
  const list = valueAt(data, path);
  return Array.isArray(list) ? list : [];
}

function isSameQuote(one: YamlValue, other: YamlValue): boolean {
  return ['source', 'exact'].every((key) => sameData(valueAt(one, [key]), valueAt(other, [key])));
}
