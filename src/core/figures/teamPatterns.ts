import { overlapping } from '../text/overlapping';
import type { FigureKind } from './figure';
import type { FigureOptions, FigurePattern } from './figureOptions';
import { type PatternLine, PatternMatcher, patternCost } from './patternMatcher';
import { compilePattern, type Pattern } from './patterns';
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
  readonly matcher: PatternMatcher;
  /** See `patternCost`; of all together. */
  readonly cost: number;
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

interface Compiled {
  readonly never: FigureOptions['never'];
  readonly patterns: FigureOptions['patterns'];
  readonly team: TeamPatterns | undefined;
}

/** All articles of a folder are read by the same patterns. */
let latest: Compiled | undefined;

/** Compiles the patterns of the options. Undefined where there are none, so that nothing is spent on them. */
export function compileTeamPatterns({ never, patterns }: FigureOptions): TeamPatterns | undefined {
  if (never === undefined && patterns === undefined) return undefined;
  const isSame = latest !== undefined && latest.never === never && latest.patterns === patterns;
  const compiled = isSame ? latest : { never, patterns, team: compile(never ?? [], patterns ?? []) };
  latest = compiled;
  return compiled?.team;
}

function compile(never: readonly string[], patterns: readonly FigurePattern[]): TeamPatterns | undefined {
  const figures = withinBounds(patterns, ({ pattern }) => pattern).flatMap(({ pattern, kind, unit, checkable }) => {
    const compiled = compilePattern(pattern);
    if (compiled === undefined) return [];
    const known = kind !== undefined && KINDS.has(kind) ? (kind as FigureKind) : 'other';
    return [{ pattern: compiled, kind: known, unit, checkable: checkable ?? known !== 'other' }];
  });
  const excluded = withinBounds(never, (written) => written).flatMap((written) => compilePattern(written) ?? []);
  if (figures.length + excluded.length === 0) return undefined;
  const used = [...figures.map(({ pattern }) => pattern), ...excluded];
  const cost = used.reduce((sum, pattern) => sum + patternCost(pattern), 0);
  return { figures, never: excluded, matcher: new PatternMatcher(used), cost };
}

/** The first patterns of a list, as many as are used; `config.yaml` is told of the rest. */
function withinBounds<T>(all: readonly T[], text: (item: T) => string): readonly T[] {
  let units = 0;
  return all.slice(0, MOST_PATTERNS).filter((item) => {
    units += text(item).length;
    return units <= MOST_PATTERN_UNITS;
  });
}

/** The most patterns of either sort that are used, and the UTF-16 code units that they may have together. */
export const MOST_PATTERNS = 200;
export const MOST_PATTERN_UNITS = 5000;

/**
 * The most that looking for all patterns may cost in one article, so that no config makes a check of it take longer
 * than about a tenth of a second. 200 plain patterns are looked for in 25,000 characters, 20 in a quarter million.
 */
const MOST_COST = 5e6;

/** Whether a team's patterns are looked for in a text of so many UTF-16 code units: all of them, or none. */
export function arePatternsUsed(options: FigureOptions, length: number): boolean {
  return (compileTeamPatterns(options)?.cost ?? 0) * length <= MOST_COST;
}

/** Puts the team's figures in place of ours where they meet, and calls what is never a figure not checkable. */
export function applyTeamPatterns(scan: Scan, team: TeamPatterns): Found[] {
  const line = team.matcher.read(scan.line.codes, scan.line.length);
  const found = placeFigures(scan, team, line);
  for (const pattern of found.length > 0 ? team.never : []) {
    for (const { start, end } of team.matcher.find(pattern, line)) {
      // A figure that an open end reaches into, or that it only touches, is meant as a whole.
      for (const figure of overlapping(found, { start: start - 1, end: end + 1 })) {
        const begins = figure.start >= start || (pattern.openStart && figure.end >= start);
        const ends = figure.end <= end || (pattern.openEnd && figure.start <= end);
        if (begins && ends) figure.checkable = false;
      }
    }
  }
  return found;
}

/** Of two patterns that match in one place the one that stands last in the config counts. */
function placeFigures(scan: Scan, { figures, matcher }: TeamPatterns, line: PatternLine): Found[] {
  const taken = new Uint8Array(figures.length > 0 ? line.length : 0);
  const isFree = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (taken[at] === 1) return false;
    return true;
  };
  const own: Found[] = [];
  for (const { pattern, kind, unit, checkable } of figures.toReversed()) {
    for (const { start, end } of matcher.find(pattern, line)) {
      if (!isFree(start, end)) continue;
      const figure = newFound(start, end, kind);
      figure.unit = unit;
      figure.checkable = checkable;
      figure.value = firstNumber(scan, start, end);
      taken.fill(1, start, end);
      own.push(figure);
    }
  }
  const ours = own.length === 0 ? scan.found : scan.found.filter(({ start, end }) => isFree(start, end));
  return [...ours, ...own].sort((a, b) => a.start - b.start);
}

function firstNumber(scan: Scan, start: number, end: number): number | undefined {
  for (let at = start; at < end; at++)
    if (isDigit(scan.line.codes[at])) return readNumber(scan.line, at, scan.tables)?.value;
  return undefined;
}
