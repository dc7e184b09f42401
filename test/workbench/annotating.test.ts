import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../vscode/eventually';
import { useWorkbench } from './useWorkbench';

describe('annotating an article', () => {
  const workbench = useWorkbench({ settings: { 'sourcemark.person': 'ken' } });
  const article = 'articles/meta-scale.en.md';
  const stored = () =>
    readFileSync(path.join(workbench.current.folder, `.sourcemark/articles/${article}.yaml`), { encoding: 'utf8' });

  it('shows a claim’s card where the pointer rests', async () => {
    await workbench.current.openFile(article);
    await workbench.current.waitForExtension();
    const card = await workbench.current.hover('49%', /Open passage/);
    assert.match(card, /Awaiting review|Verified|Question|Disputed|Check again/);
    assert.match(card, /agrees/);
  });

  it('goes to the next figure without a source, and cites one for it by the keyboard alone', async () => {
    const { page } = workbench.current;
    const before = await workbench.current.waitForExtension(/\d+ unsourced/);
    const count = (text: string) => Number(/(\d+) unsourced/.exec(text)?.[1]);
    await workbench.current.goTo(1);
    await page.keyboard.press('Control+F8');
    await page
      .getByText(/Figure without a source: 1 of \d+/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+F7');
    await workbench.current.quickInput.question(/Which source\?/);
    await workbench.current.quickInput.pick('harbor-ledger', 'harbor-ledger');
    await workbench.current.quickInput.question(/Which words of the source say so\?/);
    await workbench.current.quickInput.pick('Scale is valued at');
    await page
      .getByText(/Source cited for/)
      .first()
      .waitFor();
    assert.match(stored(), /exact: Scale is valued at \$29 billion by the investment/);
    assert.match(stored(), /by: ken/);
    await page.waitForFunction(
      (expected) =>
        document.querySelector('.statusbar [id^="sourcemark.sourcemark."]')?.textContent?.includes(expected) === true,
      `${count(before) - 1} unsourced`,
    );
  });

  it('exempts a figure from its quick fix, with a reason', async () => {
    const { page } = workbench.current;
    await workbench.current.goTo(1);
    await page.keyboard.press('Control+F8');
    await workbench.current.waitForSelection();
    await workbench.current.applyQuickFix('Exempt “');
    await workbench.current.quickInput.question(/Why does this figure need no source\?/);
    await workbench.current.quickInput.answer('our own count');
    await workbench.current.quickInput.question(/Until when does the exemption hold\?/);
    await workbench.current.quickInput.answer('2099-12');
    await eventually(() => /reason: our own count.*until: "?2099-12/s.test(stored()));
  });

  it('makes a source of any file but the article that is to cite it', async () => {
    await workbench.current.goTo(1);
    await workbench.current.page.keyboard.press('Control+F8');
    await workbench.current.waitForSelection();
    await workbench.current.page.keyboard.press('Control+F7');
    await workbench.current.quickInput.question(/Which source\?/);
    // Below what the list shows at first.
    await workbench.current.page.keyboard.insertText('From a file');
    await workbench.current.quickInput.pick('From a file in the workspace');
    await workbench.current.quickInput.question(/Which file is the text of the source\?/);
    await workbench.current.page.keyboard.insertText('meta-scale');
    const files = await workbench.current.quickInput.pickRows('meta-scale-ai.ja.md');
    assert.ok(!files.some((row) => row.startsWith(article)), files.join('\n'));
    await workbench.current.page.keyboard.press('Escape');
  });

  it('makes no link of what a file says', async () => {
    const { page, quickInput } = workbench.current;
    for (const isKnown of [false, true]) {
      await workbench.current.runCommand('Sourcemark: Add Source');
      await quickInput.pick('From a web address');
      await quickInput.question(/Web address of the source/);
      await quickInput.answer('https://trap.example/a');
      if (isKnown) break;
      await quickInput.question(/Title of the source/);
      await quickInput.answer('[Read it](command:workbench.action.quit)');
      await quickInput.question(/Publication or publisher/);
      await quickInput.answer('');
      await quickInput.question(/Date of publication/);
      await quickInput.answer('');
      await page.locator('.tab.active', { hasText: '.yaml' }).waitFor();
    }
    await workbench.current.notification(/There is a source with this web address: “\[Read it\] \(command:/);
    assert.equal(await page.locator('.notifications-toasts .notification-list-item-message a').count(), 0);
  });
});
