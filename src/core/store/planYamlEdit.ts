import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { TextEdit } from '../model/problem';
import type { Path } from './checkShape';
import { isRecord } from './conflictValue';
import { isEmpty, planReplace, styleOf } from './planYamlReplacement';
import type { YamlValue } from './toData';
import {
  collectionToLines,
  entryToLines,
  flowToYaml,
  isOnOneLine,
  itemToLines,
  type Layout,
  textToYaml,
} from './toYaml';
import { behindEntry, columnOf, isFirstOnLine, layoutOf, lineBreakOf, lineStart, nextLine } from './yamlLines';
import { entriesOf, entryNamed, findEntry, isCollection, type YamlCollection, type YamlEntry } from './yamlNodes';

/** A well-formed YAML text with its nodes. */
export interface YamlText {
  readonly text: string;
  readonly contents: ParsedNode | undefined;
}

/** Where a new entry goes among those of its collection. */
export type Position = 'first' | 'last' | { readonly behind: string | number };

/**
 * Lines of an entry as another file has them, comments included, to be taken over when the entry is new here.
 * Set in by `column` spaces there.
 */
export interface BorrowedLines {
  readonly lines: readonly string[];
  readonly column: number;
}

/** Edits that give the entry at a path a new value; undefined when the way to it leads through a text. */
export function planSet(
  yaml: YamlText,
  path: Path,
  value: YamlValue,
  position: Position = 'last',
  borrowed?: BorrowedLines,
): readonly TextEdit[] | undefined {
  const { text, contents } = yaml;
  const layout = layoutOf(text, contents);
  if (isEmpty(contents)) return planFirstLines(yaml, nest(path, value), layout);
  for (let depth = path.length; depth >= 0; depth--) {
    const found = findEntry(contents, path.slice(0, depth));
    if (!found) continue;
    const inFlow = isInFlow(contents, path.slice(0, depth));
    const entry = found.entries.at(-1) ?? rootEntry(yaml);
    const rest = path.slice(depth);
    if (rest.length === 0) return planReplace(yaml, entry, path, value, inFlow, layout);
    if (!isCollection(found.node)) {
      if (found.node && !isNull(found.node)) return undefined;
      return planReplace(yaml, entry, path.slice(0, depth), nest(rest, value), inFlow, layout);
    }
    const name = rest[0]!;
    const inner = nest(rest.slice(1), value);
    const owner = path.slice(0, depth);
    const where = rest.length === 1 ? position : 'last';
    return planInsert(
      yaml,
      found.node,
      entry,
      owner,
      isSeq(found.node) ? undefined : String(name),
      inner,
      where,
      layout,
      borrowed,
    );
  }
  return undefined;
}

/** Edits that put an item into a list at an index. */
export function planInsertItem(
  yaml: YamlText,
  path: Path,
  index: number,
  value: YamlValue,
  borrowed?: BorrowedLines,
): readonly TextEdit[] | undefined {
  const found = findEntry(yaml.contents, path);
  if (!found || isNull(found.node)) return planSet(yaml, path, [value]);
  if (!isSeq(found.node)) return undefined;
  const position: Position = index <= 0 ? 'first' : { behind: index - 1 };
  const layout = layoutOf(yaml.text, yaml.contents);
  const entry = found.entries.at(-1) ?? rootEntry(yaml);
  return planInsert(
    yaml,
    found.node as ParsedNode & YamlCollection,
    entry,
    path,
    undefined,
    value,
    position,
    layout,
    borrowed,
  );
}

/** Edits that give an entry another key. */
export function planRename(yaml: YamlText, path: Path, key: string): readonly TextEdit[] | undefined {
  const entry = findEntry(yaml.contents, path)?.entries.at(-1);
  if (!entry?.key) return undefined;
  const range = { start: entry.key.range[0], end: entry.key.range[1] };
  return [{ range, text: textToYaml(key, isInFlow(yaml.contents, path), styleOf(entry.key)) }];
}

function isNull(node: ParsedNode | undefined): boolean {
  return !node || (isScalar(node) && node.value === null);
}

function nest(path: Path, value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>((inner, name) => ({ [name]: inner }), value);
}

/** Whether one of the collections around the entry at a path is in flow style, where block style cannot stand. */
export function isInFlow(contents: ParsedNode | undefined, path: Path): boolean {
  return path.some((_, depth) => {
    const node = findEntry(contents, path.slice(0, depth))?.node;
    return isCollection(node) && node.flow === true;
  });
}

function rootEntry({ contents, text }: YamlText): YamlEntry {
  const start = contents?.range[0] ?? text.length;
  return {
    name: '',
    start,
    key: undefined,
    value: contents,
    hasMark: true,
    valueStart: start,
    end: start,
    tag: undefined,
    anchor: undefined,
  };
}

