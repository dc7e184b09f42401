import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRecord } from '../../../src/core/store/conflictValue';
import { HouseLocator } from '../../../src/core/store/houseLocator';
import { parseHouseYaml } from '../../../src/core/store/parseHouseYaml';
import { readAnyYaml } from '../../../src/core/store/readYaml';
import type { YamlValue } from '../../../src/core/store/toData';
import { locateInYaml } from '../../../src/core/store/yamlNodes';
import { createDice, oddRecord, toOddYaml } from './oddYaml';

/** Every path of the data, the outermost value's own excluded. */
function paths(value: YamlValue, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const entries: [string | number, YamlValue][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([name, item]) => [[...path, name], ...paths(item, [...path, name])]);
}

describe('HouseLocator', () => {
  it('finds what the full parser finds, at the same places, in files of any size', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = createDice(seed);
        const size = dice.pick([1, 3, 60]);
        const records = Array.from({ length: size }, (_, index) => [`c-${index}`, oddRecord(dice, 2, 4)] as const);
        const data = { article: 'a.md', claims: Object.fromEntries(records), note: 'x' };
        const yaml = toOddYaml(data, dice);
        const house = parseHouseYaml(yaml);
        if (!house) return;
        read++;
        const full = readAnyYaml(yaml);
        const locator = new HouseLocator(yaml);
        const { contents } = { contents: full.contents() };
        for (const path of paths(house.value)) {
          const place = locator.locate(path);
          const wanted = locateInYaml(contents, path);
          assert.deepEqual(place?.key, wanted?.key, JSON.stringify([yaml, path]));
          if (wanted && wanted.value.start < wanted.value.end)
            assert.deepEqual(place?.value, wanted.value, JSON.stringify([yaml, path]));
          else assert.equal(place?.value.start, place?.value.end);
        }
        assert.equal(locator.locate(['claims', 'missing']), undefined);
        assert.equal(locator.locate(['missing', 0]), undefined);
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 60) },
    );
    assert.ok(read > 20, `only ${read} texts were read`);
  });
});
