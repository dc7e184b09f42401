import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyOperations } from '../../../src/core/store/applyOperations';
import { applyOperation, type StoreOperation } from '../../../src/core/store/operations';
import { parseArticleFile } from '../../../src/core/store/parseStoreFile';
import { applyTextEdits } from '../../../src/core/store/textEdits';

const CLAIM = { target: { exact: '49%', start: 40 }, by: 'aiko', at: '2026-11-21T09:00:00Z' };

/** The file after each operation in turn. */
function done(yaml: string | undefined, ...operations: StoreOperation[]): string {
  return operations.reduce<string | undefined>((text, operation) => {
    const result = applyOperation(text, operation);
    assert.deepEqual(result.problems, []);
    return result.text;
  }, yaml)!;
}

describe('applyOperation', () => {
  const file = done(undefined, { type: 'addClaim', article: 'articles/a.md', id: 'c-2', claim: CLAIM });

  it('makes the file with its first claim', () => {
    assert.equal(
      file,
      'article: articles/a.md\nclaims:\n  c-2:\n    target: { exact: 49%, start: 40 }\n    by: aiko\n    at: 2026-11-21T09:00:00Z\n',
    );
  });

  it('keeps claims in the order of the text', () => {
    const claim = (start: number) => ({ ...CLAIM, target: { exact: 'x', start } });
    const text = done(
      file,
      { type: 'addClaim', article: 'articles/a.md', id: 'c-1', claim: claim(3) },
      { type: 'addClaim', article: 'articles/a.md', id: 'c-3', claim: claim(90) },
      { type: 'addClaim', article: 'articles/a.md', id: 'c-25', claim: claim(50) },
    );
    assert.deepEqual(text.match(/c-\d+/g), ['c-1', 'c-2', 'c-25', 'c-3']);
  });

  it('writes citations as blocks, verdicts and messages as rows', () => {
    const text = done(
      file,
      { type: 'addCitation', claim: 'c-2', citation: { source: 'nyt', exact: 'about half', locator: { page: 3 } } },
      {
        type: 'addVerdict',
        claim: 'c-2',
        verdict: { by: 'ken', at: '2026-11-21T10:00:00Z', verdict: 'verified', of: '12e4' },
      },
      {
        type: 'addMessage',
        claim: 'c-2',
        message: { id: 'm-1', by: 'ken', at: '2026-11-21T10:00:00Z', text: '一次資料は?' },
      },
    );
    assert.equal(
      text,
      file
        .replace(
          '    by:',
          '    citations:\n      - source: nyt\n        exact: about half\n        locator: { page: 3 }\n    by:',
        )
        .concat(
          '    verdicts:\n      - { by: ken, at: 2026-11-21T10:00:00Z, verdict: verified, of: "12e4" }\n',
          '    thread:\n      - { id: m-1, by: ken, at: 2026-11-21T10:00:00Z, text: 一次資料は? }\n',
        ),
    );
    assert.deepEqual(parseArticleFile(text).problems, []);
    const citation = { source: 'nyt', exact: 'about half', locator: { page: 3 } };
    const removed = done(text, { type: 'removeCitation', claim: 'c-2', citation });
    assert.ok(!removed.includes('citations'));
  });

  it('does nothing the second time', () => {
    const operations: StoreOperation[] = [
      { type: 'addClaim', article: 'articles/a.md', id: 'c-2', claim: CLAIM },
      { type: 'addExemption', article: 'articles/a.md', id: 'e-1', exemption: { ...CLAIM, reason: '見出し' } },
      { type: 'setText', text: '5f0c1d2e3f405f0c1d2e3f405f0c1d2e3f401234' },
      { type: 'detach', claim: 'c-2', by: 'ken', at: '2026-11-21T10:00:00Z' },
      { type: 'setMeasure', claim: 'c-2', measure: { of: 'scale-ai', name: 'stake' } },
    ];
    const once = done(file, ...operations);
    assert.equal(done(once, ...operations), once);
  });

  it('says so when the claim is gone', () => {
    const result = applyOperation(file, { type: 'addCitation', claim: 'c-9', citation: { source: 'nyt' } });
    assert.equal(result.text, undefined);
    assert.equal(result.problems.length, 1);
  });

  it('does not write over what stands by mistake where claims belong', () => {
    const add: StoreOperation = { type: 'addClaim', article: 'a.md', id: 'c-9', claim: CLAIM };
    const result = applyOperation('article: a.md\nclaims: 後で\n', add);
    assert.equal(result.text, undefined);
    assert.match(result.problems[0]!.message.text, /no mapping/);
    assert.match(done('article: a.md\nclaims:\n', add), /c-9/);
  });

  it('renames an id where it is defined and where it is used', () => {
    const text = done(file, { type: 'addCitation', claim: 'c-2', citation: { source: 'nyt' } });
    const rename: StoreOperation = { type: 'renameId', of: 'source', from: 'nyt', to: 'nyt-2025' };
    assert.equal(done(text, rename), text.replace('source: nyt', 'source: nyt-2025'));
    const sources = 'nyt:\n  type: book # 本\nold:\n  type: book\n  custom: { supersededBy: nyt }\n';
    assert.equal(done(sources, rename), sources.replaceAll('nyt', 'nyt-2025'));
  });

  it('means the same in one reading as one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.nat(60)), { maxLength: 12 }), (choices) => {
        const operations = choices.map(([kind, number, start]): StoreOperation => {
          const id = `c-${number}`;
          const target = { exact: '49%', start, prefix: `${start}` };
          if (kind === 0) return { type: 'removeClaim', id };
          if (kind === 1) return { type: 'addCitation', claim: id, citation: { source: `s${start}` } };
          if (kind === 2) return { type: 'setNote', claim: id, note: `${start}` };
          if (kind < 5) return { type: 'setTarget', in: 'claims', id, target };
          return {
            type: 'addClaim',
            article: 'a.md',
            id,
            claim: { ...CLAIM, target, at: `2026-11-21T09:00:${start % 60}Z` },
          };
        });
        let text: string | undefined = file;
        for (const operation of operations)
          text = text === undefined ? undefined : applyOperation(text, operation).text;
        const result = applyOperations(file, operations);
        assert.equal(result.text, text);
        if (text !== undefined) assert.equal(applyTextEdits(file, result.edits), text);
      }),
      { numRuns: 50 },
    );
  });

  it('lets hundreds of claims follow their text in one go', () => {
    const claims = Array.from(
      { length: 300 },
      (_, index) => `  c-${index}: { target: { exact: x, start: ${index} }, by: aiko, at: 2026-11-21T09:00:00Z }\n`,
    );
    const yaml = `article: a.md\nclaims:\n${claims.join('')}`;
    const operations = claims.map(
      (_, index): StoreOperation => ({
        type: 'setTarget',
        in: 'claims',
        id: `c-${index}`,
        target: { exact: 'x', start: index + 5 },
      }),
    );
    const text = applyOperations(yaml, operations).text;
    assert.equal(
      text,
      yaml.replace(/start: (\d+)/g, (_, start) => `start: ${Number(start) + 5}`),
    );
  });

  it('settles a conflict', () => {
    const open = file.replace('by: aiko', 'by: { conflict: [aiko, ken] }');
    assert.deepEqual(
      parseArticleFile(open).problems.map(({ rule }) => rule),
      ['store/conflict'],
    );
    assert.equal(parseArticleFile(open).value.claims!['c-2']!.by, 'aiko');
    const settle: StoreOperation = { type: 'settleConflict', path: ['claims', 'c-2', 'by'], choose: 1 };
    assert.equal(done(open, settle), file.replace('by: aiko', 'by: ken'));
  });
});
