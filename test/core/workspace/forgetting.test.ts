import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { anchor } from '../../../src/core/anchoring/anchor';
import { gitBlobId } from '../../../src/core/model/gitBlobId';
import { checkArticle } from '../../../src/core/rules/runRules';
import { Workspace } from '../../../src/core/workspace/workspace';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const STORE = '.sourcemark/articles/a.md.yaml';
const SOURCES = '.sourcemark/sources/long-report-of-the-year.yaml';
const ARTICLE = '# 決算\n\n売上高は143億円だった。\n';
const QUOTE = 'Sales came to 14.3 billion yen in the year that ended in March';
const SOURCE = `A report of the year.\n\n${QUOTE}.\n`;
const RECORD = `long-report-of-the-year:
  type: report
  title: Report
  custom: { kind: primary, status: active, text: texts/report.md }
`;
/** So much of a long text, in UTF-16 code units, that a copy that is kept cannot be overlooked. */
const LONG = 2_000_000;
const SOME = 1_000_000;

function stored(oldText = ARTICLE, more = ''): string {
  return `article: a.md
text: ${gitBlobId(oldText)}
claims:
  c-1:
    target: { exact: 売上高は143億円, prefix: "", suffix: だった。, start: 6 }
    citations: [{ source: long-report-of-the-year, exact: ${QUOTE} }]
    by: aiko
    at: 2026-11-21T09:00:00Z
${more}`;
}

function open(): Workspace {
  const workspace = new Workspace('2026-11-22');
  workspace.setFile('.sourcemark/config.yaml', 'version: 1\n');
  workspace.setFile(SOURCES, RECORD);
  workspace.setFile('texts/report.md', SOURCE);
  workspace.setFile(STORE, stored());
  workspace.setFile('a.md', ARTICLE);
  checkArticle(workspace, 'a.md');
  return workspace;
}

/** A text of its own each time, so that no two that are kept are one. */
function long(start: string): string {
  // Joined at once, which V8 puts off otherwise.
  return Buffer.from(start + 'あ'.repeat(LONG)).toString();
}

async function used(): Promise<number> {
  // What a weak reference gave out stays until the job is over.
  await setImmediate();
  collect();
  return process.memoryUsage().heapUsed;
}

async function isGone(reference: WeakRef<object>): Promise<boolean> {
  await used();
  return reference.deref() === undefined;
}

/** What is kept of what `work` held, in bytes. */
async function keptOf(work: () => void): Promise<number> {
  const before = await used();
  work();
  return (await used()) - before;
}

