import type { Range } from '../text/range';
import type { Run } from './chainRuns';
import { compareFigures, figuresOf, type QuantityChange, quantitiesOf } from './compareFigures';
import type { Place } from './findPlaces';
import { holdsNumber, mayHoldNumber } from './mayHoldNumber';
import type { Passage } from './passage';
import { endsSentence, plainOffset, rawRange, readStatement, type Statement } from './statements/statement';
import { type TableHeads, tableHeadsAt } from './statements/tableHeads';

export type { QuantityChange } from './compareFigures';

/** The figures of a target, read once and compared with what stands at each place. */
export interface TargetFigures {
  /** Code units of the quote that belong to figures. */
  readonly length: number;
  /** How many of the kept code units belong to figures. */
  keptIn(kept: readonly Run[]): number;
  /** True where nothing that could change the reading of the quote's figures was changed: no need to read them. */
  isUntouched(text: string, place: Place): boolean;
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

/** The whole text in which a target was described, where it is to be had, and where the quote stands in it. */
export interface DescribedIn {
  readonly text: string;
  readonly start: number;
}

export function readTargetFigures(passage: Passage, source?: DescribedIn): TargetFigures {
  const { written, quoteStart, quoteEnd } = passage;
  let read: DescribedFigures | undefined;
  let plain: boolean | undefined;
  // Where no number can be, none need be read.
  const isPlain = () => {
    plain ??= !mayHoldNumber(written, { start: quoteStart, end: quoteEnd });
    return plain;
  };
  // Most passages stand where they stood, and need not be read.
  const described = () => {
    read ??= readDescribed(passage, source);
    return read;
  };
  return {
    get length() {
      if (isPlain()) return 0;
      return described().figures.reduce((sum, figure) => sum + Math.max(0, figure.end - figure.start), 0);
    },
    keptIn(kept) {
      if (isPlain()) return 0;
      let sum = 0;
      for (const run of kept)
        for (const figure of described().figures)
          sum += Math.max(0, Math.min(figure.end, run.pattern + run.length) - Math.max(figure.start, run.pattern));
      return sum;
    },
    isUntouched(text, place) {
      if (!isUntouched(text, place, passage)) return false;
      const hasNumber = () => holdsNumber(written.slice(quoteStart, quoteEnd));
      // Where the whole text is known, its sentence may begin before what is stored of it.
      const known = source ? aroundIn(source, quoteEnd - quoteStart) : passage;
      const reach = sentenceReach(known);
      if (!standsAround(text, place, known, reach.before, reach.after)) return !hasNumber();
      if (!source) return sameHeads(passage.tableHeads, text, place.start) || !hasNumber();
      return !hasNumber() || sameHeads(tableHeadsAt(source.text, source.start), text, place.start);
    },
    readAt(text, place) {
      const range = place.verbatim ? place : withoutEdges(text, place, passage);
      if (isPlain() && !mayHoldNumber(text, range))
        return { range: place.verbatim ? range : wholeCharacters(text, range), holdsFigures: false, change: undefined };
      const { before, known, cuts } = described();
      const statement = readStatement(text, range, { start: true, end: true }, known);
      const standing = quantitiesOf(statement);
      const whole = place.verbatim ? range : widen(text, statement, standing, range, uncut);
      const change = compareFigures(
        before,
        place.verbatim ? statement : withRange(statement, toPlainRange(statement, whole)),
      );
      // A change is shown with whole figures; what the quote held only part of is not added to it: 08:30 for 8:30 is,
      // and of verbatim words no name.
      const partly = place.verbatim
        ? standing.filter(({ kind, checkable }) => checkable || kind !== 'other')
        : standing;
      return {
        range: change ? whole : widen(text, statement, partly, range, cuts),
        holdsFigures: standing.length > 0,
        change,
      };
    },
  };
}

/** A line break at an edge that had none would make the sentence beyond it part of what is read. */
function withoutEdges(text: string, place: Range, { written, quoteStart, quoteEnd }: Passage): Range {
  const end = Math.max(place.start, place.end);
  const words = text.slice(place.start, end);
  const breaks = (space: string) => (space.includes('\n') ? space.length : 0);
  const before = breaks(words.slice(0, words.length - words.trimStart().length));
  const after = breaks(words.slice(words.trimEnd().length));
  if (before === words.length) return { start: place.start, end };
  const isSpace = (at: number) => /\s/.test(written[at] ?? ' ');
  return {
    start: place.start + (isSpace(quoteStart) ? 0 : before),
    end: end - (isSpace(quoteEnd - 1) ? 0 : after),
  };
}

/** Whether what headed a cell heads the one at an offset now. */
export function sameHeads(was: TableHeads | undefined, text: string, start: number): boolean {
  if (!was) return true;
  const is = tableHeadsAt(text, start);
  // What was stored before titles were has none.
  const isTitled = was.title === undefined || was.title === is?.title;
  return is !== undefined && is.row === was.row && is.column === was.column && is.unit === was.unit && isTitled;
}

/** What a target was when it was described. */
interface DescribedFigures {
  readonly before: Statement;
  /** How much of what stood on either side is known, in code units of plain text. */
  readonly known: { readonly before: number; readonly after: number };
  readonly cuts: EdgesCut;
  /** Where its figures stand in the passage. */
  readonly figures: readonly Range[];
}

function readDescribed(passage: Passage, source: DescribedIn | undefined): DescribedFigures {
  const { written, quoteStart, quoteEnd, beginsText, endsText, tableHeads } = passage;
  const before = source
    ? readStatement(
        source.text,
        { start: source.start, end: source.start + quoteEnd - quoteStart },
        { start: true, end: true },
      )
    : readStatement(
        written,
        { start: quoteStart, end: quoteEnd },
        { start: beginsText, end: endsText },
        undefined,
        tableHeads,
      );
  const shift = source ? quoteStart - source.start : 0;
  return {
    before,
    known: {
      before: source || beginsText ? Number.POSITIVE_INFINITY : before.range.start,
      after: source || endsText ? Number.POSITIVE_INFINITY : before.text.length - before.range.end,
    },
    cuts: edgesCut(before),
    figures: figuresOf(before).map((figure) => {
      const raw = rawRange(before.plain, figure);
      return { start: Math.max(quoteStart, raw.start + shift), end: Math.min(quoteEnd, raw.end + shift) };
    }),
  };
}

/** The same sentence, of which other figures are spoken of. */
function withRange(statement: Statement, range: Range): Statement {
  return Object.create(statement, { range: { value: range, enumerable: true } }) as Statement;
}

function toPlainRange({ plain }: Statement, { start, end }: Range): Range {
  return { start: plainOffset(plain, start), end: plainOffset(plain, end) };
}

interface EdgesCut {
  readonly start: boolean;
  readonly end: boolean;
}

const uncut: EdgesCut = { start: false, end: false };

/** Whether a figure reaches over an edge of a passage. */
function edgesCut(statement: Statement): EdgesCut {
  const figures = quantitiesOf(statement);
  return {
    start: figures.some((figure) => figure.start < statement.range.start),
    end: figures.some((figure) => figure.end > statement.range.end),
  };
}

function widen(text: string, { plain }: Statement, figures: readonly Range[], range: Range, cuts: EdgesCut): Range {
  const raw = figures.map((figure) => rawRange(plain, figure));
  return wholeCharacters(text, {
    start: cuts.start ? range.start : Math.min(range.start, ...raw.map((figure) => figure.start)),
    end: cuts.end ? range.end : Math.max(range.end, ...raw.map((figure) => figure.end)),
  });
}

function wholeCharacters(text: string, { start, end }: Range): Range {
  return {
    start: isLowSurrogate(text.charCodeAt(start)) && start > 0 ? start - 1 : start,
    end: isLowSurrogate(text.charCodeAt(end)) && end > start ? end + 1 : end,
  };
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * True where nothing that could change the reading of the quote's figures was changed: no need to read them. Where the
 * quote holds a number, and where it stands in a table, `TargetFigures` says more.
 */
export function isUntouched(text: string, place: Place, passage: Passage): boolean {
  if (!place.verbatim) return false;
  const { written, quoteStart, quoteEnd, beginsText, endsText } = passage;
  const before = Math.min(unchangedReach, quoteStart);
  const after = Math.min(unchangedReach, written.length - quoteEnd);
  // What was put before the first words of a text, or behind the last, may be an 約 or a 超.
  if (beginsText && before < unchangedReach && place.start > before) return false;
  if (endsText && after < unchangedReach && place.end + after < text.length) return false;
  return standsAround(text, place, passage, before, after);
}

/** What stood around a quote, as `standsAround` takes it. */
type Surroundings = Pick<Passage, 'written' | 'quoteStart' | 'quoteEnd'>;

function aroundIn({ text, start }: DescribedIn, length: number): Surroundings {
  const from = Math.max(0, start - farthestSentence);
  return {
    written: text.slice(from, start + length + farthestSentence),
    quoteStart: start - from,
    quoteEnd: start - from + length,
  };
}

/** No sentence is read beyond so many code units on either side. */
export const farthestSentence = 160;

function standsAround(
  text: string,
  place: Place,
  { written, quoteStart, quoteEnd }: Surroundings,
  before: number,
  after: number,
): boolean {
  return (
    text.startsWith(written.slice(quoteStart - before, quoteStart), place.start - before) &&
    text.startsWith(written.slice(quoteEnd, quoteEnd + after), place.end)
  );
}

/** Words that change how exact a figure is stand within so many code units of it. */
export const unchangedReach = 24;

/** How far the sentence around the quote goes, as far as it is known; at least `unchangedReach`. */
function sentenceReach({ written, quoteStart, quoteEnd }: Surroundings): {
  readonly before: number;
  readonly after: number;
} {
  const stops = (at: number) => written[at] === '\n' || endsSentence(written, at);
  let before = Math.min(quoteStart, unchangedReach);
  while (before < quoteStart && !stops(quoteStart - before - 1)) before++;
  const most = written.length - quoteEnd;
  let after = Math.min(most, unchangedReach);
  while (after < most && !stops(quoteEnd + after)) after++;
  return { before, after };
}
