/** What a terminal obeys instead of showing it, and what turns the order of the letters around. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Where a runner of CI jobs looks for commands in a job's log: at the start of a line, or anywhere in it. */
const commandAtStart = /^(\s*):(?=:)/;
const commandInLine = /##(?=\w*\[)/g;
const section = /(section_(?:start|end)):(?=\d)/g;

/**
 * A text from the workspace or the command line on one line of a terminal: a passage or a file's name may hold codes
 * that move the cursor over a finding, a line break and a line of its own, or a command for the CI that reads the log.
 * Every word that is not ours is written by this.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(obeyed, '\ufffd')
    .replace(commandAtStart, '$1\ufffd')
    .replace(commandInLine, '#\ufffd')
    .replace(section, '$1\ufffd');
}

/** What JSON leaves as it is, and a terminal or a runner of CI jobs would obey. */
const obeyedInJson = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#(?=#\w*\[)|:(?=\d)/g;

/** A value as JSON that is one text in any terminal and any log; it reads back as the same value. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(obeyedInJson, (character, at: number, all: string) => {
    if (character === ':' && !/section_(?:start|end)$/.test(all.slice(Math.max(0, at - 13), at))) return character;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
