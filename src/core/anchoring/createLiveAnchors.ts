import { contains, type Range } from '../text/range';
import { type AnchorOptions, createAnchorer } from './anchor';
import { anchorByDiff } from './anchorByDiff';
import { createTextDiff, type TextDiff } from './createTextDiff';
import { createTextSearch, type TextSearch } from './createTextSearch';
import { findOwnCell, mayHaveOwnCell } from './findOwnCell';
import { findOwnSentence, mayHoldSentence } from './findOwnSentence';
import type { Place } from './findPlaces';
import { findPlainSentence } from './findPlainSentence';
import { findWholeSentence } from './findWholeSentence';
import { foldText } from './foldUnit';
import { found, judgePlace } from './judgePlace';
import { closed, edgesAfter, type OpenEdges, takeTyped } from './openEdges';
import { type Passage, toPassage } from './passage';
import { tableHeadsAt } from './statements/tableHeads';
import { type Anchor, isFound, type Target } from './target';
import { readTargetFigures, type TargetFigures } from './targetFigures';
import { applyEdits, slideEdit, type TextEdit, trackEdits, trimEdit } from './trackEdits';

/** The anchors of one open document, kept up with its edits. */
export interface LiveAnchors {
  readonly text: string;
  /** Where each target stands now, by its key. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /**
   * Follows one change of the document, whose edits do not overlap and count their offsets in the text before it
   * (as VS Code's `contentChanges` do), and returns the anchors after it.
   */
  apply(edits: readonly TextEdit[]): ReadonlyMap<string, Anchor>;
  /** Adds a target or replaces it; it is looked for in the text as it is now. */
  set(key: string, target: Target): Anchor;
  delete(key: string): void;
}

interface Tracked {
  readonly target: Target;
  readonly passage: Passage;
  readonly figures: TargetFigures;
  /** How far from it an edit may change what it says. */
  readonly reach: number;
  anchor: Anchor;
  /** What the claim rides on: its passage, or where it was when it was deleted; undefined if it never was found. */
  range: Range | undefined;
  /** The words of the passage as it has stood, the latest first: an undo may bring any of them back. */
  words: readonly string[];
  open: OpenEdges;
}

/**
 * Keeps anchors up to date while a document is open. Ranges ride along with edits (see `trackEdits`), and only those
 * whose passage or its surroundings were touched are read again. A passage that is cut is orphaned until its words
 * are put in somewhere: by a paste, a drag, an undo or by typing them; a copy does not draw away a claim whose passage
 * still stands. An edit over more than the passage (a formatter, a reload from disk) is followed by comparing what it
 * took with what it put there.
 */
export function createLiveAnchors(
  text: string,
  targets: ReadonlyMap<string, Target>,
  options: AnchorOptions = {},
): LiveAnchors {
  let current = text;
  const tracked = new Map<string, Tracked>();
  const anchors = new Map<string, Anchor>();
  const set = (key: string, entry: Tracked) => {
    tracked.set(key, entry);
    anchors.set(key, entry.anchor);
  };
  const anchorer = createAnchorer(text, options);
  for (const [key, target] of targets) set(key, track(text, target, anchorer(target)));

  return {
    get text() {
      return current;
    },
    anchors,
    apply(edits) {
      const before = current;
      const trimmed = edits.map((edit) => trimEdit(before, clip(edit, before.length)));
      const real = trimmed
        .filter((edit) => edit.start < edit.end || edit.text !== '')
        .map((edit, _, all) => (all.length === 1 ? slideEdit(before, edit) : edit));
      if (real.length === 0) return anchors;
      current = applyEdits(before, real);
      follow(before, current, real, tracked);
      for (const [key, entry] of tracked) anchors.set(key, entry.anchor);
      return anchors;
    },
    set(key, target) {
      const entry = track(current, target, createAnchorer(current)(target));
      set(key, entry);
      return entry.anchor;
    },
    delete(key) {
      tracked.delete(key);
      anchors.delete(key);
    },
  };
}

/** Edits so near to a passage may change what its figures say, in UTF-16 code units; in a table, in all of it. */
const readingReach = 160;
const tableReach = 40_000;
/** With less than this share of its words left, a passage was replaced by another. */
const leastLeft = 0.4;
/** So many wordings of a passage are remembered. */
const mostRemembered = 8;
/** Shorter words are too common to be known again where they are put in. */
const shortestRefound = 2;

function track(text: string, target: Target, anchor: Anchor): Tracked {
  const passage = toPassage(target);
  const range = anchor.status === 'ambiguous' || anchor.status === 'orphaned' ? undefined : anchor.range;
  const whole = range !== undefined && anchor.status !== 'valueChanged';
  // What stands around it now says more than the words that were stored.
  const stands = whole && text.startsWith(target.exact, range.start);
  return {
    target,
    passage,
    figures: readTargetFigures(passage, stands ? { text, start: range.start } : undefined),
    reach: tableHeadsAt(text, range?.start ?? 0) ? tableReach : readingReach,
    anchor,
    range,
    words: [whole ? text.slice(range.start, range.end) : target.exact],
    open: closed,
  };
}

