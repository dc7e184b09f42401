import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isNetworkPath, leadsToNetwork } from '../../src/node/leadsToNetwork';

describe('a repository that names paths on other computers', () => {
  let folder = '';
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const leads = (from = '.') => leadsToNetwork(path.join(folder, from), 'win32');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sourcemark-network-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is one whose folder is there', () => {
    write('.git', 'gitdir: //archive/desk/repository\n');
    mkdirSync(path.join(folder, 'articles'));
    assert.equal(leads(), true);
    assert.equal(leads('articles'), true);
    write('.git', 'gitdir: \\\\archive\\desk\\repository\n');
    assert.equal(leads(), true);
  });
  it('is one whose objects are there', () => {
    write('.git/objects/info/alternates', '../../other/objects\n//archive/desk/objects\n');
    assert.equal(leads(), true);
  });
  it('is one whose settings or working tree are there, also at one remove', () => {
    write('.git/config', '[include]\n\tpath = more\n');
    write(
      '.git/more',
      '[core]\n\tbare = false\n[includeIf "gitdir:C:/desk/"]\n\tpath = "\\\\\\\\archive\\\\desk\\\\settings"\n',
    );
    assert.equal(leads(), true);
    write('.git/more', '[core]\n\tworktree = //archive/desk\n');
    assert.equal(leads(), true);
    write('.git/more', '[core]\n\tworktree = ../elsewhere\n');
    assert.equal(leads(), false);
  });
  it('is a working tree of one whose common folder is there', () => {
    write('.git', 'gitdir: .main/.git/worktrees/desk\n');
    write('.main/.git/worktrees/desk/commondir', '//archive/desk/.git\n');
    assert.equal(leads(), true);
  });
  it('is one whose settings include each other without end', () => {
    write('.git/config', '[include]\n\tpath = config\n\tpath = config\n');
    assert.equal(leads(), true);
  });
  it('is one whose settings name such a path in any key and any spelling', () => {
    const named = [
      '[core]\n\texcludesFile = //archive/desk/ignore\n',
      '[core]\n\tattributesFile=\\\\\\\\archive\\\\desk\\\\attributes\n',
      '[CORE] hooksPath = "//archive"/hooks\n',
      '[core]\n\tworktree = /"/archive"/desk # ours\n',
      '[core]\n\tworktree = \\\n/\\\n/archive/desk\n',
      '[gpg "ssh"]\n\tprogram = //archive/desk/sign.exe\n',
      '[mailmap]\n\tfile = "\\\\\\\\archive\\\\desk"\n',
      '[diff "a # b"] command = //archive/desk/diff.exe\n',
      '[alias]\n\tdesk = "!//archive/desk/run"\n',
      '[include]\n\tpath = :(optional)//archive/desk/settings\n',
      '[includeIf "gitdir:C:/a#b;c\\"]/"]\n\tpath = //archive/desk/settings\n',
      '[extensions]\n\trefStorage = files:////archive/desk\n',
      '\ufeff[core]\r\n\tbare = false ; //no\r\n\tsshCommand = \\\\\\\\?\\\\UNC\\\\archive\\\\ssh\r\n',
      '[core]\n\tx = \\\\??\\\\UNC\\\\archive\\\\desk\n',
    ];
    for (const settings of named) {
      write('.git/config', settings);
      assert.equal(leads(), true, settings);
    }
  });
  it('may fetch from there, but not while it lacks objects', () => {
    const remote =
      '[remote "origin"]\n\turl = //archive/desk/news.git\n[branch "main"]\n\tremote = //archive/desk/news.git\n';
    write('.git/config', remote);
    assert.equal(leads(), false);
    for (const partial of ['[remote "origin"]\n\tpromisor = true\n', '[extensions]\n\tpartialClone = origin\n']) {
      write('.git/config', remote + partial);
      assert.equal(leads(), true, partial);
    }
    write('.git/config', '[remote "origin"]\n\tuploadpack = //archive/desk/serve.exe\n');
    assert.equal(leads(), true);
  });
  it('is one whose objects are there at one remove, or in quotation marks', () => {
    const other = path.join(folder, 'other');
    write('.git/objects/info/alternates', `# //archive\n${other}\n`);
    write('other/info/alternates', '../more\n');
    assert.equal(leads(), false);
    write('more/info/alternates', '"\\057/archive/desk/objects"\n');
    assert.equal(leads(), true);
    write('more/info/alternates', '"\\\\\\\\archive\\\\desk"\n');
    assert.equal(leads(), true);
    write('more/info/alternates', '"//archive\n');
    assert.equal(leads(), true);
    write('more/info/alternates', `${other}\n`);
    assert.equal(leads(), true);
  });
  it('is one that lies around one that is none', () => {
    write('.git/config', '[core]\n\tworktree = //archive/desk\n');
    mkdirSync(path.join(folder, 'articles/.git'), { recursive: true });
    assert.equal(leads('articles'), true);
  });
  it('is one that lies open among the files', () => {
    write('HEAD', 'ref: refs/heads/main\n');
    write('commondir', '//archive/desk/.git\n');
    mkdirSync(path.join(folder, 'articles'));
    assert.equal(leads('articles'), true);
    write('commondir', 'A list of the rooms.\n');
    assert.equal(leads('articles'), false);
  });
  it('is any whose settings cannot be known', () => {
    const plain = '[core]\n\tbare = false\n';
    write('.git/config', plain);
    assert.equal(leads(), false);
    for (const broken of ['[core\n', '[core]\n\tpath = "C:/desk\n', '[core]\n\tpath = a\\q\n', '[core]\n?\n']) {
      write('.git/config', broken);
      assert.equal(leads(), true, broken);
    }
    write('.git/config', plain + '#\n'.repeat(140_000));
    assert.equal(leads(), true);
    write('.git/config', plain + '#\n'.repeat(100_000));
    assert.equal(leads(), false);
    mkdirSync(path.join(folder, '.git/config.worktree'));
    assert.equal(leads(), true);
    rmSync(path.join(folder, '.git/config.worktree'), { recursive: true });
    for (const place of ['.git', '.git/objects', '.git/objects/info', '.git/objects/pack']) {
      mkdirSync(path.join(folder, place), { recursive: true });
      symlinkSync('elsewhere', path.join(folder, place, 'packed'));
      assert.equal(leads(), true, place);
      rmSync(path.join(folder, place, 'packed'));
    }
    assert.equal(leads(), false);
    rmSync(path.join(folder, '.git/config'));
    write('more', plain);
    symlinkSync('../more', path.join(folder, '.git/config'));
    assert.equal(leads(), true);
    rmSync(path.join(folder, '.git'), { recursive: true });
    symlinkSync('elsewhere', path.join(folder, '.git'));
    assert.equal(leads(), true);
  });
  it('is none that stays on this computer, nor any on other systems', () => {
    write('.git/config', '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://example.com//desk.git\n');
    write('.git/objects/info/alternates', 'C:/desk/objects\n');
    assert.equal(leads(), false);
    write('.git/config', '[include]\n\tpath = //archive/settings\n');
    assert.equal(leadsToNetwork(folder, 'linux'), false);
    assert.equal(leads(), true);
  });
  it('is told by how Windows reads paths', () => {
    for (const named of [
      '//server/share',
      '\\\\server\\share',
      '\\\\?\\UNC\\server\\share',
      '/\\server\\share',
      '\\??\\UNC\\server\\share',
      '"//a/b"',
    ])
      assert.equal(isNetworkPath(named), true, named);
    for (const named of ['C:\\desk', '/desk', '..\\desk', 'desk//objects', ''])
      assert.equal(isNetworkPath(named), false, named);
  });
});
