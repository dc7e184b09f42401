import assert from 'node:assert/strict';
import { keptOfLikest, markedFork, sharedByAll, twinFork } from '../../../src/core/moves/fork';
import { settleArticle } from '../../../src/core/store/mergeStore';
import { parseArticleFile } from '../../../src/core/store/parseStoreFile';

const AT = '2026-11-21T09:00:00Z';
const file = (...claims: readonly string[]) => `article: a.md\nclaims:\n${claims.join('')}`;
const claim = (id: string, more = '', start = 10) =>
  `  ${id}:\n    target: { exact: 143億円, start: ${start} }\n    by: aiko\n    at: ${AT}\n${more}`;
const note = '    note: 未確認\n';
const claims = (text: string | undefined) => parseArticleFile(text ?? '').value.claims ?? {};

describe('what two versions come from', () => {
  it('is as much of the likest earlier version as is still there', () => {
    const versions = [file(claim('c-1'), claim('c-2')), file(claim('c-1', note), claim('c-2'), claim('c-3'))];
    const kept = claims(keptOfLikest(file(claim('c-1', '', 99), claim('c-2'), claim('c-4')), versions));
    assert.deepEqual(Object.keys(kept), ['c-1', 'c-2']);
    assert.equal(kept['c-1']!.note, undefined);
    // A note that the later one has not seen is not taken for one that it removed.
    const seen = claims(keptOfLikest(file(claim('c-1'), claim('c-3')), versions.slice(1)));
    assert.deepEqual([Object.keys(seen), seen['c-1']!.note], [['c-1', 'c-3'], undefined]);
  });
  it('is nothing where no version has anything in common', () => {
    assert.equal(keptOfLikest(file(claim('c-1')), [file(claim('c-2')), file(claim('c-1', note))]), undefined);
    assert.equal(keptOfLikest(file(claim('c-1')), []), undefined);
  });
  it('shares entries with every side', () => {
    const base = file(claim('c-1'), claim('c-2'));
    assert.equal(sharedByAll(base, [file(claim('c-1', note)), file(claim('c-2'))]), true);
    assert.equal(sharedByAll(base, [file(claim('c-1')), file(claim('c-3'))]), false);
  });
  it('is looked for where both sides are there, in two files or between marks', () => {
    const twins = twinFork('a', 'b');
    assert.deepEqual([twins.isForked(['x', undefined]), twins.isForked(['x', 'y'])], [false, true]);
    assert.equal(twins.brought(['x', 'y'], ['x', undefined]), 'y');
    const marked = markedFork('a');
    const text = 'a: 1\n<<<<<<< ours\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n';
    assert.deepEqual([marked.isForked(['a: 1\n']), marked.isForked([text])], [false, true]);
    assert.deepEqual(marked.sides([text]), ['a: 1\nb: 1\n', 'a: 1\nb: 2\n']);
    assert.equal(marked.brought([text], []), 'a: 1\nb: 2\n');
  });
});

describe('a file whose article has two names', () => {
  const open = `# 調査班\narticle: { conflict: [b.md, c.md] }\n`;
  it('takes the one of its place', () => {
    assert.equal(settleArticle(open, 'c.md'), '# 調査班\narticle: c.md\n');
  });
  it('is left alone elsewhere, and where nothing is open', () => {
    assert.equal(settleArticle(open, 'd.md'), undefined);
    assert.equal(settleArticle('article: b.md\n', 'c.md'), undefined);
    assert.equal(settleArticle('article: [\n', 'c.md'), undefined);
  });
});
