import { isRecord } from '../../../src/core/store/conflictValue';
import type { YamlValue } from '../../../src/core/store/toData';
import { textToYaml } from '../../../src/core/store/toYaml';

/** A repeatable source of choices (mulberry32), so that a failing seed can be run again. */
export interface Dice {
  below(limit: number): number;
  chance(oneIn: number): boolean;
  pick<T>(items: readonly T[]): T;
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, chance: (oneIn) => below(oneIn) === 0, pick: (items) => items[below(items.length)]! };
}

const TEXTS = [
  '143億ドルを投資し',
  'Meta is investing $14.3 billion',
  '約半数の株式、',
  'a: b',
  'x #y',
  "it's",
  'say "no"',
  '- dash',
  '',
  ' padded ',
  'true',
  '2025',
  '2025-06',
  'null',
  '~',
  '[a',
  '{b}',
  'a, b',
  '* star',
  '& and',
  '!bang',
  '%',
  '@at',
  '𠮷野家😀',
  'line\nbreak',
  'two\n\nbreaks\n',
  'tab\there',
  'back\\slash',
  'trailing:',
  '1e5',
  '0x1f',
  '.5',
  'ends\n',
  '　全角',
  'é\u0301',
  '...',
  '--- x',
  'long '.repeat(40).trim(),
];
const KEYS = [
  'target',
  '日本語の鍵',
  'note',
  'by',
  'a b',
  'c-7f3q2k',
  'x.y',
  '2025',
  'key: odd',
  '#hash',
  'true',
  "it's",
  'claims',
  'list',
  'URL',
];

/** Any text a newsroom might store, and those that YAML finds hard. */
export function oddText(dice: Dice): string {
  return dice.pick(TEXTS);
}

export function oddKey(dice: Dice): string {
  return dice.pick(KEYS);
}

export function oddValue(dice: Dice, depth: number): YamlValue {
  const kind = dice.below(depth > 0 ? 8 : 5);
  if (kind < 3) return oddText(dice);
  if (kind === 3) return dice.pick([0, 517, -1.5, 2025, 1e21, true, false, null]);
  if (kind === 4) return oddText(dice);
  if (kind === 5) return Array.from({ length: dice.below(4) }, () => oddValue(dice, depth - 1));
  return oddRecord(dice, depth - 1, dice.below(5));
}

export function oddRecord(dice: Dice, depth: number, size: number): Record<string, YamlValue> {
  return Object.fromEntries(Array.from({ length: size }, () => [oddKey(dice), oddValue(dice, depth)]));
}

