import { message } from '../model/message';
import type { Problem, TextEdit } from '../model/problem';
import type {
  Citation,
  Claim,
  Entity,
  Exemption,
  Measure,
  MentionOverride,
  Source,
  ThreadMessage,
  Verdict,
} from '../model/schema';
import { findMarkedConflicts } from './conflictMarkers';
import { editYaml } from './editYaml';
import { type Merge, mergeConflictMarkers, mergeVersion } from './mergeStore';
import { newerVersion } from './migrate';
import { planOperation } from './planOperation';
import { readYaml } from './readYaml';
import { applyTextEdits, trimTextEdit } from './textEdits';
import type { YamlValue } from './toData';
import { applyInPlace, type YamlOperation } from './yamlData';

/** The mappings of an article file whose entries have a target. */
export type Anchored = 'claims' | 'exemptions' | 'mentions';

/**
 * Every change there is to a file of the store, as plain data. An operation names what it changes by id or by
 * content, never by a place, so it can be kept, sent, and applied again when the file has changed meanwhile.
 * Those with `article` make the file when it is missing.
 */
export type StoreOperation =
  | { readonly type: 'createArticleFile'; readonly article: string; readonly text?: string }
  | { readonly type: 'setArticle'; readonly article: string }
  /** The git blob id of the article as it is anchored now. */
  | { readonly type: 'setText'; readonly text: string }
  | { readonly type: 'addClaim'; readonly article: string; readonly id: string; readonly claim: Claim }
  | { readonly type: 'removeClaim'; readonly id: string }
  | { readonly type: 'setTarget'; readonly in: Anchored; readonly id: string; readonly target: Claim['target'] }
  | { readonly type: 'addCitation'; readonly claim: string; readonly citation: Citation }
  | { readonly type: 'setCitation'; readonly claim: string; readonly was: Citation; readonly citation: Citation }
  | { readonly type: 'removeCitation'; readonly claim: string; readonly citation: Citation }
  | { readonly type: 'setEntities'; readonly claim: string; readonly entities: readonly string[] }
  /** Without a measure, the claim has none any more. */
  | { readonly type: 'setMeasure'; readonly claim: string; readonly measure?: Measure }
  | { readonly type: 'setNote'; readonly claim: string; readonly note?: string }
  | { readonly type: 'addVerdict'; readonly claim: string; readonly verdict: Verdict }
  | { readonly type: 'addMessage'; readonly claim: string; readonly message: ThreadMessage }
  | { readonly type: 'detach'; readonly claim: string; readonly by: string; readonly at: string }
  | { readonly type: 'attach'; readonly claim: string; readonly target?: Claim['target'] }
  | { readonly type: 'addExemption'; readonly article: string; readonly id: string; readonly exemption: Exemption }
  | { readonly type: 'removeExemption'; readonly id: string }
  /** The last day an exemption holds; without one it has no end. */
  | { readonly type: 'setUntil'; readonly id: string; readonly until?: string }
  | {
      readonly type: 'addMentionOverride';
      readonly article: string;
      readonly id: string;
      readonly override: MentionOverride;
    }
  | { readonly type: 'removeMentionOverride'; readonly id: string }
  | { readonly type: 'addSource'; readonly id: string; readonly source: Source }
  /** Sets one field, such as `['custom', 'status']`; without a value it is taken out. */
  | { readonly type: 'setSource'; readonly id: string; readonly path: readonly string[]; readonly value?: YamlValue }
  | { readonly type: 'removeSource'; readonly id: string }
  | { readonly type: 'addEntity'; readonly id: string; readonly entity: Entity }
  | { readonly type: 'addAlias'; readonly id: string; readonly alias: string }
  | { readonly type: 'setEntity'; readonly id: string; readonly path: readonly string[]; readonly value?: YamlValue }
  | { readonly type: 'removeEntity'; readonly id: string }
  | { readonly type: 'setConfig'; readonly path: readonly string[]; readonly value?: YamlValue }
  /** Adds to a list of the config what is not yet in it. */
  | { readonly type: 'addToConfig'; readonly path: readonly string[]; readonly item: YamlValue }
  /** Renames the id of a source or entity in one file of any kind, where it is defined and where it is used. */
  | { readonly type: 'renameId'; readonly of: 'source' | 'entity'; readonly from: string; readonly to: string }
  /**
   * Merges by structure what git left between `<<<<<<<` and `>>>>>>>`; real conflicts stay, as open conflicts.
   * The base is the version that both come from, where it is known.
   */
  | { readonly type: 'mergeMarkers'; readonly base?: string }
  /**
   * Merges another version of the file's annotations into it by structure: one under an earlier name of the article, which
   * git took for a file of its own. The head (`article`) stays.
   */
  | { readonly type: 'mergeVersion'; readonly other: string; readonly base?: string; readonly article?: string }
  /** Settles one open conflict: the value that stays, by its index in the file. */
  | { readonly type: 'settleConflict'; readonly path: readonly (string | number)[]; readonly choose: number };

