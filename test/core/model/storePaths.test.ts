import assert from 'node:assert/strict';
import { articleOfStorePath, articleStorePath, isSafePath, storeFileKind } from '../../../src/core/model/storePaths';

describe('the paths of a store', () => {
  it('lead from an article to its file and back', () => {
    const path = articleStorePath('articles/原稿 1.md');
    assert.equal(path, '.sourcemark/articles/articles/原稿 1.md.yaml');
    assert.equal(articleOfStorePath(path), 'articles/原稿 1.md');
    assert.equal(articleOfStorePath('.sourcemark/sources/x.yaml'), undefined);
  });

  it('tell what a file holds', () => {
    assert.equal(storeFileKind('.sourcemark/config.yaml'), 'config');
    assert.equal(storeFileKind('.sourcemark/sources/2025/nyt.yaml'), 'sources');
    assert.equal(storeFileKind('.sourcemark/entities/meta.yml'), 'entities');
    assert.equal(storeFileKind('.sourcemark/articles/a.md.yaml'), 'article');
    for (const path of [
      'config.yaml',
      '.sourcemark/x.yaml',
      '.sourcemark/articles/a.md',
      '.sourcemark/sources/../x.yaml',
    ]) {
      assert.equal(storeFileKind(path), undefined, path);
    }
  });

  it('stay inside of the workspace on every system', () => {
    for (const path of ['a/b.md', '原稿.md', 'a b/c..d', '...']) assert.ok(isSafePath(path), path);
    for (const path of [
      '',
      '/a',
      'a//b',
      '../a',
      'a/..',
      './a',
      'a/./b',
      'C:/a',
      'a\\b',
      'a\0b',
      'a\nb',
      'x'.repeat(5000),
    ]) {
      assert.ok(!isSafePath(path), path);
    }
  });
});
