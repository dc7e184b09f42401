import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const ledger = 'sources/harbor-ledger-2025-06-12.md';
const quote = 'will hold 49 percent of the start-up';
const text = 'Meta holds 49 percent of [it](x). It has 7 desks.\n';
const store = `claims:
  c-stake:
    target: { exact: "49 percent of [it](x)" }
    citations:
      - { source: harbor-ledger-2025-06-12, exact: ${quote} }
    by: aiko
    at: 2025-11-21T09:00:00Z
  c-desks:
    target: { exact: 7 desks }
    citations:
      - { source: minato-keizai-2025-06-13 }
    by: aiko
    at: 2025-11-21T09:00:00Z
`;

describe('passages of a source', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;
  let source: vscode.TextDocument;

  before(async () => {
    session = (await startSourcemark()).session;
    article = await AnnotatedArticle.open(session, 'articles/suite-passages.md', text, store);
    source = await vscode.workspace.openTextDocument(session.uri(ledger));
  });

  after(() => article.remove());

  const at = (words: string) => source.positionAt(source.getText().indexOf(words) + 1);

  async function shown(uri: vscode.Uri, range: vscode.Range): Promise<string> {
    return `${session.path(uri)}: ${(await vscode.workspace.openTextDocument(uri)).getText(range)}`;
  }

  it('lead to the claims that cite them, by definition and by references', async () => {
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      source.uri,
      at('49 percent of the'),
    );
    const defined = await Promise.all(links.map(({ targetUri, targetRange }) => shown(targetUri, targetRange)));
    assert.ok(defined.includes(`${article.path}: 49 percent of [it](x)`), defined.join('\n'));
    assert.ok(
      defined.some((place) => place.startsWith('articles/ai-capex.en.txt: $14 billion')),
      defined.join('\n'),
    );
    const locations = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      source.uri,
      at('49 percent of the'),
    );
    const referred = await Promise.all(locations.map(({ uri, range }) => shown(uri, range)));
    assert.deepEqual([...referred].sort(), [...defined].sort());
  });

  it('say in a card what rests on them, with a way to each claim', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      source.uri,
      at('49 percent of the'),
    );
    const card = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value)
      .find((value) => value.includes('rest on this passage'));
    assert.match(card ?? '', /\*\*\d claims rest on this passage\*\*/);
    assert.match(card ?? '', /\[49 percent of \\\[it\\\]\\\(x\\\)\]\(command:sourcemark\.openClaim\?/);
    assert.match(card ?? '', /Awaiting review · articles\/suite\\-passages\\\.md/);
  });

  it('shows the claim where its article is in sight already', async () => {
    await vscode.window.showTextDocument(article.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('sourcemark.openPassage', { ...article.reference('c-stake'), citation: 0 });
    const beside = vscode.window.activeTextEditor!;
    assert.equal(session.path(beside.document.uri), ledger);
    assert.equal(beside.viewColumn, vscode.ViewColumn.Two);
    await vscode.commands.executeCommand('sourcemark.openClaim', article.reference('c-stake'));
    const back = vscode.window.activeTextEditor!;
    assert.equal(back.viewColumn, vscode.ViewColumn.One);
    assert.equal(back.document.getText(back.selection), '49 percent of [it](x)');
  });

  it('opens one group for all the sources of an article', async () => {
    await vscode.commands.executeCommand('sourcemark.openPassage', { ...article.reference('c-stake'), citation: 0 });
    await vscode.commands.executeCommand('sourcemark.openPassage', { ...article.reference('c-desks'), citation: 0 });
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it('of a citation without a quotation are the whole text', async () => {
    await vscode.commands.executeCommand('sourcemark.openPassage', { ...article.reference('c-desks'), citation: 0 });
    const editor = await eventually(() => vscode.window.activeTextEditor);
    assert.equal(session.path(editor.document.uri), 'sources/minato-keizai-2025-06-13.md');
    assert.ok(editor.selection.isEmpty && editor.selection.active.isEqual(new vscode.Position(0, 0)));
  });
});
