import assert from 'node:assert/strict';
import { findTextCitations } from '../../../src/core/articles/textCitations';

/** What is found, as its words. */
function found(text: string): string[] {
  return findTextCitations(text).map(({ kind, range }) => `${kind} ${text.slice(range.start, range.end)}`);
}

describe('findTextCitations', () => {
  it('finds Pandoc citations and the ids in them', () => {
    const text = '143億ドルを投じた[see @nyt-2025, p. 3; @meta.release]。';
    assert.deepEqual(found(text), ['pandoc [see @nyt-2025, p. 3; @meta.release]']);
    assert.deepEqual(
      findTextCitations(text)[0]?.ids.map(({ id, range }) => [id, text.slice(range.start, range.end)]),
      [
        ['nyt-2025', 'nyt-2025'],
        ['meta.release', 'meta.release'],
      ],
    );
  });
  it('takes a footnote only when it has a text', () => {
    assert.deepEqual(found('It paid $5.[^1] And $6.[^2]\n\n[^1]: A filing.\n'), ['footnote [^1]']);
  });
  it('finds links and bare addresses, not images and not anchors in the page', () => {
    assert.deepEqual(
      found(
        '[filing](https://example.org/a) ![chart](chart.png) [up](#top) https://example.org/b、と <https://example.org/c>',
      ),
      ['link [filing](https://example.org/a)', 'link https://example.org/b', 'link <https://example.org/c'],
    );
  });
  it('leaves code, mail addresses and plain brackets alone', () => {
    assert.deepEqual(found('`[@id]` [sic] a@example.org [1]\n```\n[@id]\n```\n'), []);
  });
  it('finds an address right behind kana or kanji, and a DOI', () => {
    assert.deepEqual(found('資料はhttps://example.org/a、表は<https://example.org/b>、論文はdoi:10.1000/182。'), [
      'link https://example.org/a',
      'link <https://example.org/b',
      'link doi:10.1000/182',
    ]);
  });
  it('leaves what is escaped and what a comment holds alone', () => {
    assert.deepEqual(found('\\[@id\\] <!-- [@id]\nhttps://example.org/a --> \\\\[@id]'), ['pandoc [@id]']);
  });
  it('is linear on hostile text', () => {
    for (const piece of ['[', '[@', '`', '](', '[^', '@a.', 'https://', 'doi:10.1000/', '<!--', '\\'])
      assert.ok(Array.isArray(findTextCitations(piece.repeat(100_000 / piece.length))));
  });
});
