import { message } from '../model/message';
import { LineTable } from '../text/lineTable';
import { shorten } from '../text/shorten';
import type { ArticleRule } from './rule';

/** A figure without a source of its own that says again what is supported elsewhere in its article. */
export const figureRepeated: ArticleRule = {
  id: 'figure/repeated',
  level: 'hint',
  scope: 'article',
  needsWholeLibrary: true,
  *check({ path, text, coverage }, workspace) {
    if (text === undefined) return;
    const kinds = workspace.config.figures?.kinds;
    let lines: LineTable | undefined;
    for (const { figure, ...standing } of coverage) {
      if (standing.state !== 'repeated' || (kinds && !kinds.includes(figure.kind))) continue;
      const { of } = standing;
      lines ??= new LineTable(text);
      yield {
        file: path,
        range: { start: figure.start, end: figure.end },
        message: message('“{figure}” is sourced where it is said as “{words}”, on line {line}.', {
          figure: shorten(text.slice(figure.start, figure.end)),
          words: shorten(text.slice(of.start, of.end)),
          line: lines.position(of.start).line + 1,
        }),
        data: { article: path, state: 'repeated' },
        related: [{ file: path, range: { start: of.start, end: of.end }, message: message('Here it is sourced.') }],
      };
    }
  },
};
