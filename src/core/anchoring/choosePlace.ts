import { keptPoints } from './alignBox';
import type { Place } from './findPlaces';
import type { Passage } from './passage';
import type { TargetFigures } from './targetFigures';

/** Which of the places a target stands at. */
export type Choice =
  | { readonly kind: 'found'; readonly place: Place }
  | { readonly kind: 'rivals'; readonly places: readonly Place[] }
  | { readonly kind: 'none' };

/** A verbatim passage is taken with this share of all points; with less if it says enough and no other comes near. */
const verbatimScore = 0.4;
const tellingLength = 36;
const tellingRival = 0.8;
/** A reworded passage is taken with this share of all points and this share of its own words left. */
const rewordedScore = 0.45;
const rewordedKept = 0.5;
/** The same where the text on one side of it is wholly different: with half of all points, or with less. */
const oneSidedKept = 0.52;
const oneSidedWeakKept = 0.55;
const oneSided = 0.25;
const oneSidedScore = 0.5;
/** Less is enough about where the passage stood, where nothing else is like it. */
const nearScore = 0.34;
const nearKept = 0.66;
const nearPlaceRival = 0.6;
/** Text put between words costs points, but where so much of the whole stands and nothing else is like it, it is that. */
const loneKept = 0.7;
const loneRival = 0.5;
/** Beside a figure alone this share of the words must still stand. */
export const leastBeside = 0.5;
/** What a code unit of a replaced figure costs an alignment at most. */
const lostPoints = 3;
/** Another place with this share of the best place's points is a rival: for reworded passages, for weak verbatim ones
 * (below `weakScore`), and for the others. */
const rewordedRival = 0.75;
const weakScore = 0.5;
/** A bare figure is told from its like only by surroundings that all but stand as they stood. */
const plainScore = 0.99;
const weakRival = 0.9;
const strongRival = 0.98;
/** Where the best place is no better than this and far from where the passage stood, one that stands much nearer is a
 * rival with this share of its points. */
const clearScore = 0.8;
const nearRival = 0.7;
/** A place that is so many times farther from where the passage stood is much farther. Within so many code units edits
 * push any passage along. */
const muchFarther = 3;
const pushedAlong = 256;
/**
 * Where this share of the surroundings stands, with less than that share of the quote's words between them, and no
 * place with the quote has better ones by more than so many code units, or all of them, the quote was deleted or
 * replaced.
 */
const goneContext = 0.7;
const goneShare = 0.4;
const goneMargin = 4;

/**
 * Chooses among places, which come best first. Figures are left out of the count, so that a place whose number was
 * changed is not outdone by a place that happens to have the old number.
 */
export function choosePlace(
  places: readonly Place[],
  passage: Passage,
  figures: TargetFigures,
  expected: number | undefined,
): Choice {
  const [only] = places;
  if (only && places.length === 1 && standsWhole(only, passage)) return { kind: 'found', place: only };
  const length = passage.written.length - figures.length;
  const ranked = places
    .map((place) => ({ place, points: wordPoints(place, figures) }))
    .sort((a, b) => b.points - a.points || b.place.score - a.place.score);
  let isBare: boolean | undefined;
  const bare = () => {
    isBare ??= isBareFigure(passage, figures);
    return isBare;
  };
  const standing = ranked.filter(
    ({ place }) => keptShare(place, passage, figures) >= goneShare && (place.beside >= leastBeside || !bare()),
  );
  const best = standing[0];
  const context = passage.written.length - passage.quoteEnd + passage.quoteStart;
  const gone = ranked
    .filter(({ place }) => keptShare(place, passage, figures) < goneShare && around(place) >= context * goneContext)
    .sort((a, b) => around(b.place) - around(a.place))[0];
  const goneFrom = best && around(best.place) - (around(best.place) < context ? goneMargin : 0);
  if (gone && (goneFrom === undefined || around(gone.place) >= goneFrom))
    return { kind: 'found', place: { ...gone.place, quoteKept: 0 } };
  if (!best) return { kind: 'none' };

  const score = best.points / keptPoints(length);
  const { place } = best;
  // With nothing before it changed, a copy that was put behind it has drawn away what stood there.
  const home = place.verbatim && standing.find((other) => isAtHome(other.place, passage, expected));
  if (home) return { kind: 'found', place: home.place };
  const second = standing[1];
  const rivalry = second ? second.points / best.points : 0;
  const taken = place.verbatim
    ? score >= verbatimScore ||
      (rivalry < tellingRival && weight(place, passage, figures) >= tellingLength) ||
      // Where nothing before it grew or shrank, the words can hardly be others.
      (place.start === expected && !bare())
    : ((score >= rewordedScore || (rivalry < loneRival && wholeShare(place, passage, figures) >= loneKept)) &&
        keptShare(place, passage, figures) >= leastKept(place, passage, score)) ||
      (score >= nearScore &&
        rivalry < nearPlaceRival &&
        isNear(place, expected) &&
        keptShare(place, passage, figures) >= nearKept &&
        !bare());
  if (!taken) return { kind: 'none' };

  const weak = score < weakScore || (score < plainScore && bare());
  const margin = !place.verbatim ? rewordedRival : weak ? weakRival : strongRival;
  const alike = standing.filter((other) => other.points >= best.points * margin).map((other) => other.place);
  const near = standing.filter(
    (other) =>
      score < clearScore &&
      other.points < best.points * margin &&
      other.points >= best.points * nearRival &&
      isFarOff(place.start, other.place.start, expected),
  );
  if (near.length > 0) return { kind: 'rivals', places: [...alike, ...near.map((other) => other.place)] };
  if (rivalry <= margin) return { kind: 'found', place };
  // Where the surroundings were changed too, how near a bare figure stands proves nothing.
  const nearest = place.verbatim && !(score < plainScore && bare()) ? nearestOf(alike, expected) : undefined;
  return nearest ? { kind: 'found', place: nearest } : { kind: 'rivals', places: alike };
}

