import { Composer, CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { type Message, message } from '../model/message';
import type { Problem } from '../model/problem';

/** The longest store file that is read, in UTF-16 code units. A long article with a thousand claims has half of one million. */
export const MAX_FILE_LENGTH = 10_000_000;
/** Levels of nesting; a file of the store has eight. */
export const MAX_DEPTH = 64;
/** Tokens of YAML: bounds time (some seconds) and memory for a file that is nothing but brackets. */
const MAX_TOKENS = 1_000_000;
const MAX_REPORTED = 50;

export interface YamlDocument {
  /** Undefined when the text was refused as a whole, or holds nothing but comments. */
  readonly contents: ParsedNode | undefined;
  readonly problems: readonly Problem[];
  /** False when the text is not one well-formed document: it may be read, but not edited. */
  readonly wellFormed: boolean;
}

/**
 * Parses a text with the `yaml` package (YAML 1.2, core schema) into nodes with ranges, in bounded time and
 * memory. Never throws. Duplicate keys and aliases are left for `toData`.
 */
export function parseYamlDocument(text: string): YamlDocument {
  const refused = (reason: Message, start = 0, end = Math.min(text.length, start + 1)): YamlDocument => ({
    contents: undefined,
    problems: [{ rule: 'store/syntax', message: reason, range: { start, end }, severity: 'error' }],
    wellFormed: false,
  });
  if (text.length > MAX_FILE_LENGTH) {
    return refused(message('This file is too large to be read (over {megabytes} MB).', { megabytes: 10 }));
  }
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let count = 0;
  let open = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_TOKENS) return refused(message('This file has too many parts to be read.'), offset);
    if (lexeme === '[' || lexeme === '{') open++;
    else if (lexeme === ']' || lexeme === '}') open--;
    if (open > MAX_DEPTH) return refused(message('This file is nested too deeply to be read.'), offset);
    if (lexeme === CST.BOM && offset === 0) {
      // The parser would no longer count the spaces that the first line is set in by.
      parser.offset = ++offset;
      continue;
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The lexer marks modes with these control characters; they stand for no text.
    if (lexeme !== CST.DOCUMENT && lexeme !== CST.SCALAR && lexeme !== CST.FLOW_END) offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  const deep = tooDeep(tokens);
  if (deep !== undefined) return refused(message('This file is nested too deeply to be read.'), deep);

  const composer = new Composer({ keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  const first = documents[0]!;
  const problems: Problem[] = [];
  const errors = documents.flatMap((document) => document.errors);
  for (const error of errors.slice(0, MAX_REPORTED)) {
    problems.push({
      rule: 'store/syntax',
      message: syntaxMessage(error.code, error.message),
      range: clamp(error.pos, text.length),
      severity: 'error',
    });
  }
  if (documents.length > 1) {
    const at = documents[1]!.range[0];
    problems.push({
      rule: 'store/syntax',
      message: message('A line of --- starts a second document. Only what stands before it is read.'),
      range: clamp([at, at + 3], text.length),
      severity: 'error',
    });
  }
  const wellFormed = problems.length === 0;
  for (const warning of first.warnings.slice(0, MAX_REPORTED)) {
    problems.push({
      rule: 'store/syntax',
      message: message('This YAML tag or directive is not known here and was ignored.'),
      range: clamp(warning.pos, text.length),
      severity: 'warning',
    });
  }
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text);
  if (control) {
    problems.push({
      rule: 'store/syntax',
      message: message('A control character stands here (U+{code}). Delete it.', {
        code: control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'),
      }),
      range: { start: control.index, end: control.index + 1 },
      severity: 'error',
    });
  }
  return { contents: (first.contents as ParsedNode | null) ?? undefined, problems, wellFormed: wellFormed && !control };
}

/** The offset of the first token below the limit. Iterative, because the nesting may be as deep as the text is long. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const pending = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document' && token.value) pending.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key) pending.push({ token: item.key, depth: depth + 1 });
      if (item.value) pending.push({ token: item.value, depth: depth + 1 });
    }
  }
  return undefined;
}

function clamp([start, end]: readonly [number, number], length: number) {
  const from = Math.max(0, Math.min(start, length));
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

/** The parser's error codes in words for someone who does not program. */
function syntaxMessage(code: string, detail: string): Message {
  switch (code) {
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message(
        'The lines do not line up here. Compare the spaces at their start with those of the lines around.',
      );
    case 'TAB_AS_INDENT':
      return message('A tab stands at the start of this line. Use spaces.');
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
    case 'MULTILINE_IMPLICIT_KEY':
      return message(
        'Something is missing or left over here: a quotation mark, a bracket, a comma, or the space after a colon.',
      );
    case 'BAD_SCALAR_START':
      return message('A text may not start with this character. Put the text in quotation marks.');
    case 'BAD_DQ_ESCAPE':
      return message(
        'A backslash inside of "…" starts a code such as \\n. Write it twice, or use single quotation marks.',
      );
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return message(
        'A name marked with & or * is wrong here. Put the text in quotation marks if it should start with that sign.',
      );
    case 'RESOURCE_EXHAUSTION':
      return message('This file is nested too deeply to be read.');
    case 'MULTIPLE_DOCS':
      return message('A line of --- starts a second document. Only what stands before it is read.');
    default:
      return message('This is not valid YAML: {detail}', { detail });
  }
}
