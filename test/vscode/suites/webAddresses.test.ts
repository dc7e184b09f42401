import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createArticleUses } from '../../../src/core/articles/articleUses';
import type { SourcemarkApi } from '../../../src/vscode/activateShared';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { sourcesTree } from '../../../src/vscode/views/sourcesTree';
import { AnnotatedArticle, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const RECORDS = '.sourcemark/sources/suite-web.yaml';
const by = 'by: aiko, at: 2025-11-21T09:00:00Z';

/** By id: what the record has, and what a link leads to where that cannot stand in one as it is. */
const pages: Readonly<Record<string, readonly [address: string, destination?: string]>> = {
  'suite-comma': ['https://example.org/a%2Cb,c?at=12%3A30:45'],
  'suite-fragment': ['https://example.org/budget#:~:text=over%2Dall-,1%2C234%20people'],
  'suite-percent': ['https://example.org/100%25/%252C/%e8%a8%98'],
  'suite-brackets': ['https://example.org/wiki/Port_(harbor)_[1]?f=(a))](command:x)'],
  'suite-japanese': ['https://日本.example/記事/143億ドル?語=関税、速報#第「1」章'],
  'suite-marks': ["https://example.org/*a*_b_~c~|d|!e&lt;f&amp;g'h'"],
  'suite-spaces': ['https://example.org/a b/c  d', 'https://example.org/a%20b/c%20%20d'],
  'suite-quotes': ['https://example.org/"a" `b` <img>', 'https://example.org/%22a%22%20%60b%60%20%3Cimg%3E'],
  'suite-icon': ['https://example.org/$(trash)', 'https://example.org/%24(trash)'],
};
/** What leads nowhere on the web. */
const texts: Readonly<Record<string, string>> = {
  'suite-command': 'command:workbench.action.quit',
  'suite-script': 'javascript:alert(1)',
  'suite-file': 'file:///etc/hosts',
  'suite-markup': '[x](https://example.org) <https://example.org> $(trash)',
  'suite-backslash': 'https://example.org\\@example.com/',
};

describe('web addresses', () => {
  let api: SourcemarkApi;
  let session: FolderSession;
  let article: AnnotatedArticle;
  let records: vscode.TextDocument;
  let opened: unknown[][] = [];
  let execute: SourcemarkApi['addresses']['execute'];

  before(async () => {
    const started = await startSourcemark();
    api = started;
    session = started.session;
    execute = api.addresses.execute;
    api.addresses.execute = async (...args) => opened.push(args);
    const addresses = {
      ...Object.fromEntries(Object.entries(pages).map(([id, [address]]) => [id, address])),
      ...texts,
    };
    const yaml = Object.entries(addresses)
      .map(([id, URL]) => `${id}: { type: webpage, title: Page, URL: ${JSON.stringify(URL)} }\n`)
      .join('');
    await vscode.workspace.fs.writeFile(session.uri(RECORDS), new TextEncoder().encode(yaml));
    records = await vscode.workspace.openTextDocument(session.uri(RECORDS));
    session.accept(records);
    article = await AnnotatedArticle.open(
      session,
      'articles/suite-addresses.md',
      'The port has 900 cranes.\nIt has 31 piers.\n',
      `claims:
  c-cranes: { target: { exact: 900 cranes }, citations: [{ source: suite-fragment, exact: 900 }], ${by} }
  c-piers: { target: { exact: 31 piers }, citations: [{ source: suite-command }], ${by} }
`,
    );
  });

  beforeEach(() => {
    opened = [];
  });

  after(async () => {
    api.addresses.execute = execute;
    await article.remove();
    await vscode.workspace.fs.delete(session.uri(RECORDS));
    // The suites that follow see the newsroom as it was.
    await eventually(() => vscode.languages.getDiagnostics(session.uri(RECORDS)).length === 0);
  });

  async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
    const position = document.positionAt(document.getText().indexOf(words) + 1);
    const command = 'vscode.executeHoverProvider';
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, position);
    return hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value)
      .join('\n\n');
  }
  const source = (id: string) => ({ folder: session.folder.uri.toString(), source: id });

  it('are links on the card of a source, as its record has them', async () => {
    for (const [id, [address, destination = address]] of Object.entries(pages)) {
      const card = await eventually(() => hoverOn(records, id));
      assert.ok(card.includes(`](<${destination}>)\n`), `${id}: ${card}`);
      // And nothing else of it is a link, markup or an icon.
      const rest = card.replace(`](<${destination}>)`, ']()');
      assert.doesNotMatch(rest, /[^\\]\]\([^)]|<|\$\(trash\)|https:\/\//, id);
    }
  });

  it('are words where they lead elsewhere than to the web', async () => {
    for (const id of Object.keys(texts)) {
      const card = await eventually(() => hoverOn(records, id));
      assert.match(card, /^\$\(globe\) \S/m, id);
      assert.doesNotMatch(card, /[^\\]\]\(|<|\$\(trash\)|:\/\/|command:|javascript:/, id);
      assert.equal(await vscode.commands.executeCommand('sourcemark.openAddress', source(id)), undefined);
    }
    assert.deepEqual(opened, []);
  });

  it('are opened as the very string of the record', async () => {
    for (const [id, [address]] of Object.entries(pages))
      assert.equal(await vscode.commands.executeCommand('sourcemark.openAddress', source(id)), address);
    assert.deepEqual(
      opened,
      Object.values(pages).map(([address]) => ['vscode.open', address]),
    );
  });

  it('are beside what a claim cites, and open from it', async () => {
    const [address] = pages['suite-fragment']!;
    assert.ok((await hoverOn(article.document, '900 cranes')).includes(`[Web page](<${address}>)`));
    assert.doesNotMatch(await hoverOn(article.document, '31 piers'), /Web page/);
    await vscode.commands.executeCommand('sourcemark.openAddress', article.reference('c-cranes'));
    await vscode.commands.executeCommand('sourcemark.openAddress', article.reference('c-piers'));
    assert.deepEqual(opened, [['vscode.open', address]]);
  });

  it('are offered on the rows of sources that have one, and shown there', async () => {
    const rows = await sourcesTree(session, '', createArticleUses());
    const row = (id: string) => rows.find((one) => one.source === id)?.item;
    assert.equal(row('suite-command')?.contextValue, 'source');
    assert.equal(row('suite-comma')?.contextValue, 'source.web');
    assert.ok(String(row('suite-comma')?.tooltip).includes(`\n${pages['suite-comma']![0]}\n`));
    await vscode.commands.executeCommand(
      'sourcemark.openAddress',
      rows.find((one) => one.source === 'suite-comma'),
    );
    assert.deepEqual(opened, [['vscode.open', pages['suite-comma']![0]]]);
  });
});
