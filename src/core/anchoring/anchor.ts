import { overlaps, type Range } from '../text/range';
import { alignPassage } from './alignPassage';
import { choosePlace } from './choosePlace';
import { createTextDiff, type TextDiff } from './createTextDiff';
import { findPlaces, type Place } from './findPlaces';
import { type Passage, toPassage } from './passage';
import { type DiffedPlace, placeByDiff } from './placeByDiff';
import type { Anchor, Target } from './target';
import { isUntouched, readTargetFigures, type TargetFigures } from './targetFigures';

/** What besides the text is known. */
export interface AnchorOptions {
  /** The article as it was when the target was described: the git blob or the stored copy. */
  readonly oldText?: string;
}

/** Anchors targets in one text; what is worked out about the text is kept for the next target. */
export type Anchorer = (target: Target) => Anchor;

/**
 * Finds where `target` stands in `text` now: through a comparison of the old text with the new when the old one is
 * given and has the target, else by the quote and its surroundings. Offsets are UTF-16 code units. Never throws; a
 * target with an empty `exact` is orphaned. `exact` is the same words at the same offset, `moved` the same passage
 * elsewhere or reworded; both promise that the quantities in it are the same.
 */
export function anchor(text: string, target: Target, options: AnchorOptions = {}): Anchor {
  return createAnchorer(text, options)(target);
}

/** As `anchor`, for many targets of one text: the comparison with the old text is made once. */
export function createAnchorer(text: string, { oldText }: AnchorOptions = {}): Anchorer {
  let diff: TextDiff | undefined;
  return (target) => {
    if (target.exact === '') return { status: 'orphaned' };
    if (oldText === undefined) return anchorByQuote(text, target);
    const old = placeInOld(oldText, target);
    if (old === undefined) return anchorByQuote(text, target);
    diff ??= createTextDiff(oldText, text);
    return anchorByDiff(text, oldText, diff, target, old);
  };
}

function anchorByQuote(text: string, target: Target): Anchor {
  const passage = toPassage(target);
  const places = findPlaces(text, passage, target.start);
  const [only] = places;
  if (!only) return { status: 'orphaned' };
  if (places.length === 1 && isUntouched(text, only, passage)) return found(only, target);
  const figures = readTargetFigures(passage);
  const choice = choosePlace(places, passage, figures, target.start);
  if (choice.kind === 'none') return { status: 'orphaned' };
  if (choice.kind === 'rivals') return { status: 'ambiguous', ranges: choice.places.map(toRange) };
  return answer(text, choice.place, target, passage, figures);
}

/** So much of the old text on either side of a passage helps to find it in the new one. */
const oldContext = 64;
/** A passage is taken to be reworded with this share of it left; below `surelyKept` something else must speak for it. */
const leastKept = 0.5;
const surelyKept = 0.7;
const tellingKept = 16;
const tellingContext = 24;
/** Where a comparison of the texts leaves less of a passage than this, the passage alone is looked at once more. */
const doubtfulKept = 0.6;

function anchorByDiff(text: string, oldText: string, diff: TextDiff, target: Target, start: number): Anchor {
  const { exact } = target;
  const old = { start, end: start + exact.length };
  const passage = toPassage({
    exact,
    prefix: oldText.slice(Math.max(0, start - oldContext), start),
    suffix: oldText.slice(old.end, old.end + oldContext),
  });
  const figures = readTargetFigures(passage);
  const carried = placeByDiff(diff, old);
  if (carried) {
    const { kept } = carried;
    const share = kept / exact.length;
    if (share >= leastKept && (share >= surelyKept || speaksForItself(diff, old, exact, kept))) {
      const place = refine(text, carried, passage);
      return answer(text, place, target, passage, figures);
    }
    const replaced = answer(text, toPlace(carried, 0, exact, text), target, passage, figures);
    if (replaced.status === 'valueChanged') return replaced;
  }
  // Not where it was: it may stand in text that is new. What stands in kept text is another passage with its words.
  const fresh = findPlaces(text, passage, undefined).filter(
    (place) => place.quoteKept === exact.length && diff.keptIn(place) * 2 < place.end - place.start,
  );
  const choice = choosePlace(fresh, passage, figures, undefined);
  if (choice.kind === 'none') return { status: 'orphaned' };
  if (choice.kind === 'rivals') return { status: 'ambiguous', ranges: choice.places.map(toRange) };
  return answer(text, choice.place, target, passage, figures);
}

function speaksForItself(diff: TextDiff, old: Range, exact: string, kept: number): boolean {
  const weight = kept * (/[\u2e80-\uffef]/u.test(exact) ? 2 : 1);
  const keptOf = (start: number, end: number) =>
    diff.keptOf({ start, end }).reduce((sum, part) => sum + part.length, 0);
  return (
    weight >= tellingKept ||
    keptOf(Math.max(0, old.start - 32), old.start) >= tellingContext ||
    keptOf(old.end, old.end + 32) >= tellingContext
  );
}

/** A comparison of whole texts may miss part of a reworded passage that a look at the passage alone finds. */
function refine(text: string, carried: DiffedPlace, passage: Passage): Place {
  const exact = passage.written.slice(passage.quoteStart, passage.quoteEnd);
  const whole = { start: carried.start, end: carried.start + exact.length };
  if (text.startsWith(exact, carried.start)) return toPlace(whole, exact.length, exact, text);
  const place = toPlace(carried, carried.kept, exact, text);
  if (carried.kept >= exact.length * doubtfulKept) return place;
  const aligned = alignPassage(passage, text, carried.start - passage.quoteStart, false);
  return aligned && aligned.quoteKept > carried.kept && overlaps(aligned, carried)
    ? { ...aligned, verbatim: false }
    : place;
}

function toPlace(range: Range, quoteKept: number, exact: string, text: string): Place {
  return {
    start: range.start,
    end: range.end,
    score: 0,
    beforeKept: 0,
    quoteKept,
    afterKept: 0,
    kept: [],
    verbatim: text.slice(range.start, range.end) === exact,
  };
}

/** Where a target stands in the text it was described in, if that is the text. */
function placeInOld(oldText: string, target: Target): number | undefined {
  const { exact, prefix = '', suffix = '', start } = target;
  if (
    start !== undefined &&
    oldText.startsWith(exact, start) &&
    (oldText.endsWith(prefix, start) || oldText.startsWith(suffix, start + exact.length))
  )
    return start;
  const place = anchorByQuote(oldText, target);
  if (place.status !== 'exact' && place.status !== 'moved') return undefined;
  return oldText.startsWith(exact, place.range.start) ? place.range.start : undefined;
}

/** The last word on a place: the quantities in it decide whether it is the passage or only its words. */
function answer(text: string, place: Place, target: Target, passage: Passage, figures: TargetFigures): Anchor {
  if (isUntouched(text, place, passage)) return found(place, target);
  const { range, change, holdsFigures } = figures.readAt(text, place);
  if (place.quoteKept === 0) {
    // Only a figure may be replaced outright and still be spoken of; other words that are gone are gone.
    return figures.length > 0 && holdsFigures && change
      ? { status: 'valueChanged', range, ...change }
      : { status: 'orphaned' };
  }
  return change ? { status: 'valueChanged', range, ...change } : found({ ...range, verbatim: place.verbatim }, target);
}

function found(place: Range & { readonly verbatim: boolean }, target: Target): Anchor {
  const status = place.verbatim && place.start === target.start ? 'exact' : 'moved';
  return { status, range: toRange(place) };
}

function toRange({ start, end }: Range): Range {
  return { start, end };
}
