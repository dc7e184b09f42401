import { APOSTROPHE, fail, isLineEnd, lineBreakAt, QUOTE, type Scanned, skipSpaces, trimmedEnd } from './houseText';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** Reads texts in quotes, on one line or on several. */
export class QuotedReader {
  readonly #text: string;
  #backslash = { from: Number.POSITIVE_INFINITY, at: -1 };
  #break = { from: Number.POSITIVE_INFINITY, at: -1 };

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * @param start the place of the opening mark.
   * @param column lines below have to be set in deeper than this; undefined for a text that has to end on its line.
   */
  read(start: number, column: number | undefined): Scanned<string> {
    const text = this.#text;
    const quote = text.charCodeAt(start);
    const mark = quote === QUOTE ? '"' : "'";
    let value = '';
    let from = start + 1;
    let close = -1;
    for (;;) {
      if (close < from) close = text.indexOf(mark, from);
      if (close < 0) fail();
      let at = close;
      const backslash = quote === QUOTE ? this.#nextBackslash(from) : -1;
      const isEscape = backslash >= 0 && backslash < at;
      if (isEscape) at = backslash;
      const lineBreak = this.#nextBreak(from);
      if (lineBreak >= 0 && lineBreak < at) {
        const line = text.slice(from, trimmedEnd(text, from, lineBreak));
        const folded = this.#fold(lineBreak, column ?? fail());
        value += line + folded.value;
        from = folded.end;
        continue;
      }
      value += text.slice(from, at);
      if (isEscape) {
        const escaped = readEscape(text, at);
        value += escaped.value;
        from = escaped.end;
      } else if (quote === APOSTROPHE && text.charCodeAt(at + 1) === APOSTROPHE) {
        value += "'";
        from = at + 2;
      } else return { value, end: at + 1 };
    }
  }

  /** What a line break inside of a text stands for: a single one is a space, each further one a line break. */
  #fold(lineBreak: number, column: number): Scanned<string> {
    const text = this.#text;
    let at = lineBreak;
    for (let breaks = 1; ; breaks++) {
      const start = at + 1;
      const content = skipSpaces(text, start);
      if (content >= text.length) fail();
      at = lineBreakAt(text, content);
      if (isLineEnd(text, content)) continue;
      if (content - start <= column) fail();
      if (content === start && (text.startsWith('---', content) || text.startsWith('...', content))) fail();
      return { value: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), end: content };
    }
  }

  /** The first backslash from here on; remembered, so that a file without any is searched once. */
  #nextBackslash(from: number): number {
    const known = this.#backslash;
    if (from < known.from || (known.at >= 0 && from > known.at))
      this.#backslash = { from, at: this.#text.indexOf('\\', from) };
    return this.#backslash.at;
  }

  #nextBreak(from: number): number {
    const known = this.#break;
    if (from < known.from || (known.at >= 0 && from > known.at))
      this.#break = { from, at: this.#text.indexOf('\n', from) };
    return this.#break.at;
  }
}

const ESCAPE = /\\(?:(["\\/ 0abefnrtvN_LP])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

function readEscape(text: string, at: number): Scanned<string> {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(text) ?? fail();
  const end = ESCAPE.lastIndex;
  if (match[1] !== undefined) return { value: ESCAPES[match[1]]!, end };
  const code = Number.parseInt(match[2] ?? match[3] ?? match[4]!, 16);
  return {
    value: code <= 0xffff ? String.fromCharCode(code) : code <= 0x10ffff ? String.fromCodePoint(code) : fail(),
    end,
  };
}
