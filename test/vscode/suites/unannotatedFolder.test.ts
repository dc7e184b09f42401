import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath, STORE_FOLDER } from '../../../src/core/model/storePaths';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

describe('a folder without a store', () => {
  const away = 'store-away';
  const path = 'articles/meta-scale.en.md';
  let session: FolderSession;
  const setting = () => vscode.workspace.getConfiguration('sourcemark');
  const shownIn = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Sourcemark');

  before(async () => {
    session = (await startSourcemark()).session;
    await annotateAs('ken');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.rename(session.uri(STORE_FOLDER), session.uri(away));
    await eventually(() => !session.workspace.hasStore);
  });

  after(async () => {
    await setting().update('checkWithoutStore', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(session.uri(STORE_FOLDER), { recursive: true });
    await vscode.workspace.fs.rename(session.uri(away), session.uri(STORE_FOLDER));
    await eventually(() => session.workspace.library.sources.size > 5);
    await eventually(() => session.workspace.article(path).claims.length > 3);
  });

  it('is left in peace, unless the reader wants to see its figures', async () => {
    const uri = session.uri(path);
    await eventually(() => shownIn(uri).length === 0);
    await setting().update('checkWithoutStore', true, vscode.ConfigurationTarget.Global);
    await eventually(() => shownIn(uri).some(({ code }) => code === 'figure/unsourced'));
    await setting().update('checkWithoutStore', undefined, vscode.ConfigurationTarget.Global);
    await eventually(() => shownIn(uri).length === 0);
  });

  it('still says how a figure is read, and offers to begin', async () => {
    const document = await vscode.workspace.openTextDocument(session.uri(path));
    const [figure] = session.workspace.article(path).figures.filter(({ checkable }) => checkable);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(figure!.start),
    );
    const card = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);
    assert.match(card.join(), /read as /);
    assert.match(card.join(), /command:sourcemark\.setUpAnnotations/);
  });

  it('gets its store with the first thing that is annotated', async () => {
    const [figure] = session.workspace.article(path).figures.filter(({ checkable }) => checkable);
    const range = { start: figure!.start, end: figure!.end };
    const id = await vscode.commands.executeCommand<string>('sourcemark.exemptFigure', {
      folder: session.folder.uri.toString(),
      article: path,
      range,
      reason: 'our own count',
    });
    assert.ok(session.workspace.hasStore);
    assert.equal(session.workspace.article(path).exemptions[0]?.id, id);
    const stored = await vscode.workspace.fs.readFile(session.uri(articleStorePath(path)));
    assert.match(new TextDecoder().decode(stored), /our own count/);
  });
});
