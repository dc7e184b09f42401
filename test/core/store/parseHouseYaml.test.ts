import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseHouseYaml } from '../../../src/core/store/parseHouseYaml';
import { readAnyYaml } from '../../../src/core/store/readYaml';
import { collectionToLines } from '../../../src/core/store/toYaml';
import { sameData } from '../../../src/core/store/yamlData';
import { createDice, type Dice, oddRecord, toOddYaml } from './oddYaml';

/** Bits of YAML that change the meaning of what is around them. */
const BITS = [
  ' ',
  '  ',
  '\n',
  ':',
  ': ',
  '#',
  ' #',
  '-',
  '- ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '\\u',
  '~',
  'null',
  '0x1',
  '1e3',
  '.5',
  '&a ',
  '*a',
  '!',
  '|',
  '>',
  '?',
  '%',
  '---',
  '...',
  '\r\n',
  '\r',
  '\t',
  '\ufeff',
  '円',
  '😀',
  'a: b',
  '<<',
  '__proto__: 1',
  '=',
  '\u2028',
  '\u0085',
  '+1',
  '-',
  '-1',
  '-.inf',
];

function damaged(yaml: string, dice: Dice): string {
  let text = yaml;
  for (let count = dice.below(4); count > 0; count--) {
    const at = dice.below(text.length + 1);
    text = text.slice(0, at) + dice.pick(BITS) + text.slice(at + dice.below(3));
  }
  return text;
}

describe('parseHouseYaml', () => {
  it('reads what we write', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const data = oddRecord(createDice(seed), 4, 4);
        const yaml = collectionToLines(data, [], 0, { step: 2, listStep: 2 }).join('\n');
        const house = parseHouseYaml(yaml);
        // Escapes that people do not type, and lists in lists, are left to the full parser.
        if (house) assert.ok(sameData(house.value, data), yaml);
        assert.ok(sameData(readAnyYaml(yaml).value, data), yaml);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves line ends that only Unicode knows to the full parser', () => {
    for (const end of ['\u2028', '\u2029', '\u0085']) assert.equal(parseHouseYaml(`出典${end}   : 1\n`), undefined);
  });

  it('says the same as the full parser, or nothing, also of broken texts', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = createDice(seed);
        const data = oddRecord(dice, 3, 1 + dice.below(3));
        const isOdd = dice.chance(2);
        const whole = isOdd
          ? toOddYaml(data, dice)
          : `${collectionToLines(data, [], 0, { step: 2, listStep: 2 }).join('\n')}\n`;
        const yaml = damaged(whole, dice);
        const house = parseHouseYaml(yaml);
        if (!house) return;
        read++;
        const full = readAnyYaml(yaml);
        assert.deepEqual(full.problems, [], JSON.stringify(yaml));
        assert.ok(sameData(house.value, full.value), JSON.stringify(yaml));
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 600) },
    );
    assert.ok(read > 60, `only ${read} texts were read`);
  });
});
