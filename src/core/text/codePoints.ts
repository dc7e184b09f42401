/**
 * The number of code points before a UTF-16 offset, as W3C's TextPositionSelector and brat count
 * them. An offset inside a surrogate pair counts as the place before it; one outside of the text is
 * clamped.
 */
export function toCodePointOffset(text: string, offset: number): number {
  const end = Math.min(Math.max(offset, 0), text.length);
  let count = 0;
  for (let at = 0; at < end; count++) {
    const width = isHighSurrogateAt(text, at) ? 2 : 1;
    if (at + width > end) break;
    at += width;
  }
  return count;
}

/** The UTF-16 offset of a code point; one beyond the text is clamped to its end. */
export function fromCodePointOffset(text: string, codePoints: number): number {
  let at = 0;
  for (let count = 0; count < codePoints && at < text.length; count++) at += isHighSurrogateAt(text, at) ? 2 : 1;
  return at;
}

/** Whether an offset falls between the two halves of one character. */
export function splitsCharacter(text: string, offset: number): boolean {
  return offset > 0 && isHighSurrogateAt(text, offset - 1);
}

function isHighSurrogateAt(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}
