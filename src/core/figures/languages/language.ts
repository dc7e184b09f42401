import type { Approximation } from '../figure';

export type Locale = 'ja' | 'en' | 'zh';

/**
 * What the scanner has to know of one language: data, no code. To add a language, write one of
 * these and list it in `languages.ts`. Lists of words are separated by `|`; every character is
 * folded to its plainest form when the tables are built, so full-width and traditional forms need
 * no entry of their own.
 */
export interface Language {
  readonly locale: Locale;
  /** `kind:unit*factor` or `unit*factor` or `unit` → the ways of writing it after a number. */
  readonly units: Readonly<Record<string, string>>;
  /** Prefixes (`kilo` → キロ) and the unit names they stand before (`metre` → メートル). */
  readonly metric: {
    readonly prefixes: Readonly<Record<string, string>>;
    readonly stems: Readonly<Record<string, string>>;
  };
  /** Counters too short or too common to follow a lone kanji numeral: 一部, 一方, 十分 are words. */
  readonly strict: string;
  /** Words with a figure's look that are none: skipped whole. */
  readonly words: string;
  /**
   * Words that are a figure by themselves: `kind value unit approx` → 半数, doubled. `!` first: never checkable.
   * `?` behind the unit: what stands behind the word may tell another one (複数の企業).
   */
  readonly figures: Readonly<Record<string, string>>;
  /** Unit → nouns of what is counted by it, where a number or a vague word stands without a counter (150の国, 複数の企業). */
  readonly counted: Readonly<Record<string, string>>;
  /** Units that are noticed without a number too (℃, celsius): found, never checkable. */
  readonly mentions: Readonly<Record<string, string>>;
  /** Parts of a currency (銭, cents) and how many make one. They may follow the whole: 2222円13銭. */
  readonly minor: Readonly<Record<string, string>>;
  /** What a bare 元, ドル or `$` means when the text says nothing else. */
  readonly money: Readonly<Record<string, string>>;
  /** Words before a figure, next to it, that say how exact it is. */
  readonly before: Partial<Readonly<Record<Approximation, string>>>;
  /** Words after a figure, next to it. */
  readonly after: Partial<Readonly<Record<Approximation, string>>>;
  /** Words of forecast: before a figure in its clause, and after it. */
  readonly forecast: { readonly before: string; readonly after: string };
  /** Names of scales written after digits: `billion`, `億`. */
  readonly scales: Readonly<Record<string, number>>;
  /** What joins the two ends of a range in a script without spaces; `readRange` knows the words of others. */
  readonly rangeWords: string;
  /** Nouns that make 3つの… a list of the text's own points, not a count of things in the world. */
  readonly ownPoints: string;
  /** Places and names in the text that settle an ambiguous currency: `TWD` → 台湾. */
  readonly moneyHints: Readonly<Record<string, string>>;
}