/** Writes data as a person with no house style might: every entry in another one of YAML's forms. */
export function toOddYaml(data: Record<string, YamlValue>, dice: Dice): string {
  let anchors = 0;
  const lines: string[] = [];
  if (dice.chance(3)) lines.push('# 見出し: a comment');
  if (dice.chance(8)) lines.push('---');
  if (dice.chance(6)) lines.push(flow(data, 0));
  else lines.push(...block(data, 0));
  if (dice.chance(4)) lines.push('# the end');
  if (dice.chance(6)) lines.push(dice.pick(['', '  ']));
  if (dice.chance(20)) lines.push('...');
  const lineBreak = dice.chance(4) ? '\r\n' : '\n';
  const text = lines.join('\n').replaceAll('\n', lineBreak) + (dice.chance(5) ? '' : lineBreak);
  return (dice.chance(8) ? '\ufeff' : '') + text;

  function comment(): string {
    return dice.chance(6) ? dice.pick(['  # 注', ' # note: x', '   #', '\t# }']) : '';
  }

  function anchor(): string {
    return dice.chance(12) ? `&a${++anchors} ` : '';
  }

  function block(value: YamlValue, indent: number): string[] {
    const pad = ' '.repeat(indent);
    const out: string[] = [];
    const entries: [string, YamlValue][] = Array.isArray(value)
      ? value.map((item) => ['', item])
      : Object.entries(value as Record<string, YamlValue>);
    for (const [key, item] of entries) {
      if (dice.chance(8)) out.push(`${pad}${dice.pick(['# 前の注', '#', '  # deeper'])}`);
      if (dice.chance(12)) out.push(dice.pick(['', '', '   ']));
      const head = Array.isArray(value)
        ? `${pad}-`
        : dice.chance(15)
          ? `${pad}? ${keyText(key)}\n${pad}:`
          : `${pad}${keyText(key)}${dice.chance(10) ? ' ' : ''}:`;
      const isCollection = item !== null && typeof item === 'object' && Object.keys(item).length > 0;
      if (isCollection && !dice.chance(4)) {
        const step = dice.pick([1, 2, 2, 3, 4]);
        if (Array.isArray(value) && isRecord(item) && dice.chance(2)) {
          const inner = block(item, indent + 2);
          const first = inner.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'));
          out.push(...inner.slice(0, first), `${head} ${inner[first]!.slice(indent + 2)}`, ...inner.slice(first + 1));
        } else {
          const isFlush = Array.isArray(item) && isRecord(value) && dice.chance(3);
          const mark = anchor();
          out.push(
            `${head}${mark ? ` ${mark.trimEnd()}` : ''}${comment()}`,
            ...block(item, isFlush ? indent : indent + step),
          );
        }
      } else if (isCollection) out.push(`${head} ${anchor()}${flow(item, indent + 2)}${comment()}`);
      else out.push(...scalarLines(head, item, indent));
    }
    return out;
  }

  function scalarLines(head: string, item: YamlValue, indent: number): string[] {
    if (typeof item === 'string' && dice.chance(3) && /^[^\0-\x09\x0b-\x1f\u0085\u2028]+$/.test(item))
      return blockScalar(`${head} ${anchor()}`, item, indent);
    if (typeof item === 'string' && dice.chance(8) && /^[^ \0-\x1f][^\0-\x1f]* [^ \0-\x1f]+$/.test(item)) {
      // In quotes, too, a text may go on in the next line.
      const written = textToYaml(item, false, dice.pick(['single', 'double'] as const));
      const space = written.lastIndexOf(' ');
      if (/^["']/.test(written) && written[space - 1] !== ' ')
        return [
          `${head} ${written.slice(0, space)}`,
          `${' '.repeat(indent + 2)}${written.slice(space + 1)}${comment()}`,
        ];
    }
    if (anchors > 0 && dice.chance(10)) return [`${head} *a${1 + dice.below(anchors)}${comment()}`];
    if (item === null && dice.chance(2)) return [`${head}${comment()}`];
    if (typeof item === 'string' && dice.chance(6) && /^[A-Za-z]+( [A-Za-z]+)+$/.test(item)) {
      const words = item.split(' ');
      return [`${head} ${words[0]}`, `${' '.repeat(indent + 3)}${words.slice(1).join(' ')}${comment()}`];
    }
    return [`${head} ${anchor()}${scalar(item, false)}${comment()}`];
  }

  /** A text as `|` or `>`, with the sign that keeps the line breaks at its end as they are. */
  function blockScalar(head: string, item: string, indent: number): string[] {
    const step = dice.pick([1, 2, 4]);
    const body = item.replace(/\n+$/, '');
    const ends = item.length - body.length;
    const chomp = ends === 0 ? '-' : ends === 1 && body !== '' ? '' : '+';
    // The indent of a text that begins with space or a line break has to be told.
    const mark = /^[ \n]|^$/.test(body) || dice.chance(4) ? String(step) : '';
    const isFolded = !body.includes('\n') && !body.startsWith(' ') && dice.chance(3);
    const rows = body === '' ? [] : body.split('\n').map((line) => (line ? ' '.repeat(indent + step) + line : ''));
    const blank = Array<string>(Math.max(0, ends - (body === '' ? 0 : 1))).fill('');
    return [`${head}${isFolded ? '>' : '|'}${mark}${chomp}${comment()}`, ...rows, ...blank];
  }

  function keyText(key: string): string {
    return textToYaml(key, true, dice.pick(['plain', 'plain', 'single', 'double'] as const));
  }

  function scalar(item: YamlValue, inFlow: boolean): string {
    if (typeof item === 'string')
      return textToYaml(item, inFlow, dice.pick(['plain', 'plain', 'single', 'double'] as const));
    return Array.isArray(item) ? '[]' : isRecord(item) ? '{}' : String(item);
  }

  function flow(value: YamlValue, indent: number): string {
    if (value === null || typeof value !== 'object') return scalar(value, true);
    const isList = Array.isArray(value);
    const entries = isList
      ? value.map((item) => flow(item, indent + 2))
      : Object.entries(value).map(([key, item]) => `${keyText(key)}: ${flow(item, indent + 2)}`);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    if (entries.length > 0 && dice.chance(4)) {
      const pad = ' '.repeat(indent + 2);
      const isLeading = dice.chance(6);
      const rows = entries.flatMap((entry, index) => {
        const hasComma = isLeading ? false : index < entries.length - 1 || dice.chance(3);
        const row = `${pad}${isLeading && index > 0 ? ', ' : ''}${entry}${hasComma ? ',' : ''}${comment()}`;
        return dice.chance(6) ? [`${pad}# 行の注`, row] : [row];
      });
      return `${open}${comment()}\n${rows.join('\n')}\n${' '.repeat(indent + 1)}${close}`;
    }
    const space = dice.pick(['', ' ']);
    const last = entries.length > 0 && dice.chance(6) ? ',' : '';
    return `${open}${space}${entries.join(dice.pick([', ', ', ', ' , ']))}${last}${space}${close}`;
  }
}
