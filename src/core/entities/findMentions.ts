import type { Entity } from '../model/schema';
import type { Range } from '../text/range';
import { composeText, foldNameUnit } from './foldName';
import { isUnspaced, joinsWord, type NameScript, nameScript } from './nameScript';

/** A name found in a text. Derived; only a person's overrides are stored. */
export interface Mention extends Range {
  /** Every entity that bears the name, in the order given: more than one means it is ambiguous. */
  readonly entities: readonly string[];
  /** The name as the store has it. */
  readonly name: string;
}

export interface MentionFinder {
  /** Every mention in the order of the text, in UTF-16 offsets; none overlap. Time grows linearly. */
  find(text: string): Mention[];
}

interface Owners {
  readonly name: string;
  readonly entities: string[];
  /** The name itself, or only its form in capitals, which yields to a name that is written so. */
  readonly written: boolean;
  /** One kanji, which is a name only where nothing else leans on it. */
  readonly single: boolean;
}

interface Node {
  readonly next: Map<number, Node>;
  owners: Owners | undefined;
}

/** Longer names are left out, so that a hostile store cannot make every place of a text costly. */
const LONGEST_NAME = 256;
/** Shorter names in capitals are too often other words (Arm and ARM, Who and WHO). */
const SHORTEST_IN_CAPITALS = 4;
/** White space inside a name: a space, or a line end and the indent of the next line. */
const LONGEST_SPACE = 64;
/** So many kanji may stand for a country each, in a row. */
const LONGEST_ROW = 4;
const MARK = /\p{M}/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
/** 氏, the title that shows a kanji before it to be a person's name. */
const MISTER = 0x6c0f;
/** Particles that may stand before a name of one kanji. */
const PARTICLES_BEFORE = new Set(Array.from('はがをにへともで', (kana) => kana.charCodeAt(0)));
/** Kana that begin a particle or an ending, and so may follow a name that itself ends in hiragana. */
const PARTICLES = new Set(Array.from('はがをにのともでへやかよねだなさま', (kana) => kana.charCodeAt(0)));

/**
 * Finds the names and aliases of entities, in every language they have, in one pass over a text.
 *
 * - The longest name wins, and nothing overlaps: Google DeepMind is not Google.
 * - Width does not matter (Ｍｅｔａ, ﾒﾀ), nor does a line break in a name of several words, nor a space
 *   between Japanese and Latin letters (スケール AI).
 * - Case does, because many names are also words (Meta and meta, Scale and scale), except that a name
 *   of four letters or more is also found all in capitals, as headlines have it.
 * - A name is not found inside a longer word: see `joinsWord`. Japanese says little about where its
 *   words end, so a kanji alone is a name only before 氏, or where no inflected word leans on it (続ける中で)
 *   and no kanji does but other such names (米欧).
 *
 * A trie: it reads each character about once however many names there are and stops at the longest,
 * where an Aho-Corasick automaton would also find the overlapping names that are not wanted here, and
 * where a regular expression says neither whose name it was nor how the text was written otherwise.
 */
export function createMentionFinder(entities: ReadonlyMap<string, Entity>): MentionFinder {
  const root = buildTrie(entities);
  // Most places of a text begin no name: one look in a table passes over them.
  const begins = new Uint8Array(0x10000);
  spellings ??= unitsByFold();
  for (const folded of root.next.keys()) for (const unit of spellings.get(folded) ?? [folded]) begins[unit] = 1;
  return { find: (text) => findNames(text, root, begins) };
}

/** The units that are read as one, by that one, where there is more than itself. */
let spellings: ReadonlyMap<number, readonly number[]> | undefined;

function unitsByFold(): Map<number, number[]> {
  const units = new Map<number, number[]>();
  for (let unit = 0; unit < 0x10000; unit++) {
    const folded = foldNameUnit(unit);
    if (folded === unit) continue;
    const others = units.get(folded);
    if (others) others.push(unit);
    else units.set(folded, [folded, unit]);
  }
  return units;
}

function buildTrie(entities: ReadonlyMap<string, Entity>): Node {
  const root: Node = { next: new Map(), owners: undefined };
  const named: [string, string][] = [];
  for (const [id, entity] of entities)
    for (const name of [...Object.values(entity.names ?? {}), ...(entity.aliases ?? [])]) named.push([id, name]);
  for (const [id, name] of named) addName(root, name, name, id, true);
  for (const [id, name] of named) {
    const capitals = name.toUpperCase();
    const letters = name.match(/\p{L}/gu)?.length ?? 0;
    if (capitals !== name && letters >= SHORTEST_IN_CAPITALS) addName(root, capitals, name, id, false);
  }
  return root;
}

function addName(root: Node, spelling: string, name: string, entity: string, written: boolean): void {
  const units = foldName(spelling);
  if (units.length === 0 || units.length > LONGEST_NAME || LONE_SURROGATE.test(spelling)) return;
  let node = root;
  for (const unit of units) {
    let next = node.next.get(unit);
    if (!next) {
      next = { next: new Map(), owners: undefined };
      node.next.set(unit, next);
    }
    node = next;
  }
  const single = [...spelling.trim()].length === 1 && nameScript(units[0]!) === 'han';
  if (!node.owners) node.owners = { name, entities: [entity], written, single };
  // The names of an entity come one after another.
  else if (node.owners.written === written && node.owners.entities.at(-1) !== entity) node.owners.entities.push(entity);
}

