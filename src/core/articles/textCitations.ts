import type { Range } from '../text/range';

/** A citation that the writer put into the text itself. */
export interface TextCitation {
  readonly range: Range;
  readonly kind: 'pandoc' | 'footnote' | 'link';
  /** The ids that a Pandoc citation names. */
  readonly ids: readonly { readonly id: string; readonly range: Range }[];
}

// Each of these is linear: no quantifier can give back what another could take.
const bracketed = /\[([^[\]\n]{0,2000})\]/g;
const pandocId = /(?<![\p{L}\p{N}_.@])-?@\{?([\p{L}\p{N}_][\p{L}\p{N}_.:#$%&+?<>~/-]*)/gu;
const footnoteDefinition = /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*\S/gm;
const bareUrl = /(?<![\p{L}\p{N}(<"'=])<?https?:\/\/[^\s<>()「」、。]{3,}/gu;

/**
 * Finds Pandoc citations (`[@id]`, `[see @id, p. 3]`), footnotes that have a text, links and bare
 * addresses. Images, code and reference definitions are not citations. Ranges are UTF-16.
 */
export function findTextCitations(text: string): TextCitation[] {
  const code = codeRanges(text);
  const inCode = (at: number) => code.some((range) => range.start <= at && at < range.end);
  const notes = new Set(Array.from(text.matchAll(footnoteDefinition), (match) => match[1]));
  const found: TextCitation[] = [];
  for (const match of text.matchAll(bracketed)) {
    const start = match.index;
    const body = match[1]!;
    let end = start + match[0].length;
    if (inCode(start)) continue;
    if (body.startsWith('^')) {
      const isDefinition = text[end] === ':' && /(^|\n) {0,3}$/.test(text.slice(Math.max(0, start - 4), start));
      if (!isDefinition && notes.has(body.slice(1))) found.push({ range: { start, end }, kind: 'footnote', ids: [] });
    } else if (text[end] === '(' && text[start - 1] !== '!') {
      const close = text.indexOf(')', end);
      const target = close < 0 ? '' : text.slice(end + 1, close);
      if (close < 0 || close - end > 2000 || target.trim() === '' || target.startsWith('#')) continue;
      end = close + 1;
      found.push({ range: { start, end }, kind: 'link', ids: [] });
    } else {
      const ids = Array.from(body.matchAll(pandocId), (id) => {
        const name = id[1]!.replace(/[.:#$%&+?<>~/-]+$/, '');
        const at = start + 1 + id.index + id[0].indexOf(id[1]!);
        return { id: name, range: { start: at, end: at + name.length } };
      });
      if (ids.length > 0) found.push({ range: { start, end }, kind: 'pandoc', ids });
    }
  }
  for (const match of text.matchAll(bareUrl)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (
      !inCode(range.start) &&
      !found.some((other) => other.range.start <= range.start && range.end <= other.range.end)
    )
      found.push({ range, kind: 'link', ids: [] });
  }
  return found.sort((a, b) => a.range.start - b.range.start);
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
