import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { NodeFileWriter } from '../../src/node/nodeFileWriter';
import { removeLeftovers } from '../../src/node/removeLeftovers';

const FILE = '.sourcemark/articles/a.md.yaml';
const OLD = '# 元の内容\narticle: a.md\n'.repeat(200);
const NEW = '# 新しい内容\narticle: a.md\n'.repeat(300);

type Call = (...args: unknown[]) => Promise<unknown>;
type Calls = Record<string, Call>;

/** What our code asks of the disk: the functions of the module, and the methods of an open file. */
const fs = createRequire(__filename)('node:fs/promises') as Calls;
const FUNCTIONS = ['open', 'readFile', 'lstat', 'stat', 'mkdir', 'realpath', 'rename', 'link', 'unlink', 'readdir'];
const METHODS = ['writeFile', 'sync', 'close'];

/** Has the call with this number, counted from 1, end as `fail` says; every other one does its work. */
async function withFault<T>(number: number, fail: (call: Call) => Promise<unknown>, work: () => Promise<T>) {
  let made = 0;
  const restore: (() => void)[] = [];
  const guard = (owner: Calls, name: string) => {
    const call = owner[name]!;
    restore.push(() => {
      owner[name] = call;
    });
    owner[name] = function (this: unknown, ...args: unknown[]) {
      if (++made !== number) return call.apply(this, args);
      // A write that fails half-way has written half.
      const half = name === 'writeFile' ? [(args[0] as string).slice(0, (args[0] as string).length / 2)] : undefined;
      return fail(async () => {
        if (half) await call.apply(this, half);
        if (name === 'close') await call.apply(this, args);
      });
    };
  };
  const handle = (await fs.open!(__filename, 'r')) as { close(): Promise<void> };
  const methods = Object.getPrototypeOf(handle) as Calls;
  await handle.close();
  for (const name of FUNCTIONS) guard(fs, name);
  for (const name of METHODS) guard(methods, name);
  try {
    return { result: await work(), made };
  } finally {
    for (const undo of restore) undo();
  }
}

function fault(code: string): (call: Call) => Promise<never> {
  return async (call) => {
    await call();
    throw Object.assign(new Error(`${code}: the disk said no`), { code });
  };
}

/** In a process of its own: is killed by the system in the middle of its nth call. */
async function dieAt(root: string, number: number): Promise<void> {
  const die = async (call: Call) => {
    await call();
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  };
  const { made } = await withFault(number, die, () => new NodeFileWriter(root).changeFile(FILE, () => NEW));
  process.send?.(made);
}

if (process.env.SOURCEMARK_DIES) {
  const [root, number] = JSON.parse(process.env.SOURCEMARK_DIES) as [string, number];
  void dieAt(root, number);
} else defineTests();

function defineTests(): void {
  describe('a disk that fails', () => {
    let root: string;
    const target = () => path.join(root, FILE);
    const folder = () => path.dirname(target());
    const lockOf = (pid: number) => JSON.stringify({ pid, host: hostname(), nonce: '' });
    const ofCrashed = lockOf(2 ** 22 + 1);
    const begin = (lock?: string) => {
      rmSync(path.join(root, '.sourcemark'), { recursive: true, force: true });
      mkdirSync(folder(), { recursive: true });
      writeFileSync(target(), OLD);
      if (lock !== undefined) writeFileSync(`${target()}.lock`, lock);
    };

    beforeEach(() => {
      root = mkdtempSync(path.join(tmpdir(), 'sourcemark-'));
    });
    afterEach(() => {
      rmSync(root, { recursive: true, force: true });
    });

    for (const [code, reason] of [
      ['ENOSPC', 'noSpace'],
      ['EROFS', 'readOnly'],
      ['EIO', 'unknown'],
    ] as const) {
      it(`leaves the old text or the new one, whichever call fails with ${code}, and says so`, async function () {
        this.timeout(120_000);
        let failures = 0;
        for (const lock of [undefined, ofCrashed]) {
          for (let number = 1; ; number++) {
            begin(lock);
            const writer = new NodeFileWriter(root, 100);
            const { result, made } = await withFault(number, fault(code), () => writer.changeFile(FILE, () => NEW));
            const text = readFileSync(target(), 'utf8');
            assert.equal(text, result.status === 'written' ? NEW : OLD, `call ${number} ${lock}`);
            if (result.status === 'failed') {
              failures++;
              assert.equal(result.reason, reason, `call ${number} ${lock}`);
              assert.match(result.detail, new RegExp(code), `call ${number} ${lock}`);
            }
            // What could not be removed is nobody's hindrance, and the next one takes it away.
            const next = await new NodeFileWriter(root).changeFile(FILE, (now) => `${now}# next\n`);
            assert.equal(next.status, 'written', `after call ${number} ${lock}`);
            assert.equal(readFileSync(target(), 'utf8'), `${text}# next\n`);
            assert.deepEqual(readdirSync(folder()), [path.basename(target())], `after call ${number} ${lock}`);
            if (number > made) break;
          }
        }
        assert.ok(failures > 5, `${failures} calls can fail`);
      });
    }

    it('leaves the old text or the new one, whichever call a process is killed in', async function () {
      if (process.platform === 'win32') this.skip();
      this.timeout(120_000);
      for (const stale of [undefined, ofCrashed]) {
        for (let number = 1, isOver = false; !isOver; number++) {
          begin(stale);
          const env = { ...process.env, SOURCEMARK_DIES: JSON.stringify([root, number]) };
          const child = fork(__filename, [], { env });
          isOver = await outlives(child);
          const text = readFileSync(target(), 'utf8');
          assert.ok(text === OLD || text === NEW, `call ${number} ${stale}`);
          // A lock without a word in it could be one that is being written: the next writer waits some seconds.
          const lock = `${target()}.lock`;
          if (existsSync(lock) && readFileSync(lock, 'utf8').length < 20) utimesSync(lock, 0, 0);
          const next = await new NodeFileWriter(root).changeFile(FILE, (now) => `${now}# next\n`);
          assert.equal(next.status, 'written', `after call ${number} ${stale}`);
          assert.equal(readFileSync(target(), 'utf8'), `${text}# next\n`);
          assert.deepEqual(readdirSync(folder()), [path.basename(target())], `after call ${number} ${stale}`);
        }
      }
    });

    it('takes away what crashes left in the store, and nothing that is in use or somebody else’s', async () => {
      begin();
      const put = (name: string, content = '', isOld = false) => {
        const file = path.join(root, '.sourcemark', name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
        if (isOld) utimesSync(file, 0, 0);
      };
      put('sources/gone.yaml.lock', ofCrashed);
      put('sources/old.yaml.lock', '', true);
      put('sources/held.yaml.lock', lockOf(process.pid));
      put('sources/x.yaml.12.0123456789ab.tmp');
      put('sources/mine.tmp', '', true);
      put('yarn.lock', '', true);
      await removeLeftovers(root);
      const names = () => readdirSync(path.join(root, '.sourcemark'), { recursive: true }).sort();
      assert.deepEqual(names(), [
        'articles',
        'articles/a.md.yaml',
        'sources',
        'sources/held.yaml.lock',
        'sources/mine.tmp',
        // It may belong to somebody who writes at this moment.
        'sources/x.yaml.12.0123456789ab.tmp',
        'yarn.lock',
      ]);
    });
  });
}

/** Whether a process came to the end of its work. */
function outlives(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isDone = false;
    child.once('message', () => {
      isDone = true;
      child.disconnect();
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (isDone || signal === 'SIGKILL') resolve(isDone);
      else reject(new Error(`The process ended with ${code}.`));
    });
  });
}