/**
 * Whether all of a quote stands at a place, with so much of what stood around it that it is taken whatever in it may be
 * a figure: the more were, the less were the points of the words, and those without any of the quote's are the least.
 */
function standsWhole(
  { score, quoteKept, beside, verbatim }: Place,
  { written, quoteStart, quoteEnd }: Passage,
): boolean {
  const length = quoteEnd - quoteStart;
  if (quoteKept !== length || beside < leastBeside || length === written.length) return false;
  const least = (score - keptPoints(length)) / keptPoints(written.length - length);
  return least >= (verbatim ? verbatimScore : rewordedScore);
}

/** Points without the figures of the quote, kept or lost. */
function wordPoints(place: Place, figures: TargetFigures): number {
  const kept = figures.keptIn(place.kept);
  return place.score - keptPoints(kept) + (place.verbatim ? 0 : lostPoints * (figures.length - kept));
}

/** A quote that is little more than a figure says nothing of what the figure is of; the words beside it must. */
export function isBareFigure({ written, quoteStart, quoteEnd }: Passage, figures: TargetFigures): boolean {
  const length = quoteEnd - quoteStart;
  if (figures.length > 0) return figures.length * 2 >= length;
  return (
    length <= shortNumber && /[\d０-９〇一二三四五六七八九十百千万億兆]/u.test(written.slice(quoteStart, quoteEnd))
  );
}

/** A number nobody could read with what may be its unit. */
const shortNumber = 8;

function around(place: Place): number {
  return place.beforeKept + place.afterKept;
}

/** What share of the quote's words, figures left out, stands there. */
function keptShare(place: Place, passage: Passage, figures: TargetFigures): number {
  // Where all of the quote stands, nothing of it need be known.
  if (place.quoteKept === passage.quoteEnd - passage.quoteStart) return 1;
  const words = passage.quoteEnd - passage.quoteStart - figures.length;
  return words > 0 ? (place.quoteKept - figures.keptIn(place.kept)) / words : 1;
}

/** The same of the quote and its surroundings. */
function wholeShare(place: Place, passage: Passage, figures: TargetFigures): number {
  const words = passage.written.length - figures.length;
  return words > 0 ? (around(place) + place.quoteKept - figures.keptIn(place.kept)) / words : 1;
}

/** Whether a passage stands letter for letter where it stood, behind what stood before it. */
function isAtHome(place: Place, { quoteStart, beginsText }: Passage, expected: number | undefined): boolean {
  const isTold = beginsText || quoteStart >= fewestBefore;
  return isTold && place.verbatim && place.start === expected && place.beforeKept === quoteStart;
}

/** Fewer code units before a passage may be the same before another one. */
const fewestBefore = 16;

function leastKept(place: Place, { quoteStart, quoteEnd, written }: Passage, score: number): number {
  const before = quoteStart === 0 ? 1 : place.beforeKept / quoteStart;
  const after = quoteEnd === written.length ? 1 : place.afterKept / (written.length - quoteEnd);
  if (Math.min(before, after) >= oneSided) return rewordedKept;
  return score >= oneSidedScore ? oneSidedKept : oneSidedWeakKept;
}

/** Kept words, an ideograph or kana counting twice, as it says about as much as two letters. */
function weight(place: Place, { units, quoteStart, quoteEnd, gram }: Passage, figures: TargetFigures): number {
  let dense = 0;
  for (let at = quoteStart; at < quoteEnd; at++) if (units[at]! >= 0x2e80) dense++;
  const words = 1 - figures.length / (quoteEnd - quoteStart);
  return (place.quoteKept + dense) * words + around(place) * (gram === 3 ? 2 : 1);
}

function nearestOf(places: readonly Place[], expected: number | undefined): Place | undefined {
  if (expected === undefined) return undefined;
  const distance = (place: Place) => Math.abs(place.start - expected);
  const [first, second] = [...places].sort((a, b) => distance(a) - distance(b));
  return first && (!second || isMuchNearer(first.start, second.start, expected)) ? first : undefined;
}

/** Whether a place is far from where the passage stood while another offset is much nearer. */
export function isFarOff(start: number, offset: number, expected: number | undefined): boolean {
  return expected !== undefined && Math.abs(start - expected) > pushedAlong && isMuchNearer(offset, start, expected);
}

/** Whether a place is where the edits of a few sentences may have pushed the passage. */
function isNear({ start }: Place, expected: number | undefined): boolean {
  return expected !== undefined && Math.abs(start - expected) <= pushedAlong;
}

/** Whether an offset is much nearer than another to where the passage stood. */
function isMuchNearer(offset: number, other: number, expected: number | undefined): boolean {
  return expected !== undefined && Math.abs(offset - expected) * muchFarther < Math.abs(other - expected);
}
