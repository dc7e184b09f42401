import { overlaps, type Range } from '../text/range';
import { keptPoints } from './alignBox';
import { type Alignment, alignPassage } from './alignPassage';
import type { TextSearch } from './createTextSearch';
import { isTelling } from './findWholeSentence';
import type { Passage } from './passage';

/** A place where a passage may stand, with what speaks for it. */
export interface Place extends Alignment {
  /** The words of the quote stand there letter for letter. */
  readonly verbatim: boolean;
}

/** Of many verbatim occurrences so many are looked at, and of those and of the places named by pieces so many aligned. */
const maxVerbatim = 2000;
const maxAligned = 10;
const maxHits = 24;
const fewHits = 2;
/** Pieces that point to about the same place belong to one candidate, in UTF-16 code units. */
const spread = 24;
/** Pieces are taken from so much on either side of the quote's edges. */
const searched = 64;
/** Where a place has this share of all points, no shorter pieces are searched: a rival would have shared a long one. */
const plain = 0.7;

/** All places of `text` worth a look, best first; `expected` is where the quote stood and only breaks ties. */
export function findPlaces(search: TextSearch, passage: Passage, expected: number | undefined): Place[] {
  const { text } = search;
  const { written, quoteStart, quoteEnd } = passage;
  const quote = written.slice(quoteStart, quoteEnd);
  if (quote === '') return [];
  // Where all of it stands as it stood, no twin elsewhere says more.
  if (expected !== undefined && expected >= quoteStart && text.startsWith(written, expected - quoteStart))
    return [untouched(expected, passage)];
  const distance = (at: number) => (expected === undefined ? 0 : Math.abs(at - expected));
  const places: Place[] = [];
  const verbatim = findVerbatim(search, passage, quote);
  verbatim.sort((a, b) => b.agreeing - a.agreeing || distance(a.at) - distance(b.at));
  const [first, second] = verbatim;
  const whole = written.length - quote.length;
  // A copy with the same words around it is no reason to leave the place that nothing before was changed of.
  const isHome =
    expected !== undefined &&
    expected !== first?.at &&
    text.startsWith(written.slice(0, quoteEnd), expected - quoteStart);
  if (first && first.agreeing === whole && whole >= 16 && second?.agreeing !== whole && !isHome)
    return [untouched(first.at, passage)];

  for (const { at } of verbatim.slice(0, maxAligned)) {
    const place = alignPassage(passage, text, at - quoteStart, true);
    if (place) places.push({ ...place, verbatim: true });
  }
  const enough = keptPoints(written.length) * plain;
  const pieces = createPieceSearch(search, passage, expected);
  // A long piece is cheap to search and rarely misleads; shorter ones only where those have found too little. Where the
  // words stand in other surroundings, the surroundings may stand elsewhere with other words: look twice at least.
  const settled = (level: number) => places.some((place) => place.score >= enough && (level > 1 || !place.verbatim));
  const tryAt = (starts: readonly number[]) => {
    for (const at of starts) {
      const place = alignPassage(passage, text, at, false);
      if (place) places.push({ ...place, verbatim: text.slice(place.start, place.end) === quote });
    }
  };
  const lengths = passage.gram === 3 ? [20, 10, 5] : [32, 16, 8];
  for (const [level, length] of lengths.entries()) {
    const starts = toPieces(passage, length);
    // A piece that stands in few places may settle it alone; the others count together.
    if (level < 2)
      for (const start of starts) {
        if (settled(level)) break;
        tryAt(pieces.find([start], length, fewHits));
      }
    if (settled(level)) break;
    tryAt(pieces.find(starts, length, maxAligned));
  }
  places.sort((a, b) => b.score - a.score || distance(a.start) - distance(b.start));
  // Words that stand once are where they stand, though a like beginning before them would make a longer place.
  const only = verbatim.length === 1 && isTelling(quote) ? places.find((place) => place.verbatim) : undefined;
  const likely = only ? places.filter((place) => place.verbatim || !overlaps(place, only)) : places;
  return likely.filter((place, at) => !likely.slice(0, at).some((better) => overlaps(better, place)));
}

