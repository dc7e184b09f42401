import { captionOf, lastLineOf } from './captions';
import { isDigit } from './characters';
import { type HtmlTable, htmlTableKey } from './htmlTables';

/** Where in a Markdown document a line stands. Plain data, compared by `isSameState`. */
export interface BlockState {
  readonly mode: 'text' | 'front' | 'fence' | 'comment' | 'start';
  /** The fence that closes a code block. */
  readonly fence: string;
  /** The head of a table that the next line may confirm, or of the table the next line belongs to. */
  readonly head: string;
  readonly inTable: boolean;
  /** A unit that a caption gave for a whole table: (単位:億円). */
  readonly caption: string;
  /** The HTML table that the next line stands in. */
  readonly html: HtmlTable | undefined;
  /** What an indented line would be: code after a blank line, part of the item after a list. */
  readonly above: Above;
}

type Above = 'text' | 'blank' | 'list' | 'code';

export const FIRST_LINE: BlockState = {
  mode: 'start',
  fence: '',
  head: '',
  inTable: false,
  caption: '',
  html: undefined,
  above: 'blank',
};
const TEXT: BlockState = { ...FIRST_LINE, mode: 'text', above: 'text' };
/** Plain text under each kind of line, so that the same state is the same object. */
const TEXTS: Readonly<Record<Above, BlockState>> = {
  text: TEXT,
  blank: { ...TEXT, above: 'blank' },
  list: { ...TEXT, above: 'list' },
  code: { ...TEXT, above: 'code' },
};

/** What a line is, given the state before it, and the state it leaves behind. */
export interface Block {
  readonly next: BlockState;
  /** Nothing in it is read: front matter, code, comments, link definitions. */
  readonly skip: boolean;
  /** For a row of a table: the head line, else empty. */
  readonly head: string;
  readonly caption: string;
}

const LONG_ENOUGH_TO_WRAP = 40;
const LONGEST_SEGMENT = 4096;
const MOST_WRAPPED = 40;
/** As much of a line is looked at, in UTF-16 code units, to say what block it is of, and of the head of a table. */
const LONGEST_LINE = 400;
const LONGEST_HEAD = 4096;

/** How far behind the end of a piece `segmentEnd` may look to find it. */
export const SEGMENT_LOOKAHEAD = 8;

/**
 * Where the piece of text that begins at `start` ends: after its line, or after the last line of a
 * hard-wrapped English paragraph, or after a sentence where a line is very long. The text is read
 * piece by piece, and after an edit only the pieces it touched are read again.
 */
export function segmentEnd(text: string, start: number): number {
  let lineStart = start;
  for (let lines = 0; ; lines++) {
    const limit = Math.min(text.length, start + LONGEST_SEGMENT);
    const found = text.slice(lineStart, limit).indexOf('\n');
    const newline = found < 0 ? limit : lineStart + found;
    if (newline >= text.length) return text.length;
    if (newline - start >= LONGEST_SEGMENT) return sentenceCut(text, Math.max(lineStart, start + LONGEST_SEGMENT / 2));
    if (lines >= MOST_WRAPPED || !isWrapped(text, lineStart, newline)) return newline + 1;
    lineStart = newline + 1;
  }
}

/** The first end of a sentence or a line from a place on, or the end of the text. */
function sentenceCut(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3002 || code === 0x0a) return at + 1;
    const stop = code === 0x2e || code === 0x21 || code === 0x3f;
    if (
      stop &&
      text.charCodeAt(at + 1) === 0x20 &&
      text.charCodeAt(at + 2) !== 0x20 &&
      !isDigit(text.charCodeAt(at - 1))
    )
      return Math.min(at + 2, text.length);
  }
  return text.length;
}

/** Whether a newline only wraps a line of prose: letters before it, a small letter or a digit behind it. */
function isWrapped(text: string, lineStart: number, newline: number): boolean {
  if (newline - lineStart < LONG_ENOUGH_TO_WRAP || newline + 1 >= text.length) return false;
  const before = text.charCodeAt(newline - 1);
  const after = text.charCodeAt(newline + 1);
  const lower = after >= 0x61 && after <= 0x7a;
  if (!lower && !isDigit(after)) return false;
  if (isDigit(after) && /^\d{1,3}[.)、]/.test(text.slice(newline + 1, newline + 5))) return false;
  const first = text.charCodeAt(lineStart);
  if (first === 0x7c || first === 0x23 || first === 0x60) return false;
  const letter = before | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(before) || before === 0x2c;
}

/**
 * Reads one piece of a Markdown text for what it is. With `indented`, four spaces under a blank line
 * make code, as in a file that is known to be Markdown; plain articles indent their paragraphs.
 */
export function readBlock(text: string, start: number, end: number, state: BlockState, indented: boolean): Block {
  const first = firstVisible(text, start, end);
  const reads = state.mode === 'text' || state.mode === 'start';
  if (!indented || !reads) return readLine(text, start, end, first, state);
  const above = aboveNext(text, start, first, end, state.above);
  const block = above === 'code' && first < end ? { ...PLAIN, skip: true } : readLine(text, start, end, first, state);
  if (block.next.mode !== 'text' || block.next.above === above) return block;
  return { ...block, next: block.next === TEXT ? TEXTS[above] : { ...block.next, above } };
}

