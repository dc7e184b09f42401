/** What a terminal obeys instead of showing it, and what turns the order of the letters around. */
const obeyed = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text from the workspace on one line of a terminal: a passage or a file's name may hold codes that move the cursor
 * over a finding, or a line break and a line of its own.
 */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(obeyed, '\ufffd');
}
