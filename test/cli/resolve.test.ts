import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gitBlobId } from '../../src/core/model/gitBlobId';
import { applyOperation, type StoreOperation } from '../../src/core/store/operations';
import { parseArticleFile } from '../../src/core/store/parseStoreFile';
import { inFolder, runCommand } from './runCommand';

const AT = '2026-11-21T09:00:00Z';
const OLD = '.sourcemark/articles/articles/a.md.yaml';
const NEW = '.sourcemark/articles/articles/b.md.yaml';
const COUNT = 6;
const words = (index: number, more: string) =>
  `第${index}四半期の売上高は${more}${index + 1}43億円だった。`.padEnd(400, `工場${index}の`);
const article = (more: string) => Array.from({ length: COUNT }, (_, index) => words(index, more)).join('\n\n');

/** Annotations as the product writes them: each claim says where it stands. */
function store(file: string, text: string): string {
  const claims = Array.from({ length: COUNT }, (_, index) => {
    const exact = /[0-9]+43億円/.exec(text.slice(text.indexOf(`第${index}`)))![0];
    const start = text.indexOf(exact);
    return `  c-${index}:
    target: { exact: ${exact}, prefix: ${text.slice(start - 6, start)}, suffix: ${text.slice(start + exact.length, start + exact.length + 30)}, start: ${start} }
    by: aiko
    at: ${AT}
`;
  });
  return `article: ${file}\ntext: ${gitBlobId(text)}\nclaims:\n${claims.join('')}`;
}

function apply(yaml: string, ...operations: StoreOperation[]): string {
  return operations.reduce((text, operation) => applyOperation(text, operation).text ?? text, yaml);
}

const added: readonly StoreOperation[] = [
  { type: 'addVerdict', claim: 'c-1', verdict: { by: 'ken', at: AT, verdict: 'verified', of: 'abc' } },
  { type: 'addMessage', claim: 'c-2', message: { id: 'm-ken', by: 'ken', at: AT, text: '一次資料は?' } },
  {
    type: 'addClaim',
    article: 'articles/a.md',
    id: 'c-ken',
    claim: { target: { exact: '工場0の', start: 25 }, by: 'ken', at: AT },
  },
];

