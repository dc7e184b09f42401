import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import { FolderDiagnostics } from '../../../src/vscode/diagnostics/folderDiagnostics';
import type { FileReading } from '../../../src/vscode/session/folderFiles';
import { FolderSession } from '../../../src/vscode/session/folderSession';
import { startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const root = 'suite-loading';
const open = 'articles/open.md';
const spelt = 'articles/spelt-otherwise.md';
const sourceText = 'articles/of-a-source.md';
const others = 60;

const by = 'by: aiko, at: 2025-11-21T09:00:00Z';
const files: Readonly<Record<string, string>> = {
  '.sourcemark/config.yaml': 'articles: [articles/**/*.md]\n',
  [open]:
    'The port counts 120 ships.\nIt employs 900 people.\nIts quay is 640 meters long [@annual] and 7 meters wide.\n',
  [articleStorePath(open)]: `article: ${open}
claims:
  c-ships:
    target: { exact: 120 ships }
    citations: [{ source: ledger, exact: The port counted 130 ships in all. }]
    entities: [harbor, nobody]
    ${by.replace(', ', '\n    ')}
  c-staff:
    target: { exact: 900 people }
    citations: [{ source: annual, exact: 900 people }, { source: not-there, exact: 900 people }]
    ${by.replace(', ', '\n    ')}
`,
  '.sourcemark/sources/ledger.yaml': `ledger: { type: report, title: Ledger, custom: { text: ${sourceText} } }\n`,
  '.sourcemark/sources/several.yaml': 'annual: { type: report, title: Annual report }\nother: { type: book }\n',
  '.sourcemark/entities/several.yaml': 'harbor: { type: place, names: { en: Harbor } }\n',
  [sourceText]: 'The port counted 130 ships. It has 12 cranes.\n',
  [spelt]: 'The ferry costs 12 euros.\n',
  [articleStorePath(spelt).replace(/yaml$/, 'yml')]: `article: ${spelt}
claims:
  c-ferry: { target: { exact: 12 euros }, citations: [{ source: annual }], ${by} }
`,
  ...Object.fromEntries(
    Array.from({ length: others }, (_, index) => `articles/other-${index}.md`).flatMap((path) => [
      [path, 'The museum has 34 rooms.\n'],
      [
        articleStorePath(path),
        `article: ${path}\nclaims:\n  c-rooms: { target: { exact: 34 rooms }, citations: [{ source: other }], ${by} }\n`,
      ],
    ]),
  ),
};

/** Findings that were shown for a file, with what the session knew then. */
interface Shown {
  readonly file: string;
  readonly findings: readonly string[];
  readonly isLibraryRead: boolean;
  readonly storeFiles: readonly string[];
}

describe('loading a folder', () => {
  const shown: Shown[] = [];
  /** At each change, how many articles nobody had looked at yet. */
  const notDerived: { isCounted: boolean; articles: number }[] = [];
  let session: FolderSession;
  let folder: vscode.Uri;
  let dispose: vscode.Disposable;

  const findingsOf = (file: string) => shown.findLast((one) => one.file === file)?.findings ?? [];

  before(async () => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    folder = vscode.Uri.joinPath(first!.uri, root);
    await startSourcemark();
    for (const [path, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
    for (const [index, path] of [open, spelt, sourceText].entries())
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, path), { viewColumn: index + 1 });

    const logger = vscode.window.createOutputChannel('Loading suite', { log: true });
    session = new FolderSession({ uri: folder, name: root, index: 1 }, logger);
    const collection = {
      set: (uri: vscode.Uri, list: readonly vscode.Diagnostic[]) =>
        shown.push({
          file: session.path(uri) ?? '',
          findings: list.map(({ code, range: { start } }) => `${start.line}:${start.character} ${code}`),
          isLibraryRead: session.isLibraryRead,
          storeFiles: session.workspace.storeFiles,
        }),
      delete: (uri: vscode.Uri) => collection.set(uri, []),
    };
    const diagnostics = new FolderDiagnostics(session, collection as unknown as vscode.DiagnosticCollection);
    dispose = vscode.Disposable.from(
      diagnostics,
      session,
      logger,
      session.onDidChange((change) => {
        const { workspace, isCounted } = session;
        const unknown = workspace.articles.filter((path) => workspace.knownSummary(path) === undefined);
        notDerived.push({ isCounted, articles: unknown.length });
        diagnostics.follow(change);
      }),
    );
    await session.loaded;
    await eventually(() => session.isSettled);
  });

  after(async () => {
    dispose.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('checks the article that is open before anything is read that it does not name', () => {
    const [first] = shown.filter(({ file }) => file === open);
    assert.ok(first);
    assert.equal(first.isLibraryRead, false);
    assert.deepEqual(first.storeFiles, [
      articleStorePath(open),
      '.sourcemark/config.yaml',
      '.sourcemark/sources/ledger.yaml',
    ]);
    assert.deepEqual(first.findings, ['0:16 figure/differs-from-source']);
    assert.deepEqual(
      session.workspace.storeFiles.length,
      Object.keys(files).filter((path) => path.startsWith('.')).length,
    );
  });

  it('adds what is missing once all sources and entities were read', () => {
    assert.deepEqual(
      findingsOf(articleStorePath(open)).map((finding) => finding.replace(/^\S+ /, '')),
      ['source/quote-not-found', 'entity/unknown', 'source/unknown'],
    );
    const early = shown.filter(({ file, isLibraryRead }) => file === articleStorePath(open) && !isLibraryRead);
    assert.ok(early.length > 0);
    for (const { findings } of early) assert.match(findings.join(), /^\S+ source\/quote-not-found$/);
  });

  it('takes nothing back that it has shown', () => {
    for (const { file, findings } of shown)
      for (const finding of findings) assert.ok(findingsOf(file).includes(finding), `${file} ${finding}`);
    assert.deepEqual(findingsOf(spelt), []);
    assert.deepEqual(findingsOf(sourceText), []);
  });

  it('says that all is counted only when every article was derived', () => {
    assert.ok(notDerived.length > 0);
    assert.ok(notDerived.every(({ isCounted, articles }) => !isCounted || articles < others));
    assert.equal(session.isCounted, true);
  });

  it('reads what an article rests on when it is opened while the rest is still to come', async () => {
    const logger = vscode.window.createOutputChannel('Loading suite', { log: true });
    const path = 'articles/other-7.md';
    let goOn: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const disk: FileReading = {
      stat: (uri) => vscode.workspace.fs.stat(uri),
      async readFile(uri) {
        if (/other-\d+\.md/.test(uri.path) && !uri.path.includes(path)) await held;
        return vscode.workspace.fs.readFile(uri);
      },
    };
    const late = new FolderSession({ uri: folder, name: root, index: 1 }, logger, { disk });
    try {
      await vscode.workspace.openTextDocument(late.uri(path));
      await eventually(() => late.isReady(path));
      assert.equal(late.workspace.article(path).claims.length, 1);
      assert.equal(late.isReady(), false);
      goOn?.();
      await late.loaded;
      assert.equal(late.isReady(), true);
    } finally {
      late.dispose();
      logger.dispose();
    }
  });
});
