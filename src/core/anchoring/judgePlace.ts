import type { Range } from '../text/range';
import type { Place } from './findPlaces';
import type { Anchor, Target } from './target';
import type { TargetFigures } from './targetFigures';

/** The last word on a place: the quantities in it decide whether it is the passage or only its words. */
export function judgePlace(text: string, place: Place, target: Target, figures: TargetFigures): Anchor {
  if (figures.isUntouched(text, place)) return found(place, target);
  const { range, change, holdsFigures } = figures.readAt(text, place);
  // Only a figure may be replaced outright and still be spoken of; other words that are gone are gone.
  if (place.quoteKept === 0 && !(holdsFigures && figures.length > 0)) return { status: 'orphaned' };
  if (place.quoteKept === 0 && !change && figures.length * 2 < target.exact.length) return { status: 'orphaned' };
  if (change) return { status: 'valueChanged', range, ...change };
  const verbatim = place.verbatim && range.start === place.start && range.end === place.end;
  return found({ ...range, verbatim }, target);
}

export function found(place: Range & { readonly verbatim: boolean }, target: Target): Anchor {
  const status = place.verbatim && place.start === target.start ? 'exact' : 'moved';
  return { status, range: toRange(place) };
}

export function toRange({ start, end }: Range): Range {
  return { start, end };
}
