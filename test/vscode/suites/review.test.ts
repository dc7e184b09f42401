import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReviewThreads } from '../../../src/vscode/comments/reviewThreads';
import { AnnotatedArticle, annotateAs, startSourcemark } from '../annotatedArticle';
import { eventually } from '../eventually';

const text = 'The harbor handled 120 ships in May.\nThat is 15% more than a year before.\nIt employs 900 people.\n';

const store = `# Kept as it is.
claims:
  c-ships:
    target: { exact: 120 ships, prefix: "handled ", suffix: " in May" }
    citations: [{ source: harbor-ledger-2025-06-12 }]
    by: aiko
    at: 2025-11-21T09:00:00Z
    verdicts:
      - { by: maria, at: 2025-11-21T10:00:00Z, verdict: question, of: 0123456789ab, note: "Which *harbor*?" }
    thread:
      - { id: m-1, by: aiko, at: 2025-11-21T11:00:00Z, text: The <b>old</b> one. }
  c-share: { target: { exact: 15% }, by: aiko, at: 2025-11-21T09:00:00Z } # nobody spoke yet
  c-lost:
    target: { exact: 40 tugboats }
    by: aiko
    at: 2025-11-21T09:00:00Z
    thread: [{ id: m-2, by: ken, at: 2025-11-21T11:00:00Z, text: Where did it go? }]
`;

describe('review', () => {
  let article: AnnotatedArticle;
  let review: ReviewThreads;
  const thread = (claim: string) => review.find(article.document.uri, claim);
  const said = (claim: string) =>
    (thread(claim)?.comments ?? []).map(({ author, label, body }) => `${author.name} [${label ?? ''}] ${body}`);
  const run = (command: string, argument: unknown) => vscode.commands.executeCommand(`sourcemark.${command}`, argument);

  before(async () => {
    const { session, ...api } = await startSourcemark();
    review = api.review;
    await annotateAs('ken');
  });

  let count = 0;
  beforeEach(async () => {
    const { session } = await startSourcemark();
    // The editor keeps a closed document for a while, so each test has a file of its own.
    article = await AnnotatedArticle.open(session, `articles/suite-review-${++count}.md`, text, store);
    await eventually(() => thread('c-ships'));
  });

  afterEach(() => article.remove());

  it('shows messages and verdicts as one folded thread at the claim, as they were written', () => {
    assert.deepEqual(said('c-ships'), [
      'Maria Okafor [Question (the claim has changed since)] Which *harbor*?',
      '佐伯愛子 [] The <b>old</b> one.',
    ]);
    const shown = thread('c-ships')!;
    assert.equal(article.document.getText(shown.range), '120 ships');
    assert.equal(shown.collapsibleState, vscode.CommentThreadCollapsibleState.Collapsed);
    assert.equal(shown.label, 'Check again · “120 ships”');
    for (const { body } of shown.comments) assert.equal(typeof body, 'string', 'plain text is never read as Markdown');
  });

  it('has no thread where nobody spoke, and one without a place for a claim that has lost its own', () => {
    assert.equal(thread('c-share'), undefined);
    assert.deepEqual(said('c-lost'), ['森健 [] Where did it go?']);
    assert.equal(thread('c-lost')!.range, undefined);
  });

  it('writes a verdict on what the claim says now, and changes no other line', async () => {
    assert.equal(await run('verifyClaim', article.reference('c-ships')), true);
    const now = await article.stored();
    for (const line of store.split('\n')) assert.ok(now.includes(`${line}\n`), line);
    const { verdicts, state, hash } = article.claim('c-ships');
    assert.equal(verdicts.length, 2);
    const { by, verdict, of } = verdicts[1]!.verdict;
    assert.deepEqual({ by, verdict, of }, { by: 'ken', verdict: 'verified', of: hash });
    assert.equal(state, 'staleVerdict', 'maria has not answered yet');
    await eventually(() => said('c-ships').includes('森健 [Verified] Checked against the sources.'));
  });

  it('takes the words of the reply box as the note of a verdict', async () => {
    const shown = thread('c-ships')!;
    assert.equal(await run('disputeClaim', { thread: shown, text: ' The *new* one has 80. ' }), true);
    assert.equal(article.claim('c-ships').state, 'disputed');
    await eventually(() => said('c-ships').at(-1) === '森健 [Disputed] The *new* one has 80.');
    assert.equal(thread('c-ships'), shown, 'the thread that people look at stays');
  });

  it('keeps entries the same objects while others come in, so that an edit under way is left alone', async () => {
    const before = thread('c-ships')!.comments[1];
    await run('replyToClaim', { ...article.reference('c-ships'), note: 'Thank you.' });
    await eventually(() => thread('c-ships')!.comments.length === 3);
    assert.equal(thread('c-ships')!.comments[1], before);
  });

  it('edits an own entry by adding another to the store', async () => {
    await run('replyToClaim', { ...article.reference('c-ships'), note: 'Frist' });
    const { id } = await eventually(() => article.claim('c-ships').claim.thread?.[1]);
    await run('editComment', { ...article.reference('c-ships'), message: id, note: 'First' });
    await eventually(() => said('c-ships').at(-1) === '森健 [edited] First');
    assert.match(await article.stored(), /text: Frist/);
  });

  it('closes a thread and opens it again', async () => {
    await run('resolveThread', thread('c-ships'));
    await eventually(() => thread('c-ships')!.state === vscode.CommentThreadState.Resolved);
    await run('reopenThread', thread('c-ships'));
    await eventually(() => thread('c-ships')!.state === vscode.CommentThreadState.Unresolved);
    assert.deepEqual(
      article.claim('c-ships').claim.thread!.map(({ resolved }) => resolved),
      [undefined, true, false],
    );
  });

  it('begins a thread on any claim, and keeps it open with the first word in it', async () => {
    await run('startThread', article.reference('c-share'));
    const begun = await eventually(() => thread('c-share'));
    assert.equal(begun.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    await run('replyToClaim', { thread: begun, text: 'Says who?' });
    await eventually(() => said('c-share').length === 1);
    assert.equal(thread('c-share'), begun);
    assert.match(await article.stored(), /# nobody spoke yet/);
  });

  it('follows the passage as the article is edited', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(article.document.uri, new vscode.Position(0, 0), 'Port news\n\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => article.document.getText(thread('c-ships')!.range) === '120 ships');
    assert.equal(thread('c-ships')!.range!.start.line, 2);
    await article.document.save();
  });

  it('says so when a claim is gone meanwhile', async () => {
    assert.equal(await run('verifyClaim', article.reference('c-nobody')), false);
  });
});
