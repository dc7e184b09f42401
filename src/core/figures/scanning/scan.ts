import type { Approximation, FigureKind } from '../figure';
import type { Cells } from './columns';
import type { Line } from './line';
import type { Tables } from './tables';

/** A figure as the scanner leaves it: places are those of the clean line, not of the text. */
export interface Found {
  start: number;
  end: number;
  kind: FigureKind;
  value: number | undefined;
  max: number | undefined;
  unit: string | undefined;
  approx: Approximation;
  /** See `Quantity.scale`. */
  scale: number | undefined;
  checkable: boolean;
  /** See `Quantity.exact`: of the value and of the upper end. */
  exact?: readonly (string | undefined)[];
  /** Group of currencies whose shared name this is (`dollar`, `yuan`, `yen`); settled once the text is read. */
  loose: string | undefined;
}

/** A mention that helps to settle an ambiguous currency. */
export interface MoneyHint {
  readonly group: string;
  readonly code: string;
}

/** What one line is read with and into. */
export interface Scan {
  readonly line: Line;
  readonly tables: Tables;
  readonly found: Found[];
  readonly hints: MoneyHint[];
  /** In a table: what is known of each cell. */
  readonly cells: Cells | undefined;
}

/** A figure that nothing is known of yet but where it stands. */
export function newFound(start: number, end: number, kind: FigureKind): Found {
  return {
    start,
    end,
    kind,
    value: undefined,
    max: undefined,
    unit: undefined,
    approx: 'exact',
    scale: undefined,
    checkable: true,
    loose: undefined,
  };
}

/** Something that looks like a figure and is none to source: a name, a label, a date. */
export function setAside(start: number, end: number, kind: FigureKind = 'other'): Found {
  return { ...newFound(start, end, kind), checkable: false };
}
