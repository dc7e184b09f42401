import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
      '"//a/b"',
    ])
      assert.equal(isNetworkPath(named), true, named);
    for (const named of ['C:\\desk', '/desk', '..\\desk', 'desk//objects', ''])
      assert.equal(isNetworkPath(named), false, named);
  });
});
