import type { Approximation, FigureKind } from '../../../../src/core/figures/figure';
import type { Range } from '../../../../src/core/text/range';

/** A figure the marks call checkable; `start` and `end` are UTF-16 offsets into the text without marks. */
export interface ExpectedFigure extends Range {
  readonly checkable: true;
  readonly text: string;
  readonly kind: FigureKind;
  /** Undefined for a vague figure. The lower end of a range, the first side of a score. */
  readonly value: number | undefined;
  /** The upper end of a range, the second side of a score. */
  readonly max: number | undefined;
  readonly unit: string | undefined;
  readonly approx: Approximation;
}

/** A number that must not be reported as checkable; whether it is reported at all is free. */
export interface ExpectedTrap extends Range {
  readonly checkable: false;
  readonly text: string;
}

export interface MarkedText {
  /** The copy without its marks: what the recognizer is given. */
  readonly text: string;
  /** In the order of the text. */
  readonly expected: readonly (ExpectedFigure | ExpectedTrap)[];
  /** What is wrong with the marks, one sentence each. The part at fault is left out of `expected`. */
  readonly problems: readonly string[];
}

// Mapped types, so that a kind or an approximation added to the core is a compile error here.
const kinds: { readonly [kind in FigureKind]: true } = {
  money: true,
  percent: true,
  points: true,
  multiple: true,
  count: true,
  age: true,
  duration: true,
  length: true,
  area: true,
  volume: true,
  weight: true,
  speed: true,
  power: true,
  energy: true,
  information: true,
  temperature: true,
  angle: true,
  ordinal: true,
  year: true,
  date: true,
  score: true,
  number: true,
  other: true,
};

const approximations: { readonly [approximation in Approximation]: true } = {
  exact: true,
  about: true,
  over: true,
  under: true,
  at_least: true,
  up_to: true,
  estimate: true,
  several: true,
  tens_of: true,
  hundreds_of: true,
};

/** The sentences of a corpus file, still marked: its lines without blank lines and `#` comments. */
export function markedSentences(file: string): string[] {
  return file.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** Takes the marks out of a sentence or a whole document. The format is described in the README beside this file. */
export function parseMarked(marked: string): MarkedText {
  const expected: (ExpectedFigure | ExpectedTrap)[] = [];
  const problems: string[] = [];
  let text = '';
  let from = 0;
  for (const mark of marked.matchAll(/«([^«»‹›]*)»|‹([^«»‹›]*)›/g)) {
    text += marked.slice(from, mark.index);
    from = mark.index + mark[0].length;
    const start = text.length;
    if (mark[2] !== undefined) {
      text += mark[2];
      expected.push({ checkable: false, start, end: text.length, text: mark[2] });
      continue;
    }
    // The last bar, because the marked text may itself run across a table cell or a link.
    const content = mark[1] ?? '';
    const bar = content.lastIndexOf('|');
    const copy = bar < 0 ? content : content.slice(0, bar);
    text += copy;
    const meaning = bar < 0 ? undefined : parseMeaning(content.slice(bar + 1));
    if (copy === '' || !meaning) problems.push(`Cannot read the mark ${mark[0]}.`);
    else expected.push({ checkable: true, start, end: text.length, text: copy, ...meaning });
  }
  text += marked.slice(from);
  if (/[«»‹›]/.test(text)) problems.push(`A mark is left open in: ${text}`);
  return { text, expected, problems };
}

type Meaning = Pick<ExpectedFigure, 'kind' | 'value' | 'max' | 'unit' | 'approx'>;

function parseMeaning(notation: string): Meaning | undefined {
  const [kind = '', values = '', unit = '', approx = 'exact', ...rest] = notation.split(' ');
  const [low = '', high, ...more] = values.split('..');
  const value = parseValue(low);
  const max = high === undefined ? undefined : parseValue(high);
  const readable = !Number.isNaN(value) && !Number.isNaN(max) && unit !== '';
  if (!readable || rest.length > 0 || more.length > 0 || !isKind(kind) || !isApproximation(approx)) return undefined;
  return { kind, value, max, unit: unit === '-' ? undefined : unit, approx };
}

/** NaN where the value cannot be read; undefined where the mark says there is none. */
function parseValue(notation: string): number | undefined {
  if (notation === '-') return undefined;
  const [, numerator, denominator = '1'] = /^(-?[0-9.]+(?:e[0-9]+)?)(?:\/([0-9]+))?$/.exec(notation) ?? [];
  return Number(numerator ?? Number.NaN) / Number(denominator);
}

function isKind(name: string): name is FigureKind {
  return Object.hasOwn(kinds, name);
}

function isApproximation(name: string): name is Approximation {
  return Object.hasOwn(approximations, name);
}
