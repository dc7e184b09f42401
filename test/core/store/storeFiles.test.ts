import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { isRecord } from '../../../src/core/store/conflictValue';
import { applyOperation, type StoreOperation } from '../../../src/core/store/operations';
import { planOperation } from '../../../src/core/store/planOperation';
import { readYaml } from '../../../src/core/store/readYaml';
import { applyTextEdits } from '../../../src/core/store/textEdits';
import type { YamlValue } from '../../../src/core/store/toData';
import { applyToData, sameData } from '../../../src/core/store/yamlData';
import { columnOf } from '../../../src/core/store/yamlLines';
import { findEntry, isCollection } from '../../../src/core/store/yamlNodes';
import { createDice, type Dice, oddText, toOddYaml } from './oddYaml';

type Mapping = Record<string, YamlValue>;

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

function articleFile(dice: Dice): Mapping {
  return {
    ...(!dice.chance(8) && { article: 'news/a.md' }),
    ...(dice.chance(2) && { text: '1'.repeat(40) }),
    ...(!dice.chance(8) && { claims: entries(dice, 'c', claim) }),
    ...(dice.chance(2) && { exemptions: entries(dice, 'e', exemption) }),
  };
}

/** An operation on a file, and the id of the entry that it is about. */
function operationOn(dice: Dice): {
  readonly operation: Exclude<StoreOperation, { type: 'mergeMarkers' }>;
  readonly id?: string;
} {
  const id = `c-${1 + dice.below(5)}`;
  const exempted = `e-${1 + dice.below(4)}`;
  const about = (operation: Exclude<StoreOperation, { type: 'mergeMarkers' }>) => ({ operation, id });
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

describe('a store file in whatever style', () => {
  it('says after any operation what was meant, and has every line that is not concerned', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = createDice(seed);
        const yaml = toOddYaml(articleFile(dice), dice);
        const read = readYaml(yaml);
        fc.pre(read.wellFormed && (read.value === null || isRecord(read.value)));
        const { operation, id } = operationOn(dice);
        const planned = planOperation(read.value, operation);
        const { text, edits, problems } = applyOperation(yaml, operation);
        const context = `${JSON.stringify(operation)}\n${yaml}\n=>\n${text}`;
        if ('refused' in planned) {
          assert.equal(text, undefined, context);
          return;
        }
        let wanted: YamlValue | undefined = read.value;
        for (const step of planned.operations) wanted = wanted === undefined ? undefined : applyToData(wanted, step);
        if (wanted === undefined) return;
        assert.deepEqual(problems, [], context);
        assert.equal(applyTextEdits(yaml, edits), text);
        // Another program than ours has to read the same.
        const options = { uniqueKeys: false, logLevel: 'silent' } as const;
        if (!yaml.startsWith('\ufeff')) assert.ok(sameData(parse(text!, options) as YamlValue, wanted), context);
        assert.ok(sameData(readYaml(text!).value, wanted), context);
        assert.equal(applyOperation(text, operation).text, text, `again: ${context}`);
        if (!/[&*]a\d/.test(yaml)) assertLinesStay(yaml, text!, id, context);
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 150) },
    );
  });
});

/**
 * The lines of all other entries, and comments outside of this one, are there afterwards, in their order. A line
 * that this entry shares with others, in a collection in brackets, is not looked at.
 */
function assertLinesStay(before: string, after: string, id: string | undefined, context: string): void {
  const { contents, value } = readYaml(before);
  const root = contents();
  if (isCollection(root) && root.flow) return;
  const lines = linesOf(before);
  const rows = linesOf(after);
  const lineOf = (offset: number) => before.slice(0, offset).split('\n').length - 1;
  const concerned = new Set<number>();
  const concern = (...path: string[]) => {
    const found = findEntry(root, path)?.entries.at(-1);
    if (!found) return;
    const last = lineOf(before[found.end - 1] === '\n' ? found.end - 1 : found.end);
    for (let line = lineOf(found.start); line <= last; line++) concerned.add(line);
    // Comments that are set in deeper, below an entry, are about its inside.
    const column = columnOf(before, found.start);
    for (let line = last + 1; /^ *#/.test(lines[line] ?? '') && lines[line]!.indexOf('#') > column; line++)
      concerned.add(line);
  };
  if (id === undefined) {
    concern('article');
    concern('text');
  } else {
    const kind = id.startsWith('e') ? 'exemptions' : 'claims';
    const node = findEntry(root, [kind])?.node;
    const ids = Object.keys((isRecord(value) && isRecord(value[kind]) && value[kind]) || {});
    concern(kind, id);
    // With its only entry a mapping goes, and one without any is written anew.
    if ((isCollection(node) && node.flow) || ids.every((one) => one === id)) concern(kind);
  }
  let row = 0;
  for (const [line, text] of lines.entries()) {
    if (concerned.has(line)) continue;
    const isOpen = !text.endsWith('\n');
    const found = rows.findIndex(
      (candidate, index) => index >= row && (candidate === text || (isOpen && candidate.trimEnd() === text.trimEnd())),
    );
    assert.ok(found >= 0, `line ${line + 1} is lost: ${context}`);
    row = found + 1;
  }
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
