import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedFile } from '../core/sharedData';
import { useWorkbench } from './useWorkbench';
import type { ProblemRow } from './workbench';

/** A figure of a file, alone on its line of the screen. */
interface Folder {
  readonly name: string;
  readonly path: string | undefined;
  readonly article: string;
  readonly figure: string;
}

const folders: readonly Folder[] = [
  { name: 'articles of our own', path: 'test/fixtures/plainArticles', article: 'harbour.txt', figure: '780億円' },
  {
    name: 'the real articles beside the project',
    path: sharedFile('corpus'),
    article: firstText(sharedFile('corpus')),
    figure: '650億ドル',
  },
];

function firstText(folder: string | undefined): string {
  return (
    (folder &&
      readdirSync(folder)
        .filter((file) => file.endsWith('.txt'))
        .sort()[0]) ??
    ''
  );
}

for (const folder of folders)
  describe(`a folder without a store: ${folder.name}`, () => {
    if (folder.path === undefined || folder.article === '') {
      it('is skipped, because they are not there');
      return;
    }
    const workbench = useWorkbench({ workspace: folder.path, settings: { 'sourcemark.person': 'aiko' } });
    const storeFile = () => path.join(workbench.current.folder, '.sourcemark/articles', `${folder.article}.yaml`);

    it('reads figures on a hover before anything is set up, and reports none', async () => {
      await workbench.current.openFile(folder.article);
      await workbench.current.waitForExtension(/Set up/);
      await workbench.current.hover(folder.figure, /billion/);
      assert.equal(existsSync(path.join(workbench.current.folder, '.sourcemark')), false);
    });

    it('sets up, and flags figures', async () => {
      await workbench.current.runCommand('Sourcemark: Set Up Annotations');
      await workbench.current.page.locator('.quick-input-widget:visible').getByText('OK', { exact: true }).click();
      await workbench.current.page.getByText('Which files are articles is set in').first().waitFor();
      await workbench.current.page.locator('.tab.active', { hasText: folder.article }).waitFor();
      await workbench.current.problems(
        ({ code, message }) => code === 'figure/unsourced' && message.includes(folder.figure),
      );
    });

    it('saves a claim that is made on a figure', async () => {
      await workbench.current.clickText(folder.figure);
      await workbench.current.runCommand('Sourcemark: Mark as Claim');
      await workbench.current.page.locator('.markers-panel', { hasText: 'claim/uncited' }).waitFor();
      assert.match(readFileSync(storeFile(), 'utf8'), new RegExp(`exact: .*${folder.figure}`));
    });

    it('follows it after an edit and after the window was opened anew', async () => {
      const { page } = workbench.current;
      await workbench.current.goTo(1, 1);
      // On a line of its own: the minimap lies over the end of a long one.
      await page.keyboard.insertText('訂正あり。ほかに5000億円の計画もある。\n');
      await workbench.current.save();
      await page.reload();
      await workbench.current.waitForExplorer();
      // A window that is left soon after a file was opened does not remember it.
      await workbench.current.openFile(folder.article);
      await workbench.current.waitForExtension();
      await workbench.current.hover(folder.figure, /marked by aiko/);
      const isUncited = ({ code }: ProblemRow) => code === 'claim/uncited';
      const uncited = (await workbench.current.problems(isUncited)).filter(isUncited);
      assert.equal(uncited.length, 1);
      assert.ok(uncited[0]?.message.includes(folder.figure));
    });
  });
