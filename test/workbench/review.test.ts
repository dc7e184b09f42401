import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../vscode/eventually';
import { pauseExtensionHosts } from './extensionHosts';
import { useWorkbench } from './useWorkbench';

/** The files of a folder by their paths, with their texts. */
function files(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const file = path.join(entry.parentPath, entry.name);
    return [[path.relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')] as [string, string]];
  });
}

const storeFiles = (folder: string) =>
  files(folder).flatMap(([file, text]) => (file.startsWith('.sourcemark/articles/') ? [text] : []));
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
});

describe('reviewing what waits', () => {
  const workbench = useWorkbench({
    settings: { 'sourcemark.person': 'ken', 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 },
  });
  const verdicts = () =>
    storeFiles(workbench.current.folder)
      .join('')
      .match(/by: ken, .*verdict: verified/g)?.length ?? 0;
  const title = () => workbench.current.page.locator('.quick-input-title');
  const rows = () => workbench.current.quickInput.rows();
  const chosen = () => workbench.current.page.locator('.quick-input-list .monaco-list-row.focused');
  /** Every text that the folder has but those of the store. */
  const texts = () => new Map(files(workbench.current.folder).filter(([file]) => !file.startsWith('.sourcemark/')));
  const begin = async () => {
    await workbench.current.runCommand('Sourcemark: Review Waiting Claims');
    await workbench.current.quickInput.question(/Claims that wait for your review/);
    await rows().nth(1).waitFor();
  };

  it('asks one question after the other in one box, chooses nothing beforehand, and shows what each rests on', async () => {
    const { page, quickInput } = workbench.current;
    const judged = verdicts();
    await begin();
    const first = await rows().locator('.label-name').first().innerText();
    await quickInput.pick(first);
    await title()
      .filter({ hasText: `“${first}”` })
      .waitFor();
    assert.match(
      (await quickInput.pickRows('Verified')).join('\n'),
      /Verified.*(?:agrees|differs|no figure|no passage)/s,
    );
    assert.equal(await chosen().count(), 0);
    for (let times = 0; times < 3; times++) await page.keyboard.press('Enter');
    await quickInput.pick('Verified');
    await title()
      .filter({ hasText: /^Review \d+ of \d+/, hasNotText: `“${first}”` })
      .waitFor();
    assert.equal(verdicts(), judged + 1);
    await page.keyboard.press('Escape');
    await begin();
    assert.ok(!(await quickInput.pickRows()).some((row) => row.startsWith(first)));
    await page.keyboard.press('Escape');
  });

  it('lets no key into the article or into a question that is not there yet, however slow the host is', async () => {
    const { page } = workbench.current;
    const before = texts();
    const judged = verdicts();
    await begin();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await title()
      .filter({ hasText: /^Review 1 of/ })
      .waitFor();
    let given = 0;
    for (const number of [1, 2, 3]) {
      await title()
        .filter({ hasText: new RegExp(`^Review ${number} of`) })
        .waitFor();
      await rows().filter({ hasText: 'Verified' }).waitFor();
      assert.equal(await chosen().count(), 0);
      await page.keyboard.press('ArrowDown');
      const hosts = await pauseExtensionHosts(async () => {
        await page.keyboard.press('Enter');
        for (const key of ['Enter', 'v', 'Enter', '5', 'Enter', 'Backspace', 'Enter']) {
          await page.keyboard.press(key);
          await page.waitForTimeout(60);
        }
      });
      assert.equal(hosts, 1);
      given++;
      // On and on, until the next question is there and after.
      for (let times = 0; times < 20; times++) {
        await page.keyboard.press(times % 2 === 0 ? 'x' : 'Enter');
        await page.waitForTimeout(30);
      }
      await eventually(() => verdicts() === judged + given);
    }
    await title()
      .filter({ hasText: /^Review 4 of/ })
      .waitFor();
    await page.waitForTimeout(500);
    assert.equal(verdicts(), judged + given);
    assert.deepEqual(texts(), before);
    await page.keyboard.press('Escape');
  });

  it('never leaves the source of another claim beside the one in question', async () => {
    const { page } = workbench.current;
    await begin();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    let withPassage = 0;
    let without = 0;
    for (;;) {
      await rows()
        .filter({ hasText: /Skip to the next|Finish/ })
        .waitFor();
      const said = (await rows().allInnerTexts()).join('\n');
      const tabs = await page.locator('.tab.active').allInnerTexts();
      const isHidden = /no passage to show/.test(said.slice(0, said.indexOf('Disputed')));
      assert.equal(tabs.length, isHidden ? 1 : 2, `${tabs.join()}\n${said}`);
      if (isHidden) without++;
      else withPassage++;
      const isLast = !said.includes('Skip to the next');
      const was = await title().innerText();
      await rows()
        .filter({ hasText: isLast ? 'Finish' : 'Skip to the next' })
        .click();
      if (isLast) break;
      await title().filter({ hasNotText: was }).waitFor();
    }
    assert.ok(withPassage > 0 && without > 0, `${withPassage} with a passage, ${without} without`);
    await title().filter({ hasText: 'Review finished' }).waitFor();
    assert.equal(await chosen().count(), 0);
    await page.keyboard.press('Escape');
  });
});

