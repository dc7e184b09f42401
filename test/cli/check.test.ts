import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { inFolder, runCommand } from './runCommand';

const config = 'version: 1\narticles: ["articles/**/*.md"]\n';
/** An article with a figure in each state. */
const newsroom = {
  '.sourcemark/config.yaml': 'articles: ["articles/**/*.md"]\n',
  '.sourcemark/sources/all.yaml':
    'wire: { type: report, custom: { text: sources/wire.md } }\nmemo: { type: report, custom: { status: retracted } }\n',
  'sources/wire.md': 'It is investing $14.3 billion.\n',
  'articles/a.md':
    '# 143億ドル\n\nMeta $14.3 billion, and it was given 49% of it. It has 900 people. The rest is 51%. It has 7 offices.\n',
  '.sourcemark/articles/articles/a.md.yaml': [
    'article: articles/a.md',
    'claims:',
    '  c-1: { target: { exact: $14.3 billion }, citations: [{ source: wire, exact: investing $14.3 billion }], by: a, at: 2025-06-13T09:00:00Z }',
    '  c-2: { target: { exact: 49% }, citations: [{ source: wire }], by: a, at: 2025-06-13T09:00:00Z }',
    '  c-3: { target: { exact: 900 people }, citations: [{ source: memo }], by: a, at: 2025-06-13T09:00:00Z }',
    'exemptions:',
    '  e-1: { target: { exact: 51% }, reason: the rest, by: a, at: 2025-06-13T09:00:00Z }',
    '',
  ].join('\n'),
};
const unsourced = { '.sourcemark/config.yaml': config, 'articles/a.md': 'メタは143億ドルを投じた。\n' };

