import assert from 'node:assert/strict';
import { findProgram } from '../../src/node/findProgram';

describe('findProgram', () => {
  const find = (
    platform: NodeJS.Platform,
    path: string | undefined,
    programs: readonly string[],
    folders = platform === 'win32' ? ['C:\\work\\paper'] : ['/work/paper'],
  ) => findProgram('git', { path, platform, folders, isProgram: (file) => programs.includes(file) });

  it('takes the first folder of the PATH that has it', () => {
    assert.equal(find('linux', '/a:/b:/c', ['/b/git', '/c/git']), '/b/git');
    assert.equal(find('win32', 'C:\\a;"C:\\b c";C:\\d', ['C:\\b c\\git.exe', 'C:\\d\\git.exe']), 'C:\\b c\\git.exe');
    assert.equal(find('linux', undefined, ['/b/git']), undefined);
    assert.equal(find('linux', '/a', ['/b/git']), undefined);
  });

  it('looks only where the PATH says it in full', () => {
    const here = ['git', './git', 'bin/git', '/b/git'];
    for (const path of ['', '.', 'bin', '.:bin:', ':./bin']) assert.equal(find('linux', path, here), undefined);
    assert.equal(find('linux', '.:bin::/b', here), '/b/git');
    const onWindows = ['git.exe', '.\\git.exe', 'bin\\git.exe', 'C:git.exe', '\\bin\\git.exe', 'D:\\b\\git.exe'];
    for (const path of ['', '.', 'bin', '.;bin;', 'C:', '\\bin', '/bin', 'C:.'])
      assert.equal(find('win32', path, onWindows), undefined, path);
    assert.equal(find('win32', '.;C:;\\bin;D:/b', onWindows), 'D:\\b\\git.exe');
  });

  it('takes no script on Windows', () => {
    assert.equal(find('win32', 'C:\\a', ['C:\\a\\git.cmd', 'C:\\a\\git.bat', 'C:\\a\\git']), undefined);
  });

  it('takes nothing of the folder that is worked on, nor of a project’s packages', () => {
    const all = [
      '/work/paper/git',
      '/work/paper/bin/git',
      '/work/paper/../paper/git',
      '/x/node_modules/.bin/git',
      '/b/git',
    ];
    const path = '/work/paper:/work/paper/bin:/work/paper/../paper:/x/node_modules/.bin:/b';
    assert.equal(find('linux', path, all), '/b/git');
    assert.equal(find('linux', '/work/paper2', ['/work/paper2/git']), '/work/paper2/git');
    assert.equal(find('linux', '/work/..paper:/work', ['/work/git']), '/work/git');
    assert.equal(find('linux', '/tmp/x:/b', ['/tmp/x/git', '/b/git'], ['/work/link', '/tmp/x']), '/b/git');
    assert.equal(
      find('win32', 'c:\\WORK\\paper\\bin;D:\\b', ['c:\\WORK\\paper\\bin\\git.exe', 'D:\\b\\git.exe']),
      'D:\\b\\git.exe',
    );
  });
});
