import assert from 'node:assert/strict';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';

/** What the number of a table's only cell is read as, under a line that says its unit. */
function under(caption: string, head = 'Item | 2025', number = '4,120'): string {
  const text = `${caption}\n\n| ${head} |\n|---|---|\n| ${head.startsWith('项') ? '营业收入' : 'X'} | ${number} |\n`;
  const figure = recognizeFigures(text).find(({ start, end }) => text.slice(start, end).includes(number));
  return `${figure?.quantity.value} ${figure?.quantity.unit}`;
}

describe('a line over a table that names the unit of its numbers', () => {
  it('is read as accounts write it', () => {
    for (const [caption, read] of [
      ['All amounts in thousands of U.S. dollars.', '4120000 USD'],
      ['In millions of euros, except per share data', '4120000000 EUR'],
      ['(dollars in thousands, unless noted)', '4120000 USD'],
      ['Dollars in millions', '4120000000 USD'],
      ['(in £ millions)', '4120000000 GBP'],
      ['($000s)', '4120000 USD'],
      ['(£’000)', '4120000 GBP'],
      ['(単位:千円)', '4120000 JPY'],
      ['单位：百万美元', '4120000000 USD'],
      ['单位：亿元  币种：人民币', '412000000000 CNY'],
    ] as const)
      assert.equal(under(caption, caption.startsWith('单') ? '项目 | 本期' : undefined), read, caption);
  });

  it('says nothing of rates where it names several', () => {
    const table =
      '（単位:百万円、%）\n\n| 項目 | 当期 | 増減率 |\n|---|---|---|\n| 売上高 | 4,120 | 3.5 |\n| 利益率 | 8.1 | 0.4 |\n';
    const read = recognizeFigures(table).map(({ start, end, quantity }) => [table.slice(start, end), quantity.unit]);
    assert.deepEqual(
      read.filter(([words]) => /^\d/.test(words!)),
      [
        ['4,120', 'JPY'],
        ['3.5', undefined],
        ['8.1', undefined],
        ['0.4', undefined],
      ],
    );
  });

  it('is none where it only speaks of money', () => {
    assert.equal(under('The fund is run in dollars.'), '4120 undefined');
    assert.equal(under('(see the notes)'), '4120 undefined');
    assert.equal(under('Costs in the first years'), '4120 undefined');
  });
});
