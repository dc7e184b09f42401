import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
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
import type { FileChange } from '../../src/core/ports';
import { applyOperation, type StoreOperation } from '../../src/core/store/operations';
import { parseArticleFile } from '../../src/core/store/parseStoreFile';
import { NodeFileWriter } from '../../src/node/nodeFileWriter';

const FILE = '.sourcemark/articles/articles/a.md.yaml';
const AT = '2026-11-21T09:00:00Z';
const FILES = 5;

function addClaim(id: string, start = 0): StoreOperation {
  return {
    type: 'addClaim',
    article: 'articles/a.md',
    id,
    claim: { target: { exact: '49%', start }, by: 'aiko', at: AT },
  };
}

/** Changes store files as the product does. */
class Store {
  readonly #writer: NodeFileWriter;

  constructor(root: string, patience?: number) {
    this.#writer = new NodeFileWriter(root, patience);
  }

  async apply(file: string, operation: StoreOperation): Promise<FileChange | { status: 'refused' }> {
    let isRefused = false;
    const change = await this.#writer.changeFile(file, (text) => {
      const result = applyOperation(text, operation);
      isRefused = result.text === undefined;
      return result.text;
    });
    return isRefused ? { status: 'refused' } : change;
  }
}

/** In a process of its own: adds claims, and verdicts on what the others added, and says what was reported. */
async function runWorker(root: string, name: string, count: number, only?: string): Promise<void> {
  const writer = new Store(root, 60_000);
  let state = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % limit;
  };
  const done: { file: string; claim: string; verdict?: string; message?: string }[] = [];
  const reported: string[] = [];
  for (let step = 0; step < count; step++) {
    const file = only ?? `.sourcemark/articles/articles/${below(FILES)}.md.yaml`;
    const known = done.filter((entry) => entry.file === file);
    const id = `c-${name}${step}`;
    const kind = known.length === 0 ? 0 : below(3);
    const claim = kind === 0 ? id : known[below(known.length)]!.claim;
    const at = `2026-11-21T${String(10 + (step % 10)).padStart(2, '0')}:00:00Z`;
    const operation: StoreOperation =
      kind === 0
        ? addClaim(id, below(1000))
        : kind === 1
          ? { type: 'addVerdict', claim, verdict: { by: name, at, verdict: 'verified', of: id } }
          : { type: 'addMessage', claim, message: { id: `m-${name}${step}`, by: name, at, text: '確認: ok?' } };
    const result = await writer.apply(file, operation);
    if (result.status !== 'written') reported.push(`${operation.type} ${id}: ${result.status}`);
    else
      done.push({
        file,
        claim,
        ...(kind === 1 && { verdict: id }),
        ...(kind === 2 && { message: `m-${name}${step}` }),
      });
  }
  if (process.send) process.send({ done, reported });
  else console.log(reported.join('\n'));
}

if (process.env.SOURCEMARK_WORKER) {
  const [root, name, count, only] = JSON.parse(process.env.SOURCEMARK_WORKER) as [string, string, number, string?];
  void runWorker(root, name, count, only);
} else defineTests();

function defineTests(): void {
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

    it('leaves the file whole when the system ends a write half-way', async function () {
      if (process.platform === 'win32') this.skip();
      const writer = new Store(root);
      for (let start = 0; start < 40; start++) await writer.apply(FILE, addClaim(`c-${start}`, start));
      const before = readFileSync(target(), 'utf8');
      // Four blocks of 512 bytes are less than the file has: the system refuses the rest, as a full disk does.
      const env = { ...process.env, SOURCEMARK_WORKER: JSON.stringify([root, 'p', 1, FILE]) };
      const limited = spawnSync('sh', ['-c', `ulimit -f 4; exec "${process.execPath}" "${__filename}"`], { env });
      assert.ok(limited.status !== 0 || /failed/.test(limited.stdout.toString()), limited.stdout.toString());
      assert.equal(readFileSync(target(), 'utf8'), before);
      assert.equal((await writer.apply(FILE, addClaim('c-more', 99))).status, 'written');
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

    it('survives processes that are killed', async function () {
      this.timeout(60_000);
      for (const name of ['p', 'q', 'r']) {
        const env = { ...process.env, SOURCEMARK_WORKER: JSON.stringify([root, name, 100_000, FILE]) };
        const worker = fork(__filename, [], { env });
        await new Promise((resolve) => {
          worker.once('exit', resolve);
          setTimeout(() => worker.kill('SIGKILL'), 500);
        });
        const text = existsSync(target()) ? readFileSync(target(), 'utf8') : 'article: articles/a.md\n';
        assert.deepEqual(parseArticleFile(text).problems, []);
        assert.equal((await new Store(root).apply(FILE, addClaim(`c-after-${name}`))).status, 'written');
      }
      assert.deepEqual(files(), ['a.md.yaml']);
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

    it('lands every operation of four processes, or reports it', async function () {
      this.timeout(600_000);
      const count = Number(process.env.SOURCEMARK_STRESS ?? 40);
      const workers = ['p', 'q', 'r', 's'].map((name) => startWorker(root, name, count));
      const results = await Promise.all(workers);
      let landed = 0;
      for (const { done, reported } of results) {
        assert.equal(done.length + reported.length, count);
        for (const { file, claim, verdict, message } of done) {
          const { value, problems } = parseArticleFile(readFileSync(path.join(root, file), 'utf8'));
          assert.deepEqual(problems, []);
          const kept = value.claims![claim];
          assert.ok(kept, `${claim} is lost`);
          if (verdict)
            assert.ok(
              kept.verdicts!.some(({ of }) => of === verdict),
              `verdict ${verdict} is lost`,
            );
          if (message)
            assert.ok(
              kept.thread!.some(({ id }) => id === message),
              `message ${message} is lost`,
            );
          landed++;
        }
        assert.deepEqual(reported, []);
      }
      assert.equal(landed, 4 * count);
    });
  });
}

interface WorkerResult {
  readonly done: readonly { file: string; claim: string; verdict?: string; message?: string }[];
  readonly reported: readonly string[];
}

function startWorker(root: string, name: string, count: number): Promise<WorkerResult> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, SOURCEMARK_WORKER: JSON.stringify([root, name, count]) };
    const worker: ChildProcess = fork(__filename, [], { env });
    worker.once('message', (result) => resolve(result as WorkerResult));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The worker ended with ${code}.`));
    });
  });
}
