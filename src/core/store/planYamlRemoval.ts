import { isSeq, type ParsedNode } from 'yaml';
import type { TextEdit } from '../model/problem';
import type { Path } from './checkShape';
import type { YamlText } from './planYamlEdit';
import { behindEntry, isFirstOnLine, lineBreakOf, lineStart } from './yamlLines';
import { entriesOf, findEntry, isCollection, type YamlCollection, type YamlEntry } from './yamlNodes';

/**
 * Edits that take the entry at a path out of its collection. The last entry leaves `{}` or `[]`. Comments on
 * lines of their own stay, except those inside of what is removed. No edits when there is no such entry.
 */
export function planRemove(yaml: YamlText, path: Path): readonly TextEdit[] | undefined {
  const owner = findEntry(yaml.contents, path.slice(0, -1));
  const entry = findEntry(yaml.contents, path)?.entries.at(-1);
  if (!entry || !isCollection(owner?.node)) return [];
  const node = owner.node;
  const entries = entriesOf(node);
  const index = entries.findIndex(({ name }) => name === entry.name);
  return node.flow
    ? removeFromFlow(yaml, node, entries, index)
    : removeFromBlock(yaml, node, owner.entries.at(-1), entries, index);
}

function removeFromFlow(
  { text }: YamlText,
  node: ParsedNode & YamlCollection,
  entries: readonly YamlEntry[],
  index: number,
): readonly TextEdit[] {
  const entry = entries[index]!;
  const cut = (start: number, end: number): TextEdit[] => [{ range: { start, end }, text: '' }];
  if (entries.length === 1) {
    const inside = { start: node.range[0] + 1, end: node.range[1] - 1 };
    const around = text.slice(inside.start, entry.start) + text.slice(entry.end, inside.end);
    return around.includes('#') ? cutWithComma(text, entry, inside.end) : cut(inside.start, inside.end);
  }
  const previous = entries[index - 1];
  const next = entries[index + 1];
  if (previous && !text.slice(previous.end, entry.start).includes('#')) return cut(previous.end, entry.end);
  if (next && !text.slice(entry.end, next.start).includes('#')) return cut(entry.start, next.start);
  if (next) return cutWithComma(text, entry, next.start);
  // The comma before the last entry stands behind the previous one, perhaps with comments between.
  const comma = findComma(text, previous!.end, entry.start);
  const edits = cut(entry.start, entry.end);
  return comma === undefined ? edits : [...cut(comma, comma + 1), ...edits];
}

function cutWithComma(text: string, entry: YamlEntry, limit: number): readonly TextEdit[] {
  const comma = findComma(text, entry.end, limit);
  const edits: TextEdit[] = [{ range: { start: entry.start, end: entry.end }, text: '' }];
  if (comma !== undefined) edits.push({ range: { start: comma, end: comma + 1 }, text: '' });
  return edits;
}

/** The comma between two entries; one inside of a comment does not count. */
function findComma(text: string, from: number, to: number): number | undefined {
  const between = text.slice(from, to).replace(/(^|\s)#[^\r\n]*/g, (comment) => ' '.repeat(comment.length));
  const comma = between.indexOf(',');
  return comma < 0 ? undefined : from + comma;
}

function removeFromBlock(
  { text }: YamlText,
  node: ParsedNode & YamlCollection,
  owner: YamlEntry | undefined,
  entries: readonly YamlEntry[],
  index: number,
): readonly TextEdit[] {
  const entry = entries[index]!;
  const empty = isSeq(node) ? '[]' : '{}';
  const startsLine = isFirstOnLine(text, entry.start);
  const lines = { start: lineStart(text, entry.start), end: behindEntry(text, entry) };
  if (entries.length === 1) {
    if (!startsLine || !owner)
      return [{ range: { start: entry.start, end: entry.end }, text: closed(text, entry, empty) }];
    const behindOwner = Math.max(owner.valueStart, owner.anchor?.end ?? 0, owner.tag?.end ?? 0);
    return [
      { range: { start: behindOwner, end: behindOwner }, text: ` ${empty}` },
      { range: lines, text: '' },
    ];
  }
  if (startsLine) return [{ range: lines, text: '' }];
  const next = entries[index + 1]!;
  if (text.slice(entry.end, next.start).trim() === '') {
    return [{ range: { start: entry.start, end: next.start }, text: '' }];
  }
  return [{ range: { start: entry.start, end: entry.end }, text: closed(text, entry, '') }];
}

/** A text in place of an entry; when the entry's block scalar took the line break with it, that is put back. */
function closed(text: string, entry: YamlEntry, replacement: string): string {
  return text[entry.end - 1] === '\n' ? replacement + lineBreakOf(text) : replacement;
}
