import { isKatakana } from './characters';

const NONE: readonly string[] = [];
/** Names that one character of Unicode's block of CJK compatibility holds, and that character: メートル and ㍍, mg and ㎎. */
const SQUARES = squaresByName();
/** Those in katakana, but not ㌖ and its like: papers set ㌔㍍ side by side. */
const PARTS: ReadonlyMap<string, string> = new Map(
  [...SQUARES].filter(([name]) => /^[ァ-ー]+$/.test(name) && !/^キロ./.test(name)),
);
const LONGEST_PART = Math.max(...[...PARTS.keys()].map((name) => name.length));

/** How else a unit may be written: in one such character, or each of its parts in one. */
export function inSquares(name: string): readonly string[] {
  const whole = SQUARES.get(name);
  const parts = hasKatakana(name) ? inParts(name) : name;
  if (parts === name) return whole === undefined ? NONE : [whole];
  return whole === undefined || whole === parts ? [parts] : [whole, parts];
}

/** Thousands of names are asked for, and most are in other letters. */
function hasKatakana(name: string): boolean {
  for (let at = 0; at < name.length; at++) if (isKatakana(name.charCodeAt(at))) return true;
  return false;
}

/** The longest part at each place in its character. */
function inParts(name: string): string {
  let squared = '';
  for (let at = 0; at < name.length; ) {
    const part = partAt(name, at);
    squared += part === undefined ? name[at]! : PARTS.get(part)!;
    at += part?.length ?? 1;
  }
  return squared;
}

function partAt(name: string, at: number): string | undefined {
  for (let length = Math.min(LONGEST_PART, name.length - at); length > 0; length--) {
    const part = name.slice(at, at + length);
    if (PARTS.has(part)) return part;
  }
  return undefined;
}

function squaresByName(): Map<string, string> {
  const squares = new Map<string, string>();
  for (let code = 0x3300; code < 0x3400; code++) {
    const square = String.fromCharCode(code);
    const name = square.normalize('NFKC').replace('∕', '/');
    if (!squares.has(name)) squares.set(name, square);
  }
  return squares;
}
