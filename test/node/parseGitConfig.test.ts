import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseGitConfig } from '../../src/node/parseGitConfig';

/** As git lists them: the name, a line break and the value, or nothing behind the name of a switch. */
function listed(text: string): readonly string[] | undefined {
  return parseGitConfig(text)?.map(({ section, subsection, key, value }) => {
    const name = [section, subsection, key].filter((part) => part !== undefined && part !== '').join('.');
    return value === undefined ? name : `${name}\n${value}`;
  });
}

describe('settings of git', () => {
  it('are read as git reads them', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sourcemark-settings-'));
    const file = path.join(folder, 'config');
    const byGit = (text: string) => {
      writeFileSync(file, text);
      try {
        const words = ['config', '--file', file, '--list', '-z', '--no-includes'];
        return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
          .split('\0')
          .slice(0, -1);
      } catch {
        return undefined;
      }
    };
    try {
      for (const text of [
        '[core]\n\tbare = false\n\tlogAllRefUpdates\n',
        '[Core] Bare=false\n',
        '[remote "Tokyo desk"]\n\turl = https://example.com/a.git # ours\n',
        '[a "b\\"c\\\\d"]\n\tkey = 1;2\n',
        '[a "x # y"]\n\tkey = "1;2" ; more\n',
        '[a]\n\tkey = one \\\n  two\n\tother = " three "  \n',
        '[a]\n\tkey = a"b c"d  e\t\n\ttab = \\tx\\n\\"y\\\\\n',
        '\ufeff[a]\r\n\tkey = 値\r\n\tnext = 1',
        '[a]\n\tkey =\n\tother\n[b.c]\n\tkey = \\',
        '# [a]\n;b\n[a];c\nkey=1#2\n',
        '[a]key = "\\\nb"\n',
        '[a]\nkey # no\n',
        '[a\n',
        '[a "b]\n\tkey = 1\n',
        '[a]\n\tkey = "open\n',
        '[a]\n\tkey = \\q\n',
        'key = 1\n',
        '[a]\n\t1key = 1\n',
        '[a]\nkey 1\n',
      ])
        assert.deepEqual(listed(text), byGit(text), JSON.stringify(text));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