function aboveNext(text: string, start: number, first: number, end: number, above: Above): Above {
  if (first >= end) return above === 'text' ? 'blank' : above;
  const code = text.charCodeAt(first);
  const deep = text.charCodeAt(start) === 0x09 || (first - start >= 4 && text.startsWith('    ', start));
  if (deep && (above === 'blank' || above === 'code')) return 'code';
  const bullet = code === 0x2d || code === 0x2a || code === 0x2b || code === 0x2022 || isDigit(code);
  if (bullet && /^([-*+•]|\d{1,3}[.)]) /.test(text.slice(first, first + 6))) return 'list';
  return deep && above === 'list' ? 'list' : 'text';
}

function readLine(text: string, start: number, end: number, first: number, state: BlockState): Block {
  const code = first < end ? text.charCodeAt(first) : 0;
  const reads = state.mode === 'text' || state.mode === 'start';
  if (reads && !state.inTable && state.head === '' && state.caption === '' && !OPENS[code]) {
    return first >= end ? BLANK : PLAIN;
  }
  const line = text.slice(first, Math.min(end, first + (code === 0x7c ? LONGEST_HEAD : LONGEST_LINE))).trimEnd();
  if (state.mode === 'start' && first === start && line === '---')
    return { next: { ...TEXT, mode: 'front' }, skip: true, head: '', caption: '' };
  if (state.mode === 'front') {
    const closes = line === '---' || line === '...';
    return { next: closes ? TEXT : state, skip: true, head: '', caption: '' };
  }
  if (state.mode === 'fence') {
    const closes = line.startsWith(state.fence) && line.replaceAll(state.fence[0]!, '') === '';
    return { next: closes ? TEXT : state, skip: true, head: '', caption: '' };
  }
  if (state.mode === 'comment') {
    return { next: text.slice(start, end).includes('-->') ? TEXT : state, skip: true, head: '', caption: '' };
  }
  const fence = /^(`{3,}|~{3,})/.exec(line);
  if (fence !== null && !(fence[1]![0] === '`' && line.slice(fence[1]!.length).includes('`'))) {
    return { next: { ...TEXT, mode: 'fence', fence: fence[1]! }, skip: true, head: '', caption: '' };
  }
  if (line.startsWith('<!--')) {
    const closed = text.slice(start, end).includes('-->');
    return { next: closed ? TEXT : { ...TEXT, mode: 'comment' }, skip: true, head: '', caption: '' };
  }
  if (/^\[[^\]^]+\]: *\S/.test(line)) return { next: TEXT, skip: true, head: '', caption: '' };
  if (line.includes('|')) return readRow(line, state);
  const seen = line.startsWith('<') && state.html === undefined ? lastLineOf(line) : line;
  const caption = captionOf(seen);
  const isEmpty = seen === '';
  const given = caption !== '' ? caption : isEmpty && !state.inTable ? state.caption : '';
  return { next: given === '' ? TEXT : { ...TEXT, caption: given }, skip: false, head: '', caption: '' };
}

function readRow(line: string, state: BlockState): Block {
  const rule = /^[|:\-\s]+$/.test(line) && line.includes('-');
  if (rule && state.head !== '')
    return { next: { ...state, mode: 'text', inTable: true }, skip: true, head: '', caption: '' };
  if (state.inTable) return { next: state, skip: false, head: state.head, caption: state.caption };
  return { next: { ...TEXT, head: line, caption: state.caption }, skip: false, head: '', caption: '' };
}

/** Whether what follows one state is read as what follows the other. */
export function isSameState(one: BlockState, other: BlockState): boolean {
  return one === other || stateKey(one) === stateKey(other);
}

/** A string that two states share only if they are the same. */
function stateKey(state: BlockState): string {
  if (state === TEXT) return '';
  let key = keys.get(state);
  if (key === undefined) {
    key = `${state.mode}\n${state.above}\n${state.fence}\n${state.inTable}\n${state.caption}\n${state.head}\n${htmlTableKey(state.html)}`;
    keys.set(state, key);
  }
  return key;
}

/** The rows of a table share their state, and its head may be long. */
const keys = new WeakMap<BlockState, string>();

const PLAIN: Block = { next: TEXT, skip: false, head: '', caption: '' };
const BLANK: Block = PLAIN;
const OPENS = opens();

/** Characters that a line of some importance to the state may begin with; a table row may begin with any, hence `|` is looked for apart. */
function opens(): Uint8Array {
  const bits = new Uint8Array(0x10000);
  for (const character of '-`~<[|(（単单Uu【図表TtFfEeCcAaIiVvNnDd') bits[character.charCodeAt(0)] = 1;
  return bits;
}

function firstVisible(text: string, start: number, end: number): number {
  let at = start;
  while (
    at < end &&
    (text.charCodeAt(at) === 0x20 ||
      text.charCodeAt(at) === 0x0a ||
      text.charCodeAt(at) === 0x0d ||
      text.charCodeAt(at) === 0x09 ||
      text.charCodeAt(at) === 0xfeff)
  )
    at++;
  return at;
}
