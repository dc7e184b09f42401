import type { Range } from '../../text/range';
import { splitsWord } from '../../text/wordEdges';
import { compareLetters } from '../compareLetters';
import type { ChangeKind, MeaningChange } from './change';
import { type Meaning, readMeaning } from './clauses';
import { compareNames } from './compareNames';
import { compareOpposites } from './compareOpposites';
import { compareStead } from './compareStead';
import type { MeaningWord } from './meaningWords';
import type { Statement } from './statement';

/** A stretch of one sentence and what stands in its stead in the other. */
export interface Hunk {
  readonly before: Range;
  readonly after: Range;
}

/** Compares what two sentences say of the figures in them: per what, when, of whom, which way. */
export function compareMeaning(before: Statement, after: Statement): MeaningChange[] {
  const known = sharedSentence(before, after);
  if (!known) return [];
  const was = readMeaning(before, known.before);
  const is = readMeaning(after, known.after);
  const changes = [...compareWords(before, was, after, is)];
  const names = compareNames(before, was, after, is, known.hunks, known);
  if (names && !changes.some(({ kind }) => kind === 'subject')) changes.push(names);
  const opposite = changes.length === 0 ? compareOpposites(before, was, after, is, known.hunks) : undefined;
  if (opposite) changes.push(opposite);
  if (changes.length === 0)
    changes.push(...compareStead({ statement: before, meaning: was }, { statement: after, meaning: is }, known.hunks));
  return changes;
}

interface Shared {
  readonly before: Range;
  readonly after: Range;
  readonly hunks: readonly Hunk[];
}

/** Sentences are short: pieces of them need be held together only where nearly all was written anew. */
const pieces: readonly number[] = [32, 12, 6];

function toCodes(text: string): Int32Array {
  const codes = new Int32Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** The parts of both sentences that can be compared; undefined where they read the same. */
function sharedSentence(before: Statement, after: Statement): Shared | undefined {
  const old = before.text.slice(before.sentence.start, before.sentence.end);
  const fresh = after.text.slice(after.sentence.start, after.sentence.end);
  if (old === fresh) return undefined;
  const kept = compareLetters(toCodes(old), toCodes(fresh), pieces).filter(
    ({ length }, at, all) => length > 1 || at === 0 || at === all.length - 1,
  );
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last) return undefined;
  // What stands beyond the known part of a cut sentence is not new.
  const range = {
    before: { start: before.sentence.start, end: before.sentence.end },
    after: { start: after.sentence.start, end: after.sentence.end },
  };
  if (before.isCut.start && first.old <= 2) {
    range.after.start = Math.min(after.sentence.start + first.new, Math.max(after.sentence.start, after.range.start));
    range.before.start = Math.min(before.sentence.start + first.old, before.range.start);
    // A letter that both names happen to have is no beginning: Norfield and Vantrell.
    while (range.before.start > before.sentence.start && splitsLatin(before.text, range.before.start))
      range.before.start--;
    // What is known may begin within a word, which is whole on this side.
    while (range.after.start > after.sentence.start && splitsLatin(after.text, range.after.start)) range.after.start--;
  }
  if (before.isCut.end && old.length - last.old - last.length <= 2) {
    range.after.end = Math.max(after.sentence.start + last.new + last.length, after.range.end);
    range.before.end = Math.max(before.sentence.start + last.old + last.length, before.range.end);
  }
  const hunks: Hunk[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const part of [...kept, { old: old.length, new: fresh.length, length: 0 }]) {
    if (part.old > oldAt || part.new > newAt)
      hunks.push({
        before: { start: before.sentence.start + oldAt, end: before.sentence.start + part.old },
        after: { start: after.sentence.start + newAt, end: after.sentence.start + part.new },
      });
    oldAt = part.old + part.length;
    newAt = part.new + part.length;
  }
  return { ...range, hunks };
}

function splitsLatin(text: string, at: number): boolean {
  return splitsWord(text, at) && /[A-Za-z]/.test(text[at]!);
}

function* compareWords(before: Statement, was: Meaning, after: Statement, is: Meaning): Generator<MeaningChange> {
  const told = new Set<ChangeKind>();
  const say = (statement: Statement, words: readonly MeaningWord[]) =>
    [...new Set(words.map((word) => statement.text.slice(word.start, word.end).trim()))].join(' ');
  for (const [old, fresh, isNear] of [
    [was.near, is.near, true],
    [was.owned, is.owned, false],
  ] as const) {
    const groups = new Set([...old, ...fresh].map(groupOf));
    for (const group of groups) {
      const isOf = (word: MeaningWord) => groupOf(word) === group;
      const lost = without(old.filter(isOf), fresh.filter(isOf));
      const gained = without(fresh.filter(isOf), old.filter(isOf));
      const all = [...lost, ...gained];
      if (all.length === 0) continue;
      const { kind } = all[0]!;
      if (told.has(kind)) continue;
      const isStrict = (word: MeaningWord) => word.strict && !(isNear && movedAway(word, was, is));
      const changed =
        (lost.length > 0 && gained.length > 0) ||
        all.some(isStrict) ||
        all.some((word) => isGlued(word, lost.includes(word) ? before : after));
      if (!changed) continue;
      told.add(kind);
      yield { kind, was: say(before, lost), is: say(after, gained) };
    }
  }
}

/** When something was is said in many ways, and any other is another time. */
function groupOf({ kind, group, strict }: MeaningWord): string {
  return kind === 'period' && !strict && group !== 'base' && group !== 'state' ? kind : `${kind} ${group}`;
}

/** In the other version it stands in another clause that speaks of the figure too. */
function movedAway(word: MeaningWord, was: Meaning, is: Meaning): boolean {
  const same = (other: MeaningWord) =>
    other.kind === word.kind && other.group === word.group && other.member === word.member;
  return was.owned.filter(same).length === is.owned.filter(same).length;
}

/** Right behind a figure of the passage, in a script without spaces: 5%増. */
function isGlued(word: MeaningWord, { figures, script, range }: Statement): boolean {
  return (
    script !== 'en' &&
    word.kind === 'direction' &&
    (word.group === 'change' || word.group === 'result') &&
    figures.some((figure) => figure.end === word.start && figure.start < range.end && range.start < figure.end)
  );
}

/** Last month is not last year. */
function memberOf({ group, member }: MeaningWord): string {
  return `${group} ${member}`;
}

/** The words whose member is not among others, counted. */
function without(words: readonly MeaningWord[], others: readonly MeaningWord[]): MeaningWord[] {
  const left = others.map(memberOf);
  return words.filter((word) => {
    const at = left.indexOf(memberOf(word));
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
