import { foldCharacters } from './foldCharacters';

/** A text made plain, with the way back. */
export interface FoldedText {
  readonly text: string;
  /** The offset in the original text of an offset in the folded one; ends map to ends. */
  toOriginal(offset: number): number;
}

/**
 * Folds width and variant kanji, drops what does not show (zero-width characters, soft hyphens,
 * byte order marks) and makes one space of any run of spaces and line ends: two texts that read the
 * same compare as the same. Offsets are UTF-16; the map back is exact.
 */
export function foldWidth(original: string): FoldedText {
  const folded = foldCharacters(original);
  const starts: number[] = [];
  let text = '';
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (isInvisible(code)) continue;
    if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) {
      if (text.endsWith(' ')) continue;
      text += ' ';
    } else {
      text += folded[at];
    }
    starts.push(at);
  }
  return {
    text,
    toOriginal: (offset) => {
      if (offset <= 0) return starts.length > 0 && offset === 0 ? starts[0]! : 0;
      if (offset >= starts.length) return original.length;
      return starts[offset]!;
    },
  };
}

/** Zero-width spaces and joiners, soft hyphens and byte order marks: characters that do not show. */
export function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}
