import { enMeaning } from '../../figures/languages/enMeaning';
import { jaMeaning } from '../../figures/languages/jaMeaning';
import type { MeaningKind, MeaningLanguage } from '../../figures/languages/meaning';
import { type WayName, wayWords } from '../../figures/languages/ways';
import { zhMeaning } from '../../figures/languages/zhMeaning';
import type { Range } from '../../text/range';

/** A word that decides what a figure means. */
export interface MeaningWord extends Range {
  readonly kind: MeaningKind;
  readonly group: string;
  /** Words of one member say the same. */
  readonly member: string;
  /** Its coming or going alone makes the figure another one. */
  readonly strict: boolean;
}

interface Entry {
  readonly word: string;
  readonly kind: MeaningKind;
  readonly group: string;
  readonly member: string;
  readonly strict: boolean;
}

interface Lexicon {
  /** By the first two characters (see `keyAt`), the longest first. */
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
  readonly patterns: readonly (Omit<Entry, 'word' | 'member'> & { readonly pattern: RegExp })[];
  readonly pronouns: ReadonlySet<string>;
  /** Small words of one side, and those of the other, longest first. */
  readonly opposites: readonly (readonly [RegExp, RegExp])[];
  /** What may be added to the name of a person. */
  readonly titles: RegExp;
  /** Matches words that say no more than that something is so. */
  readonly neutral: RegExp;
}

/** The first two code units as one number; of a word of one, it alone. */
function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}

export type Script = MeaningLanguage['locale'];

const lexicons = new Map<Script, Lexicon>();

export function lexiconOf(script: Script): Lexicon {
  const known = lexicons.get(script);
  if (known) return known;
  const built = build(script === 'ja' ? jaMeaning : script === 'zh' ? zhMeaning : enMeaning);
  lexicons.set(script, built);
  return built;
}

/** Of each group one member excludes the other. */
const WAY_GROUPS: Readonly<Record<WayName, string>> = {
  rise: 'change',
  fall: 'change',
  profit: 'result',
  loss: 'result',
  pro: 'stance',
  contra: 'stance',
};

function build(language: MeaningLanguage): Lexicon {
  const entries = new Map<number, Entry[]>();
  const add = (entry: Entry) => {
    const key = keyAt(entry.word, 0);
    const list = entries.get(key);
    if (list) list.push(entry);
    else entries.set(key, [entry]);
  };
  const parse = (key: string) => {
    const [kind, group = '', member = ''] = key.replace(/^!/, '').split(' ');
    return { kind: kind as MeaningKind, group, member, strict: key.startsWith('!') };
  };
  for (const [way, group] of Object.entries(WAY_GROUPS) as [WayName, string][])
    for (const word of wayWords(language.locale, way, 'clause'))
      add({ kind: 'direction', group, member: way, strict: false, word });
  for (const [key, words] of Object.entries(language.words)) {
    const { kind, group, member, strict } = parse(key);
    for (const word of words.split('|')) add({ kind, group, member, strict, word });
  }
  for (const [member, words] of Object.entries(language.away))
    for (const word of words.split('|')) add({ kind: 'exactness', group: 'exactness', member, strict: true, word });
  for (const list of entries.values()) list.sort((a, b) => b.word.length - a.word.length);
  return {
    entries,
    patterns: Object.entries(language.patterns).map(([key, pattern]) => ({ ...parse(key), pattern })),
    pronouns: new Set(language.pronouns.split('|')),
    opposites: language.opposites.map((pair) => {
      const [one = '', other = ''] = pair
        .split(' / ')
        .map((words) => (language.locale === 'en' ? `\\b(?:${words})\\b` : words));
      return [new RegExp(one, 'iu'), new RegExp(other, 'iu')] as const;
    }),
    titles: new RegExp(language.locale === 'en' ? `^(?:${language.titles})$` : `(?:${language.titles})$`, 'iu'),
    neutral: new RegExp(language.locale === 'en' ? `\\b(?:${language.neutral})\\b` : language.neutral, 'u'),
  };
}

