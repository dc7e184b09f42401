import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { isRecord } from '../../../src/core/store/conflictValue';
import { applyOperation } from '../../../src/core/store/operations';
import { planOperation } from '../../../src/core/store/planOperation';
import { readYaml } from '../../../src/core/store/readYaml';
import { applyTextEdits } from '../../../src/core/store/textEdits';
import type { YamlValue } from '../../../src/core/store/toData';
import { applyToData, sameData } from '../../../src/core/store/yamlData';
import { columnOf } from '../../../src/core/store/yamlLines';
import { findEntry, isCollection } from '../../../src/core/store/yamlNodes';
import { articleFile, operationOn } from './oddStore';
import { createDice, toOddYaml } from './oddYaml';

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
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 80) },
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
