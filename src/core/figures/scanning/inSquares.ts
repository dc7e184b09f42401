import { isKatakana } from './characters';

const NONE: readonly string[] = [];
/** Names that one character of Unicode's block of CJK compatibility holds, and that character: メートル and ㍍, mg and ㎎. */
const SQUARES = squaresByName();
/** Those in katakana, but not ㌖ and its like: papers set ㌔㍍ side by side. */
const PARTS = new RegExp(
  [...SQUARES.keys()]
    .filter((name) => /^[ァ-ー]+$/.test(name) && !/^キロ./.test(name))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** How else a unit may be written: in one such character, or each of its parts in one. */
export function inSquares(name: string): readonly string[] {
  const whole = SQUARES.get(name);
  const parts = hasKatakana(name) ? name.replace(PARTS, (part) => SQUARES.get(part)!) : name;
  if (parts === name) return whole === undefined ? NONE : [whole];
  return whole === undefined || whole === parts ? [parts] : [whole, parts];
}

/** Thousands of names are asked for, and most are in other letters. */
function hasKatakana(name: string): boolean {
  for (let at = 0; at < name.length; at++) if (isKatakana(name.charCodeAt(at))) return true;
  return false;
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
