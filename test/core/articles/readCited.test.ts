import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CitedReader } from '../../../src/core/articles/readCited';

const sentences = 30;
const report = (number: number) =>
  Array.from(
    { length: sentences },
    (_, at) => `Pier ${at} of harbor ${number} took in ${at + 12} million dollars.\n`,
  ).join('');

describe('the readings of cited texts', () => {
  it('are kept for the next who cites them, of hundreds of sources in any order', () => {
    const reader = new CitedReader();
    const read = (number: number) => {
      const text = report(number);
      const start = text.indexOf('14 million');
      return reader.readAt(
        undefined,
        { file: `${number}.md`, text },
        { start, end: start + '14 million dollars'.length },
      );
    };
    const first = Array.from({ length: 400 }, (_, number) => read(number));
    assert.deepEqual(
      first.map((figures) => figures.map(({ figure, text }) => [figure.quantity.value, text])),
      first.map(() => [[14e6, '14 million dollars']]),
    );
    // The very same objects: nothing was read anew.
    assert.ok(first.every((figures, number) => read(number)[0] === figures[0]));
  });
  it('are forgotten with their text', () => {
    const reader = new CitedReader();
    const text = report(1);
    const start = text.indexOf('14 million');
    const read = () => reader.readAt(undefined, { file: '1.md', text }, { start, end: start + 2 })[0];
    const first = read();
    assert.equal(read(), first);
    reader.forget('1.md');
    assert.notEqual(read(), first);
  });
});
