import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const by = 'by: aiko, at: 2025-11-21T09:00:00Z';
const text = `The harbor took in 4,210 ships last year, its keeper said.
Each paid 310 euros on average, a sum that has not changed since 2019.
A new crane lifts 85 tons and was paid for by the province.
`;
const store = `# seen by the desk
claims:
  c-ships: { target: { exact: '4,210 ships', prefix: 'The harbor took in ', suffix: ' last year', start: 19 }, ${by} }
  c-fee: { target: { exact: 310 euros, prefix: 'Each paid ', suffix: ' on average' }, ${by} }
  c-crane: { target: { exact: A new crane lifts 85 tons, suffix: ' and was paid for' }, ${by} }
`;

describe('moving articles', () => {
  let session: FolderSession;
  let number = 0;

  const uri = (path: string) => session.uri(path);
  const write = (path: string, content: string) =>
    vscode.workspace.fs.writeFile(uri(path), new TextEncoder().encode(content));
  const read = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri(path)));
  const exists = (path: string) =>
    vscode.workspace.fs.stat(uri(path)).then(
      () => true,
      () => false,
    );
  /** As in the Explorer: extensions are asked before and told after. */
  const renameInEditor = async (from: string, to: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri(from), uri(to));
    assert.ok(await vscode.workspace.applyEdit(edit));
  };
  const statesOf = (path: string) =>
    session.workspace
      .article(path)
      .claims.map(({ id, anchor }) => `${id} ${anchor?.status}`)
      .sort();
  const allFound = ['c-crane moved', 'c-fee moved', 'c-ships exact'];
  const findings = (path: string) =>
    vscode.languages
      .getDiagnostics(uri(path))
      .filter(({ source, code }) => source === 'Sourcemark' && (code === 'claim/orphaned' || code === 'store/schema'))
      .map(({ code }) => code);
  const move = (argument: object) =>
    vscode.commands.executeCommand('sourcemark.moveAnnotations', {
      folder: session.folder.uri.toString(),
      ...argument,
    });
  /** An annotated article with a name and a wording of its own. */
  const openArticle = async (content = text) => {
    const path = `articles/quay-${++number}.md`;
    await AnnotatedArticle.open(session, path, content, store);
    // Of a file that is made and deleted at once, no event tells.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return path;
  };

  before(async () => {
    session = (await startSourcemark()).session;
    await annotateAs('ken');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [...session.workspace.paths].filter((known) => /quay-/.test(known))) {
      await vscode.workspace.fs.delete(uri(path)).then(undefined, () => undefined);
      session.forget(path);
    }
    session.flush();
  });

  it('takes the store file along when an article is renamed in the editor', async () => {
    const from = await openArticle();
    const to = `articles/dock/quay-${number}-new.md`;
    await renameInEditor(from, to);
    await eventually(async () => (await read(articleStorePath(to))).startsWith(`article: ${to}\n# seen by the desk\n`));
    assert.equal(await exists(articleStorePath(from)), false);
    await eventually(() => {
      assert.deepEqual(statesOf(to), allFound);
      return true;
    });
    assert.deepEqual(session.workspace.whereabouts(to), { status: 'inPlace' });
    assert.ok(!session.workspace.articles.includes(from));
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri: { path } }) => path),
      [],
    );
  });

  it('takes a whole folder along', async () => {
    for (const name of ['a', 'b']) {
      await write(articleStorePath(`articles/old/quay-${name}.md`), `article: articles/old/quay-${name}.md\n${store}`);
      await write(`articles/old/quay-${name}.md`, text);
    }
    const renamed = ['a', 'b'].map((name) => `articles/new/quay-${name}.md`);
    for (const name of ['a', 'b'])
      await eventually(() => {
        assert.deepEqual(statesOf(`articles/old/quay-${name}.md`), allFound);
        return true;
      });
    await renameInEditor('articles/old', 'articles/new');
    for (const path of renamed)
      await eventually(async () => {
        assert.ok((await read(articleStorePath(path))).startsWith(`article: ${path}\n`));
        assert.deepEqual(statesOf(path), allFound);
        return true;
      });
    assert.equal(await exists('.sourcemark/articles/articles/old'), false);
  });

  it('lets a source name its text where it was renamed to', async () => {
    await write(
      '.sourcemark/sources/quay-log.yaml',
      'quay-log: { type: report, custom: { text: sources/quay-log.md } }\n',
    );
    await write('sources/quay-log.md', 'It took in 4,210 ships.\n');
    await eventually(() => session.workspace.text('sources/quay-log.md') !== undefined);
    await renameInEditor('sources/quay-log.md', 'sources/quay-book.md');
    await eventually(async () =>
      (await read('.sourcemark/sources/quay-log.yaml')).includes('text: sources/quay-book.md'),
    );
    await eventually(() => session.workspace.sourceTexts.has('sources/quay-book.md'));
    assert.equal(session.workspace.isArticle('sources/quay-book.md'), false);
  });

  it('uses the claims for an article that was renamed outside, and writes so when asked to', async () => {
    const from = await openArticle();
    const to = `articles/quay-${number}-outside.md`;
    await vscode.workspace.fs.rename(uri(from), uri(to));
    await eventually(() => session.workspace.whereabouts(to).status === 'moved');
    assert.deepEqual(statesOf(to), allFound);
    assert.equal(await exists(articleStorePath(to)), false);
    await eventually(() => {
      assert.deepEqual(findings(articleStorePath(from)), ['store/schema']);
      return true;
    });
    assert.equal(await move({ article: to }), 1);
    assert.ok((await read(articleStorePath(to))).startsWith(`article: ${to}\n`));
    assert.equal(await exists(articleStorePath(from)), false);
    assert.deepEqual(session.workspace.whereabouts(to), { status: 'inPlace' });
    assert.deepEqual(statesOf(to), allFound);
  });

  it('follows an article that was rewritten on the way', async () => {
    const from = await openArticle(text.replace('4,210', '4,310').replace('4,310', '4,210'));
    const to = `articles/quay-${number}-rewritten.md`;
    await vscode.workspace.fs.delete(uri(from));
    await write(
      to,
      text.replace('its keeper said', 'the keeper told the council').replace('on average', 'on average or more'),
    );
    await eventually(() => session.workspace.whereabouts(to).status === 'moved');
    assert.equal(statesOf(to).length, 3);
  });

  it('leaves the claims with the original of a copy', async () => {
    const from = await openArticle();
    const copy = `articles/quay-${number}-copy.md`;
    await vscode.workspace.fs.copy(uri(from), uri(copy));
    await eventually(() => session.workspace.text(copy) !== undefined);
    assert.deepEqual(statesOf(copy), []);
    assert.deepEqual(statesOf(from), allFound);
    assert.deepEqual(session.workspace.moves, []);
  });

  it('keeps the claims of an article that is gone, until it returns', async () => {
    const from = await openArticle();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri(from));
    await eventually(() => session.workspace.whereabouts(from).status === 'gone');
    assert.deepEqual(
      session.workspace.article(from).claims.map(({ state }) => state),
      ['orphaned', 'orphaned', 'orphaned'],
    );
    await eventually(() => {
      assert.deepEqual(findings(articleStorePath(from)), ['claim/orphaned']);
      return true;
    });
    await write(from, text);
    await eventually(() => {
      assert.deepEqual(statesOf(from), allFound);
      return true;
    });
    await eventually(() => findings(articleStorePath(from)).length === 0);
  });

  it('asks which of two copies it is, and attaches the claims to the one that is chosen', async () => {
    const from = await openArticle();
    const copies = ['x', 'y'].map((name) => `articles/quay-${number}-${name}.md`);
    for (const copy of copies) await write(copy, text);
    await eventually(() => copies.every((copy) => session.workspace.text(copy) !== undefined));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri(from));
    await eventually(() => {
      assert.deepEqual(session.workspace.whereabouts(from), { status: 'gone', candidates: copies });
      return true;
    });
    const document = await vscode.workspace.openTextDocument(uri(articleStorePath(from)));
    const actions = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 10),
      );
      return found.filter(({ command }) => command?.command === 'sourcemark.moveAnnotations').length === 3 && found;
    });
    const chosen = actions.find(({ title }) => title.includes(copies[1]!))!.command!;
    assert.equal(await vscode.commands.executeCommand(chosen.command, ...chosen.arguments!), 1);
    assert.deepEqual(statesOf(copies[1]!), allFound);
    assert.deepEqual(statesOf(copies[0]!), []);
    assert.ok((await read(articleStorePath(copies[1]!))).startsWith(`article: ${copies[1]}\n`));
  });

  it('adds the claims to those of an article that has some', async () => {
    const other = await openArticle(`${text}Pilots are 12.\n`);
    const from = await openArticle();
    await write(
      articleStorePath(other),
      `article: ${other}\nclaims:\n  c-pilots: { target: { exact: Pilots are 12 }, ${by} }\n`,
    );
    await eventually(() => session.workspace.article(other).claims.length === 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri(from));
    await eventually(() => session.workspace.whereabouts(from).status === 'gone');
    assert.equal(await move({ article: from, to: other }), 1);
    await eventually(() => {
      assert.deepEqual(
        session.workspace
          .article(other)
          .claims.map(({ id }) => id)
          .sort(),
        ['c-crane', 'c-fee', 'c-pilots', 'c-ships'],
      );
      return true;
    });
    // What the desk noted in the file is nobody's claim, and stays.
    assert.match(await read(articleStorePath(from)), /# seen by the desk/);
  });

  it('makes one of two files of annotations of one article, and loses nothing of either', async () => {
    const to = await openArticle();
    const from = `articles/quay-${number}-before.md`;
    const verdict = ', verdicts: [{ by: ken, at: 2025-11-22T09:00:00Z, verdict: verified, of: 3fa9c1d20b77 }]';
    await write(
      articleStorePath(from),
      `article: ${from}\nclaims:\n  c-fee: { target: { exact: 310 euros }, ${by}${verdict} }\n  c-old: { target: { exact: since 2019 }, ${by} }\n`,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => session.workspace.whereabouts(from).status === 'gone');
    assert.deepEqual(session.workspace.whereabouts(from), { status: 'gone', candidates: [to] });
    assert.equal(await move({ article: from, to }), 1);
    await eventually(() => session.workspace.article(to).claims.length === 4);
    const claims = session.workspace.article(to).claims;
    assert.deepEqual(claims.map(({ id }) => id).sort(), ['c-crane', 'c-fee', 'c-old', 'c-ships']);
    assert.equal(claims.find(({ id }) => id === 'c-fee')?.claim.verdicts?.length, 1);
    assert.match(await read(articleStorePath(to)), /^# seen by the desk/m);
    await eventually(async () => !(await exists(articleStorePath(from))));
  });
});
