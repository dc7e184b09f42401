import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { printable, printableJson } from '../../src/cli/printable';
import { toGithubCommand } from '../../src/cli/toGithubCommand';
import { buildCli, inFolder, runCommand } from './runCommand';

/** What a terminal would obey, and what would be a line of its own for whoever reads the output by lines. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
/** What a runner of GitHub, Azure or TeamCity takes for a command anywhere in a line, and GitLab for a section. */
const COMMAND = /##\w*\[|section_(?:start|end):\d/;

/** Holds every line of an output to its form: nothing but our own lines, and nothing that is obeyed. */
function assertTame(output: string, isOurs = (_line: string) => false): void {
  assert.ok(output === '' || output.endsWith('\n'));
  for (const line of output.split('\n')) {
    assert.doesNotMatch(line.replaceAll('\t', ' '), OBEYED, JSON.stringify(line));
    assert.doesNotMatch(line, COMMAND, JSON.stringify(line));
    if (!isOurs(line)) assert.doesNotMatch(line, /^\s*::/, JSON.stringify(line));
  }
}

/** A text as a file can hold it. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

const WILD = [
  '::error::x',
  ' ::stop-commands::t',
  '\r::add-mask::x',
  '\n::warning::x',
  '##[error]x',
  '##vso[task.complete]',
  "##teamcity[message text='x']",
  '###[group]',
  'section_start:1700000000:x\r\u001b[0K',
  '\u001b[2J',
  '\u009b1A',
  '\u0007\b\u007f',
  '\u202e\u2066',
  '\u200e1\u200f2\u061c',
  'a\u2028::error::x',
  'a\u2029b\u0085c\vd\fe',
];
const wild = fc.oneof(
  fc.constantFrom(...WILD),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...WILD, ':', '#', '[', ' ', '\n', 'a'), { maxLength: 6 }).map((parts) => parts.join('')),
);

describe('what the command line writes', function () {
  this.timeout(60_000);

  it('holds any word to one line that nothing obeys', () => {
    fc.assert(
      fc.property(wild, (word) => {
        assertTame(`${printable(word)}\n`);
        assertTame(`${printableJson({ [word]: [word] }, 2)}\n`);
        assert.deepEqual(JSON.parse(printableJson({ a: word })), { a: word });
        const annotation = toGithubCommand({
          level: 'error',
          file: word,
          places: undefined,
          title: word,
          message: word,
        });
        assertTame(`${annotation}\n`, (line) => line === annotation);
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 300) },
    );
  });

  it('says of any file, in any format, lines of its own only', async () => {
    await fc.assert(
      fc.asyncProperty(wild, wild, async (text, name) => {
        const said = JSON.stringify(wellFormed(text));
        const title = wellFormed(name.replace(/[/\0]/g, '')).slice(0, 30);
        const claim = `{ target: { exact: ${said === '""' ? '"x"' : said} }, by: ken, at: "2025-06-13T09:00:00Z" }`;
        const files = {
          '.sourcemark/config.yaml': `version: 1\nrules: { ${said}: off }\nfigures: { never: [${said}] }\n`,
          '.sourcemark/articles/a.md.yaml': `article: a.md\nclaims: { c-1: ${claim} }\n`,
          '.sourcemark/sources/s.yaml': `${said}: { type: report, title: ${said}, ${said}: ${said} }\n`,
          '.sourcemark/entities/e.yaml': `e: { type: person, names: { ja: ${said} } }\n`,
          'a.md': `${wellFormed(text)} 143億ドル[@${title}]\n`,
          [`x${title}.md`]: '売上は5億円だった。\n',
        };
        await inFolder(files, async (folder) => {
          for (const words of [
            ['check', '--no-git', '--level', 'hint'],
            ['check', '--no-git', '--format', 'json'],
            ['check', '--no-git', '--format', 'github'],
            ['figures', 'a.md', `x${title}.md`, `missing${title}`],
            ['figures', 'a.md', '--format', 'text'],
            ['check', `::${title}`],
            ['check', '--format', text],
            [text],
            ['check', `--${text}`],
            ['merge', text, text, text],
          ]) {
            const { out, err } = await runCommand(folder, words);
            assertTame(out, (line) => words.includes('github') && /^::(?:error|warning|notice) file=/.test(line));
            assertTame(err);
          }
        });
      }),
      { numRuns: Number(process.env.SOURCEMARK_RUNS ?? 25) },
    );
  });

  describe('as a process', () => {
    let cli: string;

    before(async function () {
      if (process.platform === 'win32') this.skip();
      cli = await buildCli();
    });

    /** Runs a script of bash in a folder; `$SOURCEMARK` is the command. */
    function bash(folder: string, script: string) {
      const env = { ...process.env, SOURCEMARK: `'${process.execPath}' '${cli}'`, LC_ALL: 'C.UTF-8' };
      const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
      return { status, out: stdout, err: stderr };
    }
    const many = { 'a.md': '売上は5億円だった。\n'.repeat(20_000) };

    it('keeps its exit code when nobody reads on', async () => {
      await inFolder(many, async (folder) => {
        const { out } = bash(folder, 'set -o pipefail; eval "$SOURCEMARK check --no-git" | head -1; echo $?');
        assert.match(out, /^a\.md:1:4: warning: [^\n]*\n1\n$/);
      });
    });

    it('says that the disk is full, and ends with 2', async function () {
      if (process.platform !== 'linux') this.skip();
      await inFolder(many, async (folder) => {
        const { status, err } = bash(folder, 'eval "$SOURCEMARK check --no-git" > /dev/full');
        assert.equal(status, 2);
        assert.equal(
          err,
          'sourcemark: What was found could not be written: the disk is full. Free some space, then try again.\n',
        );
      });
    });

    // Node puts the null device in the place of a closed output, as whoever wants none of it does (`stdio: 'ignore'`,
    // `subprocess.DEVNULL`): the two are the same from within, so the exit code is that of the check.
    it('keeps its exit code when an output is closed', async () => {
      await inFolder({ 'a.md': '売上は5億円だった。\n' }, async (folder) => {
        for (const closed of ['>&-', '2>&-', '>&- 2>&-']) {
          const { status, err } = bash(folder, `eval "$SOURCEMARK check --no-git" ${closed}`);
          assert.equal(status, 1, closed);
          assert.equal(err, '', closed);
        }
      });
    });

    it('says in a sentence that its folder was deleted', async () => {
      await inFolder({ 'gone/a.md': '' }, async (folder) => {
        const { status, err } = bash(folder, 'cd gone && rm -r ../gone && eval "$SOURCEMARK check"');
        assert.equal(status, 2);
        assert.equal(
          err,
          'sourcemark: The folder that you are in is not there any more. Go to another, then try again.\n',
        );
      });
    });

    it('says of a file with “:” or “\\” in its name why it is not read', async () => {
      await inFolder({ 'a:b.md': '売上は5億円だった。\n', 'c\\d.md': '売上は5億円だった。\n' }, async (folder) => {
        const colon = bash(folder, 'eval "$SOURCEMARK check --no-git a:b.md"');
        const reason =
          'A name with “:”, “\\” or a control character is not the same file on every computer, so the file was not read. Rename it, then try again.';
        assert.equal(colon.status, 2);
        assert.ok(colon.err.startsWith(`a:b.md: could not be checked: ${reason}\n`), colon.err);
        const both = bash(folder, 'eval "$SOURCEMARK check --no-git"');
        assert.equal(both.status, 2);
        assert.equal(both.err, ['a:b', 'c\\d'].map((name) => `${name}.md: could not be checked: ${reason}\n`).join(''));
        const figures = bash(folder, 'eval "$SOURCEMARK figures a:b.md"');
        assert.equal(figures.status, 2);
        assert.equal(figures.err, `a:b.md: ${reason}\n`);
        assert.match(
          bash(folder, 'eval "$SOURCEMARK check --no-git --format github a:b.md"').out,
          /title=could not be checked::A name with “:”/,
        );
      });
    });
  });
});
