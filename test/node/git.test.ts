import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gitBlobId } from '../../src/core/model/gitBlobId';
import { twinFork } from '../../src/core/moves/fork';
import { askGit, gitEnvironment, startGit } from '../../src/node/git';
import { GitBatchHistory } from '../../src/node/gitBatchHistory';
import { GitHistory } from '../../src/node/gitHistory';
import { readForkBase } from '../../src/node/readForkBase';
import { readUnmerged } from '../../src/node/readUnmerged';

describe('the one way to git', () => {
  it('is taken by all of the product', () => {
    const sources = (readdirSync('src', { recursive: true }) as string[]).filter((file) => file.endsWith('.ts'));
    assert.ok(sources.length > 200);
    const starting = sources.filter((file) =>
      /child_process|worker_threads|node:cluster|node-pty|createTerminal|ShellExecution|ProcessExecution|vscode\.git['"]/.test(
        readFileSync(path.join('src', file), 'utf8'),
      ),
    );
    assert.deepEqual(starting, [path.join('node', 'git.ts')]);
  });

  it('leaves the person’s environment without what leads git elsewhere', () => {
    const environment = gitEnvironment({
      PATH: '/usr/bin',
      HOME: '/home/aiko',
      XDG_CONFIG_HOME: 'config',
      GIT_DIR: '/elsewhere',
      GIT_WORK_TREE: '/elsewhere',
      GIT_INDEX_FILE: '/elsewhere/index',
      GIT_OBJECT_DIRECTORY: '/elsewhere',
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/elsewhere',
      GIT_CONFIG: '/elsewhere',
      GIT_CONFIG_GLOBAL: '/elsewhere',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: 'touch it',
      GIT_CONFIG_PARAMETERS: "'core.fsmonitor'='touch it'",
      GIT_EXEC_PATH: '/elsewhere',
      GIT_EXTERNAL_DIFF: 'diff',
      GIT_TRACE: '/elsewhere/trace',
      Git_Ssh: 'ssh',
      GIT_CEILING_DIRECTORIES: '/home',
      LD_PRELOAD: '/elsewhere/library.so',
    });
    assert.deepEqual(environment, {
      PATH: '/usr/bin',
      HOME: '/home/aiko',
      GIT_CEILING_DIRECTORIES: '/home',
      GIT_ALLOW_PROTOCOL: '',
      GIT_PROTOCOL_FROM_USER: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      GIT_ASKPASS: '',
      SSH_ASKPASS: '',
      GIT_SSH_COMMAND: 'false',
      GIT_PAGER: 'cat',
      GIT_EDITOR: 'false',
      GIT_ATTR_NOSYSTEM: '1',
    });
  });
});

