import type { Range } from '../text/range';

/** A citation that the writer put into the text itself. */
export interface TextCitation {
  readonly range: Range;
  readonly kind: 'pandoc' | 'footnote' | 'link';
  /** The ids that a Pandoc citation names. */
  readonly ids: readonly { readonly id: string; readonly range: Range }[];
  /** The words of a link, which are the article's; undefined where there are none. */
  readonly words?: Range;
  /** What is cited: by the citation itself, or in a footnote's text. */
  readonly names: CitedNames;
}

/** Ids of sources, and addresses as they are written. */
export interface CitedNames {
  readonly ids: readonly string[];
  readonly addresses: readonly string[];
}

// Each of these is linear: no quantifier can give back what another could take, or what it takes is bounded.
const bracketed = /\[([^[\]\n]{0,2000})\]/g;
const reference = /\[([^[\]\n]{0,200})\]/y;
const pandocId = /(?<![\p{L}\p{N}_.@])-?@\{?([\p{L}\p{N}_][\p{L}\p{N}_.:#$%&+?<>~/-]*)/gu;
const footnoteDefinition = /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*\S/gm;
const linkDefinition = /^ {0,3}\[([^^[\]\n][^[\]\n]{0,200})\]:[ \t]*<?([^\s<>]{1,2000})/gm;
const bareUrl =
  /(?<![A-Za-z0-9<"'=]|\]\()(?:<?https?:\/\/[^\s<>()「」、。]{3,}|doi: ?10\.\d{4,9}\/[^\s<>()「」、。]+)/giu;
const htmlLink = /<a\s[^<>]{0,500}?href\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})')[^<>]{0,500}>/giu;
/** What ends a sentence or closes a bracket around an address and is no part of it. */
const AFTER_ADDRESS = new Set('.,;:!?\'"”’]）】』》*_~'.split(''));

/** How far the target of a link may reach, in UTF-16 code units. */
const MOST_TARGET = 2000;

/**
 * Finds Pandoc citations (`[@id]`, `[see @id, p. 3]`), footnotes that have a text, links (inline, by reference, in
 * HTML) and bare addresses. Images, code and reference definitions are not citations. Ranges are UTF-16.
 */
export function findTextCitations(text: string): TextCitation[] {
  const code = [...codeRanges(text), ...commentRanges(text)].sort((a, b) => a.start - b.start);
  const inCode = (at: number) => isWithin(code, { start: at, end: at + 1 });
  const notes = readFootnotes(text);
  const definitions = new Map(Array.from(text.matchAll(linkDefinition), (match) => [toLabel(match[1]!), match[2]!]));
  const found: TextCitation[] = [];
  let next = 0;
  for (const match of text.matchAll(bracketed)) {
    const start = match.index;
    const body = match[1]!;
    let end = start + match[0].length;
    if (start < next || inCode(start) || isEscaped(text, start)) continue;
    const words = { start: start + 1, end: end - 1 };
    if (body.startsWith('^')) {
      const note = notes.get(body.slice(1));
      const isDefinition = text[end] === ':' && /(^|\n) {0,3}$/.test(text.slice(Math.max(0, start - 4), start));
      if (!isDefinition && note) found.push({ range: { start, end }, kind: 'footnote', ids: [], names: note });
    } else if (text[end] === '(' && text[start - 1] !== '!') {
      const close = closingBracket(text, end);
      const address = close < 0 ? '' : toAddress(text.slice(end + 1, close));
      if (address === '' || address.startsWith('#')) continue;
      end = close + 1;
      found.push({ range: { start, end }, kind: 'link', ids: [], words, names: { ids: [], addresses: [address] } });
      next = end;
    } else {
      const ids = idsIn(body, start + 1);
      if (ids.length > 0) {
        const names = { ids: ids.map(({ id }) => id), addresses: [] };
        found.push({ range: { start, end }, kind: 'pandoc', ids, names });
        continue;
      }
      if (text[start - 1] === '!' || text[end] === ':') continue;
      reference.lastIndex = end;
      const label = definitions.size === 0 ? null : reference.exec(text);
      const address = definitions.get(toLabel(label?.[1] || body));
      if (address === undefined) continue;
      if (label) end += label[0].length;
      next = end;
      if (!address.startsWith('#'))
        found.push({ range: { start, end }, kind: 'link', ids: [], words, names: { ids: [], addresses: [address] } });
    }
  }
  for (const match of text.matchAll(htmlLink)) {
    const start = match.index;
    const address = (match[1] ?? match[2])!.trim().replaceAll('&amp;', '&');
    if (inCode(start) || address === '' || address.startsWith('#')) continue;
    const from = start + match[0].length;
    const close = text.slice(from, from + MOST_TARGET).search(/<\/a/i);
    const words = { start: from, end: close < 0 ? from : from + close };
    const range = { start, end: words.end };
    found.push({ range, kind: 'link', ids: [], words, names: { ids: [], addresses: [address] } });
  }
  const taken = found.map(({ range }) => range).sort((a, b) => a.start - b.start);
  for (const match of text.matchAll(bareUrl)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const address = trimAddress(match[0].replace('<', ''));
    if (!inCode(range.start) && !isWithin(taken, range))
      found.push({ range, kind: 'link', ids: [], names: { ids: [], addresses: [address] } });
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** A mark that stands for itself: `\\[`. */
function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function isWithin(ordered: readonly Range[], range: Range): boolean {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.start <= range.start) low = middle + 1;
    else high = middle;
  }
  const before = ordered[low - 1];
  return before !== undefined && range.end <= before.end;
}

function idsIn(text: string, offset: number): TextCitation['ids'] {
  return Array.from(text.matchAll(pandocId), (match) => {
    const id = match[1]!.replace(/[.:#$%&+?<>~/-]+$/, '');
    const at = offset + match.index + match[0].indexOf(match[1]!);
    return { id, range: { start: at, end: at + id.length } };
  });
}

/** Labels of references are the same in capitals and with other white space. */
function toLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The bracket that closes a link's target; an address may hold pairs of them. -1 where there is none near by. */
function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length && at - open <= MOST_TARGET; at++) {
    if (text[at] === '\n') return -1;
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/** A link's target without its title and its angle brackets. */
function toAddress(target: string): string {
  const trimmed = target.trim();
  if (trimmed.startsWith('<')) return trimmed.slice(1).split('>')[0]!.trim();
  return trimmed.split(/\s/)[0] ?? '';
}

function trimAddress(address: string): string {
  let end = address.length;
  while (end > 0 && AFTER_ADDRESS.has(address[end - 1]!)) end--;
  return address.slice(0, end);
}

/** What each footnote cites, by its label: the ids and addresses in its text, which ends at an empty line. */
function readFootnotes(text: string): Map<string, CitedNames> {
  const notes = new Map<string, CitedNames>();
  for (const match of text.matchAll(footnoteDefinition)) {
    const start = match.index + match[0].length - 1;
    const length = text.slice(start, start + MOST_TARGET).search(/\n[ \t]*(?:\r?\n|\[\^|$)/);
    const body = text.slice(start, length < 0 ? start + MOST_TARGET : start + length);
    const links = Array.from(body.matchAll(/\]\(([^()\s]{1,2000})/g), ([, address]) => address!);
    const bare = Array.from(body.matchAll(/https?:\/\/[^\s<>「」、。]{3,}/g), ([address]) =>
      trimAddress(address.split(')')[0]!),
    );
    const ids = idsIn(body, 0).map(({ id }) => id);
    notes.set(match[1]!, { ids, addresses: [...new Set([...links, ...bare])] });
  }
  return notes;
}

/** Fenced blocks and inline code, by one pass over the lines. */
function codeRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let fence: { start: number; mark: string } | undefined;
  for (const line of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (line[0] === '') break;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line[0])?.[1];
    if (fence) {
      if (mark?.startsWith(fence.mark)) {
        ranges.push({ start: fence.start, end: line.index + line[0].length });
        fence = undefined;
      }
    } else if (mark) fence = { start: line.index, mark };
    else
      for (const span of line[0].matchAll(/`[^`]+`/g))
        ranges.push({ start: line.index + span.index, end: line.index + span.index + span[0].length });
  }
  if (fence) ranges.push({ start: fence.start, end: text.length });
  return ranges;
}

/** Comments, which no reader sees. */
function commentRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let start = text.indexOf('<!--');
  while (start >= 0) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    ranges.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  return ranges;
}
