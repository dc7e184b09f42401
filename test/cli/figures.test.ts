import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inFolder, runCommand } from './runCommand';

describe('sourcemark figures', () => {
  it('prints a JSON object a line with every key', async () => {
    await inFolder({ 'a.md': '𠮷野家は143億ドルで49%を得た。B-2は65〜72%。' }, async (folder) => {
      const { code, out } = await runCommand(folder, ['figures', 'a.md', '--format', 'jsonl']);
      assert.equal(code, 0);
      const rows = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(rows[0], {
        file: 'a.md',
        start: 5,
        end: 11,
        text: '143億ドル',
        kind: 'money',
        value: 14_300_000_000,
        valueMax: null,
        unit: 'USD',
        approx: 'exact',
        checkable: true,
      });
      const last = rows.at(-1);
      assert.deepEqual([last.text, last.value, last.valueMax, last.unit], ['65〜72%', 65, 72, '%']);
    });
  });
  it('reads several files, tells which one is missing, and exits with 2', async () => {
    await inFolder({ 'a.txt': '$5 million', 'b.txt': 'nothing' }, async (folder) => {
      const { code, out, err } = await runCommand(folder, ['figures', 'a.txt', 'no.txt', 'b.txt']);
      assert.equal(code, 2);
      assert.equal(out.trim().split('\n').length, 1);
      assert.match(err, /no\.txt: There is no such file\./);
    });
  });
  it('is readable for people', async () => {
    await inFolder({ 'a.txt': '一行目\n売上は5億円。' }, async (folder) => {
      const { out } = await runCommand(folder, ['figures', 'a.txt', '--format', 'text', '--checkable'], 'ja');
      assert.equal(out, 'a.txt:2\t5億円\tmoney\t5億円\n');
    });
  });
});

describe('the built program', () => {
  const program = path.resolve('dist/cli.js');
  before(function () {
    if (!existsSync(program)) this.skip();
  });
  it('runs, prints the version, and exits as it says', async () => {
    assert.match(execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' }), /^\d+\.\d+\.\d+\n$/);
    await inFolder({ 'a.md': 'It paid $5 million.' }, async (folder) => {
      const { status, stdout } = spawnSync(process.execPath, [program, 'check'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      });
      assert.equal(status, 1);
      assert.match(stdout, /a\.md:1:9: warning/);
    });
  });
});
