import type { Range } from '../text/range';
import { type Choice, choosePlace } from './choosePlace';
import type { TextSearch } from './createTextSearch';
import { findOwnCell, mayHaveOwnCell } from './findOwnCell';
import { findOwnSentence, hasOwnWords } from './findOwnSentence';
import { findPlaces, type Place } from './findPlaces';
import { findPlainOf } from './findPlainSentence';
import { findThroughMarkupNear } from './findThroughMarkup';
import { isTornOff } from './isTornOff';
import { found, judgePlace, toRange } from './judgePlace';
import { type Passage, toPassage } from './passage';
import { type Anchor, isFound, type Target } from './target';
import { readTargetFigures } from './targetFigures';
import { toWholePlace } from './toWholePlace';

/** Finds a target by its quote and the surroundings stored with it, by characters. */
export function anchorByQuote(search: TextSearch, target: Target): Anchor {
  const anchor = findByQuote(search, target);
  if (isFound(anchor)) return anchor;
  const cell = mayHaveOwnCell(anchor) ? findOwnCell(search, target.exact, target.heads) : undefined;
  const passage = toPassage(target);
  // Its own words with another figure may be the passage itself, not so with another name.
  const isElsewhere =
    anchor.status === 'valueChanged' &&
    (anchor.changes.some(({ kind }) => kind === 'subject') || !hasOwnWords(search.text, anchor.range, passage));
  const own = cell ?? (isElsewhere ? findPlainOf(search, passage) : undefined);
  return own ? judgePlace(search.text, verbatimPlace(own), target, readTargetFigures(passage)) : anchor;
}

function verbatimPlace({ start, end }: Range): Place {
  const none = { score: 0, beside: 1, beforeKept: 0, afterKept: 0, kept: [] };
  return { ...none, start, end, quoteKept: end - start, verbatim: true };
}

function findByQuote(search: TextSearch, target: Target): Anchor {
  const { text } = search;
  const twins = target.prefix || target.suffix ? [] : occurrences(search, target.exact);
  if (twins.length > 1) return chooseTwin(twins, target);
  const passage = toPassage(target);
  const places = findPlaces(search, passage, target.start);
  const [only] = places;
  if (!only) return { status: 'orphaned' };
  const figures = readTargetFigures(passage);
  if (places.length === 1 && figures.isUntouched(text, only)) return found(only, target);
  const choice = choosePlace(places, passage, figures, target.start);
  // Its words with another figure may be the passage itself, and a copy of it elsewhere was no concern of the claim.
  const likely = choice.kind === 'found' ? [choice.place] : places.filter((place) => !place.verbatim);
  const isLikely = () => likely.some((place) => hasOwnWords(text, place, passage) || isWhollyKept(place, passage));
  const standing = findOwnSentence(search, passage, choice.kind === 'none', target.start);
  // Of rivals that say the same of other figures its own is the one with its figure.
  const own = standing && (choice.kind === 'rivals' || !isLikely()) ? standing : undefined;
  if (own) return judgePlace(text, verbatimPlace(own), target, figures);
  const marked =
    choice.kind === 'found' && choice.place.verbatim ? undefined : throughMarkup(text, choice, places, passage);
  if (marked) return judgePlace(text, { ...verbatimPlace(marked), verbatim: false }, target, figures);
  if (choice.kind === 'none') return { status: 'orphaned' };
  if (choice.kind === 'rivals') return { status: 'ambiguous', ranges: choice.places.map(toRange) };
  const judged = judgePlace(text, toWholePlace(search, choice.place, passage), target, figures);
  return isFound(judged) && isTornOff(search, choice.place, passage, target.start) ? { status: 'orphaned' } : judged;
}

function throughMarkup(text: string, choice: Choice, places: readonly Place[], passage: Passage): Range | undefined {
  const likely = choice.kind === 'found' ? [choice.place] : choice.kind === 'rivals' ? choice.places : places;
  return findThroughMarkupNear(text, likely, passage);
}

/** Whether all that stood around a passage stands there, and nothing was done to it but putting words in or taking out. */
function isWhollyKept({ start, end, beforeKept, quoteKept, afterKept }: Place, passage: Passage): boolean {
  const { written, quoteStart, quoteEnd } = passage;
  const length = quoteEnd - quoteStart;
  const isLeft = quoteKept > 0 && (quoteKept === length || quoteKept === end - start);
  return isLeft && beforeKept + afterKept === written.length - length;
}

/** So many places of the same words are offered at the most. */
const mostTwins = 100;

function occurrences(search: TextSearch, exact: string): Range[] {
  return search.find(exact, mostTwins).map((start) => ({ start, end: start + exact.length }));
}

/** A target that was written by hand without its surroundings, whose words stand in several places. */
function chooseTwin(twins: readonly Range[], { start }: Target): Anchor {
  const inPlace = twins.find((range) => range.start === start);
  return inPlace ? { status: 'exact', range: inPlace } : { status: 'ambiguous', ranges: twins };
}
