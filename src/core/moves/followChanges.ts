import { isRecord } from '../store/conflictValue';
import { concernOf } from '../store/operationConcern';
import type { StoreOperation } from '../store/operations';
import { readYaml } from '../store/readYaml';
import type { YamlValue } from '../store/toData';
import { sameData, valueAt } from '../store/yamlData';
import type { Workspace } from '../workspace/workspace';

interface Change {
  readonly file: string;
  readonly operation: StoreOperation;
}

/** Changes that wait, with what they saw of each file (see `seenBy`); undefined where nobody noted it. */
export interface WaitingChanges {
  readonly changes: readonly Change[];
  readonly seen: Readonly<Record<string, YamlValue>> | undefined;
}

/**
 * Takes changes that wait to where the claims and exemptions are that they are about, after these went to another
 * store file with their article. An entry is the same one when its id, its author and its time are. What removes one
 * stays where it was wanted: moving an entry into another file removes it from the first.
 * @returns the same object when nothing has moved.
 */
export function followChanges(workspace: Workspace, waiting: WaitingChanges): WaitingChanges {
  const seen = waiting.seen && { ...waiting.seen };
  const moved = new Set<string>();
  const changes = waiting.changes.map((change) => {
    const { thing, needsThing } = concernOf(change.operation);
    const [kind, id] = thing.map(String);
    if (!needsThing || !isAnchored(kind) || id === undefined) return change;
    const was = valueAt(seen?.[change.file], thing);
    const to = placeOf(workspace, change.file, kind, id, was);
    if (to === undefined) return change;
    moved.add(change.file);
    if (seen && was !== undefined) seen[to] = withThing(seen[to], kind, id, was);
    return { ...change, file: to };
  });
  if (moved.size === 0) return waiting;
  // The text that they named is that of the targets in the file they left.
  return { changes: changes.filter(({ file, operation }) => operation.type !== 'setText' || !moved.has(file)), seen };
}

function isAnchored(kind: string | undefined): kind is 'claims' | 'exemptions' | 'mentions' {
  return kind === 'claims' || kind === 'exemptions' || kind === 'mentions';
}

/** The one other file in which an entry is that is not in its own any more. */
function placeOf(
  workspace: Workspace,
  file: string,
  kind: 'claims' | 'exemptions' | 'mentions',
  id: string,
  was: YamlValue | undefined,
): string | undefined {
  const entryIn = (path: string) => {
    const text = workspace.text(path);
    return text?.includes(id) ? valueAt(readYaml(text).value, [kind, id]) : undefined;
  };
  if (entryIn(file) !== undefined) return undefined;
  const places = workspace.storeFiles.filter((path) => {
    if (path === file || workspace.annotations(path) === undefined) return false;
    const entry = entryIn(path);
    return (
      isRecord(entry) && ['by', 'at'].every((key) => was === undefined || sameData(entry[key], valueAt(was, [key])))
    );
  });
  return places.length === 1 ? places[0] : undefined;
}

function withThing(tree: YamlValue | undefined, kind: string, id: string, thing: YamlValue): YamlValue {
  const owner = isRecord(tree) ? tree : {};
  const entries = isRecord(owner[kind]) ? owner[kind] : {};
  return { ...owner, [kind]: { ...entries, [id]: thing } };
}
