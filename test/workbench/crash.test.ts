import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { eventually } from '../vscode/eventually';
import { killExtensionHosts } from './extensionHosts';
import { useWorkbench } from './useWorkbench';

const article = 'articles/meta-scale.en.md';
const storeFile = `.sourcemark/articles/${article}.yaml`;

for (const host of ['node', 'web'] as const)
  describe(`a crash of the ${host} extension host`, () => {
    const workbench = useWorkbench({ host, settings: { 'sourcemark.person': 'ken' } });
    const stored = () => path.join(workbench.current.folder, storeFile);
    const status = () => workbench.current.page.locator('.statusbar [id="sourcemark.sourcemark.sourcemark.unsaved"]');
    let begun = '';

    const reopen = async () => {
      await workbench.current.page.reload();
      await workbench.current.waitForExplorer();
      await workbench.current.openFile(article);
      await workbench.current.waitForExtension();
    };
    /** What the extension keeps in memory is gone, and the window is opened again, as people do after a crash. */
    const crash = () => {
      if (host === 'node') assert.ok(killExtensionHosts() > 0);
      return reopen();
    };
    const verify = async () => {
      await workbench.current.clickText('$29 billion');
      if (await workbench.current.tryCommand('Sourcemark: Verify Claim')) return;
      // A window that comes back after a crash now and then offers nothing that needs trust, until it comes back again.
      await reopen();
      await workbench.current.clickText('$29 billion');
      await workbench.current.runCommand('Sourcemark: Verify Claim');
    };
    const added = () =>
      readFileSync(stored(), 'utf8')
        .split('\n')
        .filter((line) => !begun.includes(line));

    /** What the extension has written down until it is in the store. */
    const kept = () => {
      const storage = path.join(workbench.current.dataFolder, 'data', 'User', 'workspaceStorage');
      const files = readdirSync(storage, { recursive: true }).map((name) => path.join(storage, String(name)));
      return files.filter((name) => /unsaved.[0-9a-f.]+json$/.test(name)).map((name) => readFileSync(name, 'utf8'));
    };

    before(function () {
      if (host === 'node' && process.platform !== 'linux') this.skip();
    });

    it('loses nothing of what could not be saved', async () => {
      await workbench.current.openFile(article);
      await workbench.current.waitForExtension();
      begun = readFileSync(stored(), 'utf8');
      // In a state in which nobody changes a file.
      writeFileSync(stored(), `${begun}claims: [\n`);
      await workbench.current.page.waitForTimeout(1000);
      await verify();
      await status().filter({ hasText: '1 not saved' }).waitFor();
      await crash();
      await status().filter({ hasText: '1 not saved' }).waitFor();
      writeFileSync(stored(), begun);
      await status().waitFor({ state: 'hidden' });
      await eventually(() => added().length === 1);
      assert.match(added()[0] ?? '', /by: ken, .*verdict: verified/);
    });

    it('loses nothing of what was just being written', async function () {
      // Only there a lock tells that another program is writing.
      if (host !== 'node') this.skip();
      begun = readFileSync(stored(), 'utf8');
      const lock = `${stored()}.lock`;
      writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname(), nonce: '' }));
      await verify();
      // Its write waits for the lock, once it is written down what is to be written.
      await eventually(() => kept().some((text) => text.includes('"trying"') && text.endsWith('}')));
      assert.deepEqual(added(), []);
      const reopened = crash();
      rmSync(lock);
      await reopened;
      await eventually(() => added().length === 1);
      assert.match(added()[0] ?? '', /by: ken, .*verdict: verified/);
      await eventually(() => !existsSync(lock));
      assert.equal(await status().isVisible(), false);
    });
  });
