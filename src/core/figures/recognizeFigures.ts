import type { Figure } from './figure';
import { createFigureIndex } from './figureIndex';
import type { FigureOptions } from './figureOptions';

/** The options of `recognizeFigures`, by the name its callers use. */
export type RecognizeOptions = FigureOptions;

/**
 * Every figure of a text, in order, none over another; offsets are UTF-16. Reads Markdown as its
 * reader would (front matter, code and link targets are passed by). Takes time in proportion to the
 * text whatever it holds, and never throws. For a text that is being typed in, keep a
 * `createFigureIndex`.
 */
export function recognizeFigures(text: string, options: FigureOptions = {}): Figure[] {
  return [...createFigureIndex(text, options).figures];
}
