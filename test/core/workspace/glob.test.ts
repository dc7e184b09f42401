import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesGlob } from '../../../src/core/workspace/glob';

describe('matchesGlob', () => {
  const matching: [path: string, glob: string][] = [
    ['a.md', '**/*.md'],
    ['articles/2025/a.md', '**/*.md'],
    ['articles/a.md', 'articles/*.{md,txt}'],
    ['articles/a.txt', 'articles/*.{md,txt}'],
    ['記事/草稿.md', '記事/?稿.md'],
    ['a/b/c/d', 'a/**/d'],
    ['a/d', 'a/**/d'],
    ['.sourcemark/config.yaml', '**/.*/**'],
  ];
  const other: [path: string, glob: string][] = [
    ['a.txt', '**/*.md'],
    ['articles/x/a.md', 'articles/*.md'],
    ['a/b/c', 'a/**/d'],
    ['ab', 'a?b'],
    ['A.md', '*.md.bak'],
  ];
  for (const [path, glob] of matching) it(`${glob} takes ${path}`, () => assert.ok(matchesGlob(path, glob)));
  for (const [path, glob] of other) it(`${glob} leaves ${path}`, () => assert.ok(!matchesGlob(path, glob)));

  it('answers hostile patterns', () => {
    const path = `${'a/'.repeat(500)}${'a'.repeat(500)}`;
    assert.equal(matchesGlob(path, `${'**/'.repeat(500)}${'*a'.repeat(200)}b`), false);
    assert.equal(matchesGlob('x', '{a,b}'.repeat(200)), false);
  });

  it('takes every path by itself and by **', () => {
    const name = fc.stringMatching(/^[a-z.記]{1,8}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (parts) => {
        const path = parts.join('/');
        assert.ok(matchesGlob(path, path));
        assert.ok(matchesGlob(path, '**'));
      }),
    );
  });
});