/** The words of a text that decide what its figures mean, in order; `text` in small letters. */
export function findMeaningWords(text: string, script: Script): MeaningWord[] {
  const { entries, patterns } = lexiconOf(script);
  const found: MeaningWord[] = [];
  // Of each kind the longest word counts, and what is within it is no other word of that kind.
  const ends = new Map<string, number>();
  for (const { pattern, kind, group, strict } of patterns)
    for (const match of matchesOf(pattern, text)) {
      const start = match.index;
      const end = start + match[0].length;
      found.push({ kind, group, strict, member: canonical(match[0], script), start, end });
    }
  const taken = found.slice();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x27 || (isLatin(code) && at > 0 && isLatin(text.charCodeAt(at - 1)))) continue;
    const both = entries.get(keyAt(text, at));
    const single = code < 0x2e80 ? undefined : entries.get(code * 0x10000);
    if (!both && !single) continue;
    // One word may be of more than one group: what failed was not passed, and it did not succeed.
    const kinds = new Map<MeaningKind, string>();
    for (const { word, kind, group, member, strict } of both && single ? [...both, ...single] : (both ?? single)!) {
      const longer = kinds.get(kind);
      if (!text.startsWith(word, at) || (longer === undefined ? (ends.get(kind) ?? 0) > at : longer !== word)) continue;
      const end = at + word.length;
      if (isLatin(text.charCodeAt(end - 1)) && end < text.length && isLatin(text.charCodeAt(end))) continue;
      kinds.set(kind, word);
      ends.set(kind, end);
      if (taken.some((other) => other.kind === kind && other.start < end && at < other.end)) continue;
      if (kind === 'per' && (isPointInTime(text, end) || (script === 'en' && isArticle(text, at, word)))) continue;
      found.push({ kind, group, member, strict, start: at, end });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** As `matchAll`, without the copy of the expression that it makes each time. */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const next = pattern.lastIndex;
    yield match;
    pattern.lastIndex = next;
  }
}

/** A year ago, a day after: when it was, not per what. An annual report is none of a figure. */
function isPointInTime(text: string, end: number): boolean {
  return /^ (?:ago|earlier|later|after|before|of|in|from|to come|report|meeting|general|results|conference|accounts|review|event|festival)\b/.test(
    text.slice(end, end + 14),
  );
}

/** "$15 an hour" and "40 cars a day" are rates; "a person close to the talks" is somebody. */
function isArticle(text: string, at: number, word: string): boolean {
  return (
    /^an? /.test(word) &&
    !/(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|[mb]illion|thousand)\b)[^.;!?]{0,32}$/.test(
      text.slice(Math.max(0, at - 48), at),
    )
  );
}

const UNITS: Readonly<Record<string, string>> = {
  hr: 'hour',
  h: 'hour',
  hrs: 'hour',
  yr: 'year',
  y: 'year',
  mo: 'month',
  wk: 'week',
  d: 'day',
  s: 'second',
  sec: 'second',
  min: 'minute',
};
const KANJI = '〇一二三四五六七八九';

/** The unit of a rate by its name: hr and h are an hour. */
export function shortUnit(unit: string): string {
  return (UNITS[unit] ?? unit).replace(/s$/, '');
}

/** One way of writing what was matched: 一人当り and 1人あたり, per hour and /h. */
function canonical(match: string, script: Script): string {
  const month = match.replace(/(?<!\d)0+(?=\d)/g, '');
  if (month !== match) return canonical(month, script);
  if (script === 'en') {
    const words = match
      .replace(/^(?:per |\/)|^.*\b(?=(?:\d+|[a-z]+)[- ][a-z]+$)/g, '')
      .replace(/-/g, ' ')
      .trim();
    return (UNITS[words] ?? words).replace(/s$/, '');
  }
  const plain = match
    .replace(/当たり|あたり|当り|につき|ごとに|毎に/u, '')
    .replace(/^[/每]/u, '')
    .replace(/[〇一二三四五六七八九](?![十百千])/gu, (digit) => String(KANJI.indexOf(digit)))
    .replace(/[かヶヵ]/gu, 'カ')
    .replace(/^1(?!\d)/u, '')
    .replace(/[~至到・]/gu, '-')
    .replace(/^第/u, '');
  return plain;
}

/** A small letter or a digit; the text has no capitals. */
function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
