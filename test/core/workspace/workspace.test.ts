import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe as describePassage } from '../../../src/core/anchoring/describe';
import { countFigures } from '../../../src/core/articles/figureState';
import { recognizeFigures } from '../../../src/core/figures/recognizeFigures';
import { gitBlobId } from '../../../src/core/model/gitBlobId';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { checkWorkspace } from '../../../src/core/rules/runRules';
import { Workspace } from '../../../src/core/workspace/workspace';

const by = { by: 'aiko', at: '2026-11-21T09:00:00Z' };

interface Marked {
  readonly words: string;
  readonly source?: string;
  readonly measure?: string;
  readonly entity?: string;
}

/** Writes an article with claims on some of its words. JSON is YAML, so the store is written as that. */
function addArticle(workspace: Workspace, path: string, text: string, claims: readonly Marked[], at = path): void {
  workspace.setFile(path, text);
  const stored = claims.map(({ words, source, measure, entity }, i) => {
    const start = text.indexOf(words);
    return [
      `c-${i}`,
      {
        target: describePassage(text, start, start + words.length),
        ...(source && { citations: [{ source }] }),
        ...(measure && { measure: { of: 'meta', name: measure } }),
        ...(entity && { entities: [entity] }),
        by: by.by,
        // Ids are counted here: what tells the claims of two articles apart is when they were made.
        at: `2026-11-21T09:${String(text.length % 60).padStart(2, '0')}:00Z`,
      },
    ];
  });
  const file = { article: at, text: gitBlobId(text), claims: Object.fromEntries(stored) };
  workspace.setFile(articleStorePath(at), JSON.stringify(file, undefined, 1));
}

function addSource(workspace: Workspace, id: string, text?: string): void {
  const custom = text === undefined ? undefined : { text: `sources/${id}.md` };
  workspace.setFile(`.sourcemark/sources/${id}.yaml`, JSON.stringify({ [id]: { type: 'report', custom } }));
  if (text !== undefined) workspace.setFile(`sources/${id}.md`, text);
}

function addEntity(workspace: Workspace, id: string, name: string): void {
  const entity = { type: 'organization', names: { en: name } };
  workspace.setFile(`.sourcemark/entities/${id}.yaml`, JSON.stringify({ [id]: entity }));
}

function search(workspace: Workspace): ReadonlySet<string> {
  const searching = workspace.searchMoves();
  let step = searching.next();
  while (!step.done) step = searching.next();
  return step.value;
}

const none = countFigures([]);
const text = 'Meta paid $14.3 billion for a stake in June.\nIt has 70,000 employees.\n';
const claims: readonly Marked[] = [
  { words: '$14.3 billion', source: 'wire', measure: 'price' },
  { words: '70,000 employees' },
];

function createWorkspace(kept?: number): Workspace {
  const workspace = new Workspace('2026-11-22', kept);
  addSource(workspace, 'wire', 'Meta paid $14.3 billion.');
  addArticle(workspace, 'articles/a.md', text, claims);
  addArticle(workspace, 'articles/b.md', 'Birch paid $12 million in May.\n', [
    { words: '$12 million', source: 'memo' },
  ]);
  return workspace;
}

