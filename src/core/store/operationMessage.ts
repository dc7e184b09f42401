import { type Message, message } from '../model/message';
import { shorten } from '../text/shorten';
import type { StoreOperation } from './operations';
import type { YamlValue } from './toData';
import { valueAt } from './yamlData';

/**
 * As `operationMessage`, with the words of a claim or an exemption in the place of its id, which tells people nothing.
 * @param thing the claim or exemption that the operation is about, where that is known.
 */
export function operationMessageAbout(operation: StoreOperation, thing: YamlValue | undefined): Message | undefined {
  const said = operationMessage(operation);
  const words = valueAt(thing, ['target', 'exact']);
  if (said?.args?.id === undefined || typeof words !== 'string') return said;
  return { ...said, args: { ...said.args, id: message('“{text}”', { text: shorten(words) }) } };
}

/** What an operation does, in the words of the person who wanted it. Undefined for what only accompanies others. */
export function operationMessage(operation: StoreOperation): Message | undefined {
  switch (operation.type) {
    case 'createArticleFile':
    case 'setText':
      return undefined;
    case 'setArticle':
      return message('Annotations of {article}', { article: operation.article });
    case 'addClaim':
      return message('Claim on “{text}”', { text: shorten(operation.claim.target.exact) });
    case 'removeClaim':
      return message('Removal of the claim {id}', { id: operation.id });
    case 'setTarget':
      return message('New place of {id}: “{text}”', { id: operation.id, text: shorten(operation.target.exact) });
    case 'addCitation':
      return message('Citation of {source}', { source: operation.citation.source });
    case 'setCitation':
      return message('Changed citation of {source}', { source: operation.citation.source });
    case 'removeCitation':
      return message('Removal of a citation of {source}', { source: operation.citation.source });
    case 'setEntities':
      return message('Entities of the claim {id}', { id: operation.claim });
    case 'setMeasure':
      return message('Measure of the claim {id}', { id: operation.claim });
    case 'setNote':
      return message('Note on the claim {id}', { id: operation.claim });
    case 'addVerdict':
      return message('Verdict on the claim {id}', { id: operation.claim });
    case 'addMessage':
      return operation.message.text
        ? message('Comment “{text}”', { text: shorten(operation.message.text) })
        : message('Thread of the claim {id}', { id: operation.claim });
    case 'detach':
      return message('Taking the claim {id} off the text', { id: operation.claim });
    case 'attach':
      return message('Putting the claim {id} back on the text', { id: operation.claim });
    case 'addExemption':
      return message('Exemption of “{text}”', { text: shorten(operation.exemption.target.exact) });
    case 'removeExemption':
      return message('Removal of the exemption {id}', { id: operation.id });
    case 'setUntil':
      return message('End of the exemption {id}', { id: operation.id });
    case 'addMentionOverride':
      return message('Meaning of the name “{text}”', { text: shorten(operation.override.target.exact) });
    case 'removeMentionOverride':
      return message('Removal of the meaning {id}', { id: operation.id });
    case 'addSource':
      return message('New source {id}', { id: operation.id });
    case 'setSource':
      return message('Change of the source {id}', { id: operation.id });
    case 'removeSource':
      return message('Removal of the source {id}', { id: operation.id });
    case 'addEntity':
      return message('New entity {id}', { id: operation.id });
    case 'setEntity':
      return message('Change of the entity {id}', { id: operation.id });
    case 'addAlias':
      return message('Name “{alias}” of {id}', { alias: operation.alias, id: operation.id });
    case 'removeEntity':
      return message('Removal of the entity {id}', { id: operation.id });
    case 'setConfig':
    case 'addToConfig':
      return message('Change of the settings: {key}', { key: operation.path.join('.') });
    case 'renameId':
      return message('Renaming of {from} to {to}', { from: operation.from, to: operation.to });
    case 'mergeMarkers':
    case 'mergeVersion':
      return message('Merging of two versions');
    case 'settleConflict':
      return message('Settling of the conflict at {key}', { key: operation.path.join('.') });
  }
}
