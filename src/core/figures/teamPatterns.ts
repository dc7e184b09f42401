import type { FigureKind } from './figure';
import type { FigureOptions } from './figureOptions';
import { compilePattern, matchPattern, type Pattern } from './patterns';
import { readNumber } from './reading/readNumber';
import { isDigit } from './scanning/characters';
import { type Found, newFound, type Scan } from './scanning/scan';

/** What a team adds to the recognizer and takes from it, ready for use. */
export interface TeamPatterns {
  readonly figures: readonly {
    readonly pattern: Pattern;
    readonly kind: FigureKind;
    readonly unit: string | undefined;
    readonly checkable: boolean;
  }[];
  readonly never: readonly Pattern[];
}

const KINDS: ReadonlySet<string> = new Set<FigureKind>([
  'money',
  'percent',
  'points',
  'multiple',
  'count',
  'age',
  'duration',
  'length',
  'area',
  'volume',
  'weight',
  'speed',
  'power',
  'energy',
  'information',
  'temperature',
  'angle',
  'ordinal',
  'year',
  'date',
  'score',
  'number',
  'other',
]);

/** Compiles the patterns of the options. Undefined where there are none, so that nothing is spent on them. */
export function compileTeamPatterns(options: FigureOptions): TeamPatterns | undefined {
  const figures = (options.patterns ?? []).flatMap(({ pattern, kind, unit, checkable }) => {
    const compiled = compilePattern(pattern);
    if (compiled === undefined) return [];
    const known = kind !== undefined && KINDS.has(kind) ? (kind as FigureKind) : 'other';
    return [{ pattern: compiled, kind: known, unit, checkable: checkable ?? known !== 'other' }];
  });
  const never = (options.never ?? []).flatMap((written) => compilePattern(written) ?? []);
  return figures.length + never.length === 0 ? undefined : { figures, never };
}

/** Puts the team's figures in place of ours where they meet, and calls what is never a figure not checkable. */
export function applyTeamPatterns(scan: Scan, team: TeamPatterns): Found[] {
  const { line } = scan;
  let found = scan.found;
  for (const { pattern, kind, unit, checkable } of team.figures) {
    for (const { start, end } of matchPattern(pattern, line.codes, line.length)) {
      const figure = newFound(start, end, kind);
      figure.unit = unit;
      figure.checkable = checkable;
      figure.value = firstNumber(scan, start, end);
      found = [...found.filter((other) => other.end <= start || other.start >= end), figure];
    }
  }
  for (const pattern of team.never) {
    for (const { start, end } of matchPattern(pattern, line.codes, line.length)) {
      for (const figure of found) if (figure.start >= start && figure.end <= end) figure.checkable = false;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function firstNumber(scan: Scan, start: number, end: number): number | undefined {
  for (let at = start; at < end; at++)
    if (isDigit(scan.line.codes[at])) return readNumber(scan.line, at, scan.tables)?.value;
  return undefined;
}
