import { overlaps, type Range } from '../text/range';
import { keptPoints } from './alignBox';
import { alignPassage } from './alignPassage';
import { choosePlace, isBareFigure, leastBeside } from './choosePlace';
import type { TextDiff } from './createTextDiff';
import type { TextSearch } from './createTextSearch';
import { findOwnCell, mayHaveOwnCell } from './findOwnCell';
import { findPlaces, type Place } from './findPlaces';
import { findPlainSentence } from './findPlainSentence';
import { findThroughMarkup } from './findThroughMarkup';
import { findWholeSentence, sentenceAround } from './findWholeSentence';
import { found, judgePlace, toRange } from './judgePlace';
import { holdsNumber } from './mayHoldNumber';
import { type Passage, toPassage } from './passage';
import { type DiffedPlace, placeByDiff } from './placeByDiff';
import { tableHeadsAt } from './statements/tableHeads';
import { type Anchor, isFound, type Target } from './target';
import { farthestSentence, readTargetFigures, sameHeads, unchangedReach } from './targetFigures';
import { toWholeWords } from './toWholePlace';

/** So much of the old text on either side of a passage helps to find it in the new one. */
const oldContext = 64;
/** A passage is taken to be reworded with this share of it left; below `surelyKept` something else must speak for it. */
const leastKept = 0.5;
const surelyKept = 0.7;
const tellingKept = 16;
const tellingContext = 24;
/** Where a comparison of the texts leaves less of a passage than this, the passage alone is looked at once more. */
const doubtfulKept = 0.6;
/** Where its lines stood, a reworded passage is taken with this share of all points, with so many code units of its own
 * and with this share of what stood on either side. */
const rewordedScore = 0.6;
const rewordedKept = 8;
const rewordedSide = 0.25;

/** Finds a target whose quote stood at `start` in the old text through the comparison of that with the new. */
export function anchorByDiff(
  search: TextSearch,
  oldSearch: TextSearch,
  diff: TextDiff,
  target: Target,
  start: number,
): Anchor {
  const old = { start, end: start + target.exact.length };
  const standing = findUntouched(search.text, oldSearch.text, diff, old);
  if (standing !== undefined)
    return found({ start: standing, end: standing + target.exact.length, verbatim: true }, target);
  const carried = carryByDiff(search, oldSearch.text, diff, target, old);
  // A sentence of which nothing was taken out is still the same one, whatever was put into it.
  const sentence = sentenceAround(oldSearch.text, old);
  if ('range' in carried && keptIn(diff, sentence) === sentence.end - sentence.start) return carried;
  const judge = (place: Range) => judgeWhole(search.text, oldSearch.text, place, target, start);
  const whole = findWholeSentence(search, oldSearch, old);
  const judged = whole ? judge(whole) : carried;
  const cell = mayHaveOwnCell(judged)
    ? findOwnCell(search, target.exact, tableHeadsAt(oldSearch.text, start))
    : undefined;
  if (cell) return judge(cell);
  const bare = whole || isFound(judged) ? undefined : findPlainSentence(search, oldSearch, old);
  return bare ? judge(bare) : judged;
}

/**
 * Where a passage stands of whose lines none was touched for as far around it as anything is looked at: nothing need be
 * read there. At the edge of a text something may have been put before or behind it all the same.
 */
function findUntouched(text: string, oldText: string, diff: TextDiff, old: Range): number | undefined {
  const sentence = sentenceAround(oldText, old);
  const from = Math.max(0, Math.min(sentence.start, old.start - farthestSentence));
  const to = Math.min(oldText.length, Math.max(sentence.end, old.end + farthestSentence));
  const start = diff.linesKeptAt({ start: from, end: to });
  if (start === undefined) return undefined;
  const at = start + old.start - from;
  const behind = oldText.length - old.end;
  if (old.start < unchangedReach && at !== old.start) return undefined;
  if (behind < unchangedReach && at + old.end - old.start + behind !== text.length) return undefined;
  if (!holdsNumber(oldText.slice(old.start, old.end))) return at;
  return sameHeads(tableHeadsAt(oldText, old.start), text, at) ? at : undefined;
}

/** A sentence that stands whole somewhere else still says the same of its figures only under the same heads. */
function judgeWhole(text: string, oldText: string, place: Range, target: Target, start: number): Anchor {
  const { exact } = target;
  const figures = readTargetFigures(toPassage({ exact, start }), { text: oldText, start });
  return judgePlace(text, toPlace(place, exact.length, exact, text), target, figures);
}

