import { message } from '../model/message';
import type { Problem, TextEdit } from '../model/problem';
import type { Path } from './checkShape';
import { findMarkedConflicts } from './conflictMarkers';
import { planTogether } from './planTogether';
import { type BorrowedLines, planInsertItem, planRename, planSet, type YamlText } from './planYamlEdit';
import { planRemove } from './planYamlRemoval';
import { readYaml, type YamlRead } from './readYaml';
import { applyTextEdits, composeTextEdits } from './textEdits';
import { structuredCopy, type YamlValue } from './toData';
import { flowToYaml } from './toYaml';
import {
  applyInPlace,
  applyToData,
  changeOwn,
  differences,
  isText,
  sameData,
  valueAt,
  type YamlOperation,
} from './yamlData';
import { findEntry } from './yamlNodes';

/** From so many operations of a merge on, which can be thousands, planning them all on one reading is tried first. */
const WORTH_TOGETHER = 4;

export interface YamlEdit {
  /** In terms of the text that was given; ranges do not overlap. */
  readonly edits: readonly TextEdit[];
  /** Why nothing was changed, the reason in words last; with problems there are no edits. */
  readonly problems: readonly Problem[];
}

/** Gives the lines of a new entry as they stand elsewhere, so that its comments come along. */
export type Borrow = (operation: YamlOperation) => BorrowedLines | undefined;

/**
 * Works out the smallest edits that carry operations out, one after the other. Comments, order, indents,
 * quotes, line breaks and every line that is not concerned stay as they are. The result is read back and
 * compared with what was meant before anything is returned, so an odd file is refused, never damaged.
 * All or nothing: a file that is not well-formed YAML, or an operation that does not fit it, gives a problem.
 */
export function editYaml(yaml: string, operations: readonly YamlOperation[], borrow?: Borrow): YamlEdit {
  const steps: (readonly TextEdit[])[] = [];
  let text = yaml;
  let read = readYaml(yaml);
  if (!read.wellFormed) {
    const place = read.problems.find(({ severity }) => severity === 'error')?.range ?? { start: 0, end: 0 };
    const reason =
      findMarkedConflicts(yaml).length > 0
        ? message('This file cannot be changed while two versions of it are left from a merge. Settle them first.')
        : message('This file cannot be changed while it has errors. Correct them first.');
    return { edits: [], problems: [...read.problems.slice(0, 1), refusal(reason, place)] };
  }
  // A merge gives differences part by part; other operations may set a whole mapping, and are batched below.
  if (borrow && operations.length >= WORTH_TOGETHER) {
    const done = editTogether(text, read, operations, borrow);
    if (done) return { edits: composeTextEdits(yaml.length, done.edits), problems: [] };
  }
  let isBatching = true;
  for (let next = 0; next < operations.length; ) {
    // Following a rewritten article changes hundreds of numbers: those are done in one reading of the file.
    const batch = isBatching ? countReplacements(read.value, operations, next) : 0;
    const replaced = batch > 0 ? replaceScalars(text, read, operations.slice(next, next + batch)) : undefined;
    // What repeats by aliases needs the care of single steps.
    if (batch > 0 && !replaced) isBatching = false;
    const chunk = replaced ? batch : 1;
    for (const step of replaced ? [] : toSteps(read.value, operations[next]!)) {
      const done = tryStep(text, read, step, borrow);
      if (!done) return { edits: [], problems: [cannotEdit(read, step)] };
      ({ text, read } = done);
      steps.push(...done.edits);
    }
    if (replaced) {
      ({ text, read } = replaced);
      steps.push(...replaced.edits);
    }
    next += chunk;
  }
  return { edits: composeTextEdits(yaml.length, steps), problems: [] };
}

/**
 * As many operations as can be planned on one reading, then the next ones. Where the result is not what was meant, each
 * half is tried by itself, down to a few, which are done one after the other.
 */
