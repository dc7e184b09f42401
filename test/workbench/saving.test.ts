import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './useWorkbench';

const storeFile = '.sourcemark/articles/articles/meta-scale.en.md.yaml';

describe('a store file that is read-only', () => {
  const workbench = useWorkbench({ settings: { 'sourcemark.person': 'ken' } });
  const stored = () => path.join(workbench.current.folder, storeFile);
  const status = () => workbench.current.page.locator('.statusbar [id="sourcemark.sourcemark.sourcemark.unsaved"]');
  const button = (name: string) =>
    workbench.current.page.locator('.notifications-toasts').getByRole('button', { name, exact: true });
  let before = '';

  it('is left as it is, and the person is told what to do', async () => {
    await workbench.current.openFile('articles/meta-scale.en.md');
    await workbench.current.waitForExtension();
    before = readFileSync(stored(), 'utf8');
    chmodSync(stored(), 0o444);
    await workbench.current.clickText('$29 billion');
    await workbench.current.runCommand('Sourcemark: Verify Claim');
    const said = await workbench.current.notification(/could not be written/);
    assert.match(said, /meta-scale\.en\.md\.yaml could not be written: it is read-only\. Make it writable/);
    assert.match(said, /Your change is kept\./);
    assert.equal(readFileSync(stored(), 'utf8'), before);
    await status().filter({ hasText: '1 not saved' }).waitFor();
  });

  it('leads to a list that says what is not saved, where and why', async () => {
    await status().click();
    const [first] = await workbench.current.quickInput.pickRows(/Verdict on the claim “\$29 billion/);
    assert.match(first ?? '', /read-only/);
    await workbench.current.quickInput.pick(/Verdict on the claim/);
    const answers = (await workbench.current.quickInput.pickRows('Try again')).join('\n');
    assert.match(answers, /Try again[\s\S]*Open \.sourcemark[\s\S]*Discard/);
    await workbench.current.page.keyboard.press('Escape');
  });

  it('gets the change once it can be written', async () => {
    chmodSync(stored(), 0o644);
    await button('Try Again').click();
    await status().waitFor({ state: 'hidden' });
    const [added, ...more] = readFileSync(stored(), 'utf8')
      .split('\n')
      .filter((line) => !before.includes(line));
    assert.match(added ?? '', /by: ken, .*verdict: verified/);
    assert.deepEqual(more, []);
  });
});