function carryByDiff(search: TextSearch, oldText: string, diff: TextDiff, target: Target, old: Range): Anchor {
  const { text } = search;
  const { exact } = target;
  const { start } = old;
  const passage = toPassage({
    exact,
    prefix: oldText.slice(Math.max(0, start - oldContext), start),
    suffix: oldText.slice(old.end, old.end + oldContext),
    start,
  });
  const figures = readTargetFigures(passage, { text: oldText, start });
  const carried = placeByDiff(text, diff, old);
  const marked =
    carried && text.slice(carried.start, carried.end) === exact
      ? undefined
      : findThroughMarkup(text, carried ?? diff.linesOf(old), passage);
  if (marked)
    return judgePlace(text, { ...toPlace(marked, exact.length, exact, text), verbatim: false }, target, figures);
  if (carried) {
    const { kept } = carried;
    const share = kept / exact.length;
    if (
      share >= leastKept &&
      (share >= surelyKept || speaksForItself(diff, old, exact, kept)) &&
      (keptBeside(diff, old, carried, oldText.length, passage.besideLength) >= leastBeside ||
        !isBareFigure(passage, figures))
    ) {
      const place = toWholeWords(refine(text, carried, passage), text, passage);
      return judgePlace(text, place, target, figures);
    }
    const replaced = judgePlace(text, toPlace(carried, 0, exact, text), target, figures);
    if (replaced.status === 'valueChanged') return replaced;
    const beside = keptBeside(diff, old, carried, oldText.length, passage.besideLength);
    if (replaced.status !== 'orphaned' && beside >= leastBeside) return replaced;
  }
  // Not where it was. What stands in text kept from elsewhere is another passage with its words.
  const fresh = findPlaces(search, passage, undefined).filter(
    (place) => (diff.keptIn(place) - keptFrom(diff, old, place)) * 2 < place.end - place.start,
  );
  // It may stand in text that is new.
  const isWhole = (place: Place) => place.quoteKept === exact.length;
  const choice = choosePlace(fresh.filter(isWhole), passage, figures, undefined);
  if (choice.kind === 'rivals') return { status: 'ambiguous', ranges: choice.places.map(toRange) };
  if (choice.kind === 'found') return judgePlace(text, choice.place, target, figures);
  // Or reworded where its lines stood.
  const lines = diff.linesOf(old);
  const inLines = fresh.filter((place) => place.start >= lines.start && place.end <= lines.end);
  const reworded = choosePlace(inLines, passage, figures, undefined);
  if (reworded.kind !== 'found' || !isSurelyReworded(reworded.place, passage)) return { status: 'orphaned' };
  return judgePlace(text, toWholeWords(reworded.place, text, passage), target, figures);
}

function speaksForItself(diff: TextDiff, old: Range, exact: string, kept: number): boolean {
  const weight = kept * (/[\u2e80-\uffef]/u.test(exact) ? 2 : 1);
  const keptOf = (start: number, end: number) => keptIn(diff, { start, end });
  return (
    weight >= tellingKept ||
    keptOf(Math.max(0, old.start - 32), old.start) >= tellingContext ||
    keptOf(old.end, old.end + 32) >= tellingContext
  );
}

function isSurelyReworded(place: Place, { units, quoteStart, quoteEnd }: Passage): boolean {
  return (
    place.score >= keptPoints(units.length) * rewordedScore &&
    place.quoteKept >= rewordedKept &&
    place.beforeKept >= quoteStart * rewordedSide &&
    place.afterKept >= (units.length - quoteEnd) * rewordedSide
  );
}

/** How many code units of an old range were kept. */
function keptIn(diff: TextDiff, old: Range): number {
  return diff.keptOf(old).reduce((sum, part) => sum + part.length, 0);
}

/** How many code units of a place were kept from an old range. */
function keptFrom(diff: TextDiff, old: Range, place: Range): number {
  let sum = 0;
  for (const part of diff.keptOf(old))
    sum += Math.max(0, Math.min(part.new + part.length, place.end) - Math.max(part.new, place.start));
  return sum;
}

/** As `Alignment.beside`, by the comparison of the texts. */
function keptBeside(diff: TextDiff, old: Range, place: Range, length: number, besideLength: number): number {
  const from = Math.max(0, old.start - besideLength);
  const to = Math.min(length, old.end + besideLength);
  let kept = 0;
  for (const part of diff.keptOf({ start: from, end: old.start }))
    kept += Math.max(0, part.length - Math.max(0, place.start - 2 * besideLength - part.new));
  for (const part of diff.keptOf({ start: old.end, end: to }))
    kept += Math.max(0, Math.min(part.length, place.end + 2 * besideLength - part.new));
  const around = old.start - from + to - old.end;
  return around === 0 ? 1 : kept / around;
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
    beside: 1,
    beforeKept: 0,
    quoteKept,
    afterKept: 0,
    kept: [],
    verbatim: text.slice(range.start, range.end) === exact,
  };
}