function editTogether(
  text: string,
  read: YamlRead,
  operations: readonly YamlOperation[],
  borrow?: Borrow,
): Step | undefined {
  // What repeats by aliases needs the care of single steps.
  if (read.aliases().length > 0) return undefined;
  const steps: (readonly TextEdit[])[] = [];
  let now: Step = { edits: [], text, read };
  for (let next = 0; next < operations.length; ) {
    const planned = planTogether(now.text, now.read.contents(), operations, next, (operation) => {
      const lines = borrow?.(operation);
      return plan({ text: now.text, contents: now.read.contents() }, operation, lines);
    });
    const part = operations.slice(next, planned.next);
    const done = doTogether(now, part, planned.edits) ?? doInParts(now, part, borrow);
    if (!done) return undefined;
    steps.push(...done.edits);
    now = done;
    next = planned.next;
  }
  return { ...now, edits: steps };
}

function doTogether(
  { text, read }: Step,
  operations: readonly YamlOperation[],
  edits: readonly TextEdit[] | undefined,
): Step | undefined {
  if (!edits) return undefined;
  const wanted = structuredCopy(read.value);
  if (!operations.every((operation) => changeOwn(wanted, operation))) return undefined;
  const result = applyTextEdits(text, edits);
  const after = readYaml(result);
  return after.wellFormed && sameData(after.value, wanted) ? { edits: [edits], text: result, read: after } : undefined;
}

function doInParts(before: Step, operations: readonly YamlOperation[], borrow: Borrow | undefined): Step | undefined {
  if (operations.length >= WORTH_TOGETHER) {
    const half = operations.length >> 1;
    const first = editTogether(before.text, before.read, operations.slice(0, half), borrow);
    const second = first && editTogether(first.text, first.read, operations.slice(half), borrow);
    return second && { ...second, edits: [...first.edits, ...second.edits] };
  }
  const steps: (readonly TextEdit[])[] = [];
  let now = before;
  for (const operation of operations)
    for (const step of toSteps(now.read.value, operation)) {
      const done = tryStep(now.text, now.read, step, borrow);
      if (!done) return undefined;
      steps.push(...done.edits);
      now = done;
    }
  return { ...now, edits: steps };
}

/** Splits the setting of a whole mapping or list into changes of its parts. */
function toSteps(data: YamlValue, operation: YamlOperation): readonly YamlOperation[] {
  if (operation.type !== 'set') return [operation];
  const before = valueAt(data, operation.path);
  if (before === undefined) return [operation];
  return differences(before, operation.value, operation.path);
}

/** How many operations from here on only put other scalars in the place of scalars, each in a place of its own. */
function countReplacements(data: YamlValue, operations: readonly YamlOperation[], from: number): number {
  /** The places that are changed, and those around them: what is set there again is not compared with the data. */
  const touched = new Set<string>();
  let count = 0;
  for (const operation of operations.slice(from)) {
    if (touched.has(JSON.stringify(operation.path))) break;
    const steps = toSteps(data, operation);
    const isReplacement = steps.every(
      (step) => step.type === 'set' && isText(step.value) && isText(valueAt(data, step.path)),
    );
    if (!isReplacement || steps.some(({ path }) => touched.has(JSON.stringify(path)))) break;
    for (const { path } of steps)
      for (let length = path.length; length > 0; length--) touched.add(JSON.stringify(path.slice(0, length)));
    count++;
  }
  return count;
}

/** All replacements from one parsing; undefined when the result is not what was meant. */
function replaceScalars(text: string, read: YamlRead, operations: readonly YamlOperation[]): Step | undefined {
  let wanted: YamlValue | undefined = structuredCopy(read.value);
  const edits: TextEdit[] = [];
  for (const step of operations.flatMap((operation) => toSteps(read.value, operation))) {
    edits.push(...(plan({ text, contents: read.contents() }, step) ?? []));
    wanted = wanted === undefined ? undefined : applyInPlace(wanted, step);
  }
  const result = applyTextEdits(text, edits);
  const after = readYaml(result);
  return after.wellFormed && sameData(after.value, wanted) ? { edits: [edits], text: result, read: after } : undefined;
}

