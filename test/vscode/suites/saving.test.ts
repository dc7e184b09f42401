import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath, sourceStorePath } from '../../../src/core/model/storePaths';
import type { StoreOperation } from '../../../src/core/store/operations';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import { UnsavedChanges } from '../../../src/vscode/saving/unsavedChanges';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, startSourcemark } from '../annotatedArticle';
import { setAutoSave } from '../autoSave';
import { eventually } from '../eventually';
import { readAnew, typeAtStart } from '../typeAtStart';

const path = 'articles/suite-saving.md';
const file = articleStorePath(path);
const at = '2025-11-21T09:00:00Z';
const head = `article: ${path}\n`;
const store = `# kept by hand
claims:
  c-ships:   # the one that matters
    target: { exact: 120 ships }
    by: aiko
    at: ${at}
`;

/** Node's file system, where the suites run in Node. */
function nodeFiles(): typeof import('node:fs') | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return process?.getBuiltinModule?.('node:fs') as typeof import('node:fs') | undefined;
}

describe('saving', () => {
  let api: SourcemarkApi;
  let session: FolderSession;
  let article: AnnotatedArticle;
  /** The store file at the start of a test. No two tests begin alike, so what a late editor shows is told apart. */
  let begun = head + store;
  let tests = 0;

  const apply = (...operations: StoreOperation[]) =>
    api.store.apply(
      session,
      operations.map((operation) => ({ file, operation })),
    );
  const setNote = (note: string): StoreOperation => ({ type: 'setNote', claim: 'c-ships', note });
  const say = (id: string): StoreOperation => ({
    type: 'addMessage',
    claim: 'c-ships',
    message: { id, by: 'ken', at, text: `Word ${id}` },
  });
  const writeOutside = (text: string, to = file) =>
    vscode.workspace.fs.writeFile(session.uri(to), new TextEncoder().encode(text));
  const showStore = async () => {
    const document = await vscode.workspace.openTextDocument(session.uri(file));
    await shows(document, begun);
    const editor = await vscode.window.showTextDocument(document);
    // VS Code reads the file again for every event of it, and what is typed before the last one may be lost.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return editor;
  };
  const shows = (document: vscode.TextDocument, text: string) =>
    eventually(() => {
      assert.equal(document.getText(), text);
      return true;
    });
  const dirty = () => vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path);
  const retry = () => vscode.commands.executeCommand('sourcemark.retryUnsaved');

  before(async () => {
    await setAutoSave('off');
    const started = await startSourcemark();
    api = started;
    session = started.session;
    article = await AnnotatedArticle.open(session, path, 'The port counts 120 ships.\n', store);
  });

  beforeEach(async () => {
    begun = `${head}# test ${++tests}\n${store}`;
    await writeOutside(begun);
    await eventually(() => session.workspace.text(file) === begun);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(async () => {
      await vscode.commands.executeCommand('sourcemark.discardUnsaved', { isConfirmed: true });
      return api.unsaved.all.length === 0;
    });
  });

  after(async () => {
    await article.remove();
    await setAutoSave(undefined);
  });

  it('writes the smallest change to the disk, is seen at once, and leaves no document with changes behind', async () => {
    await apply(setNote('Counted twice.'));
    assert.equal(article.claim('c-ships').claim.note, 'Counted twice.');
    const stored = await article.stored();
    assert.equal(stored.replace('    note: Counted twice.\n', ''), begun);
    assert.deepEqual(dirty(), []);
    assert.deepEqual(api.unsaved.all, []);
  });

  it('goes into the editor of a person who is typing, where undo takes it back and saving is theirs', async () => {
    const { document } = await showStore();
    await readAnew();
    await typeAtStart(document, '# typing\n');
    await apply(setNote('Into the editor.'));
    assert.match(document.getText(), /^# typing\n[\s\S]*note: Into the editor\./);
    assert.equal(await article.stored(), begun);
    assert.equal(article.claim('c-ships').claim.note, 'Into the editor.');

    await vscode.commands.executeCommand('undo');
    await shows(document, `# typing\n${begun}`);
    await vscode.commands.executeCommand('redo');
    await eventually(() => /Into the editor/.test(document.getText()));
    assert.ok(await document.save());
    assert.match(await article.stored(), /^# typing\n[\s\S]*note: Into the editor\./);
    await eventually(() => api.unsaved.all.length === 0);
  });

  it('keeps what went into an editor that was closed without saving, and saves it when told to', async () => {
    const { document } = await showStore();
    await typeAtStart(document, '# typing\n');
    await apply(setNote('Nearly lost.'));
    assert.deepEqual(
      api.unsaved.all.map(({ state }) => state),
      ['inEditor'],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(() => api.unsaved.waiting.some(({ state }) => state === 'dropped'));
    assert.equal(await article.stored(), begun);
    assert.equal(await retry(), 0);
    assert.equal((await article.stored()).replace('    note: Nearly lost.\n', ''), begun);
  });

  it('is followed by an open editor without changes, and can be undone there', async () => {
    const { document } = await showStore();
    await apply(setNote('Seen.'));
    await eventually(() => /note: Seen\./.test(document.getText()));
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    await shows(document, begun);
  });

  it('is in the editor, too, of a person who begins to type before the editor shows it', async () => {
    const { document } = await showStore();
    await apply(setNote('Not overwritten.'));
    await typeAtStart(document, '# typing\n');
    await eventually(() => /^# typing\n[\s\S]*note: Not overwritten\./.test(document.getText()));
    assert.match(await article.stored(), /note: Not overwritten\./);
  });

  it('adds to what somebody else wrote a moment ago, which the open editor does not show yet', async () => {
    const { document } = await showStore();
    const pulled = `${begun}    # pulled\n`;
    await writeOutside(pulled);
    await apply(setNote('After the pull.'));
    const stored = await article.stored();
    assert.match(stored, /# pulled/);
    assert.match(stored, /note: After the pull\./);
    await eventually(() => document.getText() === stored && !document.isDirty);
  });

  it('carries out what is asked for quickly, all of it and in order', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `m-${index}`);
    await Promise.all(ids.map((id) => apply(say(id))));
    await eventually(() => article.claim('c-ships').claim.thread?.length === ids.length);
    assert.deepEqual(
      article.claim('c-ships').claim.thread?.map(({ id }) => id),
      ids,
    );
  });

  it('joins a file that another window made meanwhile', async () => {
    const other = 'articles/suite-saving-new.md';
    const target = { exact: '7 cranes' };
    const made = articleStorePath(other);
    await writeOutside(`article: ${other}\nclaims:\n  c-theirs: { target: { exact: 8 }, by: ken, at: ${at} }\n`, made);
    const claim = { target, by: 'aiko', at };
    await api.store.apply(session, [
      { file: made, operation: { type: 'addClaim', article: other, id: 'c-ours', claim } },
    ]);
    const stored = new TextDecoder().decode(await vscode.workspace.fs.readFile(session.uri(made)));
    assert.match(stored, /c-theirs/);
    assert.match(stored, /c-ours/);
    await vscode.workspace.fs.delete(session.uri(made));
  });

  it('says that a file has errors, keeps the change, and saves it once they are corrected', async () => {
    await writeOutside(`${head}claims: [\n`);
    await assert.rejects(apply(setNote('Waiting.')), (error) => {
      const { message } = error as Error;
      return message.includes(file) && /errors/.test(message) && /is kept/.test(message);
    });
    assert.equal(api.unsaved.waiting.length, 1);
    assert.equal(await article.stored(), `${head}claims: [\n`);
    await writeOutside(begun);
    await eventually(() => api.unsaved.all.length === 0);
    assert.match(await article.stored(), /note: Waiting\./);
  });

  it('makes all of a change to several files or none', async () => {
    const id = 'suite-blocked';
    const source: StoreOperation = { type: 'addSource', id, source: { type: 'report' } };
    const cite: StoreOperation = { type: 'addCitation', claim: 'c-ships', citation: { source: id } };
    await writeOutside(`${head}claims: [\n`);
    await assert.rejects(
      api.store.apply(session, [
        { file: sourceStorePath(id), operation: source },
        { file, operation: cite },
      ]),
    );
    assert.equal(session.workspace.library.sources.has(id), false);
    await writeOutside(begun);
    await eventually(() => api.unsaved.all.length === 0);
    await eventually(() => session.workspace.library.sources.has(id));
    assert.match(await article.stored(), /source: suite-blocked/);
    await vscode.workspace.fs.delete(session.uri(sourceStorePath(id)));
  });

  it('says so when a folder stands where the file belongs', async () => {
    const id = 'suite-folder';
    const blocked = session.uri(sourceStorePath(id));
    await vscode.workspace.fs.createDirectory(blocked);
    const operation: StoreOperation = { type: 'addSource', id, source: { type: 'report' } };
    await assert.rejects(api.store.apply(session, [{ file: sourceStorePath(id), operation }]), (error) =>
      /suite-folder\.yaml.* folder .*kept/.test((error as Error).message),
    );
    assert.equal(await retry(), 1);
    await vscode.workspace.fs.delete(blocked);
    assert.equal(await retry(), 0);
    await eventually(() => session.workspace.library.sources.has(id));
    await vscode.workspace.fs.delete(blocked);
  });

  it('leaves a read-only file alone and saves the change once it can be written', async function () {
    const files = nodeFiles();
    if (!files || session.folder.uri.scheme !== 'file') return this.skip();
    const { fsPath } = session.uri(file);
    files.chmodSync(fsPath, 0o444);
    try {
      await assert.rejects(apply(setNote('Patient.')), (error) => /read-only/.test((error as Error).message));
      assert.equal(await retry(), 1);
      assert.equal(await article.stored(), begun);
      assert.deepEqual(dirty(), []);
    } finally {
      files.chmodSync(fsPath, 0o644);
    }
    assert.equal(await retry(), 0);
    assert.match(await article.stored(), /note: Patient\./);
  });

  it('gives a change up only when asked to', async () => {
    await writeOutside(`${head}claims: [\n`);
    await assert.rejects(apply(setNote('Unwanted.')));
    const [{ id } = { id: '' }] = api.unsaved.waiting;
    assert.equal(await vscode.commands.executeCommand('sourcemark.discardUnsaved', { id, isConfirmed: true }), true);
    await writeOutside(begun);
    await eventually(() => session.workspace.text(file) === begun);
    assert.equal(await retry(), 0);
    assert.equal(await article.stored(), begun);
  });

  it('gives up nothing that is being saved at that moment', async () => {
    await writeOutside(`${head}claims: [\n`);
    await assert.rejects(apply(setNote('Wanted after all.')));
    await writeOutside(begun);
    const [{ id } = { id: '' }] = api.unsaved.waiting;
    const tried = api.store.retry(session, id);
    assert.equal(await vscode.commands.executeCommand('sourcemark.discardUnsaved', { id, isConfirmed: true }), false);
    assert.equal(await tried, undefined);
    assert.match(await article.stored(), /Wanted after all/);
    assert.deepEqual(api.unsaved.all, []);
  });

  it('keeps changes for the next window', async () => {
    const storageUri = session.uri('suite-storage');
    const context = { storageUri } as vscode.ExtensionContext;
    const entry = {
      id: '0123456789ab',
      folder: session.folder.uri.toString(),
      at: '2025-11-21T09:00:00.000Z',
      changes: [{ file, operation: setNote('Later.') }],
      state: 'failed' as const,
      reason: { text: 'It was full.' },
    };
    const first = new UnsavedChanges(context, session.logger);
    await first.loaded;
    await first.put(entry);
    await writeOutside('{ "id": "half', 'suite-storage/unsaved/half.json');
    const next = new UnsavedChanges(context, session.logger);
    await next.loaded;
    assert.deepEqual(next.all, [entry]);
    await next.remove(entry.id);
    const last = new UnsavedChanges(context, session.logger);
    await last.loaded;
    assert.deepEqual(last.all, []);
    for (const one of [first, next, last]) one.dispose();
    await vscode.workspace.fs.delete(storageUri, { recursive: true });
  });
});
