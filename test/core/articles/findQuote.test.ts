import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findQuote, indexQuotes } from '../../../src/core/articles/findQuote';

function find(text: string, exact: string, more: { prefix?: string; suffix?: string } = {}): string | undefined {
  const range = findQuote(indexQuotes(text), { exact, ...more });
  return range && text.slice(range.start, range.end);
}

describe('findQuote', () => {
  it('finds words over line breaks, widths and quotation marks', () => {
    assert.equal(find('The firm said “$14.3\nbillion” was paid.', '"$14.3 billion"'), '“$14.3\nbillion”');
    assert.equal(find('投資額は１４３\n億ドル。', '143億ドル'), '１４３\n億ドル');
    assert.equal(find('It paid **$14.3** billion.', '$14.3 billion'), '$14.3** billion');
  });
  it('does not find other words', () => {
    assert.equal(find('It paid $14.5 billion.', '$14.3 billion'), undefined);
    assert.equal(find('anything', ' \n'), undefined);
  });
  it('tells repeated words apart by what stands around', () => {
    const text = 'In 2024 it held 49% of A. In 2025 it held 49% of B.';
    const range = findQuote(indexQuotes(text), { exact: '49%', suffix: ' of B' });
    assert.equal(range?.start, text.lastIndexOf('49%'));
  });
  it('ends at the last character even before white space', () => {
    assert.equal(find('売上は 49% 。', '49%'), '49%');
  });
  it('finds every piece of a text in it', () => {
    const unit = fc.constantFrom(...'ab億円１ｂ“”‘’–—"\'-* `\n\t\u3000\u00a0\u200b\ufeff＊～！');
    fc.assert(
      fc.property(fc.string({ unit }), fc.nat(), fc.nat(), (text, from, length) => {
        const piece = text.slice(from % (text.length + 1)).slice(0, length % 12);
        const index = indexQuotes(text);
        const isBlank = indexQuotes(piece).folded === '';
        assert.equal(findQuote(index, { exact: piece }) === undefined, isBlank);
      }),
      { numRuns: 300 },
    );
  });
});
