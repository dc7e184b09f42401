import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { createId, createSlugId, createSourceId } from '../../../src/core/model/ids';
import { idSchema } from '../../../src/core/model/schema';

const none = new Set<string>();

describe('createId', () => {
  it('is short, of its kind, and new', () => {
    const ids = new Set(Array.from({ length: 2000 }, () => createId('c', (count) => randomBytes(count))));
    assert.equal(ids.size, 2000);
    for (const id of ids) assert.match(id, /^c-[0-9bcdfghjkmnpqrstvwxyz]{8}$/);
  });

  it('ends with a source of bytes that is stuck', () => {
    for (const byte of [0, 255]) assert.equal(createId('x', (count) => new Uint8Array(count).fill(byte)).length, 10);
    assert.equal(createId('x', () => new Uint8Array()).length, 10);
  });
});

describe('createSlugId', () => {
  it('reads like what it names, in any script', () => {
    assert.equal(createSlugId(["Meta's stake: 49%!"], none), 'metas-stake-49');
    assert.equal(createSlugId(['日本経済新聞・朝刊', '2025-06-12'], none), '日本経済新聞-朝刊-2025-06-12');
    assert.equal(createSlugId(['ＡＢＣ　ニュース'], none), 'abc-ニュース');
    assert.equal(createSlugId(['…'], none), 'untitled');
  });

  it('is an id, and none that is taken', () => {
    for (const name of ['-x-', '𠮷野家', 'a'.repeat(200), 'é\u0301', '1. 項']) {
      const id = createSlugId([name], new Set(['untitled']));
      assert.ok(v.is(idSchema, id), id);
      assert.equal(createSlugId([name], new Set([id])), `${id}-2`);
    }
  });

  it('names a source by who published it and when', () => {
    const source = { title: 'Meta invests', URL: 'https://www.nytimes.com/2025/06/12/x.html', issued: '2025-06-12' };
    assert.equal(createSourceId(source, none), 'nytimes-com-2025-06-12');
    assert.equal(
      createSourceId({ ...source, 'container-title': 'The New York Times' }, none),
      'the-new-york-times-2025-06-12',
    );
    assert.equal(createSourceId({ title: '決算短信', issued: 2025 }, none), '決算短信-2025');
  });
});