function untouched(at: number, { quoteStart, quoteEnd, written }: Passage): Place {
  const length = quoteEnd - quoteStart;
  return {
    start: at,
    end: at + length,
    score: keptPoints(written.length),
    beside: 1,
    beforeKept: quoteStart,
    quoteKept: length,
    afterKept: written.length - quoteEnd,
    kept: [{ pattern: quoteStart, text: at, length }],
    verbatim: true,
  };
}

/** Where the quote stands letter for letter, and how many code units around it agree, unbroken. */
function findVerbatim(search: TextSearch, passage: Passage, quote: string): { at: number; agreeing: number }[] {
  const { text } = search;
  const { written, quoteStart, quoteEnd } = passage;
  return search.find(quote, maxVerbatim).map((at) => {
    let before = 0;
    while (before < quoteStart && text.charCodeAt(at - 1 - before) === written.charCodeAt(quoteStart - 1 - before))
      before++;
    const end = at + quote.length;
    let after = quoteEnd;
    while (after < written.length && text.charCodeAt(end + after - quoteEnd) === written.charCodeAt(after)) after++;
    return { at, agreeing: before + after - quoteEnd };
  });
}

interface Candidate {
  readonly at: number;
  /** How many code units of its pieces stand there. */
  found: number;
  given: boolean;
}

/**
 * Searches the text for pieces of the passage, shorter ones each time, and gives the offsets the passage would begin
 * at that have not been given before; the places that most of the passage points to first.
 */
function createPieceSearch({ find }: TextSearch, passage: Passage, expected: number | undefined) {
  const { written, quoteStart } = passage;
  const candidates: Candidate[] = [];
  const found: Range[] = [];
  const hoped = (expected ?? 0) - quoteStart;

  const search = (start: number, end: number) => {
    if (found.some((piece) => piece.start <= start && end <= piece.end)) return;
    const piece = written.slice(start, end);
    const hits = find(piece, maxHits);
    for (const at of hits) {
      const begin = at - start;
      const candidate = candidates.find((other) => Math.abs(other.at - begin) <= spread);
      if (candidate) candidate.found += piece.length;
      else candidates.push({ at: begin, found: piece.length, given: false });
    }
    if (hits.length > 0) found.push({ start, end });
  };

  return {
    /** Gives nothing yet where there would be more than `most`. */
    find(starts: readonly number[], length: number, most: number): number[] {
      for (const start of starts) search(start, start + length);
      candidates.sort((a, b) => b.found - a.found || Math.abs(a.at - hoped) - Math.abs(b.at - hoped));
      const longest = candidates[0]?.found ?? 0;
      const next = candidates
        .slice(0, maxAligned)
        .filter((candidate) => !candidate.given && candidate.found * 3 >= longest);
      if (next.length > most) return [];
      for (const candidate of next) candidate.given = true;
      return next.map((candidate) => candidate.at);
    },
  };
}

/** Offsets of pieces of the passage, counted from the quote outwards; of a long quote only the ends. */
function toPieces({ written, quoteStart, quoteEnd }: Passage, length: number): number[] {
  const starts: number[] = [];
  for (let at = quoteStart - length; at >= Math.max(0, quoteStart - searched); at -= length) starts.push(at);
  for (let at = quoteEnd; at + length <= Math.min(written.length, quoteEnd + searched); at += length) starts.push(at);
  for (let at = quoteStart; at + length <= Math.min(quoteEnd, quoteStart + searched); at += length) starts.push(at);
  for (let at = quoteEnd - length; at >= Math.max(quoteStart + searched, quoteEnd - searched); at -= length)
    starts.push(at);
  return starts;
}