/** What does not concern the whole text, and so can be planned on its data. */
export type PlannedOperation = Exclude<StoreOperation, { type: 'mergeMarkers' | 'mergeVersion' }>;

export interface OperationResult {
  /** The whole text afterwards; undefined when the operation could not be carried out. */
  readonly text?: string;
  /** The same as edits of the text that was given; of an empty text where there was no file. */
  readonly edits: readonly TextEdit[];
  /** Why nothing was changed. */
  readonly problems: readonly Problem[];
}

/**
 * Carries an operation out on the text of a file; undefined stands for a file that is not there yet. An
 * operation whose effect is there already changes nothing and succeeds, so applying one twice is harmless.
 */
export function applyOperation(yaml: string | undefined, operation: StoreOperation): OperationResult {
  const text = yaml ?? '';
  if (operation.type === 'mergeMarkers') return mergeMarkers(text, operation.base);
  if (operation.type === 'mergeVersion')
    return asEdit(text, mergeVersion(operation.base, text, operation.other, operation.article));
  return applyInOneReading(text, [operation]);
}

/**
 * Carries operations out one after the other, all of them or none, while the file is read once for all that
 * they mean; so a thousand claims can follow their text at a time.
 * @param plan says what each means for the data as the earlier ones leave it.
 */
export function applyInOneReading(
  text: string,
  operations: readonly PlannedOperation[],
  plan: typeof planOperation = planOperation,
): OperationResult {
  const { value, wellFormed } = readYaml(text);
  const newer = newerVersion(value);
  if (newer !== undefined) {
    const reason = message(
      'This file was made by a newer Sourcemark (version {version}). Update Sourcemark to use it.',
      {
        version: newer,
      },
    );
    return { edits: [], problems: [problemAtStart(reason)] };
  }
  const steps: YamlOperation[] = [];
  let data = value;
  for (const operation of operations) {
    const planned = plan(data, operation);
    // In a file with errors, what seems to be gone may only be hidden by them.
    if ('refused' in planned && !wellFormed) return editYaml(text, []);
    if ('refused' in planned) return { edits: [], problems: [problemAtStart(planned.refused)] };
    steps.push(...planned.operations);
    // What does not fit the data is refused below, where the place in the file is known.
    for (const step of planned.operations) data = applyInPlace(data, step) ?? data;
  }
  const { edits, problems } = editYaml(text, steps);
  if (problems.length > 0) return { edits: [], problems };
  return { text: applyTextEdits(text, edits), edits, problems: [] };
}

function mergeMarkers(text: string, base?: string): OperationResult {
  if (findMarkedConflicts(text).length === 0) return { text, edits: [], problems: [] };
  return asEdit(text, mergeConflictMarkers(text, base));
}

function asEdit(text: string, merge: Merge): OperationResult {
  if (merge.status === 'unreadable') {
    const reason = message('One of the two versions has errors, so they cannot be merged. Settle them by hand.');
    return { edits: [], problems: [problemAtStart(reason)] };
  }
  const edit = trimTextEdit(text, { range: { start: 0, end: text.length }, text: merge.text });
  return { text: merge.text, edits: [edit], problems: [] };
}

function problemAtStart(reason: Problem['message']): Problem {
  return { rule: 'store/schema', message: reason, range: { start: 0, end: 0 }, severity: 'error' };
}
