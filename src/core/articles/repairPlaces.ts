import { suggestPlaces } from '../anchoring/suggestPlaces';
import { compareQuantities, isAgreement } from '../figures/compareQuantities';
import { overlaps, type Range } from '../text/range';
import type { ArticleView, ClaimView } from './articleView';

/** More would be no help in choosing. */
const MOST_PLACES = 20;

/** A claim that waits for a person to say where it belongs. */
export function needsRepair({ state }: ClaimView): boolean {
  return state === 'orphaned' || state === 'ambiguous' || state === 'valueChanged';
}

/**
 * Where a claim that lost its place could be put, the likeliest first: the candidates of its anchor, then
 * what is most like its words, then figures that agree with its own. Never more than twenty; they do not overlap.
 */
export function repairPlaces(article: ArticleView, claim: ClaimView): Range[] {
  const { text } = article;
  if (text === undefined) return [];
  const places: Range[] = [];
  const add = (range: Range) => {
    if (places.length < MOST_PLACES && !places.some((place) => overlaps(place, range)))
      places.push({ start: range.start, end: range.end });
  };
  const { anchor } = claim;
  if (anchor?.status === 'ambiguous') for (const range of anchor.ranges) add(range);
  else if (anchor && 'range' in anchor) add(anchor.range);
  for (const place of suggestPlaces(text, claim.claim.target)) add(place);
  const { exact } = claim.claim.target;
  for (
    let at = text.indexOf(exact);
    at >= 0 && places.length < MOST_PLACES;
    at = text.indexOf(exact, at + exact.length)
  )
    add({ start: at, end: at + exact.length });
  for (const figure of article.figures)
    if (
      claim.figures.some(
        (own) =>
          own.figure.checkable &&
          own.figure.kind === figure.kind &&
          isAgreement(compareQuantities(own.figure.quantity, figure.quantity).status),
      )
    )
      add(figure);
  return places;
}
