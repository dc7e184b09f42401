import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StoreOperation } from '../../src/core/store/operations';
import { parseArticleFile } from '../../src/core/store/parseStoreFile';
import { addClaim, Store } from './store';

const FOLDER = '.sourcemark/articles/articles';
const FILES = 5;
const fileOf = (number: number) => `${FOLDER}/${number}.md.yaml`;

/** What a process is to do in a store; `files` are the numbers of the files that it writes. */
interface Task {
  readonly root: string;
  readonly name: string;
  readonly count: number;
  readonly files: number;
}

/** What a process tells of an operation as soon as it knows. */
interface Done {
  readonly file: string;
  readonly status: string;
  readonly claim: string;
  readonly verdict?: string;
  readonly message?: string;
}

/** In a process of its own: adds claims, and verdicts and comments on them, and tells what became of each. */
async function work({ root, name, count, files }: Task): Promise<void> {
  const store = new Store(root, 60_000);
  let state = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % limit;
  };
  const written: Done[] = [];
  for (let step = 0; step < count; step++) {
    const file = fileOf(below(files));
    const known = written.filter((entry) => entry.file === file);
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
    const { status } = await store.apply(file, operation);
    const done: Done = {
      file,
      status,
      claim,
      ...(kind === 1 && { verdict: id }),
      ...(kind === 2 && { message: `m-${name}${step}` }),
    };
    if (status === 'written') written.push(done);
    if (process.send) process.send(done);
    else console.log(JSON.stringify(done));
  }
}

if (process.env.SOURCEMARK_TASK) {
  void work(JSON.parse(process.env.SOURCEMARK_TASK) as Task).then(() => process.disconnect?.());
} else defineTests();

function taskIn(task: Task): NodeJS.ProcessEnv {
  return { ...process.env, SOURCEMARK_TASK: JSON.stringify(task) };
}

/** Starts a process and hears what it tells; it ends by itself, or is killed so many milliseconds after its first word. */
function start(task: Task, killAfter?: number): Promise<readonly Done[]> {
  return new Promise((resolve, reject) => {
    const told: Done[] = [];
    const child = fork(__filename, [], { env: taskIn(task) });
    child.on('message', (done) => told.push(done as Done));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 || killAfter !== undefined) resolve(told);
      else reject(new Error(`A process ended with ${code}.`));
    });
    // A busy machine may take seconds to start it.
    if (killAfter !== undefined) child.once('message', () => setTimeout(() => child.kill('SIGKILL'), killAfter));
  });
}

function defineTests(): void {
  describe('processes that write one store', () => {
    let root: string;

    beforeEach(() => {
      root = mkdtempSync(path.join(tmpdir(), 'sourcemark-'));
    });
    afterEach(() => {
      rmSync(root, { recursive: true, force: true });
    });

    /** Every operation that a process said was written is in the store. */
    function assertKept(all: readonly Done[]): void {
      const parsed = new Map<string, ReturnType<typeof parseArticleFile>>();
      for (const { file, status, claim, verdict, message } of all) {
        assert.equal(status, 'written');
        const { value, problems } = parsed.get(file) ?? parseArticleFile(readFileSync(path.join(root, file), 'utf8'));
        parsed.set(file, { value, problems } as ReturnType<typeof parseArticleFile>);
        assert.deepEqual(problems, []);
        const kept = value.claims?.[claim];
        assert.ok(kept, `${claim} is lost`);
        const isVerdictKept = verdict === undefined || kept.verdicts?.some(({ of }) => of === verdict);
        assert.ok(isVerdictKept, `verdict ${verdict} is lost`);
        const isMessageKept = message === undefined || kept.thread?.some(({ id }) => id === message);
        assert.ok(isMessageKept, `message ${message} is lost`);
      }
    }

    it('lands every operation of four processes, or reports it', async function () {
      this.timeout(600_000);
      const count = Number(process.env.SOURCEMARK_STRESS ?? 40);
      const tasks = ['p', 'q', 'r', 's'].map((name) => start({ root, name, count, files: FILES }));
      const all = (await Promise.all(tasks)).flat();
      assert.equal(all.length, 4 * count);
      assertKept(all);
    });

    it('lands what was written before processes are killed, and hinders nobody afterwards', async function () {
      this.timeout(600_000);
      const rounds = Number(process.env.SOURCEMARK_KILLS ?? 3);
      const all: Done[] = [];
      for (let round = 0; round < rounds; round++) {
        const tasks = ['p', 'q', 'r', 's'].map((name, index) =>
          start({ root, name: `${name}${round}-`, count: 100_000, files: 2 }, 100 + 67 * index + ((round * 97) % 211)),
        );
        all.push(...(await Promise.all(tasks)).flat());
        assertKept(all);
      }
      assert.ok(all.length > 0);
      for (const number of [0, 1]) {
        const after = await new Store(root).apply(fileOf(number), addClaim('c-after'));
        assert.equal(after.status, 'written');
      }
      assert.deepEqual(readdirSync(path.join(root, FOLDER)), ['0.md.yaml', '1.md.yaml']);
    });

    it('reports what the system ends half-way, and leaves the file whole', async function () {
      if (process.platform === 'win32') this.skip();
      const store = new Store(root);
      for (let number = 0; number < 40; number++) await store.apply(fileOf(0), addClaim(`c-${number}`, number));
      const before = readFileSync(path.join(root, fileOf(0)), 'utf8');
      // Four blocks of 512 bytes are less than the file has: the system refuses the rest, as a full disk does.
      const env = taskIn({ root, name: 'p', count: 1, files: 1 });
      const script = `ulimit -f 4; exec "${process.execPath}" "${__filename}"`;
      const { stdout, status } = spawnSync('sh', ['-c', script], { env, encoding: 'utf8' });
      assert.equal(status, 0);
      assert.equal((JSON.parse(stdout) as Done).status, 'failed');
      assert.equal(readFileSync(path.join(root, fileOf(0)), 'utf8'), before);
      assert.ok(!existsSync(path.join(root, `${fileOf(0)}.lock`)));
      assert.equal((await store.apply(fileOf(0), addClaim('c-more', 99))).status, 'written');
    });
  });
}
