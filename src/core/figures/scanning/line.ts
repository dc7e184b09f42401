import { foldCode } from '../../text/foldCharacters';
import { isInvisible } from '../../text/foldWidth';
import { isCjk, isDigit, isLetter, SPACE } from './characters';

/** Stands in the clean codes for what was left out (a URL, code, an image): joins nothing. */
export const GAP = 0xfffc;

const HTML_TAGS = new Set(
  'a abbr b big blockquote br caption center cite code col dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li link main mark meta nav ol p pre q rb rp rt ruby s samp script section small span strike strong style sub summary sup svg table tbody td tfoot th thead time tr tt u ul var video wbr iframe article aside audio body button embed form head html input label object option param picture select source template textarea title track'.split(
    ' ',
  ),
);
/** Tags that part what stands before and behind them; all others only dress it. */
const PARTING = new Set('br table caption td th li p div tr h1 h2 h3 h4 h5 h6 hr img dd dt'.split(' '));
const ENTITIES: Readonly<Record<string, number>> = {
  nbsp: SPACE,
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  yen: 0xa5,
  pound: 0xa3,
  euro: 0x20ac,
  cent: 0xa2,
  ndash: 0x2013,
  mdash: 0x2014,
  minus: 0x2d,
  percnt: 0x25,
  thinsp: SPACE,
  times: 0xd7,
  deg: 0xb0,
  plusmn: 0xb1,
  frac12: 0xbd,
  frac14: 0xbc,
  frac34: 0xbe,
};
const KANJI_DIGITS = new Set([...'〇一二三四五六七八九'].map((character) => character.charCodeAt(0)));
const LONGEST_TAG = 2000;
const CHUNK = 4096;

/**
 * One line of an article as a reader sees it: folded to plain characters, without emphasis, link
 * targets, HTML tags, code or URLs. `codes[i]` stood at `map[i]` in the text. The two arrays are
 * reused from line to line; only the first `length` places count.
 */
export class Line {
  codes = new Uint16Array(0);
  map = new Int32Array(1);
  length = 0;
  /** An HTML table begins in the line. */
  hasTable = false;
  #text = '';
  #start = 0;
  #end = 0;
  /** Every character of the line went in unchanged in its place. */
  #plain = true;
  #string: string | undefined;
  #noBracket = -1;
  /** For each character looked ahead for: between which places the next one is known to stand. */
  readonly #ahead = new Map<number, { from: number; at: number }>();

  /** Reads the text from `start` to `end` (UTF-16). With `markdown`, markup is taken away. */
  read(text: string, start: number, end: number, markdown: boolean): void {
    if (this.codes.length < end - start + 1) {
      this.codes = new Uint16Array((end - start) * 2 + 1);
      this.map = new Int32Array((end - start) * 2 + 2);
    }
    this.length = 0;
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#string = undefined;
    this.#noBracket = -1;
    this.hasTable = false;
    if (this.#ahead.size > 0) this.#ahead.clear();
    const codes = this.codes;
    const map = this.map;
    let length = 0;
    let plain = true;
    for (let at = start; at < end; ) {
      const code = text.charCodeAt(at);
      if (SPECIAL[code] === 1) {
        this.length = length;
        const next = this.#special(code, at, start, markdown);
        length = this.length;
        if (next > at) {
          plain = false;
          at = next;
          continue;
        }
      }
      const folded = foldCode(code);
      if (folded !== code) plain = false;
      codes[length] = folded;
      map[length++] = at++;
    }
    this.length = length;
    this.#plain = plain;
    codes[length] = 0;
    map[length] = end;
  }

  /** The text between two places of the clean line, folded. */
  slice(from: number, to: number): string {
    this.#string ??= this.#plain ? this.#text.slice(this.#start, this.#end) : this.#join();
    return this.#string.slice(Math.max(from, 0), Math.max(to, 0));
  }

  #join(): string {
    let joined = '';
    for (let at = 0; at < this.length; at += CHUNK) {
      joined += String.fromCharCode.apply(
        undefined,
        this.codes.subarray(at, Math.min(at + CHUNK, this.length)) as never,
      );
    }
    return joined;
  }

