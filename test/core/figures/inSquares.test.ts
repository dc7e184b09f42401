import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inSquares } from '../../../src/core/figures/scanning/inSquares';

describe('a unit in square characters', () => {
  it('is one of them, or one for each of its parts, the longest first', () => {
    for (const [name, squares] of [
      ['キロメートル', ['㌖', '㌔㍍']],
      ['平方キロメートル', ['平方㌔㍍']],
      ['メガワット', ['㍋㍗']],
      ['キログラムトン', ['㌔㌙']],
      ['ヘクタール', ['㌶']],
      ['kg', ['㎏']],
      ['バレル毎時', []],
      ['miles', []],
    ] as const)
      assert.deepEqual(inSquares(name), squares, name);
  });
});
