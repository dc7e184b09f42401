import type { Figure } from '../figures/figure';
import { recognizeFigures } from '../figures/recognizeFigures';
import type { Range } from '../text/range';
import type { Run } from './chainRuns';
import { compareFigures, type Excerpt, figuresOf, type QuantityChange } from './compareFigures';
import type { Place } from './findPlaces';
import type { Passage } from './passage';

export type { QuantityChange } from './compareFigures';

/** So much around a passage is read with it, in UTF-16 code units, since 約 or a unit may stand outside. */
const readingContext = 24;

/** The figures of a target, read once and compared with what stands at each place. */
export interface TargetFigures {
  /** Code units of the quote that belong to figures. */
  readonly length: number;
  /** How many of the kept code units belong to figures. */
  keptIn(kept: readonly Run[]): number;
  /** Reads a place of the text. */
  readAt(text: string, place: Place): PlaceReading;
}

/** What stands at a place: its range, widened to whole figures and characters, and what became of the quantities. */
export interface PlaceReading {
  readonly range: Range;
  readonly holdsFigures: boolean;
  /** Undefined when the quantities are the same. */
  readonly change: QuantityChange | undefined;
}

export function readTargetFigures(passage: Passage): TargetFigures {
  const { written, quoteStart, quoteEnd } = passage;
  const from = Math.max(0, quoteStart - readingContext);
  const read = written.slice(from, quoteEnd + readingContext);
  const before = toExcerpt(read, quoteStart - from, quoteEnd - from);
  const cuts = edgesCut(before);
  const figures = figuresOf(before).map((figure) => ({
    start: Math.max(quoteStart, figure.start + from),
    end: Math.min(quoteEnd, figure.end + from),
  }));
  return {
    length: figures.reduce((sum, figure) => sum + figure.end - figure.start, 0),
    keptIn(kept) {
      let sum = 0;
      for (const run of kept)
        for (const figure of figures)
          sum += Math.max(0, Math.min(figure.end, run.pattern + run.length) - Math.max(figure.start, run.pattern));
      return sum;
    },
    readAt(text, place) {
      const start = Math.max(0, place.start - readingContext);
      const excerpt = toExcerpt(
        text.slice(start, place.end + readingContext),
        place.start - start,
        Math.max(place.start, place.end) - start,
      );
      const standing = figuresOf(excerpt);
      const whole = place.verbatim ? excerpt.range : widen(excerpt, standing, uncut);
      const change = compareFigures(before, { ...excerpt, range: whole });
      // A change is shown with whole figures; what the quote held only part of is not added to it.
      const range = change || place.verbatim ? whole : widen(excerpt, standing, cuts);
      return {
        range: { start: range.start + start, end: range.end + start },
        holdsFigures: standing.length > 0,
        change,
      };
    },
  };
}

interface EdgesCut {
  readonly start: boolean;
  readonly end: boolean;
}

const uncut: EdgesCut = { start: false, end: false };

/** Whether a figure reaches over an edge of a passage. */
function edgesCut(excerpt: Excerpt): EdgesCut {
  const figures = figuresOf(excerpt);
  return {
    start: figures.some((figure) => figure.start < excerpt.range.start),
    end: figures.some((figure) => figure.end > excerpt.range.end),
  };
}

function widen({ range, text }: Excerpt, figures: readonly Range[], cuts: EdgesCut): Range {
  let start = cuts.start ? range.start : Math.min(range.start, ...figures.map((figure) => figure.start));
  let end = cuts.end ? range.end : Math.max(range.end, ...figures.map((figure) => figure.end));
  if (isLowSurrogate(text.charCodeAt(start)) && start > 0) start--;
  if (isLowSurrogate(text.charCodeAt(end)) && end > start) end++;
  return { start, end };
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** True where nothing that could change the reading of the quote's figures was changed: no need to read them. */
export function isUntouched(text: string, place: Place, passage: Passage): boolean {
  if (!place.verbatim) return false;
  const { written, quoteStart, quoteEnd, beginsText, endsText } = passage;
  const before = Math.min(unchangedReach, quoteStart);
  const after = Math.min(unchangedReach, written.length - quoteEnd);
  // What was put before the first words of a text, or behind the last, may be an 約 or a 超.
  if (beginsText && before < unchangedReach && place.start > before) return false;
  if (endsText && after < unchangedReach && place.end + after < text.length) return false;
  return (
    text.startsWith(written.slice(quoteStart - before, quoteStart), place.start - before) &&
    text.startsWith(written.slice(quoteEnd, quoteEnd + after), place.end)
  );
}

/** Words that change how exact a figure is stand within so many code units of it. */
const unchangedReach = 24;

function toExcerpt(text: string, start: number, end: number): Excerpt {
  return { text, range: { start, end }, figures: readExcerpt(text) };
}

/** Does not show and joins what stands on either side of it. */
const zeroWidth = '\u200b';
const halves = /`|^[ \t]*(?:~~~|<!--)/gmu;

/**
 * An excerpt is cut anywhere: it may begin with the fence that closes a code block, hold one backtick of two, or begin
 * in the middle of a line with what opens something at the start of one. Read as a text of its own, the figures behind
 * would be code and pass for none.
 */
function readExcerpt(text: string): readonly Figure[] {
  const readable = zeroWidth + text.replace(halves, (half) => zeroWidth.repeat(half.length));
  return recognizeFigures(readable).map((figure) => ({ ...figure, start: figure.start - 1, end: figure.end - 1 }));
}
