import type { Range } from './range';

/** Abbreviations after which a full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st sr jr inc corp co ltd no vs etc approx fig vol gen gov sen rep jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k e.g i.e a.m p.m'.split(
    ' ',
  ),
);

const ENDS = new Set('。！？!?.｡\n'.split(''));
const CLOSERS = new Set('」』）)】〉》”’"\''.split(''));

/**
 * The sentences of a text in order, without the white space between them. A line end always ends a
 * sentence; so does 。！？ with the brackets that close behind it, and a full stop before a space
 * unless it belongs to an abbreviation or a number. Inside 「…」 a 。 ends nothing, so that a quoted
 * speech stays with who said it.
 */
export function sentences(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (isWithin(text.charCodeAt(at))) continue;
    const character = text[at]!;
    if (character === '「' || character === '『') depth++;
    else if ((character === '」' || character === '』') && depth > 0) depth--;
    if (!ENDS.has(character)) continue;
    if (character !== '\n' && (depth > 0 || !endsSentence(text, start, at))) continue;
    let end = at + 1;
    while (end < text.length && character !== '\n' && (CLOSERS.has(text[end]!) || '！？!?。'.includes(text[end]!)))
      end++;
    push(found, text, start, end);
    start = end;
    at = end - 1;
    depth = 0;
  }
  push(found, text, start, text.length);
  return found;
}

/** Letters, kana and kanji, which end nothing and open no bracket: all of a text but a few characters. */
function isWithin(code: number): boolean {
  return (code > 0x3f && code < 0x3002) || (code > 0x300f && code < 0xff01);
}

/** The sentence that holds an offset, as `sentences` divides the text. Undefined between sentences. */
export function sentenceAt(text: string, offset: number): Range | undefined {
  const from = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const lineEnd = text.indexOf('\n', Math.max(offset, from));
  const inLine = sentences(text.slice(from, lineEnd < 0 ? text.length : lineEnd));
  // At the seam of two sentences the offset belongs to the second.
  const found = inLine.findLast(({ start, end }) => from + start <= offset && offset <= from + end);
  return found && { start: from + found.start, end: from + found.end };
}

function endsSentence(text: string, start: number, at: number): boolean {
  const next = text[at + 1];
  // The ? of an address: page?id=3.
  if (text[at] === '?' || text[at] === '!') return next === undefined || !/[\w=&%/-]/.test(next);
  if (text[at] !== '.') return true;
  if (next !== undefined && !/[\s)”"’'\]]/.test(next)) return false;
  const word = /[A-Za-z.]*$/.exec(text.slice(Math.max(start, at - 8), at))![0].toLowerCase();
  if (ABBREVIATIONS.has(word) || (word.length === 1 && next !== undefined)) return false;
  return !/^\s+[a-z]/.test(text.slice(at + 1, at + 4));
}

function push(found: Range[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  if (from < to) found.push({ start: from, end: to });
}
