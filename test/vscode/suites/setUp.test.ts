import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CONFIG_PATH, STORE_FOLDER } from '../../../src/core/model/storePaths';
import { parseConfigFile } from '../../../src/core/store/parseStoreFile';
import { STORE_IGNORE_PATH } from '../../../src/core/store/storeIgnore';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

describe('setting up', () => {
  let api: SourcemarkApi;
  let session: FolderSession;
  const setUp = (argument?: object) => vscode.commands.executeCommand('sourcemark.setUpAnnotations', argument);
  const config = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(session.uri(CONFIG_PATH)));

  before(async () => {
    api = await startSourcemark();
    session = api.sessions.all[0]!;
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

    it('says what is in the way, keeps what is annotated meanwhile, and goes on once it is gone', async () => {
      const path = 'articles/meta-scale.en.md';
      const text = session.workspace.text(path) ?? '';
      const start = text.indexOf('billion');
      const blocked = session.uri(STORE_FOLDER);
      await vscode.workspace.fs.writeFile(blocked, new TextEncoder().encode('in the way'));
      await annotateAs('ken');
      assert.equal(await setUp({ articles: ['articles/**/*.md'] }), undefined);
      await vscode.commands.executeCommand('sourcemark.markClaim', {
        folder: session.folder.uri.toString(),
        article: path,
        range: { start, end: start + 7 },
      });
      const [kept, ...more] = api.unsaved.waiting;
      assert.deepEqual(more, []);
      assert.ok(kept?.changes.some(({ operation }) => operation.type === 'addClaim'));
      assert.match(kept?.reason?.text ?? '', /stands in its place/);
      await vscode.workspace.fs.delete(blocked);
      assert.equal(await vscode.commands.executeCommand('sourcemark.retryUnsaved'), 0);
      await eventually(() => session.workspace.article(path).claims.length === 1);
      await vscode.workspace.fs.delete(blocked, { recursive: true });
      await eventually(() => !session.workspace.hasStore);
    });

    it('leaves no store behind a command that the person backs out of', async () => {
      await annotateAs('ken');
      const article = 'articles/meta-scale.en.md';
      const start = (session.workspace.text(article) ?? '').indexOf('49%');
      for (const command of ['citeSource', 'exemptFigure']) {
        let isOver = false;
        const given = { folder: session.folder.uri.toString(), article, range: { start, end: start + 3 } };
        void vscode.commands.executeCommand(`sourcemark.${command}`, given).then((made) => {
          assert.equal(made, undefined);
          isOver = true;
        });
        await eventually(async () => {
          await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
          return isOver;
        });
      }
      await assert.rejects(async () => vscode.workspace.fs.stat(session.uri(STORE_FOLDER)));
    });

    it('makes the store with the first thing that is written', async () => {
      const article = 'articles/meta-scale.en.md';
      const start = (session.workspace.text(article) ?? '').indexOf('49%');
      const id = await vscode.commands.executeCommand<string>('sourcemark.markClaim', {
        folder: session.folder.uri.toString(),
        article,
        range: { start, end: start + 3 },
      });
      await eventually(() => session.workspace.article(article).claims.some((claim) => claim.id === id));
      assert.deepEqual(parseConfigFile(await config()).problems, []);
      await vscode.workspace.fs.delete(session.uri(STORE_FOLDER), { recursive: true });
      await eventually(() => !session.workspace.hasStore);
    });

    it('leaves a person in the article from which they set up', async () => {
      await vscode.window.showTextDocument(session.uri('articles/meta-scale.en.md'));
      assert.equal(await setUp({ articles: ['articles/**/*.md'] }), true);
      assert.equal(session.path(vscode.window.activeTextEditor!.document.uri), 'articles/meta-scale.en.md');
      assert.equal(session.workspace.hasStore, true);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(session.uri(STORE_FOLDER), { recursive: true });
      await eventually(() => !session.workspace.hasStore);
    });

    it('writes a config that begins with the chosen globs, and opens it', async () => {
      assert.equal(await setUp({ articles: ['articles/**/*.md'] }), true);
      const { value, problems } = parseConfigFile(await config());
      assert.deepEqual(problems, []);
      assert.deepEqual(value.articles, ['articles/**/*.md']);
      assert.equal(session.workspace.hasStore, true);
      const ignored = await vscode.workspace.fs.readFile(session.uri(STORE_IGNORE_PATH));
      assert.match(new TextDecoder().decode(ignored), /^\*\.lock$/m);
      assert.equal(session.workspace.isArticle('articles/ai-capex.en.txt'), false);
      assert.equal(session.path(vscode.window.activeTextEditor!.document.uri), CONFIG_PATH);
    });
  });
});