function planFirstLines({ text }: YamlText, value: YamlValue, layout: Layout): readonly TextEdit[] | undefined {
  if (!isRecord(value)) return undefined;
  const lineBreak = lineBreakOf(text);
  const lines = collectionToLines(value, [], 0, layout).map((line) => line + lineBreak);
  // A document without contents may still be ended.
  const at = /^\ufeff?\.\.\.(?=\s|$)/m.exec(text)?.index ?? text.length;
  const start = at === 0 && text.startsWith('\ufeff') ? 1 : at;
  const startsLine = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\ufeff';
  return [{ range: { start, end: start }, text: (startsLine ? '' : lineBreak) + lines.join('') }];
}

function planInsert(
  yaml: YamlText,
  node: ParsedNode & YamlCollection,
  owner: YamlEntry,
  path: Path,
  key: string | undefined,
  value: YamlValue,
  position: Position,
  layout: Layout,
  borrowed?: BorrowedLines,
): readonly TextEdit[] {
  const { text } = yaml;
  const entries = entriesOf(node);
  const wanted = typeof position === 'object' ? position.behind : undefined;
  const before =
    position === 'first' ? undefined : (wanted !== undefined && entryNamed(node, wanted)) || entries.at(-1);
  const at = (offset: number, inserted: string): TextEdit[] => [
    { range: { start: offset, end: offset }, text: inserted },
  ];
  if (node.flow) {
    const isEmptyMap = isMap(node) && isOnOneLine(value, [...path, key ?? 0]) === false && entries.length === 0;
    const isBlank = text.slice(node.range[0] + 1, node.range[1] - 1).trim() === '';
    if (entries.length === 0 && isBlank && !isInFlow(yaml.contents, path) && owner.key && (isEmptyMap || isSeq(node))) {
      // An empty `{}` or `[]` in block style grows as house style would have written it.
      const grown: YamlValue = key === undefined ? [value] : { [key]: value };
      return planReplace(yaml, owner, path, grown, false, layout);
    }
    if (entries.length === 0 && isBlank && path.length === 0 && isMap(node) && isFirstOnLine(text, node.range[0]))
      return planFirstEntry(text, node, { [key ?? '']: value }, layout);
    const written = (key === undefined ? '' : `${textToYaml(key, true)}: `) + flowToYaml(value);
    if (before) return at(before.end, `, ${written}`);
    const first = entries[0];
    if (first) return at(first.start, `${written}, `);
    const inside = node.range[0] + 1;
    // Behind a comma, a comment may also begin its line.
    if (!isBlank) return at(inside, ` ${written},`);
    if (isSeq(node)) return at(inside, written);
    return at(inside, text[inside] === '}' ? ` ${written} ` : ` ${written}`);
  }
  const lineBreak = lineBreakOf(text);
  const indent = columnOf(text, entries[0]!.start);
  const lines = borrowed
    ? shiftLines(borrowed, indent)
    : key === undefined
      ? itemToLines(value, [...path, entries.length], indent, layout)
      : entryToLines(key, value, [...path, key], indent, layout);
  if (before) {
    const offset = behindEntry(text, before);
    const startsLine = offset === 0 || text[offset - 1] === '\n';
    return at(offset, startsLine ? lines.map((line) => line + lineBreak).join('') : lineBreak + lines.join(lineBreak));
  }
  const first = entries[0]!;
  if (!isFirstOnLine(text, first.start)) {
    return at(first.start, lines.join(lineBreak).slice(indent) + lineBreak + ' '.repeat(indent));
  }
  return at(aboveComments(text, first.start, indent), lines.map((line) => line + lineBreak).join(''));
}

/** A file from which the last entry was taken is `{}`; the next one is written as in any other file. */
function planFirstEntry(text: string, node: ParsedNode, value: YamlValue, layout: Layout): readonly TextEdit[] {
  const lineBreak = lineBreakOf(text);
  const [start, end] = node.range;
  const lines = collectionToLines(value, [], columnOf(text, start), layout).map((line) => line + lineBreak);
  const behind = nextLine(text, end);
  if (text.slice(end, behind).trim() === '')
    return [{ range: { start: lineStart(text, start), end: behind }, text: lines.join('') }];
  const startsLine = text[behind - 1] === '\n';
  return [
    { range: { start, end }, text: '' },
    { range: { start: behind, end: behind }, text: (startsLine ? '' : lineBreak) + lines.join('') },
  ];
}

/** The start of the line of an entry, or of the comment right above it that is set in as it is. */
function aboveComments(text: string, start: number, indent: number): number {
  let above = lineStart(text, start);
  // A comment at the top of a file is about the file.
  while (indent > 0 && above > 0) {
    const previous = lineStart(text, above - 1);
    const comment = /^( *)#/.exec(text.slice(previous, above));
    if (comment?.[1]?.length !== indent) break;
    above = previous;
  }
  return above;
}

function shiftLines({ lines, column }: BorrowedLines, indent: number): readonly string[] {
  if (column === indent) return lines;
  if (column < indent) return lines.map((line) => (line.trim() === '' ? line : ' '.repeat(indent - column) + line));
  return lines.map((line) => (line.startsWith(' '.repeat(column - indent)) ? line.slice(column - indent) : line));
}
