import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench';

describe('the trees', () => {
  const workbench = useWorkbench({ settings: { 'sourcemark.person': 'ken' } });
  const count = async (state: string) => {
    const rows = await workbench.current.treeRows('Claims by State');
    return Number(new RegExp(`^${state} (\\d+) claims?`).exec(rows.find((row) => row.startsWith(state)) ?? '')?.[1]);
  };

  before(() => workbench.current.openViews('Sourcemark'));

  it('list claims by state with counts, what needs a hand first', async () => {
    const rows = await workbench.current.treeRows('Claims by State');
    for (const row of rows) assert.match(row, /^\D+ \d+ claims?$/);
    assert.match(rows[0]!, /^Passage not found/);
  });

  it('say in words that a source has fallen', async () => {
    const rows = await workbench.current.treeRows('Sources');
    assert.ok(
      rows.some((row) => /^Retracted: .* \d claims? · secondary$/.test(row)),
      rows.join('\n'),
    );
  });

  it('name entities with how many claims and figures they have', async () => {
    const row = workbench.current.pane('Entities').locator('.monaco-list-row', { hasText: 'Alexandr Wang' });
    await row.getByText(/^\d+ claims · \d+ figures$/).waitFor();
  });

  it('go to the claim that is chosen', async () => {
    const views = workbench.current;
    await views.expandTreeRow('Claims by State', 'Disputed');
    await views.expandTreeRow('Claims by State', 'whatsapp-revisited.ja.md');
    await views.clickTreeRow('Claims by State', 'Metaが6月に');
    await views.page.locator('.tab.active', { hasText: 'whatsapp-revisited.ja.md' }).waitFor();
    await views.page.getByText(/\(\d+ selected\)/).waitFor();
  });

  it('stay unfolded when a verdict moves a claim from one state to another', async () => {
    const views = workbench.current;
    const [disputed, verified] = [await count('Disputed'), await count('Verified')];
    const row = views.pane('Claims by State').locator('.monaco-list-row').filter({ hasText: 'Metaが6月に' });
    await row.hover();
    await row.getByRole('button', { name: 'Verify Claim' }).click();
    await views.page.waitForFunction(
      (before) =>
        ![...document.querySelectorAll('.pane .monaco-list-row')].some((one) => one.textContent?.includes(before)),
      `Disputed${disputed} claim`,
    );
    assert.equal(await count('Disputed'), disputed - 1);
    assert.ok((await count('Verified')) >= verified);
    const unfolded = views.pane('Claims by State').locator('.monaco-list-row[aria-expanded="true"]');
    assert.ok((await unfolded.allInnerTexts()).some((text) => text.includes('Disputed')));
  });
});

describe('the views of a folder that nobody has set up', () => {
  const workbench = useWorkbench({ workspace: 'examples/newsroom/articles', locale: 'ja', theme: 'dark' });

  it('offer to set it up, and then list what there is', async () => {
    const views = workbench.current;
    await views.openViews('Sourcemark');
    await views.pane('主張').getByRole('button', { name: '注釈を始める' }).click();
    assert.match(await views.question(), /記事はどのファイルですか/);
    assert.ok((await views.pickRows()).some((row) => /\*\*\/\*\.md\s*\d+ファイル/.test(row)));
    await views.page.keyboard.press('Enter');
    await views.page.locator('.tab.active', { hasText: 'config.yaml' }).waitFor();
    assert.match(await views.visibleText(), /記事とみなすファイル/);
    await views.pane('主張').getByText('まだ主張がありません').waitFor();
  });
});
