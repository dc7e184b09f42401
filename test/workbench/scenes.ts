import type { Workbench } from './workbench';

export interface Scene {
  /** Names the picture. */
  readonly name: string;
  /** What is open, if not the example newsroom alone. */
  readonly folders?: readonly string[];
  /** Brings the window to what the picture shows. */
  readonly set: (workbench: Workbench) => Promise<void>;
}

/** What the pictures of the README and of a look over the interface show. A new scene is one more entry. */
export const scenes: readonly Scene[] = [
  {
    name: 'editor',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.waitForExtension();
    },
  },
  {
    name: 'editor-en',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale.en.md');
      await workbench.waitForExtension();
    },
  },
  {
    name: 'problems',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.problems();
    },
  },
  {
    name: 'views',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.waitForExtension();
      await workbench.openViews('Sourcemark');
    },
  },
  {
    // media/screenshot.png is its picture in English and light.
    name: 'readme',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.waitForExtension();
      await workbench.openViews('Sourcemark');
      await workbench.hover('290億ドル', /Open passage|引用箇所を開く/);
    },
  },
  {
    name: 'claims',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.waitForExtension();
      await workbench.openViews('Sourcemark');
      const [view, lost, disputed] = (await workbench.pane('主張').count())
        ? (['主張', '該当箇所なし', '異議'] as const)
        : (['Claims by State', 'Passage not found', 'Disputed'] as const);
      // Rows move until the last article has been read, without which no passage is missing.
      await workbench.pane(view).getByText(lost).waitFor();
      await workbench.expandTreeRow(view, disputed);
      await workbench.expandTreeRow(view, 'meta-scale-ai.ja.md');
      await workbench.clickTreeRow(view, '50人程度');
    },
  },
  {
    name: 'folders',
    folders: ['examples/newsroom', 'test/fixtures/bureau', 'test/fixtures/plainArticles'],
    async set(workbench) {
      await workbench.openFile('articles/meta-scale.en.md', workbench.folders[1]);
      await workbench.waitForExtension();
      await workbench.openViews('Sourcemark');
      await workbench.hover('120 ships', /Open passage|引用箇所を開く|There is no|出典/);
    },
  },
  {
    name: 'thread',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.waitForExtension();
      await workbench.goTo(10);
      await workbench.openThread();
      await workbench.comments(/\S/);
    },
  },
  {
    name: 'passage',
    async set(workbench) {
      await workbench.openFile('sources/harbor-ledger-2025-06-12.md');
      await workbench.hover('49 percent of the', /rest on this passage|引用する主張/);
    },
  },
  {
    name: 'walkthrough',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale.en.md');
      const status = await workbench.waitForExtension();
      await workbench.runCommand(/supported|sourced/.test(status) ? 'Sourcemark: Get Started' : 'Sourcemark: はじめに');
      await workbench.page.locator('.getting-started-category').first().waitFor();
    },
  },
  {
    name: 'review',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      const status = await workbench.waitForExtension();
      await workbench.runCommand(
        /sourced/.test(status) ? 'Sourcemark: Review Waiting Claims' : 'Sourcemark: 確認待ちの主張を順に見る',
      );
      await workbench.quickInput.rows().nth(1).waitFor();
      await workbench.quickInput
        .rows()
        .filter({ hasText: /億ドル|billion/ })
        .first()
        .click();
      await workbench.quickInput
        .rows()
        .filter({ hasText: /Verified|検証済み/ })
        .waitFor();
    },
  },
  {
    name: 'repair',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      const status = await workbench.waitForExtension();
      await workbench.runCommand(/sourced/.test(status) ? 'Sourcemark: Repair Claims' : 'Sourcemark: 主張の場所を直す');
      await workbench.quickInput
        .rows()
        .filter({ hasText: /Decide later|後で決める/ })
        .waitFor();
    },
  },
];
