import { foldCode } from '../../text/foldCharacters';
import { CURRENCIES, CURRENCY_CODES } from '../currencies';
import type { Approximation, FigureKind } from '../figure';
import type { Language, Locale } from '../languages/language';
import { LANGUAGES } from '../languages/languages';
import { NUMBER_WORDS } from '../reading/readWords';
import { unitNamed } from '../units';
import { isCjk, isKatakana, isLetter } from './characters';
import { inSquares } from './inSquares';
import { Trie } from './trie';
import { plain, words, wordsOf } from './wordsOf';

/** A unit as it stands after a number (or, for money, before one). */
export interface UnitEntry {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly factor: number;
  /** Not after a lone kanji numeral. */
  readonly strict: boolean;
  /** Several currencies share this name (ドル, 元, ¥): the text decides which. */
  readonly loose: string | undefined;
  /** Ends in katakana, so that a katakana character behind it makes another word (トン, トンネル). */
  readonly needsBorder: boolean;
  /** The last character is a Latin letter: another one behind it makes another word. */
  readonly latin: boolean;
  /** An English singular that has a plural beside it in the table: not behind 500. */
  readonly singular: boolean;
  /** The word as written in the table. */
  readonly surface: string;
}

/** What a word that stands by itself means to the scanner. */
export type Mark =
  | { readonly type: 'skip' }
  | { readonly type: 'money'; readonly entry: UnitEntry }
  | { readonly type: 'unit'; readonly unit: string }
  | {
      readonly type: 'figure';
      readonly kind: FigureKind;
      readonly value: number | undefined;
      readonly unit: string;
      readonly approx: Approximation;
      readonly checkable: boolean;
      /** The noun or counter behind the word may tell another unit. */
      readonly open: boolean;
    }
  | { readonly type: 'hint'; readonly group: string; readonly code: string };

/** Bits of `Tables.classes`: what may begin at a character. */
export const DIGIT = 1;
export const NUMERAL = 2;
export const LETTER = 4;
export const MARK = 8;
export const SIGN = 16;
/** Any of the above: the scanner has something to do here. */
export const BEGINS = 31;
/** A clause ends here; for the words of forecast. */
export const CLAUSE_END = 32;

/** All that the scanner looks up, made once for a language from its data and the English one. */
export interface Tables {
  readonly locale: Locale;
  readonly language: Language;
  /** By character: which of the bits above apply. */
  readonly classes: Uint8Array;
  readonly units: Trie<UnitEntry>;
  readonly symbols: Trie<UnitEntry>;
  readonly minor: Trie<number>;
  readonly marks: Trie<Mark>;
  /** Latin words that `marks` holds, by hash: most words are passed by with one look here. */
  readonly wordFilter: Uint8Array;
  readonly scales: Trie<number>;
  readonly before: Trie<Approximation>;
  readonly after: Trie<Approximation>;
  readonly forecastBefore: Trie<true>;
  readonly forecastAfter: Trie<true>;
  readonly ownPoints: Trie<true>;
  /** What joins the ends of a range where words are not set apart. */
  readonly rangeWords: readonly string[];
  /** Nouns to the unit they are counted by. */
  readonly counted: Trie<string>;
}

const built = new Map<Locale, Tables>();
const CODES: ReadonlySet<string> = new Set(CURRENCY_CODES);

/** The tables of a language. Building takes some milliseconds, once. */
export function tablesFor(locale: Locale): Tables {
  const known = built.get(locale);
  if (known !== undefined) return known;
  const tables = buildTables(locale);
  built.set(locale, tables);
  return tables;
}

/** The hash of a Latin word, as the scanner makes it letter by letter. */
export function hashLetter(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 0x20)) & 0xffff;
}

function buildTables(locale: Locale): Tables {
  const language = LANGUAGES[locale];
  // English units and words are read in every text; a text in English may quote Japanese sums.
  const all = locale === 'en' ? [LANGUAGES.en, LANGUAGES.ja] : [language, LANGUAGES.en];
  const tables: Tables = {
    locale,
    language,
    classes: new Uint8Array(0x10000),
    units: new Trie(),
    symbols: new Trie(),
    minor: new Trie(),
    marks: new Trie(),
    wordFilter: new Uint8Array(0x10000),
    scales: new Trie(),
    before: new Trie(true),
    after: new Trie(),
    forecastBefore: new Trie(),
    forecastAfter: new Trie(),
    ownPoints: new Trie(),
    rangeWords: wordsOf(language, language.rangeWords),
    counted: new Trie(),
  };
  const known = new Set<string>();
  for (const one of all) addMoney(tables, one, known);
  for (const one of all) addLanguage(tables, one, one === language);
  markClasses(tables);
  for (const word of [...NUMBER_WORDS, ...CALENDAR_WORDS]) tables.wordFilter[hashWord(word)] = 1;
  return tables;
}

