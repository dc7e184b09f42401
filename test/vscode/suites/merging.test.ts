import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, startSourcemark } from '../annotatedArticle';
import { setAutoSave } from '../autoSave';
import { eventually } from '../eventually';
import { readAnew, typeAtStart } from '../typeAtStart';

const path = 'articles/suite-merging.md';
const file = articleStorePath(path);
const at = '2025-11-21T09:00:00Z';
const claim = (id: string, exact: string, rest = '') =>
  `  ${id}: { target: { exact: ${exact} }, by: aiko, at: ${at}${rest} }\n`;
const head = `article: ${path}\nclaims:\n`;
const plain = head + claim('c-ships', '120 ships');
const marked = `${head}<<<<<<< HEAD
${claim('c-ships', '120 ships', ', note: Counted.')}=======
${claim('c-ships', '120 ships')}${claim('c-cranes', '7 cranes')}>>>>>>> desk
`;
const open = `${head}${claim('c-ships', '120 ships', ', note: { conflict: [Counted., Estimated.] }')}`;

/** A module of Node, where the suites run in Node. */
function nodeModule<T>(name: string): T | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return process?.getBuiltinModule?.(name) as T | undefined;
}

describe('merging', () => {
  let api: SourcemarkApi;
  let session: FolderSession;
  let article: AnnotatedArticle;

  const writeOutside = (text: string) =>
    vscode.workspace.fs.writeFile(session.uri(file), new TextEncoder().encode(text));
  let puts = 0;
  /** Gives the file as it was put: no two alike, so that an editor that is late is told from one that is not. */
  const put = async (text: string) => {
    const unlike = `# ${++puts}\n${text}`;
    await writeOutside(unlike);
    await eventually(() => session.workspace.text(file) === unlike);
    return unlike;
  };
  const fixesAt = async (words: string) => {
    const document = await vscode.workspace.openTextDocument(session.uri(file));
    await vscode.window.showTextDocument(document);
    await eventually(() => document.getText() === session.workspace.text(file));
    const start = document.positionAt(document.getText().indexOf(words));
    const range = new vscode.Range(start, start.translate(0, 1));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    return actions.filter(({ command }) => command?.command.startsWith('sourcemark.'));
  };
  const take = async (fixes: readonly vscode.CodeAction[], title: string) => {
    const fix = fixes.find((one) => one.title === title);
    assert.ok(fix?.command, `“${title}” among ${fixes.map((one) => one.title).join(', ')}`);
    return vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
  };
  const claims = () => article.view.claims.map(({ id }) => id).sort();
  const conflicts = () => session.workspace.problems(file).filter(({ rule }) => rule === 'store/conflict');

  before(async () => {
    await setAutoSave('off');
    const started = await startSourcemark();
    api = started;
    session = started.session;
    article = await AnnotatedArticle.open(
      session,
      path,
      '120 ships and 7 cranes.\n',
      plain.replace(/^article.*\n/, ''),
    );
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('sourcemark.discardUnsaved', { isConfirmed: true });
    await put(plain);
  });

  after(async () => {
    await article.remove();
    await setAutoSave(undefined);
  });

  it('merges what git left between its markers, by a quick fix', async () => {
    await put(marked);
    assert.ok(conflicts().length > 0);
    const fixes = await fixesAt('<<<<<<<');
    assert.equal(fixes.find(({ isPreferred }) => isPreferred)?.title, 'Merge both versions');
    assert.equal(await take(fixes, 'Merge both versions'), 0);
    assert.doesNotMatch(await article.stored(), /<<<<<<<|=======|>>>>>>>/);
    assert.deepEqual(claims(), ['c-cranes', 'c-ships']);
    assert.equal(article.claim('c-ships').claim.note, 'Counted.');
    assert.deepEqual(conflicts(), []);
  });

  it('keeps one version of marked lines when told to', async () => {
    const before = await put(marked);
    await take(await fixesAt('<<<<<<<'), 'Keep only the second version of these lines');
    const kept = claim('c-ships', '120 ships') + claim('c-cranes', '7 cranes');
    assert.equal(await article.stored(), before.slice(0, before.indexOf('<<<<<<<')) + kept);
  });

  it('merges inside the editor of a person who is typing there', async () => {
    const before = await put(marked);
    const document = await vscode.workspace.openTextDocument(session.uri(file));
    await vscode.window.showTextDocument(document);
    await eventually(() => document.getText() === before);
    await readAnew();
    await typeAtStart(document, '# typing\n');
    await vscode.commands.executeCommand('sourcemark.mergeVersions');
    assert.equal(document.isDirty, true);
    assert.match(document.getText(), /^# typing\n/);
    assert.doesNotMatch(document.getText(), /<<<<<<</);
    assert.equal(await article.stored(), before);
    assert.ok(await document.save());
    await eventually(() => api.unsaved.all.length === 0);
  });

  it('shows both values of a field that two people changed, and keeps the chosen one', async () => {
    const before = await put(open);
    const fixes = await fixesAt('note:');
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Keep: Counted.', 'Keep: Estimated.'],
    );
    await take(fixes, 'Keep: Estimated.');
    assert.equal(article.claim('c-ships').claim.note, 'Estimated.');
    assert.equal(await article.stored(), before.replace('{ conflict: [Counted., Estimated.] }', 'Estimated.'));
  });

  it('keeps or removes what one person removed and another changed', async () => {
    const removed = head + claim('c-ships', '120 ships') + claim('c-cranes', '7 cranes', ', conflict: removed');
    await put(removed);
    await take(await fixesAt('c-cranes'), 'Keep it');
    assert.deepEqual(claims(), ['c-cranes', 'c-ships']);
    await put(removed);
    await take(await fixesAt('c-cranes'), 'Remove it');
    assert.deepEqual(claims(), ['c-ships']);
  });

  it('says when there is nothing to merge', async () => {
    const before = await put(plain);
    const folder = session.folder.uri.toString();
    assert.notEqual(await vscode.commands.executeCommand('sourcemark.mergeVersions', { folder, file }), 0);
    assert.equal(await article.stored(), before);
  });

  describe('with git', () => {
    const processes = nodeModule<typeof import('node:child_process')>('node:child_process');
    const git = (...words: readonly string[]) => {
      const settings = ['-c', 'user.name=Aiko', '-c', 'user.email=aiko@example.com', '-c', 'commit.gpgsign=false'];
      const cwd = session.folder.uri.fsPath;
      return processes!.spawnSync('git', [...settings, ...words], { cwd, encoding: 'utf8' });
    };
    const commitAs = async (text: string, message: string) => {
      await writeOutside(text);
      git('commit', '--quiet', '--all', '--message', message);
    };
    /** Two branches that change the file in their own ways, and an attempt to merge them. */
    const diverge = async () => {
      git('init', '--quiet');
      git('checkout', '--quiet', '-b', 'main');
      await writeOutside(plain + claim('c-gone', '1 tug'));
      git('add', '.');
      git('commit', '--quiet', '--message', 'Begin');
      git('checkout', '--quiet', '-b', 'desk');
      await commitAs(plain + claim('c-gone', '1 tug') + claim('c-cranes', '7 cranes'), 'Cranes');
      git('checkout', '--quiet', 'main');
      await commitAs(plain.replace(' }\n', ', note: Counted. }\n'), 'No tug');
    };

    beforeEach(function () {
      if (!processes || session.folder.uri.scheme !== 'file' || git('--version').status !== 0) this.skip();
    });

    afterEach(async () => {
      if (!processes) return;
      await vscode.workspace.fs.delete(session.uri('.git'), { recursive: true });
      if (session.workspace.text(file) !== undefined) await put(plain);
    });

    it('takes the version that both sides come from out of git, so that what was removed stays removed', async () => {
      await diverge();
      assert.equal(git('merge', 'desk').status, 1);
      await eventually(() => conflicts().length > 0);
      const folder = session.folder.uri.toString();
      assert.equal(await vscode.commands.executeCommand('sourcemark.mergeVersions', { folder, file }), 0);
      assert.deepEqual(claims(), ['c-cranes', 'c-ships']);
      assert.equal(article.claim('c-ships').claim.note, 'Counted.');
    });

    it('makes one of the two files that a renaming left, with what both come from', async () => {
      const [from, to] = ['articles/twin-old.md', 'articles/twin-new.md'];
      const [old, fresh] = [articleStorePath(from), articleStorePath(to)];
      const text = 'The pier took 64 barges, 5 lifts, 3 ferries and 1 tug.\n';
      const write = (name: string, content: string) =>
        vscode.workspace.fs.writeFile(session.uri(name), new TextEncoder().encode(content));
      const ferries = claim('c-ferries', '3 ferries');
      const store = (name: string, ...entries: string[]) => `article: ${name}\nclaims:\n${entries.join('')}`;
      git('init', '--quiet');
      git('checkout', '--quiet', '-b', 'main');
      await write(from, text);
      await write(old, store(from, claim('c-barges', '64 barges'), ferries, claim('c-tug', '1 tug')));
      git('add', '.');
      git('commit', '--quiet', '--message', 'Begin');
      git('checkout', '--quiet', '-b', 'desk');
      git('mv', from, to);
      git('rm', '--quiet', old);
      await write(fresh, store(to, claim('c-barges', '64 barges', ', note: Counted.'), ferries));
      git('add', '.');
      git('commit', '--quiet', '--message', 'Rename');
      git('checkout', '--quiet', 'main');
      await write(
        old,
        store(from, claim('c-barges', '64 barges'), claim('c-tug', '1 tug'), claim('c-lifts', '5 lifts')),
      );
      git('commit', '--quiet', '--all', '--message', 'Lifts');
      // As git leaves it where it takes the two for different files, and both are kept.
      git('merge', '--quiet', '--no-commit', '--strategy', 'ours', 'desk');
      git('checkout', 'desk', '--', to, fresh);
      git('rm', '--quiet', from);
      assert.equal(git('commit', '--quiet', '--message', 'Both').status, 0);
      try {
        await eventually(() => session.workspace.moves.some(({ storeFile }) => storeFile === old));
        const [move] = session.workspace.moves;
        assert.deepEqual(move, { status: 'gone', storeFile: old, candidates: [to] });
        const folder = session.folder.uri.toString();
        assert.equal(
          await vscode.commands.executeCommand('sourcemark.moveAnnotations', { folder, article: from, to }),
          1,
        );
        const claimsOf = () => session.workspace.article(to).claims;
        await eventually(() => claimsOf().length === 2 && session.workspace.text(old) === undefined);
        assert.deepEqual(
          claimsOf().map(({ id, claim: { note } }) => [id, note]),
          [
            ['c-barges', 'Counted.'],
            ['c-lifts', undefined],
          ],
        );
        assert.deepEqual(session.workspace.problems(fresh), []);
      } finally {
        for (const name of [from, to, old, fresh])
          await vscode.workspace.fs.delete(session.uri(name)).then(undefined, () => undefined);
        await eventually(() => session.workspace.text(fresh) === undefined);
      }
    });

    it('sets git up so that it merges by itself', async () => {
      git('init', '--quiet');
      const folder = session.folder.uri.toString();
      assert.equal(await vscode.commands.executeCommand('sourcemark.setUpMerging', { folder }), true);
      const attributes = await vscode.workspace.fs.readFile(session.uri('.gitattributes'));
      assert.match(new TextDecoder().decode(attributes), /merge=sourcemark/);
      await diverge();
      const merged = git('merge', '--no-edit', 'desk');
      assert.equal(merged.status, 0, merged.stdout + merged.stderr);
      await eventually(() => claims().join() === 'c-cranes,c-ships');
      assert.equal(article.claim('c-ships').claim.note, 'Counted.');
      await vscode.workspace.fs.delete(session.uri('.gitattributes'));
    });
  });

  it('says how to set merging up where git cannot be reached', async function () {
    if (nodeModule('node:child_process')) return this.skip();
    assert.equal(await vscode.commands.executeCommand('sourcemark.setUpMerging'), false);
  });
});
