import type { Range } from '../../text/range';
import { findMeaningWords, type MeaningWord } from './meaningWords';
import type { Statement } from './statement';

/** The words of a sentence that say what the passage's figures mean. */
export interface Meaning {
  /** Those of the clauses of the passage, and those of clauses without a figure of their own. */
  readonly owned: readonly MeaningWord[];
  /** Those of the passage's clauses alone. */
  readonly near: readonly MeaningWord[];
  /** The clauses whose words are owned. */
  readonly clauses: readonly Range[];
  readonly nearClauses: readonly Range[];
}

const BREAKS = /[、;:()「」『』\n]|,(?!\d)| (?:and|but|while|whereas|though|although|as)(?= )/gi;

/** Reads `within`, a part of the statement's text, for what it says of the figures in the passage. */
export function readMeaning(statement: Statement, within: Range): Meaning {
  const { text, script, range } = statement;
  const sentence = text.slice(within.start, within.end);
  const words = findMeaningWords(sentence.toLowerCase(), script).map((word) => ({
    ...word,
    start: word.start + within.start,
    end: word.end + within.start,
  }));
  const clauses: Range[] = [];
  let start = within.start;
  for (const match of sentence.matchAll(BREAKS)) {
    const at = within.start + match.index;
    // A bracket or a comma within the passage's own figure parts nothing.
    clauses.push({ start, end: at });
    start = at + match[0].length;
  }
  clauses.push({ start, end: within.end });
  const own = statement.figures.filter((figure) => figure.start < range.end && range.start < figure.end);
  const anchor = own.length > 0 ? { start: own[0]!.start, end: own.at(-1)!.end } : range;
  const nearClauses = clauses.filter((clause) => clause.start < anchor.end && anchor.start < clause.end);
  const isFree = (clause: Range) =>
    ![...text.slice(clause.start, clause.end).matchAll(/\d+/g)].some((digits) => {
      const at = clause.start + digits.index;
      return !numbersItem(text, at, at + digits[0].length) && !words.some((word) => word.start <= at && at < word.end);
    });
  const ownedClauses = clauses.filter((clause) => nearClauses.includes(clause) || isFree(clause));
  const inAny = (word: Range, of: readonly Range[]) =>
    of.some((clause) => clause.start <= word.start && word.start < clause.end);
  // A figure without a number is no quantity, whose words are compared otherwise: December, the first half.
  const compared = own.filter((figure) => figure.checkable || /\d/.test(text.slice(figure.start, figure.end)));
  const isWithinFigure = (word: Range) =>
    compared.some((figure) => word.start >= figure.start && word.end <= figure.end);
  const told = words.filter((word) => !isWithinFigure(word));
  return {
    owned: told.filter((word) => inAny(word, ownedClauses)),
    near: told.filter((word) => inAny(word, nearClauses)),
    clauses: ownedClauses,
    nearClauses,
  };
}

/** The 2 of an item `2. `, which is no figure that words could belong to. */
function numbersItem(text: string, start: number, end: number): boolean {
  return (start === 0 || text[start - 1] === '\n') && /^[.)．]\s?\S/.test(text.slice(end, end + 3));
}
