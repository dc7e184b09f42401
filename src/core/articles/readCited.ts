import { tableHeadsAt } from '../anchoring/statements/tableHeads';
import type { Figure } from '../figures/figure';
import type { Locale } from '../figures/languages/language';
import { recognizeFigures } from '../figures/recognizeFigures';
import { type Way, wayOf, wayOfHead } from '../figures/wayOf';
import type { Citation, Source } from '../model/schema';
import { overlapping } from '../text/overlapping';
import { ownCopy } from '../text/ownCopy';
import type { Range } from '../text/range';
import { RecentlyUsed } from '../workspace/recentlyUsed';
import { sourceLanguage } from './sourceLanguage';

/** A figure of a source, as it stands there, whole even where a quotation cuts it. */
export interface CitedFigure {
  /** Offsets in the text that was read: the source's where it is at hand. */
  readonly figure: Figure;
  readonly text: string;
  readonly way: Way;
}

/** The text of a source, where it is at hand. */
export interface CitedText {
  readonly file: string;
  readonly text: string;
}

interface Reading extends CitedText {
  readonly figures: readonly Figure[];
  /** What was worked out of those that were cited, once for all who cite them. */
  readonly cited: Map<Figure, CitedFigure>;
}

/** So much of a long text, in UTF-16 code units, is read before a quotation and behind it. */
const WINDOW = 20_000;
/** How far before that window the head of a table is looked for. */
const FARTHEST_HEAD = 400_000;
/** Of so many figures of a quotation the heads of their rows and columns are read for words such as 損失. */
const MOST_WITH_HEADS = 32;
/**
 * Readings are kept up to about so many bytes, of which a figure takes the most: the articles of a folder cite the same
 * hundreds of sources over and over, in no order, and what is read anew for each citation takes minutes in all.
 */
const KEPT_BYTES = 32_000_000;
const FIGURE_BYTES = 300;

/** Reads what articles quote of the texts of sources, and keeps its readings until it is told that a text is gone. */
export class CitedReader {
  readonly #readings = new RecentlyUsed<string, Reading>(
    KEPT_BYTES,
    ({ text, figures }) => text.length + figures.length * FIGURE_BYTES,
  );

  /**
   * The figures of a quotation, read where it stands in its source, with what stands beside it there: a bound, a sign,
   * the head of a column, the language. A number that the quotation cuts in half is the whole number.
   */
  readAt(source: Source | undefined, { file, text }: CitedText, passage: Range): CitedFigure[] {
    const from = text.length > 2 * WINDOW ? windowStart(text, Math.max(0, passage.start - WINDOW)) : 0;
    const window = text.length > 2 * WINDOW ? text.slice(from, passage.end + WINDOW) : text;
    const range = { start: passage.start - from, end: passage.end - from };
    const locale = sourceLanguage(source, text, lineAround(window, range));
    const { figures, cited } = this.#read({ file, text: window }, from, locale);
    return overlapping(figures, range).map((figure, index) => {
      if (index >= MOST_WITH_HEADS) return toCited(figure, window);
      const known = cited.get(figure) ?? toCited(figure, window, true);
      cited.set(figure, known);
      return known;
    });
  }

  /** Forgets what was read of a text that is another now, or gone. */
  forget(file: string): void {
    this.#readings.deleteWhere((reading) => reading.file === file);
  }

  #read({ file, text }: CitedText, from: number, locale: Locale | undefined): Reading {
    const key = `${locale} ${from} ${text.length} ${file}`;
    const known = this.#readings.get(key);
    if (known?.text === text) return known;
    const reading = { file, text, figures: recognizeFigures(text, locale ? { locale } : {}), cited: new Map() };
    this.#readings.set(key, reading);
    return reading;
  }
}

/** As `CitedReader.readAt`, of a quotation whose source is not at hand: it is read between the words kept with it. */
export function readCitedAlone(source: Source | undefined, citation: Citation): CitedFigure[] {
  const { exact = '', prefix = '', suffix = '' } = citation;
  const text = prefix + exact + suffix;
  const locale = sourceLanguage(source, text, text);
  const figures = recognizeFigures(text, { format: 'plaintext', ...(locale && { locale }) });
  return overlapping(figures, { start: prefix.length, end: prefix.length + exact.length }).map((figure) =>
    toCited(figure, text),
  );
}

function toCited(figure: Figure, text: string, withHeads = false): CitedFigure {
  const { start, end } = figure;
  const heads = withHeads ? tableHeadsAt(text, start) : undefined;
  return {
    figure,
    text: ownCopy(text.slice(start, end).replace(/\s+/g, ' ')),
    way: {
      ...(heads && { ...wayOfHead(heads.column), ...wayOfHead(heads.row) }),
      ...wayOf(text, start, end),
    },
  };
}

/** The start of the line at an offset, and of the table that it is in, with what stands over it. */
function windowStart(text: string, at: number): number {
  let start = lineStart(text, at);
  const table = text.lastIndexOf('<table', start);
  const isIn = table >= 0 && start - table < FARTHEST_HEAD && text.lastIndexOf('</table', start) < table;
  if (isIn) start = lineStart(text, table);
  while (start > 0 && at - start < FARTHEST_HEAD) {
    const above = lineStart(text, start - 1);
    if (!text.slice(above, start).includes('|')) break;
    start = above;
  }
  // A line over the table may name the unit of all of it.
  return start === lineStart(text, at) ? start : lineStart(text, lineStart(text, start - 1) - 1);
}

function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineAround(text: string, { start, end }: Range): string {
  const stop = text.indexOf('\n', end);
  return text.slice(lineStart(text, start), stop < 0 ? text.length : stop);
}
