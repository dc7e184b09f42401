export const TAB = 9;
export const NEWLINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const BAR = 124;
export const CLOSE_MAP = 125;
export const GREATER = 62;

/** First characters with a meaning of their own in YAML, and `.`, which may start a number or end a document. */
export const INDICATORS: ReadonlySet<number> = new Set(
  [...'-?:,[]{}#&*!|>\'"%@`.='].map((character) => character.charCodeAt(0)),
);

/** Thrown and caught by `parseHouseYaml` only: the text uses what that parser does not read. */
export const NOT_HOUSE_STYLE = new Error('not house style');

export function fail(): never {
  throw NOT_HOUSE_STYLE;
}

/** A value, and the place behind its last character. */
export interface Scanned<T> {
  readonly value: T;
  readonly end: number;
}

export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || code === NEWLINE || code === RETURN;
}

/** Behind the spaces from a place on. A tab there is left to the full parser. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return text.charCodeAt(at) === TAB ? fail() : at;
}

/** Behind the spaces and tabs from a place on, where both only keep a value from what is beside it. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** The end of a line's content, before its line break and the spaces and tabs in front of that. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  if (text.charCodeAt(at - 1) === RETURN) at--;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The next line break, or the end of the text. */
export function lineBreakAt(text: string, from: number): number {
  const next = text.indexOf('\n', from);
  return next < 0 ? text.length : next;
}

/** A tab that could be read as the space beside a mark; one between other characters is part of the text. */
const TAB_BESIDE_MARK = /^\t|\t$|\t[#:]|:\t/;

export function hasUnclearTab(part: string): boolean {
  return part.includes('\t') && TAB_BESIDE_MARK.test(part);
}
