import { foldCode } from '../../text/foldCharacters';
import { isInvisible } from '../../text/foldWidth';

/** Text as its reader sees it, without markup, folded to plain characters with their case; each with its place. */
export interface PlainText {
  readonly text: string;
  /** Where each code unit of `text` stood, and at the end where all of it ended. */
  readonly map: ArrayLike<number>;
  /** What is struck out, as offsets in `text`. */
  readonly struck: readonly { readonly start: number; readonly end: number }[];
}

/** Stands where struck text begins and ends, so that what is on either side is not read as one. */
export const SEAM = '\ufffc';

interface Markup {
  readonly pattern: RegExp;
  /** What must stand before it. */
  readonly follows?: RegExp;
  readonly strikes?: boolean;
  /** It ends a line. */
  readonly breaks?: boolean;
}

/** What may begin at a character. Patterns are bounded, so that no text makes them slow. */
const MARKUP: Readonly<Record<string, readonly Markup[]>> = {
  '!': [{ pattern: /!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)/y }],
  '[': [
    { pattern: /\[(?:\^|@|-@)[^\]\n]{1,120}\]/y },
    // A link whose text is read, and one that the end of an excerpt cut.
    { pattern: /\[(?=[^\]\n]{0,200}\](?:\(|\[[^\]\n]{0,80}\]))/y },
  ],
  ']': [{ pattern: /\]\((?:[^()\n]|\([^()\n]{0,100}\)){0,400}(?:\)|$)/y }, { pattern: /\]\[[^\]\n]{0,80}\]/y }],
  '<': [
    { pattern: /<(del|s|strike)(?:\s[^<>\n]{0,200})?>/iy, strikes: true },
    { pattern: /<\/(?:del|s|strike)>/iy, strikes: true },
    // The reading of ruby, and what older browsers show around it.
    { pattern: /<(rt|rp|rtc)(?:\s[^<>]{0,100})?>[^<>]{0,60}<\/\1>/iy },
    { pattern: /<sup(?:\s[^<>]{0,100})?>(?:<a\s[^<>]{0,200}>)?\[?\d{1,3}\]?(?:<\/a>)?<\/sup>/iy },
    { pattern: /<!--[^\n]{0,300}?-->/y },
    { pattern: /<\/?(?:t[dhr]|br|p|div|li|table|thead|tbody|h[1-6])(?:\s[^<>]{0,300})?\/?>/iy, breaks: true },
    { pattern: /<\/?[A-Za-z][\w.:-]{0,40}(?:\s[^<>]{0,300})?\/?(?:>|$)/y },
    { pattern: /<https?:[^<>\s]{1,300}>/y },
  ],
  '《': [
    { pattern: /《[\u3041-\u30ff・ ]{1,40}(?:》|$)/y },
    { pattern: /《[^《》\n]{1,40}(?:》|$)/y, follows: /[｜|][^｜|《》\n]{1,40}$/ },
  ],
  '｜': [{ pattern: /｜(?=[^｜《》\n]{1,40}(?:《|$))/y }],
  '|': [{ pattern: /\|(?=[^|《》\n]{1,20}《)/y }, { pattern: /\|[^|{}\n]{1,30}\}/y, follows: /\{[^{}|\n]{1,30}$/ }],
  '{': [{ pattern: /\{(?=[^{}|\n]{1,30}\|[^{}\n]{1,40}\})/y }, { pattern: /\{[.#:][^{}\n]{1,80}\}/y }],
  '(': [{ pattern: /\((?:※|注)\d{0,2}\)/y }],
  '（': [{ pattern: /（(?:※|注)[\d０-９]{0,2}）/y }],
  '※': [{ pattern: /※\d{0,2}/y }],
  '†': [{ pattern: /†/y }],
  '‡': [{ pattern: /‡/y }],
  '＊': [{ pattern: /＊\d?/y }],
  '~': [{ pattern: /~~/y, strikes: true }],
  '*': [{ pattern: /\*{1,3}/y }],
  _: [{ pattern: /_{1,3}/y }],
  '`': [{ pattern: /`{1,3}/y }],
  '=': [{ pattern: /==/y }],
  '\\': [{ pattern: /\\(?=[!-/:-@[-`{-~])/y }],
  '^': [{ pattern: /\^\[[^\]\n]{1,200}\]/y }],
};

/** Quotation marks, list marks and headings at the start of a line. */
const LINE_MARKS = /[ \t\u3000]{0,8}(?:(?:>|&gt;)[ \t]?|(?:[-*+・•]|#{1,6})[ \t]+(?:\[[ xX]\][ \t]+)?)+/y;
const ENTITY_NAMES = [
  'nbsp',
  'amp',
  'lt',
  'gt',
  'yen',
  'pound',
  'euro',
  'minus',
  'plusmn',
  'deg',
  'le',
  'ge',
  'percnt',
];
const ENTITIES = ' &<>¥£€-±°≦≧%';
const ENTITY = new RegExp(`&(?:${ENTITY_NAMES.join('|')});`, 'y');
/** An excerpt may begin within a link's target or a tag, whose end then stands alone. */
const CUT_TARGET = /^\]?\(?[^\s()[\]「」、。]{0,200}\)/;
const CUT_TAG = /^[^<>\n]{0,80}["'/a-z]>/;

/**
 * Takes the markup out of `text.slice(start, end)`: links, ruby, footnote marks, citation keys, emphasis, code marks,
 * tags, quotation and list marks. White space of every kind is one space, and none beside characters of Chinese and
 * Japanese, where a line break is no more than that; a line that begins anew stays so.
 */
export function readPlain(text: string, start: number, end: number, isCut = start > 0): PlainText {
  const source = end < text.length ? text.slice(0, end) : text;
  const codes = new Uint16Array(end - start + 1);
  const map = new Int32Array(end - start + 2);
  const struck: { start: number; end: number }[] = [];
  let length = 0;
  let open: number | undefined;
  let at = start + (isCut ? cutMarkup(source, start) : 0);
  const push = (code: number, from: number) => {
    codes[length] = code;
    map[length++] = from;
  };
  while (at < end) {
    const code = source.charCodeAt(at);
    const plain = plainCodes[code] || learnPlain(code);
    if (plain !== NOT_PLAIN) {
      codes[length] = plain;
      map[length++] = at++;
      continue;
    }
    if (mayMarkLine(code) && (at === 0 || (at === start && !isCut) || source.charCodeAt(at - 1) === LINE_FEED)) {
      const marks = lengthAt(LINE_MARKS, source, at);
      if (marks > 0 && at + marks < end) {
        at += marks;
        continue;
      }
    }
    if (code === 0x26) {
      const entity = lengthAt(ENTITY, source, at);
      if (entity > 0) {
        push(ENTITIES.charCodeAt(ENTITY_NAMES.indexOf(source.slice(at + 1, at + entity - 1))), at);
        at += entity;
        continue;
      }
    }
    const last = length > 0 ? codes[length - 1] : undefined;
    const markup = MARKUP_AT.get(code);
    const found = markup && findMarkup(markup, source, at);
    if (found && !isPlainMark(source[at]!, source, at, end)) {
      if (found.strikes) {
        push(SEAM.charCodeAt(0), at);
        if (open === undefined) open = length;
        else {
          struck.push({ start: open, end: length - 1 });
          open = undefined;
        }
      } else if (found.isBreak && last !== LINE_FEED) push(LINE_FEED, at);
      at += Math.min(found.length, end - at);
      continue;
    }
    if (!isInvisible(code)) {
      const folded = code === 0xff0e && !isPoint(source, at) ? 0x3002 : foldSpace(code);
      if (folded === SPACE && partsThousands(source, at)) {
        push(COMMA, at);
        at++;
        continue;
      }
      if (folded === SPACE) {
        // A run of space is one, and a line break within a paragraph is a space.
        if (isLineBreak(source, at)) {
          if (last === SPACE) codes[length - 1] = LINE_FEED;
          else if (last !== LINE_FEED) push(LINE_FEED, at);
        } else if (last !== undefined && last !== SPACE && last !== LINE_FEED) push(SPACE, at);
      } else push(folded, at);
    }
    at++;
  }
  map[length] = end;
  return joinWide(codes, map, length, struck);
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** What `LINE_MARKS` may begin with. */
function mayMarkLine(code: number): boolean {
  return code < 0x40 || code === 0x3000 || code === 0x30fb || code === 0x2022;
}

const MARKUP_AT: ReadonlyMap<number, readonly Markup[]> = new Map(
  Object.entries(MARKUP).map(([character, markup]) => [character.charCodeAt(0), markup]),
);

/**
 * What a code unit reads as that is neither space nor may begin any markup; 0 for those that no text had yet. A text has
 * few of all there are.
 */
const plainCodes = new Uint16Array(0x10000);
/** Nothing reads as this. */
const NOT_PLAIN = 1;

function learnPlain(code: number): number {
  const isDigit = code >= 0x30 && code <= 0x39;
  const isOther = (mayMarkLine(code) && !isDigit) || MARKUP_AT.has(code) || code === 0xff0e || isInvisible(code);
  const folded = isOther ? SPACE : foldSpace(code);
  const plain = folded === SPACE ? NOT_PLAIN : folded;
  plainCodes[code] = plain;
  return plain;
}

function findMarkup(markup: readonly Markup[], source: string, at: number) {
  for (const { pattern, follows, strikes = false, breaks = false } of markup) {
    const length = lengthAt(pattern, source, at);
    if (length > 0 && (!follows || follows.test(source.slice(Math.max(0, at - 48), at))))
      return { length, strikes, isBreak: breaks };
  }
  return undefined;
}

/** Spaces between characters of Chinese and Japanese, digits beside them too, say nothing. */
function joinWide(codes: Uint16Array, map: Int32Array, length: number, struck: PlainText['struck']): PlainText {
  const dropped: number[] = [];
  let kept = 0;
  let before = 0;
  for (let at = 0; at < length; at++) {
    const code = codes[at]!;
    if (code === SPACE && at > 0 && at < length - 1 && (isWideCode(before) || isWideCode(codes[at + 1]!)))
      dropped.push(at);
    else {
      codes[kept] = code;
      map[kept++] = map[at]!;
    }
    before = code;
  }
  map[kept] = map[length]!;
  const shift = (offset: number) => offset - dropped.filter((at) => at < offset).length;
  return {
    text: toText(codes.subarray(0, kept)),
    map: map.subarray(0, kept + 1),
    struck: dropped.length === 0 ? struck : struck.map(({ start, end }) => ({ start: shift(start), end: shift(end) })),
  };
}

/** So many arguments a call takes safely. */
const mostArguments = 4096;

function toText(codes: Uint16Array): string {
  if (codes.length <= mostArguments) return String.fromCharCode.apply(undefined, codes as unknown as number[]);
  let text = '';
  for (let at = 0; at < codes.length; at += mostArguments) text += toText(codes.subarray(at, at + mostArguments));
  return text;
}

function isWideCode(code: number): boolean {
  return code >= 0x2e80 && code <= 0xffef;
}

export function isWide(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\u2e80' && unit <= '\uffef';
}

const COMMA = 0x2c;

/** Whether a full-width full stop stands between digits. */
function isPoint(text: string, at: number): boolean {
  return /[\d０-９]/.test(text[at - 1] ?? '') && /[\d０-９]/.test(text[at + 1] ?? '');
}

/** A space that does not break, or a thin one, between groups of three digits: it is read as the comma it stands for. */
function partsThousands(text: string, at: number): boolean {
  // Nearly every space is one that breaks.
  if (text.charCodeAt(at) < 0xa0) return false;
  if (!/[\u00a0\u2007\u2009\u202f]/.test(text[at]!) || !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return false;
  return /(?<!\d)(?:\d{1,3}|\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+)$/.test(text.slice(Math.max(0, at - 16), at));
}

function foldSpace(code: number): number {
  if (code <= 0x20 || code === 0x3000 || code === 0x2028 || code === 0x2029) return SPACE;
  if (code === 0x2212 || code === 0x2013) return 0x2d;
  return foldCode(code);
}

/** A line ends where another paragraph, item, row or heading begins; a wrapped line goes on. */
function isLineBreak(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x0a) return false;
  const next = NEW_BLOCK;
  next.lastIndex = at + 1;
  if (next.test(text)) return true;
  // A short line before it is a heading or a verse, unless a sentence goes on behind it.
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).includes('|');
}

const NEW_BLOCK =
  /[ \t\u3000\r]*(?:\n|$|[-*+・•●■◆▼○◎※] |\d{1,3}[.)．] |#{1,6} |\||[-=]{3,}|<\/?[a-z]|\[[^\]\n]{1,80}\]: )/iy;

/** `2 * 3`, `snake_case` and a range `3~5` are no markup. */
function isPlainMark(character: string, text: string, at: number, end: number): boolean {
  if (character !== '*' && character !== '_') return false;
  const before = text[at - 1] ?? ' ';
  let after = at;
  while (text[after] === character) after++;
  const next = after < end ? (text[after] ?? ' ') : ' ';
  if (/\s/.test(before) && /\s/.test(next)) return true;
  if (character === '_') return /\w/.test(before) && /\w/.test(next);
  return /\d/.test(before) && /\d/.test(next) && after - at === 1;
}

function cutMarkup(text: string, start: number): number {
  const head = text.slice(start, start + 240);
  const target = CUT_TARGET.exec(head);
  if (target && /[/#.%=]|^\)/.test(target[0]) && !/^\)[ 、。]?$/.test(target[0])) return target[0].length;
  const tag = CUT_TAG.exec(head);
  if (tag && /[="'/]/.test(tag[0])) return tag[0].length;
  // The end of a plain tag: ad><tr>, or d>143</td>, which is no 143 and more.
  const end = /^[a-z1-6]{0,10}>/.exec(head)?.[0].length ?? 0;
  return end > 0 && (head[end] === '<' || /^[^<>\n]{0,80}<\//.test(head.slice(end))) ? end : 0;
}

/** How long what a sticky pattern matches is; 0 where it matches nothing. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}