describe('a repository that names programs', () => {
  let folder: string;
  let root: string;
  let marker: string;
  let trap: string;
  /** As anybody would call it. */
  const git = (cwd: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Aiko', '-c', 'user.email=aiko@example.org', ...words], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const text = '売上高は143億ドル。\n';
  const id = gitBlobId(text);
  /** Asks in every way in which the product does. */
  const askAll = async (place: string) => {
    const batch = new GitBatchHistory(place);
    const answers = [await batch.readBlob(id), await new GitHistory(place).readBlob(id)];
    batch.close();
    await readUnmerged(place);
    await readForkBase(place, twinFork('a.md', 'b.md'), ['one', 'other']);
    return answers;
  };

  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sourcemark-'));
    marker = path.join(folder, 'marker');
    trap = path.join(folder, 'trap.sh');
    // Cats what it is given, as a filter or a pager does.
    writeFileSync(trap, `#!/bin/sh\ntouch '${marker}'\ncat\n`);
    chmodSync(trap, 0o755);
    root = path.join(folder, 'repository');
    mkdirSync(root);
    git(root, 'init', '-q', '-b', 'main');
    writeFileSync(path.join(root, 'a.md'), text);
    git(root, 'add', '.');
    git(root, 'commit', '-q', '-m', 'one');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts none of them', async () => {
    const names = {
      'core.fsmonitor': trap,
      'core.pager': trap,
      'core.sshCommand': trap,
      'core.askPass': trap,
      'core.editor': trap,
      'credential.helper': trap,
      'diff.external': trap,
      'diff.trap.textconv': trap,
      'filter.trap.clean': trap,
      'filter.trap.smudge': trap,
      'filter.trap.process': trap,
      'pager.cat-file': trap,
      'alias.cat-file': `!${trap}`,
      'alias.ls-files': `!${trap}`,
    };
    for (const [name, value] of Object.entries(names)) git(root, 'config', name, value);
    writeFileSync(path.join(root, '.gitattributes'), '* diff=trap filter=trap\n');
    mkdirSync(path.join(root, '.git/hooks'), { recursive: true });
    for (const hook of ['post-index-change', 'reference-transaction', 'pre-auto-gc', 'post-checkout'])
      writeFileSync(path.join(root, '.git/hooks', hook), `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    spawnSync('git', ['status'], { cwd: root });
    assert.ok(existsSync(marker), 'The trap does not work.');
    rmSync(marker);
    assert.deepEqual(await askAll(root), [text, text]);
    assert.ok(!existsSync(marker));
  });

  it('asks no remote for what a partial clone lacks', async () => {
    git(root, 'config', 'uploadpack.allowFilter', 'true');
    git(root, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = path.join(folder, 'clone');
    git(folder, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${root}`, clone);
    writeFileSync(trap, `#!/bin/sh\ntouch '${marker}'\nexec git-upload-pack "$@"\n`);
    git(clone, 'config', 'remote.origin.uploadpack', trap);
    // Says the opposite of what we do.
    git(clone, 'config', 'protocol.allow', 'always');
    git(clone, 'config', 'protocol.file.allow', 'always');
    assert.deepEqual(await askAll(clone), [undefined, undefined]);
    assert.ok(!existsSync(marker));
    // Each of the two guards is enough by itself, because older gits do not know the other.
    for (const guard of [{ GIT_NO_LAZY_FETCH: '1' }, { GIT_ALLOW_PROTOCOL: '' }]) {
      spawnSync('git', ['cat-file', 'blob', id], { cwd: clone, env: { ...process.env, ...guard } });
      assert.ok(!existsSync(marker), JSON.stringify(guard));
    }
    assert.equal(git(clone, 'cat-file', 'blob', id), text.trim());
    assert.ok(existsSync(marker), 'The trap does not work.');
  });

  it('starts no helper for a remote of another kind', async () => {
    const clone = path.join(folder, 'clone');
    writeFileSync(trap, `#!/bin/sh\ntouch '${marker}'\n`);
    git(folder, 'init', '-q', clone);
    git(clone, 'config', 'remote.origin.url', `ext::${trap}`);
    git(clone, 'config', 'remote.origin.promisor', 'true');
    git(clone, 'config', 'extensions.partialClone', 'origin');
    git(clone, 'config', 'core.repositoryFormatVersion', '1');
    git(clone, 'config', 'protocol.ext.allow', 'always');
    assert.deepEqual(await askAll(clone), [undefined, undefined]);
    assert.ok(!existsSync(marker));
    spawnSync('git', ['cat-file', 'blob', id], { cwd: clone });
    assert.ok(existsSync(marker), 'The trap does not work.');
  });

  it('is not asked when it is a folder of files that only looks like one', async () => {
    const bare = path.join(folder, 'bare');
    git(folder, 'clone', '-q', '--bare', root, bare);
    assert.equal(git(bare, 'cat-file', 'blob', id), text.trim());
    assert.deepEqual(await askAll(bare), [undefined, undefined]);
  });

  it('is the one of the folder, whatever the environment says', async () => {
    const other = path.join(folder, 'other');
    mkdirSync(other);
    process.env.GIT_DIR = path.join(root, '.git');
    try {
      assert.deepEqual(await askAll(other), [undefined, undefined]);
    } finally {
      delete process.env.GIT_DIR;
    }
  });

  it('does not pass off one text as another', async () => {
    const other = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: root, input: '341億ドル' });
    git(root, 'replace', id, other.toString().trim());
    assert.equal(git(root, 'cat-file', 'blob', id), '341億ドル');
    assert.deepEqual(await askAll(root), [text, text]);
  });

  it('is not asked by a program that lies in it', async () => {
    const bin = path.join(root, 'bin');
    mkdirSync(bin);
    writeFileSync(path.join(bin, 'git'), `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    const { PATH } = process.env;
    try {
      for (const place of [bin, '', '.', './bin', 'bin']) {
        process.env.PATH = `${place}:${PATH}`;
        assert.deepEqual(await askAll(root), [text, text]);
      }
      process.env.PATH = bin;
      assert.deepEqual(await askAll(root), [undefined, undefined]);
    } finally {
      process.env.PATH = PATH;
    }
    assert.ok(!existsSync(marker));
  });

  describe('and takes too much', () => {
    /** A program in place of git, so that it can be slow. */
    const instead = async (script: string, ask: () => Promise<void>) => {
      const bin = path.join(folder, 'bin');
      mkdirSync(bin);
      writeFileSync(path.join(bin, 'git'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      const { PATH } = process.env;
      process.env.PATH = `${bin}:${PATH}`;
      try {
        await ask();
      } finally {
        process.env.PATH = PATH;
      }
    };

    it('is ended with what it started', async () => {
      const started = path.join(folder, 'started');
      await instead(`sleep 60 & echo $! > '${started}.new'; mv '${started}.new' '${started}'; wait`, async () => {
        const asked = askGit(['rev-parse', 'HEAD'], { folder: root, milliseconds: 600 });
        assert.deepEqual(await asked, { code: undefined, out: Buffer.alloc(0), err: '' });
        const child = Number(readFileSync(started, 'utf8'));
        const isThere = () => {
          try {
            // A process that nobody has taken note of yet is still listed.
            return !/^State:\s+Z/m.test(readFileSync(`/proc/${child}/status`, 'utf8'));
          } catch {
            return false;
          }
        };
        for (let turn = 0; isThere() && turn < 100; turn++) await wait(50);
        assert.ok(!isThere());
      });
    });

    it('is not listened to for ever', async () => {
      await instead('yes', async () => {
        const { code, out } = await askGit(['rev-parse', 'HEAD'], { folder: root, maxBytes: 100_000 });
        assert.deepEqual([code, out.length <= 100_000], [undefined, true]);
      });
    });

    it('gets nothing to read unless something is said', async () => {
      await instead('cat; exit 3', async () => {
        assert.equal((await askGit(['rev-parse'], { folder: root })).code, 3);
        const { code, out } = await askGit(['hash-object', '--stdin'], { folder: root, input: 'abc' });
        assert.deepEqual([code, out.toString()], [3, 'abc']);
      });
    });
  });

  it('is no fault where git is not installed', async () => {
    const { PATH } = process.env;
    process.env.PATH = folder;
    try {
      assert.equal(startGit(root, ['rev-parse', 'HEAD']), undefined);
      assert.deepEqual(await askAll(root), [undefined, undefined]);
    } finally {
      process.env.PATH = PATH;
    }
  });
});
