import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type HouseEntry, parseHouseYaml } from '../../../src/core/store/parseHouseYaml';
import { readAnyYaml } from '../../../src/core/store/readYaml';
import { collectionToLines } from '../../../src/core/store/toYaml';
import { sameData } from '../../../src/core/store/yamlData';
import { locateInYaml } from '../../../src/core/store/yamlNodes';
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
  '\u3000',
  '\u00a0',
  ' \t',
  '\t#',
  '\t:',
  '   :',
  '\n\n',
  '\n  ',
  '\n ',
  '|\n',
  '>-\n',
  '|+ # x\n',
  '\n---\n',
  '\n...\n',
  '- - ',
  '-\n',
  "''",
  '\\n',
  '\\\n',
  '\\x41',
  '\\U0001f600',
  '\\e',
  ': |',
  '\r\n\r\n',
];

/** Words and marks out of which whole texts are put together, where chance alone would hardly ever make YAML. */
const PARTS = [
  ...BITS,
  'a',
  'b',
  'c',
  '値',
  'a: ',
  'b: ',
  '値: ',
  'a\u3000: 1\n',
  'a \u3000   :\r\n',
  'a\u00a0:\n',
  'key   :\r\n',
  'key   :  \n',
  '"k"   : v\n',
  "'k' :\r\n",
  '\u3000a: 1\n',
  ' b\u3000\n',
  ' b \u3000# c\n',
  'c: x\n',
  '  d: y\n',
  '  - e\n',
  '- f\n',
  'g:\n',
  '# comment\n',
  ' # comment\n',
  'h: "i\n  j"\n',
  "k: 'l\n\n  m'\n",
  'n: [o,\n  p]\n',
  'n: [\n  o\n]\n',
  '{"q":1,"r":[2,{"s": 3}]}',
  't: |\n  u\n   v\n\n',
  'w: >\n  x\n  y\n\n  z\n',
  '  more\n',
  '"r": 1\n',
];

function damaged(yaml: string, dice: Dice): string {
  let text = yaml;
  for (let count = dice.below(4); count > 0; count--) {
    const at = dice.below(text.length + 1);
    text = text.slice(0, at) + dice.pick(BITS) + text.slice(at + dice.below(3));
  }
  return text;
}

/** Whether our parser read a text; the two have to agree on it then, and on where its entries stand. */
function agrees(yaml: string): boolean {
  const entries = new Map<string, HouseEntry>();
  const house = parseHouseYaml(yaml, entries);
  if (!house) return false;
  const full = readAnyYaml(yaml);
  assert.deepEqual(full.problems, [], JSON.stringify(yaml));
  assert.ok(sameData(house.value, full.value), JSON.stringify(yaml));
  for (const [key, entry] of entries) {
    const { keyStart, keyEnd, valueStart, valueEnd } = entry;
    const found = locateInYaml(full.contents(), [key]);
    if (keyStart >= 0) assert.deepEqual({ start: keyStart, end: keyEnd }, found?.key, JSON.stringify([yaml, key]));
    else assert.ok(found && !found.key, JSON.stringify([yaml, key]));
    // Where nothing stands, the full parser points behind some of the white space, we behind the colon.
    if (found?.value.start === found?.value.end) assert.equal(valueStart, valueEnd);
    else assert.deepEqual({ start: valueStart, end: valueEnd }, found?.value, JSON.stringify([yaml, key]));
  }
  return true;
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
        if (agrees(yaml)) read++;
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 600) },
    );
    assert.ok(read > 60, `only ${read} texts were read`);
  });

  it('says the same as the full parser, or nothing, of any row of marks and white space', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 9 }), fc.boolean(), (parts, hasMark) => {
        if (agrees((hasMark ? '\ufeff' : '') + parts.join(''))) read++;
      }),
      { numRuns: 3 * Number(process.env.SOURCEMARK_RUNS ?? 600) },
    );
    assert.ok(read > 60, `only ${read} texts were read`);
  });

  it('takes no white space but the one of YAML from around a key', () => {
    for (const [yaml, key] of [
      ['出典 \u3000   : 1\n', '出典 \u3000'],
      ['出典\u00a0 :\r\n  b: 1\r\n', '出典\u00a0'],
      ['出典   :\r\n  b: 1\r\n', '出典'],
      ['\u3000出典: 1\n', '\u3000出典'],
    ] as const)
      assert.deepEqual(Object.keys(parseHouseYaml(yaml)?.value ?? {}), [key], JSON.stringify(yaml));
  });
});
