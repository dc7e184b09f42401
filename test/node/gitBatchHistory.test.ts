import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gitBlobId } from '../../src/core/model/gitBlobId';
import { GitBatchHistory } from '../../src/node/gitBatchHistory';

const texts = [
  '売上高は143億ドル。\n',
  '',
  'no line feed at the end',
  '\n\n',
  'a blob 3\nb missing\n',
  '円'.repeat(200_000),
];

describe('GitBatchHistory', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'sourcemark-'));
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const git = (words: readonly string[], input?: string | Buffer) =>
    execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input !== undefined && { input }),
    }).trim();
  const read = async (ids: readonly string[]) => {
    const history = new GitBatchHistory(root);
    try {
      return await Promise.all(ids.map((id) => history.readBlob(id)));
    } finally {
      history.close();
    }
  };

  it('knows nothing outside of a repository', async () => {
    assert.deepEqual(await read([gitBlobId('a'), gitBlobId('b')]), [undefined, undefined]);
  });
  it('reads texts of a repository, however many at a time', async () => {
    git(['init', '-q']);
    for (const text of texts) assert.equal(git(['hash-object', '-w', '--stdin'], text), gitBlobId(text));
    const ids = texts.map(gitBlobId);
    assert.deepEqual(await read(ids), texts);
    assert.deepEqual(await read([...ids, ...ids.reverse()]), [...texts, ...texts.toReversed()]);
  });
  it('passes over what is not there, is no text or is too large', async () => {
    const tree = git(['mktree'], '');
    const large = git(['hash-object', '-w', '--stdin'], Buffer.alloc(21 * 1024 * 1024));
    const asked = [
      gitBlobId('never seen'),
      gitBlobId(texts[0]!),
      tree,
      large,
      'HEAD',
      `${'0'.repeat(39)}\n`,
      gitBlobId(texts[2]!),
    ];
    assert.deepEqual(await read(asked), [undefined, texts[0], undefined, undefined, undefined, undefined, texts[2]]);
  });
  it('answers nobody once it is closed', async () => {
    const history = new GitBatchHistory(root);
    const asked = history.readBlob(gitBlobId(texts[0]!));
    history.close();
    assert.equal(await asked, undefined);
    assert.equal(await history.readBlob(gitBlobId(texts[0]!)), undefined);
  });
});
