import { canonicalJson } from '../model/canonicalJson';
import type { Path } from './checkShape';
import type { StoreOperation } from './operations';

/** What an operation has to do with in the data of its file. */
export interface Concern {
  /** The claim, exemption, source, entity or field that it is about. */
  readonly thing: Path;
  /** Whether the thing must be there already. */
  readonly needsThing: boolean;
  /** The values that the person who wanted it decided about; none for what only adds to a list. */
  readonly decides: readonly Path[];
  /** What it gives a value to, which a later operation on the same makes pointless; none for what only adds. */
  readonly key?: Path;
  /** What has the value that was wanted afterwards. */
  readonly covers: readonly Path[];
}

export function concernOf(operation: StoreOperation): Concern {
  switch (operation.type) {
    case 'createArticleFile':
      return { thing: ['article'], needsThing: false, decides: [], covers: [] };
    case 'setArticle':
      return field(['article']);
    case 'setText':
      return field(['text']);
    case 'addClaim':
      return adding(['claims', operation.id]);
    case 'addExemption':
      return adding(['exemptions', operation.id]);
    case 'addMentionOverride':
      return adding(['mentions', operation.id]);
    case 'addSource':
    case 'addEntity':
      return adding([operation.id]);
    case 'removeClaim':
      return removing(['claims', operation.id]);
    case 'removeExemption':
      return removing(['exemptions', operation.id]);
    case 'removeMentionOverride':
      return removing(['mentions', operation.id]);
    case 'removeSource':
    case 'removeEntity':
      return removing([operation.id]);
    case 'addCitation':
    case 'addVerdict':
    case 'addMessage':
      return part(['claims', operation.claim]);
    case 'addAlias':
      return part([operation.id]);
    case 'setCitation':
      return part(['claims', operation.claim], ['citations', canonicalJson(operation.was)], []);
    case 'removeCitation':
      return part(['claims', operation.claim], ['citations', canonicalJson(operation.citation)], []);
    case 'setTarget':
      return part([operation.in, operation.id], ['target']);
    case 'setEntities':
      return part(['claims', operation.claim], ['entities']);
    case 'setMeasure':
      return part(['claims', operation.claim], ['measure']);
    case 'setNote':
      return part(['claims', operation.claim], ['note']);
    case 'setUntil':
      return part(['exemptions', operation.id], ['until']);
    // Where the claim stood is what the person took it off from, or put it back to.
    case 'detach':
    case 'attach': {
      const thing = ['claims', operation.claim];
      const both = [
        [...thing, 'detached'],
        [...thing, 'target'],
      ];
      const covers = operation.type === 'attach' && operation.target !== undefined ? both : both.slice(0, 1);
      return { thing, needsThing: true, decides: both, key: both[0]!, covers };
    }
    case 'setSource':
    case 'setEntity':
      return part([operation.id], operation.path);
    case 'setConfig':
    case 'settleConflict':
      return field(operation.path);
    case 'addToConfig':
      return { thing: operation.path, needsThing: false, decides: [], covers: [] };
    case 'renameId':
      return { thing: [operation.from], needsThing: false, decides: [], covers: [] };
    case 'mergeMarkers':
    case 'mergeVersion':
      return { thing: [], needsThing: false, decides: [], covers: [] };
  }
}

function field(path: Path): Concern {
  return { thing: path, needsThing: false, decides: [path], key: path, covers: [path] };
}

function adding(thing: Path): Concern {
  return { thing, needsThing: false, decides: [], key: thing, covers: [thing] };
}

function removing(thing: Path): Concern {
  return { thing, needsThing: false, decides: [thing], key: thing, covers: [thing] };
}

function part(thing: Path, below?: Path, decided: Path | undefined = below): Concern {
  if (!below) return { thing, needsThing: true, decides: [], covers: [] };
  const key = [...thing, ...below];
  const decides = decided && decided.length > 0 ? [[...thing, ...decided]] : [];
  return { thing, needsThing: true, decides, key, covers: [key] };
}
