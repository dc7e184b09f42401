import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import type { FileWriter } from '../../../src/core/ports';
import type { StoreOperation } from '../../../src/core/store/operations';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import { EditorFileWriter } from '../../../src/vscode/saving/editorFileWriter';
import { retryUnsaved } from '../../../src/vscode/saving/retryUnsaved';
import { type UnsavedChange, UnsavedChanges } from '../../../src/vscode/saving/unsavedChanges';
import { Annotator } from '../../../src/vscode/session/annotator';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { StoreEditor } from '../../../src/vscode/session/storeEditor';
import { AnnotatedArticle, startSourcemark } from '../annotatedArticle';
import { setAutoSave } from '../autoSave';
import { eventually } from '../eventually';

const path = 'articles/suite-kept.md';
const file = articleStorePath(path);
const at = '2025-11-21T09:00:00Z';
const later = '2025-11-22T09:00:00Z';
const claim = `  c-ships:
    target: { exact: 120 ships, start: 16 }
    by: aiko
    at: ${at}
`;
const rest = `exemptions:
  e-1: { target: { exact: The port }, reason: 見出し, by: aiko, at: ${at}, until: 2027-01-01 }
`;
const verdicts = `    verdicts:
      - { by: ken, at: ${later}, verdict: verified, of: 3fa9c1 }
    thread:
      - { id: m-1, by: ken, at: ${later}, text: 一次資料は? }
`;

