import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createArticleUses } from '../../../src/core/articles/articleUses';
import { countFigures } from '../../../src/core/articles/figureState';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { coverageText } from '../../../src/vscode/statusBar/coverageText';
import { claimsTree } from '../../../src/vscode/views/claimsTree';
import { entitiesTree } from '../../../src/vscode/views/entitiesTree';
import { sourcesTree } from '../../../src/vscode/views/sourcesTree';
import type { TreeNode } from '../../../src/vscode/views/treeNode';
import { AnnotatedArticle, annotateAs, startSourcemark } from '../annotatedArticle';

const text = 'Meta paid $14.3 billion for a stake.\nMeta has 70,000 employees.\nThe ferry costs 12 euros.\n';
const by = 'by: aiko, at: 2025-11-21T09:00:00Z';
const store = `claims:
  c-paid: { target: { exact: $14.3 billion }, citations: [{ source: suite-memo }, { source: nobody }], ${by} }
  c-ferry: { target: { exact: The ferry costs 12 euros }, ${by} }
  c-gone: { target: { exact: 40 tugboats }, entities: [meta], ${by} }
`;

const label = ({ item }: TreeNode) => String(item.label);
const row = (node: TreeNode) => `${label(node)} | ${node.item.description}`;

describe('views', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;
  const usesOf = createArticleUses();
  const ownOnly = async (rows: readonly TreeNode[]): Promise<TreeNode> => {
    const own = rows.find((node) => node.article === article.path);
    assert.ok(own, `a row of ${article.path} among ${rows.map(row).join('; ')}`);
    return own;
  };
  const open = async (node: TreeNode | undefined) => (await node?.children?.()) ?? [];

  before(async () => {
    session = (await startSourcemark()).session;
    await annotateAs('ken');
    const memo = '.sourcemark/sources/suite-memo.yaml';
    const yaml = 'suite-memo:\n  type: report\n  title: Suite memo\n  custom: { kind: primary, status: retracted }\n';
    await vscode.workspace.fs.writeFile(session.uri(memo), new TextEncoder().encode(yaml));
    session.accept(await vscode.workspace.openTextDocument(session.uri(memo)));
    article = await AnnotatedArticle.open(session, 'articles/suite-views.md', text, store);
  });

  after(async () => {
    await article.remove();
    await vscode.workspace.fs.delete(session.uri('.sourcemark/sources/suite-memo.yaml'));
    session.workspace.setFile('.sourcemark/sources/suite-memo.yaml', undefined);
  });

  it('lists claims by state, then by article, with counts', async () => {
    const states = await claimsTree(session, '', usesOf);
    for (const [state, claim] of [
      ['Passage not found', '40 tugboats'],
      ['Source contested', '$14.3 billion'],
      ['No source yet', 'The ferry costs 12 euros'],
    ]) {
      const group = states.find((node) => label(node) === state);
      assert.match(String(group?.item.description), /^\d+ claims?$/);
      const own = await ownOnly(await open(group));
      assert.equal(row(own), 'suite-views.md | 1 claim · articles');
      assert.deepEqual((await open(own)).map(label), [claim]);
    }
  });

  it('offers a verdict only where there is something to judge', async () => {
    const kinds = new Map<string, string | undefined>();
    for (const state of await claimsTree(session, '', usesOf))
      for (const group of (await open(state)).filter(({ article: path }) => path === article.path))
        for (const claim of await open(group)) kinds.set(label(claim), claim.item.contextValue);
    assert.deepEqual(Object.fromEntries(kinds), {
      '40 tugboats': 'claim.lost',
      '$14.3 billion': 'claim',
      'The ferry costs 12 euros': 'claim.uncited',
    });
  });

  it('counts every claim of the folder once', async () => {
    const states = await claimsTree(session, '', usesOf);
    const counted = states.map(({ item }) => Number.parseInt(String(item.description), 10));
    const claims = session.workspace.articles.flatMap((path) => session.workspace.article(path).claims);
    assert.equal(
      counted.reduce((sum, count) => sum + count, 0),
      claims.length,
    );
  });

  it('says of a source whether it stands, what cites it, and what is cited without a record', async () => {
    const sources = await sourcesTree(session, '', usesOf);
    const memo = sources.find(({ source }) => source === 'suite-memo');
    assert.equal(row(memo!), 'Retracted: Suite memo | 1 claim · primary');
    assert.deepEqual((await open(memo)).map(row), ['$14.3 billion | Source contested · suite-views.md']);
    assert.equal(row(sources.find(({ source }) => source === 'nobody')!), 'nobody | no such source · 1 claim');
  });

  it('gathers the claims and figures of an entity, article by article', async () => {
    const entities = await entitiesTree(session, '', usesOf);
    const meta = entities.find(({ entity }) => entity === 'meta');
    assert.match(String(meta?.item.description), /^\d+ claims · \d+ figures$/);
    const own = await ownOnly(await open(meta));
    const rows = await open(own);
    assert.deepEqual(rows.map(label), ['$14.3 billion', '70,000 employees', '40 tugboats']);
    assert.match(
      String(rows[0]!.item.description),
      /^contested · the source was retracted · …Meta paid \$14\.3 billion for a stake\.…$/,
    );
    assert.match(String(rows[1]!.item.description), /^no source · …Meta has 70,000 employees\.…$/);
    assert.match(String(rows[2]!.item.description), /^Passage not found/);
  });

  it('says in the status bar how many figures stand on what, and what that means', () => {
    const count = countFigures(article.view.coverage);
    assert.deepEqual(coverageText(count), {
      text: '$(warning) 1 contested · 2 unsourced',
      tooltip: [
        'Figures in this article:',
        '1 contested: what is cited does not hold, or somebody must look again',
        '2 unsourced: nothing is cited',
        'Select to see those to look at.',
      ].join('\n'),
      label: 'Figures in this article: 1 contested, 2 unsourced',
    });
    const none = countFigures([]);
    const lost = coverageText({ ...none, supported: 1 }, 2);
    assert.equal(lost.text, '$(warning) 1 supported · lost claims: 2');
    assert.match(lost.tooltip, /\nlost claims: 2: their passages are not in the article any more/);
    assert.equal(lost.label, 'Figures in this article: 1 supported, lost claims: 2');
    const all = coverageText({ supported: 4, unchecked: 1, contested: 4, repeated: 3, exempt: 6, unsourced: 9 }, 1);
    assert.equal(all.text, '$(warning) 4 supported · 1 unchecked · 4 contested · 9 unsourced · lost claims: 1');
    assert.match(all.tooltip, /\n3 repeated: /);
    assert.match(all.label, /4 contested, 3 repeated, 6 exempt, 9 unsourced, lost claims: 1$/);
    const textOf = (some: Partial<typeof none>) => coverageText({ ...none, ...some }).text;
    assert.equal(textOf({}), '$(bookmark) No figures');
    assert.equal(textOf({ supported: 2, repeated: 1, exempt: 1 }), '$(pass) 2 supported · 1 repeated · 1 exempt');
    assert.equal(textOf({ supported: 2, unchecked: 1 }), '$(bookmark) 2 supported · 1 unchecked');
  });

  it('goes to the place when a row is chosen', async () => {
    const meta = (await entitiesTree(session, '', usesOf)).find(({ entity }) => entity === 'meta');
    const [, figure] = await open(await ownOnly(await open(meta)));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { command, arguments: args } = figure!.item.command!;
    await vscode.commands.executeCommand(command, ...args!);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.getText(editor.selection), '70,000 employees');
  });

  it('goes to the store for a claim that stands nowhere', async () => {
    const [lost] = await claimsTree(session, '', usesOf);
    const [claim] = await open(await ownOnly(await open(lost)));
    const { command, arguments: args } = claim!.item.command!;
    await vscode.commands.executeCommand(command, ...args!);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.getText(editor.selection), 'c-gone');
  });

  it('keeps ids over a refresh and never gives one twice', async () => {
    const ids = async () => {
      const found: string[] = [];
      const walk = async (rows: readonly TreeNode[]): Promise<void> => {
        for (const node of rows) {
          found.push(node.item.id!);
          await walk(await open(node));
        }
      };
      for (const tree of [claimsTree, sourcesTree, entitiesTree]) await walk(await tree(session, tree.name, usesOf));
      return found;
    };
    const before = await ids();
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(await ids(), before);
  });

  it('says in words what its icons say', async () => {
    for (const node of await claimsTree(session, '', usesOf)) {
      const spoken = node.item.accessibilityInformation!.label;
      assert.ok(spoken.startsWith(label(node)) && /\d/.test(spoken), spoken);
    }
  });

  it('copies the id of what a row stands for', async () => {
    const sources = await sourcesTree(session, '', usesOf);
    const memo = sources.find(({ source }) => source === 'suite-memo');
    assert.equal(await vscode.commands.executeCommand('sourcemark.copyId', memo), 'suite-memo');
  });
});
