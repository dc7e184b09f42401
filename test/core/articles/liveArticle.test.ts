import assert from 'node:assert/strict';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';
import { createLiveArticle, type LiveArticle } from '../../../src/core/articles/liveArticle';
import type { ArticleFile, Claim } from '../../../src/core/model/schema';

const text = '港は5月に船120隻を受け入れた。\n従業員は900人だ。\n';

function storeWith(words: Readonly<Record<string, string>>, of = text): ArticleFile {
  const claims = Object.entries(words).map(([id, exact]): [string, Claim] => {
    const start = of.indexOf(exact);
    return [id, { target: describeTarget(of, start, start + exact.length), by: 'aiko', at: '2025-11-21T09:00:00Z' }];
  });
  return { article: 'a.md', claims: Object.fromEntries(claims) };
}

const idsOf = ({ anchors }: LiveArticle) => [...(anchors?.keys() ?? [])];

describe('a live article', () => {
  it('does nothing before the first edit, and follows from then on', () => {
    let reads = 0;
    const live = createLiveArticle(text, () => {
      reads++;
      return { stored: storeWith({ 'c-1': '900人' }), oldText: undefined };
    });
    assert.deepEqual(idsOf(live), []);
    assert.equal(reads, 0);
    live.edit([{ start: 0, end: 0, text: '前書き。' }], `前書き。${text}`);
    assert.deepEqual(live.anchors?.get('c-1'), {
      status: 'moved',
      range: { start: text.indexOf('900人') + 4, end: text.indexOf('900人') + 8 },
    });
  });

  it('follows a passage that is cut and pasted elsewhere', () => {
    const live = createLiveArticle(text, () => ({
      stored: storeWith({ 'c-1': '従業員は900人だ。' }),
      oldText: undefined,
    }));
    const sentence = '従業員は900人だ。';
    const start = text.indexOf(sentence);
    const cut = text.replace(sentence, '');
    live.edit([{ start, end: start + sentence.length, text: '' }], cut);
    assert.equal(live.anchors?.get('c-1')?.status, 'orphaned');
    live.edit([{ start: 0, end: 0, text: sentence }], sentence + cut);
    const anchor = live.anchors?.get('c-1');
    assert.equal(anchor?.status, 'moved');
    assert.deepEqual(anchor && 'range' in anchor && anchor.range, { start: 0, end: sentence.length });
  });

  it('takes over what is added, changed and removed in the store meanwhile', () => {
    let stored = storeWith({ 'c-1': '900人' });
    const live = createLiveArticle(text, () => ({ stored, oldText: undefined }));
    const after = `前書き。${text}`;
    live.edit([{ start: 0, end: 0, text: '前書き。' }], after);
    assert.equal(live.sync(), false);
    stored = storeWith({ 'c-2': '120隻' }, after);
    assert.equal(live.sync(), true);
    assert.deepEqual([...live.anchors!.keys()], ['c-2']);
    assert.equal(live.anchors?.get('c-2')?.status, 'exact');
  });

  it('begins anew where an edit was missed', () => {
    const live = createLiveArticle(text, () => ({ stored: storeWith({ 'c-1': '900人' }), oldText: undefined }));
    live.edit([{ start: 0, end: 0, text: '前' }], `前書き。${text}`);
    assert.deepEqual(idsOf(live), []);
    live.edit([{ start: 0, end: 1, text: '' }], `書き。${text}`);
    assert.equal(live.anchors?.get('c-1')?.status, 'moved');
  });

  it('costs nothing where nothing is annotated', () => {
    const live = createLiveArticle(text, () => ({ stored: undefined, oldText: undefined }));
    live.edit([{ start: 0, end: 0, text: '前' }], `前${text}`);
    assert.deepEqual(idsOf(live), []);
    assert.equal(live.sync(), false);
  });
});
