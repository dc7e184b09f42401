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
      await workbench.openViews('Sourcemark');
    },
  },
];
