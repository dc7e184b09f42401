import { isScalar, isSeq, type ParsedNode } from 'yaml';
import type { TextEdit } from '../model/problem';
import type { Path } from './checkShape';
import type { YamlText } from './planYamlEdit';
import type { YamlValue } from './toData';
import { collectionToLines, flowToYaml, isOnOneLine, type Layout, type ScalarStyle, scalarToYaml } from './toYaml';
import { columnOf, isBlockScalar, isFirstOnLine, lineBreakOf, lineStart, nextLine } from './yamlLines';
import { entriesOf, isCollection, type YamlEntry } from './yamlNodes';

/** The quotes of a text, as far as a new one can take them over. */
export function styleOf(node: ParsedNode | undefined): ScalarStyle {
  if (!isScalar(node)) return 'plain';
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}

/** Edits that put a value in the place of the one that an entry has, or give it one. */
export function planReplace(
  yaml: YamlText,
  entry: YamlEntry,
  path: Path,
  value: YamlValue,
  inFlow: boolean,
  layout: Layout,
): readonly TextEdit[] {
  const { text } = yaml;
  const old = entry.value;
  const lineBreak = lineBreakOf(text);
  const edits: TextEdit[] = [];
  const brackets = bracketsAroundComments(text, old);
  if (entry.tag) {
    const end = /^ ?/.exec(text.slice(entry.tag.end))![0].length + entry.tag.end;
    edits.push({ range: { start: entry.tag.start, end }, text: '' });
  }
  const propsEnd = Math.max(entry.valueStart, entry.anchor?.end ?? 0, entry.tag?.end ?? 0);
  const isText = value === null || typeof value !== 'object';
  const oneLine = inFlow || isOnOneLine(value, path) || !entry.key;
  if (oneLine && brackets && !isText && Array.isArray(value) === isSeq(old)) {
    const range = { start: brackets.open + 1, end: brackets.open + 1 };
    return [...edits, { range, text: `${flowToYaml(value).slice(1, -1).trimEnd()},` }];
  }
  if (oneLine) {
    const written = isText ? scalarToYaml(value, inFlow, styleOf(old)) : flowToYaml(value);
    if (!entry.hasMark) return planMark(text, entry, inFlow, ` ${written}`);
    if (!old || isEmpty(old)) return [...edits, { range: { start: propsEnd, end: propsEnd }, text: ` ${written}` }];
    const isBlock = isCollection(old) && !old.flow;
    const comment = isBlock ? /^[ \t]*#[^\r\n]*/.exec(text.slice(propsEnd, entry.end)) : null;
    if (comment && entry.key) {
      // The comment behind the key stays behind the value, and with it one behind the last line.
      edits.push({ range: { start: propsEnd, end: propsEnd }, text: ` ${written}` });
      const start = propsEnd + comment[0].length;
      edits.push({ range: { start, end: entry.end - lineBreakLength(text, start, entry.end) }, text: '' });
      return edits;
    }
    const start = isBlock && entry.key ? propsEnd : old.range[0];
    const end = isBlock ? entry.end : old.range[1];
    const behind = isBlockScalar(old) ? (/^[^\n]*?( #[^\r\n]*)/.exec(text.slice(start, end))?.[1] ?? '') : '';
    const tail = end > start && text[end - 1] === '\n' ? lineBreak : '';
    edits.push({ range: { start, end }, text: (isBlock && entry.key ? ' ' : '') + written + behind + tail });
    return edits;
  }
  const indent = columnOf(text, entry.start);
  const inner = indent + (Array.isArray(value) ? layout.listStep : layout.step);
  const lines = collectionToLines(value, path, inner, layout);
  if (!entry.hasMark) return planMark(text, entry, inFlow, lineBreak + lines.join(lineBreak));
  const end = old && !isEmpty(old) ? entry.end : propsEnd;
  let isGone = false;
  if (brackets) {
    // The comments come to stand above the lines that are new.
    isGone = isFirstOnLine(text, brackets.close) && /^[ \t]*\r?$/.test(text.slice(end).split('\n', 1)[0]!);
    const close = isGone ? lineStart(text, brackets.close) : brackets.close;
    edits.push({ range: { start: brackets.open, end: brackets.open + 1 }, text: '' });
    edits.push({ range: { start: close, end: isGone ? nextLine(text, end) : end }, text: '' });
  } else if (end > propsEnd) {
    // The comment behind an empty `{}` stays on the line of the key.
    edits.push({ range: { start: propsEnd, end: end - lineBreakLength(text, propsEnd, end) }, text: '' });
  }
  const at = text[end - 1] === '\n' && end > propsEnd ? end : nextLine(text, end);
  const isLastLine = at === text.length && text[at - 1] !== '\n' && !isGone;
  const block = lines.join(lineBreak);
  edits.push({ range: { start: at, end: at }, text: isLastLine ? lineBreak + block : block + lineBreak });
  return edits;
}

/** How long the line break is that a stretch ends with. */
function lineBreakLength(text: string, start: number, end: number): number {
  return /\r?\n$/.exec(text.slice(start, end))?.[0].length ?? 0;
}

/** Where the brackets of a collection are that holds nothing but comments. */
function bracketsAroundComments(
  text: string,
  node: ParsedNode | undefined,
): { readonly open: number; readonly close: number } | undefined {
  if (!isCollection(node) || !node.flow || entriesOf(node).length > 0) return undefined;
  const [open, end] = node.range;
  return text.slice(open, end).includes('#') ? { open, close: end - 1 } : undefined;
}

/** Gives a key its colon and what follows it; that of `? key` stands on a line of its own, as the key does. */
function planMark(text: string, entry: YamlEntry, inFlow: boolean, behind: string): readonly TextEdit[] {
  if (inFlow) return [{ range: { start: entry.end, end: entry.end }, text: `:${behind}` }];
  const lineBreak = lineBreakOf(text);
  const at = nextLine(text, entry.end);
  const line = `${' '.repeat(columnOf(text, entry.start))}:${behind}`;
  const isLastLine = at === text.length && text[at - 1] !== '\n';
  return [{ range: { start: at, end: at }, text: isLastLine ? lineBreak + line : line + lineBreak }];
}

/** Whether a node says nothing: no contents, or nothing behind a key. */
export function isEmpty(node: ParsedNode | undefined): boolean {
  return !node || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}
