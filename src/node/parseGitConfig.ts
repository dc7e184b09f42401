/** One line of git's settings, the names as git compares them. */
export interface GitSetting {
  readonly section: string;
  /** What stands in quotation marks behind the section's name: a remote, a branch, a condition. */
  readonly subsection: string | undefined;
  readonly key: string;
  /** Undefined for a key without a value, which is a switch that is on. */
  readonly value: string | undefined;
}

const HEADER = /\[([-.a-z0-9]+)(?:[ \t]+"((?:[^"\\\n]|\\[^\n])*)")?\]/iy;
const KEY = /([a-z][-a-z0-9]*)[ \t]*(=)?/iy;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t', b: '\b', '\n': '' };

/**
 * Reads a file of git's settings as git does: quotation marks around a part of a value, values that go on in the next
 * line, comments outside of quotation marks.
 * @returns undefined for what git would refuse.
 */
export function parseGitConfig(file: string): readonly GitSetting[] | undefined {
  const text = file.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const settings: GitSetting[] = [];
  let section = '';
  let subsection: string | undefined;
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    if (/\s/.test(character)) at++;
    else if (character === '#' || character === ';') at = endOfLine(text, at);
    else if (character === '[') {
      HEADER.lastIndex = at;
      const header = HEADER.exec(text);
      if (!header) return undefined;
      at = HEADER.lastIndex;
      section = header[1]!.toLowerCase();
      subsection = header[2]?.replace(/\\(.)/g, '$1');
    } else {
      KEY.lastIndex = at;
      const named = KEY.exec(text);
      if (!named) return undefined;
      at = KEY.lastIndex;
      const read = named[2] === undefined ? { value: undefined, end: at } : readValue(text, at);
      if (!read || (read.value === undefined && !/^\n?$/.test(text[at] ?? ''))) return undefined;
      at = read.end;
      settings.push({ section, subsection, key: named[1]!.toLowerCase(), value: read.value });
    }
  }
  return settings;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function readValue(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let value = '';
  /** So much of it is kept whatever follows: blanks at the end only count in quotation marks. */
  let kept = 0;
  let isQuoted = false;
  let at = start;
  for (; at < text.length && text[at] !== '\n'; at++) {
    const character = text[at]!;
    if (character === '"') {
      isQuoted = !isQuoted;
      kept = value.length;
    } else if (character === '\\') {
      const meant = ESCAPES[text[++at] ?? '\n'];
      if (meant === undefined) return undefined;
      value += meant;
      kept = value.length;
    } else if (!isQuoted && (character === '#' || character === ';')) {
      at = endOfLine(text, at);
      break;
    } else if (!isQuoted && /\s/.test(character)) {
      if (value !== '') value += character;
    } else {
      value += character;
      kept = value.length;
    }
  }
  return isQuoted ? undefined : { value: value.slice(0, kept), end: at };
}
