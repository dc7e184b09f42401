import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';
import { MemoryFileSystem } from '../memoryFileSystem';

const article = 'articles/port.md';
const storeFile = '.sourcemark/articles/articles/port.md.yaml';
const text = 'The port handled 120 ships in May.\nIt employs 900 people.\nThe quay is 640 meters long.\n';
const store = `article: ${article}
claims:
  c-ships: # counted by hand
    target: { exact: 120 ships, prefix: "handled ", suffix: " in May" }
    citations: [{ source: ledger, exact: The port counted 130 ships. }]
    by: aiko
    at: 2025-11-21T09:00:00Z
`;

describe('a folder that is on no disk, and that nobody searches', () => {
  const files = new MemoryFileSystem('memory');
  const root = '/desk';
  const put = (path: string, content: string, type?: vscode.FileType) => files.put(`${root}/${path}`, content, type);
  const uriOf = (path: string) => files.uri(`${root}/${path}`);
  const shown = (path: string) =>
    vscode.languages
      .getDiagnostics(uriOf(path))
      .filter(({ source }) => source === 'Sourcemark')
      .map(({ code, range: { start } }) => `${start.line}:${start.character} ${code}`)
      .sort();
  const run = (command: string, argument: object) =>
    vscode.commands.executeCommand<string>(`sourcemark.${command}`, argument);
  const select = async (path: string, words: string) => {
    const editor = await vscode.window.showTextDocument(uriOf(path), { preview: false });
    const start = editor.document.getText().indexOf(words);
    const [from, to] = [start, start + words.length].map((offset) => editor.document.positionAt(offset));
    editor.selection = new vscode.Selection(from!, to!);
  };
  let api: SourcemarkApi;
  let session: FolderSession;
  let registered: vscode.Disposable | undefined;

  before(async () => {
    api = await startSourcemark(2);
    await annotateAs('ken');
    put('.sourcemark/config.yaml', 'articles: ["**/*.md"]\nexclude: ["archive/**", "**/node_modules/**"]\n');
    put('.sourcemark/sources/a/ledger.yaml', 'ledger: { type: report, title: Ledger, custom: { text: ledger.txt } }\n');
    put('ledger.txt', 'The port counted 130 ships.\n');
    put(storeFile, store);
    put(article, text);
    put('archive/2019/old.md', 'It had 50 ships.\n');
    put('node_modules/a/README.md', 'It has 50 stars.\n');
    put('elsewhere', '', vscode.FileType.Directory | vscode.FileType.SymbolicLink);
    put('linked.md', 'It has 50 ships.\n', vscode.FileType.File | vscode.FileType.SymbolicLink);

    vscode.workspace.updateWorkspaceFolders(2, 0, { uri: files.uri(root), name: 'desk' });
    session = await eventually(() => api.sessions.all.find(({ folder }) => folder.name === 'desk'));
    await session.loaded;
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const removed = eventually(() => api.sessions.all.length === 2);
    vscode.workspace.updateWorkspaceFolders(2, 1);
    await removed;
    registered?.dispose();
  });

  it('is empty as long as nobody brings its files, and is read when they come', async () => {
    assert.deepEqual([...session.workspace.paths], []);
    registered = vscode.workspace.registerFileSystemProvider('memory', files, { isCaseSensitive: true });
    await eventually(() => shown(article).length > 0);
    assert.deepEqual(shown(article), [
      '0:17 figure/differs-from-source',
      '1:11 figure/unsourced',
      '2:12 figure/unsourced',
    ]);
    assert.deepEqual(session.workspace.articles, [article]);
    assert.deepEqual([...session.workspace.library.sources.keys()], ['ledger']);
    assert.equal(session.workspace.text('ledger.txt'), 'The port counted 130 ships.\n');
  });

  it('is looked through without links, packages and what the config excludes', () => {
    const folders = new Set(files.listed.filter((path) => path !== root).map((path) => path.slice(root.length + 1)));
    for (const folder of ['.sourcemark', '.sourcemark/sources/a', 'articles']) assert.ok(folders.has(folder), folder);
    const refused = [...folders].filter((folder) => /^(archive|node_modules|elsewhere)/.test(folder));
    assert.deepEqual(refused, []);
    assert.equal(session.workspace.text('linked.md'), undefined);
  });

  it('is followed: a file that others change, add or take away', async () => {
    put(storeFile, store.replace('130 ships', '120 ships'));
    put('ledger.txt', 'The port counted 120 ships.\n');
    await eventually(() => !shown(article).join().includes('differs'));
    put('articles/late/ferry.md', 'The ferry costs 12 euros.\n');
    await eventually(() => shown('articles/late/ferry.md').join() === '0:16 figure/unsourced');
    files.delete(uriOf('articles/late'));
    await eventually(() => shown('articles/late/ferry.md').length === 0);
  });

  it('is looked at again when an article is shown, where nobody tells of changes', async () => {
    const silently = (path: string, content: string) =>
      files.put(`${root}/${path}`, content, vscode.FileType.File, false);
    silently(storeFile, store);
    silently('ledger.txt', 'The port counted 130 ships.\n');
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await vscode.window.showTextDocument(uriOf('articles/port.md'), { preview: false });
    await eventually(() => shown(article).join().includes('differs'));
    silently(storeFile, store.replace('130 ships', '120 ships'));
    silently('ledger.txt', 'The port counted 120 ships.\n');
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(uriOf('articles/port.md'), { preview: false });
    await eventually(() => !shown(article).join().includes('differs'));
  });

  it('takes a claim into a store file that is there, and changes no other line', async () => {
    await select(article, '900 people');
    const claim = await run('citeSource', { source: 'ledger', exact: '' });
    const now = files.text(`${root}/${storeFile}`) ?? '';
    assert.match(now, new RegExp(`${claim}:`));
    for (const line of store.replace('130 ships', '120 ships').split('\n')) assert.ok(now.includes(`${line}\n`), line);
    assert.deepEqual(session.workspace.claim(article, claim)?.claim.citations, [{ source: 'ledger' }]);
    await eventually(() => shown(article).join() === '2:12 figure/unsourced');
  });

  it('takes the first claim of an article into a file, in folders that were not there', async () => {
    put('desks/night/tram.md', 'The tram has 12 stops.\n');
    await eventually(() => shown('desks/night/tram.md').length === 1);
    await select('desks/night/tram.md', '12 stops');
    const claim = await run('citeSource', { source: 'ledger', exact: '' });
    const path = `${root}/.sourcemark/articles/desks/night/tram.md.yaml`;
    assert.match(files.text(path) ?? '', new RegExp(`${claim}:`));
    await eventually(() => shown('desks/night/tram.md').length === 0);
    assert.deepEqual(api.unsaved.waiting, []);
  });

  it('keeps what was typed into a store file and takes a verdict into its editor', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(storeFile));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# being edited\n');
    await vscode.workspace.applyEdit(edit);
    const reference = { folder: session.folder.uri.toString(), article, claim: 'c-ships' };
    assert.equal(await vscode.commands.executeCommand('sourcemark.verifyClaim', reference), true);
    assert.match(document.getText(), /^# being edited\n[\s\S]*verdict: verified/);
    assert.doesNotMatch(files.text(`${root}/${storeFile}`) ?? '', /verified/);
    await document.save();
    assert.match(files.text(`${root}/${storeFile}`) ?? '', /^# being edited\n[\s\S]*verdict: verified/);
  });

  it('is looked through no further when it is closed', async () => {
    for (let n = 0; n < 40; n++) files.put(`/slow/${'a/'.repeat(n)}b.md`, 'It has 50 ships.\n');
    files.slowness = 200;
    vscode.workspace.updateWorkspaceFolders(3, 0, { uri: files.uri('/slow'), name: 'slow' });
    await eventually(() => files.listed.some((path) => path.startsWith('/slow/a')));
    vscode.workspace.updateWorkspaceFolders(3, 1);
    await eventually(() => api.sessions.all.length === 3);
    // What had been asked for comes to its end, and nothing else begins; VS Code's own explorer may list one more.
    const listed = files.listed.filter((path) => path.startsWith('/slow/a/a')).length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    files.slowness = 0;
    const later = files.listed.filter((path) => path.startsWith('/slow/a/a')).length;
    assert.ok(later <= listed + 1, `${later - listed} more folders were listed`);
  });
});
