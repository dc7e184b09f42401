import type { StoreOperation } from '../../../src/core/store/operations';
import type { YamlValue } from '../../../src/core/store/toData';
import { type Dice, oddText } from './oddYaml';

type Mapping = Record<string, YamlValue>;
/** What can be planned on data; markers of a merge stand in text. */
export type PlannedOperation = Exclude<StoreOperation, { type: 'mergeMarkers' | 'mergeVersion' }>;

const at = '2026-11-21T09:00:00Z';
const words = (dice: Dice) => oddText(dice) || 'x';
const target = (dice: Dice) => ({ exact: words(dice), prefix: oddText(dice), start: dice.below(99) });
const citation = (dice: Dice) => ({ source: dice.pick(['nyt', '朝日']), exact: words(dice) });
const verdict = (dice: Dice) => ({
  by: dice.pick(['ken', 'mari']),
  at,
  verdict: 'verified' as const,
  of: oddText(dice),
});
const message = (dice: Dice) => ({ id: `m-${dice.below(99)}`, by: 'ken', at, text: oddText(dice) });
const some = <T>(dice: Dice, make: (dice: Dice) => T) => Array.from({ length: 1 + dice.below(2) }, () => make(dice));

function claim(dice: Dice): Mapping {
  return {
    target: target(dice),
    ...(dice.chance(2) && { citations: some(dice, citation) }),
    ...(dice.chance(3) && { entities: dice.pick([['meta'], ['meta', 'scale-ai'], [], null]) }),
    ...(dice.chance(3) && { note: oddText(dice) }),
    by: 'aiko',
    at,
    ...(dice.chance(2) && { verdicts: some(dice, verdict) }),
    ...(dice.chance(3) && { thread: some(dice, message) }),
    ...(dice.chance(5) && { 独自の鍵: oddText(dice) }),
  };
}

function entries(dice: Dice, prefix: string, make: (dice: Dice) => Mapping): Mapping | null {
  if (dice.chance(12)) return null;
  const ids = [1, 2, 3, 4].filter(() => dice.chance(2)).map((number) => `${prefix}-${number}`);
  return Object.fromEntries(ids.map((id) => [id, make(dice)]));
}

const exemption = (dice: Dice): Mapping => ({ target: target(dice), reason: words(dice), by: 'aiko', at });

/** The data of a store file of an article, with gaps and oddities as people leave them. */
export function articleFile(dice: Dice): Mapping {
  return {
    ...(!dice.chance(8) && { article: 'news/a.md' }),
    ...(dice.chance(2) && { text: '1'.repeat(40) }),
    ...(!dice.chance(8) && { claims: entries(dice, 'c', claim) }),
    ...(dice.chance(2) && { exemptions: entries(dice, 'e', exemption) }),
  };
}

/** An operation on a file, and the id of the entry that it is about. */
export function operationOn(dice: Dice): {
  readonly operation: PlannedOperation;
  readonly id?: string;
} {
  const id = `c-${1 + dice.below(5)}`;
  const exempted = `e-${1 + dice.below(4)}`;
  const about = (operation: PlannedOperation) => ({ operation, id });
  switch (dice.below(14)) {
    case 0:
      return about({ type: 'addClaim', article: 'news/a.md', id, claim: claim(dice) as never });
    case 1:
      return about({ type: 'removeClaim', id });
    case 2:
      return about({ type: 'setTarget', in: 'claims', id, target: target(dice) });
    case 3:
      return about({ type: 'addCitation', claim: id, citation: citation(dice) });
    case 4:
      return about({ type: 'removeCitation', claim: id, citation: citation(dice) });
    case 5:
      return about({ type: 'setEntities', claim: id, entities: dice.pick([[], ['meta'], ['a', 'b']]) });
    case 6:
      return about({ type: 'setNote', claim: id, note: oddText(dice) });
    case 7:
      return about({ type: 'addVerdict', claim: id, verdict: verdict(dice) });
    case 8:
      return about({ type: 'addMessage', claim: id, message: message(dice) });
    case 9:
      return about({ type: 'detach', claim: id, by: 'ken', at });
    case 10:
      return {
        operation: { type: 'addExemption', article: 'news/a.md', id: exempted, exemption: exemption(dice) as never },
        id: exempted,
      };
    case 11:
      return { operation: { type: 'removeExemption', id: exempted }, id: exempted };
    case 12:
      return { operation: { type: 'setText', text: '2'.repeat(40) } };
    default:
      return { operation: { type: 'setArticle', article: 'news/b.md' } };
  }
}
