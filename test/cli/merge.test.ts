import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { applyOperation, type StoreOperation } from '../../src/core/store/operations';
import { parseArticleFile } from '../../src/core/store/parseStoreFile';
import { quoteForDriver, setUpMergeDriver, toMergeDriver } from '../../src/node/mergeDriver';
import { NodeFileWriter } from '../../src/node/nodeFileWriter';
import { buildCli, inFolder, runCommand } from './runCommand';

const FILE = '.sourcemark/articles/a.md.yaml';
const AT = '2026-11-21T09:00:00Z';
const BASE = `# 調査班
article: a.md
claims:
  c-1:
    target: { exact: 143億ドル, start: 10 }
    by: aiko
    at: ${AT}
  c-2:
    target: { exact: 49%, start: 50 }
    by: ken
    at: ${AT}
`;

function apply(yaml: string, ...operations: StoreOperation[]): string {
  return operations.reduce((text, operation) => applyOperation(text, operation).text ?? text, yaml);
}

describe('sourcemark merge', () => {
  const verdict = (by: string): StoreOperation => ({
    type: 'addVerdict',
    claim: 'c-1',
    verdict: { by, at: AT, verdict: 'verified', of: 'abc' },
  });

  it('writes the merged text over ours and exits with 0', async () => {
    const files = { base: BASE, ours: apply(BASE, verdict('mari')), theirs: apply(BASE, verdict('sato')) };
    await inFolder(files, async (folder) => {
      const { code, err } = await runCommand(folder, ['merge', 'base', 'ours', 'theirs']);
      assert.deepEqual([code, err], [0, '']);
      const claim = parseArticleFile(readFileSync(path.join(folder, 'ours'), 'utf8')).value.claims!['c-1']!;
      assert.deepEqual(claim.verdicts!.map(({ by }) => by).sort(), ['mari', 'sato']);
    });
  });

  it('names what both changed and exits with 1', async () => {
    const note = (text: string): StoreOperation => ({ type: 'setNote', claim: 'c-1', note: text });
    const files = { base: BASE, ours: apply(BASE, note('one')), theirs: apply(BASE, note('two')) };
    await inFolder(files, async (folder) => {
      const { code, err } = await runCommand(folder, ['merge', 'base', 'ours', 'theirs', FILE]);
      assert.equal(code, 1);
      assert.equal(err, `${FILE}: both sides changed claims › c-1 › note\n`);
      assert.match(readFileSync(path.join(folder, 'ours'), 'utf8'), /note: \{ conflict: \[one, two\] \}/);
    });
  });

  it('merges by lines what is no YAML, and drops nothing', async () => {
    const files = { base: BASE, ours: `${BASE}  c-8: [\n`, theirs: `${BASE}  c-9: here\n` };
    await inFolder(files, async (folder) => {
      assert.equal((await runCommand(folder, ['merge', 'base', 'ours', 'theirs'])).code, 1);
      const text = readFileSync(path.join(folder, 'ours'), 'utf8');
      assert.ok(text.includes('c-8: [') && text.includes('c-9: here') && text.includes('<<<<<<<'), text);
    });
  });

  it('reads nothing but files', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder({ base: BASE, theirs: BASE }, async (folder) => {
      execFileSync('mkfifo', [path.join(folder, 'ours')]);
      const { code, err } = await runCommand(folder, ['merge', 'base', 'ours', 'theirs']);
      assert.deepEqual([code, err], [2, `${path.join(folder, 'ours')}: There is no such file.\n`]);
    });
  });

  it('asks for three files', async () => {
    await inFolder({}, async (folder) => assert.equal((await runCommand(folder, ['merge', 'a', 'b'])).code, 2));
  });
});

describe('sourcemark init', () => {
  it('makes the store once and leaves what is there', async () => {
    await inFolder({ 'articles/a.md': 'x' }, async (folder) => {
      assert.equal((await runCommand(folder, ['init'])).code, 0);
      const config = path.join(folder, '.sourcemark/config.yaml');
      assert.ok(existsSync(config));
      writeFileSync(config, 'version: 1\n');
      assert.equal((await runCommand(folder, ['init'])).code, 0);
      assert.equal(readFileSync(config, 'utf8'), 'version: 1\n');
    });
  });

  it('says that there is no repository', async () => {
    await inFolder({}, async (folder) => {
      const { code, err } = await runCommand(folder, ['init', '--merge-driver']);
      assert.equal(code, 2);
      assert.match(err, /git repository/);
    });
  });
});

