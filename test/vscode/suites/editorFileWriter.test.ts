import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EditorFileWriter } from '../../../src/vscode/saving/editorFileWriter';
import { FailingFileSystem } from '../failingFileSystem';

describe('writing through VS Code’s file systems', () => {
  const file = '.sourcemark/config.yaml';
  const old = '# 元の設定\nversion: 1\n';
  const becomes = `${old}${'# 追加\n'.repeat(100)}`;
  const files = new FailingFileSystem();
  let registration: vscode.Disposable;
  let writer: EditorFileWriter;
  const text = () => {
    const bytes = files.files.get(`/${file}`);
    return bytes && new TextDecoder().decode(bytes);
  };
  const put = (content: string) => files.files.set(`/${file}`, new TextEncoder().encode(content));

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('failing', files, { isCaseSensitive: true });
  });

  beforeEach(() => {
    files.files.clear();
    files.failures = 0;
    files.says = true;
    files.beforeWrite = () => undefined;
    writer = new EditorFileWriter(vscode.Uri.from({ scheme: 'failing', path: '/' }));
  });

  after(() => registration.dispose());

  it('puts back what stood there when a write ends half-way', async () => {
    put(old);
    files.failures = 1;
    const change = await writer.changeFile(file, () => becomes);
    assert.equal(change.status === 'failed' && change.reason, 'noSpace');
    assert.equal(text(), old);
    assert.equal((await writer.changeFile(file, () => becomes)).status, 'written');
    assert.equal(text(), becomes);
  });

  it('notices that a write ended half-way when nobody says so', async () => {
    put(old);
    files.failures = 1;
    files.says = false;
    const change = await writer.changeFile(file, () => becomes);
    assert.equal(change.status === 'failed' && change.reason, 'noSpace');
    assert.equal(text(), old);
  });

  it('remembers what stood there when that cannot be put back either, and goes on from it', async () => {
    put(old);
    files.failures = 2;
    assert.equal((await writer.changeFile(file, () => becomes)).status, 'failed');
    assert.notEqual(text(), old);
    const seen: (string | undefined)[] = [];
    const add = (now: string | undefined) => {
      seen.push(now);
      return `${now}# later\n`;
    };
    files.failures = 2;
    assert.equal((await writer.changeFile(file, add)).status, 'failed');
    assert.equal((await writer.changeFile(file, add)).status, 'written');
    assert.deepEqual(seen, [old, old]);
    assert.equal(text(), `${old}# later\n`);
  });

  it('puts it back, too, when there is nothing more to change', async () => {
    put(old);
    files.failures = 2;
    await writer.changeFile(file, () => becomes);
    assert.equal((await writer.changeFile(file, () => undefined)).status, 'written');
    assert.equal(text(), old);
  });

  it('believes the file, not its memory, once somebody else wrote it', async () => {
    put(old);
    files.failures = 2;
    await writer.changeFile(file, () => becomes);
    put('# settled by hand\n');
    assert.equal((await writer.changeFile(file, (now) => `${now}more: 1\n`)).status, 'written');
    assert.equal(text(), '# settled by hand\nmore: 1\n');
  });

  it('makes no file that is only half there', async () => {
    files.failures = 0;
    let writes = 0;
    files.beforeWrite = () => {
      // The first makes an empty file, which takes no room.
      if (++writes === 2) files.failures = 2;
    };
    assert.equal((await writer.changeFile(file, () => becomes)).status, 'failed');
    assert.equal(text(), undefined);
  });

  it('makes the change anew when somebody else makes the file at the same time', async () => {
    let isTheirs = false;
    const change = (now: string | undefined) => {
      if (!isTheirs) put('# theirs\n');
      isTheirs = true;
      return `${now ?? ''}ours: 1\n`;
    };
    assert.equal((await writer.changeFile(file, change)).status, 'written');
    assert.equal(text(), '# theirs\nours: 1\n');
  });
});
