import { readBlockText } from './houseBlockText';
import { addKey, FlowReader } from './houseFlow';
import { readPlain } from './housePlain';
import { QuotedReader } from './houseQuoted';
import {
  APOSTROPHE,
  BAR,
  COLON,
  DASH,
  fail,
  GREATER,
  HASH,
  hasUnclearTab,
  INDICATORS,
  isBlank,
  isLineEnd,
  lineBreakAt,
  NEWLINE,
  NOT_HOUSE_STYLE,
  OPEN_LIST,
  OPEN_MAP,
  QUOTE,
  RETURN,
  type Scanned,
  SPACE,
  skipBlanks,
  skipSpaces,
  TAB,
} from './houseText';
import { readOddEntry } from './readOddEntry';
import type { YamlValue } from './toData';
import { resolvePlain } from './toYaml';

const MAX_DEPTH = 24;
/** Down to here, an entry that is not in house style is read by the full parser alone: ids of sources, and of claims. */
const ODD_DEPTH = 2;
/** UTF-16 code units of entries that the full parser reads; with more it gets the whole text, and may refuse it. */
const MAX_ODD = 2_000_000;
/** Characters that no text in a common file has: what they mean is left to the full parser. */
const UNCOMMON = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]|\r(?!\n)|(?!^)\ufeff/;

/** Where an entry of the outermost mapping, or an item of the outermost list, stands, in UTF-16 offsets of the text. */
export interface HouseEntry {
  /** Less than zero for an item of a list. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/**
 * Reads YAML as this program and most people write it: block mappings and lists, flow collections, texts bare, in
 * quotes or in blocks, comments. About fifty times as fast as a full parser, which is what makes thousands of store
 * files quick to open. An entry that is written otherwise is read by the full parser by itself. Returns undefined for
 * everything else, also for what is wrong: then the full parser decides. A property test holds the two to the same
 * answers.
 * @param entries takes where the entries of the outermost mapping or list stand, those of a list by their index.
 */
export function parseHouseYaml(
  text: string,
  entries?: Map<string, HouseEntry>,
): { readonly value: YamlValue } | undefined {
  if (UNCOMMON.test(text)) return undefined;
  try {
    return { value: new HouseParser(text, entries).parse() };
  } catch (error) {
    if (error === NOT_HOUSE_STYLE) return undefined;
    throw error;
  }
}

class HouseParser {
  readonly #text: string;
  readonly #entries: Map<string, HouseEntry> | undefined;
  readonly #quoted: QuotedReader;
  readonly #flow: FlowReader;
  /** The first character of the present line that is no space; the end of the text after the last line. */
  #position = 0;
  #column = 0;
  #depth = 0;
  #odd = 0;
  /** Where the value that was read last begins, and behind its last character. */
  #valueStart = 0;
  #valueEnd = 0;

  constructor(text: string, entries: Map<string, HouseEntry> | undefined) {
    this.#text = text;
    this.#entries = entries;
    this.#quoted = new QuotedReader(text);
    this.#flow = new FlowReader(text, this.#quoted);
  }

