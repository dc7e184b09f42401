/** Small questions about folded UTF-16 codes, asked in the inner loops: no strings, no regular expressions. */

export const SPACE = 0x20;

export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}

/** A Latin letter, accents included. */
export function isLetter(code: number | undefined): boolean {
  if (code === undefined) return false;
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

export function isUpper(code: number | undefined): boolean {
  return code !== undefined && ((code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7));
}

export function isLower(code: number | undefined): boolean {
  return isLetter(code) && !isUpper(code);
}

export function isHan(code: number | undefined): boolean {
  return (
    code !== undefined && ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005)
  );
}

export function isKatakana(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb;
}

export function isHiragana(code: number | undefined): boolean {
  return code !== undefined && code >= 0x3041 && code <= 0x309f;
}

export function isCjk(code: number | undefined): boolean {
  return code !== undefined && code >= 0x2e80 && code < 0xff00;
}

/** For the tries: a word ends here unless a Latin letter goes on. */
export function isWordEnd(_: unknown, end: number, codes: Uint16Array): boolean {
  return !isLetter(codes[end]);
}