describe('git with the merge driver', function () {
  this.timeout(120_000);
  let cli: string;

  before(async () => {
    cli = await buildCli();
  });

  it('merges random histories to the same store, whichever branch comes first, and holds every annotation', async () => {
    for (let seed = 1; seed <= Number(process.env.SOURCEMARK_HISTORIES ?? 1); seed++) {
      await inFolder({ [FILE]: BASE, 'a.md': 'x\n' }, async (folder) => {
        const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' }).toString();
        git('init', '-q', '-b', 'main');
        git('config', 'user.name', 'Test');
        git('config', 'user.email', 'test@example.org');
        const driver = `"${process.execPath}" "${cli}"`;
        assert.equal((await runCommand(folder, ['init', '--merge-driver', '--command', driver])).code, 0);
        git('add', '-A');
        git('commit', '-q', '-m', 'base');
        const branches = ['aiko', 'ken', 'mari'];
        const made: string[] = [];
        for (const [turn, name] of branches.entries()) {
          git('checkout', '-q', '-b', name, 'main');
          for (let step = 0; step < 3; step++) {
            const text = readFileSync(path.join(folder, FILE), 'utf8');
            writeFileSync(
              path.join(folder, FILE),
              apply(text, operationOf(name, step, seed * 7 + turn * 3 + step, made)),
            );
            git('commit', '-q', '--allow-empty', '-am', `${name} ${step}`);
          }
        }
        const results = [branches, [...branches].reverse()].map((order) => {
          git('checkout', '-q', '-B', `merge-${order[0]}`, order[0]!);
          for (const name of order.slice(1)) git('merge', '-q', '-m', 'merge', name);
          return readFileSync(path.join(folder, FILE), 'utf8');
        });
        const [first, second] = results.map((text) => parseArticleFile(text));
        assert.deepEqual(first!.problems, []);
        assert.deepEqual(JSON.parse(sorted(first!.value)), JSON.parse(sorted(second!.value)));
        for (const id of made) assert.ok(results[0]!.includes(id), `${id} is lost\n${results[0]}`);
        assert.ok(results[0]!.startsWith('# 調査班\n'));
      });
    }
  });

  /** A repository in which two people give their verdicts on one claim at once. */
  const withTwoVerdicts = async (
    setUp: (folder: string) => Promise<void>,
    look: (folder: string, git: (...args: string[]) => string, text: () => string) => Promise<void>,
  ) =>
    inFolder({ [FILE]: BASE, 'a.md': '143億ドル 49%\n' }, async (folder) => {
      const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' }).toString();
      git('init', '-q', '-b', 'main');
      git('config', 'user.name', 'Test');
      git('config', 'user.email', 'test@example.org');
      await setUp(folder);
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      for (const name of ['aiko', 'ken']) {
        git('checkout', '-q', '-b', name, 'main');
        writeFileSync(path.join(folder, FILE), apply(BASE, verdictOf(name)));
        git('commit', '-q', '-am', name);
      }
      await look(folder, git, () => readFileSync(path.join(folder, FILE), 'utf8'));
    });
  const verdictOf = (by: string): StoreOperation => ({
    type: 'addVerdict',
    claim: 'c-1',
    verdict: { by, at: AT, verdict: 'verified', of: 'abc' },
  });

  it('calls the very program that set it up, whatever the folder says', async function () {
    if (process.platform === 'win32') this.skip();
    const traps = {
      '.npmrc': 'script-shell=./trap.sh\nnode-options=--require ./trap.cjs\nprefix=.\n',
      'trap.sh': '#!/bin/sh\ntouch marker\n',
      'trap.cjs': 'require("fs").writeFileSync("marker", "")\n',
      'node_modules/.bin/sourcemark': '#!/bin/sh\ntouch marker\n',
      'node_modules/sourcemark/package.json': '{ "name": "sourcemark", "bin": "./dist/cli.js" }',
      'node_modules/sourcemark/dist/cli.js': 'require("fs").writeFileSync("marker", "")\n',
    };
    await withTwoVerdicts(
      async (folder) => {
        for (const [name, content] of Object.entries(traps)) {
          mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
          writeFileSync(path.join(folder, name), content, { mode: 0o755 });
        }
        const { code, err } = await runCommand(folder, ['init', '--merge-driver']);
        assert.deepEqual([code, err], [0, '']);
      },
      async (folder, git, text) => {
        assert.ok(git('config', 'merge.sourcemark.driver').includes(`'${process.execPath}' '${cli}' merge --driver`));
        git('merge', '-q', '-m', 'merge', 'aiko');
        assert.ok(text().includes('by: aiko, ') && text().includes('by: ken, ') && !text().includes('<<<'), text());
        assert.ok(!existsSync(path.join(folder, 'marker')));
      },
    );
  });

  it('copies a program of the folder to where a pull cannot exchange it', async () => {
    await withTwoVerdicts(
      async (folder) => {
        const own = path.join(folder, 'node_modules/sourcemark/dist/cli.js');
        mkdirSync(path.dirname(own), { recursive: true });
        writeFileSync(path.join(folder, '.gitignore'), 'node_modules\n');
        copyFileSync(cli, own);
        execFileSync(process.execPath, [own, 'init', '--merge-driver'], { cwd: folder, stdio: 'pipe' });
        writeFileSync(own, 'process.exit(0)');
      },
      async (folder, git, text) => {
        assert.ok(
          git('config', 'merge.sourcemark.driver').includes(path.join(realpathSync(folder), '.git/sourcemark.cjs')),
        );
        git('merge', '-q', '-m', 'merge', 'aiko');
        assert.ok(text().includes('by: aiko, ') && text().includes('by: ken, '), text());
      },
    );
  });

  it('neither waits for nor follows what stands in the place of that copy', async function () {
    if (process.platform === 'win32') this.skip();
    const bytes = readFileSync(cli);
    const inPlace: Readonly<Record<string, (copy: string, elsewhere: string) => void>> = {
      pipe: (copy) => void execFileSync('mkfifo', [copy]),
      // With the very bytes, so that nothing tells it from the copy but that it leads elsewhere.
      link: (copy, elsewhere) => symlinkSync(elsewhere, copy),
      folder: (copy) => mkdirSync(copy),
    };
    for (const [kind, put] of Object.entries(inPlace)) {
      await inFolder({ 'clone/tools/sourcemark.cjs': bytes, 'elsewhere.cjs': bytes }, async (folder) => {
        const clone = path.join(folder, 'clone');
        execFileSync('git', ['init', '-q'], { cwd: clone });
        const copy = path.join(clone, '.git/sourcemark.cjs');
        put(copy, path.join(folder, 'elsewhere.cjs'));
        const words = ['tools/sourcemark.cjs', 'init', '--merge-driver', '--language', 'en'];
        const { status, stderr } = spawnSync(process.execPath, words, {
          cwd: clone,
          encoding: 'utf8',
          timeout: 15_000,
        });
        assert.equal(status, kind === 'folder' ? 2 : 0, kind);
        if (kind === 'folder') assert.match(stderr, /^\.git\/sourcemark\.cjs could not be written: a folder [^\n]*\n$/);
        else assert.ok(lstatSync(copy).isFile(), kind);
        assert.deepEqual(readFileSync(path.join(folder, 'elsewhere.cjs')), bytes);
      });
    }
  });

  it('leaves git’s own merge where the program cannot run, ends half-way, or says it is done without a word', async () => {
    const program = path.resolve('out/test/cli-bundle/gone.cjs');
    for (const instead of [
      undefined,
      '',
      'process.exit(1)',
      'process.exit(129)',
      'process.kill(process.pid, "SIGKILL")',
    ]) {
      copyFileSync(cli, program);
      await withTwoVerdicts(
        async (folder) => {
          const command = `"${process.execPath}" "${program}"`;
          assert.equal((await runCommand(folder, ['init', '--merge-driver', '--command', command])).code, 0);
          if (instead === undefined) rmSync(program);
          else writeFileSync(program, instead);
        },
        async (folder, git, text) => {
          assert.throws(() => git('merge', '-q', '-m', 'merge', 'aiko'));
          assert.match(text(), /^<<<<<<< ours\n.*by: ken, .*^=======\n.*by: aiko, .*^>>>>>>> theirs$/ms);
          const { code, out } = await runCommand(folder, ['check']);
          assert.equal(code, 1);
          assert.match(out, /store\/conflict/);
        },
      );
    }
  });

  it('writes nothing of a file’s name itself when git’s own merge takes over', async function () {
    if (process.platform === 'win32') this.skip();
    const name = '.sourcemark/articles/a\\033[2J\\n::error::b.md.yaml';
    await inFolder({ '.gitattributes': '*.yaml merge=sourcemark\n', [name]: BASE }, async (folder) => {
      const git = (...words: string[]) =>
        spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
          cwd: folder,
          encoding: 'utf8',
        });
      git('init', '-q', '-b', 'main');
      git('config', 'merge.sourcemark.driver', toMergeDriver('false'));
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      for (const by of ['ken', 'aiko']) {
        git('checkout', '-q', '-b', by, 'main');
        writeFileSync(path.join(folder, name), apply(BASE, verdictOf(by)));
        git('commit', '-q', '-am', by);
      }
      const { status, stderr } = git('merge', '-q', '-m', 'merge', 'ken');
      assert.equal(status, 1);
      assert.match(stderr, /^Sourcemark could not merge this file, so it is merged by lines\.$/m);
      assert.doesNotMatch(stderr, /\u001b|^::/m);
      assert.match(readFileSync(path.join(folder, name), 'utf8'), /^<{7} ours$/m);
    });
  });

  it('merges what was merged crosswise before, and what git replays, without a conflict over additions', async () => {
    await withTwoVerdicts(
      async (folder) => {
        // No driver yet, as in a clone of a colleague who did not set one up.
        execFileSync('git', ['config', 'rerere.enabled', 'true'], { cwd: folder });
        writeFileSync(path.join(folder, '.gitattributes'), '/.sourcemark/**/*.yaml merge=sourcemark\n');
      },
      async (folder, git, text) => {
        const both = apply(BASE, verdictOf('aiko'), verdictOf('ken'));
        for (const [name, other] of [
          ['aiko', 'ken~0'],
          ['ken', 'aiko-was'],
        ] as const) {
          git('checkout', '-q', name);
          if (name === 'aiko') git('branch', 'aiko-was');
          assert.throws(() => git('merge', '-q', '-m', 'crosswise', other));
          writeFileSync(
            path.join(folder, FILE),
            apply(both, {
              ...verdictOf(name),
              verdict: { by: `${name}-2`, at: AT, verdict: 'question', of: 'abc' },
            } as StoreOperation),
          );
          git('commit', '-q', '-am', `${name} merges`);
        }
        assert.equal((await runCommand(folder, ['init', '--merge-driver'])).code, 0);
        // As where the common versions of a crossed merge were merged by lines: they come with marks.
        git('config', 'merge.sourcemark.recursive', 'text');
        git('merge', '-q', '-m', 'both', 'aiko');
        const { value, problems } = parseArticleFile(text());
        assert.deepEqual(problems, []);
        assert.deepEqual(value.claims!['c-1']!.verdicts!.map(({ by }) => by).sort(), [
          'aiko',
          'aiko-2',
          'ken',
          'ken-2',
        ]);
      },
    );
  });

  it('is not set up when a merge that is tried does not come out right', async () => {
    for (const command of ['false', 'true', 'echo merged #', '/nowhere/sourcemark']) {
      await inFolder({}, async (folder) => {
        execFileSync('git', ['init', '-q'], { cwd: folder });
        const { code, err } = await runCommand(folder, ['init', '--merge-driver', '--command', command]);
        assert.equal(code, 2);
        assert.ok(err.startsWith('A merge that was tried with this command did not come out right'), err);
        assert.doesNotMatch(readFileSync(path.join(folder, '.git/config'), 'utf8'), /sourcemark/);
        assert.ok(!existsSync(path.join(folder, '.gitattributes')));
      });
    }
  });

  it('is set up by eight processes at once, once', async () => {
    await inFolder({}, async (folder) => {
      execFileSync('git', ['init', '-q'], { cwd: folder });
      const ended = Array.from(
        { length: 8 },
        () =>
          new Promise<string>((resolve) => {
            execFile(process.execPath, [cli, 'init', '--merge-driver'], { cwd: folder }, (error, _, err) =>
              resolve(`${error?.code ?? 0} ${err}`),
            );
          }),
      );
      assert.deepEqual(await Promise.all(ended), Array(8).fill('0 '));
      const config = readFileSync(path.join(folder, '.git/config'), 'utf8');
      assert.equal(config.match(/driver = /g)?.length, 1);
      assert.equal(config.match(/\[merge "sourcemark"\]/g)?.length, 1);
      assert.equal(readFileSync(path.join(folder, '.gitattributes'), 'utf8').match(/sourcemark/g)?.length, 2);
    });
  });

  it('waits for who else is writing the configuration, and says so where nobody ends', async () => {
    await inFolder({}, async (folder) => {
      execFileSync('git', ['init', '-q'], { cwd: folder });
      const lock = path.join(folder, '.git/config.lock');
      const command = [process.execPath, cli].map(quoteForDriver).join(' ');
      writeFileSync(lock, '');
      const kept = await setUpMergeDriver(folder, new NodeFileWriter(folder), command, 50);
      assert.deepEqual([kept.isConfigured, kept.works, kept.isLocked], [false, true, true]);
      assert.match(kept.problem ?? '', /config/);
      setTimeout(() => rmSync(lock), 1500);
      assert.equal((await setUpMergeDriver(folder, new NodeFileWriter(folder), command)).isConfigured, true);
      assert.match(readFileSync(path.join(folder, '.git/config'), 'utf8'), /driver = /);
    });
  });

  it('writes nothing through a link in the place of the clone’s configuration', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder({}, async (folder) => {
      execFileSync('git', ['init', '-q', 'clone'], { cwd: folder });
      const config = path.join(folder, 'clone/.git/config');
      renameSync(config, path.join(folder, 'elsewhere'));
      symlinkSync(path.join(folder, 'elsewhere'), config);
      const before = readFileSync(config, 'utf8');
      assert.equal((await runCommand(path.join(folder, 'clone'), ['init', '--merge-driver'])).code, 2);
      assert.equal(readFileSync(config, 'utf8'), before);
    });
  });

  it('tells of a file that git has not finished merging, also without marks in it', async () => {
    await withTwoVerdicts(
      async (folder) => {
        execFileSync('git', ['config', 'merge.sourcemark.driver', 'false'], { cwd: folder });
        writeFileSync(path.join(folder, '.gitattributes'), '*.yaml merge=sourcemark\n');
      },
      async (folder, git, text) => {
        assert.throws(() => git('merge', '-q', '-m', 'merge', 'aiko'));
        assert.ok(!text().includes('aiko, at: 2026-11-21T09:00:00Z, verdict') && !text().includes('<<<'), text());
        const { code, out } = await runCommand(folder, ['check', '--level', 'error']);
        assert.equal(code, 1);
        assert.match(out, /a\.md\.yaml:1:1: error: git has not finished merging this file[^\n]*\[store\/conflict\]\n/);
        assert.doesNotMatch((await runCommand(folder, ['check', '--no-git'])).out, /has not finished/);
        git('add', '-A');
        assert.doesNotMatch((await runCommand(folder, ['check'])).out, /has not finished/);
      },
    );
  });

  it('stops at a real conflict, with both values in the file', async () => {
    await inFolder({ [FILE]: BASE }, async (folder) => {
      const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' }).toString();
      git('init', '-q', '-b', 'main');
      git('config', 'user.name', 'Test');
      git('config', 'user.email', 'test@example.org');
      await runCommand(folder, ['init', '--merge-driver', '--command', `"${process.execPath}" "${cli}"`]);
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      for (const name of ['aiko', 'ken']) {
        git('checkout', '-q', '-b', name, 'main');
        writeFileSync(path.join(folder, FILE), apply(BASE, { type: 'setNote', claim: 'c-2', note: name }));
        git('commit', '-q', '-am', name);
      }
      assert.throws(() => git('merge', '-q', '-m', 'merge', 'aiko'));
      assert.match(git('status', '--short'), /^UU /);
      const { problems } = parseArticleFile(readFileSync(path.join(folder, FILE), 'utf8'));
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        ['store/conflict'],
      );
    });
  });
});

/** One of the things a person does that no other can contradict; what it makes goes into `made`. */
function operationOf(name: string, step: number, seed: number, made: string[]): StoreOperation {
  const claim = `c-${1 + (seed % 2)}`;
  const id = `${name}${step}`;
  made.push(id);
  const at = `2026-11-22T1${step}:00:00Z`;
  switch (seed % 4) {
    case 0:
      return { type: 'addVerdict', claim, verdict: { by: id, at, verdict: 'question', of: 'abc' } };
    case 1:
      return { type: 'addMessage', claim, message: { id: `m-${id}`, by: name, at, text: 'ok?' } };
    case 2:
      return { type: 'addCitation', claim, citation: { source: id, exact: 'p' } };
    default:
      return {
        type: 'addClaim',
        article: 'a.md',
        id: `c-${id}`,
        claim: { target: { exact: 'x', start: seed }, by: name, at },
      };
  }
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
