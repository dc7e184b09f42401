import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Comparison, compareQuantities, isAgreement } from '../../../src/core/figures/compareQuantities';
import type { Approximation, Quantity } from '../../../src/core/figures/figure';

const usd = (value: number, approx: Approximation = 'exact', max?: number): Quantity => ({
  value,
  unit: 'USD',
  approx,
  ...(max !== undefined && { max }),
});
const unit = (value: number, name: string, approx: Approximation = 'exact'): Quantity => ({
  value,
  unit: name,
  approx,
});
const vague = (approx: Approximation, scale: number): Quantity => ({ unit: 'USD', approx, scale });
const oku = 1e8;

function status(a: Quantity, b: Quantity): Comparison['status'] {
  return compareQuantities(a, b).status;
}

describe('compareQuantities', () => {
  it('takes 143億 and 14.3 billion for equal', () => {
    assert.deepEqual(compareQuantities(usd(143 * oku), usd(14.3 * 1e9)), { status: 'equal' });
  });
  it('says at which digit one is the other rounded', () => {
    assert.deepEqual(compareQuantities(usd(143 * oku), usd(140 * oku)), { status: 'rounded', digit: 1e9 });
    assert.deepEqual(compareQuantities(unit(49, '%'), unit(50, '%', 'about')), { status: 'rounded', digit: 10 });
    assert.deepEqual(compareQuantities(unit(1480, 'person'), unit(1500, 'person')), { status: 'rounded', digit: 100 });
  });
  it('does not round what is counted', () => {
    assert.equal(status(unit(28, 'year'), unit(30, 'year')), 'different');
    assert.equal(status(unit(2024, 'year'), unit(2020, 'year')), 'different');
    assert.equal(status(unit(19, 'person'), unit(20, 'person')), 'different');
    assert.equal(status(unit(19, 'person'), unit(20, 'person', 'about')), 'within');
    assert.equal(status(unit(49, 'rank'), unit(50, 'rank')), 'different');
  });
  it('does not call a real difference rounding', () => {
    assert.equal(status(usd(143 * oku), usd(140.3 * oku)), 'different');
    assert.equal(status(usd(190 * oku), usd(220 * oku)), 'different');
    assert.equal(status(unit(46, '%'), unit(50, '%')), 'different');
  });
  it('finds a value within what the other allows', () => {
    assert.equal(status(unit(71, '%'), { value: 65, max: 72, unit: '%', approx: 'exact' }), 'within');
    assert.equal(status(unit(46, '%'), unit(50, '%', 'about')), 'within');
    assert.equal(status(usd(10 * oku, 'over'), usd(12 * oku)), 'within');
    assert.equal(status(usd(10 * oku, 'under'), usd(12 * oku)), 'different');
    assert.equal(status(usd(10 * oku, 'at_least'), usd(500 * oku)), 'different');
  });
  it('does not round across the side that a word names', () => {
    assert.equal(status(unit(50, '%', 'over'), unit(49, '%')), 'different');
    assert.equal(status(unit(50, '%', 'over'), unit(51, '%')), 'within');
    assert.equal(status(unit(120, 'person', 'at_least'), unit(119, 'person')), 'different');
    assert.equal(status(usd(15 * oku, 'up_to'), usd(15.2 * oku)), 'different');
    assert.equal(status(usd(140 * oku, 'over'), usd(143 * oku, 'over')), 'rounded');
    assert.equal(status(unit(100, 'kilometre', 'over'), unit(62, 'mile')), 'rounded');
  });
  it('sets readings and changes of temperature side by side', () => {
    assert.equal(status(unit(20, 'degree_celsius'), unit(68, 'degree_fahrenheit')), 'equal');
    assert.equal(status(unit(39, 'degree_celsius'), unit(102, 'degree_fahrenheit')), 'rounded');
    assert.equal(status(unit(1, 'degree_celsius'), unit(34, 'degree_fahrenheit')), 'rounded');
    assert.equal(status(unit(1.5, 'degree_celsius'), unit(2.7, 'degree_fahrenheit')), 'equal');
    assert.equal(status(unit(34, 'degree_celsius'), unit(83, 'degree_fahrenheit')), 'different');
  });
  it('sets vague words beside numbers of their order', () => {
    assert.equal(status(vague('tens_of', oku), usd(43 * oku)), 'vague');
    assert.equal(status(vague('tens_of', oku), usd(143 * oku)), 'different');
    assert.equal(status(vague('several', oku), usd(3 * oku)), 'vague');
    assert.equal(status(vague('tens_of', oku), vague('several', oku)), 'different');
    assert.equal(status(vague('several', 1e11), usd(9.5e11)), 'vague');
    assert.equal(status(vague('several', 1e11), usd(1e12)), 'different');
    assert.equal(status({ unit: 'USD', approx: 'several' }, usd(3)), 'notComparable');
  });
  it('names the likely slip', () => {
    assert.deepEqual(compareQuantities(usd(14.3 * oku), usd(143 * oku)), {
      status: 'slip',
      power: 1,
      cause: 'billion',
    });
    assert.deepEqual(compareQuantities(usd(143 * oku), usd(14.3 * oku)), {
      status: 'slip',
      power: -1,
      cause: 'billion',
    });
    assert.deepEqual(compareQuantities(unit(50_000, 'person'), unit(5_000_000, 'person')), {
      status: 'slip',
      power: 2,
      cause: 'million',
    });
    assert.deepEqual(compareQuantities(unit(25_000, 'person'), unit(2_500, 'person')), {
      status: 'slip',
      power: -1,
      cause: 'thousand',
    });
    assert.deepEqual(compareQuantities(usd(15e12), usd(1.5e12)), { status: 'slip', power: -1, cause: 'digit' });
    assert.deepEqual(compareQuantities(usd(1.5e12), usd(1.5e9)), { status: 'slip', power: -3, cause: 'trillion' });
  });
  it('finds a slip behind a rounding, where there are digits to tell it by', () => {
    assert.deepEqual(compareQuantities(usd(14 * oku), usd(143 * oku)), { status: 'slip', power: 1, cause: 'billion' });
    assert.equal(status(usd(10 * oku), usd(103 * oku)), 'different');
    assert.equal(status(usd(13 * oku), usd(143 * oku)), 'different');
  });
  it('takes two spreads and two scores for what they are', () => {
    const spread = (value: number, max: number, name?: string): Quantity => ({
      value,
      max,
      approx: 'exact',
      ...(name !== undefined && { unit: name }),
    });
    assert.equal(status(spread(64e9, 72e9, 'USD'), spread(66e9, 72e9, 'USD')), 'different');
    assert.equal(status(spread(64.4e9, 72.1e9, 'USD'), spread(64e9, 72e9, 'USD')), 'rounded');
    assert.equal(status(spread(2, 1), spread(2, 1)), 'equal');
    assert.equal(status(spread(2, 1), spread(1, 2)), 'different');
    assert.equal(status(spread(0, 3), spread(1, 2)), 'different');
  });
  it('compares units of one kind', () => {
    assert.equal(status(unit(1, 'kilometre'), unit(1000, 'metre')), 'equal');
    assert.equal(status(unit(100, 'mile'), unit(161, 'kilometre')), 'rounded');
    assert.equal(status(unit(175, 'centimetre'), unit(5.75, 'foot')), 'rounded');
    assert.equal(status(unit(175, 'centimetre'), unit(5.9, 'foot')), 'different');
    assert.equal(status(unit(1, 'kilometre'), unit(1, 'kilogram')), 'notComparable');
    assert.equal(status(unit(5, 'month'), unit(1, 'year')), 'different');
  });
  it('compares two currencies only through a rate', () => {
    const yen = unit(1.5e12, 'JPY');
    assert.deepEqual(compareQuantities(usd(100 * oku), yen), { status: 'otherCurrency', rate: 150 });
    const rates = [{ from: 'USD', to: 'JPY', rate: 148, date: '2025-06-12' }];
    assert.ok(isAgreement(compareQuantities(usd(100 * oku), yen, { rates }).status));
    assert.ok(isAgreement(compareQuantities(yen, usd(100 * oku), { rates }).status));
    assert.equal(compareQuantities(usd(100 * oku), unit(1.5e11, 'JPY'), { rates }).status, 'different');
  });

  const approx = fc.constantFrom<Approximation>(
    'exact',
    'about',
    'over',
    'under',
    'at_least',
    'up_to',
    'estimate',
    'several',
    'tens_of',
    'hundreds_of',
  );
  const number = fc.oneof(
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.integer({ min: -1000, max: 1000 }),
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 13 }))
      .map(([digits, power]) => digits * 10 ** power),
  );
  const quantity: fc.Arbitrary<Quantity> = fc
    .record(
      {
        value: number,
        max: number,
        unit: fc.constantFrom(
          'USD',
          'JPY',
          '%',
          'person',
          'year',
          'kilometre',
          'metre',
          'degree_celsius',
          'degree_fahrenheit',
          'odd',
        ),
        approx,
        scale: number,
      },
      { requiredKeys: ['approx'] },
    )
    .map((made) => made as Quantity);

  it('never throws, and gives the same answer from both sides', () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const there = compareQuantities(a, b);
        const back = compareQuantities(b, a);
        assert.equal(there.status, back.status);
        if (there.status === 'slip' && back.status === 'slip') assert.equal(there.power + back.power, 0);
      }),
      { numRuns: 2000 },
    );
  });
  it('answers alike from both sides where numbers are too small to be exact', () => {
    assert.equal(status(usd(2.5e-323), usd(5e-324)), status(usd(5e-324), usd(2.5e-323)));
  });
  it('finds everything with a value equal to itself', () => {
    fc.assert(
      fc.property(number, approx, (value, how) => {
        assert.equal(status(usd(value, how), usd(value, how)), 'equal');
      }),
    );
  });
});
