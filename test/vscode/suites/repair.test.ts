import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const text = '港の売上高は45億円だった。\n\n前の年は30隻、今年は30隻が入った。\n';
const store = `claims:
  c-sales:
    target: { exact: 売上高は43億円, prefix: 港の, suffix: だった。, start: 2 }
    citations: [{ source: harbor-ledger-2025-06-12 }]
    by: aiko
    at: 2025-11-21T09:00:00Z
  c-ships: { target: { exact: 30隻 }, by: aiko, at: 2025-11-21T09:00:00Z }
  c-lost: { target: { exact: 引き船は12隻 }, by: aiko, at: 2025-11-21T09:00:00Z }
`;

describe('repairing', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;
  let count = 0;
  const run = (command: string, argument: object) => vscode.commands.executeCommand(`sourcemark.${command}`, argument);

  before(async () => {
    session = (await startSourcemark()).session;
    await annotateAs('ken');
  });

  beforeEach(async () => {
    article = await AnnotatedArticle.open(session, `articles/suite-repair-${++count}.md`, text, store);
  });

  afterEach(() => article.remove());

  it('describes a changed figure anew when the source still supports it', async () => {
    assert.equal(article.claim('c-sales').state, 'valueChanged');
    await run('keepChangedValue', article.reference('c-sales'));
    const { state, claim, anchor } = article.claim('c-sales');
    assert.equal(state, 'cited');
    assert.equal(anchor?.status, 'exact');
    assert.match(claim.target.exact, /45億円/);
  });

  it('describes a changed figure anew when another source is cited for it', async () => {
    const source = 'minato-keizai-2025-06-13';
    await run('citeSource', { ...article.reference('c-sales'), source, exact: '売上高は45億円' });
    const { state, claim } = article.claim('c-sales');
    assert.equal(state, 'cited');
    assert.match(claim.target.exact, /45億円/);
    assert.deepEqual(
      claim.citations?.map((citation) => citation.source),
      ['harbor-ledger-2025-06-12', source],
    );
  });

  it('puts a claim on the place that was chosen', async () => {
    const start = text.lastIndexOf('30隻');
    await run('choosePlace', { ...article.reference('c-ships'), range: { start, end: start + 3 } });
    const { anchor, range } = article.claim('c-ships');
    assert.equal(anchor?.status, 'exact');
    assert.equal(range?.start, start);
  });

  it('takes a claim off the text and puts it back', async () => {
    await run('detachClaim', article.reference('c-lost'));
    assert.equal(article.claim('c-lost').state, 'detached');
    assert.equal(article.claim('c-lost').claim.detached?.by, 'ken');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(article.document.uri, new vscode.Position(0, 0), '引き船は12隻だ。\n');
    await vscode.workspace.applyEdit(edit);
    await article.document.save();
    assert.equal(await run('attachClaim', article.reference('c-lost')), true);
    assert.equal(article.claim('c-lost').anchor?.status, 'moved');
  });

  it('deletes a claim nobody spoke of without asking', async () => {
    await run('removeClaim', article.reference('c-lost'));
    await eventually(() => article.view.claims.every(({ id }) => id !== 'c-lost'));
    assert.doesNotMatch(await article.stored(), /c-lost/);
  });

  it('changes and removes a citation', async () => {
    await run('changeCitation', {
      ...article.reference('c-sales'),
      citation: 0,
      source: 'minato-keizai-2025-06-13',
      exact: 'Scale AIに143億ドルを出資する',
    });
    const citations = () => article.claim('c-sales').claim.citations;
    assert.deepEqual(citations(), [{ source: 'minato-keizai-2025-06-13', exact: 'Scale AIに143億ドルを出資する' }]);
    await run('removeCitation', { ...article.reference('c-sales'), citation: 0 });
    assert.equal(citations(), undefined);
  });
});

