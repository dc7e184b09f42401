import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath, STORE_FOLDER } from '../../../src/core/model/storePaths';
import type { StoreOperation } from '../../../src/core/store/operations';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const at = '2025-11-21T09:00:00Z';
const article = 'small-disk/port.md';
const file = articleStorePath(article);
const begun = `# kept by hand\narticle: ${article}\nclaims:\n  c-ships: { target: { exact: 120 ships }, by: aiko, at: ${at} }\n`;
/** A file of one block has room for some more text on a full disk; this is more than that. */
const longNote = '確認済み。'.repeat(1500);

/** The runner of the suites mounts this small disk where it is allowed to. */
describe('a disk that is full', () => {
  const { fs } = vscode.workspace;
  let api: SourcemarkApi;
  let session: FolderSession;
  const disk = () => session.uri(`${STORE_FOLDER}/articles/small-disk`);
  const filler = (number: number) => vscode.Uri.joinPath(disk(), `filler-${number}`);
  const write = (uri: vscode.Uri, text: string) => fs.writeFile(uri, new TextEncoder().encode(text));
  const read = async () => new TextDecoder().decode(await fs.readFile(session.uri(file)));
  const names = async () =>
    (await fs.readDirectory(disk())).map(([name]) => name).filter((name) => !/^fill/.test(name));
  const retry = () => vscode.commands.executeCommand('sourcemark.retryUnsaved');
  const setNote: StoreOperation = { type: 'setNote', claim: 'c-ships', note: longNote };
  const isFull = (error: unknown) => {
    assert.match(
      (error as Error).message,
      /the disk is full\. Free some space, then try again\. Your change is kept\.$/,
    );
    return true;
  };

  async function fill(): Promise<void> {
    for (const [number, size] of [65_536, 65_536, 65_536, 32_768, 16_384, 8_192, 4_096, 4_096, 4_096].entries()) {
      try {
        await write(filler(number), 'x'.repeat(size));
      } catch {
        // What of it was written takes room, too.
      }
    }
  }

  async function free(): Promise<void> {
    for (const [name] of await fs.readDirectory(disk()))
      if (/^filler/.test(name)) await fs.delete(vscode.Uri.joinPath(disk(), name));
  }

  before(async function () {
    const started = await startSourcemark();
    api = started;
    session = started.session;
    const isThere = await fs.stat(disk()).then(
      () => true,
      () => false,
    );
    if (!isThere) this.skip();
    const size = 300_000;
    // VS Code does not always say that a write ended half-way.
    await write(filler(0), 'x'.repeat(size)).then(undefined, () => undefined);
    const isSmall = (await fs.stat(filler(0))).size < size;
    await free();
    if (!isSmall) this.skip();
  });

  beforeEach(async () => {
    await write(session.uri(file), begun);
    await eventually(() => session.workspace.text(file) === begun);
  });

  afterEach(async () => {
    await free();
    await fs.delete(session.uri(file));
    await vscode.commands.executeCommand('sourcemark.discardUnsaved', { isConfirmed: true });
  });

  it('leaves the file whole, says so, keeps the change, and saves it once there is room', async () => {
    await fill();
    await assert.rejects(api.store.apply(session, [{ file, operation: setNote }]), isFull);
    assert.equal(await read(), begun);
    assert.deepEqual(await names(), ['port.md.yaml']);
    assert.equal(api.unsaved.waiting.length, 1);
    assert.equal(await retry(), 1);
    assert.equal(await read(), begun);
    await free();
    assert.equal(await retry(), 0);
    assert.ok((await read()).includes(longNote));
    assert.equal(api.unsaved.all.length, 0);
    assert.deepEqual(await names(), ['port.md.yaml']);
  });

  it('makes no file that is only half there', async () => {
    const other = 'small-disk/quay.md';
    const made = articleStorePath(other);
    const claim = { target: { exact: '7 cranes' }, note: longNote, by: 'aiko', at };
    await fill();
    const operation: StoreOperation = { type: 'addClaim', article: other, id: 'c-1', claim };
    await assert.rejects(api.store.apply(session, [{ file: made, operation }]));
    assert.deepEqual(await names(), ['port.md.yaml']);
    await free();
    assert.equal(await retry(), 0);
    assert.deepEqual((await names()).sort(), ['port.md.yaml', 'quay.md.yaml']);
    await fs.delete(session.uri(made));
  });

  it('carries out in order what was wanted while the disk was full', async () => {
    await fill();
    const say = (id: string): StoreOperation => ({
      type: 'addMessage',
      claim: 'c-ships',
      message: { id, by: 'ken', at, text: longNote },
    });
    for (const id of ['m-1', 'm-2', 'm-3'])
      await assert.rejects(api.store.apply(session, [{ file, operation: say(id) }]), isFull);
    await free();
    assert.equal(await retry(), 0);
    assert.deepEqual((await read()).match(/m-\d/g), ['m-1', 'm-2', 'm-3']);
  });
});
