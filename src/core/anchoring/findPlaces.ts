import { overlaps } from '../text/range';
import { type Alignment, alignPassage } from './alignPassage';
import { foldUnits } from './foldUnit';
import type { Target } from './target';

/** A place where a target may stand, with what speaks for it. */
export interface Place extends Alignment {
  /** The words of the quote stand there letter for letter. */
  readonly verbatim: boolean;
}

/** What a target looks like to the matcher. */
export interface Passage {
  readonly units: Uint16Array;
  readonly written: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
}

const contextLength = 64;
const slack = 48;
const maxVerbatim = 400;
const maxAligned = 12;

export function toPassage(target: Target): Passage {
  const prefix = (target.prefix ?? '').slice(-contextLength);
  const suffix = (target.suffix ?? '').slice(0, contextLength);
  const written = prefix + target.exact + suffix;
  return {
    written,
    units: foldUnits(written, 0, written.length),
    quoteStart: prefix.length,
    quoteEnd: prefix.length + target.exact.length,
  };
}

/** All places of `text` worth a look, best first. */
export function findPlaces(text: string, target: Target): Place[] {
  const passage = toPassage(target);
  const { exact } = target;
  if (exact === '') return [];
  const places: Place[] = [];
  const seen = new Set<number>();
  const verbatim: { at: number; near: number }[] = [];
  for (let at = text.indexOf(exact); at >= 0 && verbatim.length < maxVerbatim; at = text.indexOf(exact, at + 1))
    verbatim.push({ at, near: agreement(text, at, passage) });
  verbatim.sort((a, b) => b.near - a.near || distance(a.at, target) - distance(b.at, target));
  for (const { at } of verbatim.slice(0, maxAligned)) {
    const place = placeVerbatim(text, at, passage);
    places.push(place);
    seen.add(at);
  }
  const full = passage.written.length * 2;
  if (!places.some((place) => place.score > full * 0.8))
    for (const diagonal of seedDiagonals(text, passage, target)) {
      const aligned = alignPassage(
        passage.units,
        passage.quoteStart,
        passage.quoteEnd,
        text,
        diagonal - slack,
        diagonal + passage.units.length + slack,
      );
      if (!aligned || seen.has(aligned.start)) continue;
      seen.add(aligned.start);
      places.push({ ...aligned, verbatim: false });
    }
  places.sort((a, b) => b.score - a.score || distance(a.start, target) - distance(b.start, target));
  return places.filter((place, at) => !places.slice(0, at).some((better) => overlaps(better, place)));
}

/** How many code units on both sides of a verbatim occurrence agree with the stored surroundings, unbroken. */
function agreement(text: string, at: number, passage: Passage): number {
  const { written, quoteStart, quoteEnd } = passage;
  let before = 0;
  while (before < quoteStart && text[at - 1 - before] === written[quoteStart - 1 - before]) before++;
  const end = at + quoteEnd - quoteStart;
  let after = 0;
  while (quoteEnd + after < written.length && text[end + after] === written[quoteEnd + after]) after++;
  return before + after;
}

function placeVerbatim(text: string, at: number, passage: Passage): Place {
  const { units, quoteStart, quoteEnd } = passage;
  const end = at + quoteEnd - quoteStart;
  const before = alignPassage(units.subarray(0, quoteStart), 0, quoteStart, text, at - quoteStart - slack, at);
  const rest = units.length - quoteEnd;
  const after = alignPassage(units.subarray(quoteEnd), 0, rest, text, end, end + rest + slack);
  return {
    start: at,
    end,
    score: (quoteEnd - quoteStart) * 2 + (before?.score ?? 0) + (after?.score ?? 0),
    quoteKept: quoteEnd - quoteStart,
    beforeKept: before?.quoteKept ?? 0,
    afterKept: after?.quoteKept ?? 0,
    verbatim: true,
  };
}

function distance(at: number, target: Target): number {
  return target.start === undefined ? 0 : Math.abs(at - target.start);
}

/** Where pieces of the passage stand, as the start the whole passage would have; most pieces first. */
function seedDiagonals(text: string, passage: Passage, target: Target): number[] {
  const { written, quoteStart } = passage;
  const piece = /[\u2e80-\uffef]/u.test(written) ? 6 : 10;
  const hits: { diagonal: number; count: number }[] = [];
  for (let from = 0; from + piece <= written.length; from += piece) {
    const seed = written.slice(from, from + piece);
    let found = 0;
    for (let at = text.indexOf(seed); at >= 0 && found < 24; at = text.indexOf(seed, at + 1), found++) {
      const diagonal = at - from;
      const bucket = hits.find((hit) => Math.abs(hit.diagonal - diagonal) <= 24);
      if (bucket) bucket.count++;
      else hits.push({ diagonal, count: 1 });
    }
  }
  const expected = (target.start ?? 0) - quoteStart;
  hits.sort((a, b) => b.count - a.count || Math.abs(a.diagonal - expected) - Math.abs(b.diagonal - expected));
  return hits.slice(0, maxAligned).map((hit) => hit.diagonal);
}
