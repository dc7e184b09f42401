/** V8 copies what is shorter, and keeps a longer piece as a view of the whole text that it was cut from. */
const SHORTEST_VIEW = 13;

/** The same words, without the text that they were cut from: for a piece that is kept longer than its text. */
export function ownCopy(piece: string): string {
  // What is joined is written anew when it is cut.
  return piece.length < SHORTEST_VIEW ? piece : ` ${piece}`.slice(1);
}
