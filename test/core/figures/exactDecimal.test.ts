import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareQuantities } from '../../../src/core/figures/compareQuantities';
import { exactDecimals, mayExceedDouble, sameNumbers } from '../../../src/core/figures/exactDecimal';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';

function quantityOf(text: string) {
  const [figure] = recognizeFigures(text);
  assert.ok(figure, text);
  return figure.quantity;
}

describe('exact numbers', () => {
  it('keep all digits of a numeral that no double holds', () => {
    assert.equal(quantityOf('残高は1234兆5678億9012万3457円').exact, '1234567890123457');
    assert.equal(quantityOf('the debt of $12,345,678,901,234,567').exact, '12345678901234567');
    assert.equal(quantityOf('円周率は3.141592653589793238だ').exact, '3.141592653589793238');
    assert.equal(quantityOf('about 1,234,567,890,123,456.7 million dollars').exact, '1234567890123456700000');
    const range = quantityOf('1,234,567,890,123,451〜1,234,567,890,123,452円');
    assert.deepEqual([range.exact, range.exactMax], ['1234567890123451', '1234567890123452']);
  });
  it('are no trouble to a number of few digits', () => {
    assert.equal(quantityOf('残高は12,345,678,901円').exact, undefined);
    assert.equal(quantityOf('残高は1,200,000,000,000,000円').exact, undefined);
    assert.deepEqual(exactDecimals('約', [5]), [undefined]);
  });
  it('are looked for wherever a number may have so many digits', () => {
    const inKanji = (digits: string) => {
      const padded = digits.padStart(20, '0');
      return ['京', '兆', '億', '万', '']
        .map((scale, at) => [Number(padded.slice(at * 4, at * 4 + 4)), scale] as const)
        .filter(([part]) => part > 0)
        .map(([part, scale]) => part + scale)
        .join('');
    };
    const zeros = fc.nat({ max: 18 }).map((count) => `1${'0'.repeat(count)}`);
    const number = fc.tuple(fc.bigInt(1n, 10n ** 6n), zeros, fc.bigInt(0n, 10n ** 6n));
    fc.assert(
      fc.property(number, fc.boolean(), ([head, scale, tail], isKanji) => {
        const digits = String((head * BigInt(scale) + tail) % 10n ** 20n);
        const written = isKanji ? inKanji(digits) : digits;
        if (exactDecimals(written, [Number(digits)])[0] !== undefined) assert.ok(mayExceedDouble(written), written);
      }),
    );
    assert.equal(quantityOf('総額は1京3円に及び').exact, '10000000000000003');
    for (const written of ['98 million dollars', '27,400万ドル', '約3割5分', '12,345,678,901円'])
      assert.equal(mayExceedDouble(written), false, written);
  });
  it('tell figures apart that differ in the last of many digits', () => {
    for (const [one, other] of [
      ['12,345,678,901円', '12,345,678,902円'],
      ['1,234,567,890,123,456円', '1,234,567,890,123,457円'],
      ['1234兆5678億9012万3456円', '1234兆5678億9012万3457円'],
      ['$98,765,432,109.87', '$98,765,432,109.88'],
      ['0.12345678901%', '0.12345678902%'],
    ] as const) {
      const [a, b] = [quantityOf(`残高は${one}だ`), quantityOf(`残高は${other}だ`)];
      assert.equal(sameNumbers(a, b), false, one);
      assert.equal(compareQuantities(a, b).status, 'different', one);
      assert.equal(compareQuantities(a, a).status, 'equal', one);
    }
  });
  it('know one number in two spellings', () => {
    for (const [one, other] of [
      ['1234兆5678億9012万3456円', '1,234,567,890,123,456円'],
      ['143億ドル', '14,300,000,000ドル'],
      ['4割', '40%'],
      ['3.87割', '38.7%'],
    ] as const)
      assert.equal(sameNumbers(quantityOf(`残高は${one}だ`), quantityOf(`残高は${other}だ`)), true, one);
  });
});
