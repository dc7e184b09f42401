import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { gitBlobId, sha256 } from '../../../src/core/model/gitBlobId';
import { sourceStorePath } from '../../../src/core/model/storePaths';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const text = '港は5月に船120隻を受け入れた。\n従業員は900人で、売上高は45億円。\n';
const store = `# 手で書いた行は変わらない。
claims:
  c-ships:   { target: { exact: 船120隻, prefix: 港は5月に, suffix: を受け入れた, start: 5 }, by: aiko, at: 2025-11-21T09:00:00Z }
`;

describe('citing', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;
  let count = 0;
  const run = (command: string, argument?: object) =>
    vscode.commands.executeCommand<string | undefined>(`sourcemark.${command}`, argument);
  const rangeOf = (words: string) => {
    const start = article.document.getText().indexOf(words);
    return { start, end: start + words.length };
  };
  const passage = (words: string) => ({
    folder: session.folder.uri.toString(),
    article: article.path,
    range: rangeOf(words),
  });

  before(async () => {
    session = (await startSourcemark()).session;
    await annotateAs('ken');
  });

  beforeEach(async () => {
    article = await AnnotatedArticle.open(session, `articles/suite-citing-${++count}.md`, text, store);
  });

  afterEach(() => article.remove());

  it('makes a claim of a figure, with its source, and changes no other line', async () => {
    const id = await run('citeSource', {
      ...passage('900人'),
      source: 'harbor-ledger-2025-06-12',
      exact: 'Meta is investing $14.3 billion in Scale AI',
      locator: { page: 2 },
    });
    assert.match(id ?? '', /^c-/);
    const { claim, range, state } = article.claim(id!);
    assert.equal(article.document.getText().slice(range!.start, range!.end), '900人');
    assert.equal(claim.by, 'ken');
    assert.deepEqual(claim.citations, [
      {
        source: 'harbor-ledger-2025-06-12',
        exact: 'Meta is investing $14.3 billion in Scale AI',
        locator: { page: 2 },
      },
    ]);
    assert.equal(state, 'cited');
    const written = await article.stored();
    assert.ok(written.includes(store.split('\n')[0]!));
    assert.ok(written.includes(store.split('\n')[2]!));
    assert.equal(article.view.stored?.value.text, gitBlobId(text));
    const covered = article.view.coverage.find(({ figure }) => figure.start === rangeOf('900人').start);
    // What is quoted speaks of money, so nobody knows yet whether it bears the figure out.
    assert.equal(covered?.state, 'unchecked');
  });

  it('leaves nothing selected that a key pressed once too often would replace, unless the person backs out', async () => {
    const editor = await vscode.window.showTextDocument(article.document);
    const select = (words: string) => {
      const { start, end } = rangeOf(words);
      const [from, to] = [article.document.positionAt(start), article.document.positionAt(end)];
      editor.selection = new vscode.Selection(from, to);
    };
    select('900人');
    await run('citeSource', { ...passage('900人'), source: 'harbor-ledger-2025-06-12', exact: '' });
    assert.ok(editor.selection.isEmpty);
    select('45億円');
    await run('exemptFigure', { ...passage('45億円'), reason: 'our own count' });
    assert.ok(editor.selection.isEmpty);
    select('120隻');
    const asked = run('citeSource', passage('120隻'));
    await eventually(() => editor.selection.isEmpty);
    // Until the list is there, nothing can be closed.
    const closing = setInterval(() => vscode.commands.executeCommand('workbench.action.closeQuickOpen'), 200);
    const id = await asked;
    clearInterval(closing);
    assert.equal(id, undefined);
    assert.equal(article.document.getText(editor.selection), '120隻');
  });

  it('adds to the claim that the figure lies in', async () => {
    const id = await run('citeSource', { ...passage('120隻'), source: 'harbor-ledger-2025-06-12', exact: '' });
    assert.equal(id, 'c-ships');
    assert.deepEqual(article.claim('c-ships').claim.citations, [{ source: 'harbor-ledger-2025-06-12' }]);
    assert.equal(article.view.claims.length, 1);
  });

  it('takes the figure at the cursor where nothing is selected', async () => {
    const editor = await vscode.window.showTextDocument(article.document);
    const at = article.document.positionAt(rangeOf('45億円').start + 1);
    editor.selection = new vscode.Selection(at, at);
    const id = await run('citeSource', { source: 'harbor-ledger-2025-06-12', exact: '' });
    assert.equal(article.claim(id!).claim.target.exact, '45億円');
  });

  it('marks a selection, or the sentence at the cursor', async () => {
    const editor = await vscode.window.showTextDocument(article.document);
    const { start, end } = rangeOf('売上高は45億円');
    editor.selection = new vscode.Selection(article.document.positionAt(start), article.document.positionAt(end));
    const id = await run('markClaim');
    assert.equal(article.claim(id!).claim.target.exact, '売上高は45億円');
    assert.equal(article.claim(id!).state, 'uncited');
    const at = article.document.positionAt(rangeOf('従業員').start);
    editor.selection = new vscode.Selection(at, at);
    const sentence = await run('markClaim');
    assert.equal(article.claim(sentence!).claim.target.exact, '従業員は900人で、売上高は45億円。');
  });

  it('exempts with a reason, extends that, and takes it back', async () => {
    const id = await run('exemptFigure', { ...passage('900人'), reason: '本紙調べ', until: '2020-01-01' });
    const exemption = () => article.view.exemptions.find((one) => one.id === id);
    assert.equal(exemption()?.exemption.reason, '本紙調べ');
    assert.equal(exemption()?.expired, true);
    await run('extendExemption', { ...article.reference(''), exemption: id, until: '2999-12' });
    assert.equal(exemption()?.exemption.until, '2999-12');
    assert.equal(exemption()?.expired, false);
    assert.equal(await run('exemptFigure', { ...passage('900人'), reason: 'もう一度' }), id);
    assert.equal(article.view.exemptions.length, 1);
    const at = article.document.positionAt(rangeOf('900人').start + 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      new vscode.Range(at, at),
      vscode.CodeActionKind.Refactor.value,
    );
    const remove = actions.find(({ command }) => command?.command === 'sourcemark.removeExemption')?.command;
    assert.equal(remove?.title, 'Remove the exemption');
    await vscode.commands.executeCommand(remove.command, ...(remove.arguments ?? []));
    assert.equal(exemption(), undefined);
  });

  it('asks for nothing where the annotations cannot be written to', async () => {
    const path = 'articles/briefs/morning-memo.ja.md';
    const before = session.workspace.text(session.workspace.storeFileOf(path));
    const start = session.workspace.text(path)!.indexOf('3割');
    const given = { folder: session.folder.uri.toString(), article: path, range: { start, end: start + 2 } };
    // Without a source or a reason given, a question would stay open and the command would not come back.
    for (const command of ['citeSource', 'exemptFigure', 'markClaim'])
      assert.equal(await run(command, given), undefined);
    assert.equal(session.workspace.text(session.workspace.storeFileOf(path)), before);
  });

  it('makes a source of a file, with the fingerprint of its text', async () => {
    const file = 'sources/suite-citing.md';
    const contents = '# Port statistics\n\nThe port employs 900 people.\n';
    await vscode.workspace.fs.writeFile(session.uri(file), new TextEncoder().encode(contents));
    const id = await run('addSource', { file, title: 'Port statistics', type: 'report', issued: '2025-05' });
    const source = session.workspace.library.sources.get(id!);
    assert.equal(source?.value.custom?.sha256, sha256(contents));
    assert.equal(source?.value.issued, '2025-05');
    assert.equal(source?.file, sourceStorePath(id!));
    const claim = await run('citeSource', {
      ...passage('900人'),
      source: id,
      exact: 'The port employs 900 people.',
    });
    await eventually(() => article.claim(claim!).citations[0]?.passage.status === 'found');
    assert.equal(article.claim(claim!).agreements[0]?.comparison?.status, 'equal');
    await vscode.workspace.fs.delete(session.uri(source!.file));
    await vscode.workspace.fs.delete(session.uri(file));
  });

  it('makes a source of a web address', async () => {
    const id = await run('addSource', { url: 'https://port.example/2025/stats', title: 'Statistics of the port' });
    const source = session.workspace.library.sources.get(id!)?.value;
    assert.equal(source?.URL, 'https://port.example/2025/stats');
    assert.equal(source?.type, 'webpage');
    assert.match(String(source?.accessed), /^\d{4}-\d{2}-\d{2}$/);
    assert.equal(await run('addSource', { url: 'http://Port.example/2025/stats/#ships', title: 'Once more' }), id);
    await vscode.workspace.fs.delete(session.uri(sourceStorePath(id!)));
  });

  it('makes an entity of a name and adds another name to it', async () => {
    const id = await run('addEntity', { type: 'place', names: { en: 'Port of Suites', ja: '組曲港' } });
    assert.equal(id, 'port-of-suites');
    await run('addAlias', { ...passage('港'), entity: id });
    const entity = session.workspace.library.entities.get(id!);
    assert.deepEqual({ ...entity?.value.names }, { en: 'Port of Suites', ja: '組曲港' });
    assert.deepEqual(entity?.value.aliases, ['港']);
    await vscode.workspace.fs.delete(session.uri(entity!.file));
    await eventually(() => !session.workspace.library.entities.has(id!));
  });

  it('names no new text for the store while another claim has moved', async () => {
    await run('citeSource', { ...passage('900人'), source: 'harbor-ledger-2025-06-12', exact: '' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(article.document.uri, new vscode.Position(0, 0), '前書き。');
    await vscode.workspace.applyEdit(edit);
    await run('citeSource', { ...passage('45億円'), source: 'harbor-ledger-2025-06-12', exact: '' });
    assert.equal(article.view.stored?.value.text, gitBlobId(text));
    assert.equal(await run('updatePositions', article.reference('')), 2);
    assert.equal(article.view.stored?.value.text, gitBlobId(`前書き。${text}`));
    assert.ok(article.view.claims.every(({ anchor }) => anchor?.status === 'exact'));
  });
});