function addLanguage(tables: Tables, language: Language, own: boolean): void {
  const strict = new Set(wordsOf(language, language.strict));
  for (const [key, list] of Object.entries(language.units))
    addUnit(tables, language, key, wordsOf(language, list), strict, own);
  const { prefixes, stems } = language.metric;
  for (const [unit, list] of Object.entries(stems)) {
    const names = wordsOf(language, list);
    for (const [prefix, written] of Object.entries(prefixes)) {
      addUnit(
        tables,
        language,
        prefix + unit,
        names.map((name) => written + name),
        strict,
        own,
      );
    }
  }
  for (const word of wordsOf(language, language.words)) addMark(tables, word, { type: 'skip' });
  for (const [meaning, list] of Object.entries(language.figures)) {
    const checkable = !meaning.startsWith('!');
    const [kind, value, unit, approx] = meaning.replace(/[!?]/g, '').split(' ') as [
      FigureKind,
      string,
      string,
      Approximation?,
    ];
    const known = value === '-' ? undefined : Number(value);
    for (const word of wordsOf(language, list)) {
      addMark(tables, word, {
        type: 'figure',
        kind,
        value: known,
        unit,
        approx: approx ?? 'exact',
        checkable,
        open: meaning.includes('?'),
      });
    }
  }
  for (const [unit, list] of Object.entries(language.mentions)) {
    for (const word of wordsOf(language, list)) addMark(tables, word, { type: 'unit', unit });
  }
  for (const [size, list] of Object.entries(language.minor))
    for (const word of wordsOf(language, list)) tables.minor.add(word, Number(size));
  for (const [name, scale] of Object.entries(language.scales)) tables.scales.add(plain(name), scale);
  for (const [approx, list] of Object.entries(language.before)) {
    for (const word of wordsOf(language, list)) tables.before.add(word, approx as Approximation);
  }
  for (const [approx, list] of Object.entries(language.after)) {
    for (const word of wordsOf(language, list)) tables.after.add(word, approx as Approximation);
  }
  for (const word of wordsOf(language, language.forecast.before)) tables.forecastBefore.add(word, true);
  for (const word of wordsOf(language, language.forecast.after)) tables.forecastAfter.add(word, true);
  for (const word of wordsOf(language, language.ownPoints)) tables.ownPoints.add(word, true);
  for (const [unit, list] of Object.entries(language.counted))
    for (const word of wordsOf(language, list)) tables.counted.add(word, unit);
  for (const [key, list] of Object.entries(language.moneyHints)) {
    const [group, code] = key.split(':') as [string, string];
    for (const word of wordsOf(language, list)) addMark(tables, word, { type: 'hint', group, code });
  }
}

function addUnit(
  tables: Tables,
  language: Language,
  key: string,
  surfaces: readonly string[],
  strict: ReadonlySet<string>,
  own: boolean,
): void {
  const [name, factor = '1'] = key.split('*') as [string, string?];
  const [kind, unit] = name.includes(':') ? (name.split(':') as [FigureKind, string]) : [undefined, name];
  const [code, loose] = unit.split('_') as [string, string?];
  const currency = CODES.has(code);
  const known = unitNamed(unit);
  if (!currency && known === undefined) throw new Error(`unknown unit ${key}`);
  const written = new Set(surfaces);
  // A katakana or kanji unit of another language would only mislead.
  const read = surfaces.filter((name) => own || !isCjk(name.charCodeAt(0)) || currency || language.locale === 'ja');
  for (const surface of [...read, ...read.flatMap(inSquares)]) {
    addEntry(tables, {
      kind: kind ?? (currency ? 'money' : known!.kind),
      unit: currency ? code : unit,
      factor: Number(factor),
      strict: strict.has(surface),
      loose: currency ? (loose === 'loose' ? (code === 'USD' ? 'dollar' : 'yuan') : loose) : undefined,
      needsBorder: isKatakana(surface.charCodeAt(surface.length - 1)) && (!currency || factor !== '1') && unit !== '%',
      latin: isLetter(surface.charCodeAt(surface.length - 1)),
      singular: known?.kind === 'count' && hasPlural(surface, written),
      surface,
    });
  }
}

function addEntry(tables: Tables, entry: UnitEntry): void {
  const { surface } = entry;
  const exact = surface !== surface.toLowerCase() || (surface.length <= 2 && isLetter(surface.charCodeAt(0)));
  if (exact) tables.symbols.add(surface, entry);
  else tables.units.add(surface, entry);
}

