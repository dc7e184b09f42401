import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './useWorkbench';

const stored = (folder: string) =>
  readFileSync(path.join(folder, '.sourcemark/articles/articles/meta-scale.en.md.yaml'), 'utf8');

describe('reviewing', () => {
  const workbench = useWorkbench({ settings: { 'sourcemark.person': 'ken' } });

  it('answers in the thread of the claim at the cursor', async () => {
    const { page, folder } = workbench.current;
    await workbench.current.openFile('articles/meta-scale.en.md');
    await workbench.current.waitForExtension();
    await workbench.current.clickText('$29 billion');
    await workbench.current.runCommand('Sourcemark: Discuss Claim');
    assert.match((await workbench.current.comments()).join('\n'), /Checked against the sources\./);
    await page.locator('.review-widget .comment-form .monaco-editor').first().click();
    await page.keyboard.type('Which round was that?');
    await page.locator('.review-widget').getByRole('button', { name: 'Comment on Claim' }).click();
    await page.locator('.review-widget .review-comment', { hasText: 'Which round was that?' }).waitFor();
    assert.match(stored(folder), /text: Which round was that\?/);
  });

  it('edits an own entry without losing the first words', async () => {
    const { page, folder } = workbench.current;
    const entry = page.locator('.review-widget .review-comment', { hasText: 'Which round' });
    await entry.hover();
    await entry.getByRole('button', { name: 'Edit Comment' }).click();
    await page.locator('.review-widget .edit-container .monaco-editor').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Which funding round?');
    await page.getByRole('button', { name: 'Save Comment' }).click();
    await page.locator('.review-widget .review-comment', { hasText: 'Which funding round?' }).waitFor();
    assert.match(stored(folder), /text: Which round was that\?/);
    assert.match(stored(folder), /text: Which funding round\?.*edits: m-|edits: m-.*text: Which funding round\?/);
  });

  it('closes the thread, which folds it', async () => {
    const { page, folder } = workbench.current;
    await page.locator('.review-widget').getByRole('button', { name: 'Resolve Thread' }).click();
    // The editor folds what is resolved, and takes the dot from its mark.
    await page.locator('.review-widget:visible').waitFor({ state: 'detached' });
    await page.locator('.comment-range-glyph.comment-thread:not(.comment-thread-unresolved)').first().waitFor();
    assert.match(stored(folder), /resolved: true/);
  });

  it('leads through what waits, one claim after the other', async () => {
    const { page } = workbench.current;
    await workbench.current.runCommand('Sourcemark: Review Waiting Claims');
    await workbench.current.pickRows();
    const first = await page.locator('.quick-input-list .monaco-list-row .label-name').first().innerText();
    await workbench.current.pick(first);
    const title = page.locator('.quick-input-title');
    await title.filter({ hasText: `“${first}”` }).waitFor();
    await workbench.current.pick('Verified');
    await title.filter({ hasText: /^Review \d+ of \d+/, hasNotText: `“${first}”` }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.current.runCommand('Sourcemark: Review Waiting Claims');
    assert.ok(!(await workbench.current.pickRows()).some((row) => row.startsWith(first)));
    await page.keyboard.press('Escape');
  });
});

describe('Restricted Mode', () => {
  const workbench = useWorkbench({ trusted: false, settings: { 'sourcemark.person': 'ken' } });

  it('shows the trees and the threads, and lets nobody write', async () => {
    const { page, folder } = workbench.current;
    await workbench.current.openFile('articles/meta-scale.en.md');
    await workbench.current.waitForExtension();
    const before = stored(folder);
    await workbench.current.openViews('Sourcemark');
    assert.match((await workbench.current.treeRows('Claims by State'))[0]!, /claim/);
    await workbench.current.clickText('$29 billion');
    await workbench.current.runCommand('Sourcemark: Discuss Claim');
    assert.match((await workbench.current.comments()).join('\n'), /Checked against the sources\./);
    assert.equal(await page.locator('.review-widget .comment-form:visible').count(), 0);
    const titles = await workbench.current.commandTitles('Sourcemark: Verify Claim');
    assert.ok(!titles.includes('Sourcemark: Verify Claim'));
    assert.equal(stored(folder), before);
  });
});
