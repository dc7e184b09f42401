import assert from 'node:assert/strict';
import { describe as describePassage } from '../../../src/core/anchoring/describe';
import { gitBlobId } from '../../../src/core/model/gitBlobId';
import type { ArticleFile } from '../../../src/core/model/schema';
import { findMoves, type LostAnnotations } from '../../../src/core/moves/findMoves';

const OTHER = '0'.repeat(40);
const by = { by: 'aiko', at: '2026-11-21T09:00:00Z' };

/** A text of many sentences, each with figures of its own. */
function write(topic: string, sentences = 8): string {
  return Array.from(
    { length: sentences },
    (_, i) =>
      `${topic}の第${i + 1}四半期の売上高は${i * 37 + topic.length * 11 + 143}億円で、前の年を${i + 2}%上回った。\n`,
  ).join('');
}

/** A store file with a claim on each figure in 億円, as it was made on a text. */
function annotate(article: string, text: string, store: Partial<ArticleFile> = {}): LostAnnotations {
  const claims = Object.fromEntries(
    Array.from(text.matchAll(/売上高は\d+億円/g), ({ index, 0: words }, i) => [
      `c-${i}`,
      { target: describePassage(text, index, index + words.length), ...by },
    ]),
  );
  return {
    storeFile: `.sourcemark/articles/${article}.yaml`,
    article,
    stored: { article, text: gitBlobId(text), claims, ...store },
  };
}

/** What became of each lost article: where it went, or the candidates in brackets. */
function find(lost: readonly LostAnnotations[], articles: Readonly<Record<string, string>>): string[] {
  const search = findMoves({ lost, free: Object.keys(articles), text: (path) => articles[path] });
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value.map((move) => (move.status === 'moved' ? move.to : `(${move.candidates.join(' ')})`));
}

describe('findMoves', () => {
  const meta = write('メタ');
  const edited = meta.replace('第2四半期の', '4〜6月期の').replace('前の年を5%上回った', '予想に届かなかった');

  it('follows the very text to another name', () => {
    assert.deepEqual(find([annotate('a.md', meta)], { 'news/b.md': meta, 'c.md': write('ヤフー') }), ['news/b.md']);
  });

  it('follows an article that was rewritten on the way, by its claims', () => {
    assert.deepEqual(find([annotate('a.md', meta)], { 'b.md': edited, 'c.md': write('ヤフー') }), ['b.md']);
    assert.deepEqual(find([annotate('a.md', meta, { text: OTHER })], { 'b.md': edited }), ['b.md']);
  });

  it('leaves alone what is about something else', () => {
    assert.deepEqual(find([annotate('a.md', meta)], { 'a/a.md': write('ヤフー'), 'b.md': '' }), ['()']);
    assert.deepEqual(find([annotate('a.md', meta)], {}), ['()']);
  });

  it('believes what the file itself says', () => {
    const lost = annotate('a.md', meta, { article: 'c.md' });
    assert.deepEqual(find([lost], { 'b.md': meta, 'c.md': write('ヤフー') }), ['c.md']);
  });

  it('knows a name in another Unicode form', () => {
    const decomposed = 'ガス.md'.normalize('NFD');
    assert.deepEqual(find([annotate('ガス.md', meta)], { [decomposed]: write('ガス') }), [decomposed]);
  });

  it('asks which of two copies it is, the one of the same name first', () => {
    assert.deepEqual(find([annotate('a.md', meta)], { 'b.md': meta, 'x/a.md': meta }), ['(x/a.md b.md)']);
  });

  it('asks where two versions hold the claims', () => {
    assert.deepEqual(find([annotate('a.md', meta)], { 'b.md': edited, 'c.md': `${edited}追記。\n` }), ['(b.md c.md)']);
  });

  it('follows a whole folder, twins in it by their names', () => {
    const lost = ['a.md', 'b.md', 'c.md'].map((name) =>
      annotate(`old/${name}`, name === 'c.md' ? write('ヤフー') : meta),
    );
    const moved = { 'new/a.md': meta, 'new/b.md': meta, 'new/c.md': write('ヤフー') };
    assert.deepEqual(find(lost, moved), ['new/a.md', 'new/b.md', 'new/c.md']);
  });

  it('asks where two lost articles lay an equal claim to one', () => {
    const lost = [annotate('a.md', edited, { text: OTHER }), annotate('b.md', edited, { text: OTHER })];
    assert.deepEqual(find(lost, { 'c.md': edited }), ['(c.md)', '(c.md)']);
  });

  it('does not move an article for a few common words', () => {
    const text = 'メタは143億ドルを投じた。\n';
    const claims = { 'c-1': { target: { exact: '143億ドル', prefix: 'メタは', suffix: 'を投じた' }, ...by } };
    const lost = annotate('a.md', text, { claims, text: OTHER });
    const other = 'きのう、メタは143億ドルを投じたと伝えられた。\n';
    assert.deepEqual(find([lost], { 'b.md': other }), ['(b.md)']);
    assert.deepEqual(find([lost], { 'x/a.md': other }), ['x/a.md']);
  });

  it('finds nothing for a file without annotations unless its text is the same', () => {
    assert.deepEqual(find([annotate('a.md', meta, { claims: {} })], { 'b.md': edited }), ['()']);
    assert.deepEqual(find([annotate('a.md', meta, { claims: {} })], { 'b.md': meta }), ['b.md']);
  });

  it('rests between texts', () => {
    const articles = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.md`, write(`社${i}`)]));
    const search = findMoves({
      lost: [annotate('a.md', meta)],
      free: Object.keys(articles),
      text: (path) => articles[path],
    });
    let rests = 0;
    while (!search.next().done) rests++;
    assert.ok(rests >= 20, `${rests} rests`);
  });
});
