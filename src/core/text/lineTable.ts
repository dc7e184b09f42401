/** Where the lines of a text begin, to turn offsets into lines and back. Lines end at LF; CR belongs to its line. */
export class LineTable {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Line and character of an offset, both from 0, in UTF-16 code units; past the end, in the last line. */
  position(offset: number): { readonly line: number; readonly character: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - this.#starts[low]! };
  }
}
