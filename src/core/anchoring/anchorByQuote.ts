import type { Range } from '../text/range';
import { choosePlace } from './choosePlace';
import { findPlaces } from './findPlaces';
import { found, judgePlace, toRange } from './judgePlace';
import { toPassage } from './passage';
import type { Anchor, Target } from './target';
import { isUntouched, readTargetFigures } from './targetFigures';

/** Finds a target by its quote and the surroundings stored with it, by characters. */
export function anchorByQuote(text: string, target: Target): Anchor {
  const twins = target.prefix || target.suffix ? [] : occurrences(text, target.exact);
  if (twins.length > 1) return chooseTwin(twins, target);
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

/** So many places of the same words are offered at the most. */
const mostTwins = 100;

function occurrences(text: string, exact: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(exact); start >= 0 && found.length < mostTwins; start = text.indexOf(exact, start + 1))
    found.push({ start, end: start + exact.length });
  return found;
}

/** A target that was written by hand without its surroundings, whose words stand in several places. */
function chooseTwin(twins: readonly Range[], { start }: Target): Anchor {
  const inPlace = twins.find((range) => range.start === start);
  return inPlace ? { status: 'exact', range: inPlace } : { status: 'ambiguous', ranges: twins };
}
