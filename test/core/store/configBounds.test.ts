import assert from 'node:assert/strict';
import { MOST_PATTERNS } from '../../../src/core/figures/teamPatterns';
import { nearestOf } from '../../../src/core/store/nearestOf';
import { parseConfigFile, parseEntitiesFile } from '../../../src/core/store/parseStoreFile';

/** The texts at the places of the problems of a config, with what is said of each. */
function problems(yaml: string): (readonly [string, string])[] {
  return parseConfigFile(yaml).problems.map(({ range, message }) => [
    yaml.slice(range.start, range.end),
    message.text.replace(/\{(\w+)\}/g, (_, name) => String(message.args?.[name])),
  ]);
}

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

describe('the bounds of a config', () => {
  it('names the check that comes nearest to one that there is not', () => {
    assert.deepEqual(
      problems('rules:\n  figure/unsourcd: off\n  unsourced: off\n  "x/y": off\n  figure/unsourced: off\n'),
      [
        ['figure/unsourcd', 'There is no check “figure/unsourcd”. Is “figure/unsourced” meant?'],
        ['unsourced', 'There is no check “unsourced”. Is “figure/unsourced” meant?'],
        ['"x/y"', 'There is no check “x/y”.'],
      ],
    );
    assert.equal(nearestOf('a'.repeat(100_000), ['aaa']), undefined);
  });

  it('reads as many patterns, globs, rates and people as it says, and points to the first of the rest', () => {
    const cases: [
      yaml: string,
      place: string,
      count: (config: ReturnType<typeof parseConfigFile>['value']) => unknown,
    ][] = [
      [`figures:\n  never:\n${lines(4000, (i) => `    - p${i}\n`)}`, 'p200', ({ figures }) => figures?.never?.length],
      [
        `figures:\n  patterns:\n${lines(201, (i) => `    - { pattern: q${i} }\n`)}`,
        '{ pattern: q200 }',
        ({ figures }) => figures?.patterns?.length,
      ],
      [`articles:\n${lines(300, (i) => `  - a${i}.md\n`)}`, 'a200.md', ({ articles }) => articles?.length],
    ];
    for (const [yaml, place, count] of cases) {
      const found = problems(yaml);
      assert.deepEqual([found.length, found[0]?.[0]], [1, place]);
      assert.equal(count(parseConfigFile(yaml).value), MOST_PATTERNS);
    }
    const people = `people:\n${lines(2001, (i) => `  p${i}: { name: N }\n`)}`;
    assert.equal(problems(people).length, 1);
    assert.equal(Object.keys(parseConfigFile(people).value.people ?? {}).length, 2000);
    const rates = `rates:\n${lines(1001, (i) => `  - { from: USD, to: JPY, rate: ${i + 1} }\n`)}`;
    assert.deepEqual(problems(rates)[0]?.[0], '{ from: USD, to: JPY, rate: 1001 }');
  });

  it('leaves out patterns that mean everything or nothing, each at its place, and keeps the rest', () => {
    const yaml =
      'figures:\n  never: [ok, "*", 5, "* ?", "*行"]\n  patterns: [{ pattern: "*x" }, { pattern: "x#" }, { pattern: "#*" }]\n';
    assert.deepEqual(
      problems(yaml).map(([place]) => place),
      ['"*"', '5', '"* ?"', '{ pattern: "*x" }', '{ pattern: "#*" }'],
    );
    const parsed = parseConfigFile(yaml);
    assert.deepEqual(parsed.value.figures, { never: ['ok', '*行'], patterns: [{ pattern: 'x#' }] });
    const place = parsed.locate(['figures', 'never', 1])?.value;
    assert.equal(place && yaml.slice(place.start, place.end), '"*行"');
  });

  it('bounds how much patterns and globs come to together', () => {
    const long = `figures:\n  never:\n${lines(30, (i) => `    - ${'x'.repeat(190)}${i}\n`)}`;
    assert.equal(parseConfigFile(long).value.figures?.never?.length, 26);
    const globs = `articles: ["${'{a,b}'.repeat(6)}.md", "${'{a,b}'.repeat(7)}.md", x.md]\nexclude: ["${'{a,b}'.repeat(59)}"]\n`;
    assert.deepEqual(parseConfigFile(globs).value, { articles: [`${'{a,b}'.repeat(6)}.md`, 'x.md'], exclude: [] });
    assert.match(problems(`# ${'x'.repeat(1_000_000)}\narticles: [a.md]\n`)[0]?.[1] ?? '', /too large/);
  });

  it('bounds names and ids', () => {
    const entity = (name: string) =>
      parseEntitiesFile(`a:\n  type: person\n  names: { ja: ${name} }\n`).problems.length;
    assert.deepEqual([entity('x'.repeat(500)), entity('x'.repeat(501))], [0, 1]);
    const id = (name: string) => parseEntitiesFile(`${name}:\n  type: person\n  names: { ja: x }\n`).problems.length;
    assert.deepEqual([id('x'.repeat(200)), id('x'.repeat(201))], [0, 1]);
  });
});