interface Step {
  readonly edits: readonly (readonly TextEdit[])[];
  readonly text: string;
  readonly read: YamlRead;
}

function tryStep(text: string, read: YamlRead, operation: YamlOperation, borrow?: Borrow): Step | undefined {
  const wanted = applyToData(read.value, operation);
  if (wanted === undefined) return undefined;
  if (sameData(wanted, read.value)) return { edits: [], text, read };
  const attempts: (() => readonly (readonly TextEdit[])[] | undefined)[] = [];
  const lines = borrow?.(operation);
  if (lines) attempts.push(() => one(plan({ text, contents: read.contents() }, operation, lines)));
  attempts.push(() => one(plan({ text, contents: read.contents() }, operation)));
  if (operation.type === 'remove')
    attempts.push(() => one(planRemove({ text, contents: read.contents() }, operation.path, true)));
  // Where others repeat (*) what is changed here, they get a copy of their own first.
  if (/\*/.test(text)) attempts.push(() => planWithoutAliases(text, read, operation));
  // Last, the collection around is written anew: more lines than needed, but never a wrong one.
  attempts.push(() => {
    const around = enclosing(read, operation.path);
    const value = around && valueAt(wanted, around);
    return value === undefined ? undefined : one(planSet({ text, contents: read.contents() }, around!, value));
  });
  for (const attempt of attempts) {
    const edits = attempt();
    if (!edits) continue;
    let result = text;
    for (const part of edits) result = applyTextEdits(result, part);
    const after = readYaml(result);
    if (after.wellFormed && sameData(after.value, wanted)) return { edits, text: result, read: after };
  }
  return undefined;
}

function one(edits: readonly TextEdit[] | undefined): readonly (readonly TextEdit[])[] | undefined {
  return edits && [edits];
}

function plan(yaml: YamlText, operation: YamlOperation, lines?: BorrowedLines): readonly TextEdit[] | undefined {
  switch (operation.type) {
    case 'set': {
      const { after } = operation;
      const position = after === undefined ? 'last' : after === null ? 'first' : { behind: after };
      return planSet(yaml, operation.path, operation.value, position, lines);
    }
    case 'append':
      return planInsertItem(yaml, operation.path, Number.POSITIVE_INFINITY, operation.value);
    case 'insert':
      return planInsertItem(yaml, operation.path, operation.index, operation.value, lines);
    case 'remove':
      return planRemove(yaml, operation.path);
    case 'rename':
      return planRename(yaml, operation.path, operation.key);
  }
}

function planWithoutAliases(
  text: string,
  read: YamlRead,
  operation: YamlOperation,
): readonly (readonly TextEdit[])[] | undefined {
  const expansions = read.aliases().map(({ range, value }) => ({ range, text: flowToYaml(value) }));
  if (expansions.length === 0) return undefined;
  const expanded = applyTextEdits(text, expansions);
  const edits = plan({ text: expanded, contents: readYaml(expanded).contents() }, operation);
  return edits && [expansions, edits];
}

function enclosing(read: YamlRead, path: Path): Path | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const around = path.slice(0, length);
    if (findEntry(read.contents(), around)) return around;
  }
  return undefined;
}

function cannotEdit(read: YamlRead, { path }: YamlOperation): Problem {
  const found = findEntry(read.contents(), path.slice(0, 1))?.entries.at(-1);
  const range = found ? { start: found.start, end: found.end } : { start: 0, end: 0 };
  return refusal(
    message('“{path}” could not be changed as this file is written. Change it by hand.', { path: path.join('/') }),
    range,
  );
}

function refusal(reason: Problem['message'], range: Problem['range']): Problem {
  return { rule: 'store/syntax', message: reason, range, severity: 'error' };
}
