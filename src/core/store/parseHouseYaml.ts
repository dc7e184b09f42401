import type { YamlValue } from './toData';
import { resolvePlain } from './toYaml';

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

const MAX_DEPTH = 24;
/** Characters that no text in a common file has: what they mean is left to the full parser. */
const UNCOMMON = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\r(?!\n)/;
/** First characters with a meaning of their own in YAML, and `.`, which may start a number or end a document. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`.='].map((character) => character.charCodeAt(0)));

/** Thrown and caught in this file only: the text uses what this parser does not read. */
const NOT_HOUSE_STYLE = new Error('not house style');

/**
 * Reads YAML as this program and most people write it: block mappings and lists, values and flow collections
 * that end on their line, comments, quotes. About fifty times as fast as a full parser, which is what makes
 * thousands of store files quick to open. Returns undefined for everything else, also for what is wrong:
 * then the full parser decides. A property test holds the two to the same answers.
 */
export function parseHouseYaml(text: string): { readonly value: YamlValue } | undefined {
  if (UNCOMMON.test(text)) return undefined;
  try {
    return { value: new HouseParser(text).parse() };
  } catch (error) {
    if (error === NOT_HOUSE_STYLE) return undefined;
    throw error;
  }
}

class HouseParser {
  readonly #text: string;
  /** The first character of the present line that is no space; the end of the text after the last line. */
  #position = 0;
  #column = 0;
  #depth = 0;
  #backslash = { from: Number.POSITIVE_INFINITY, at: -1 };

  constructor(text: string) {
    this.#text = text;
  }