describe('repairing claims', () => {
  const workbench = useWorkbench({ settings: { 'sourcemark.person': 'ken', 'files.autoSave': 'afterDelay' } });

  it('chooses nothing beforehand, says whether the source agrees, and takes keys in between for nothing', async () => {
    const { page, folder, quickInput } = workbench.current;
    const before = files(folder);
    await workbench.current.openFile('articles/meta-scale.en.md');
    await workbench.current.waitForExtension();
    await workbench.current.runCommand('Sourcemark: Repair Claims');
    await quickInput.question(/Repair claims: 1 of/);
    const chosen = page.locator('.quick-input-list .monaco-list-row.focused');
    const seen: string[] = [];
    for (;;) {
      const rows = await quickInput.pickRows(/Decide later/);
      assert.equal(await chosen.count(), 0);
      for (const key of ['Enter', 'x', 'Enter', 'Enter']) await page.keyboard.press(key);
      const keep = rows.find((row) => row.includes('The source still supports it'));
      if (keep !== undefined) seen.push(keep);
      const asked = page.locator('.quick-input-title');
      const was = await asked.innerText();
      await quickInput.rows().filter({ hasText: 'Decide later' }).click();
      await asked.filter({ hasNotText: was }).waitFor();
      if ((await asked.innerText()).startsWith('Repair finished')) break;
    }
    assert.ok(seen.length > 0, 'a figure of the example changed');
    for (const row of seen) assert.match(row, /agrees|differs|no figure|no passage|could not be compared/);
    await page.keyboard.press('Escape');
    assert.deepEqual(files(folder), before);
  });
});

describe('what a claim rests on', () => {
  const workbench = useWorkbench({ settings: { 'sourcemark.person': 'ken' } });
  const lineWith = (rows: readonly string[], words: string) =>
    rows.find((row) => row.includes(words))?.replace(/\s+/g, ' ') ?? rows.join('\n');

  before(() => {
    const { folder } = workbench.current;
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    write('sources/seaside.md', 'The group values it at over $29 billion. It will spend $4 billion in all.\n');
    write(
      '.sourcemark/sources/seaside.yaml',
      'seaside:\n  title: Seaside Weekly\n  language: en\n  custom: { text: sources/seaside.md }\n',
    );
    write('articles/seaside.md', '評価額は290億ドルという。\n\n湾岸の新事業に投じる額は、全体で45億ドルになる。\n');
    write(
      '.sourcemark/articles/articles/seaside.md.yaml',
      `article: articles/seaside.md
claims:
  c-worth:
    target: { exact: 290億ドル, prefix: 評価額は, suffix: という }
    citations: [{ source: seaside, exact: values it at over $29 billion }]
    by: aiko
    at: 2025-11-21T09:00:00Z
  c-cost:
    target: { exact: 全体で40億ドルになる, prefix: 投じる額は、 }
    citations: [{ source: seaside, exact: It will spend $4 billion in all }]
    by: aiko
    at: 2025-11-21T09:00:00Z
`,
    );
  });

  it('says in the review queue that only how exact the figures are differs, and chooses no answer', async () => {
    const { page, quickInput } = workbench.current;
    await workbench.current.openFile('articles/seaside.md');
    await workbench.current.waitForExtension();
    await workbench.current.runCommand('Sourcemark: Review Waiting Claims');
    await quickInput.question(/Claims that wait for your review/);
    await quickInput.pick('290億ドル');
    await quickInput.question(/“290億ドル”/);
    const rows = await quickInput.pickRows('Verified');
    assert.equal(await page.locator('.quick-input-list .monaco-list-row.focused').count(), 0);
    const exactness = 'the number agrees, how exact it is does not: “just the number” here, “more than” in the source';
    assert.ok(lineWith(rows, 'Verified').includes(exactness), lineWith(rows, 'Verified'));
    const pair = lineWith(rows, '290億ドル — the source says');
    assert.ok(pair.includes('$29 billion') && pair.includes(exactness), pair);
    assert.equal(await quickInput.rows().filter({ hasText: '290億ドル —' }).locator('.codicon-info').count(), 1);
    await page.keyboard.press('Escape');
  });

  it('says in Repair that the source gives another figure, and chooses no answer', async () => {
    const { page, quickInput } = workbench.current;
    await workbench.current.openFile('articles/seaside.md');
    await workbench.current.runCommand('Sourcemark: Repair Claims');
    await quickInput.question(/Repair claims: 1 of/);
    const rows = await quickInput.pickRows(/still supports it/);
    assert.equal(await page.locator('.quick-input-list .monaco-list-row.focused').count(), 0);
    assert.match(lineWith(rows, 'still supports it'), /differs/);
    assert.match(lineWith(rows, '45億ドル — the source says'), /\$4 billion.*differs/);
    assert.equal(await quickInput.rows().filter({ hasText: '45億ドル —' }).locator('.codicon-warning').count(), 1);
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
