import {
  fail,
  HASH,
  hasUnclearTab,
  isBlank,
  isLineEnd,
  lineBreakAt,
  type Scanned,
  skipSpaces,
  trimmedEnd,
} from './houseText';

/** A text without quotes, and where the line begins that comes behind it. */
export interface PlainScanned extends Scanned<string> {
  readonly next: number;
}

/**
 * Reads a text without quotes, which goes on in the lines below as long as these are set in deeper than `column`: a
 * single line break is a space there, each further one a line break.
 */
export function readPlain(text: string, start: number, column: number): PlainScanned {
  let line = readPlainLine(text, start);
  let { value, end, next } = line;
  while (!line.hasComment) {
    let from = next;
    let breaks = 1;
    let content = skipSpaces(text, from);
    while (content < text.length && isLineEnd(text, content)) {
      breaks++;
      from = lineBreakAt(text, content) + 1;
      content = skipSpaces(text, from);
    }
    if (content >= text.length || content - from <= column || text.charCodeAt(content) === HASH) break;
    line = readPlainLine(text, content);
    value += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + line.value;
    ({ end, next } = line);
  }
  return { value, end, next };
}

function readPlainLine(text: string, start: number): PlainScanned & { readonly hasComment: boolean } {
  const lineEnd = lineBreakAt(text, start);
  let end = lineEnd;
  const comment = commentIn(text.slice(start, end));
  if (comment >= 0) end = start + comment;
  end = trimmedEnd(text, start, end);
  const value = text.slice(start, end);
  if (value.includes(': ') || value.endsWith(':') || hasUnclearTab(value)) fail();
  return { value, end, next: Math.min(lineEnd + 1, text.length), hasComment: comment >= 0 };
}

function commentIn(line: string): number {
  let at = line.indexOf('#', 1);
  while (at > 0 && !isBlank(line.charCodeAt(at - 1))) at = line.indexOf('#', at + 1);
  return at > 0 ? at - 1 : -1;
}
