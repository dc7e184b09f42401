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
    // The last folder to be read is the one of the articles, without whose texts no passage is missing.
    const rows = await workbench.current.treeRows('Claims by State', /^Passage not found/);
    for (const row of rows) assert.match(row, /^\D+ \d+ claims?$/);
    assert.match(rows[0]!, /^Passage not found/);
  });

  it('say in words that a source has fallen', async () => {
    await workbench.current.treeRows('Sources', /^Retracted: .* \d claims? · secondary$/);
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
    await views.waitForSelection();
  });

  it('stay unfolded when a verdict moves a claim from one state to another', async () => {
    const views = workbench.current;
    const pane = views.pane('Claims by State');
    // Only rows on the screen are there to be clicked.
    for (const other of ['Sources', 'Entities']) await views.pane(other).locator('.pane-header').click();
    const [waiting, verified] = [await count('Awaiting review'), await count('Verified')];
    await views.expandTreeRow('Claims by State', 'Awaiting review');
    await views.expandTreeRow('Claims by State', 'ai-capex.en.txt');
    const claim = pane.locator('.monaco-list-row[aria-level="3"]', { hasNotText: 'Metaが6月に' }).first();
    await claim.hover();
    await claim.getByRole('button', { name: 'Verify Claim' }).click();
    await views.treeRows(
      'Claims by State',
      new RegExp(`^Awaiting review ${waiting - 1} claim`),
      new RegExp(`^Verified ${verified + 1} claim`),
    );
    const unfolded = await pane.locator('.monaco-list-row[aria-expanded="true"]').allInnerTexts();
    for (const row of ['Disputed', 'Awaiting review'])
      assert.ok(
        unfolded.some((text) => text.includes(row)),
        row,
      );
  });
});

describe('the views of a folder that nobody has set up', () => {
  const workbench = useWorkbench({ workspace: 'examples/newsroom/articles', locale: 'ja', theme: 'dark' });

  it('offer to set it up, and then list what there is', async () => {
    const views = workbench.current;
    await views.openViews('Sourcemark');
    await views.pane('主張').getByRole('button', { name: '注釈を始める' }).click();
    await views.quickInput.question(/記事はどのファイルですか/);
    await views.quickInput.pickRows(/\*\*\/\*\.md\s*\d+ ファイル/);
    await views.quickInput.answering(() => views.page.keyboard.press('Enter'));
    await views.page.locator('.tab.active', { hasText: 'config.yaml' }).waitFor();
    assert.match(await views.visibleText(), /記事とみなすファイル/);
    await views.pane('主張').getByText('まだ主張がありません').waitFor();
  });
});

describe('the trees of a window with several folders', () => {
  const workbench = useWorkbench({
    workspace: ['examples/newsroom', 'test/fixtures/bureau', 'test/fixtures/plainArticles'],
    settings: { 'sourcemark.person': 'ken' },
  });

  // VS Code now and then tells extensions of none of the folders of a workspace file, until the file is opened once more.
  before(async function () {
    this.timeout(120_000);
    const views = workbench.current;
    for (let attempt = 0; attempt < 4; attempt++) {
      await views.openViews('Sourcemark');
      const row = views.pane('Sources').locator('.monaco-list-row', { hasText: 'newsroom' });
      const isThere = await row.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await views.page.reload();
      await views.waitForExplorer();
    }
  });

  it('have a row for each folder, with its own claims, sources and entities below', async () => {
    const views = workbench.current;
    await views.openViews('Sourcemark');
    await views.treeRows('Sources', /^newsroom$/, /^Retracted: /);
    for (const view of ['Claims by State', 'Sources', 'Entities']) {
      await views.pane(view).locator('.monaco-list-row', { hasText: 'newsroom' }).locator('.monaco-tl-twistie').click();
      await views.treeRows(view, /^newsroom$/, /^bureau$/, /^plainArticles not set up$/);
    }
    await views.treeRows('Claims by State', /^Awaiting review 1 claim$/);
    await views.treeRows('Sources', /^What the bureau found .* 1 claim$/);
    await views.treeRows('Entities', /^The port 1 claim/);
  });

  it('go to the article in the folder of the row', async () => {
    const views = workbench.current;
    await views.expandTreeRow('Claims by State', 'Awaiting review');
    await views.expandTreeRow('Claims by State', 'meta-scale.en.md');
    await views.clickTreeRow('Claims by State', '120 ships');
    await views.waitForSelection();
    assert.match(await views.visibleText(), /The port handled 120 ships/);
  });

  it('offer to set up a folder that has no store', async () => {
    const views = workbench.current;
    await views.clickTreeRow('Claims by State', 'plainArticles');
    await views.quickInput.question(/Which files are articles/);
    await views.quickInput.answering(() => views.page.keyboard.press('Escape'));
  });

  it('ask which folder is meant where nothing is in front', async () => {
    const views = workbench.current;
    await views.runCommand('View: Close All Editors');
    await views.page.locator('.tab').first().waitFor({ state: 'detached' });
    await views.runCommand('Sourcemark: Review Waiting Claims');
    await views.quickInput.question(/In which folder\?/);
    await views.quickInput.pick('bureau');
    await views.quickInput.question(/Claims that wait for your review: 1/);
    await views.quickInput.answering(() => views.page.keyboard.press('Escape'));
  });
});
