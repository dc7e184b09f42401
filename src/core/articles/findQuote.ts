import type { Range } from '../text/range';

/** A text made ready for looking quotations up in it. */
export interface QuoteIndex {
  readonly text: string;
  readonly folded: string;
  /** For each code unit of `folded`, where it stands in `text`; one more for the end. */
  readonly at: Uint32Array;
}

const quoteMarks: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-', '—': '-' };

/**
 * Folds what differs between a page and what is copied from it: white space (line breaks in Japanese
 * included), full-width letters and digits, curly quotation marks, and Markdown's emphasis marks.
 */
export function indexQuotes(text: string): QuoteIndex {
  const at = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const folded = foldUnit(text[i]!, text.charCodeAt(i));
    if (folded === '') continue;
    parts.push(folded);
    at[length++] = i;
  }
  at[length] = text.length;
  return { text, folded: parts.join(''), at };
}

/** What `foldUnit` drops, and what it replaces. */
const DROPPED = /[\u0000-\u0020\u00a0\u3000\u200b\ufeff*`]+/g;
const REPLACED = /[\uff01-\uff5e“”‘’–—]/g;

/** The `folded` of `indexQuotes`, without the places. */
function fold(text: string): string {
  return text.replace(DROPPED, '').replace(REPLACED, (unit) => foldUnit(unit, unit.charCodeAt(0)));
}

function foldUnit(unit: string, code: number): string {
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff) return '';
  if (unit === '*' || unit === '`') return '';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return quoteMarks[unit] ?? unit;
}

/**
 * Where the quoted words stand in the source's text, or undefined where they do not. Of several places
 * the one whose surroundings agree longest with `prefix` and `suffix` is taken, of equal ones the first that cuts no
 * number: 3割 is rather quoted from 3割 than from 13割.
 */
export function findQuote(
  index: QuoteIndex,
  quote: { readonly exact: string; readonly prefix?: string | undefined; readonly suffix?: string | undefined },
): Range | undefined {
  const exact = fold(quote.exact);
  if (exact === '') return undefined;
  const prefix = fold(quote.prefix ?? '');
  const suffix = fold(quote.suffix ?? '');
  let best: { score: number; start: number } | undefined;
  for (
    let start = index.folded.indexOf(exact), seen = 0;
    start >= 0 && seen < 1000;
    start = index.folded.indexOf(exact, start + 1), seen++
  ) {
    const end = start + exact.length;
    const score =
      agreeingEnd(index.folded, start, prefix) +
      agreeingStart(index.folded, end, suffix) -
      (cutsNumber(index.folded, start) || cutsNumber(index.folded, end) ? CUT : 0);
    if (!best || score > best.score) best = { score, start };
  }
  if (!best) return undefined;
  return { start: index.at[best.start]!, end: index.at[best.start + exact.length - 1]! + 1 };
}

/** Less than any agreement of the surroundings. */
const CUT = 0.5;

function cutsNumber(text: string, at: number): boolean {
  return /[\d.,][\d.,]/.test(text.slice(Math.max(0, at - 1), at + 1)) && /\d/.test(text.slice(at, at + 1));
}

function agreeingEnd(text: string, end: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && n < end && text[end - 1 - n] === prefix[prefix.length - 1 - n]) n++;
  return n;
}

function agreeingStart(text: string, start: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[start + n] === suffix[n]) n++;
  return n;
}
