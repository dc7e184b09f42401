import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleStorePath } from '../../../src/core/model/storePaths';
import type { FolderSession } from '../../../src/vscode/session/folderSession';
import { AnnotatedArticle, annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const text =
  'Meta paid $14.3 billion.\nThe port of X has 900 people.\nIt was $14.3 billion again.\nIt was 45% [@nobody].\nIt is worth $29 billion now.\n';
const store = `claims:
  c-price:
    target: { exact: $14.3 billion, prefix: "Meta paid " }
    citations:
      - { source: harbor-ledger-2025-06-12, exact: Meta is investing $14.3 billion in Scale AI, locator: { page: B1 } }
      - { source: harbor-ledger-2025-06-12, exact: "[evil](command:workbench.action.quit) <img src=x> $(trash) $15.3 billion" }
    entities: [scale-ai]
    by: aiko
    at: 2025-11-21T09:00:00Z
    verdicts:
      - { by: ken, at: 2025-11-21T10:00:00Z, verdict: verified, of: 0123456789ab, note: "*Twice* checked" }
  c-worth:
    target: { exact: $29 billion }
    citations: [{ source: scale-ai-announcement-2025-06-12, exact: values the company at over $29 billion }]
    by: aiko
    at: 2025-11-21T09:00:00Z
`;

describe('hover', () => {
  let session: FolderSession;
  let article: AnnotatedArticle;

  before(async () => {
    session = (await startSourcemark()).session;
    article = await AnnotatedArticle.open(session, 'articles/suite-hover.md', text, store);
  });

  after(() => article.remove());

  async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
    const position = document.positionAt(document.getText().indexOf(words) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const ours = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    return ours.map(({ value }) => value).join('\n\n');
  }

  it('shows a claim’s state, citations, figures, entities and verdicts, and what to do', async () => {
    const card = await hoverOn(article.document, '$14.3 billion');
    assert.match(card, /Check again/);
    // Two citations of one claim: one bears it out.
    assert.match(card, /\$\(pass\) \*\*supported\*\*/);
    assert.match(card, /Meta takes 49 percent of Scale AI for \\\$14\\\.3 billion/);
    assert.match(card, /p\\\. B1/);
    assert.match(card, /> Meta is investing/);
    assert.match(card, /\$\(check\) agrees/);
    assert.match(card, /\$\(warning\) \*\*differs\*\*/);
    assert.match(card, /Scale AI/);
    assert.match(card, /Verified by 森健, .*the claim changed since/);
    for (const command of ['verifyClaim', 'disputeClaim', 'questionClaim', 'citeSource', 'openInStore', 'openPassage'])
      assert.match(card, new RegExp(`\\(command:sourcemark\\.${command}\\?`));
  });

  it('names a difference of exactness, and gives it no mark of agreement', async () => {
    const card = await hoverOn(article.document, '$29 billion');
    const line = card.split('\n').find((one) => one.includes('exact'));
    assert.match(
      line ?? '',
      /\$\(info\) \*\*the number agrees, how exact it is does not&#58; “just the number” here, “more than” in the source\*\*/,
    );
    assert.doesNotMatch(line ?? '', /\$\(check\)/);
  });

  it('lets nothing of the files become a link, an icon or markup', async () => {
    const card = await hoverOn(article.document, '$14.3 billion');
    assert.doesNotMatch(card, /\]\(command:workbench/);
    assert.match(card, /evil\\\]\\\(command&#58;workbench/);
    assert.doesNotMatch(card, /<img/);
    assert.doesNotMatch(card, /\$\(trash\)/);
    assert.doesNotMatch(card, /[^\\]\*Twice/);
  });

  it('shows how a bare figure was read and how to cite it', async () => {
    const card = await hoverOn(article.document, '900 people');
    assert.match(card, /\*\*900 people\*\* — read as /);
    assert.match(card, /command:sourcemark\.citeSource\?/);
    assert.match(card, /command:sourcemark\.exemptFigure\?/);
  });

  it('says what stands behind a figure without a claim of its own, and where', async () => {
    assert.match(await hoverOn(article.document, '900 people'), /\$\(circle-large\) This figure has no source yet/);
    const unchecked = await hoverOn(article.document, '45%');
    assert.match(unchecked, /\$\(question\) \*\*unchecked\*\*: only the text itself cites a source/);
    assert.doesNotMatch(unchecked, /exemptFigure/);
    const repeated = await hoverOn(article.document, '14.3 billion again');
    assert.match(repeated, /\$\(references\) Repeated&#58; it is sourced on line 1 .*14\\\.3 billion”/);
    assert.match(repeated, /exemptFigure/);
  });

  it('shows why a figure is exempt, and takes that back', async () => {
    await annotateAs('ken');
    const start = article.document.getText().indexOf('900 people');
    const id = await vscode.commands.executeCommand<string>('sourcemark.exemptFigure', {
      ...article.reference(''),
      claim: undefined,
      range: { start, end: start + '900 people'.length },
      reason: 'our own count',
      until: '2999-12',
    });
    const card = await eventually(async () => {
      const shown = await hoverOn(article.document, '900 people');
      return shown.includes('our own count') && shown;
    });
    assert.match(card, /Exempt until 2999\\-12/);
    const [, argument] = /command:sourcemark\.removeExemption\?([^)]+)\)/.exec(card) ?? [];
    const [reference] = JSON.parse(decodeURIComponent(argument ?? '[]'));
    assert.equal(reference.exemption, id);
    assert.equal(await vscode.commands.executeCommand('sourcemark.removeExemption', reference), true);
    assert.equal(article.view.exemptions.length, 0);
    await annotateAs('');
  });

  it('shows an entity’s names and how often it appears', async () => {
    const document = await vscode.workspace.openTextDocument(session.uri('articles/meta-scale.en.md'));
    const card = await hoverOn(document, 'Scale AI');
    assert.match(card, /\*\*Scale AI\*\* \(en\)/);
    assert.match(card, /Mentions&#58; \d+ · figures&#58; \d+ · claims&#58; \d+/);
  });

  it('shows the cards of ids in the store', async () => {
    const document = await vscode.workspace.openTextDocument(session.uri(articleStorePath(article.path)));
    session.accept(document);
    assert.match(
      await eventually(() => hoverOn(document, 'harbor-ledger')),
      /The Harbor Ledger.*\n\n.*Cited by|The Harbor Ledger/s,
    );
    assert.match(await hoverOn(document, 'scale-ai]'), /\*\*Scale AI\*\* \(en\)/);
    assert.match(await hoverOn(document, 'c-price'), /Check again/);
  });
});
