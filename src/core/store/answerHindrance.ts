import type { Claim, Entity, Exemption, MentionOverride, Source } from '../model/schema';
import type { Hindrance, PlannedOperation } from './decideOperation';
import { concernOf } from './operationConcern';
import type { StoreOperation } from './operations';
import { type SeenData, seenBy } from './seenData';
import type { YamlValue } from './toData';

/** Operations on one file that wait, with what they saw. */
export interface KeptOperations {
  readonly operations: readonly StoreOperation[];
  readonly seen: SeenData;
}

/**
 * The person has seen what stands there and wants the change all the same; what is gone is put back with it. The
 * operations then have seen what was shown: if it changes once more before they are made, they ask once more.
 * @param hindrances all that `applySeen` gave for the operations and this text.
 */
export function insistOn(
  operations: readonly StoreOperation[],
  hindrances: readonly Hindrance[],
  shown: string | undefined,
  article: string,
): KeptOperations {
  const insisted: StoreOperation[] = [];
  const putBack = new Set<string>();
  for (const operation of operations) {
    const hindrance = hindrances.find((one) => one.operation === operation);
    if (hindrance?.kind === 'gone') {
      const key = JSON.stringify(hindrance.path);
      const back = putBack.has(key) ? undefined : puttingBack(hindrance, article);
      putBack.add(key);
      insisted.push(...(back ? [back] : []), operation);
    } else insisted.push(...(hindrance ? replacing(hindrance) : [operation]));
  }
  return { operations: insisted, seen: seenBy(insisted, shown) };
}

/** The person leaves what stands there. What else belonged to the same action is made: it takes nothing from anybody. */
export function giveWay({ operations, seen }: KeptOperations, hindrances: readonly Hindrance[]): KeptOperations {
  const left = operations.filter((operation) => !hindrances.some((one) => one.operation === operation));
  // The text was that of the targets that are given up.
  return { operations: withoutCompany(left.filter(({ type }) => type !== 'setText')), seen };
}

/**
 * Leaves out of older operations that wait what later ones of the same person make pointless: a note by a note, a
 * date by a date, taking a claim off by putting it back.
 * @param isMade whether the later ones are in the file; before that, a removal may still not come about.
 */
export function withoutReplaced(
  older: readonly StoreOperation[],
  later: readonly StoreOperation[],
  isMade: boolean,
): readonly StoreOperation[] {
  const covered = later.flatMap((operation) => concernOf(operation).covers.map((path) => ({ operation, path })));
  const left = older.filter((operation) => {
    const { key, thing } = concernOf(operation);
    return !covered.some(({ operation: by, path }) => {
      const what = key ?? (isMade && by.type.startsWith('remove') ? thing : undefined);
      if (!what || what.length < path.length || (!isMade && what.length > path.length)) return false;
      return path.every((name, index) => name === what[index]);
    });
  });
  return left.length === older.length ? older : withoutCompany(left);
}

/** What only accompanies others means nothing alone. */
function withoutCompany(operations: readonly StoreOperation[]): readonly StoreOperation[] {
  return operations.every(({ type }) => type === 'setText' || type === 'createArticleFile') ? [] : operations;
}

/** The operation once more, on what stands there now. */
function replacing({ operation, ...hindrance }: Hindrance): readonly StoreOperation[] {
  const theirs = 'theirs' in hindrance ? hindrance.theirs : undefined;
  switch (operation.type) {
    case 'setCitation': {
      const { claim, citation } = operation;
      if (theirs === undefined) return [{ type: 'addCitation', claim, citation }];
      return [{ ...operation, was: theirs as unknown as typeof citation }];
    }
    case 'removeCitation':
      return [{ ...operation, citation: theirs as unknown as typeof operation.citation }];
    case 'addClaim':
      return [{ type: 'removeClaim', id: operation.id }, operation];
    case 'addExemption':
      return [{ type: 'removeExemption', id: operation.id }, operation];
    case 'addMentionOverride':
      return [{ type: 'removeMentionOverride', id: operation.id }, operation];
    case 'addSource':
      return [{ type: 'removeSource', id: operation.id }, operation];
    case 'addEntity':
      return [{ type: 'removeEntity', id: operation.id }, operation];
    default:
      return [operation];
  }
}

/** Adds what an operation was about as it was seen; undefined where nobody saw it. */
function puttingBack(
  { operation, path, thing }: Extract<Hindrance, { kind: 'gone' }>,
  article: string,
): StoreOperation | undefined {
  const id = String(path.at(-1));
  if (thing === undefined) return undefined;
  const as = <T>(value: YamlValue) => value as unknown as T;
  switch (kindOf(operation)) {
    case 'claims':
      return { type: 'addClaim', article, id, claim: as<Claim>(thing) };
    case 'exemptions':
      return { type: 'addExemption', article, id, exemption: as<Exemption>(thing) };
    case 'mentions':
      return { type: 'addMentionOverride', article, id, override: as<MentionOverride>(thing) };
    case 'source':
      return { type: 'addSource', id, source: as<Source>(thing) };
    case 'entity':
      return { type: 'addEntity', id, entity: as<Entity>(thing) };
  }
}

function kindOf(operation: PlannedOperation): 'claims' | 'exemptions' | 'mentions' | 'source' | 'entity' {
  if (operation.type === 'setTarget') return operation.in;
  if (operation.type === 'setUntil') return 'exemptions';
  if (operation.type === 'setSource') return 'source';
  return operation.type === 'setEntity' || operation.type === 'addAlias' ? 'entity' : 'claims';
}
