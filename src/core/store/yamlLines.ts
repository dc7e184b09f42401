import { isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Layout } from './toYaml';
import { entriesOf, isCollection, type YamlEntry } from './yamlNodes';

export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  // The byte order mark takes no column.
  return start === 0 && text.startsWith('\ufeff') ? Math.min(1, offset) : start;
}

/** The start of the next line, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** How many characters stand before this one on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function lineBreakOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** Whether nothing but white space stands before the offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/**
 * The start of the line behind a block entry: behind the comment on its last line, and behind comments on
 * their own lines that are set in deeper than the entry and so are about its inside.
 */
export function behindEntry(text: string, entry: YamlEntry): number {
  const column = columnOf(text, entry.start);
  const endsOnLineStart = entry.end > 0 && text[entry.end - 1] === '\n';
  let behind = endsOnLineStart ? entry.end : nextLine(text, entry.end);
  for (let at = behind; at < text.length; ) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    const comment = /^( *)#/.exec(line);
    if (comment && comment[1]!.length > column) behind = next;
    else if (line.trim() !== '') break;
    at = next;
  }
  return behind;
}

/** How far this file sets in nested mappings and the dashes of lists; two spaces where it shows neither. */
export function layoutOf(text: string, contents: ParsedNode | undefined): Layout {
  const known = contents && knownLayouts.get(contents);
  const layout = known ?? readLayout(text, contents);
  if (contents) knownLayouts.set(contents, layout);
  return layout;
}

const knownLayouts = new WeakMap<ParsedNode, Layout>();

function readLayout(text: string, contents: ParsedNode | undefined): Layout {
  let step: number | undefined;
  let listStep: number | undefined;
  const pending: ParsedNode[] = contents ? [contents] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isCollection(node) || node.flow) continue;
    const entries = entriesOf(node);
    for (const { start, key, value } of entries) {
      if (!key || !isCollection(value) || value.flow) continue;
      const first = entriesOf(value)[0];
      const inset = first ? columnOf(text, first.start) - columnOf(text, start) : 0;
      if (isSeq(value)) listStep ??= inset;
      else if (inset > 0) step ??= inset;
    }
    if (step !== undefined && listStep !== undefined) break;
    for (const { value } of [...entries].reverse()) if (value) pending.push(value);
  }
  return { step: step ?? 2, listStep: listStep ?? 2 };
}

export function isBlockScalar(node: ParsedNode | undefined): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}
