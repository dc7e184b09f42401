import type { Figure } from '../figures/figure';
import type { Locale } from '../figures/languages/language';
import { recognizeFigures } from '../figures/recognizeFigures';
import { type Way, wayOf } from '../figures/wayOf';
import type { Citation, Source } from '../model/schema';
import { overlapping } from '../text/overlapping';
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

interface Reading {
  readonly text: string;
  readonly locale: Locale | undefined;
  readonly figures: readonly Figure[];
}

/** So much of a long text, in UTF-16 code units, is read before a quotation and behind it. */
const WINDOW = 20_000;
/** Readings are kept of so many code units of sources: articles that cite one often cite it many times. */
const KEPT_UNITS = 500_000;
const readings = new RecentlyUsed<string, Reading>(KEPT_UNITS, ({ text }) => text.length);

/**
 * The figures of a quotation, read where it stands in its source, with what stands beside it there: a bound, a sign, the
 * head of a column, the language. A number that the quotation cuts in half is the whole number.
 */
export function readCitedAt(source: Source | undefined, text: string, passage: Range): CitedFigure[] {
  const from = text.length > 2 * WINDOW ? lineStart(text, Math.max(0, passage.start - WINDOW)) : 0;
  const window = text.length > 2 * WINDOW ? text.slice(from, passage.end + WINDOW) : text;
  const range = { start: passage.start - from, end: passage.end - from };
  const locale = sourceLanguage(source, text, lineAround(window, range));
  return overlapping(read(window, locale), range).map((figure) => toCited(figure, window));
}

/** As `readCitedAt`, of a quotation whose source is not at hand: it is read between the words kept with it. */
export function readCitedAlone(source: Source | undefined, citation: Citation): CitedFigure[] {
  const { exact = '', prefix = '', suffix = '' } = citation;
  const text = prefix + exact + suffix;
  const locale = sourceLanguage(source, text, text);
  const figures = recognizeFigures(text, { format: 'plaintext', ...(locale && { locale }) });
  return overlapping(figures, { start: prefix.length, end: prefix.length + exact.length }).map((figure) =>
    toCited(figure, text),
  );
}

function read(text: string, locale: Locale | undefined): readonly Figure[] {
  const key = `${locale}\n${text}`;
  const known = readings.get(key);
  if (known) return known.figures;
  const figures = recognizeFigures(text, locale ? { locale } : {});
  readings.set(key, { text, locale, figures });
  return figures;
}

function toCited(figure: Figure, text: string): CitedFigure {
  const { start, end } = figure;
  return { figure, text: text.slice(start, end).replace(/\s+/g, ' '), way: wayOf(text, start, end) };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineAround(text: string, { start, end }: Range): string {
  const stop = text.indexOf('\n', end);
  return text.slice(lineStart(text, start), stop < 0 ? text.length : stop);
}