describe('quick fixes', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;

  before(async () => {
    session = (await startSourcemark()).session;
    await annotateAs('ken');
    article = await AnnotatedArticle.open(session, 'articles/suite-fixes.md', `${text}従業員は900人。\n`, store);
  });

  after(() => article.remove());

  async function fixesAt(words: string): Promise<readonly vscode.CodeAction[]> {
    const start = article.document.positionAt(article.document.getText().indexOf(words));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      new vscode.Range(start, start),
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.filter(({ command }) => command?.command.startsWith('sourcemark.'));
  }

  it('offers to change or take away each citation of the claim at the cursor', async () => {
    const start = article.document.positionAt(text.indexOf('売上高'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      new vscode.Range(start, start),
      vscode.CodeActionKind.Refactor.value,
    );
    const citation = { ...article.reference('c-sales'), citation: 0 };
    assert.deepEqual(
      actions.flatMap(({ command }) => (/Citation$/.test(command?.command ?? '') ? [command?.arguments?.[0]] : [])),
      [{ ...citation, ask: 'source' }, citation],
    );
  });

  it('offers to cite, mark or exempt a figure without a source', async () => {
    const fixes = await fixesAt('900人');
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Cite a source for “900人”…', 'Mark “900人” as a claim', 'Exempt “900人” with a reason…'],
    );
    assert.deepEqual(
      fixes.map(({ isPreferred }) => isPreferred ?? false),
      [true, false, false],
    );
  });

  it('offers no way to settle it twice where the figure is selected', async () => {
    const start = article.document.getText().indexOf('900人');
    const [from, to] = [start, start + 4].map((offset) => article.document.positionAt(offset));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      new vscode.Range(from!, to!),
    );
    const commands = actions.flatMap(({ command }) => command?.command ?? []).filter((id) => /^sourcemark/.test(id));
    assert.deepEqual(commands.sort(), [
      'sourcemark.addAlias',
      'sourcemark.addEntity',
      'sourcemark.citeSource',
      'sourcemark.exemptFigure',
      'sourcemark.markClaim',
    ]);
  });

  it('offers the candidates of a claim whose place is unclear, and takes the one chosen', async () => {
    const titles = (await fixesAt('30隻')).map(({ title }) => title);
    assert.equal(titles.filter((title) => title.startsWith('It is the one in line 3:')).length, 2);
    assert.ok(titles.includes('Choose the place…'));
  });

  it('repairs a changed figure with the fix that is preferred', async () => {
    const preferred = await eventually(async () =>
      (await fixesAt('売上高')).find(({ isPreferred, title }) => isPreferred && /still supports/.test(title)),
    );
    await vscode.commands.executeCommand(preferred.command!.command, ...(preferred.command!.arguments ?? []));
    assert.equal(article.claim('c-sales').state, 'cited');
  });

  it('marks a figure as a claim', async () => {
    const fix = (await fixesAt('900人')).find(({ title }) => title.startsWith('Mark'));
    const id = await vscode.commands.executeCommand<string>(fix!.command!.command, ...(fix!.command!.arguments ?? []));
    assert.equal(article.claim(id).claim.target.exact, '900人');
  });

  it('offers what the store’s findings need', async () => {
    const document = await vscode.workspace.openTextDocument(
      session.uri('.sourcemark/articles/articles/meta-scale-ai.ja.md.yaml'),
    );
    const at = document.positionAt(document.getText().indexOf('afp-2025-06-14') + 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Create the source “afp-2025-06-14”…'), titles.join('\n'));
    assert.ok(titles.includes('Choose another source…'));
  });
});

describe('following', () => {
  const body = '# 港\n\n港の売上高は45億円だった。\n従業員は900人。\n';
  let article: AnnotatedArticle;

  before(async () => {
    const { session } = await startSourcemark();
    article = await AnnotatedArticle.open(
      session,
      'articles/suite-following.md',
      body,
      'claims:\n  c-staff: { target: { exact: 従業員は900人。, prefix: "だった。\\n" }, by: aiko, at: 2025-11-21T09:00:00Z }\n',
    );
  });

  after(() => article.remove());

  const words = () => {
    const { range } = article.claim('c-staff');
    return range && article.document.getText().slice(range.start, range.end);
  };

  it('keeps a claim on its passage through typing, cut, paste and undo, and writes nothing', async () => {
    const before = await article.stored();
    const editor = await vscode.window.showTextDocument(article.document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '二度\n'));
    await eventually(() => words() === '従業員は900人。');
    const line = article.document.positionAt(article.document.getText().indexOf('従業員')).line;
    await editor.edit((edit) => edit.delete(article.document.lineAt(line).range));
    await eventually(() => article.claim('c-staff').anchor?.status === 'orphaned');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '従業員は900人。\n'));
    await eventually(() => article.claim('c-staff').range?.start === 0);
    assert.equal(words(), '従業員は900人。');
    for (let i = 0; i < 3; i++) await vscode.commands.executeCommand('undo');
    await eventually(() => article.document.getText() === body);
    await eventually(() => article.claim('c-staff').range?.start === body.indexOf('従業員'));
    assert.equal(await article.stored(), before);
  });
});
