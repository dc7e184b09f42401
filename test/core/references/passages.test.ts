import assert from 'node:assert/strict';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { passagesAt, passagesIn, readPassages } from '../../../src/core/references/passages';
import { referencesTo } from '../../../src/core/references/references';
import { thingsAt } from '../../../src/core/references/thing';
import { Workspace } from '../../../src/core/workspace/workspace';

const file = 'sources/ledger.md';
const ledger = '# Ledger\n\nThe port moved 120 ships in May, with 900 people.\n\nNobody knows why.\n';

function createNewsroom(): Workspace {
  const workspace = new Workspace('2026-11-22');
  const source = { type: 'report', custom: { text: file } };
  // Two records may be of one text: a report, and the quotation of it that was filed by itself.
  workspace.setFile('.sourcemark/sources/all.yaml', JSON.stringify({ ledger: source, copy: source }));
  workspace.setFile('.sourcemark/entities/port.yaml', 'port: { type: organization, names: { en: port } }\n');
  workspace.setFile(file, ledger);
  addArticle(workspace, 'articles/a.md', 'It was 120 ships.', '120 ships', 'ledger', 'moved 120 ships in May');
  addArticle(workspace, 'articles/b.md', 'Some 900 people work there.', '900 people', 'copy', 'with 900 people');
  addArticle(workspace, 'articles/c.md', 'Again 120 ships.', '120 ships', 'copy', '120 ships');
  addArticle(workspace, 'articles/d.md', 'It went.', '7 trains', 'ledger', '120 ships');
  addArticle(workspace, 'articles/e.md', 'All 5 of them.', '5', 'ledger', 'words that are not there');
  return workspace;
}

function addArticle(workspace: Workspace, path: string, text: string, exact: string, source: string, quote: string) {
  workspace.setFile(path, text);
  const claim = { target: { exact }, citations: [{ source, exact: quote }], by: 'ken', at: '2026-11-21T09:00:00Z' };
  workspace.setFile(articleStorePath(path), JSON.stringify({ article: path, claims: { 'c-1': claim } }));
}

describe('passages of a source', () => {
  const at = (words: string) => ledger.indexOf(words) + 1;
  const articlesAt = (workspace: Workspace, words: string, most?: number) =>
    passagesAt(workspace, file, at(words), most).uses.map(({ article }) => article);

  it('lead back to the claims that cite them, the shortest first', () => {
    const workspace = createNewsroom();
    assert.deepEqual(articlesAt(workspace, '120'), ['articles/c.md', 'articles/d.md', 'articles/a.md']);
    assert.deepEqual(articlesAt(workspace, 'in May'), ['articles/a.md']);
    assert.deepEqual(articlesAt(workspace, '900'), ['articles/b.md']);
    assert.deepEqual(articlesAt(workspace, 'Nobody'), []);
    assert.deepEqual(passagesIn(workspace, 'articles/a.md').uses, []);
  });

  it('follow what changes', () => {
    const workspace = createNewsroom();
    passagesIn(workspace, file);
    workspace.setFile(file, `Corrected. ${ledger}`);
    const [first] = passagesIn(workspace, file).uses;
    assert.equal(workspace.text(file)?.slice(first?.start, first?.end), 'moved 120 ships in May');
    workspace.setFile(file, ledger);
    workspace.setFile(articleStorePath('articles/c.md'), undefined);
    assert.deepEqual(articlesAt(workspace, '120'), ['articles/d.md', 'articles/a.md']);
    workspace.setFile('.sourcemark/sources/all.yaml', JSON.stringify({ copy: { type: 'report' } }));
    assert.deepEqual(passagesIn(workspace, file).uses, []);
  });

  it('works out no more articles than it may, and says how many are left', () => {
    const workspace = createNewsroom();
    assert.deepEqual(passagesIn(workspace, file, 0), { uses: [], unknown: 5 });
    workspace.summary('articles/b.md');
    assert.deepEqual(
      passagesIn(workspace, file, 0).uses.map(({ article }) => article),
      ['articles/b.md'],
    );
    assert.equal(passagesIn(workspace, file, 3).unknown, 1);
    assert.equal(Array.from(readPassages(workspace, file)).length, 1);
    assert.equal(passagesIn(workspace, file, 0).unknown, 0);
    assert.equal(passagesIn(workspace, file).unknown, 0);
  });

  it('are what a place in the text stands for, before the names in them', () => {
    const workspace = createNewsroom();
    const [first] = thingsAt(workspace, file, at('ships'));
    assert.deepEqual(first?.thing, { kind: 'passage', file, at: at('ships') });
    assert.equal(ledger.slice(first.range.start, first.range.end), '120 ships');
    assert.deepEqual(
      thingsAt(workspace, file, at('port')).map(({ thing }) => thing.kind),
      ['entity'],
    );
  });

  it('have the claims as their uses, and the record of a claim that lost its place', () => {
    const workspace = createNewsroom();
    const uses = referencesTo(workspace, { kind: 'passage', file, at: at('120') });
    assert.deepEqual(
      uses.map((place) => [place.file, workspace.text(place.file)?.slice(place.range.start, place.range.end)]),
      [
        ['articles/a.md', '120 ships'],
        ['articles/c.md', '120 ships'],
        [articleStorePath('articles/d.md'), '"c-1"'],
      ],
    );
  });
});