function follow(before: string, after: string, edits: readonly TextEdit[], tracked: ReadonlyMap<string, Tracked>) {
  const entries = [...tracked.values()];
  const nowhere = { start: 0, end: 0 };
  const moved = trackEdits(
    entries.map((entry) => entry.range ?? nowhere),
    edits,
  ).map((range, at) => takeTyped(entries[at]!.range ?? nowhere, range, entries[at]!.open, edits));
  const inserted = insertedRanges(edits);
  let diff: TextDiff | undefined;
  let search: TextSearch | undefined;
  let oldSearch: TextSearch | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.anchor.status === 'ambiguous') entry.anchor = followRanges(entry.anchor, edits);
    const { range } = entry;
    if (!range) {
      refind(entry, after, inserted);
      continue;
    }
    entry.open = edgesAfter(range, entry.open, edits);
    const wasFound = isFound(entry.anchor);
    const covering = edits.some(
      (edit) => edit.text !== '' && edit.start < range.end && range.start < edit.end && !contains(range, edit),
    );
    if (covering) {
      diff ??= createTextDiff(before, after);
      search ??= createTextSearch(after);
      oldSearch ??= createTextSearch(before);
      const words = { ...entry.target, exact: before.slice(range.start, range.end), start: range.start };
      const carried = anchorByDiff(search, oldSearch, diff, words, range.start);
      entry.range = 'range' in carried ? carried.range : narrow(moved[index]!, range);
    } else entry.range = moved[index]!;
    const { start, end } = entry.range;
    const near = inserted.some((part) => part.start <= end + entry.reach && start - entry.reach <= part.end);
    if (start === end || near || covering || moved[index]!.touched || deletedNear(edits, range, entry.reach)) {
      search ??= createTextSearch(after);
      oldSearch ??= createTextSearch(before);
      const own = wasFound ? findWholeSentence(search, oldSearch, range) : undefined;
      // Where the names in two sentences were exchanged, its words stand in the place of the other.
      if (own && own.start !== start) settle(entry, after, own);
      else reread(entry, after, covering ? undefined : inserted);
      if (mayHaveOwnCell(entry.anchor)) {
        // While rows and columns are moved one after the other, only what it was at first is known of it.
        const words = wasFound ? before.slice(range.start, range.end) : entry.target.exact;
        const heads = wasFound ? tableHeadsAt(before, range.start) : entry.target.heads;
        const cell = findOwnCell(search, words, heads);
        if (cell) settle(entry, after, cell);
      }
      if (wasFound && covering && !isFound(entry.anchor)) {
        const bare = own ? undefined : findPlainSentence(search, oldSearch, range);
        if (bare) settle(entry, after, bare);
      }
    } else if ('range' in entry.anchor) entry.anchor = shifted(entry.anchor, entry.range, entry.target, after);
    const { status } = entry.anchor;
    if ((status === 'orphaned' || status === 'valueChanged') && mayHoldSentence(entry.passage, after, inserted)) {
      search ??= createTextSearch(after);
      const back = findOwnSentence(search, entry.passage, false, undefined);
      if (back) settle(entry, after, back);
    }
  }
}

/** What was put in place of more than a passage is taken for the passage only if it is about as long. */
function narrow(stead: Range, range: Range): Range {
  const longest = 2 * (range.end - range.start);
  return stead.end - stead.start <= longest ? stead : { start: stead.start, end: stead.start };
}

/**
 * Judges a passage again after an edit to it or beside it, or looks for one that is gone in what was put in; not where
 * the edit went over more than the passage, since then the texts have been compared.
 */
function reread(entry: Tracked, text: string, inserted: readonly Range[] | undefined): void {
  const range = (inserted && wholeAgain(entry, text)) ?? entry.range!;
  if (range.start < range.end) settle(entry, text, range);
  else entry.anchor = { status: 'orphaned' };
  if (entry.anchor.status !== 'orphaned' || !inserted) return;
  if (!refind(entry, text, inserted) && range.start === range.end) retyped(entry, text, inserted);
}

function settle(entry: Tracked, text: string, range: Range): void {
  const { target, figures } = entry;
  const standing = text.slice(range.start, range.end);
  const verbatim = standing === target.exact;
  const quoteKept = verbatim ? standing.length : keptOf(entry, standing);
  entry.anchor = judgePlace(text, toPlace(range, quoteKept, verbatim), target, figures);
  entry.range = 'range' in entry.anchor ? entry.anchor.range : range;
  if (isFound(entry.anchor)) entry.words = remember(text.slice(entry.range.start, entry.range.end), entry.words);
}

