import type { Figure } from '../../figures/figure';
import { recognizeFigures } from '../../figures/recognizeFigures';
import type { Range } from '../../text/range';
import type { Script } from './meaningWords';
import { type PlainText, readPlain } from './readPlain';
import { type TableHeads, tableHeadsAt } from './tableHeads';

/** A passage within what its reader sees around it. Offsets are those of `plain.text` unless they are called raw. */
export interface Statement {
  readonly plain: PlainText;
  readonly text: string;
  readonly range: Range;
  /** The sentence, line or cell that says what the passage's figures are. */
  readonly sentence: Range;
  /** Whether the sentence may have gone on beyond what is known of the text. */
  readonly isCut: { readonly start: boolean; readonly end: boolean };
  readonly figures: readonly Figure[];
  readonly script: Script;
  /** What heads the row and the column of a cell; undefined where there is no table, or not enough of it is known. */
  readonly heads: TableHeads | undefined;
}

/** So much around a passage is looked at, in UTF-16 code units of the raw text, since markup takes room. */
const rawReach = 320;
/** A sentence is followed so far, and figures are read with so much around them. */
const sentenceReach = 140;
const readingReach = 24;

/**
 * @param range the passage in `text`
 * @param isWhole whether `text` is a whole text, or words that were cut from one
 * @param most how many code units of plain text on either side are read with the figures at the most
 */
export function readStatement(
  text: string,
  range: Range,
  isWhole: { readonly start: boolean; readonly end: boolean },
  most: { readonly before: number; readonly after: number } = { before: readingReach, after: readingReach },
  knownHeads?: TableHeads,
): Statement {
  const from = Math.max(0, range.start - rawReach);
  const to = Math.min(text.length, range.end + rawReach);
  const plain = readPlain(text, from, to, from > 0 || !isWhole.start);
  const inPlain = { start: plainOffset(plain, range.start), end: plainOffset(plain, range.end) };
  const sentence = sentenceAround(plain.text, inPlain);
  const readFrom = Math.max(0, inPlain.start - Math.min(readingReach, most.before));
  const readTo = Math.min(plain.text.length, inPlain.end + Math.min(readingReach, most.after));
  let figures: readonly Figure[] | undefined;
  let script: Script | undefined;
  let heads: { readonly read: TableHeads | undefined } | undefined;
  // What two statements are compared by is read once it is asked for: most have nothing to compare.
  return {
    plain,
    text: plain.text,
    range: inPlain,
    sentence,
    isCut: {
      start: sentence.start === 0 ? from > 0 || !isWhole.start : !isEdge(plain.text, sentence.start - 1),
      end:
        sentence.end === plain.text.length
          ? to < text.length || !isWhole.end
          : !isEdge(plain.text, sentence.end) && !isEdge(plain.text, sentence.end - 1),
    },
    get figures() {
      figures ??= readFigures(plain.text, readFrom, readTo);
      return figures;
    },
    get script() {
      script ??= scriptOf(plain.text.slice(sentence.start, sentence.end));
      return script;
    },
    get heads() {
      heads ??= { read: knownHeads ?? (isWhole.start ? tableHeadsAt(text, range.start) : undefined) };
      return heads.read;
    },
  };
}

/** Where a sentence, a line or a cell ends or begins, whatever stands beyond. */
function isEdge(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '|' || text[at] === ' ' || endsSentence(text, at);
}

/** Joins nothing and does not show: an excerpt begins in the middle of a line, whose start is no start of a list. */
const zeroWidth = '\u200b';

/** So many readings are kept: a passage that stands as it stood, and one that is looked for again, read the same. */
const mostKept = 256;
const keptReadings = new Map<string, readonly Figure[]>();

function readFigures(text: string, from: number, to: number): readonly Figure[] {
  const words = text.slice(from, to);
  const known = keptReadings.get(words);
  const figures = known ?? recognizeFigures(zeroWidth + words, { format: 'plaintext' });
  if (!known) {
    if (keptReadings.size >= mostKept) keptReadings.delete(keptReadings.keys().next().value!);
    keptReadings.set(words, figures);
  }
  return figures.map((figure) => ({ ...figure, start: figure.start - 1 + from, end: figure.end - 1 + from }));
}

/** The offset in the plain text of a raw one: of what stands there, or of what comes next. */
export function plainOffset({ map }: PlainText, raw: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]! < raw) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A range of the plain text in the raw one. */
export function rawRange({ map }: PlainText, { start, end }: Range): Range {
  return { start: map[start]!, end: end > start ? map[end - 1]! + 1 : map[start]! };
}

function sentenceAround(text: string, { start, end }: Range): Range {
  const line = text.lastIndexOf('\n', start - 1);
  const isRow =
    text[line + 1] === '|' || (text.includes('|') && /^[^\n]*\|[^\n]*\|/.test(text.slice(line + 1, line + 400)));
  const ends = (at: number) => text[at] === '\n' || (isRow && text[at] === '|') || endsSentence(text, at);
  let from = start;
  while (from > 0 && start - from < sentenceReach && !ends(from - 1)) from--;
  let to = end;
  if (to > start && endsSentence(text, to - 1)) return { start: from, end: to };
  while (to < text.length && to - end < sentenceReach && text[to] !== '\n' && !(isRow && text[to] === '|')) {
    to++;
    if (endsSentence(text, to - 1)) break;
  }
  while (from < start && text[from] === ' ') from++;
  return { start: from, end: to };
}

export function endsSentence(text: string, at: number): boolean {
  const character = text[at]!;
  if (character === '。' || character === '!' || character === '?') return true;
  if (character !== '.') return false;
  const next = text[at + 1];
  // Beside a bracket of full width no space is left.
  if (next !== undefined && !/[ \n"「」『』《》【】]/u.test(next)) return false;
  return (
    !/(?:\b(?:mr|mrs|ms|dr|st|inc|corp|co|ltd|no|vs|approx|u\.s|u\.k|[a-z])|\d)$/i.test(
      text.slice(Math.max(0, at - 8), at),
    ) || /\d/.test(text[at - 1] ?? '')
  );
}

/** In which script a sentence is written; Chinese without kana. */
export function scriptOf(text: string): Script {
  // ・ stands before the items of Chinese lists too.
  if (/[\u3041-\u30fa\u30fc-\u30ff円]/.test(text)) return 'ja';
  return /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en';
}