  parse(): YamlValue {
    this.#toContent(this.#start());
    if (this.#position === this.#text.length) return null;
    const code = this.#text.charCodeAt(this.#position);
    const isFlow = code === OPEN_MAP || code === OPEN_LIST;
    const value = isFlow ? this.#inline(this.#position, -1) : this.#block(this.#column);
    if (this.#position !== this.#text.length) fail();
    return value;
  }

  /** Behind a byte order mark, and behind the line of `---` that a document may begin with. */
  #start(): number {
    const text = this.#text;
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const first = /^\ufeff?(?:(?: *(?:#[^\n]*)?\r?\n)*)---\r?\n/.exec(text);
    return first ? first[0].length : start;
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
      if (code === HASH) start = Math.min(lineBreakAt(text, at) + 1, text.length);
      else if (code === NEWLINE) start = at + 1;
      else if (code === RETURN) start = at + 2;
      else {
        this.#position = at;
        this.#column = at - start;
        if (code === TAB) fail();
        if (this.#column === 0 && (text.startsWith('---', at) || text.startsWith('...', at))) fail();
        return;
      }
    }
  }

  /** Ends the present line behind a value: only spaces and a comment may follow. */
  #endLine(from: number): void {
    const text = this.#text;
    const at = skipBlanks(text, from);
    const code = text.charCodeAt(at);
    if (code === HASH && at === from) fail();
    if (code !== HASH && !isLineEnd(text, at)) fail();
    this.#toContent(Math.min(lineBreakAt(text, at) + 1, text.length));
  }

  #block(column: number): YamlValue {
    if (++this.#depth > MAX_DEPTH) fail();
    const start = this.#position;
    const value = this.#isItem() ? this.#list(column) : this.#mapping(column);
    this.#depth--;
    this.#valueStart = start;
    return value;
  }

  #isItem(): boolean {
    const text = this.#text;
    if (text.charCodeAt(this.#position) !== DASH) return false;
    return text.charCodeAt(this.#position + 1) === SPACE || isLineEnd(text, this.#position + 1);
  }

  #mapping(column: number): YamlValue {
    const record: Record<string, YamlValue> = {};
    const depth = this.#depth;
    const entries = depth === 1 ? this.#entries : undefined;
    while (this.#column === column && !this.#isItem()) {
      const keyStart = this.#position;
      const { key, keyEnd, value } =
        depth > ODD_DEPTH ? this.#entry(column) : (this.#houseEntry(column) ?? this.#oddEntry(column));
      this.#depth = depth;
      addKey(record, key, value);
      entries?.set(key, { keyStart, keyEnd, valueStart: this.#valueStart, valueEnd: this.#valueEnd });
    }
    if (this.#column > column) fail();
    return record;
  }

  #houseEntry(column: number): Entry | undefined {
    const position = this.#position;
    try {
      return this.#entry(column);
    } catch (error) {
      if (error !== NOT_HOUSE_STYLE) throw error;
      this.#position = position;
      this.#column = column;
      return undefined;
    }
  }

  #entry(column: number): Entry {
    const found = this.#key(this.#position) ?? fail();
    this.#valueStart = found.end;
    this.#valueEnd = found.end;
    const value = this.#valueOf(found.end, column);
    if (this.#column > column) fail();
    return { key: found.value, keyEnd: found.keyEnd, value };
  }

  /** Has the full parser read one entry: its line and those below that are set in deeper. */
  #oddEntry(column: number): Entry {
    const text = this.#text;
    const start = this.#position - column;
    const first = text.charCodeAt(this.#position);
    if (INDICATORS.has(first) && first !== QUOTE && first !== APOSTROPHE) fail();
    this.#toContent(Math.min(lineBreakAt(text, start) + 1, text.length));
    while (this.#column > column || (this.#column === column && this.#isItem()))
      this.#toContent(Math.min(lineBreakAt(text, this.#position) + 1, text.length));
    const end = this.#position - Math.max(0, this.#column);
    this.#odd += end - start;
    if (this.#odd > MAX_ODD) fail();
    const odd = readOddEntry(text.slice(start, end)) ?? fail();
    this.#valueStart = start + odd.place.value.start;
    this.#valueEnd = start + odd.place.value.end;
    return { key: odd.key, keyEnd: start + odd.place.key.end, value: odd.value };
  }

  #list(column: number): YamlValue {
    const text = this.#text;
    const items: YamlValue[] = [];
    const entries = this.#depth === 1 ? this.#entries : undefined;
    while (this.#column === column && this.#isItem()) {
      const dash = this.#position;
      const at = skipSpaces(text, dash + 1);
      const code = text.charCodeAt(at);
      const inner = column + at - dash;
      const isOnLine = !isLineEnd(text, at) && code !== HASH;
      const isItem = code === DASH && (text.charCodeAt(at + 1) === SPACE || isLineEnd(text, at + 1));
      if (isOnLine && (isItem || (code !== OPEN_MAP && code !== OPEN_LIST && this.#key(at) !== undefined))) {
        this.#position = at;
        this.#column = inner;
        items.push(this.#block(inner));
      } else if (isOnLine) items.push(this.#inline(at, column));
      else {
        this.#valueStart = dash + 1;
        this.#valueEnd = dash + 1;
        this.#endLine(dash + 1);
        items.push(this.#column > column ? this.#block(this.#column) : null);
      }
      const place = { keyStart: -1, keyEnd: -1, valueStart: this.#valueStart, valueEnd: this.#valueEnd };
      entries?.set(String(items.length - 1), place);
    }
    if (this.#column > column) fail();
    return items;
  }

  /** The key that starts here, and the place behind its colon; undefined when the line has none. */
  #key(start: number): (Scanned<string> & { readonly keyEnd: number }) | undefined {
    const text = this.#text;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) {
      const closing = text.indexOf(code === QUOTE ? '"' : "'", start + 1);
      // Only a text that ends on its line can be a key.
      if (closing < 0 || closing > lineBreakAt(text, start)) return undefined;
      const quoted = this.#quoted.read(start, this.#column + 1000);
      const colon = skipSpaces(text, quoted.end);
      if (text.charCodeAt(colon) !== COLON) return undefined;
      if (colon - start > 1000 || text.slice(start, colon).includes('\n')) fail();
      return this.#isSpaceOrEnd(colon + 1) ? { value: quoted.value, keyEnd: quoted.end, end: colon + 1 } : fail();
    }
    if (INDICATORS.has(code)) return undefined;
    // Searched in a slice, so that what the line lacks is not looked for in the whole file.
    const line = text.slice(start, Math.min(lineBreakAt(text, start), start + 1000));
    let at = line.indexOf(':');
    while (at >= 0 && !this.#isSpaceOrEnd(start + at + 1)) at = line.indexOf(':', at + 1);
    if (at < 0) return undefined;
    let last = at;
    while (line.charCodeAt(last - 1) === SPACE) last--;
    const key = line.slice(0, last);
    if (key.includes(' #')) return undefined;
    return hasUnclearTab(key) ? fail() : { value: key, keyEnd: start + last, end: start + at + 1 };
  }

  #isSpaceOrEnd(at: number): boolean {
    return isBlank(this.#text.charCodeAt(at)) || isLineEnd(this.#text, at);
  }

  /** The value behind a colon, on this line or on the lines below that are set in deeper. */
  #valueOf(from: number, column: number): YamlValue {
    const text = this.#text;
    const at = skipBlanks(text, from);
    if (!isLineEnd(text, at) && text.charCodeAt(at) !== HASH) return this.#inline(at, column);
    this.#endLine(from);
    if (this.#column > column || (this.#column === column && this.#isItem())) return this.#block(this.#column);
    return null;
  }

  /** A value that starts behind a colon or a dash. The next line may not be set in deeper once it has ended. */
  #inline(start: number, column: number): YamlValue {
    const text = this.#text;
    const code = text.charCodeAt(start);
    let value: YamlValue;
    if (code === QUOTE || code === APOSTROPHE || code === OPEN_MAP || code === OPEN_LIST) {
      const isText = code === QUOTE || code === APOSTROPHE;
      const entries = this.#depth === 0 ? this.#entries : undefined;
      const scanned = isText ? this.#quoted.read(start, column) : this.#flow.read(start, column, entries);
      value = scanned.value;
      this.#valueEnd = scanned.end;
      this.#endLine(scanned.end);
    } else if (code === BAR || code === GREATER) {
      const scanned = readBlockText(text, start, column);
      value = scanned.value;
      this.#valueEnd = scanned.end;
      this.#toContent(scanned.end);
    } else {
      const isNumber = code === DASH && !isLineEnd(text, start + 1);
      if (INDICATORS.has(code) && !isNumber) fail();
      const plain = readPlain(text, start, column);
      value = resolvePlain(plain.value);
      if (isNumber && typeof value !== 'number') fail();
      this.#valueEnd = plain.end;
      this.#toContent(plain.next);
    }
    this.#valueStart = start;
    if (this.#column > column) fail();
    return value;
  }
}

interface Entry {
  readonly key: string;
  readonly keyEnd: number;
  readonly value: YamlValue;
}
