import { compareFigures, type Excerpt } from './compareFigures';
import { recognizeFigures } from './figureReading';
import { findPlaces, type Place, toPassage } from './findPlaces';
import type { Anchor, Target } from './target';

/** What besides the text is known. */
export interface AnchorOptions {
  /** The article as it was when the target was described: the git blob or the stored copy. */
  readonly oldText?: string;
}

const readingContext = 48;

/**
 * Finds where `target` stands in `text` now. Never throws; a target with an empty `exact` is orphaned.
 * Only `exact` and `moved` are found: the passage and its quantities are the same.
 */
export function anchor(text: string, target: Target, _options: AnchorOptions = {}): Anchor {
  const places = findPlaces(text, target);
  const [best, second] = places;
  if (!best) return { status: 'orphaned' };
  const { units, quoteStart, quoteEnd } = toPassage(target);
  const full = units.length * 2;
  const score = best.score / full;
  const kept = best.quoteKept / (quoteEnd - quoteStart);
  if (best.verbatim ? score < 0.4 : kept < 0.5 || score < 0.45) return { status: 'orphaned' };
  if (second && !best.verbatim && second.score > best.score * 0.75)
    return { status: 'ambiguous', ranges: places.map(toRange) };
  const range = toRange(best);
  const change = compareFigures(targetExcerpt(target), excerpt(text, best));
  if (change) return { status: 'valueChanged', range, ...change };
  return { status: best.verbatim && best.start === target.start ? 'exact' : 'moved', range };
}

function toRange({ start, end }: Place) {
  return { start, end };
}

function targetExcerpt({ exact, prefix = '', suffix = '' }: Target): Excerpt {
  const before = prefix.slice(-readingContext);
  const text = before + exact + suffix.slice(0, readingContext);
  return {
    text,
    range: { start: before.length, end: before.length + exact.length },
    figures: recognizeFigures(text),
  };
}

function excerpt(text: string, place: Place): Excerpt {
  const from = Math.max(0, place.start - readingContext);
  const read = text.slice(from, place.end + readingContext);
  return {
    text: read,
    range: { start: place.start - from, end: place.end - from },
    figures: recognizeFigures(read),
  };
}
