import { applyOperations } from './applyOperations';
import type { Path } from './checkShape';
import { decideOperation, type Hindrance, type PlannedOperation } from './decideOperation';
import { applyInOneReading, type OperationResult, type StoreOperation } from './operations';
import { advance, type SeenData } from './seenData';
import { structuredCopy, type YamlValue } from './toData';
import { valueAt } from './yamlData';

export interface SeenResult extends OperationResult {
  /** What a person has to answer before anything is changed; there is no text then. */
  readonly hindrances: readonly Hindrance[];
  /** What was to be removed and stays, marked as an open conflict, as it is now. */
  readonly disputed: readonly { readonly path: Path; readonly thing: YamlValue | undefined }[];
}

/**
 * Carries operations out on one file, all of them or none, as far as nobody has been there since they were asked
 * for: see `decideOperation`. Everything that is tried is tried by this, the first time and each time after it, so
 * that no change is made over what its author did not know.
 * @param seen what the operations saw (see `seenBy`); undefined where nobody noted it.
 */
export function applySeen(yaml: string | undefined, operations: readonly StoreOperation[], seen: SeenData): SeenResult {
  // Markers must be gone before a text can be read as YAML, so merging them is an action of its own.
  if (operations.some(({ type }) => type === 'mergeMarkers' || type === 'mergeVersion'))
    return { ...applyOperations(yaml, operations), hindrances: [], disputed: [] };
  let known = seen === undefined ? undefined : structuredCopy(seen);
  const hindrances: Hindrance[] = [];
  const disputed: { path: Path; thing: YamlValue | undefined }[] = [];
  const result = applyInOneReading(yaml ?? '', operations as readonly PlannedOperation[], (data, operation) => {
    const decision = decideOperation(known, data, operation);
    if (known !== undefined) known = advance(known, operation);
    if (decision.status === 'refused') return { refused: decision.reason };
    if (decision.status === 'apply') {
      const { operations: steps, disputed: path } = decision;
      if (path) disputed.push({ path, thing: structuredCopy(valueAt(data, path) ?? null) });
      return { operations: steps };
    }
    hindrances.push(copyOf(decision.hindrance));
    return { operations: [] };
  });
  // In a file with errors, what seems to differ may only be hidden by them; that refusal stands.
  if (result.text === undefined || hindrances.length === 0)
    return { ...result, hindrances: [], disputed: result.text === undefined ? [] : disputed };
  return { edits: [], problems: [], hindrances, disputed: [] };
}

/** What is shown later must not change with the data that it was found in. */
function copyOf(hindrance: Hindrance): Hindrance {
  const copy = (value: YamlValue | undefined) => (value === undefined ? undefined : structuredCopy(value));
  if (hindrance.kind === 'gone') return { ...hindrance, thing: copy(hindrance.thing) };
  const { mine, theirs, thing } = hindrance;
  return { ...hindrance, mine: copy(mine), theirs: copy(theirs), thing: copy(thing) };
}
