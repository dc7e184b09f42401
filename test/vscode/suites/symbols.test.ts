import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const text = '# Halls\n\nMeta rents 42 halls of glass.\n\n## Desks\n\nIt has 7 desks and 90 lamps of brass.\n';
const store = `claims:
  c-halls:
    target: { exact: 42 halls of glass }
    citations: [{ source: harbor-ledger-2025-06-12 }]
    by: aiko
    at: 2025-11-21T09:00:00Z
  c-lamps:
    target: { exact: 90 lamps of brass }
    citations: [{ source: harbor-ledger-2025-06-12 }]
    by: aiko
    at: 2025-11-21T09:00:00Z
`;

describe('symbols', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;

  before(async () => {
    session = (await startSourcemark()).session;
    article = await AnnotatedArticle.open(session, 'articles/suite-symbols.md', text, store);
  });

  after(async () => {
    await article.remove();
    await annotateAs('');
  });

  async function outline(): Promise<string[]> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      article.document.uri,
    );
    const all = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((symbol) => [symbol, ...all(symbol.children)]);
    return all(symbols ?? []).map(
      ({ name, selectionRange: { start } }) =>
        `${name} [${article.document.lineAt(start).text.slice(start.character)}]`,
    );
  }

  async function found(query: string): Promise<string[]> {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      query,
    );
    // Markdown's headings are in the same list.
    return symbols
      .filter(({ name }) => !name.startsWith('#'))
      .map(({ name, containerName, location }) => `${name} (${containerName}) ${session.path(location.uri)}`);
  }

  it('of an article are its claims with their state, and its figures without a source', async () => {
    // Markdown's headings come in a time of their own.
    await eventually(async () => {
      assert.deepEqual(
        (await outline()).filter((name) => !name.startsWith('#')),
        [
          '42 halls of glass — Awaiting review [42 halls of glass.]',
          '7 desks — No source yet [7 desks and 90 lamps of brass.]',
          '90 lamps of brass — Awaiting review [90 lamps of brass.]',
        ],
      );
      return true;
    });
  });

  it('are none in a file that is no article', async () => {
    const uri = session.uri('sources/harbor-ledger-2025-06-12.md');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.ok((symbols ?? []).every(({ name }) => !name.includes('—')));
  });

  it('follow a verdict, though the text stays as it is', async () => {
    await vscode.window.showTextDocument(article.document);
    await outline();
    await annotateAs('ken');
    await vscode.commands.executeCommand('sourcemark.verifyClaim', article.reference('c-halls'));
    await eventually(async () => (await outline()).some((name) => name.startsWith('42 halls of glass — Verified')));
  });

  it('follow a verdict that is given while another file is in front', async () => {
    await vscode.window.showTextDocument(article.document, { preview: false });
    await outline();
    await vscode.window.showTextDocument(session.uri('sources/harbor-ledger-2025-06-12.md'));
    // The editor tells which files are in sight a moment after they are.
    await eventually(() => !vscode.window.visibleTextEditors.some(({ document }) => document === article.document));
    session.invalidate(article.path);
    session.flush();
    await vscode.commands.executeCommand('sourcemark.verifyClaim', article.reference('c-lamps'));
    await vscode.window.showTextDocument(article.document);
    await eventually(async () => (await outline()).some((name) => name.startsWith('90 lamps of brass — Verified')));
  });

  it('leave the outline to others where a person wants that', async () => {
    const settings = vscode.workspace.getConfiguration('sourcemark');
    await settings.update('showInOutline', false, vscode.ConfigurationTarget.Global);
    await eventually(async () => (await outline()).every((name) => !name.includes('—')));
    await settings.update('showInOutline', undefined, vscode.ConfigurationTarget.Global);
    await eventually(async () => (await outline()).some((name) => name.includes('—')));
  });

  it('of the workspace are claims, sources and entities', async () => {
    assert.deepEqual(await found('halls glass'), [`42 halls of glass (Claim) ${article.path}`]);
    assert.deepEqual(await found('Grace Wang'), [
      'Call with Grace Wang (Source) sources/wang-notes-2025-11-12.md',
      'Grace Wang (Entity) .sourcemark/entities/people.yaml',
    ]);
    assert.deepEqual(await found('wang-notes'), [
      'wang-notes-2025-11-12 (Source · Call with Grace Wang) sources/wang-notes-2025-11-12.md',
    ]);
  });
});
