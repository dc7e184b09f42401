import { isSeq, type ParsedNode } from 'yaml';
import type { TextEdit } from '../model/problem';
import type { Range } from '../text/range';
import type { Path } from './checkShape';
import type { YamlText } from './planYamlEdit';
import { behindEntry, isFirstOnLine, lineBreakOf, lineStart } from './yamlLines';
import { entriesOf, findEntry, isCollection, type YamlCollection, type YamlEntry } from './yamlNodes';

/**
 * Edits that take the entry at a path out of its collection. The last entry leaves `{}` or `[]`. Comments on
 * lines of their own stay, except those inside of what is removed. No edits when there is no such entry.
 * @param withBlankLines takes the blank lines below along, which would else become part of a text above.
 */
export function planRemove(yaml: YamlText, path: Path, withBlankLines = false): readonly TextEdit[] | undefined {
  const owner = findEntry(yaml.contents, path.slice(0, -1));
  const entry = findEntry(yaml.contents, path)?.entries.at(-1);
  if (!entry || !isCollection(owner?.node)) return [];
  const node = owner.node;
  const entries = entriesOf(node);
  const index = entries.findIndex(({ name }) => name === entry.name);
  return node.flow
    ? removeFromFlow(yaml, node, entries, index)
    : removeFromBlock(yaml, node, owner.entries.at(-1), entries, index, withBlankLines);
}

/** Lines that hold nothing else go whole; what others stand on keeps its place, also a comma behind the last one. */
function removeFromFlow(
  { text }: YamlText,
  node: ParsedNode & YamlCollection,
  entries: readonly YamlEntry[],
  index: number,
): readonly TextEdit[] {
  const entry = entries[index]!;
  const previous = entries[index - 1];
  const next = entries[index + 1];
  const inside = { start: node.range[0] + 1, end: node.range[1] - 1 };
  const before = previous && findComma(text, previous.end, entry.start);
  const after = findComma(text, entry.end, next?.start ?? inside.end);
  if (entries.length === 1) {
    const around = text.slice(inside.start, entry.start) + text.slice(entry.end, inside.end);
    if (/^[ \t,]*$/.test(around)) return [{ range: inside, text: '' }];
  }
  const isOnLine = (comma: number | undefined, from: number, to: number): comma is number =>
    comma !== undefined && !text.slice(from, to).includes('\n');
  const trailing = isOnLine(after, entry.end, after ?? 0);
  const leading = !trailing && isOnLine(before, before ?? 0, entry.start);
  const start = leading ? before : entry.start;
  const end = trailing ? after + 1 : entry.end;
  const cuts = [{ start, end }];
  if (!trailing && !leading && next && after !== undefined) cuts.push({ start: after, end: after + 1 });
  return [widen(text, { start, end }, inside), ...cuts.slice(1)].map((range) => ({ range, text: '' }));
}

/** Takes the white space along that the cut leaves over; the line, when only a comment on it is left. */
function widen(text: string, { start, end }: Range, inside: Range): Range {
  const spaceBefore = start - /[ \t]*$/.exec(text.slice(inside.start, start))![0].length;
  const spaceAfter = end + /^[ \t]*/.exec(text.slice(end, inside.end))![0].length;
  const endsLine = /^(?:#[^\r\n]*)?(?:\r?\n)/.exec(text.slice(spaceAfter, inside.end));
  const startsLine = text[spaceBefore - 1] === '\n';
  if (endsLine && startsLine) return { start: spaceBefore, end: spaceAfter + endsLine[0].length };
  // Behind what stays on the line, only its end follows.
  if (endsLine) return { start: spaceBefore, end };
  if (spaceAfter === inside.end && !startsLine) {
    // The last one gives up the comma before it, and keeps the space that the bracket had.
    return { start: start - /,?[ \t]*$/.exec(text.slice(inside.start, start))![0].length, end };
  }
  return { start, end: spaceAfter };
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
  withBlankLines: boolean,
): readonly TextEdit[] {
  const entry = entries[index]!;
  const empty = isSeq(node) ? '[]' : '{}';
  const startsLine = isFirstOnLine(text, entry.start);
  const below = behindEntry(text, entry);
  const blank = withBlankLines ? /^(?:[ \t]*\r?\n)*(?:[ \t]+$)?/.exec(text.slice(below))![0].length : 0;
  const lines = { start: lineStart(text, entry.start), end: below + blank };
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
