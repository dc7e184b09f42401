import type { Workbench } from './workbench';

export interface Scene {
  /** Names the picture. */
  readonly name: string;
  /** Brings the window, opened on the example newsroom, to what the picture shows. */
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
    name: 'claims',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.waitForExtension();
      await workbench.openViews('Sourcemark');
      // The first view is the claims; their states are in the language of the interface.
      const rows = workbench.page.locator('.sidebar .pane').first().locator('.monaco-list-row');
      await rows.nth(4).locator('.monaco-tl-twistie').click();
      await rows.filter({ hasText: 'meta-scale-ai.ja.md' }).first().locator('.monaco-tl-twistie').click();
      await rows.and(workbench.page.locator('[aria-level="3"]')).first().click();
    },
  },
  {
    name: 'thread',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale-ai.ja.md');
      await workbench.waitForExtension();
      await workbench.goTo(10);
      await workbench.page.locator('.comment-range-glyph.comment-thread').first().click();
      await workbench.comments();
    },
  },
  {
    name: 'walkthrough',
    async set(workbench) {
      await workbench.openFile('articles/meta-scale.en.md');
      await workbench.waitForExtension();
      await workbench.runCommand(
        (await workbench.commandTitles('Sourcemark: ')).find((title) => /Get Started|はじめに/.test(title)) ?? '',
      );
      await workbench.page.locator('.getting-started-category').first().waitFor();
    },
  },
];
