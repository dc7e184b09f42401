/** As much of a passage as a message shows, in code points: about one line. */
const shownLength = 60;

/**
 * The beginning of a text on one line, for a message that names a passage: a claim may lie on whole paragraphs, and a
 * message of many lines hides all others. Cut by code points, so that no character is cut in two.
 */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * (shownLength + 1)).replace(/\s+/g, ' ')];
  return characters.length > shownLength ? `${characters.slice(0, shownLength).join('')}…` : characters.join('');
}