describe('an article that one side renames and the other annotates', function () {
  this.timeout(60_000);
  const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');

  /** Merges the two branches, the one that renames first or second, and looks at what is there. */
  async function merge(
    order: readonly [string, string],
    renamed: { readonly text: string; readonly yaml: string },
    look: (folder: string, git: (...args: string[]) => string, out: string) => Promise<void>,
  ): Promise<void> {
    const files = { 'articles/a.md': article(''), [OLD]: store('articles/a.md', article('')) };
    await inFolder(files, async (folder) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
          cwd: folder,
          stdio: 'pipe',
        }).toString();
      git('init', '-q', '-b', 'main');
      assert.equal((await runCommand(folder, ['init', '--merge-driver'])).code, 0);
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      git('checkout', '-q', '-b', 'desk');
      renameSync(path.join(folder, 'articles/a.md'), path.join(folder, 'articles/b.md'));
      renameSync(path.join(folder, OLD), path.join(folder, NEW));
      writeFileSync(path.join(folder, 'articles/b.md'), renamed.text);
      // The desk works on its claims, too.
      const own: StoreOperation = { type: 'setNote', claim: 'c-3', note: '確認済み' };
      writeFileSync(path.join(folder, NEW), apply(renamed.yaml, own, { type: 'removeClaim', id: 'c-5' }));
      git('add', '-A');
      git('commit', '-q', '-m', 'rename');
      git('checkout', '-q', '-b', 'ken', 'main');
      writeFileSync(path.join(folder, OLD), apply(read(folder, OLD), ...added));
      git('commit', '-q', '-am', 'annotate');
      git('checkout', '-q', order[0]);
      const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
      const { stdout } = spawnSync('git', [...identity, 'merge', '-m', 'merge', order[1]], {
        cwd: folder,
        encoding: 'utf8',
      });
      await look(folder, git, stdout);
    });
  }

  function assertWhole(folder: string): void {
    assert.ok(!existsSync(path.join(folder, OLD)));
    const { value, problems } = parseArticleFile(read(folder, NEW));
    assert.deepEqual(problems, []);
    assert.equal(value.article, 'articles/b.md');
    assert.deepEqual(Object.keys(value.claims!).sort(), ['c-0', 'c-1', 'c-2', 'c-3', 'c-4', 'c-ken']);
    assert.deepEqual(
      value.claims!['c-1']!.verdicts?.map(({ by }) => by),
      ['ken'],
    );
    assert.deepEqual(
      value.claims!['c-2']!.thread?.map(({ id }) => id),
      ['m-ken'],
    );
    assert.equal(value.claims!['c-3']!.note, '確認済み');
  }

  const sameText = article('');
  // One digit more in each of the long paragraphs: of lines cut into pieces, few are the same.
  const otherText = article('1');
  for (const order of [
    ['desk', 'ken'],
    ['ken', 'desk'],
  ] as const) {
    it(`has one file where git sees the renaming, ${order[1]} into ${order[0]}`, async () => {
      await merge(order, { text: sameText, yaml: store('articles/b.md', sameText) }, async (folder, _, out) => {
        assert.doesNotMatch(out, /CONFLICT/);
        assertWhole(folder);
      });
    });

    it(`has one file where git takes the two for different ones, ${order[1]} into ${order[0]}`, async () => {
      await merge(order, { text: otherText, yaml: store('articles/b.md', otherText) }, async (folder, git, out) => {
        assert.match(out, /CONFLICT \(modify\/delete\): \.sourcemark\/articles/);
        assert.match((await runCommand(folder, ['check'])).out, /has not finished merging this file/);
        const { code, out: said } = await runCommand(folder, ['resolve']);
        assert.deepEqual(
          [code, said],
          [0, `${NEW}: merged.\n${OLD}: all of it is in the other file now, so it was removed.\n`],
        );
        assertWhole(folder);
        git('add', '-A');
        git('commit', '-q', '-m', 'merged');
        assert.doesNotMatch((await runCommand(folder, ['check'])).out, /store\//);
        assert.equal((await runCommand(folder, ['resolve'])).out, 'There is nothing to merge.\n');
      });
    });

    it(`has one file also when both were committed, ${order[1]} into ${order[0]}`, async () => {
      await merge(order, { text: otherText, yaml: store('articles/b.md', otherText) }, async (folder, git) => {
        git('add', '-A');
        git('commit', '-q', '-m', 'both');
        writeFileSync(path.join(folder, 'articles/c.md'), '別の記事。\n');
        git('add', '-A');
        git('commit', '-q', '-m', 'later');
        assert.ok(existsSync(path.join(folder, OLD)) && existsSync(path.join(folder, NEW)));
        const { out } = await runCommand(folder, ['check', '--level', 'error']);
        assert.match(out, /articles\/a\.md is gone; it may be articles\/b\.md now/);
        assert.equal((await runCommand(folder, ['resolve'])).code, 0);
        assert.ok(!existsSync(path.join(folder, OLD)));
        // What both come from is in the history, under the old name.
        assertWhole(folder);
      });
    });
  }

  it('loses nothing where one branch was put upon the other, and takes for removed what that other took out', async () => {
    await merge(['ken', 'desk'], { text: otherText, yaml: store('articles/b.md', otherText) }, async (folder, git) => {
      const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'core.editor=true'];
      const loose = (...args: string[]) => spawnSync('git', [...identity, ...args], { cwd: folder });
      loose('merge', '--abort');
      loose('rebase', 'desk');
      git('add', '-A');
      loose('rebase', '--continue');
      assert.equal(git('rev-list', '--count', '--merges', 'HEAD').trim(), '0');
      assert.ok(existsSync(path.join(folder, OLD)) && existsSync(path.join(folder, NEW)));
      assert.equal((await runCommand(folder, ['resolve'])).code, 0);
      assertWhole(folder);
    });
  });

  /** Both sides rename the article, each to another name, and work on its claims. */
  async function renameTwice(
    hasDriver: boolean,
    look: (folder: string, git: (...args: string[]) => void) => Promise<void>,
  ): Promise<void> {
    await inFolder({ 'articles/a.md': sameText, [OLD]: store('articles/a.md', sameText) }, async (folder) => {
      const git = (...args: string[]) => {
        spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
      };
      git('init', '-q', '-b', 'main');
      assert.equal((await runCommand(folder, ['init', ...(hasDriver ? ['--merge-driver'] : [])])).code, 0);
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      git('branch', 'ken');
      const rename = (name: string, ...operations: StoreOperation[]) => {
        renameSync(path.join(folder, 'articles/a.md'), path.join(folder, `articles/${name}.md`));
        const file = `.sourcemark/articles/articles/${name}.md.yaml`;
        renameSync(path.join(folder, OLD), path.join(folder, file));
        const named: StoreOperation = { type: 'setArticle', article: `articles/${name}.md` };
        writeFileSync(path.join(folder, file), apply(read(folder, file), named, ...operations));
        git('add', '-A');
        git('commit', '-q', '-m', name);
      };
      rename('b', { type: 'setNote', claim: 'c-3', note: '確認済み' }, { type: 'removeClaim', id: 'c-5' });
      git('checkout', '-q', 'ken');
      rename('c', added[0]!, added[1]!, { type: 'removeClaim', id: 'c-4' });
      git('checkout', '-q', 'main');
      git('merge', '-m', 'merge', 'ken');
      await look(folder, git);
    });
  }

  const OTHER = '.sourcemark/articles/articles/c.md.yaml';
  for (const hasDriver of [true, false])
    for (const isCommitted of [true, false])
      it(`asks which of two names stays, ${hasDriver ? 'with' : 'without'} the driver, ${isCommitted ? 'after' : 'before'} a commit`, async () => {
        await renameTwice(hasDriver, async (folder, git) => {
          if (isCommitted) {
            git('add', '-A');
            git('commit', '-q', '-m', 'both');
          }
          for (let turn = 0; turn < 2; turn++) {
            const { code, out } = await runCommand(folder, ['resolve']);
            assert.equal(code, 1);
            assert.ok(
              out.endsWith(
                `${NEW} and ${OTHER} hold the same annotations, because both sides renamed the article. Remove the article whose name is not to stay, then run this once more.\n`,
              ),
              out,
            );
            assert.ok(existsSync(path.join(folder, NEW)) && existsSync(path.join(folder, OTHER)));
          }
          rmSync(path.join(folder, 'articles/b.md'));
          const { code, out } = await runCommand(folder, ['resolve']);
          assert.deepEqual(
            [code, out],
            [0, `${OTHER}: merged.\n${NEW}: all of it is in the other file now, so it was removed.\n`],
          );
          assert.ok(!existsSync(path.join(folder, NEW)));
          const { value, problems } = parseArticleFile(read(folder, OTHER));
          assert.deepEqual(problems, []);
          assert.equal(value.article, 'articles/c.md');
          assert.deepEqual(Object.keys(value.claims!).sort(), ['c-0', 'c-1', 'c-2', 'c-3']);
          assert.equal(value.claims!['c-3']!.note, '確認済み');
          assert.equal(value.claims!['c-1']!.verdicts?.length, 1);
          assert.equal(value.claims!['c-2']!.thread?.length, 1);
        });
      });

  it('takes the name of the file where the other one was removed by hand', async () => {
    await renameTwice(true, async (folder, git) => {
      for (const file of ['articles/b.md', NEW]) rmSync(path.join(folder, file));
      git('add', '-A');
      git('commit', '-q', '-m', 'c stays');
      assert.deepEqual(await runCommand(folder, ['resolve']), { code: 0, out: `${OTHER}: merged.\n`, err: '' });
      assert.deepEqual(parseArticleFile(read(folder, OTHER)).problems, []);
      assert.equal(parseArticleFile(read(folder, OTHER)).value.article, 'articles/c.md');
    });
  });

  it('merges marks that were committed, with what both sides come from', async () => {
    await inFolder({ 'articles/a.md': sameText, [OLD]: store('articles/a.md', sameText) }, async (folder) => {
      const git = (...args: string[]) =>
        spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
      git('init', '-q', '-b', 'main');
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      git('checkout', '-q', '-b', 'desk');
      renameSync(path.join(folder, 'articles/a.md'), path.join(folder, 'articles/b.md'));
      const named: StoreOperation = { type: 'setArticle', article: 'articles/b.md' };
      const yaml = apply(read(folder, OLD), named, added[0]!, { type: 'removeClaim', id: 'c-5' });
      rmSync(path.join(folder, OLD));
      writeFileSync(path.join(folder, NEW), yaml);
      git('add', '-A');
      git('commit', '-q', '-m', 'rename');
      git('checkout', '-q', 'main');
      const other: StoreOperation = {
        ...added[0]!,
        verdict: { by: 'mari', at: AT, verdict: 'verified', of: 'abc' },
      } as StoreOperation;
      writeFileSync(path.join(folder, OLD), apply(read(folder, OLD), other, added[1]!));
      git('commit', '-q', '-am', 'annotate');
      git('merge', 'desk');
      assert.match(read(folder, NEW), /^<{7}/m);
      git('add', '-A');
      git('commit', '-q', '-m', 'with marks');
      git('commit', '-q', '--allow-empty', '-m', 'later');
      // From a folder inside, too.
      const merged = await runCommand(path.join(folder, 'articles'), ['resolve']);
      assert.deepEqual(merged, { code: 0, out: `${NEW}: merged.\n`, err: '' });
      const { value, problems } = parseArticleFile(read(folder, NEW));
      assert.deepEqual(problems, []);
      assert.deepEqual(Object.keys(value.claims!).sort(), ['c-0', 'c-1', 'c-2', 'c-3', 'c-4']);
      assert.deepEqual(value.claims!['c-1']!.verdicts?.map(({ by }) => by).sort(), ['ken', 'mari']);
      assert.equal(value.claims!['c-2']!.thread?.length, 1);
    });
  });

  it('says what it could not read', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder(
      { 'articles/a.md': sameText, 'articles/a:b.md': sameText, [OLD]: 'article: articles/a.md\n' },
      async (folder) => {
        const { code, out, err } = await runCommand(folder, ['resolve']);
        assert.deepEqual([code, out], [2, 'There is nothing to merge.\n']);
        assert.match(err, /^articles\/a:b\.md: A name with “:”[^\n]*\n$/);
      },
    );
  });

  it('leaves to a person what one side removed and the other worked on', async () => {
    await inFolder({ 'articles/a.md': article(''), [OLD]: store('articles/a.md', article('')) }, async (folder) => {
      const git = (...args: string[]) =>
        spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
      git('init', '-q', '-b', 'main');
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      git('checkout', '-q', '-b', 'desk');
      git('rm', '-q', OLD);
      git('commit', '-q', '-m', 'removed');
      git('checkout', '-q', 'main');
      writeFileSync(path.join(folder, OLD), apply(read(folder, OLD), ...added));
      git('commit', '-q', '-am', 'annotate');
      git('merge', 'desk');
      const before = read(folder, OLD);
      const { code, out } = await runCommand(folder, ['resolve']);
      assert.equal(code, 1);
      assert.match(out, /one side removed these annotations/);
      assert.equal(read(folder, OLD), before);
    });
  });

  it('merges what a driver that could not run left on our side, and leaves what a person made of it since', async () => {
    await inFolder({ 'articles/a.md': article(''), [OLD]: store('articles/a.md', article('')) }, async (folder) => {
      const git = (...args: string[]) =>
        spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
      writeFileSync(path.join(folder, '.gitattributes'), '*.yaml merge=sourcemark\n');
      git('init', '-q', '-b', 'main');
      git('config', 'merge.sourcemark.driver', 'false');
      git('add', '-A');
      git('commit', '-q', '-m', 'base');
      const base = read(folder, OLD);
      git('checkout', '-q', '-b', 'desk');
      writeFileSync(path.join(folder, OLD), apply(base, { type: 'setNote', claim: 'c-3', note: '確認済み' }));
      git('commit', '-q', '-am', 'note');
      git('checkout', '-q', 'main');
      writeFileSync(path.join(folder, OLD), apply(base, ...added));
      git('commit', '-q', '-am', 'annotate');
      git('merge', 'desk');
      assert.deepEqual(await runCommand(folder, ['resolve']), { code: 0, out: `${OLD}: merged.\n`, err: '' });
      const { claims } = parseArticleFile(read(folder, OLD)).value;
      assert.deepEqual([claims!['c-3']!.note, claims!['c-1']!.verdicts?.length], ['確認済み', 1]);
      const merged = read(folder, OLD);
      const { code, out } = await runCommand(folder, ['resolve']);
      assert.deepEqual([code, out], [0, `${OLD}: changed since git merged it, and left as it is.\n`]);
      assert.equal(read(folder, OLD), merged);
    });
  });
});
