import type { QuotedReader } from './houseQuoted';
import {
  APOSTROPHE,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DASH,
  fail,
  HASH,
  hasUnclearTab,
  INDICATORS,
  isLineEnd,
  lineBreakAt,
  NEWLINE,
  OPEN_LIST,
  OPEN_MAP,
  QUOTE,
  RETURN,
  type Scanned,
  SPACE,
  skipSpaces,
} from './houseText';
import type { HouseEntry } from './parseHouseYaml';
import type { YamlValue } from './toData';
import { resolvePlain } from './toYaml';

const MAX_DEPTH = 24;

/** Reads lists and mappings in brackets, on one line or on several. */
export class FlowReader {
  readonly #text: string;
  readonly #quoted: QuotedReader;
  /** What its lines have to be set in deeper than. */
  #column = 0;

  constructor(text: string, quoted: QuotedReader) {
    this.#text = text;
    this.#quoted = quoted;
  }

  /**
   * @param column lines below have to be set in deeper than this; the last bracket may stand there itself.
   * @param entries takes where the entries of the outermost mapping stand.
   */
  read(start: number, column: number, entries?: Map<string, HouseEntry>): Scanned<YamlValue> {
    this.#column = column;
    return this.#value(start, 0, entries);
  }

  #value(start: number, depth: number, entries?: Map<string, HouseEntry>, closing?: number): Scanned<YamlValue> {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) return this.#quoted.read(start, this.#column);
    if (code !== OPEN_MAP && code !== OPEN_LIST) return this.#plain(start, closing);
    if (depth > MAX_DEPTH) fail();
    const isList = code === OPEN_LIST;
    const close = isList ? CLOSE_LIST : CLOSE_MAP;
    const items: YamlValue[] = [];
    const record: Record<string, YamlValue> = {};
    const outermost = depth === 0 ? close : undefined;
    let at = this.#toNext(start + 1, outermost);
    while (text.charCodeAt(at) !== close) {
      if (isList) {
        const item = this.#value(at, depth + 1, undefined, outermost);
        items.push(item.value);
        at = item.end;
        if (text.charCodeAt(skipSpaces(text, at)) === COLON) fail();
      } else {
        const key = this.#key(at);
        const valueStart = this.#toNext(key.end);
        const item = this.#value(valueStart, depth + 1, undefined, outermost);
        addKey(record, key.value, item.value);
        entries?.set(key.value, { keyStart: at, keyEnd: key.keyEnd, valueStart, valueEnd: item.end });
        at = item.end;
      }
      at = this.#toNext(at, outermost);
      if (text.charCodeAt(at) === COMMA) at = this.#toNext(at + 1, outermost);
      else if (text.charCodeAt(at) !== close) fail();
    }
    return { value: isList ? items : record, end: at + 1 };
  }

  /** Goes over spaces, comments and line breaks. */
  #toNext(from: number, closing?: number): number {
    const text = this.#text;
    let at = skipSpaces(text, from);
    while (isLineEnd(text, at) || text.charCodeAt(at) === HASH) {
      if (text.charCodeAt(at) === HASH && text.charCodeAt(at - 1) !== SPACE && text.charCodeAt(at - 1) !== NEWLINE)
        fail();
      const start = lineBreakAt(text, at) + 1;
      if (start >= text.length) fail();
      at = skipSpaces(text, start);
      const isEmpty = isLineEnd(text, at) || text.charCodeAt(at) === HASH;
      const least = text.charCodeAt(at) === closing ? this.#column : this.#column + 1;
      if (!isEmpty && at - start < least) fail();
      if (at === start && (text.startsWith('---', at) || text.startsWith('...', at))) fail();
    }
    return at;
  }

  #key(start: number): Scanned<string> & { readonly keyEnd: number } {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) {
      const { value, end } = this.#quoted.read(start, undefined);
      const colon = skipSpaces(text, end);
      return text.charCodeAt(colon) === COLON ? { value, keyEnd: end, end: colon + 1 } : fail();
    }
    if (INDICATORS.has(code)) fail();
    let end = start;
    for (; ; end++) {
      if (end - start > 1000 || end >= text.length) fail();
      const next = text.charCodeAt(end);
      if (next === COLON && (text.charCodeAt(end + 1) === SPACE || isLineEnd(text, end + 1))) break;
      if (isFlowMark(next) || next === NEWLINE) fail();
      if (next === COLON && isFlowMark(text.charCodeAt(end + 1))) fail();
    }
    let last = end;
    while (text.charCodeAt(last - 1) === SPACE) last--;
    const value = text.slice(start, last);
    return value.includes(' #') || hasUnclearTab(value) ? fail() : { value, keyEnd: last, end: end + 1 };
  }

  #plain(start: number, closing: number | undefined): Scanned<YamlValue> {
    const text = this.#text;
    const first = text.charCodeAt(start);
    if (INDICATORS.has(first) && first !== DASH) fail();
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === COMMA || code === CLOSE_MAP || code === CLOSE_LIST || code === NEWLINE) break;
      if (code === OPEN_MAP || code === OPEN_LIST) fail();
      if (code === HASH && text.charCodeAt(end - 1) === SPACE) return this.#finishPlain(start, end, closing);
      if (code === COLON && isEndOfPlain(text.charCodeAt(end + 1))) fail();
    }
    return this.#finishPlain(start, end, closing);
  }

  #finishPlain(start: number, to: number, closing: number | undefined): Scanned<YamlValue> {
    const text = this.#text;
    let end = to;
    if (text.charCodeAt(end) === NEWLINE && text.charCodeAt(end - 1) === RETURN) end--;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    const written = text.slice(start, end);
    if (hasUnclearTab(written)) fail();
    const value = resolvePlain(written);
    if (written.startsWith('-') && typeof value !== 'number') fail();
    // Whether the text goes on below is seen by what comes there: a comma or a bracket ends it.
    const next = this.#toNext(to, closing);
    const code = text.charCodeAt(next);
    return code === COMMA || code === CLOSE_MAP || code === CLOSE_LIST ? { value, end } : fail();
  }
}

function isFlowMark(code: number): boolean {
  return code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_MAP || code === CLOSE_MAP;
}

function isEndOfPlain(code: number): boolean {
  return code === SPACE || code === RETURN || code === NEWLINE || isFlowMark(code);
}

/** Adds an entry; a name that stands twice, and one that is no name for a property, are left to the full parser. */
export function addKey(record: Record<string, YamlValue>, key: string, value: YamlValue): void {
  if (key === '__proto__' || Object.hasOwn(record, key)) fail();
  record[key] = value;
}
