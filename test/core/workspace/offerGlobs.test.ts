import assert from 'node:assert/strict';
import { offerGlobs } from '../../../src/core/workspace/offerGlobs';

describe('offerGlobs', () => {
  it('offers kinds of files and the folders that hold them, the fullest first', () => {
    assert.deepEqual(offerGlobs(['記事/a.md', '記事/b/c.md', 'notes/d.md', '記事/e.txt', 'photo.png']), [
      { glob: '**/*.md', count: 3 },
      { glob: '記事/**/*.md', count: 2 },
      { glob: '**/*.txt', count: 1 },
      { glob: 'notes/**/*.md', count: 1 },
      { glob: '記事/**/*.txt', count: 1 },
    ]);
  });

  it('does not take what tells about a repository for an article', () => {
    assert.deepEqual(offerGlobs(['README.md', 'docs/Readme.ja.md', 'CHANGELOG.md', 'LICENSE.txt']), []);
  });
});
