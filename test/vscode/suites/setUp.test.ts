import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CONFIG_PATH, STORE_FOLDER } from '../../../src/core/model/storePaths';
import { parseConfigFile } from '../../../src/core/store/parseStoreFile';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

describe('setting up', () => {
  let session: FolderSession;
  const setUp = (argument?: object) => vscode.commands.executeCommand('sourcemark.setUpAnnotations', argument);
  const config = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(session.uri(CONFIG_PATH)));

  before(async () => {
    session = (await startSourcemark()).session;
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('leaves a store that is there as it is, and opens its config', async () => {
    const before = await config();
    assert.equal(await setUp(), true);
    assert.equal(session.path(vscode.window.activeTextEditor!.document.uri), CONFIG_PATH);
    assert.equal(await config(), before);
  });

  describe('in a folder without a store', () => {
    const away = 'store-away';

    before(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.rename(session.uri(STORE_FOLDER), session.uri(away));
      await eventually(() => !session.workspace.hasStore);
    });

    after(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(session.uri(STORE_FOLDER), { recursive: true });
      await vscode.workspace.fs.rename(session.uri(away), session.uri(STORE_FOLDER));
      await eventually(() => session.workspace.library.sources.size > 5);
      await eventually(() => session.workspace.article('articles/meta-scale.en.md').claims.length > 3);
    });

    it('writes a config that begins with the chosen globs, and opens it', async () => {
      assert.equal(await setUp({ articles: ['articles/**/*.md'] }), true);
      const { value, problems } = parseConfigFile(await config());
      assert.deepEqual(problems, []);
      assert.deepEqual(value.articles, ['articles/**/*.md']);
      assert.equal(session.workspace.hasStore, true);
      assert.equal(session.workspace.isArticle('articles/ai-capex.en.txt'), false);
      assert.equal(session.path(vscode.window.activeTextEditor!.document.uri), CONFIG_PATH);
    });
  });
});
