import assert from 'node:assert/strict';
import { fillTemplate, renderMessage } from '../../../src/core/model/renderMessage';
import { operationMessage } from '../../../src/core/store/operationMessage';
import type { StoreOperation } from '../../../src/core/store/operations';

const at = '2025-11-21T09:00:00Z';
const say = (operation: StoreOperation) => {
  const said = operationMessage(operation);
  return said && renderMessage(said, 'en', fillTemplate);
};

describe('operationMessage', () => {
  it('names an operation by what a person knows of it', () => {
    const claim = { target: { exact: '売上は\n143億ドル' }, by: 'aiko', at };
    assert.equal(say({ type: 'addClaim', article: 'a.md', id: 'c-1', claim }), 'Claim on “売上は 143億ドル”');
    assert.equal(say({ type: 'addCitation', claim: 'c-1', citation: { source: 'memo' } }), 'Citation of memo');
    assert.equal(
      say({ type: 'setConfig', path: ['review', 'required'], value: 2 }),
      'Change of the settings: review.required',
    );
  });

  it('says nothing of what only accompanies others', () => {
    assert.equal(say({ type: 'setText', text: '1'.repeat(40) }), undefined);
    assert.equal(say({ type: 'createArticleFile', article: 'a.md' }), undefined);
  });

  it('shortens long passages without cutting a character in two', () => {
    const message = { id: 'm-1', by: 'ken', at, text: '𠮷'.repeat(200) };
    assert.equal(say({ type: 'addMessage', claim: 'c-1', message }), `Comment “${'𠮷'.repeat(60)}…”`);
  });

  it('tells a reply without words by its thread', () => {
    const message = { id: 'm-1', by: 'ken', at, resolved: true };
    assert.equal(say({ type: 'addMessage', claim: 'c-1', message }), 'Thread of the claim c-1');
  });
});