/** The units that a name is found by: white space is one space, and none where Japanese meets Latin. */
function foldName(name: string): number[] {
  const units: number[] = [];
  const { text } = composeText(name);
  for (const word of text.trim().split(/\s+/u)) {
    const first = nameScript(foldNameUnit(word.charCodeAt(0)));
    if (units.length > 0 && !isLooseSpace(nameScript(units.at(-1)!), first)) units.push(SPACE);
    for (let at = 0; at < word.length; at++) units.push(foldNameUnit(word.charCodeAt(at)));
  }
  return name.trim() === '' ? [] : units;
}

/** Whether a space between these is a matter of taste: スケール AI is スケールAI. */
function isLooseSpace(before: NameScript, after: NameScript): boolean {
  const latin = (script: NameScript) => script === 'letter' || script === 'digit';
  return (isUnspaced(before) && latin(after)) || (latin(before) && isUnspaced(after));
}

function findNames(original: string, root: Node, begins: Uint8Array): Mention[] {
  const { text, offsets } = composeText(original);
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (begins[text.charCodeAt(at)] === 0 || !canStart(text, at)) continue;
    const found = longestName(text, at, root);
    if (!found) continue;
    const { owners, end } = found;
    mentions.push({
      start: offsets ? offsets[at]! : at,
      end: offsets ? offsets[end]! : end,
      entities: owners.entities,
      name: owners.name,
    });
    at = end - 1;
  }
  return mentions;
}

/** Where the names begin that begin with a unit of a text. */
function firstNode(text: string, at: number, root: Node): Node | undefined {
  return root.next.get(foldNameUnit(text.charCodeAt(at)));
}

function longestName(text: string, start: number, root: Node) {
  let node = firstNode(text, start, root)!;
  let at = start + 1;
  let found: { owners: Owners; end: number } | undefined;
  while (true) {
    const { owners } = node;
    if (owners && canEnd(text, at) && (!owners.single || standsAlone(text, start, at, root))) {
      found = { owners, end: at };
    }
    if (at >= text.length) return found;
    let unit = foldNameUnit(text.charCodeAt(at));
    if (unit === SPACE) {
      const word = skipSpace(text, at);
      if (word === undefined) return found;
      const loose = isLooseSpace(scriptAt(text, at - 1), scriptAt(text, word));
      if (loose) unit = foldNameUnit(text.charCodeAt(word));
      at = loose ? word : word - 1;
    }
    const next = node.next.get(unit);
    if (!next) return found;
    node = next;
    at++;
  }
}

/** The first place after white space; undefined where that ends the text or the paragraph, or is no indent any more. */
function skipSpace(text: string, start: number): number | undefined {
  let lines = 0;
  for (let at = start; at < text.length && at - start <= LONGEST_SPACE; at++) {
    const unit = text.charCodeAt(at);
    if (foldNameUnit(unit) !== SPACE) return at;
    if (unit === LINE_FEED && ++lines > 1) return undefined;
  }
  return undefined;
}

/** The script at a place; `other` beyond both ends. Both halves of a kanji of two units are `han`. */
function scriptAt(text: string, at: number): NameScript {
  if (at < 0 || at >= text.length) return 'other';
  const unit = text.charCodeAt(at);
  return nameScript(isTrailingSurrogate(unit) && at > 0 ? text.charCodeAt(at - 1) : foldNameUnit(unit));
}

function isTrailingSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether a name may begin at a place. A particle before a name in hiragana cannot be told from it: nothing does. */
function canStart(text: string, at: number): boolean {
  const before = scriptAt(text, at - 1);
  return before === 'hiragana' || !joinsWord(before, scriptAt(text, at));
}

/** Whether a name may end at a place: さくら may before the particle in さくらは, and may not in さくらんぼ. */
function canEnd(text: string, at: number): boolean {
  if (MARK.test(text.charAt(at))) return false;
  const before = scriptAt(text, at - 1);
  if (before === 'hiragana' && PARTICLES.has(text.charCodeAt(at))) return true;
  return !joinsWord(before, scriptAt(text, at));
}

/**
 * Whether a name of one kanji has no kanji beside it but 氏, or but names of one kanji, as 米 and 欧 have
 * in 米欧. Looks no further than a headline would go, so that a megabyte of kanji costs no more.
 */
function standsAlone(text: string, start: number, end: number, root: Node): boolean {
  if (scriptAt(text, start - 1) !== 'han' && text.charCodeAt(end) === MISTER) return true;
  const isName = (at: number) => firstNode(text, at, root)?.owners !== undefined;
  let from = start;
  // After an inflected word (続ける中で) or の it is a common noun, after another particle (に米が) it may be a name.
  if (scriptAt(text, start - 1) === 'hiragana' && !PARTICLES_BEFORE.has(text.charCodeAt(start - 1))) return false;
  while (scriptAt(text, from - 1) === 'han') if (start - from >= LONGEST_ROW || !isName(--from)) return false;
  let to = end;
  while (scriptAt(text, to) === 'han') if (to - end >= LONGEST_ROW || !isName(to++)) return false;
  return true;
}
