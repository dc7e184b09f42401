import { isRecord } from './conflictValue';
import type { YamlValue } from './toData';

/** How a text is written: bare where YAML allows, or as the text that it replaces was. */
export type ScalarStyle = 'plain' | 'single' | 'double';

/** Strings that YAML's core schema reads as null, a truth value or a number, and the merge key. */
const NOT_TEXT =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|<<|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
/** An indicator at the start, space at an end, `: ` or ` #` inside, or a colon at the end. */
const NOT_PLAIN = /^[-?:,[\]{}#&*!|>'"%@`=\s\u00a0]|[\s\u00a0]$|:[\s]|\s#|:$|^\.\.\./u;
/** Control characters, line separators, the byte order mark, non-characters and lone surrogates: only escapes carry these. */
const NEEDS_ESCAPE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** What YAML's core schema makes of an unquoted text: the tests are those of YAML 1.2.2, section 10.3.2. */
export function resolvePlain(text: string): string | number | boolean | null {
  if (!NOT_TEXT.test(text) || text === '<<') return text;
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null;
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (/^\.nan$/i.test(text)) return Number.NaN;
  const infinite = /^([-+]?)\.inf$/i.exec(text);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (text.startsWith('0o')) return Number.parseInt(text.slice(2), 8);
  if (text.startsWith('0x')) return Number.parseInt(text.slice(2), 16);
  return Number.parseFloat(text);
}

/** Writes a text on one line, in the wanted style where that can hold it. Reads back as the same text, in flow and in block. */
export function textToYaml(text: string, flow: boolean, style: ScalarStyle = 'plain'): string {
  if (NEEDS_ESCAPE.test(text)) return doubleQuoted(text);
  if (style === 'plain' && !NOT_TEXT.test(text) && !NOT_PLAIN.test(text) && !(flow && /[,[\]{}]/.test(text))) {
    return text;
  }
  if (style === 'double') return doubleQuoted(text);
  if (style === 'single' || (/["\\]/.test(text) && !text.includes("'"))) return `'${text.replaceAll("'", "''")}'`;
  return doubleQuoted(text);
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Writes null, a truth value, a number or a text. */
export function scalarToYaml(value: YamlValue, flow: boolean, style?: ScalarStyle): string {
  if (typeof value === 'string') return textToYaml(value, flow, style);
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return '.nan';
    if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
    return Object.is(value, -0) ? '-0.0' : String(value);
  }
  return String(value);
}

/** Writes any value on one line. */
export function flowToYaml(value: YamlValue): string {
  if (Array.isArray(value)) return `[${value.map(flowToYaml).join(', ')}]`;
  if (!isRecord(value)) return scalarToYaml(value, true);
  const entries = Object.entries(value).map(([key, item]) => `${textToYaml(key, true)}: ${flowToYaml(item)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

/** Mappings that are short enough to stand on one line, by the key they stand under. */
const ON_ONE_LINE = new Set(['target', 'locator', 'measure', 'detached', 'names', 'issued', 'accessed', 'conflict']);
/** Lists, and mappings by id, whose items stand on one line each. */
const ITEMS_ON_ONE_LINE = new Set([
  'verdicts',
  'thread',
  'author',
  'exemptions',
  'mentions',
  'rates',
  'people',
  'patterns',
]);

/**
 * Whether house style writes the value on one line: scalars, lists of them, and what holds little or comes in
 * long rows (verdicts, the entries of a thread, exemptions).
 */
export function isOnOneLine(value: YamlValue, path: readonly (string | number)[]): boolean {
  if (Array.isArray(value))
    return value.length === 0 || value.every((item) => item === null || typeof item !== 'object');
  if (!isRecord(value) || Object.keys(value).length === 0) return true;
  if (Array.isArray(value.conflict)) return true;
  return ON_ONE_LINE.has(String(path.at(-1))) || ITEMS_ON_ONE_LINE.has(String(path.at(-2)));
}

/** How lines of new YAML are laid out, taken from the file they go into. */
export interface Layout {
  /** Spaces by which a nested mapping is set in. */
  readonly step: number;
  /** Spaces by which the dashes of a list are set in below their key. */
  readonly listStep: number;
}

/** The lines of `key: value` in house style, each set in by `indent` spaces; nothing is wrapped. */
export function entryToLines(
  key: string,
  value: YamlValue,
  path: readonly (string | number)[],
  indent: number,
  layout: Layout,
): string[] {
  const head = `${' '.repeat(indent)}${textToYaml(key, false)}:`;
  if (isOnOneLine(value, path)) return [`${head} ${isScalar(value) ? scalarToYaml(value, false) : flowToYaml(value)}`];
  const inner = Array.isArray(value) ? indent + layout.listStep : indent + layout.step;
  return [head, ...collectionToLines(value, path, inner, layout)];
}

/** The lines of a collection's entries, each set in by `indent` spaces. */
export function collectionToLines(
  value: YamlValue,
  path: readonly (string | number)[],
  indent: number,
  layout: Layout,
): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => itemToLines(item, [...path, index], indent, layout));
  }
  return Object.entries(value as Record<string, YamlValue>).flatMap(([key, item]) =>
    entryToLines(key, item, [...path, key], indent, layout),
  );
}

/** The lines of `- value`, the dash set in by `indent` spaces. */
export function itemToLines(
  value: YamlValue,
  path: readonly (string | number)[],
  indent: number,
  layout: Layout,
): string[] {
  const dash = `${' '.repeat(indent)}- `;
  if (isOnOneLine(value, path)) return [dash + (isScalar(value) ? scalarToYaml(value, false) : flowToYaml(value))];
  const lines = collectionToLines(value, path, indent + 2, layout);
  return lines.map((line, index) => (index === 0 ? dash + line.slice(indent + 2) : line));
}

function isScalar(value: YamlValue): boolean {
  return value === null || typeof value !== 'object';
}
