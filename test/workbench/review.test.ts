import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../vscode/eventually';
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
    await workbench.current.comments('Checked against the sources.');
    await page.locator('.review-widget .comment-form .monaco-editor').first().click();
    await page.keyboard.type('Which round was that?');
    await page.locator('.review-widget').getByRole('button', { name: 'Comment on Claim' }).click();
    await page.locator('.review-widget .review-comment', { hasText: 'Which round was that?' }).waitFor();
    await eventually(() => stored(folder).includes('text: Which round was that?'));
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
    const edited = /text: Which funding round\?.*edits: m-|edits: m-.*text: Which funding round\?/;
    await eventually(() => edited.test(stored(folder)));
  });

  it('closes the thread, which folds it', async () => {
    const { page, folder } = workbench.current;
    await page.locator('.review-widget').getByRole('button', { name: 'Resolve Thread' }).click();
    // The editor folds what is resolved, and takes the dot from its mark.
    await page.locator('.review-widget:visible').waitFor({ state: 'detached' });
    await page.locator('.comment-range-glyph.comment-thread:not(.comment-thread-unresolved)').first().waitFor();
    await eventually(() => stored(folder).includes('resolved: true'));
  });

  it('leads through what waits, one claim after the other', async () => {
    const { page, quickInput } = workbench.current;
    await workbench.current.runCommand('Sourcemark: Review Waiting Claims');
    await quickInput.question(/Claims that wait for your review/);
    const first = await quickInput.rows().first().locator('.label-name').first().innerText();
    await quickInput.pick(first);
    const title = page.locator('.quick-input-title');
    await title.filter({ hasText: `“${first}”` }).waitFor();
    assert.match((await quickInput.pickRows('Verified')).join('\n'), /Verified.*(?:agrees|differs|no figure)/s);
    await quickInput.pick('Verified');
    await title.filter({ hasText: /^Review \d+ of \d+/, hasNotText: `“${first}”` }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.current.runCommand('Sourcemark: Review Waiting Claims');
    await quickInput.question(/Claims that wait for your review/);
    assert.ok(!(await quickInput.pickRows()).some((row) => row.startsWith(first)));
    await page.keyboard.press('Escape');
  });
});

describe('Restricted Mode', () => {
  const workbench = useWorkbench({ trusted: false });

  it('shows the trees and the threads, and lets nobody write', async () => {
    const { page, folder } = workbench.current;
    await workbench.current.openFile('articles/meta-scale.en.md');
    await workbench.current.waitForExtension();
    const before = stored(folder);
    await workbench.current.openViews('Sourcemark');
    await workbench.current.treeRows('Claims by State', /claim/);
    // Nobody is asked for a name that could not be written.
    await workbench.current.hover('$29 billion', /Verify/);
    await page.locator('.monaco-hover:visible a', { hasText: 'Verify' }).first().click();
    await workbench.current.notification(/in Restricted Mode, so nothing is written/);
    await workbench.current.clickText('$29 billion');
    await workbench.current.runCommand('Sourcemark: Discuss Claim');
    await workbench.current.comments('Checked against the sources.');
    assert.equal(await page.locator('.review-widget .comment-form:visible').count(), 0);
    const titles = await workbench.current.quickInput.commandTitles('Sourcemark Claim');
    assert.ok(titles.includes('Sourcemark: Discuss Claim'));
    assert.ok(!titles.includes('Sourcemark: Verify Claim'));
    assert.equal(stored(folder), before);
  });
});
