import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The text a call asks the translators for; undefined where it is no literal. */
export interface Key {
  readonly file: string;
  readonly text: string | undefined;
}

const literal = /(['"`])((?:\\[\s\S]|(?!\1)[^\\])*)\1/y;

/** What begins like a comment inside of a literal, such as a glob or an address, is none. */
const literalOrComment = /(['"])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\[\s\S]|[^\\`])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** Every first argument of `l10n.t(…)` and `message(…)` in a source text. Comments and regular expressions are not read as such. */
export function readKeys(file: string, source: string): Key[] {
  const keys: Key[] = [];
  const code = source.replace(literalOrComment, (part) => (part.startsWith('/') ? ' '.repeat(part.length) : part));
  for (const call of code.matchAll(/(?<![\w.])(?:vscode\.)?(?:l10n\.t|message)\(\s*/g)) {
    if (/function $/.test(code.slice(0, call.index))) continue;
    literal.lastIndex = call.index + call[0].length;
    const match = literal.exec(code);
    const isTemplate = match?.[1] === '`' && match[2]!.includes('${');
    keys.push({ file, text: match && !isTemplate ? unescapeLiteral(match[2]!) : undefined });
  }
  return keys;
}

function unescapeLiteral(text: string): string {
  return text.replace(/\\(?:u\{?([0-9a-fA-F]+)\}?|([\s\S]))/g, (_, hex: string | undefined, character: string) =>
    hex === undefined ? (character === 'n' ? '\n' : character) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** The TypeScript files below a folder, with their texts. */
export function* sourceFiles(folder: string): Iterable<readonly [file: string, text: string]> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (name.endsWith('.ts')) yield [file, readFileSync(file, 'utf8')];
  }
}