describe('a kept change', () => {
  let api: SourcemarkApi;
  let session: FolderSession;
  let article: AnnotatedArticle;
  let begun = '';
  let tests = 0;
  const broken = () => `${begun}claims: [\n`;
  const apply = (...operations: StoreOperation[]) =>
    api.store.apply(
      session,
      operations.map((operation) => ({ file, operation })),
    );
  const note = (text: string): StoreOperation => ({ type: 'setNote', claim: 'c-ships', note: text });
  const noted = (text: string, now = begun) =>
    now.replace(claim, `${claim}`.replace('    by:', `    note: ${text}\n    by:`));
  const verdict: StoreOperation = {
    type: 'addVerdict',
    claim: 'c-ships',
    verdict: { by: 'mari', at: later, verdict: 'disputed', of: '12e4ab' },
  };
  const remove: StoreOperation = { type: 'removeClaim', id: 'c-ships' };
  const writeOutside = (text: string) =>
    vscode.workspace.fs.writeFile(session.uri(file), new TextEncoder().encode(text));
  const answer = (chosen: 'mine' | 'theirs') =>
    vscode.commands.executeCommand('sourcemark.answerUnsaved', { answer: chosen });
  const asking = () => eventually(() => api.unsaved.waiting.length === 1 && api.unsaved.waiting[0]?.state === 'asking');
  const isOver = () => eventually(() => api.unsaved.all.length === 0);

  /** Has operations wait, because the file has errors when they are asked for; then the corrected file arrives. */
  async function keep(corrected: () => string, ...operations: StoreOperation[]): Promise<void> {
    await writeOutside(broken());
    for (const operation of operations) await assert.rejects(apply(operation), /is kept/);
    await writeOutside(corrected());
  }

  before(async () => {
    await setAutoSave('off');
    const started = await startSourcemark();
    api = started;
    session = started.session;
    article = await AnnotatedArticle.open(session, path, 'The port counts 120 ships.\n', `claims:\n${claim}${rest}`);
  });

  beforeEach(async () => {
    begun = `article: ${path}\n# test ${++tests}\nclaims:\n${claim}${rest}`;
    await writeOutside(begun);
    await eventually(() => session.workspace.text(file) === begun);
  });

  afterEach(async () => {
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

  it('that removes takes nobody’s verdict and message away', async () => {
    const reviewed = () => begun.replace(claim, claim + verdicts);
    await keep(reviewed, remove);
    await isOver();
    const stored = await article.stored();
    assert.equal(stored.replace('    conflict: removed\n', ''), reviewed());
    assert.notEqual(stored, reviewed());
  });

  it('that removes is made where nobody was there since', async () => {
    await keep(() => begun, remove);
    await isOver();
    assert.equal(await article.stored(), begun.replace(`claims:\n${claim}`, ''));
  });

  it('does not set an older note over a newer one, but asks', async () => {
    await keep(() => noted('Newer.'), note('Older.'));
    await asking();
    assert.equal(await article.stored(), noted('Newer.'));
    assert.equal(await vscode.commands.executeCommand('sourcemark.retryUnsaved'), 1);
    assert.equal(await article.stored(), noted('Newer.'));
    assert.equal(await answer('theirs'), true);
    assert.equal(await article.stored(), noted('Newer.'));
    assert.deepEqual(api.unsaved.all, []);
  });

  it('is made over the newer one once a person has seen that and wants it', async () => {
    await keep(() => noted('Newer.'), note('Older.'));
    await asking();
    assert.equal(await answer('mine'), true);
    assert.equal(await article.stored(), noted('Older.'));
    assert.deepEqual(api.unsaved.all, []);
  });

  it('shows both versions in documents that cannot be edited, and asks which one stays', async () => {
    await keep(() => noted('Newer.'), note('Older.'));
    await asking();
    const asked = vscode.commands.executeCommand('sourcemark.answerUnsaved');
    const versions = await eventually(() => {
      const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
      return inputs.find((input) => input instanceof vscode.TabInputTextDiff);
    });
    const read = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(await read(versions.original), /note: Newer\./);
    assert.match(await read(versions.modified), /note: Older\./);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(versions.modified.scheme), undefined);
    // Enter alone answers nothing.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(api.unsaved.all.length, 1);
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([
        asked.then(() => true),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), 300)),
      ]);
    });
    await isOver();
    assert.equal(
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputTextDiff),
      false,
    );
  });

  it('does not set an older date over a pulled one', async () => {
    const pulled = () => begun.replace('2027-01-01', '2029-01-01');
    await keep(pulled, { type: 'setUntil', id: 'e-1', until: '2028-01-01' });
    await asking();
    assert.equal(await article.stored(), pulled());
  });

  it('does not take a claim off the text that somebody has put elsewhere since', async () => {
    const elsewhere = () => begun.replace('exact: 120 ships, start: 16', 'exact: The port, start: 0');
    await keep(elsewhere, { type: 'detach', claim: 'c-ships', by: 'aiko', at: later });
    await asking();
    assert.equal(await article.stored(), elsewhere());
  });

  it('is replaced by a newer one of the same person, kept or made', async () => {
    await keep(() => begun, note('Oldest.'), note('Older.'));
    await isOver();
    assert.equal(await article.stored(), noted('Older.'));

    await writeOutside(begun);
    await eventually(() => session.workspace.text(file) === begun);
    await keep(broken, note('Oldest.'), { type: 'detach', claim: 'c-ships', by: 'aiko', at });
    // The file is whole again before anything that waits is tried.
    await writeOutside(begun);
    await Promise.all([apply(note('Newest.')), apply({ type: 'attach', claim: 'c-ships' })]);
    await isOver();
    assert.equal(await article.stored(), noted('Newest.'));
  });

  it('that only adds goes in beside what others added', async () => {
    const reviewed = () => begun.replace(claim, claim + verdicts);
    await keep(reviewed, verdict);
    await isOver();
    const stored = await article.stored();
    assert.match(stored, /by: ken, .*verdict: verified[\s\S]*by: mari, .*verdict: disputed/);
    assert.match(stored, /一次資料は/);
  });

  it('is in nobody’s way by what the same person did before it', async () => {
    await keep(() => begun, verdict, remove);
    await isOver();
    assert.equal(await article.stored(), begun.replace(`claims:\n${claim}`, ''));
  });

  it('goes away when what was in its way goes, or has it already', async () => {
    await keep(() => noted('Newer.'), note('Older.'));
    await asking();
    await writeOutside(noted('Older.'));
    await isOver();
    assert.equal(await article.stored(), noted('Older.'));
  });

  it('that an earlier version kept is shown, not made blindly, unless it only adds', async () => {
    const entry: UnsavedChange = {
      id: '00000000a1b2',
      folder: session.folder.uri.toString(),
      at,
      changes: [{ file, operation: note('Old form.') }],
      state: 'failed',
    };
    await api.unsaved.put(entry);
    await api.unsaved.put({ ...entry, id: '00000000a1b3', changes: [{ file, operation: verdict }] });
    await vscode.commands.executeCommand('sourcemark.retryUnsaved');
    await asking();
    assert.match(await article.stored(), /by: mari/);
    assert.doesNotMatch(await article.stored(), /Old form/);
    assert.equal(await answer('mine'), true);
    assert.match(await article.stored(), /note: Old form\./);
  });

  describe('of a window that is closed, or of another one', () => {
    const storageUri = () => session.uri('suite-kept-storage');
    const opened: UnsavedChanges[] = [];
    /** What a window is that has the same folder open: its own list of what waits, its own way to the files. */
    const openWindow = async () => {
      const unsaved = new UnsavedChanges({ storageUri: storageUri() } as vscode.ExtensionContext, session.logger);
      opened.push(unsaved);
      await unsaved.loaded;
      return { unsaved, store: new StoreEditor(unsaved, new Annotator(), (folder) => new EditorFileWriter(folder)) };
    };
    const change = (operation: StoreOperation) => [{ file, operation }];

    afterEach(async () => {
      for (const unsaved of opened.splice(0)) unsaved.dispose();
      await vscode.workspace.fs.delete(storageUri(), { recursive: true }).then(undefined, () => undefined);
    });

    it('knows after a restart what it saw', async () => {
      const first = await openWindow();
      await writeOutside(broken());
      await assert.rejects(first.store.apply(session, change(note('Older.'))), /is kept/);
      await assert.rejects(first.store.apply(session, change(remove)), /is kept/);
      await writeOutside(noted('Newer.'));
      const next = await openWindow();
      assert.equal(next.unsaved.waiting.length, 2);
      for (const { id } of next.unsaved.waiting) await next.store.retry(session, id);
      assert.deepEqual(
        next.unsaved.waiting.map(({ state }) => state),
        ['asking'],
      );
      const stored = await article.stored();
      assert.match(stored, /note: Newer\./);
      assert.match(stored, /conflict: removed/);
    });

    it('is told by the words of the figure when another window deletes the claim, and can bring it back', async () => {
      const [one, other] = [await openWindow(), await openWindow()];
      // Both see the claim when they act.
      const shown = new Map([[file, begun]]);
      await one.store.apply(session, change(remove), shown);
      await assert.rejects(other.store.apply(session, change(verdict), shown), (error) => {
        const { message } = error as Error;
        assert.match(message, /Verdict on the claim “120 ships”.*removed the claim “120 ships”/);
        assert.doesNotMatch(message, /c-ships/);
        return true;
      });
      const [entry] = other.unsaved.waiting;
      assert.equal(entry?.state, 'asking');
      await api.unsaved.put({ ...entry, id: '00000000c0de' });
      assert.equal(await answer('mine'), true);
      const stored = await article.stored();
      assert.match(stored, /c-ships:\n {4}target: \{ exact: 120 ships, start: 16 \}\n {4}by: aiko/);
      assert.match(stored, /by: mari, .*verdict: disputed/);
      assert.deepEqual(api.unsaved.all, []);
    });

    it('can be let go when another window deleted the claim', async () => {
      const gone = begun.replace(`claims:\n${claim}`, '');
      await keep(() => gone, verdict);
      await asking();
      assert.equal(await answer('theirs'), true);
      assert.equal(await article.stored(), gone);
      assert.deepEqual(api.unsaved.all, []);
    });

    it('waits for an older one whose file could not be written, although it can be by then', async () => {
      const one = await openWindow();
      let failures = 3;
      const full: FileWriter = {
        changeFile: async (path, edit) => {
          if (failures-- > 0) return { status: 'failed', reason: 'noSpace', detail: '' };
          return new EditorFileWriter(session.folder.uri).changeFile(path, edit);
        },
      };
      const store = new StoreEditor(one.unsaved, new Annotator(), () => full);
      await assert.rejects(store.apply(session, change(note('Older.'))), /is kept/);
      await assert.rejects(store.apply(session, change(verdict)), /is kept/);
      const services = { unsaved: one.unsaved, store, sessions: api.sessions };
      const first = await retryUnsaved(services, one.unsaved.waiting);
      assert.equal(first.left.length, 2);
      assert.equal(await article.stored(), begun);
      const second = await retryUnsaved(services, one.unsaved.waiting);
      assert.deepEqual([second.done, second.left], [2, []]);
      const stored = await article.stored();
      assert.match(stored, /note: Older\.[\s\S]*by: mari/);
    });

    it('is over here, too, once the other window has saved it or something newer', async () => {
      const one = await openWindow();
      await writeOutside(broken());
      await assert.rejects(one.store.apply(session, change(note('Older.'))), /is kept/);
      await assert.rejects(one.store.apply(session, change(verdict)), /is kept/);
      await writeOutside(begun);
      const other = await openWindow();
      await other.store.apply(session, change(note('Newest.')));
      for (const { id } of other.unsaved.waiting) await other.store.retry(session, id);
      assert.deepEqual(other.unsaved.all, []);
      for (const { id } of one.unsaved.waiting) await one.store.retry(session, id);
      assert.deepEqual(one.unsaved.all, []);
      const stored = await article.stored();
      assert.match(stored, /note: Newest\./);
      assert.equal(stored.match(/by: mari/g)?.length, 1);
    });

    it('is tried although an older one cannot be made', async () => {
      await keep(() => noted('Newer.'), note('Older.'), verdict);
      await asking();
      assert.match(await article.stored(), /by: mari/);
    });
  });
});
