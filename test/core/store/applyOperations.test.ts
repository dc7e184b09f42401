import assert from 'node:assert/strict';
import { applyOperations } from '../../../src/core/store/applyOperations';
import { applyOperation, type StoreOperation } from '../../../src/core/store/operations';
import { applyTextEdits } from '../../../src/core/store/textEdits';

const at = '2025-11-21T09:00:00Z';
const yaml = `article: a.md # ours
text: ${'1'.repeat(40)}
claims:
  c-1: { target: { exact: 120 ships }, by: aiko, at: ${at} }
`;
const setText: StoreOperation = { type: 'setText', text: '2'.repeat(40) };
const setNote = (claim: string, note: string): StoreOperation => ({ type: 'setNote', claim, note });

describe('applyOperations', () => {
  it('does in one step what the operations do one after the other', () => {
    const claim = { target: { exact: '7 cranes' }, by: 'ken', at };
    const operations: StoreOperation[] = [
      { type: 'addClaim', article: 'a.md', id: 'c-2', claim },
      setNote('c-2', 'New.'),
      setNote('c-1', 'Old.'),
      setText,
    ];
    let expected: string | undefined = yaml;
    for (const operation of operations) expected = applyOperation(expected, operation).text;
    const { text, edits, problems } = applyOperations(yaml, operations);
    assert.deepEqual(problems, []);
    assert.equal(text, expected);
    assert.equal(applyTextEdits(yaml, edits), expected);
  });

  it('does all or nothing', () => {
    const { text, edits, problems } = applyOperations(yaml, [setNote('c-1', 'Kept out.'), setNote('c-9', 'Nowhere.')]);
    assert.equal(text, undefined);
    assert.deepEqual(edits, []);
    assert.equal(problems.length, 1);
  });

  it('makes a file of nothing', () => {
    const { text, edits } = applyOperations(undefined, [{ type: 'createArticleFile', article: 'a.md' }, setText]);
    assert.match(text ?? '', /article: a\.md\ntext: "2{40}"\n/);
    assert.equal(applyTextEdits('', edits), text);
  });

  it('says that the file has errors rather than that something is gone', () => {
    const { problems } = applyOperations('article: a.md\nclaims: [\n', [setNote('c-1', 'Where?')]);
    assert.match(problems.at(-1)?.message.text ?? '', /has errors/);
  });
});
