import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { checkWorkspace } from '../../../src/core/rules/runRules';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { rangeInText } from '../../../src/vscode/session/positions';
import { AnnotatedArticle, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const text =
  'The harbor handled 120 ships in May.\nIt employs 900 people.\nThe quay is 640 meters long [@harbor-ledger-2025-06-12].\n';
const store = `claims:
  c-ships:
    target: { exact: 120 ships, prefix: "handled ", suffix: " in May" }
    citations: [{ source: harbor-ledger-2025-06-12 }]
    by: aiko
    at: 2025-11-21T09:00:00Z
`;

describe('diagnostics', () => {
  let session: FolderSession;
  const shownIn = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Sourcemark');
  const told = (document: vscode.TextDocument) =>
    shownIn(document.uri).map(({ code, range }) => `${code} ${document.getText(range)}`);

  before(async () => {
    session = (await startSourcemark()).session;
  });

  it('shows all that the rules find in the example newsroom, at the same places, and nothing else', async () => {
    const { workspace } = session;
    const expected = checkWorkspace(workspace)
      .map(({ file, rule, range }) => `${file} ${rule} ${show(rangeInText(workspace.text(file) ?? '', range))}`)
      .sort();
    assert.ok(expected.length > 20, `only ${expected.length} findings`);
    await eventually(() => {
      const shown = vscode.languages
        .getDiagnostics()
        .flatMap(([uri, list]) =>
          list
            .filter(({ source }) => source === 'Sourcemark')
            .map(({ code, range }) => `${session.path(uri)} ${code} ${show(range)}`),
        )
        .sort();
      assert.deepEqual(shown, expected);
      return true;
    });
  });

  it('says what a figure was read as', async () => {
    const uri = session.uri('articles/meta-scale-ai.ja.md');
    const unsourced = await eventually(() => shownIn(uri).filter(({ code }) => code === 'figure/unsourced'));
    assert.ok(unsourced.length > 0);
    for (const { message } of unsourced) assert.match(message, /“.+” has no source \(read as .+\)\./);
  });

  it('leads from a claim to its record in the store', async () => {
    const article = await AnnotatedArticle.open(
      session,
      'articles/suite-diagnostics-related.md',
      'It has 12 cranes.\n\nAgain: it has 12 cranes.\n',
      'claims:\n  c-cranes: { target: { exact: 12 cranes, prefix: "has ", suffix: . }, by: aiko, at: 2025-11-21T09:00:00Z }\n',
    );
    const [ambiguous] = await eventually(() => {
      const found = shownIn(article.document.uri).filter(({ code }) => code === 'claim/ambiguous');
      assert.ok(found.length > 0, `${JSON.stringify(article.view.claims)} ${told(article.document)}`);
      return found;
    });
    const related = ambiguous?.relatedInformation?.map(({ location }) => session.path(location.uri));
    assert.deepEqual(related, [article.path, article.path, articleStorePath(article.path)]);
    assert.equal(ambiguous?.severity, vscode.DiagnosticSeverity.Error);
    await article.remove();
  });

  it('follows typing, saving or not', async () => {
    const article = await AnnotatedArticle.open(session, 'articles/suite-diagnostics.md', text, store);
    await eventually(() => {
      assert.deepEqual(told(article.document), ['figure/unsourced 900 people']);
      return true;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(article.document.uri, new vscode.Position(1, 0), 'It has 7 cranes. ');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => {
      assert.deepEqual(told(article.document), ['figure/unsourced 7 cranes', 'figure/unsourced 900 people']);
      return true;
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await article.remove();
    await eventually(() => shownIn(session.uri('articles/suite-diagnostics.md')).length === 0);
  });

  it('shows a store file that cannot be read at the place of the error, and goes on with the rest', async () => {
    const article = await AnnotatedArticle.open(session, 'articles/suite-diagnostics-broken.md', text, store);
    const uri = session.uri(articleStorePath(article.path));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`article: ${article.path}\nclaims: { c-1: [\n`));
    const found = await eventually(() => {
      const list = shownIn(uri).filter(({ code }) => code === 'store/syntax');
      assert.ok(
        list.length > 0,
        `${session.workspace.text(articleStorePath(article.path))} ${JSON.stringify(shownIn(uri))}`,
      );
      return list;
    });
    assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(shownIn(session.uri('articles/meta-scale-ai.ja.md')).length > 0);
    await article.remove();
  });
});

function show({ start, end }: vscode.Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
