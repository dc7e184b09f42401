import { BAR, fail, isLineEnd, lineBreakAt, type Scanned, SPACE, TAB } from './houseText';

const HEADER = /[|>]([-+]?) *(?: #[^\n]*)?\r?\n/y;

/**
 * Reads a text that stands in the lines below its `|` or `>`, set in deeper than `column`. A number for its indent,
 * lines in `>` that are set in deeper than others, and a text that ends with the file are left to the full parser.
 * @returns the end behind the text's last line break.
 */
export function readBlockText(text: string, start: number, column: number): Scanned<string> {
  HEADER.lastIndex = start;
  const chomp = (HEADER.exec(text) ?? fail())[1]!;
  const isLiteral = text.charCodeAt(start) === BAR;
  let at = HEADER.lastIndex;
  let indent = -1;
  let value = '';
  let breaks = 0;
  let end = at;
  for (;;) {
    let content = at;
    while (text.charCodeAt(content) === SPACE) content++;
    if (content >= text.length) {
      // Only spaces can be left here, which would be part of a text that keeps its end.
      if (content > at) fail();
      break;
    }
    if (isLineEnd(text, content)) {
      // A line of more spaces than the text is set in by is not empty.
      if (content - at > Math.max(indent, column + 1) || indent < 0) fail();
      breaks++;
      at = lineBreakAt(text, content) + 1;
      continue;
    }
    const width = content - at;
    if (indent < 0) {
      if (width <= column || text.charCodeAt(content) === TAB) fail();
      indent = width;
    } else if (width < indent) {
      if (text.charCodeAt(content) === TAB) fail();
      break;
    } else {
      const isDeeper = width > indent || text.charCodeAt(content) === TAB;
      if (!isLiteral && isDeeper) fail();
      value += isLiteral ? '\n'.repeat(breaks) : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
    }
    const lineEnd = lineBreakAt(text, content);
    if (lineEnd === text.length) fail();
    value += text.slice(at + indent, text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd);
    breaks = 1;
    at = lineEnd + 1;
    end = at;
  }
  if (indent < 0) fail();
  return { value: chomp === '-' ? value : chomp === '' ? `${value}\n` : value + '\n'.repeat(breaks), end };
}
