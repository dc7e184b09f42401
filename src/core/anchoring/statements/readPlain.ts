import { foldCode } from '../../text/foldCharacters';
import { isInvisible } from '../../text/foldWidth';

/** Text as its reader sees it, without markup, folded to plain characters with their case; each with its place. */
export interface PlainText {
  readonly text: string;
  /** Where each code unit of `text` stood, and at the end where all of it ended. */
  readonly map: readonly number[];
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
  readonly instead?: string;
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
    { pattern: /<\/?(?:t[dhr]|br|p|div|li|table|thead|tbody|h[1-6])(?:\s[^<>]{0,300})?\/?>/iy, instead: '\n' },
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
const CUT_TARGET = /^[^\s()[\]「」、。]{0,200}\)/;
const CUT_TAG = /^[^<>\n]{0,80}["'/a-z]>/;

/**
 * Takes the markup out of `text.slice(start, end)`: links, ruby, footnote marks, citation keys, emphasis, code marks,
 * tags, quotation and list marks. White space of every kind is one space, and none beside characters of Chinese and
 * Japanese, where a line break is no more than that; a line that begins anew stays so.
 */
export function readPlain(text: string, start: number, end: number, isCut = start > 0): PlainText {
  const source = end < text.length ? text.slice(0, end) : text;
  const units: string[] = [];
  const map: number[] = [];
  const struck: { start: number; end: number }[] = [];
  let open: number | undefined;
  let at = start + (isCut ? cutMarkup(source, start) : 0);
  const push = (unit: string, from: number) => {
    units.push(unit);
    map.push(from);
  };
  while (at < end) {
    if (at === 0 || (at === start && !isCut) || source.charCodeAt(at - 1) === 0x0a) {
      const mark = matchAt(LINE_MARKS, source, at);
      if (mark && at + mark.length < end) {
        at += mark.length;
        continue;
      }
    }
    const code = source.charCodeAt(at);
    const character = source[at]!;
    if (code === 0x26) {
      const entity = matchAt(ENTITY, source, at);
      if (entity) {
        push(ENTITIES[ENTITY_NAMES.indexOf(entity.slice(1, -1))]!, at);
        at += entity.length;
        continue;
      }
    }
    const markup = MARKUP[character]?.find(
      ({ pattern, follows }) =>
        matchAt(pattern, source, at) !== undefined &&
        (!follows || follows.test(source.slice(Math.max(0, at - 48), at))),
    );
    if (markup && !isPlainMark(character, source, at, end)) {
      const length = matchAt(markup.pattern, source, at)!.length;
      if (markup.strikes) {
        push(SEAM, at);
        if (open === undefined) open = units.length;
        else {
          struck.push({ start: open, end: units.length - 1 });
          open = undefined;
        }
      } else if (markup.instead && units.at(-1) !== markup.instead) push(markup.instead, at);
      at += Math.min(length, end - at);
      continue;
    }
    if (!isInvisible(code)) {
      const folded = code === 0xff0e && !/[\d０-９]/.test(source[at + 1] ?? '') ? '。' : foldSpace(code);
      if (folded === ' ') {
        // A run of space is one, and a line break within a paragraph is a space.
        const isBreak = isLineBreak(source, at);
        if (isBreak) {
          if (units.at(-1) === ' ') units[units.length - 1] = '\n';
          else if (units.at(-1) !== '\n') push('\n', at);
        } else if (units.length > 0 && units.at(-1) !== ' ' && units.at(-1) !== '\n') push(' ', at);
      } else push(folded, at);
    }
    at++;
  }
  map.push(end);
  return joinWide(units, map, struck);
}

/** Spaces between characters of Chinese and Japanese, digits beside them too, say nothing. */
function joinWide(units: string[], map: number[], struck: PlainText['struck']): PlainText {
  const drop = (at: number) =>
    units[at] === ' ' && (isWide(units[at - 1]) || isWide(units[at + 1])) && at > 0 && at < units.length - 1;
  if (!units.some((_, at) => drop(at))) return { text: units.join(''), map, struck };
  const shift: number[] = [];
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < units.length; at++) {
    shift.push(text.length);
    if (drop(at)) continue;
    text += units[at];
    places.push(map[at]!);
  }
  shift.push(text.length);
  places.push(map.at(-1)!);
  return { text, map: places, struck: struck.map(({ start, end }) => ({ start: shift[start]!, end: shift[end]! })) };
}

export function isWide(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\u2e80' && unit <= '\uffef';
}

function foldSpace(code: number): string {
  if (code <= 0x20 || code === 0x3000 || code === 0x2028 || code === 0x2029) return ' ';
  if (code === 0x2212 || code === 0x2013) return '-';
  return String.fromCharCode(foldCode(code));
}

/** A line ends where another paragraph, item, row or heading begins; a wrapped line goes on. */
function isLineBreak(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x0a) return false;
  const next = NEW_BLOCK;
  next.lastIndex = at + 1;
  if (next.test(text)) return true;
  // A short line before it is a heading or a verse, unless a sentence goes on behind it.
  return text.lastIndexOf('|', at) > text.lastIndexOf('\n', at - 1);
}

const NEW_BLOCK = /[ \t\u3000\r]*(?:\n|$|[-*+・•●■◆▼○◎※] |\d{1,3}[.)．] |#{1,6} |\||[-=]{3,}|<\/?[a-z])/iy;

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
  return tag && /[="'/]/.test(tag[0]) ? tag[0].length : 0;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
