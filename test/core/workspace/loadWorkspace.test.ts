import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkFiles, checkWorkspace } from '../../../src/core/rules/runRules';
import { loadWorkspace } from '../../../src/core/workspace/loadWorkspace';
import { createDice } from '../store/oddYaml';
import { createOddNewsroom, type OddNewsroom, toFileSystem } from './oddNewsroom';

const today = '2026-11-22';

function optionsFor({ blobs }: OddNewsroom) {
  return { today, history: { readBlob: async (id: string) => blobs.get(id) } };
}

async function checkSome(room: OddNewsroom, only: (file: string) => boolean, read?: Set<string>) {
  const loaded = await loadWorkspace(toFileSystem(room, read), { ...optionsFor(room), only });
  const { workspace, articles, unread } = loaded;
  const found = checkFiles(workspace, articles, only);
  return { found, articles, unread, coverage: articles.map((path) => workspace.summary(path).coverage) };
}

/** The same of a run over everything. */
async function checkAll(room: OddNewsroom, only: (file: string) => boolean) {
  const { workspace, unread } = await loadWorkspace(toFileSystem(room), optionsFor(room));
  const articles = workspace.articles.filter((path) => only(path) || only(workspace.storeFileOf(path)));
  const own = new Set([...articles, ...articles.map((path) => workspace.storeFileOf(path))]);
  const found = checkWorkspace(workspace).filter(({ file }) => only(file) || own.has(file));
  return { found, articles, unread, coverage: articles.map((path) => workspace.summary(path).coverage) };
}

function roomOf(files: Readonly<Record<string, string>>): OddNewsroom {
  return { files: new Map(Object.entries(files).map(([path, text]) => [path, { text }])), blobs: new Map() };
}

function claimOn(article: string, exact: string, claim: object = {}): string {
  return JSON.stringify({
    article,
    claims: { 'c-1': { target: { exact }, by: 'aiko', at: '2026-11-21T09:00:00Z', ...claim } },
  });
}

const price = { measure: { of: 'meta', name: 'price' } };
const annotated = roomOf({
  'a.md': 'Meta paid $14.3 billion.',
  'b.md': 'Meta paid $15 billion [@memo].',
  'c.md': 'Meta has 70,000 employees.',
  'd.md': 'Nobody at the company ever said that it has 3 offices.',
  'sources/wire.md': 'Meta paid $14.3 billion.',
  'sources/memo.md': 'Meta paid $15 billion.',
  '.sourcemark/articles/a.md.yaml': claimOn('a.md', '$14.3 billion', { ...price, citations: [{ source: 'wire' }] }),
  '.sourcemark/articles/b.md.yaml': claimOn('b.md', '$15 billion', price),
  '.sourcemark/articles/c.md.yaml': claimOn('c.md', '70,000 employees', { measure: { of: 'meta', name: 'staff' } }),
  '.sourcemark/articles/e.md.yaml': claimOn('e.md', 'Nobody at the company ever said that it has 3 offices.'),
  '.sourcemark/sources/wire.yaml': 'wire: { type: report, custom: { text: sources/wire.md } }\n',
  '.sourcemark/sources/memo.yaml': 'memo: { type: report, custom: { text: sources/memo.md } }\n',
  '.sourcemark/sources/none.yaml': 'none: { type: report, pagez: 3 }\n',
});

describe('loadWorkspace', () => {
  it('reads of other articles only those with a claim of the same measure', async () => {
    const read = new Set<string>();
    const { found, articles } = await checkSome(annotated, (file) => file === 'a.md', read);
    assert.deepEqual(articles, ['a.md']);
    assert.deepEqual(
      found.map(({ rule, file }) => [rule, file]),
      [
        ['figure/conflicts', 'a.md'],
        ['entity/unknown', '.sourcemark/articles/a.md.yaml'],
      ].sort((a, b) => (a[1]! < b[1]! ? -1 : 1)),
    );
    assert.deepEqual(
      [...read].filter((path) => !path.startsWith('.')),
      ['a.md', 'sources/wire.md', 'b.md'],
    );
  });
  it('looks for an article that was moved, where one could have been', async () => {
    const read = new Set<string>();
    const { found } = await checkSome(annotated, (file) => file === 'd.md', read);
    assert.deepEqual(
      found.map(({ rule, file }) => [rule, file]),
      [
        ['store/schema', '.sourcemark/articles/e.md.yaml'],
        ['claim/uncited', 'd.md'],
      ],
    );
    assert.ok(!read.has('c.md'));
  });
  it('checks the article of a store file, and what all articles share where that is named', async () => {
    const one = await checkSome(annotated, (file) => file === '.sourcemark/articles/a.md.yaml');
    assert.deepEqual(one.articles, ['a.md']);
    assert.deepEqual(one, await checkSome(annotated, (file) => file === 'a.md'));
    const { found, articles } = await checkSome(annotated, (file) => file.startsWith('.sourcemark/sources/'));
    assert.deepEqual(articles, []);
    assert.deepEqual(
      found.map(({ rule, file }) => [rule, file]),
      [
        ['source/unused', '.sourcemark/sources/none.yaml'],
        ['store/schema', '.sourcemark/sources/none.yaml'],
      ],
    );
  });
  it('finds in some files what it finds in them when it reads everything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
        const dice = createDice(seed);
        const room = createOddNewsroom(dice);
        const paths = [...room.files.keys(), 'desk', '.sourcemark', '.sourcemark/articles/desk', '.sourcemark/sources'];
        const named = Array.from({ length: 1 + dice.below(3) }, () => dice.pick(paths));
        const only = (file: string) => named.some((path) => file === path || file.startsWith(`${path}/`));
        const [some, all] = [await checkSome(room, only), await checkAll(room, only)];
        assert.deepEqual(some.articles, all.articles);
        assert.deepEqual(some.found, all.found);
        assert.deepEqual(some.coverage, all.coverage);
        for (const file of some.unread) assert.ok(all.unread.some(({ path }) => path === file.path));
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 12) },
    );
  });
});
