import type { Range } from '../text/range';
import { keptPoints } from './alignBox';
import { createTextSearch } from './createTextSearch';
import { findPlaces } from './findPlaces';
import { toPassage } from './passage';
import type { Target } from './target';
import { type QuantityChange, readTargetFigures } from './targetFigures';

/** A place offered to a person who repairs a claim. */
export interface SuggestedPlace extends Range {
  /** How much of the passage and its surroundings stands there, from 0 to 1. */
  readonly score: number;
  /** What would change about the quantities; undefined where they are the same. */
  readonly change: QuantityChange | undefined;
}

/**
 * Places where a target that is ambiguous, orphaned or of another value may stand, the likeliest first, at most `most`.
 * Unlike `anchor` it also names doubtful ones: a person chooses. Empty where nothing of the target is left.
 */
export function suggestPlaces(text: string, target: Target, most = 8): SuggestedPlace[] {
  const passage = toPassage(target);
  const figures = readTargetFigures(passage);
  return findPlaces(createTextSearch(text), passage, target.start)
    .slice(0, most)
    .filter((place) => place.end > place.start && place.score > 0)
    .map((place) => {
      const score = Math.min(1, place.score / keptPoints(passage.units.length));
      if (figures.isUntouched(text, place)) return { start: place.start, end: place.end, score, change: undefined };
      const { range, change } = figures.readAt(text, place);
      return { ...range, score, change };
    });
}