/** How many code units of a passage are left in what stands there; none where its words are mostly gone. */
function keptOf({ target, passage, figures }: Tracked, standing: string): number {
  const parts = createTextDiff(target.exact, standing).keptOf({ start: 0, end: target.exact.length });
  const runs = parts.map((part) => ({ pattern: passage.quoteStart + part.old, text: part.new, length: part.length }));
  const kept = parts.reduce((sum, part) => sum + part.length, 0);
  const words = target.exact.length - figures.length;
  const wordsKept = kept - figures.keptIn(runs);
  return kept >= target.exact.length * leastLeft && wordsKept >= words * leastLeft ? kept : 0;
}

function toPlace(range: Range, quoteKept: number, verbatim: boolean): Place {
  return {
    start: range.start,
    end: range.end,
    score: 0,
    beside: 1,
    beforeKept: 0,
    afterKept: 0,
    quoteKept,
    kept: [],
    verbatim,
  };
}

function remember(words: string, earlier: readonly string[]): readonly string[] {
  return words === earlier[0]
    ? earlier
    : [words, ...earlier.filter((other) => other !== words)].slice(0, mostRemembered);
}

/**
 * Where words the passage once had stand whole around what is left of it: the undoing of a cut, or the same typed anew,
 * with another space maybe.
 */
function wholeAgain({ words, range }: Tracked, text: string): Range | undefined {
  for (const whole of words) {
    if (!range || whole.length <= range.end - range.start) continue;
    const from = Math.max(0, range.start - whole.length);
    const folded = foldText(text, from, Math.min(text.length, range.end + whole.length));
    const at = folded.lastIndexOf(foldText(whole, 0, whole.length), range.start - from);
    if (at >= 0 && from + at + whole.length >= range.end) return { start: from + at, end: from + at + whole.length };
  }
  return undefined;
}

/** Where a passage that was gone has been put in again. */
function refind(entry: Tracked, text: string, inserted: readonly Range[]): boolean {
  if (entry.anchor.status === 'ambiguous') return false;
  const { range } = entry;
  const words = entry.words[0]!;
  if (words.length < shortestRefound) return false;
  const found: Range[] = [];
  for (const part of inserted) {
    const from = Math.max(0, part.start - words.length + 1);
    const window = text.slice(from, part.end + words.length - 1);
    for (let at = window.indexOf(words); at >= 0; at = window.indexOf(words, at + 1))
      found.push({ start: from + at, end: from + at + words.length });
  }
  const home = range?.start ?? entry.target.start ?? 0;
  found.sort((a, b) => Math.abs(a.start - home) - Math.abs(b.start - home));
  const nearest = found.find(({ start, end }) => !isPartOfNumber(text, start) && !isPartOfNumber(text, end));
  if (!nearest) return false;
  settle(entry, text, nearest);
  return true;
}

/** 5.2 does not come again with 15.2. */
function isPartOfNumber(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at] ?? '');
}

/** A figure written where a passage with a figure was deleted speaks of the same thing, if maybe of another value. */
function retyped(entry: Tracked, text: string, inserted: readonly Range[]): boolean {
  const { range, target, figures } = entry;
  const part = range && inserted.find((other) => other.start <= range.start && range.start <= other.end);
  if (!part || part.start === part.end || figures.length === 0) return false;
  const anchor = judgePlace(text, toPlace(part, 0, false), target, figures);
  if (anchor.status === 'orphaned' || anchor.status === 'ambiguous') return false;
  entry.anchor = anchor;
  entry.range = anchor.range;
  return true;
}

function shifted(anchor: Anchor, range: Range, target: Target, text: string): Anchor {
  const { start, end } = range;
  if (anchor.status === 'valueChanged') return { ...anchor, range: { start, end } };
  return found({ start, end, verbatim: text.slice(start, end) === target.exact }, target);
}

function followRanges(anchor: Extract<Anchor, { status: 'ambiguous' }>, edits: readonly TextEdit[]): Anchor {
  const ranges = trackEdits(anchor.ranges, edits).map(({ start, end }) => ({ start, end }));
  return { status: 'ambiguous', ranges: ranges.filter((range) => range.start < range.end) };
}

function deletedNear(edits: readonly TextEdit[], range: Range, reach: number): boolean {
  return edits.some((edit) => edit.start <= range.end + reach && range.start - reach <= edit.end);
}

/** Where the texts of edits stand after the batch. */
function insertedRanges(edits: readonly TextEdit[]): Range[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => {
      const start = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      return { start, end: start + edit.text.length };
    });
}

function clip(edit: TextEdit, length: number): TextEdit {
  const start = Math.max(0, Math.min(edit.start, length));
  return { start, end: Math.max(start, Math.min(edit.end, length)), text: edit.text };
}
