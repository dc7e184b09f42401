import type { TextEdit } from '../model/problem';
import {
  applyInOneReading,
  applyOperation,
  type OperationResult,
  type PlannedOperation,
  type StoreOperation,
} from './operations';
import { composeTextEdits } from './textEdits';

/**
 * Carries operations out on one file, one after the other: all of them or none. The edits are those of the
 * text that was given, so that an editor can take them as one step. See `applyOperation` for the rest.
 */
export function applyOperations(yaml: string | undefined, operations: readonly StoreOperation[]): OperationResult {
  const steps: (readonly TextEdit[])[] = [];
  let text = yaml;
  for (const stretch of stretchesOf(operations)) {
    const result = Array.isArray(stretch) ? applyInOneReading(text ?? '', stretch) : applyOperation(text, stretch);
    if (result.text === undefined) return { edits: [], problems: result.problems };
    text = result.text;
    steps.push(result.edits);
  }
  return {
    ...(text !== undefined && { text }),
    edits: steps.length === 1 ? steps[0]! : composeTextEdits((yaml ?? '').length, steps),
    problems: [],
  };
}

/** Markers must be gone before a text can be read as YAML, so merging them stands by itself. */
function stretchesOf(operations: readonly StoreOperation[]): readonly (PlannedOperation[] | StoreOperation)[] {
  const stretches: (PlannedOperation[] | StoreOperation)[] = [];
  for (const operation of operations) {
    const last = stretches.at(-1);
    if (operation.type === 'mergeMarkers' || operation.type === 'mergeVersion') stretches.push(operation);
    else if (Array.isArray(last)) last.push(operation);
    else stretches.push([operation]);
  }
  return stretches;
}