describe('a workspace', () => {
  it('works out again only what a change concerns', () => {
    const workspace = createWorkspace();
    const paths = workspace.articles;
    const changedBy = (change: () => void): string[] => {
      const before = new Map(paths.map((path) => [path, workspace.summary(path)]));
      change();
      return paths.filter((path) => workspace.summary(path) !== before.get(path));
    };
    assert.deepEqual(paths, ['articles/a.md', 'articles/b.md']);
    assert.deepEqual(
      changedBy(() => workspace.setFile('articles/b.md', 'Birch paid $13 million in May.\n')),
      [paths[1]],
    );
    assert.deepEqual(
      changedBy(() => addSource(workspace, 'other', 'text')),
      [],
    );
    assert.deepEqual(
      changedBy(() => addSource(workspace, 'memo')),
      [paths[1]],
    );
    assert.deepEqual(
      changedBy(() => workspace.setFile('sources/wire.md', 'Meta paid $15 billion.')),
      [paths[0]],
    );
    assert.deepEqual(
      changedBy(() => addEntity(workspace, 'birch', 'Birch')),
      [paths[1]],
    );
    assert.deepEqual(
      changedBy(() => addEntity(workspace, 'aster', 'Aster')),
      [],
    );
    assert.deepEqual(
      changedBy(() => addEntity(workspace, 'meta', 'Meta')),
      [paths[0]],
    );
    assert.deepEqual(
      changedBy(() => workspace.setOldText(gitBlobId('no article'), 'no article')),
      [],
    );
    assert.deepEqual(
      changedBy(() => workspace.setOldText(gitBlobId(text), text)),
      [paths[0]],
    );
    assert.deepEqual(
      changedBy(() => workspace.setToday('2026-11-23')),
      [],
    );
    assert.deepEqual(
      changedBy(() => workspace.setFile('.sourcemark/config.yaml', 'language: en\n')),
      paths,
    );
  });

  it('looks at the date where an exemption ends', () => {
    const workspace = createWorkspace();
    const exemption = { target: { exact: '$12 million' }, reason: 'a test', until: '2026-11-22', ...by };
    workspace.setFile(
      articleStorePath('articles/b.md'),
      JSON.stringify({ article: 'articles/b.md', exemptions: { 'e-1': exemption } }),
    );
    assert.deepEqual(workspace.summary('articles/b.md').coverage, { ...none, exempt: 1 });
    workspace.setToday('2026-11-23');
    assert.deepEqual(workspace.summary('articles/b.md').coverage, { ...none, unsourced: 1 });
  });

  it('gives the same view while nothing changes, and the same summary after the view was forgotten', () => {
    const workspace = createWorkspace(0);
    const view = workspace.article('articles/a.md');
    const summary = workspace.summary('articles/a.md');
    assert.equal(workspace.article('articles/a.md'), view);
    for (let i = 0; i < 4; i++) workspace.setFile(`articles/c${i}.md`, 'Sales were $5 million.');
    for (const path of workspace.articles) workspace.article(path);
    assert.notEqual(workspace.article('articles/a.md'), view);
    assert.equal(workspace.summary('articles/a.md'), summary);
    assert.deepEqual(workspace.article('articles/a.md').coverage, view.coverage);
  });

  it('says of a summary that is not known that it is not', () => {
    const workspace = createWorkspace();
    assert.equal(workspace.knownSummary('articles/a.md'), undefined);
    workspace.article('articles/a.md');
    assert.equal(workspace.knownSummary('articles/a.md')?.coverage.unchecked, 1);
    workspace.setFile('articles/a.md', 'Nothing.');
    assert.equal(workspace.knownSummary('articles/a.md'), undefined);
  });

  it('counts states, sources and entities as the views have them', () => {
    const workspace = createWorkspace();
    addEntity(workspace, 'meta', 'Meta');
    const { states, sources, entities, textSources } = workspace.summary('articles/a.md');
    assert.deepEqual(
      [...states],
      [
        ['cited', 1],
        ['uncited', 1],
      ],
    );
    assert.deepEqual([...sources], [['wire', 1]]);
    assert.deepEqual([...entities], [['meta', { claims: 1, figures: 1, mentions: 1 }]]);
    workspace.setFile('articles/c.md', 'Said so [@memo, p. 3].');
    assert.deepEqual([...workspace.summary('articles/c.md').textSources], ['memo']);
    assert.deepEqual([...textSources], []);
    assert.deepEqual([...workspace.citedAmong(['memo', 'wire', 'other'])].sort(), ['memo', 'wire']);
  });

  it('finds the claims of a measure in whichever articles they are', () => {
    const workspace = createWorkspace();
    addArticle(workspace, 'articles/c.md', 'Meta paid $15 billion.\n', [{ words: '$15 billion', measure: 'Price ' }]);
    const [own] = workspace.summary('articles/a.md').measured;
    const found = () => workspace.measured(own!.key).map(({ article, exact }) => [article, exact]);
    assert.deepEqual(found(), [
      ['articles/a.md', '$14.3 billion'],
      ['articles/c.md', '$15 billion'],
    ]);
    const conflicts = checkWorkspace(workspace).filter(({ rule }) => rule === 'figure/conflicts');
    assert.deepEqual(
      conflicts.map(({ file }) => file),
      ['articles/a.md', 'articles/c.md'],
    );
    workspace.setFile(articleStorePath('articles/c.md'), undefined);
    assert.deepEqual(found(), [['articles/a.md', '$14.3 billion']]);
  });

  it('reads the figures of an article that is typed in as if it were read anew', () => {
    const workspace = createWorkspace();
    const piece = fc.constantFrom(
      '12億円',
      '$3 million',
      ' ',
      '\n',
      '。',
      '1',
      '0',
      'a',
      '約',
      '%',
      '```\n',
      '| 1 | 2 |\n',
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.array(piece, { maxLength: 4 })), { maxLength: 6 });
    fc.assert(
      fc.property(edits, (changes) => {
        let now = text;
        for (const [place, length, inserted] of changes) {
          const at = place % (now.length + 1);
          now = now.slice(0, at) + inserted.join('') + now.slice(at + length);
          workspace.setFile('articles/a.md', now);
          assert.deepEqual(workspace.article('articles/a.md').figures, recognizeFigures(now, { format: 'markdown' }));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes annotations with the other ending of YAML as well, ours first', () => {
    const workspace = new Workspace('2026-11-22');
    addArticle(workspace, 'a.md', text, claims);
    const yaml = workspace.text(articleStorePath('a.md'));
    workspace.setFile('.sourcemark/articles/a.md.yml', yaml);
    assert.equal(workspace.storeFileOf('a.md'), '.sourcemark/articles/a.md.yaml');
    workspace.setFile(articleStorePath('a.md'), undefined);
    assert.equal(workspace.storeFileOf('a.md'), '.sourcemark/articles/a.md.yml');
    assert.equal(workspace.article('a.md').claims.length, 2);
    assert.deepEqual(workspace.articles, ['a.md']);
  });

  it('holds what has annotations to be an article wherever it lies, unless a source names it', () => {
    const workspace = createWorkspace();
    addArticle(workspace, 'notes/README.md', text, claims);
    assert.ok(workspace.isArticle('notes/README.md'));
    assert.ok(!workspace.isArticle('sources/wire.md'));
    addSource(workspace, 'readme');
    workspace.setFile('.sourcemark/sources/readme.yaml', 'readme: { type: report, custom: { text: notes/README.md } }');
    assert.ok(!workspace.isArticle('notes/README.md'));
  });
});

describe('a workspace whose articles are moved', () => {
  const findings = (workspace: Workspace) =>
    checkWorkspace(workspace)
      .filter(({ data, file }) => data?.article !== undefined && file.startsWith('.'))
      .map(({ rule, level, file, message }) => [rule, level, file, message.text]);
  const words = (workspace: Workspace, path: string) =>
    workspace.article(path).claims.map(({ state, claim }) => [claim.target.exact, state]);

  it('uses the claims for the article under its new name', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/a.md', undefined);
    workspace.setFile('news/a2.md', text);
    assert.deepEqual([...search(workspace)].sort(), ['articles/a.md', 'news/a2.md']);
    assert.deepEqual(workspace.articles, ['articles/b.md', 'news/a2.md']);
    assert.deepEqual(words(workspace, 'news/a2.md'), [
      ['$14.3 billion', 'cited'],
      ['70,000 employees', 'uncited'],
    ]);
    const moved = workspace.article('news/a2.md');
    assert.deepEqual(moved.whereabouts, { status: 'moved', from: 'articles/a.md' });
    assert.equal(moved.storeFile, articleStorePath('articles/a.md'));
    assert.equal(workspace.articleOf(moved.storeFile), 'news/a2.md');
    assert.deepEqual(words(workspace, 'articles/a.md'), []);
    assert.deepEqual(
      findings(workspace).filter(([rule]) => rule === 'store/schema'),
      [
        [
          'store/schema',
          'information',
          articleStorePath('articles/a.md'),
          '{from} is {article} now, and its annotations are used for that.',
        ],
      ],
    );
  });

  it('keeps them there while the article is rewritten', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/a.md', undefined);
    workspace.setFile('news/a2.md', text);
    search(workspace);
    workspace.setFile('news/a2.md', 'Something else.');
    search(workspace);
    assert.deepEqual(
      workspace.article('news/a2.md').claims.map(({ state }) => state),
      ['orphaned', 'orphaned'],
    );
  });

  it('leaves the claims with the original when it was copied', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/copy.md', text);
    assert.equal(search(workspace).size, 0);
    assert.equal(workspace.article('articles/copy.md').claims.length, 0);
    assert.equal(workspace.article('articles/a.md').claims.length, 2);
  });

  it('gives the claims back when the article returns', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/a.md', undefined);
    workspace.setFile('news/a2.md', text);
    search(workspace);
    workspace.setFile('articles/a.md', text);
    assert.equal(workspace.article('news/a2.md').claims.length, 0);
    assert.deepEqual(workspace.article('articles/a.md').whereabouts, { status: 'inPlace' });
    workspace.setFile('articles/a.md', undefined);
    search(workspace);
    assert.equal(workspace.article('news/a2.md').claims.length, 2);
    workspace.setFile('news/a2.md', undefined);
    search(workspace);
    assert.deepEqual(workspace.article('articles/a.md').whereabouts, { status: 'gone', candidates: [] });
  });

  it('lists the claims of an article that is gone, and reports it once', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/a.md', undefined);
    search(workspace);
    assert.deepEqual(words(workspace, 'articles/a.md'), [
      ['$14.3 billion', 'orphaned'],
      ['70,000 employees', 'orphaned'],
    ]);
    assert.deepEqual(
      findings(workspace).filter(([rule]) => rule === 'claim/orphaned'),
      [
        [
          'claim/orphaned',
          'error',
          articleStorePath('articles/a.md'),
          '{article} is gone. Its annotations are kept here (claims: {claims}).',
        ],
      ],
    );
  });

  it('names what the article may be when it is not sure', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/a.md', undefined);
    workspace.setFile('x.md', text);
    workspace.setFile('y.md', text);
    search(workspace);
    assert.deepEqual(workspace.whereabouts('articles/a.md'), { status: 'gone', candidates: ['x.md', 'y.md'] });
    assert.equal(workspace.article('x.md').claims.length, 0);
    workspace.setFile('y.md', undefined);
    search(workspace);
    assert.equal(workspace.article('x.md').claims.length, 2);
  });

  it('does not think an article gone that could not be read', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/a.md', undefined);
    workspace.setUnread('articles/a.md');
    workspace.setFile('copy.md', text);
    search(workspace);
    assert.deepEqual(workspace.article('articles/a.md').whereabouts, { status: 'inPlace' });
    assert.equal(workspace.article('copy.md').claims.length, 0);
  });

  it('lets annotations of an article’s own come first', () => {
    const workspace = createWorkspace();
    workspace.setFile('articles/a.md', undefined);
    workspace.setFile('news/a2.md', text);
    search(workspace);
    addArticle(workspace, 'news/a2.md', text, [{ words: 'June' }]);
    assert.deepEqual(words(workspace, 'news/a2.md'), [['June', 'uncited']]);
    search(workspace);
    assert.equal(workspace.whereabouts('articles/a.md').status, 'gone');
  });

  it('believes the place of a store file, and says so when the file says otherwise', () => {
    const workspace = createWorkspace();
    addArticle(workspace, 'articles/c.md', text, claims, 'articles/a.md');
    workspace.setFile(
      articleStorePath('articles/b.md'),
      workspace.text(articleStorePath('articles/b.md'))!.replace('"articles/b.md"', '"articles/c.md"'),
    );
    search(workspace);
    assert.equal(workspace.article('articles/b.md').claims.length, 1);
    assert.deepEqual(
      findings(workspace)
        .filter(([rule]) => rule === 'store/schema')
        .map(([, , file]) => file),
      [articleStorePath('articles/b.md')],
    );
  });
});
