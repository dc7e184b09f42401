import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArticleFile } from '../../src/core/store/parseStoreFile';
import { NodeFileWriter } from '../../src/node/nodeFileWriter';
import { removeLeftovers } from '../../src/node/removeLeftovers';
import { addClaim, Store } from './store';

const FILE = '.sourcemark/articles/articles/a.md.yaml';

describe('NodeFileWriter', () => {
  let root: string;
  const target = () => path.join(root, FILE);
  const files = () => readdirSync(path.dirname(target())).sort();

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'sourcemark-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('makes the file and leaves nothing else behind', async () => {
    const result = await new Store(root).apply(FILE, addClaim('c-1'));
    assert.equal(result.status, 'written');
    assert.deepEqual(files(), ['a.md.yaml']);
    assert.ok(parseArticleFile(readFileSync(target(), 'utf8')).value.claims!['c-1']);
    assert.equal((await new Store(root).apply(FILE, addClaim('c-1'))).status, 'unchanged');
  });

  it('keeps what another program wrote in between, and a byte order mark', async () => {
    const writer = new Store(root);
    await writer.apply(FILE, addClaim('c-1'));
    writeFileSync(target(), `\ufeff${readFileSync(target(), 'utf8')}# by hand\r\n`);
    await writer.apply(FILE, addClaim('c-2', 9));
    const text = readFileSync(target(), 'utf8');
    assert.ok(text.startsWith('\ufeffarticle:') && text.endsWith('# by hand\r\n'));
    assert.deepEqual(Object.keys(parseArticleFile(text).value.claims!), ['c-1', 'c-2']);
  });

  it('refuses what lies outside, also behind links', async () => {
    const writer = new Store(root);
    const outside = mkdtempSync(path.join(tmpdir(), 'sourcemark-outside-'));
    mkdirSync(path.join(root, '.sourcemark'));
    symlinkSync(outside, path.join(root, '.sourcemark/articles'));
    symlinkSync(path.join(outside, 'x.yaml'), path.join(root, '.sourcemark/config.yaml'));
    const reasons = {
      [FILE]: 'link',
      '.sourcemark/config.yaml': 'link',
      '../x.yaml': 'notSafe',
      '.sourcemark/articles/../../x.yaml': 'notSafe',
      '/tmp/x.yaml': 'notSafe',
      '.sourcemark': 'folder',
    };
    for (const [file, reason] of Object.entries(reasons)) {
      assert.deepEqual(await writer.apply(file, addClaim('c-1')), { status: 'failed', reason, detail: '' }, file);
    }
    assert.deepEqual(readdirSync(outside), []);
    rmSync(outside, { recursive: true });
  });

  it('makes no folder when nothing is to be written', async () => {
    assert.deepEqual(await new NodeFileWriter(root).changeFile(FILE, () => undefined), { status: 'unchanged' });
    assert.deepEqual(readdirSync(root), []);
  });

  it('says that a file is read-only', async () => {
    const writer = new Store(root);
    await writer.apply(FILE, addClaim('c-1'));
    chmodSync(target(), 0o444);
    const before = readFileSync(target(), 'utf8');
    assert.deepEqual(await writer.apply(FILE, addClaim('c-2')), { status: 'failed', reason: 'readOnly', detail: '' });
    assert.equal(readFileSync(target(), 'utf8'), before);
  });

  it('carries the operation out anew when the file changes under it', async () => {
    const writer = new Store(root);
    await writer.apply(FILE, addClaim('c-1'));
    let pulls = 0;
    const operation = addClaim('c-2', 9);
    // Read while the operation is worked out, and so between the reading of the file and its writing.
    Object.defineProperty(operation, 'id', {
      get() {
        if (pulls++ === 0) writeFileSync(target(), `${readFileSync(target(), 'utf8')}# pulled\n`);
        return 'c-2';
      },
    });
    assert.equal((await writer.apply(FILE, operation)).status, 'written');
    const text = readFileSync(target(), 'utf8');
    assert.ok(text.endsWith('# pulled\n') && text.includes('c-2'), text);
  });

  it('refuses to change a file that cannot be read, and keeps it', async () => {
    const writer = new Store(root);
    await writer.apply(FILE, addClaim('c-1'));
    for (const broken of ['article: [', Buffer.from([0x61, 0x3a, 0x20, 0xff])]) {
      writeFileSync(target(), broken);
      const result = await writer.apply(FILE, addClaim('c-2'));
      assert.ok(result.status === 'refused' || result.status === 'failed');
      assert.deepEqual(readFileSync(target()), Buffer.from(broken as Buffer));
    }
  });

  it('refuses what is no lock in the place of one, and neither follows, reads nor waits for it', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(path.dirname(target()), { recursive: true });
    const lock = `${target()}.lock`;
    const elsewhere = path.join(root, 'elsewhere');
    const gone = JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), nonce: '' });
    writeFileSync(elsewhere, gone);
    const kinds: Readonly<Record<string, () => void>> = {
      link: () => symlinkSync(elsewhere, lock),
      'link to nothing': () => symlinkSync(path.join(root, 'nowhere'), lock),
      'link to itself': () => symlinkSync(lock, lock),
      pipe: () => execFileSync('mkfifo', [lock]),
      folder: () => mkdirSync(lock),
      'large file': () => writeFileSync(lock, gone.padEnd(5000)),
    };
    for (const [kind, make] of Object.entries(kinds)) {
      make();
      const { ino } = lstatSync(lock);
      // Long ago, so that it would be taken over if it were a lock.
      lutimesSync(lock, 1, 1);
      const result = await new Store(root, 60_000).apply(FILE, addClaim('c-1'));
      assert.deepEqual(result, { status: 'failed', reason: 'lock', detail: 'a.md.yaml.lock' }, kind);
      await removeLeftovers(root);
      assert.equal(lstatSync(lock).ino, ino, kind);
      assert.deepEqual(files(), ['a.md.yaml.lock'], kind);
      rmSync(lock, { recursive: true });
    }
    assert.equal(readFileSync(elsewhere, 'utf8'), gone);
    assert.ok(!existsSync(path.join(root, 'nowhere')));
    assert.equal((await new Store(root).apply(FILE, addClaim('c-1'))).status, 'written');
  });

  it('is not held up by what stands in the place of a copy', async function () {
    if (process.platform === 'win32') this.skip();
    const writer = new Store(root);
    await writer.apply(FILE, addClaim('c-1'));
    const elsewhere = path.join(root, 'elsewhere');
    writeFileSync(elsewhere, 'kept');
    const beside = (name: string) => path.join(path.dirname(target()), `a.md.yaml.${name}`);
    symlinkSync(elsewhere, beside('1.0123456789ab.tmp'));
    execFileSync('mkfifo', [beside('2.0123456789ab.tmp')]);
    mkdirSync(beside('3.0123456789ab.tmp'));
    execFileSync('mkfifo', [beside('lock.0123456789ab')]);
    assert.equal((await writer.apply(FILE, addClaim('c-2'))).status, 'written');
    await removeLeftovers(root);
    assert.deepEqual(files(), ['a.md.yaml', 'a.md.yaml.3.0123456789ab.tmp']);
    assert.equal(readFileSync(elsewhere, 'utf8'), 'kept');
  });

  it('neither reads nor waits for a pipe in the place of the file', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(path.dirname(target()), { recursive: true });
    execFileSync('mkfifo', [target()]);
    assert.deepEqual(await new Store(root).apply(FILE, addClaim('c-1')), {
      status: 'failed',
      reason: 'notSafe',
      detail: '',
    });
  });

  it('takes over the lock of a process that crashed, and waits for one that lives', async () => {
    mkdirSync(path.dirname(target()), { recursive: true });
    const lock = (pid: number) =>
      writeFileSync(`${target()}.lock`, JSON.stringify({ pid, host: hostname(), nonce: '' }));
    lock(2 ** 22 + 1);
    assert.equal((await new Store(root).apply(FILE, addClaim('c-1'))).status, 'written');
    lock(process.pid);
    assert.deepEqual(await new Store(root, 50).apply(FILE, addClaim('c-2')), {
      status: 'failed',
      reason: 'busy',
      detail: '',
    });
  });
});
