import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const source = 'harbor-ledger-2025-06-12';
const quote = 'will hold 49 percent of the start-up';
const text = `Meta holds 49 percent of Scale AI. It has 7 desks.\nIt paid much [@${source}]. There are 8 doors and 9 windows.\n`;
const store = `claims:
  c-stake:
    target: { exact: 49 percent of Scale AI }
    citations:
      - { source: ${source}, exact: ${quote} }
      - { source: lab-memo-2025-10 }
    entities: [meta]
    by: aiko
    at: 2025-11-21T09:00:00Z
`;

describe('navigation', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;
  let record: vscode.TextDocument;
  const at = (document: vscode.TextDocument, words: string, from = 0) =>
    document.positionAt(document.getText().indexOf(words, from) + 1);

  before(async () => {
    session = (await startSourcemark()).session;
    article = await AnnotatedArticle.open(session, 'articles/suite-navigation.md', text, store);
    record = await vscode.workspace.openTextDocument(session.uri(articleStorePath(article.path)));
    session.accept(record);
    session.flush();
  });

  after(() => article.remove());

  async function definitions(document: vscode.TextDocument, words: string): Promise<string[]> {
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at(document, words),
    );
    const shown = links.map(async ({ targetUri, targetRange }) => {
      const target = await vscode.workspace.openTextDocument(targetUri);
      return `${session.path(targetUri)}: ${target.getText(targetRange)}`;
    });
    // The editor sorts them its own way.
    return (await Promise.all(shown)).sort();
  }

  async function references(document: vscode.TextDocument, words: string): Promise<string[]> {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at(document, words),
    );
    const shown = found.map(async ({ uri, range }) => {
      const target = await vscode.workspace.openTextDocument(uri);
      return `${session.path(uri)}: ${target.getText(range)}`;
    });
    return Promise.all(shown);
  }

  it('goes from a claim to the cited passage, and to the record of a source without a text', async () => {
    assert.deepEqual(await definitions(article.document, '49 percent'), [
      '.sourcemark/sources/lab-memo-2025-10.yaml: lab-memo-2025-10',
      `sources/${source}.md: ${quote}`,
    ]);
  });

  it('goes from a name and from a citation in the text to their records', async () => {
    assert.deepEqual(await definitions(article.document, 'Meta'), ['.sourcemark/entities/meta.yaml: meta']);
    assert.deepEqual(await definitions(article.document, `${source}]`), [
      `.sourcemark/sources/${source}.yaml: ${source}`,
    ]);
  });

  it('goes from the ids of a store file to what they name', async () => {
    assert.deepEqual(await definitions(record, source), [`.sourcemark/sources/${source}.yaml: ${source}`]);
    assert.deepEqual(await definitions(record, 'meta]'), ['.sourcemark/entities/meta.yaml: meta']);
    assert.deepEqual(await definitions(record, 'c-stake'), [`${article.path}: 49 percent of Scale AI`]);
  });

  it('finds all uses of a source, texts before records', async () => {
    const found = await references(record, source);
    assert.ok(found.includes(`${article.path}: 49 percent of Scale AI`));
    assert.ok(found.includes(`${article.path}: ${source}`));
    assert.ok(found.includes(`${articleStorePath(article.path)}: ${source}`));
    assert.ok(found.includes(`.sourcemark/sources/${source}.yaml: ${source}`));
    assert.ok(found.some((place) => place.startsWith('articles/meta-scale-ai.ja.md:')));
  });

  it('finds all uses of an entity and of a claim', async () => {
    const meta = await references(article.document, 'Meta');
    assert.ok(meta.filter((place) => place.startsWith('articles/')).length > 5);
    assert.ok(meta.includes(`${articleStorePath(article.path)}: meta`));
    const claim = await references(record, 'c-stake');
    assert.ok(claim.includes(`${article.path}: 49 percent of Scale AI`));
  });

  it('renames a source in its record, in claims and in the texts', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      record.uri,
      at(record, source),
      'harbor-2025',
    );
    const changed = edit.entries().map(([uri, edits]) => [session.path(uri), edits.length] as const);
    const files = new Map(changed);
    assert.equal(files.get(article.path), 1);
    assert.equal(files.get(articleStorePath(article.path)), 1);
    assert.equal(files.get(`.sourcemark/sources/${source}.yaml`), 1);
    assert.ok((files.get('.sourcemark/articles/articles/meta-scale-ai.ja.md.yaml') ?? 0) > 3);
    for (const [, edits] of edit.entries()) for (const { newText } of edits) assert.match(newText, /harbor-2025/);
  });

  it('refuses an id that is taken or that no id can be', async () => {
    for (const name of ['minato-keizai-2025-06-13', 'not an id'])
      await assert.rejects(
        Promise.resolve(
          vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', record.uri, at(record, source), name),
        ),
      );
  });

  it('walks through the figures without a source, around the ends', async () => {
    const editor = await vscode.window.showTextDocument(article.document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const step = async (direction: 'next' | 'previous') => {
      await vscode.commands.executeCommand(`sourcemark.${direction}Unsourced`);
      return eventually(() => {
        const words = article.document.getText(editor.selection);
        return words !== '' && words;
      });
    };
    const walked = [await step('next'), await step('next'), await step('next'), await step('next')];
    assert.deepEqual(walked, ['7 desks', '8 doors', '9 windows', '7 desks']);
    assert.equal(await step('previous'), '9 windows');
  });

  it('opens the cited passage beside the article', async () => {
    await vscode.window.showTextDocument(article.document);
    await vscode.commands.executeCommand('sourcemark.openPassage', { ...article.reference('c-stake'), citation: 0 });
    const editor = vscode.window.activeTextEditor!;
    assert.equal(session.path(editor.document.uri), `sources/${source}.md`);
    assert.equal(editor.document.getText(editor.selection), quote);
    await vscode.commands.executeCommand('sourcemark.openInStore', article.reference('c-stake'));
    const store = vscode.window.activeTextEditor!;
    assert.equal(session.path(store.document.uri), articleStorePath(article.path));
    assert.equal(store.document.getText(store.selection), 'c-stake');
  });
});