describe('sourcemark check', () => {
  it('reports a figure without a source at its line and column, and exits with 1', async () => {
    await inFolder(unsourced, async (folder) => {
      const { code, out } = await runCommand(folder, ['check']);
      assert.match(
        out,
        /^articles\/a\.md:1:4: warning: “143億ドル” has no source \(read as .*14\.3 billion.*\)\. \[figure\/unsourced\]$/m,
      );
      assert.match(
        out,
        /Articles: 1\. Figures: 0 supported, 0 unchecked, 0 contested, 0 repeated, 0 exempt, 1 unsourced\. Errors: 0, warnings: 1, notes: 0\./,
      );
      assert.equal(code, 1);
    });
  });
  it('has GitHub show findings beside their lines, and what cannot be read', async () => {
    const files = { ...unsourced, 'articles/a,b.md': '100%の減税で143億ドル。\n' };
    await inFolder(files, async (folder) => {
      symlinkSync('/etc/hostname', path.join(folder, 'articles', 'c.md'));
      const { code, out } = await runCommand(folder, ['check', '--format', 'github']);
      assert.equal(code, 2);
      const lines = out.trim().split('\n');
      assert.equal(
        lines[0],
        '::warning file=articles/a%2Cb.md,line=1,col=1,endLine=1,endColumn=5,title=figure/unsourced::“100%25” has no source (read as 100%25).',
      );
      assert.match(lines.at(-1) ?? '', /^::error file=articles\/c\.md,title=could not be checked::It is a link,/);
      // From where the job runs, whatever folder is checked.
      const above = await runCommand(path.dirname(folder), ['check', folder, '--format', 'github']);
      assert.ok(above.out.startsWith(`::warning file=${path.basename(folder)}/articles/`), above.out);
    });
  });
  it('does not take a file in the place of the store for a folder without one', async () => {
    await inFolder({ '.sourcemark': 'not a folder', 'articles/a.md': 'メタは巨額を投じた。\n' }, async (folder) => {
      const { code, err } = await runCommand(folder, ['check']);
      assert.match(err, /^\.sourcemark: could not be checked: A file stands where the folder/m);
      assert.equal(code, 2);
    });
  });
  it('speaks Japanese', async () => {
    await inFolder(unsourced, async (folder) => {
      const { out } = await runCommand(folder, ['check'], 'ja');
      assert.match(out, /警告: 「143億ドル」に出典がありません（読み取り: 143億米ドル）。/);
      assert.equal((await runCommand(folder, ['check', '--language', 'ja'])).out, out);
    });
  });
  it('exits with 0 when nothing is found, by citation in the text or by level', async () => {
    const files = { ...unsourced, 'articles/a.md': 'メタは143億ドルを投じた[資料](https://example.org/)。\n' };
    await inFolder(files, async (folder) => assert.equal((await runCommand(folder, ['check'])).code, 0));
    const quiet = { ...unsourced, '.sourcemark/config.yaml': `${config}rules: { figure/unsourced: information }\n` };
    await inFolder(quiet, async (folder) => assert.equal((await runCommand(folder, ['check'])).code, 0));
    await inFolder(unsourced, async (folder) =>
      assert.equal((await runCommand(folder, ['check', '--level', 'error'])).code, 0),
    );
  });
  it('counts claims that have lost their place', async () => {
    const store = `article: articles/a.md
claims:
  c-1: { target: { exact: 港の検査官ら1200人を送り込む }, by: ken, at: 2025-06-14T09:00:00Z }
`;
    const files = { ...unsourced, '.sourcemark/articles/articles/a.md.yaml': store };
    await inFolder(files, async (folder) => {
      const { out } = await runCommand(folder, ['check']);
      assert.match(out, /1 unsourced, lost claims: 1\. Errors: 1, warnings: 1,/);
      const { out: japanese } = await runCommand(folder, ['check'], 'ja');
      assert.match(japanese, /出典なし 1、該当箇所のない主張 1。/);
      const json = JSON.parse((await runCommand(folder, ['check', '--format', 'json'])).out);
      assert.equal(json.articles[0].lost, 1);
    });
  });
  it('counts figures by what stands behind them, and lists each for programs that ask', async () => {
    await inFolder(newsroom, async (folder) => {
      const { out, code } = await runCommand(folder, ['check']);
      assert.match(
        out,
        /Articles: 1\. Figures: 1 supported, 1 unchecked, 1 contested, 1 repeated, 1 exempt, 1 unsourced\. Errors: 1, warnings: 1, notes: 0\./,
      );
      assert.equal(code, 1);
      const { out: japanese } = await runCommand(folder, ['check'], 'ja');
      assert.match(japanese, /数値は裏付けあり 1、未照合 1、問題あり 1、再掲 1、免除 1、出典なし 1。/);
      const hints = (await runCommand(folder, ['check', '--level', 'hint'])).out.match(/^.*: hint: .*$/gm);
      assert.deepEqual(hints, [
        'articles/a.md:1:3: hint: “143億ドル” is sourced where it is said as “$14.3 billion”, on line 3. [figure/repeated]',
      ]);
      const json = async (...more: string[]) =>
        JSON.parse((await runCommand(folder, ['check', '--format', 'json', ...more])).out).articles[0];
      const counts = {
        file: 'articles/a.md',
        sourced: 1,
        supported: 1,
        unchecked: 1,
        contested: 1,
        repeated: 1,
        exempt: 1,
        unsourced: 1,
        lost: 0,
      };
      assert.deepEqual(await json(), counts);
      const { figures, ...rest } = await json('--figures');
      assert.deepEqual(rest, counts);
      assert.deepEqual(figures.slice(0, 3), [
        {
          start: 2,
          end: 8,
          line: 1,
          column: 3,
          text: '143億ドル',
          kind: 'money',
          state: 'repeated',
          repeats: { start: 15, end: 28 },
        },
        {
          start: 15,
          end: 28,
          line: 3,
          column: 6,
          text: '$14.3 billion',
          kind: 'money',
          state: 'supported',
          claims: ['c-1'],
        },
        {
          start: 47,
          end: 50,
          line: 3,
          column: 38,
          text: '49%',
          kind: 'percent',
          state: 'unchecked',
          reason: 'noQuote',
          message: 'no words of the source are quoted',
          claims: ['c-2'],
        },
      ]);
      assert.deepEqual(
        figures.slice(3).map(({ text, state, reason }: Record<string, unknown>) => [text, state, reason]),
        [
          ['900 people', 'contested', 'retracted'],
          ['51%', 'exempt', undefined],
          ['7 offices', 'unsourced', undefined],
        ],
      );
    });
  });
  it('fails for what was not checked only where the team says so', async () => {
    const only = {
      'articles/a.md': 'Meta has 49% [@memo].\n',
      '.sourcemark/sources/memo.yaml': 'memo: { type: report }\n',
    };
    await inFolder({ ...only, '.sourcemark/config.yaml': config }, async (folder) =>
      assert.equal((await runCommand(folder, ['check'])).code, 0),
    );
    const strict = { ...only, '.sourcemark/config.yaml': `${config}rules: { figure/unchecked: error }\n` };
    await inFolder(strict, async (folder) => {
      const { out, code } = await runCommand(folder, ['check']);
      assert.match(out, /1:10: error: “49%” is cited, but was not checked: only the text itself cites a source\./);
      assert.equal(code, 1);
    });
  });
  it('prints JSON for programs', async () => {
    await inFolder(unsourced, async (folder) => {
      const { out } = await runCommand(folder, ['check', '--format', 'json']);
      const report = JSON.parse(out);
      assert.deepEqual(
        report.diagnostics.map(({ rule, level, file, start, end, line, column }: Record<string, unknown>) => ({
          rule,
          level,
          file,
          start,
          end,
          line,
          column,
        })),
        [{ rule: 'figure/unsourced', level: 'warning', file: 'articles/a.md', start: 3, end: 9, line: 1, column: 4 }],
      );
      assert.deepEqual(report.articles, [
        {
          file: 'articles/a.md',
          sourced: 0,
          supported: 0,
          unchecked: 0,
          contested: 0,
          repeated: 0,
          exempt: 0,
          unsourced: 1,
          lost: 0,
        },
      ]);
    });
  });
  it('checks only what was named, from a folder inside too', async () => {
    const files = { ...unsourced, 'articles/deep/b.md': 'It paid $5 million.\n' };
    await inFolder(files, async (folder) => {
      const one = await runCommand(folder, ['check', 'articles/deep/b.md']);
      assert.ok(one.out.includes('b.md:1:9') && !one.out.includes('a.md'), one.out);
      const inside = await runCommand(path.join(folder, 'articles', 'deep'), ['check', '.']);
      assert.equal(inside.out, one.out);
    });
  });
  it('reports of an article what it reports when it checks everything', async () => {
    const root = 'examples/newsroom';
    const run = async (...paths: string[]) => {
      const { out } = await runCommand(root, ['check', ...paths, '--format', 'json', '--level', 'hint', '--no-git']);
      return JSON.parse(out) as { diagnostics: { file: string }[]; articles: { file: string }[]; unread: unknown[] };
    };
    const everything = await run();
    assert.ok(everything.articles.length > 3);
    for (const article of everything.articles) {
      const storeFile = `.sourcemark/articles/${article.file}.yaml`;
      const named = existsSync(path.join(root, article.file)) ? article.file : storeFile;
      const { diagnostics, articles } = await run(named);
      assert.deepEqual(articles, [article]);
      assert.deepEqual(
        diagnostics,
        everything.diagnostics.filter(({ file }) => file === article.file || file === storeFile),
      );
    }
  });
  it('checks files of the store: those of articles with these, others by themselves', async () => {
    const files = {
      ...unsourced,
      '.sourcemark/articles/articles/a.md.yaml': 'article: articles/a.md\nclaims: 3\n',
      '.sourcemark/sources/unused.yaml': 'unused: { type: report }\n',
    };
    await inFolder(files, async (folder) => {
      const article = await runCommand(folder, ['check', '.sourcemark/articles/articles/a.md.yaml']);
      assert.match(article.out, /a\.md\.yaml:2:9: error: .*\n\narticles\/a\.md:1:4: warning: /);
      assert.equal(article.out, (await runCommand(folder, ['check', 'articles/a.md'])).out);
      const source = await runCommand(folder, ['check', '.sourcemark/sources/unused.yaml']);
      assert.match(source.out, /^\.sourcemark\/sources\/unused\.yaml:1:1: note: .*\[source\/unused\]\n\nArticles: 0\./);
      assert.equal(source.code, 0);
    });
    await inFolder({ ...unsourced, 'code.js': '' }, async (folder) => {
      const { code, err } = await runCommand(folder, ['check', 'code.js']);
      assert.equal(code, 2);
      assert.match(err, /No article was found/);
    });
  });
  it('checks a folder without a store', async () => {
    await inFolder({ 'draft.txt': '売上は5億円だった。' }, async (folder) => {
      const { code, out } = await runCommand(folder, ['check']);
      assert.equal(code, 1);
      assert.match(out, /draft\.txt:1:4/);
    });
  });
  it('never passes what could not be checked', async () => {
    await inFolder({}, async (folder) => assert.equal((await runCommand(folder, ['check'])).code, 2));
    const notText = { ...unsourced, 'articles/b.md': Buffer.from([0xff, 0xfe, 0x31, 0x00]) };
    await inFolder(notText, async (folder) => {
      const { code, err } = await runCommand(folder, ['check']);
      assert.equal(code, 2);
      assert.match(err, /articles\/b\.md: could not be checked: The file is not UTF-8/);
    });
    await inFolder(unsourced, async (folder) => {
      symlinkSync('/etc/hostname', path.join(folder, 'articles', 'c.md'));
      const { code, err } = await runCommand(folder, ['check']);
      assert.equal(code, 2);
      assert.match(err, /articles\/c\.md: could not be checked: It is a link/);
    });
  });
  it('shows what a terminal would obey, in a passage and in a name, as a sign', async () => {
    const claim = (exact: string) => ({ 'c-1': { target: { exact }, by: 'aiko', at: '2025-06-13T09:00:00Z' } });
    const files = {
      ...unsourced,
      'articles/b\u001b[2J.md': 'メタは5億ドルを投じた。\n',
      '.sourcemark/articles/articles/a.md.yaml': JSON.stringify({ claims: claim('\u001b[1A\u0007\u202e跡\n0 errors') }),
    };
    await inFolder(files, async (folder) => {
      const { out, err } = await runCommand(folder, ['check']);
      assert.match(out, /“\ufffd\[1A\ufffd\ufffd跡 0 errors” no longer stands/);
      assert.match(err, /^articles\/b\ufffd\[2J\.md: could not be checked/m);
    });
  });
  it('does not wait for a named pipe', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder(unsourced, async (folder) => {
      rmSync(path.join(folder, '.sourcemark', 'config.yaml'));
      execFileSync('mkfifo', [path.join(folder, '.sourcemark', 'config.yaml')]);
      const { code, err } = await runCommand(folder, ['check']);
      assert.equal(code, 2);
      assert.match(err, /config\.yaml: could not be checked/);
    });
  });
  it('explains a wrong command line', async () => {
    for (const words of [
      ['check', '--nope'],
      ['check', '--format', 'xml'],
      ['check', 'missing'],
      ['frobnicate'],
      ['check', '--level', 'loud'],
      ['--language', 'fr'],
    ]) {
      const { code, err } = await runCommand('/', words);
      assert.equal(code, 2, words.join(' '));
      const of = words[0] === 'check' ? 'sourcemark check' : 'sourcemark';
      assert.ok(err.endsWith(`See \`${of} --help\`.\n`), err);
    }
  });
  it('names the option that is wrong, in the reader’s language', async () => {
    const { err } = await runCommand('/', ['check', '--nope'], 'ja');
    assert.match(err, /「--nope」というオプションはありません。/);
    assert.match((await runCommand('/', ['check', '--level'])).err, /The option “--level” needs a value\./);
    assert.match((await runCommand('/', ['check', '--quiet=yes'])).err, /The option “--quiet” takes no value\./);
  });
});

describe('sourcemark --help', () => {
  it('lists the commands, and explains each, in both languages', async () => {
    for (const language of ['en', 'ja'] as const) {
      const { code, out } = await runCommand('/', ['--help'], language);
      assert.equal(code, 0);
      for (const name of ['check', 'figures']) {
        assert.match(out, new RegExp(`^  ${name} `, 'm'));
        const page = await runCommand('/', [name, '--help'], language);
        assert.equal(page.code, 0);
        assert.match(page.out, language === 'ja' ? /使い方:/ : /Usage:/);
        assert.equal((await runCommand('/', ['help', name], language)).out, page.out);
      }
    }
  });
  it('is shown, with exit code 2, when no command is given', async () => {
    assert.equal((await runCommand('/', [])).code, 2);
  });
});
