import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entityOfMeasure } from '../../../src/core/articles/articleSummary';
import { parseArticleFile } from '../../../src/core/store/parseStoreFile';
import { measuredEntities } from '../../../src/core/workspace/measuredEntities';
import { readStoreHead } from '../../../src/core/workspace/storeHead';
import { createDice, oddText, toOddYaml } from '../store/oddYaml';

/** What may stand between a key and its value, or hide one, and what only looks like a key. */
const BITS = [
  'of: ',
  '"of":',
  ' # of\n',
  '\n',
  ' ',
  '\t',
  '? ',
  '&a ',
  '*a',
  '!!str ',
  '|-\n',
  '"',
  "'",
  '\\u006f',
  '<<<<<<<',
  ',',
];

function measuresOf(yaml: string): string[] {
  return readStoreHead(parseArticleFile(yaml)).measures.map(entityOfMeasure);
}

describe('measuredEntities', () => {
  it('tells of what measures are without parsing', () => {
    const yaml = `article: a.md
claims:
  c-1:
    target: { exact: "a measure of \\"doubt\\"" }
    measure: { of: scale-ai, name: price, period: 2025-06 }
  c-2:
    measure:
      name: staff
      "of": 'メタ'
`;
    assert.deepEqual([...(measuredEntities(yaml) ?? [])].sort(), ['scale-ai', 'メタ'].sort());
    assert.deepEqual(measuredEntities('claims: { c-1: { target: { exact: of } } }'), new Set());
    assert.deepEqual(measuredEntities('{"measure":{"of":"meta","name":"price"}}'), new Set(['meta']));
  });
  it('says so where only a parser can tell', () => {
    for (const yaml of [
      'measure: { of: "m\\u0065ta" }',
      'measure: &a { of: meta }\nother: *a',
      'measure:\n  ? of\n  : meta',
      'measure:\n  of: >-\n    meta',
      'measure:\n  of: !!str meta',
      'measure:\n  of: # whose\n    meta',
      'measure: { of: { conflict: [meta, scale-ai] } }',
    ])
      assert.equal(measuredEntities(yaml), undefined, yaml);
  });
  it('misses no measure, however the YAML is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const dice = createDice(seed);
        const claims = Array.from({ length: 1 + dice.below(4) }, (_, i) => {
          const measure = {
            of: dice.pick(['meta', 'scale-ai', 'of', 'メタ']),
            name: dice.pick(['price', oddText(dice)]),
          };
          const target = { exact: dice.pick(['$5', 'of: ', 'a measure of: "', oddText(dice)]) };
          return [`c-${i}`, { target, measure, by: 'aiko', at: '2026-11-21T09:00:00Z' }];
        });
        let yaml = toOddYaml({ article: 'a.md', claims: Object.fromEntries(claims) }, dice);
        for (let bits = dice.below(3); bits > 0; bits--) {
          const near = dice.chance(2) ? yaml.indexOf('of', dice.below(yaml.length)) : dice.below(yaml.length);
          const at = Math.max(0, near + dice.below(6) - 1);
          yaml = yaml.slice(0, at) + dice.pick(BITS) + yaml.slice(at);
        }
        const told = measuredEntities(yaml);
        for (const entity of measuresOf(yaml)) assert.ok(told?.has(entity) ?? true, `${entity} in\n${yaml}`);
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 120) },
    );
  });
});