/** @param known the names that are in already: signs and codes are the same in every language. */
function addMoney(tables: Tables, language: Language, known: Set<string>): void {
  const add = (surface: string, code: string, loose?: string, factor?: number) => {
    if (known.has(surface)) return;
    known.add(surface);
    addCurrency(tables, surface, code, loose, factor);
  };
  for (const currency of CURRENCIES) {
    const surfaces = [...words(currency[language.locale]), ...words(currency.signs), currency.code];
    for (const written of surfaces) {
      for (const surface of language.locale === 'en' && isLetter(written.charCodeAt(0)) && written.length > 3
        ? [written, pluralOf(written)]
        : [written]) {
        add(surface, currency.code);
      }
    }
  }
  for (const code of CURRENCY_CODES) add(code, code);
  for (const code of CURRENCY_CODES) add(`M${code}`, code, undefined, 1e6);
  add('RMB', 'CNY');
  for (const name of ['ドル', 'dollar', 'dollars']) add(name, 'USD', 'dollar');
  add('NTD', 'TWD');
  add('¥', 'JPY', 'yen');
  add('$', 'USD', 'dollar');
}

function addCurrency(tables: Tables, surface: string, code: string, loose?: string, factor = 1): void {
  const entry: UnitEntry = {
    kind: 'money',
    unit: code,
    factor,
    strict: false,
    loose,
    needsBorder: false,
    latin: isLetter(surface.charCodeAt(surface.length - 1)),
    singular: false,
    surface,
  };
  // Signs and codes are written in any case (us$, usd); names of currencies too.
  tables.units.add(surface.toLowerCase(), entry);
  if (!isAmbiguousName(surface)) addMark(tables, surface, { type: 'money', entry });
}

/** Names that are money only beside a number: won, real, RM. */
const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(
  'won|rand|real|reais|sterling|quid|try|cup|all|top|rm|rp|mad|ft|pen|lira|leu|lei|brl|colon|dong|kip|sol|taka|lari|ether|euro dollar|shekel|krona|krone|greenback|birr|cedi|manat|dram|rial|riyal|dinar|dirham|p|cop|aoa|hnl|mur|sos|omr|bob|hrk|mmad|mall|mtop|mtry|mcop|mpen|mcup'.split(
    '|',
  ),
);

/** The same of kanji and short names in katakana: 円, 元, ドン. */
function isAmbiguousName(surface: string): boolean {
  const first = surface.charCodeAt(0);
  if (isLetter(first)) return AMBIGUOUS_NAMES.has(surface.toLowerCase());
  if (surface.length === 1 && first >= 0x4e00 && first <= 0x9fff) return true;
  return surface.length <= 3 && isKana(surface) && surface !== 'ドル' && surface !== 'ユーロ' && surface !== 'ウォン';
}

function isKana(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 0x30a0 || code > 0x30ff) return false;
  }
  return true;
}

function addMark(tables: Tables, word: string, mark: Mark): void {
  const lower = word.toLowerCase();
  tables.marks.add(lower, mark);
  if (isLetter(lower.charCodeAt(0))) tables.wordFilter[hashWord(lower)] = 1;
  else tables.classes[lower.charCodeAt(0)]! |= MARK;
}

/** Words the scanner itself deals with: the months, and what stands before an age or a share. */
const CALENDAR_WORDS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec age aged ages percent per'.split(
    ' ',
  );

function hashWord(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (!isLetter(code)) break;
    hash = hashLetter(hash, code);
  }
  return hash;
}

function markClasses(tables: Tables): void {
  const { classes } = tables;
  for (let code = 0x30; code <= 0x39; code++) classes[code]! |= DIGIT;
  // No Latin letter is further on.
  for (let code = 0; code < 0x250; code++) if (isLetter(code)) classes[code]! |= LETTER;
  for (const character of '〇○零一二三四五六七八九十百千万億兆京两数何几壱弐参肆伍陸陆柒捌玖拾佰仟壹贰叁貳參')
    classes[foldCode(character.charCodeAt(0))]! |= NUMERAL;
  for (const character of '。、,.;；!?！？\n|') classes[foldCode(character.charCodeAt(0))]! |= CLAUSE_END;
  for (const character of '半第令平昭明大上同') classes[character.charCodeAt(0)]! |= SIGN;
  for (const character of '摂华華セ氷零½¼¾⅓⅔⅛①') classes[foldCode(character.charCodeAt(0))]! |= SIGN;
}

function hasPlural(name: string, written: ReadonlySet<string>): boolean {
  // No name has a plural but those in Latin letters.
  if (!isLetter(name.charCodeAt(name.length - 1))) return false;
  const plural = pluralOf(name);
  return plural !== name && written.has(plural);
}

/** Currencies whose names are their plurals. */
const UNCHANGED = 'yen|yuan|won|renminbi|baht|sterling|quid|rand|reais|kronor|kroner|ringgit|soles|colones'.split('|');

function pluralOf(name: string): string {
  const lower = name.toLowerCase();
  if (UNCHANGED.some((plural) => lower.endsWith(plural))) return name;
  const last = name.at(-1);
  if (last === 'y' && name.length > 1 && !'aeiou'.includes(name.at(-2)!)) return `${name.slice(0, -1)}ies`;
  return last === 's' ? name : `${name}s`;
}
