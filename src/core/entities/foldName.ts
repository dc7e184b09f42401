import { foldCode } from '../text/foldCharacters';

/** A text in one width, with a way back; `offsets` is undefined when no unit moved. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, the offset it had before. */
  readonly offsets: Int32Array | undefined;
}

/** Half-width kana, with their marks, and letters followed by combining marks (é as e and an accent). */
const COMPOSABLE = /[\uff61-\uff9f][\uff9e\uff9f]?|[\p{L}\p{N}][\u0300-\u036f\u3099\u309a]+/gu;
const NEEDS_COMPOSING = /[\u0300-\u036f\u3099\u309a\uff61-\uff9f]/;

/**
 * Composes what is written in several units, so that ﾒﾀ and a decomposed デ read as the usual letters.
 * Most texts hold none of these and come back as they are.
 */
export function composeText(text: string): FoldedText {
  if (!NEEDS_COMPOSING.test(text)) return { text, offsets: undefined };
  const offsets = new Int32Array(text.length + 1);
  let composed = '';
  let last = 0;
  const copy = (until: number) => {
    for (let at = last; at < until; at++) offsets[composed.length + at - last] = at;
    composed += text.slice(last, until);
  };
  for (const match of text.matchAll(COMPOSABLE)) {
    copy(match.index);
    last = match.index + match[0].length;
    const normal = match[0].normalize(match[0] >= '\uff61' ? 'NFKC' : 'NFC');
    // A few marks come apart instead, and one that composes with nothing stays a unit of its own.
    const whole = normal.length <= match[0].length ? normal : match[0];
    const stays = whole.length === match[0].length;
    for (let unit = 0; unit < whole.length; unit++) offsets[composed.length + unit] = match.index + (stays ? unit : 0);
    composed += whole;
  }
  copy(text.length);
  offsets[composed.length] = text.length;
  return { text: composed, offsets: offsets.subarray(0, composed.length + 1) };
}

/** One UTF-16 unit as names are compared: in its plainest form (see `foldCode`), and any white space a space. */
export function foldNameUnit(unit: number): number {
  return unit >= 0x09 && unit <= 0x0d ? 0x20 : foldCode(unit);
}
