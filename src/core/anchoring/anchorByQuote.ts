import { choosePlace } from './choosePlace';
import { findPlaces } from './findPlaces';
import { found, judgePlace, toRange } from './judgePlace';
import { toPassage } from './passage';
import type { Anchor, Target } from './target';
import { isUntouched, readTargetFigures } from './targetFigures';

/** Finds a target by its quote and the surroundings stored with it, by characters. */
export function anchorByQuote(text: string, target: Target): Anchor {
  const passage = toPassage(target);
  const places = findPlaces(text, passage, target.start);
  const [only] = places;
  if (!only) return { status: 'orphaned' };
  if (places.length === 1 && isUntouched(text, only, passage)) return found(only, target);
  const figures = readTargetFigures(passage);
  const choice = choosePlace(places, passage, figures, target.start);
  if (choice.kind === 'none') return { status: 'orphaned' };
  if (choice.kind === 'rivals') return { status: 'ambiguous', ranges: choice.places.map(toRange) };
  return judgePlace(text, choice.place, target, passage, figures);
}
