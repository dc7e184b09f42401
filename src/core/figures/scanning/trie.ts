interface Node<T> {
  /** The one character that words go on with, and where; most nodes have one. -1 for none. */
  code: number;
  only: Node<T> | undefined;
  /** All of them, where there are several. */
  next: Map<number, Node<T>> | undefined;
  value: T | undefined;
}

/** A word that was added, and is not in the trie yet. */
interface Waiting<T> {
  readonly word: string;
  readonly value: T;
}

/** What a lookup found, and where it ends (exclusive) or, read backwards, begins. */
export interface Match<T> {
  readonly value: T;
  readonly at: number;
}

const SPACE = 0x20;

/**
 * Whether a word may end (read backwards: begin) at a place. `flags` is the caller's own; callbacks
 * are functions of a module, not closures, since they are called for every number of a text.
 */
export type Accepts<T> = (value: T, at: number, codes: Uint16Array, flags: number) => boolean;

/** Any word, whatever stands behind it. */
export function anyWord(): boolean {
  return true;
}

/**
 * Words by their UTF-16 codes, for the longest match at a place, forwards or backwards. The words that begin with one
 * character are put in when a text first has it: a short text needs few of the thousands that a language has.
 */
export class Trie<T> {
  readonly #backwards: boolean;
  /** By character, the slot of the words that begin with it; 0 for most, which are dismissed with one look. */
  readonly #slots = new Uint16Array(0x10000);
  /** By slot, what is in the trie, and what is to be put in. */
  readonly #first: (Node<T> | undefined)[] = [undefined];
  readonly #waiting: Waiting<T>[][] = [[]];

  constructor(backwards = false) {
    this.#backwards = backwards;
  }

  /** Adds a word. The first meaning of a word stays: add what is particular before what is general. */
  add(word: string, value: T): void {
    if (word === '') return;
    const code = word.charCodeAt(this.#backwards ? word.length - 1 : 0);
    const slot = this.#slots[code]!;
    const first = this.#first[slot];
    if (first !== undefined) this.#put(first, word, value);
    else if (slot > 0) this.#waiting[slot]!.push({ word, value });
    else {
      this.#slots[code] = this.#first.push(undefined) - 1;
      this.#waiting.push([{ word, value }]);
    }
  }

  /**
   * The longest word that starts at `from` and that `accepts` takes. Between two CJK characters of
   * a word up to eight spaces are passed over: set type is sometimes spaced out (パ ー セ ン ト).
   */
  longest(
    codes: Uint16Array,
    from: number,
    end: number,
    accepts: Accepts<T>,
    lower = false,
    flags = 0,
  ): Match<T> | undefined {
    if (from >= end) return undefined;
    let previous = fold(codes[from]!, lower);
    const slot = this.#slots[previous]!;
    if (slot === 0) return undefined;
    let node = this.#first[slot] ?? this.#begin(slot);
    let found: Match<T> | undefined;
    if (node.value !== undefined && accepts(node.value, from + 1, codes, flags))
      found = { value: node.value, at: from + 1 };
    for (let at = from + 1; at < end; ) {
      let code = fold(codes[at]!, lower);
      let next = follow(node, code);
      if (next === undefined && code === SPACE && previous >= 0x2e80) {
        let skip = at + 1;
        while (skip < end && skip < at + 8 && codes[skip] === SPACE) skip++;
        next = skip < end ? follow(node, codes[skip]!) : undefined;
        if (next !== undefined && codes[skip]! < 0x2e80) next = undefined;
        at = skip;
        code = codes[skip]!;
      }
      if (next === undefined) break;
      node = next;
      previous = code;
      at++;
      if (node.value !== undefined && accepts(node.value, at, codes, flags)) found = { value: node.value, at };
    }
    return found;
  }

  /** The longest word that ends at `to` (exclusive), read backwards from there. */
  longestBefore(codes: Uint16Array, to: number, accepts: Accepts<T>, lower = false, flags = 0): Match<T> | undefined {
    if (to <= 0) return undefined;
    const slot = this.#slots[fold(codes[to - 1]!, lower)]!;
    if (slot === 0) return undefined;
    let node: Node<T> | undefined = this.#first[slot] ?? this.#begin(slot);
    let found: Match<T> | undefined;
    for (let at = to - 1; ; ) {
      if (node.value !== undefined && accepts(node.value, at, codes, flags)) found = { value: node.value, at };
      if (--at < 0) return found;
      node = follow(node, fold(codes[at]!, lower));
      if (node === undefined) return found;
    }
  }

  /** Puts the words in that begin with one character. */
  #begin(slot: number): Node<T> {
    const first = createNode<T>();
    this.#first[slot] = first;
    for (const { word, value } of this.#waiting[slot]!) this.#put(first, word, value);
    this.#waiting[slot] = [];
    return first;
  }

  #put(first: Node<T>, word: string, value: T): void {
    let node = first;
    for (let at = 1; at < word.length; at++) {
      const code = word.charCodeAt(this.#backwards ? word.length - 1 - at : at);
      node = follow(node, code) ?? extend(node, code);
    }
    node.value ??= value;
  }
}

function createNode<T>(): Node<T> {
  return { code: -1, only: undefined, next: undefined, value: undefined };
}

function follow<T>(node: Node<T>, code: number): Node<T> | undefined {
  return node.code === code ? node.only : node.next?.get(code);
}

/** A new node behind another. */
function extend<T>(node: Node<T>, code: number): Node<T> {
  const added = createNode<T>();
  if (node.only === undefined) {
    node.code = code;
    node.only = added;
  } else {
    node.next ??= new Map([[node.code, node.only]]);
    node.next.set(code, added);
  }
  return added;
}

/** Capital Latin letters as small ones, if case does not count. */
function fold(code: number, lower: boolean): number {
  return lower && code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}
