import type { Locale } from './language';

/** What of a figure a word decides. */
export type MeaningKind = 'direction' | 'counted' | 'subject' | 'per' | 'period' | 'exactness';

/** Lists of words, separated by `|`. English has them before the date, Japanese and Chinese behind it. */
export interface DatedWords {
  readonly before: string;
  readonly after: string;
  /** May be said of that day itself, and of a span that begins or ends with it. */
  readonly open: string;
  /** May stand between such a word and the date. */
  readonly between: string;
}

/**
 * Lists of words, separated by `|`. In English and Chinese a verb and a small word stand before the figure, in Japanese
 * both behind it, the small word first. A verb without any is of so much.
 */
export interface LeadWords {
  readonly verbs: string;
  readonly to: string;
  readonly by: string;
  readonly from: string;
  /** May stand between them. */
  readonly between: string;
}

/**
 * Words that make a figure another one without touching its digits: data, no code. Lists of words are separated by
 * `|`; letters are small, characters folded to their plainest form.
 */
export interface MeaningLanguage {
  readonly locale: Locale;
  /**
   * `kind group member` → words. Members of one group exclude each other: where one stood and another stands, the
   * figure is another. Words for a rise or a fall, a profit or a loss stand in `ways.ts`. With `!` before the kind, it is another one too where one came or went.
   */
  readonly words: Readonly<Record<string, string>>;
  /** `kind group` → an expression whose matches are members of the group by their own words; `!` as above. */
  readonly patterns: Readonly<Record<string, RegExp>>;
  /**
   * Small words that lead to what a figure is said of, and those that say the opposite of them: where one stands in the
   * other's place, the figure is another. Words of a side are separated by `|`, the sides by ` / `.
   */
  readonly opposites: readonly string[];
  /** What a form of address or an office adds to the name of a person. */
  readonly titles: string;
  /** Words for a subject already named: they stand for any name. */
  readonly pronouns: string;
  /** Words that only say that something is so, or who said it; they may stand for any verb. */
  readonly neutral: string;
  /** Words beside a figure that say that it comes close from below, which `Approximation` calls about. */
  readonly nearly: string;
  /** Words beside a year or a day that say on which side of it something is. */
  readonly dated: DatedWords;
  /** Words beside a figure that say whether a change led to it or was of so much. */
  readonly leads: LeadWords;
  /** Words of exactness that may stand away from the figure in its clause, by `Approximation`. */
  readonly away: Readonly<Record<string, string>>;
}
