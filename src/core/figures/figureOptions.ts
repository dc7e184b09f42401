import type { FigureKind } from './figure';
import type { Locale } from './languages/language';

/** A team's own pattern, as `config.yaml` holds it. See `docs/figures.md` for the pattern language. */
export interface FigurePattern {
  readonly pattern: string;
  /** What a match counts as; `other` (recognized, needs no source) unless given. */
  readonly kind?: FigureKind | string | undefined;
  readonly unit?: string | undefined;
  /** Whether a match needs a source. True unless given, false for kind `other`. */
  readonly checkable?: boolean | undefined;
}

/** How a text is read. Everything may be left out. */
export interface FigureOptions {
  /** The language of the text. Left out, it is detected for each paragraph by its script. */
  readonly locale?: Locale;
  /** `plaintext` reads every character as it stands. Left out, Markdown markup is passed by. */
  readonly format?: 'markdown' | 'plaintext';
  /** Kinds to report as checkable; the others are still found. All, if left out. */
  readonly kinds?: readonly FigureKind[];
  /** The team's own figures. Where one overlaps a figure of ours, the team's wins. */
  readonly patterns?: readonly FigurePattern[];
  /** Patterns of what is never a figure to source: a figure inside or equal to a match is not checkable. */
  readonly never?: readonly string[];
}
