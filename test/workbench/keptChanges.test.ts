import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../vscode/eventually';
import { useWorkbench } from './useWorkbench';

const article = 'articles/meta-scale.en.md';
const storeFile = `.sourcemark/articles/${article}.yaml`;
const pictures = process.env.SOURCEMARK_PICTURES;

describe('a change that waited while a colleague worked', () => {
  const workbench = useWorkbench({ settings: { 'sourcemark.person': 'mari' } });
  const stored = () => path.join(workbench.current.folder, storeFile);
  const status = () => workbench.current.page.locator('.statusbar [id="sourcemark.sourcemark.sourcemark.unsaved"]');
  const picture = async (name: string) => {
    if (pictures) await workbench.current.screenshot(path.join(pictures, `${name}.png`));
  };
  let begun = '';

  /** What a person asks for while the file has errors; then the file arrives as a colleague left it. */
  const waitThen = async (command: string, becomes: string) => {
    writeFileSync(stored(), `${begun}claims: [\n`);
    await workbench.current.page.waitForTimeout(1000);
    await workbench.current.clickText('$29 billion');
    await workbench.current.runCommand(command);
    await status().filter({ hasText: '1 not saved' }).waitFor();
    writeFileSync(stored(), becomes);
  };

  beforeEach(async () => {
    begun ||= readFileSync(stored(), 'utf8');
    writeFileSync(stored(), begun);
    await workbench.current.page.waitForTimeout(1000);
  });

  it('asks between both versions, by keys alone, and the one that was left out is gone', async () => {
    await workbench.current.openFile(article);
    await workbench.current.waitForExtension();
    const elsewhere = begun.replace(
      /target: \{ exact: '\$29 billion, up from.*\}/,
      'target: { exact: previous funding round, start: 580 }',
    );
    assert.notEqual(elsewhere, begun);
    await waitThen('Sourcemark: Take Claim off the Text', elsewhere);
    const said = await workbench.current.notification(/Somebody else changed/);
    assert.match(said, /Taking the claim “\$29 billion, up from \$13\.8 billion” off the text/);
    await picture('kept-message');
    await workbench.current.runCommand('Sourcemark: Settle What Is Not Saved…');
    const rows = (await workbench.current.quickInput.pickRows('Use my version')).join('\n');
    assert.match(
      rows,
      /Use my version[\s\S]*detached: \{ by: mari[\s\S]*Leave what is there[\s\S]*previous funding round/,
    );
    await workbench.current.page.locator('.monaco-diff-editor').waitFor();
    await workbench.current.page.waitForTimeout(500);
    await picture('kept-question');
    // Enter alone answers nothing.
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await workbench.current.page.keyboard.press(key);
    await status().waitFor({ state: 'hidden' });
    await workbench.current.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    assert.equal(readFileSync(stored(), 'utf8'), elsewhere);
  });

  it('says by the words of the figure that its claim was removed, and brings that back with it', async () => {
    await workbench.current.openFile(article);
    await workbench.current.waitForExtension();
    const gone = begun.replace(/ {2}c-svtknv4v:\n(?: {3,}.*\n)+/, '');
    assert.notEqual(gone, begun);
    await waitThen('Sourcemark: Verify Claim', gone);
    const said = await workbench.current.notification(/Somebody removed/);
    assert.match(said, /Somebody removed the claim “\$29 billion, up from \$13\.8 billion” in the meantime/);
    assert.doesNotMatch(said, /c-svtknv4v/);
    await status().click();
    await workbench.current.quickInput.pick(/Verdict on the claim “\$29 billion/);
    const actions = (await workbench.current.quickInput.pickRows('Choose what becomes of it')).join('\n');
    // What others did does not go away by trying.
    assert.doesNotMatch(actions, /Try again/);
    await workbench.current.quickInput.pick('Choose what becomes of it');
    await workbench.current.quickInput.pickRows('Put it back');
    await picture('kept-removed');
    await workbench.current.quickInput.pick('Put it back together with my change');
    await status().waitFor({ state: 'hidden' });
    await eventually(() => readFileSync(stored(), 'utf8').includes('by: mari'));
    const back = readFileSync(stored(), 'utf8');
    assert.match(back, /c-svtknv4v:\n {4}target: \{ exact: .\$29 billion, up from \$13\.8 billion./);
    assert.match(back, /by: ken, .*of: 2d165c37d805 \}\n {6}- \{ by: mari, .*verdict: verified/);
  });
});
