import assert from 'node:assert/strict';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { type MovePlan, planAttachment, planRename } from '../../../src/core/moves/planMove';
import { applyOperation } from '../../../src/core/store/operations';
import { Workspace } from '../../../src/core/workspace/workspace';

const by = 'by: aiko, at: 2026-11-21T09:00:00Z';
const claim = (id: string, words: string) => `  ${id}: { target: { exact: ${words} }, ${by} }\n`;

function createWorkspace(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace('2026-11-22');
  for (const [path, text] of Object.entries(files)) workspace.setFile(path, text);
  return workspace;
}

function store(article: string, claims: string): Record<string, string> {
  return { [articleStorePath(article)]: `article: ${article}\nclaims:\n${claims}` };
}

/** Carries a plan out on what the workspace was told. */
function carryOut(workspace: Workspace, { renames, changes, emptied }: MovePlan): void {
  for (const { from, to } of renames)
    for (const path of [...workspace.paths]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      workspace.setFile(to + path.slice(from.length), workspace.text(path));
      workspace.setFile(path, undefined);
    }
  for (const { file, operation } of changes) {
    const { text, problems } = applyOperation(workspace.text(file), operation);
    assert.deepEqual(problems, []);
    workspace.setFile(file, text);
  }
  if (emptied !== undefined) workspace.setFile(emptied, undefined);
}

const random = (bytes: number) => new Uint8Array(bytes).fill(7);

describe('planRename', () => {
  it('takes the store file of an article along, and says so in it', () => {
    const workspace = createWorkspace({ 'a/x.md': 'One.', ...store('a/x.md', claim('c-1', 'One')) });
    assert.deepEqual(planRename(workspace, 'a/x.md', 'b/y.md'), {
      renames: [{ from: articleStorePath('a/x.md'), to: articleStorePath('b/y.md') }],
      changes: [{ file: articleStorePath('b/y.md'), operation: { type: 'setArticle', article: 'b/y.md' } }],
    });
  });

  it('renames the folder of the store where all of it goes along', () => {
    const files = {
      'a/x.md': 'One.',
      'a/b/y.md': 'Two.',
      'ab.md': 'Three.',
      ...store('a/x.md', claim('c-1', 'One')),
      ...store('a/b/y.md', claim('c-2', 'Two')),
      ...store('ab.md', claim('c-3', 'Three')),
    };
    const plan = planRename(createWorkspace(files), 'a', 'news/a');
    assert.deepEqual(plan.renames, [{ from: '.sourcemark/articles/a', to: '.sourcemark/articles/news/a' }]);
    assert.equal(plan.changes.length, 2);
    const taken = createWorkspace({ ...files, ...store('news/a/z.md', claim('c-4', 'Four')) });
    assert.equal(planRename(taken, 'a', 'news/a').renames.length, 2);
  });

  it('leaves annotations alone that are at the new name', () => {
    const workspace = createWorkspace({
      'x.md': 'One.',
      ...store('x.md', claim('c-1', 'One')),
      ...store('y.md', claim('c-2', 'Two')),
    });
    assert.deepEqual(planRename(workspace, 'x.md', 'y.md'), { renames: [], changes: [] });
  });

  it('lets sources name the texts that were renamed', () => {
    const file = '.sourcemark/sources/all.yaml';
    const workspace = createWorkspace({
      [file]:
        'wire: { type: report, custom: { text: sources/wire.md } }\nmemo: { type: report, custom: { text: memo.md } }\n',
    });
    carryOut(workspace, planRename(workspace, 'sources', 'archive'));
    assert.match(workspace.text(file)!, /text: archive\/wire\.md[\s\S]*text: memo\.md/);
    carryOut(workspace, planRename(workspace, 'memo.md', 'archive/memo.md'));
    assert.match(workspace.text(file)!, /text: archive\/memo\.md/);
  });

  it('says nothing of what is not annotated', () => {
    assert.deepEqual(planRename(createWorkspace({ 'x.md': 'One.' }), 'x.md', 'y.md'), { renames: [], changes: [] });
  });
});

describe('planAttachment', () => {
  it('renames the file for an article that has none', () => {
    const workspace = createWorkspace({ 'y.md': 'One.', ...store('x.md', claim('c-1', 'One')) });
    carryOut(workspace, planAttachment(workspace, articleStorePath('x.md'), 'y.md', random));
    assert.deepEqual(workspace.articles, ['y.md']);
    assert.equal(workspace.text(articleStorePath('y.md')), `article: y.md\nclaims:\n${claim('c-1', 'One')}`);
  });

  it('adds them to those that the article has', () => {
    const workspace = createWorkspace({
      'y.md': 'One. Two. Three.',
      ...store('x.md', claim('c-1', 'One') + claim('c-2', 'Two') + claim('c-3', 'Three')),
      ...store('y.md', `  # mine\n${claim('c-2', 'Two')}${claim('c-3', 'Other').replace('aiko', 'ken')}`),
    });
    carryOut(workspace, planAttachment(workspace, articleStorePath('x.md'), 'y.md', random));
    assert.equal(workspace.text(articleStorePath('x.md')), undefined);
    assert.match(workspace.text(articleStorePath('y.md'))!, /# mine/);
    assert.deepEqual(
      workspace
        .article('y.md')
        .claims.map(({ claim: { target } }) => target.exact)
        .sort(),
      ['One', 'Other', 'Three', 'Two'],
    );
  });

  it('merges them as two versions where both are annotations of one article', () => {
    const more = (words: string, rest: string) => claim('c-1', words).replace(' }\n', `, ${rest} }\n`);
    const verdict = (who: string) => `verdicts: [{ by: ${who}, at: 2026-11-22T09:00:00Z, verdict: verified, of: '1' }]`;
    const workspace = createWorkspace({
      'y.md': 'One more. Two. Three.',
      ...store('x.md', more('One', verdict('ken')) + claim('c-2', 'Two')),
      ...store('y.md', more('One more', verdict('mari')) + claim('c-3', 'Three')),
    });
    for (const _ of workspace.searchMoves());
    assert.deepEqual(workspace.whereabouts('x.md'), { status: 'gone', candidates: ['y.md'] });
    carryOut(workspace, planAttachment(workspace, articleStorePath('x.md'), 'y.md', random));
    assert.equal(workspace.text(articleStorePath('x.md')), undefined);
    const { claims } = workspace.article('y.md');
    assert.deepEqual(
      claims.map(({ id, claim: { target, verdicts } }) => [id, target.exact, verdicts?.map(({ by }) => by)]),
      [
        ['c-1', 'One more', ['ken', 'mari']],
        ['c-2', 'Two', undefined],
        ['c-3', 'Three', undefined],
      ],
    );
  });

  it('keeps a file in which there is more than entries that were moved', () => {
    const files = { 'y.md': 'One.', ...store('y.md', claim('c-2', 'Two')) };
    const commented = createWorkspace({ ...files, ...store('x.md', `  # ask Ken\n${claim('c-1', 'One')}`) });
    assert.equal(planAttachment(commented, articleStorePath('x.md'), 'y.md', random).emptied, undefined);
    const broken = createWorkspace({ ...files, ...store('x.md', `${claim('c-1', 'One')}  c-9: { by: ken }\n`) });
    assert.equal(planAttachment(broken, articleStorePath('x.md'), 'y.md', random).emptied, undefined);
  });
});
