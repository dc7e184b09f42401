import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath, STORE_FOLDER, sourceStorePath } from '../../../src/core/model/storePaths';
import { checkWorkspace } from '../../../src/core/rules/runRules';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

/** Both folders have an article of this path, and a source of this id. */
const path = 'articles/meta-scale.en.md';
const source = 'harbor-ledger-2025-06-12';

describe('a window with several folders', () => {
  let api: SourcemarkApi;
  let newsroom: FolderSession;
  let bureau: FolderSession;

  const shownIn = (uri: vscode.Uri) =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'Sourcemark')
      .map(({ code, range: { start } }) => `${start.line}:${start.character} ${code}`);
  const open = async (session: FolderSession) =>
    (await vscode.window.showTextDocument(session.uri(path), { preview: false })).document;
  const stored = async (session: FolderSession, file: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(session.uri(file)));
  const allStored = async (session: FolderSession) => {
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(session.folder, `${STORE_FOLDER}/**`));
    const texts = files.map(
      async (uri) => `${uri.path}\n${new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))}`,
    );
    return (await Promise.all(texts)).sort().join('\n');
  };
  const run = (command: string, argument?: object) =>
    vscode.commands.executeCommand<string>(`sourcemark.${command}`, argument);
  const rangeOf = (document: vscode.TextDocument, words: string) => {
    const start = document.getText().indexOf(words);
    return { start, end: start + words.length };
  };

  before(async () => {
    api = await startSourcemark(2);
    const [first, second] = api.sessions.all;
    newsroom = first!;
    bureau = second!;
    await bureau.loaded;
    await annotateAs('ken');
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has a session for each, and finds the right one for a file', () => {
    assert.deepEqual(
      api.sessions.all.map(({ folder }) => folder.name),
      ['newsroom', 'bureau'],
    );
    for (const session of [newsroom, bureau]) assert.deepEqual(api.sessions.find(session.uri(path)), { session, path });
    assert.equal(bureau.workspace.articles.length, 1);
    assert.equal(bureau.workspace.library.sources.size, 1);
  });

  it('shows for each article what its own folder says of it', async () => {
    for (const session of [newsroom, bureau]) {
      const expected = checkWorkspace(session.workspace)
        .filter(({ file }) => file === path)
        .map(({ rule }) => rule)
        .sort();
      await eventually(() => {
        const shown = shownIn(session.uri(path)).map((finding) => finding.replace(/^\S+ /, ''));
        assert.deepEqual(shown.sort(), expected);
        return true;
      });
    }
    assert.deepEqual(shownIn(bureau.uri(path)).sort(), ['2:17 figure/differs-from-source', '3:11 figure/unsourced']);
  });

  it('hovers with what is in the article’s folder', async () => {
    const document = await open(bureau);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(rangeOf(document, '120 ships').start + 1),
    );
    const card = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);
    assert.match(card.join(), /What the bureau found in the ledger/);
    assert.match(card.join(), /The port/);
    assert.ok(card.join().includes(encodeURIComponent(JSON.stringify(bureau.folder.uri.toString())).slice(3, -3)));
  });

  it('has threads of both', async () => {
    const document = await open(bureau);
    const thread = await eventually(() => api.review.find(document.uri, 'c-ships'));
    assert.deepEqual(
      thread.comments.map(({ author, body }) => `${author.name}: ${body}`),
      ['Rosa Lind: Does the ledger count ferries?'],
    );
  });

  it('writes into the store of the folder that the article in front belongs to', async () => {
    const untouched = await allStored(newsroom);
    const document = await open(bureau);
    const editor = vscode.window.activeTextEditor!;
    const { start, end } = rangeOf(document, '900 people');
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
    const claim = await run('citeSource', { source, exact: '' });
    assert.deepEqual(bureau.workspace.claim(path, claim)?.claim.citations, [{ source }]);
    assert.match(await stored(bureau, articleStorePath(path)), new RegExp(`${claim}:`));

    const added = await run('addSource', { url: 'https://port.example/ships', title: 'Ships of the port' });
    assert.match(await stored(bureau, sourceStorePath(added)), /Ships of the port/);
    const entity = await run('addEntity', { type: 'place', names: { en: 'Quay Nine' } });
    assert.ok(bureau.workspace.library.entities.has(entity));
    assert.equal(
      await run('verifyClaim', { claim: 'c-ships', folder: bureau.folder.uri.toString(), article: path }),
      true,
    );
    assert.match(await stored(bureau, articleStorePath(path)), /verdict: verified/);
    assert.equal(await allStored(newsroom), untouched);
  });

  it('writes into the folder that is named, whatever is in front', async () => {
    const untouched = await allStored(bureau);
    await open(bureau);
    const article = newsroom.workspace.article(path);
    const { figure } = article.coverage.find(({ state }) => state === 'unsourced')!;
    const id = await run('exemptFigure', {
      folder: newsroom.folder.uri.toString(),
      article: path,
      range: { start: figure.start, end: figure.end },
      reason: 'our own count',
    });
    assert.match(await stored(newsroom, articleStorePath(path)), new RegExp(`${id}:`));
    assert.equal(await allStored(bureau), untouched);
  });

  it('follows a folder that is added and removed while it runs', async () => {
    const uri = vscode.Uri.joinPath(bureau.folder.uri, '..', 'late-desk');
    await vscode.workspace.fs.copy(bureau.folder.uri, uri);
    const article = vscode.Uri.joinPath(uri, path);
    await vscode.window.showTextDocument(article, { preview: false });
    assert.equal(api.sessions.find(article), undefined);

    vscode.workspace.updateWorkspaceFolders(2, 0, { uri });
    const late = await eventually(() => api.sessions.find(article)?.session);
    await late.loaded;
    await eventually(() => shownIn(article).includes('2:17 figure/differs-from-source'));
    await eventually(() => api.review.find(article, 'c-ships'));

    const removed = eventually(() => api.sessions.all.length === 2);
    vscode.workspace.updateWorkspaceFolders(2, 1);
    await removed;
    assert.equal(api.sessions.find(article), undefined);
    await eventually(() => shownIn(article).length === 0);
    await eventually(() => api.review.find(article, 'c-ships') === undefined);
    assert.match(shownIn(bureau.uri(path)).join(), /figure/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  it('leaves what lies in a folder within a folder to that one, if it has a store of its own', async () => {
    const uri = vscode.Uri.joinPath(bureau.folder.uri, 'articles/inner-desk');
    await vscode.workspace.fs.copy(bureau.folder.uri, vscode.Uri.joinPath(bureau.folder.uri, '..', 'copy'));
    await vscode.workspace.fs.rename(vscode.Uri.joinPath(bureau.folder.uri, '..', 'copy'), uri);
    const article = vscode.Uri.joinPath(uri, path);
    const inner = shownIn(bureau.uri(path)).sort();
    assert.match(inner.join(), /figure\/differs-from-source/);
    const outer = ['2:17 figure/unsourced', '3:11 figure/unsourced'];
    const shows = (expected: readonly string[], name: string) =>
      eventually(() => {
        assert.equal(api.sessions.find(article)?.session.folder.name, name);
        assert.deepEqual(shownIn(article).sort(), expected);
        return true;
      });
    await shows(outer, 'bureau');

    vscode.workspace.updateWorkspaceFolders(2, 0, { uri });
    await shows(inner, 'inner-desk');
    assert.deepEqual(
      api.sessions.all.map(({ folder }) => folder.name),
      ['newsroom', 'bureau', 'inner-desk'],
    );

    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, STORE_FOLDER), { recursive: true });
    await shows(outer, 'bureau');
    vscode.workspace.updateWorkspaceFolders(2, 1);
    await eventually(() => api.sessions.all.length === 2);
    await shows(outer, 'bureau');
    await vscode.workspace.fs.delete(uri, { recursive: true });
    await eventually(() => shownIn(article).length === 0);
  });
});
