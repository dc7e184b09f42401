import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlapping } from '../../../src/core/text/overlapping';
import { overlaps } from '../../../src/core/text/range';

describe('overlapping', () => {
  it('gives what looking at each range would give', () => {
    const lengths = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 })));
    fc.assert(
      fc.property(lengths, fc.nat(80), fc.nat(30), (pairs, start, length) => {
        let at = 0;
        const ordered = pairs.map(([gap, size]) => {
          const from = at + gap;
          at = from + size;
          return { start: from, end: at };
        });
        const range = { start, end: start + length };
        assert.deepEqual(
          overlapping(ordered, range),
          ordered.filter((one) => overlaps(one, range)),
        );
      }),
    );
  });
});