  parse(): YamlValue {
    this.#toContent(0);
    if (this.#position === this.#text.length) return null;
    if (this.#column !== 0) throw NOT_HOUSE_STYLE;
    const value = this.#block(0);
    if (this.#position !== this.#text.length) throw NOT_HOUSE_STYLE;
    return value;
  }

  /** Goes from the start of a line to the first line that is neither empty nor a comment. */
  #toContent(lineStart: number): void {
    const text = this.#text;
    let start = lineStart;
    for (;;) {
      let at = start;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      if (at >= text.length) {
        this.#position = text.length;
        this.#column = -1;
        return;
      }
      if (code === HASH) {
        const end = text.indexOf('\n', at);
        start = end < 0 ? text.length : end + 1;
      } else if (code === NEWLINE) start = at + 1;
      else if (code === RETURN) start = at + 2;
      else {
        this.#position = at;
        this.#column = at - start;
        if (this.#column === 0 && (text.startsWith('---', at) || text.startsWith('...', at))) throw NOT_HOUSE_STYLE;
        return;
      }
    }
  }

  /** Ends the present line behind a value: only spaces and a comment may follow. */
  #endLine(from: number): void {
    const text = this.#text;
    let at = from;
    while (text.charCodeAt(at) === SPACE) at++;
    const code = text.charCodeAt(at);
    if (code === HASH && (at === from || text.charCodeAt(at - 1) !== SPACE)) throw NOT_HOUSE_STYLE;
    if (at < text.length && code !== HASH && code !== NEWLINE && code !== RETURN) throw NOT_HOUSE_STYLE;
    const end = text.indexOf('\n', at);
    this.#toContent(end < 0 ? text.length : end + 1);
  }

  #block(column: number): YamlValue {
    if (++this.#depth > MAX_DEPTH) throw NOT_HOUSE_STYLE;
    const value = this.#isItem() ? this.#list(column) : this.#mapping(column);
    this.#depth--;
    return value;
  }

  #isItem(): boolean {
    return this.#text.charCodeAt(this.#position) === DASH && this.#text.charCodeAt(this.#position + 1) === SPACE;
  }

  #mapping(column: number): YamlValue {
    const record: Record<string, YamlValue> = {};
    while (this.#column === column && !this.#isItem()) {
      const { key, end } = this.#key(this.#position) ?? fail();
      addKey(record, key, this.#valueOf(end, column));
    }
    if (this.#column > column) throw NOT_HOUSE_STYLE;
    return record;
  }

  #list(column: number): YamlValue {
    const items: YamlValue[] = [];
    while (this.#column === column && this.#isItem()) {
      let at = this.#position + 2;
      while (this.#text.charCodeAt(at) === SPACE) at++;
      const code = this.#text.charCodeAt(at);
      const inner = column + at - this.#position;
      const isPlainKey = code !== OPEN_MAP && code !== OPEN_LIST && this.#key(at) !== undefined;
      if (isPlainKey) {
        this.#position = at;
        this.#column = inner;
        items.push(this.#block(inner));
      } else if (this.#isLineEnd(at) || code === HASH) throw NOT_HOUSE_STYLE;
      else items.push(this.#inline(at, column));
    }
    if (this.#column > column) throw NOT_HOUSE_STYLE;
    return items;
  }

  #isLineEnd(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return at >= this.#text.length || code === NEWLINE || code === RETURN;
  }

  /** The key that starts here, and the place behind its colon; undefined when the line has none. */
  #key(start: number): { key: string; end: number } | undefined {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) {
      const { value, end } = this.#quoted(start, code);
      if (text.charCodeAt(end) !== COLON) return undefined;
      return this.#isSpaceOrEnd(end + 1) ? { key: value, end: end + 1 } : fail();
    }
    if (INDICATORS.has(code)) return undefined;
    // Searched in a slice, so that what the line lacks is not looked for in the whole file.
    const next = text.indexOf('\n', start);
    const line = text.slice(start, Math.min(next < 0 ? text.length : next, start + 1000));
    let at = line.indexOf(':');
    while (at >= 0 && !this.#isSpaceOrEnd(start + at + 1)) at = line.indexOf(':', at + 1);
    if (at < 0) return undefined;
    const key = line.slice(0, at);
    if (key.includes(' #')) return undefined;
    return { key: key.endsWith(' ') ? key.trimEnd() : key, end: start + at + 1 };
  }

  #isSpaceOrEnd(at: number): boolean {
    return this.#text.charCodeAt(at) === SPACE || this.#isLineEnd(at);
  }

  /** The value behind a colon, on this line or on the lines below that are set in deeper. */
  #valueOf(from: number, column: number): YamlValue {
    const text = this.#text;
    let at = from;
    while (text.charCodeAt(at) === SPACE) at++;
    if (!this.#isLineEnd(at) && text.charCodeAt(at) !== HASH) return this.#inline(at, column);
    this.#endLine(from);
    if (this.#column > column || (this.#column === column && this.#isItem())) return this.#block(this.#column);
    return null;
  }

  /** A value that ends on its line. The next line may not be set in deeper, for it would go on there. */
  #inline(start: number, column: number): YamlValue {
    const text = this.#text;
    const code = text.charCodeAt(start);
    let value: YamlValue;
    if (code === QUOTE || code === APOSTROPHE) {
      const quoted = this.#quoted(start, code);
      value = quoted.value;
      this.#endLine(quoted.end);
    } else if (code === OPEN_MAP || code === OPEN_LIST) {
      const flow = this.#flow(start, 0);
      value = flow.value;
      this.#endLine(flow.end);
    } else {
      const next = text.indexOf('\n', start);
      let end = next < 0 ? text.length : next;
      const comment = text.slice(start, end).indexOf(' #');
      if (comment >= 0) end = start + comment;
      while (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === RETURN) end--;
      const plain = text.slice(start, end);
      const isNumber = code === DASH && plain.length > 1;
      if ((INDICATORS.has(code) && !isNumber) || plain.includes(': ') || plain.endsWith(':')) throw NOT_HOUSE_STYLE;
      value = resolvePlain(plain);
      if (isNumber && typeof value !== 'number') throw NOT_HOUSE_STYLE;
      this.#toContent(next < 0 ? text.length : next + 1);
    }
    if (this.#column > column) throw NOT_HOUSE_STYLE;
    return value;
  }

  #quoted(start: number, quote: number): { value: string; end: number } {
    const text = this.#text;
    const mark = quote === QUOTE ? '"' : "'";
    let value = '';
    let from = start + 1;
    let close = -1;
    for (;;) {
      if (close < from) close = text.indexOf(mark, from);
      if (close < 0) throw NOT_HOUSE_STYLE;
      let at = close;
      const backslash = quote === QUOTE ? this.#nextBackslash(from) : -1;
      const isEscape = backslash >= 0 && backslash < at;
      if (isEscape) at = backslash;
      const part = text.slice(from, at);
      if (part.includes('\n')) throw NOT_HOUSE_STYLE;
      value += part;
      if (isEscape) {
        const escaped = /\\(?:(["\\/ntr])|u([0-9a-fA-F]{4}))/y;
        escaped.lastIndex = at;
        const match = escaped.exec(text) ?? fail();
        value += match[1] ? ESCAPES[match[1]]! : String.fromCharCode(Number.parseInt(match[2]!, 16));
        from = escaped.lastIndex;
      } else if (quote === APOSTROPHE && text.charCodeAt(at + 1) === APOSTROPHE) {
        value += "'";
        from = at + 2;
      } else return { value, end: at + 1 };
    }
  }

  /** The first backslash from here on; remembered, so that a file without any is searched once. */
  #nextBackslash(from: number): number {
    const known = this.#backslash;
    if (from < known.from || (known.at >= 0 && from > known.at)) {
      this.#backslash = { from, at: this.#text.indexOf('\\', from) };
    }
    return this.#backslash.at;
  }

  #flow(start: number, depth: number): { value: YamlValue; end: number } {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) return this.#quoted(start, code);
    if (code !== OPEN_MAP && code !== OPEN_LIST) return this.#flowPlain(start);
    if (depth > MAX_DEPTH) throw NOT_HOUSE_STYLE;
    const isList = code === OPEN_LIST;
    const items: YamlValue[] = [];
    const record: Record<string, YamlValue> = {};
    let at = this.#skipSpaces(start + 1);
    if (text.charCodeAt(at) === (isList ? CLOSE_LIST : CLOSE_MAP))
      return { value: isList ? items : record, end: at + 1 };
    for (;;) {
      if (isList) {
        const item = this.#flow(at, depth + 1);
        items.push(item.value);
        at = item.end;
      } else {
        const { key, end } = this.#flowKey(at);
        const item = this.#flow(this.#skipSpaces(end), depth + 1);
        addKey(record, key, item.value);
        at = item.end;
      }
      at = this.#skipSpaces(at);
      const next = text.charCodeAt(at);
      if (next === (isList ? CLOSE_LIST : CLOSE_MAP)) return { value: isList ? items : record, end: at + 1 };
      if (next !== COMMA) throw NOT_HOUSE_STYLE;
      at = this.#skipSpaces(at + 1);
    }
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  #flowKey(start: number): { key: string; end: number } {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) {
      const { value, end } = this.#quoted(start, code);
      if (text.charCodeAt(end) !== COLON || text.charCodeAt(end + 1) !== SPACE) throw NOT_HOUSE_STYLE;
      return { key: value, end: end + 2 };
    }
    if (INDICATORS.has(code)) throw NOT_HOUSE_STYLE;
    const colon = text.indexOf(': ', start);
    if (colon < 0 || colon - start > 1000) throw NOT_HOUSE_STYLE;
    const key = text.slice(start, colon);
    if (/[,[\]{}\n:]| #| $/.test(key)) throw NOT_HOUSE_STYLE;
    return { key, end: colon + 2 };
  }

  #flowPlain(start: number): { value: YamlValue; end: number } {
    const text = this.#text;
    const first = text.charCodeAt(start);
    const isNumber = first === DASH;
    if (INDICATORS.has(first) && !isNumber) throw NOT_HOUSE_STYLE;
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === COMMA || code === CLOSE_MAP || code === CLOSE_LIST) break;
      if (code === NEWLINE || code === OPEN_MAP || code === OPEN_LIST) throw NOT_HOUSE_STYLE;
      if (code === HASH && text.charCodeAt(end - 1) === SPACE) throw NOT_HOUSE_STYLE;
      if (code === COLON && isEndOfFlowPlain(text.charCodeAt(end + 1))) throw NOT_HOUSE_STYLE;
    }
    if (end === text.length) throw NOT_HOUSE_STYLE;
    const after = end;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    const value = resolvePlain(text.slice(start, end));
    if (isNumber && typeof value !== 'number') throw NOT_HOUSE_STYLE;
    return { value, end: after };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t', r: '\r' };

function isEndOfFlowPlain(code: number): boolean {
  return (
    code === SPACE || code === COMMA || code === CLOSE_MAP || code === CLOSE_LIST || code === RETURN || code === NEWLINE
  );
}

function addKey(record: Record<string, YamlValue>, key: string, value: YamlValue): void {
  if (key === '__proto__' || Object.hasOwn(record, key)) throw NOT_HOUSE_STYLE;
  record[key] = value;
}

function fail(): never {
  throw NOT_HOUSE_STYLE;
}