describe('what a workspace forgets', () => {
  it('lets go of the view of an article that is gone, and of one that was rewritten', async () => {
    const workspace = open();
    const gone = new WeakRef(workspace.article('a.md'));
    assert.equal(gone.deref()?.claims[0]?.anchor?.status, 'exact');
    workspace.setFile('a.md', undefined);
    assert.ok(await isGone(gone));
    workspace.setFile('a.md', ARTICLE);
    const rewritten = new WeakRef(workspace.article('a.md'));
    assert.equal(rewritten.deref()?.claims.length, 1);
    workspace.setFile('a.md', `${ARTICLE}追記。\n`);
    assert.ok(await isGone(rewritten));
    const annotated = new WeakRef(workspace.article('a.md'));
    assert.equal(annotated.deref()?.claims.length, 1);
    workspace.setFile(STORE, undefined);
    assert.ok(await isGone(annotated));
  });

  it('keeps the view of an article that nothing happened to', async () => {
    const workspace = open();
    const view = new WeakRef(workspace.article('a.md'));
    workspace.setFile('b.md', ARTICLE);
    workspace.setFile('b.md', undefined);
    assert.equal(await isGone(view), false);
  });

  it('lets go of what was read in the text of a source that is gone', async () => {
    const workspace = open();
    const figure = new WeakRef(workspace.article('a.md').claims[0]!.citations[0]!.figures[0]!.figure);
    assert.equal(figure.deref()?.start, SOURCE.indexOf('14.3'));
    workspace.setFile('texts/report.md', undefined);
    assert.equal(workspace.article('a.md').claims[0]?.citations[0]?.passage.status, 'unavailable');
    assert.ok(await isGone(figure));
  });

  it('keeps nothing of the long text of a source that is gone, though its citations are still there', async () => {
    const workspace = open();
    const kept = await keptOf(() => {
      workspace.setFile('texts/report.md', long(SOURCE));
      assert.equal(workspace.article('a.md').claims[0]?.citations[0]?.passage.status, 'found');
      workspace.setFile('texts/report.md', undefined);
      checkArticle(workspace, 'a.md');
    });
    assert.ok(kept < SOME, `${kept} bytes`);
    assert.equal(workspace.article('a.md').claims.length, 1);
  });

  it('keeps nothing ready of a text that no source names any more', async () => {
    const workspace = open();
    workspace.setFile('texts/report.md', long(SOURCE));
    const kept = await keptOf(() => {
      assert.equal(workspace.article('a.md').claims[0]?.citations[0]?.passage.status, 'found');
      workspace.setFile(SOURCES, undefined);
      checkArticle(workspace, 'a.md');
    });
    assert.ok(kept < SOME, `${kept} bytes`);
    assert.notEqual(workspace.text('texts/report.md'), undefined);
  });

  it('lets go of an old text that no store file names, and not before', async () => {
    const workspace = open();
    const kept = await keptOf(() => {
      const old = long(`号外\n\n${ARTICLE}`);
      const id = gitBlobId(old);
      workspace.setFile(STORE, stored(old));
      workspace.setFile('.sourcemark/articles/b.md.yaml', stored(old).replace('article: a.md', 'article: b.md'));
      assert.equal(workspace.lastAnchoredText('a.md'), undefined);
      workspace.setFile('a.md', `号外です\n\n${ARTICLE}`);
      assert.equal(workspace.lastAnchoredText('a.md'), id);
      workspace.setOldText(id, old);
      assert.equal(workspace.annotations('.sourcemark/articles/b.md.yaml')?.text, id);
      // Told anew with the same old text, as by a colleague's note.
      workspace.setFile(STORE, stored(old, '    note: read twice\n'));
      assert.equal(workspace.oldText('a.md'), old);
      workspace.setFile('.sourcemark/articles/b.md.yaml', undefined);
      assert.equal(workspace.oldText('a.md'), old);
      workspace.setFile(STORE, stored());
    });
    assert.ok(kept < SOME, `${kept} bytes`);
    assert.equal(workspace.article('a.md').claims.length, 1);
  });

  it('keeps an id of a long store file without the file', async () => {
    const workspace = open();
    const other = '.sourcemark/articles/b.md.yaml';
    const kept = await keptOf(() => {
      workspace.setFile(STORE, undefined);
      workspace.setFile(other, `${stored().replace('article: a.md', 'article: b.md')}# ${'あ'.repeat(LONG)}\n`);
      assert.deepEqual(workspace.articlesCiting('long-report-of-the-year'), ['b.md']);
      workspace.setFile(STORE, stored());
      assert.deepEqual(workspace.articlesCiting('long-report-of-the-year'), ['a.md', 'b.md']);
      workspace.setFile(other, undefined);
    });
    assert.ok(kept < SOME, `${kept} bytes`);
    assert.deepEqual(workspace.articlesCiting('long-report-of-the-year'), ['a.md']);
  });

  it('keeps the texts that were compared last no longer than somebody asks', async () => {
    const kept = await keptOf(() => {
      const old = long(ARTICLE);
      const target = { exact: '143億円', prefix: '売上高は', suffix: 'だった。', start: 10 };
      assert.equal(anchor(`号外\n${old}`, target, { oldText: old }).status, 'moved');
    });
    assert.ok(kept < SOME, `${kept} bytes`);
  });
});
