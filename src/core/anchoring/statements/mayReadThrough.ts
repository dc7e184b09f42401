import { isHan, isHiragana, isKatakana } from '../../figures/scanning/characters';
import { foldCharacters } from '../../text/foldCharacters';

/** A run of letters is looked for in pieces of so many code units. */
const longestPiece = 8;
/** Longer words are rather read than looked for: a look costs more than its length. */
const mostWords = 2000;

/**
 * Whether words may be read in a stretch of text once its markup is taken out, as far as a look at its letters tells:
 * each piece of the words must stand there behind the one before it, or parted by something that is no letter. It
 * answers yes for all that `readPlain` shows (a test compares them), and seldom for words of which some were replaced.
 */
export function mayReadThrough(words: string, stretch: string): boolean {
  if (words.length > mostWords) return true;
  const folded = foldCharacters(stretch);
  let behind = 0;
  for (let start = 0; start < words.length; start++) {
    if (!isFirm(words.charCodeAt(start))) continue;
    let end = start + 1;
    while (end < words.length && end - start < longestPiece && isFirm(words.charCodeAt(end))) end++;
    const piece = words.slice(start, end);
    const at = folded.indexOf(piece, behind);
    if (at >= 0) behind = at + piece.length;
    else if (!mayBeParted(piece, folded)) return false;
    start = end - 1;
  }
  return true;
}

/** Whether a piece can be made of parts between which something else stands. */
function mayBeParted(piece: string, text: string): boolean {
  const reached = [0];
  for (const from of reached)
    for (let to = from + 1; to <= piece.length; to++) {
      const part = piece.slice(from, to);
      if (!text.includes(part)) break;
      if ((from === 0 && to === piece.length) || !standsApart(part, text, from > 0, to < piece.length)) continue;
      if (to === piece.length) return true;
      if (!reached.includes(to)) reached.push(to);
    }
  return false;
}

function standsApart(part: string, text: string, before: boolean, after: boolean): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    if ((!before || at === 0 || mayEndMarkup(text.charCodeAt(at - 1))) && (!after || !isFirm(text.charCodeAt(end))))
      return true;
  }
  return false;
}

/** The number of a note (※1) is part of its mark. */
function mayEndMarkup(code: number): boolean {
  return !isFirm(code) || (code >= 0x30 && code <= 0x39);
}

/** A letter or digit, which is neither markup nor anything that is left out or read as something else. */
function isFirm(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  if (code < 0x3041) return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
  return isHiragana(code) || isKatakana(code) || isHan(code);
}
