import assert from 'node:assert/strict';
import type { Source } from '../../../src/core/model/schema';
import { indexAddresses, type Stored, sourceAtAddress } from '../../../src/core/workspace/library';

describe('sourceAtAddress', () => {
  const stored = (id: string, value: Source): [string, Stored<Source>] => [
    id,
    { id, value, file: `.sourcemark/sources/${id}.yaml`, range: { start: 0, end: id.length } },
  ];
  const sources = new Map([
    stored('old', { type: 'webpage', URL: 'https://port.example/stats', custom: { status: 'superseded' } }),
    stored('port', { type: 'webpage', URL: 'https://www.port.example/stats' }),
    stored('query', { type: 'webpage', URL: 'https://port.example/stats?year=2025' }),
    stored('none', { type: 'book' }),
  ]);
  const addresses = indexAddresses(sources);
  const find = (url: string) => sourceAtAddress({ addresses }, url)?.id;

  it('finds the source in force, however its address is written', () => {
    for (const url of [
      'https://port.example/stats',
      ' http://PORT.example/stats/ ',
      'https://www.port.example/stats#2',
    ])
      assert.equal(find(url), 'port', url);
    assert.equal(find('https://port.example/stats?year=2025'), 'query');
  });

  it('takes no other address for it', () => {
    for (const url of [
      'https://port.example/Stats',
      'https://port.example/stats?year=2024',
      'https://port.example',
      '',
    ])
      assert.equal(find(url), undefined, url);
  });
});