  /** Offset in the text of the character before a place: where a figure that ends there ends. */
  endInText(at: number): number {
    return at === 0 ? this.map[0]! : this.map[at - 1]! + 1;
  }

  #push(code: number, at: number): void {
    this.codes[this.length] = code;
    this.map[this.length++] = at;
  }

  /** Deals with a character that may begin markup. Returns where to go on; `at` itself if it is plain. */
  #special(code: number, at: number, start: number, markdown: boolean): number {
    const text = this.#text;
    if (isInvisible(code)) return at + 1;
    if (code === 0xff0c) {
      // ９，９９９ is grouped; in 20，300 the comma parts two half-width numbers.
      const wide = text.charCodeAt(at - 1);
      this.#push(wide >= 0xff10 && wide <= 0xff19 ? 0x2c : 0x3001, at);
      return at + 1;
    }
    if (code === 0xff0e) {
      // １．５ and 四．四 are decimals, and so is ．５; behind a word and before half-width digits it ends a sentence: である．190億円.
      const wide = text.charCodeAt(at + 1);
      const before = text.charCodeAt(at - 1);
      const kanji = KANJI_DIGITS.has(before) && KANJI_DIGITS.has(wide);
      const decimal = isDigit(foldCode(before)) || (wide >= 0xff10 && wide <= 0xff19) || kanji;
      this.#push(decimal ? 0x2e : 0x3002, at);
      return at + 1;
    }
    if (code === 0x3a /* : */) return this.#url(at);
    if (!markdown) return at;
    switch (code) {
      case 0x2a /* * */:
      case 0x7e /* ~ */:
        return this.#emphasis(code, at, start);
      case 0x5f /* _ */:
        {
          let end = at;
          while (text.charCodeAt(end) === 0x5f) end++;
          const inWord =
            at > start && isWord(text.charCodeAt(at - 1)) && end < this.#end && isWord(text.charCodeAt(end));
          return inWord ? at : Math.min(end, this.#end);
        }
      case 0x60 /* ` */:
        return this.#code(at);
      case 0x5c /* \ */:
        {
          const next = text.charCodeAt(at + 1);
          if (at + 1 >= this.#end || isWord(next) || next === SPACE || next >= 0x80) return at;
          this.#push(foldCode(next), at + 1);
          return at + 2;
        }
      case 0x3c /* < */:
        return this.#tag(at);
      case 0x26 /* & */:
        return this.#entity(at);
      case 0x5b /* [ */:
      case 0x21 /* ! */:
      case 0x5d /* ] */:
        return this.#bracket(code, at);
      default:
        return at;
    }
  }

  #emphasis(code: number, at: number, start: number): number {
    const text = this.#text;
    let end = at;
    while (end < this.#end && text.charCodeAt(end) === code) end++;
    if (code === 0x7e) return end - at === 2 ? end : at;
    const before = at > start ? text.charCodeAt(at - 1) : SPACE;
    const after = end < this.#end ? text.charCodeAt(end) : SPACE;
    const alone = (before <= SPACE && after <= SPACE) || (end - at === 1 && isDigit(before) && isDigit(after));
    return alone ? at : end;
  }

  #code(at: number): number {
    const text = this.#text;
    let ticks = at;
    while (ticks < this.#end && text.charCodeAt(ticks) === 0x60) ticks++;
    // A code span ends with as many backticks as began it; spans of three and more are rare in a line.
    if (ticks - at > 2) return ticks;
    let close = this.#next(0x60, ticks);
    if (ticks - at === 2) while (close >= 0 && text.charCodeAt(close + 1) !== 0x60) close = this.#next(0x60, close + 1);
    if (close < 0 || close - ticks > LONGEST_TAG) return ticks;
    this.#push(GAP, at);
    return close + ticks - at;
  }

  #tag(at: number): number {
    const text = this.#text;
    let nameStart = at + 1;
    if (text.charCodeAt(nameStart) === 0x2f) nameStart++;
    let nameEnd = nameStart;
    while (nameEnd < this.#end && nameEnd < nameStart + 12 && isWord(text.charCodeAt(nameEnd))) nameEnd++;
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    const link = text.charCodeAt(nameEnd) === 0x3a && nameEnd > nameStart;
    if (!link && !HTML_TAGS.has(name)) return at;
    const close = this.#next(0x3e, nameEnd);
    if (close < 0 || close - at > LONGEST_TAG) return at;
    if (name === 'table') this.hasTable = true;
    if (link || PARTING.has(name)) this.#push(link ? GAP : 0x0a, at);
    return close + 1;
  }

  #entity(at: number): number {
    let semicolon = at + 1;
    while (semicolon < this.#end && semicolon - at < 9 && this.#text.charCodeAt(semicolon) !== 0x3b) semicolon++;
    if (semicolon >= this.#end || this.#text.charCodeAt(semicolon) !== 0x3b) return at;
    const name = this.#text.slice(at + 1, semicolon);
    const code = name.startsWith('#')
      ? Number(name.startsWith('#x') ? `0x${name.slice(2)}` : name.slice(1))
      : ENTITIES[name];
    if (code === undefined || !(code > 0 && code < 0x10000)) return at;
    this.#push(foldCode(code), at);
    return semicolon + 1;
  }

  /** `[text](target)`: the text stays, brackets and target go. `![…]`, `[^1]` and `[@id]` go whole. */
  #bracket(code: number, at: number): number {
    const text = this.#text;
    if (code === 0x5d) {
      if (text.charCodeAt(at + 1) !== 0x28 || at <= this.#noBracket) return at;
      const close = closing(text, at + 1, this.#end);
      if (close < 0) {
        this.#noBracket = this.#end;
        return at;
      }
      return close + 1;
    }
    const open = code === 0x21 ? at + 1 : at;
    if (text.charCodeAt(open) !== 0x5b) return at;
    const close = this.#next(0x5d, open);
    if (close < 0) return at;
    const first = text.charCodeAt(open + 1);
    if (first === 0x5e || first === 0x40) {
      this.#push(GAP, at);
      return close + 1;
    }
    const isLink = text.charCodeAt(close + 1) === 0x28 && close - open < LONGEST_TAG;
    if (code === 0x21) {
      if (!isLink) return at;
      this.#push(GAP, at);
      return open + 1;
    }
    return isLink ? at + 1 : at;
  }

  /** The next place of a character in the line, or -1. Every character is looked at once for each kind. */
  #next(code: number, from: number): number {
    const known = this.#ahead.get(code);
    if (known !== undefined && known.from <= from && (known.at < 0 || from <= known.at)) return known.at;
    let at = from;
    while (at < this.#end && this.#text.charCodeAt(at) !== code) at++;
    const found = at < this.#end ? at : -1;
    this.#ahead.set(code, { from, at: found });
    return found;
  }

  /** `scheme://…` up to a space, a bracket that closes, or the first CJK character. */
  #url(at: number): number {
    const text = this.#text;
    if (text.charCodeAt(at + 1) !== 0x2f || text.charCodeAt(at + 2) !== 0x2f) return at;
    let end = at + 3;
    while (end < this.#end) {
      const code = text.charCodeAt(end);
      if (
        code <= SPACE ||
        isCjk(code) ||
        code === 0x3000 ||
        code === 0x3c ||
        code === 0x3e ||
        code === 0x22 ||
        code === 0x29 ||
        code === 0x5d ||
        code === 0x7c
      )
        break;
      end++;
    }
    this.#push(GAP, at);
    return end;
  }
}

const SPECIAL = specialCodes();

function specialCodes(): Uint8Array {
  const special = new Uint8Array(0x10000);
  for (const character of '*~_`\\<&[]!:，．') special[character.charCodeAt(0)] = 1;
  for (let code = 0; code < 0x10000; code++) if (isInvisible(code)) special[code] = 1;
  return special;
}

function closing(text: string, open: number, end: number): number {
  let depth = 0;
  const limit = Math.min(end, open + LONGEST_TAG);
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return at;
  }
  return -1;
}

function isWord(code: number): boolean {
  return isDigit(code) || isLetter(code);
}
