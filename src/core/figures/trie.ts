interface Node<T> {
  /** Undefined while no word goes on. */
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
  readonly #first = new Map<number, Node<T>>();
  readonly #waiting = new Map<number, Waiting<T>[]>();
  readonly #backwards: boolean;
  /** Which characters a word begins with: most places are dismissed with one look. */
  readonly #starts = new Uint8Array(0x10000);

  constructor(backwards = false) {
    this.#backwards = backwards;
  }

  /** Adds a word. The first meaning of a word stays: add what is particular before what is general. */
  add(word: string, value: T): void {
    if (word === '') return;
    const code = word.charCodeAt(this.#backwards ? word.length - 1 : 0);
    const first = this.#first.get(code);
    const waiting = this.#waiting.get(code);
    if (first) this.#put(first, word, value);
    else if (waiting) waiting.push({ word, value });
    else {
      this.#waiting.set(code, [{ word, value }]);
      this.#starts[code] = 1;
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
    if (this.#starts[previous] !== 1) return undefined;
    let node = this.#begin(previous);
    let found: Match<T> | undefined;
    if (node.value !== undefined && accepts(node.value, from + 1, codes, flags))
      found = { value: node.value, at: from + 1 };
    for (let at = from + 1; at < end; ) {
      if (node.next === undefined) break;
      let code = fold(codes[at]!, lower);
      let next: Node<T> | undefined = node.next.get(code);
      if (next === undefined && code === SPACE && previous >= 0x2e80) {
        let skip = at + 1;
        while (skip < end && skip < at + 8 && codes[skip] === SPACE) skip++;
        next = skip < end ? node.next.get(codes[skip]!) : undefined;
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
    const first = fold(codes[to - 1]!, lower);
    if (this.#starts[first] !== 1) return undefined;
    let node: Node<T> | undefined = this.#begin(first);
    let found: Match<T> | undefined;
    for (let at = to - 1; ; ) {
      if (node.value !== undefined && accepts(node.value, at, codes, flags)) found = { value: node.value, at };
      if (--at < 0) return found;
      node = node.next?.get(fold(codes[at]!, lower));
      if (node === undefined) return found;
    }
  }

  /** The node of a character that words begin with. */
  #begin(code: number): Node<T> {
    const known = this.#first.get(code);
    if (known !== undefined) return known;
    const first: Node<T> = { next: undefined, value: undefined };
    this.#first.set(code, first);
    for (const { word, value } of this.#waiting.get(code) ?? []) this.#put(first, word, value);
    this.#waiting.delete(code);
    return first;
  }

  #put(first: Node<T>, word: string, value: T): void {
    let node = first;
    for (let at = 1; at < word.length; at++) {
      const code = word.charCodeAt(this.#backwards ? word.length - 1 - at : at);
      node.next ??= new Map();
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: undefined, value: undefined };
        node.next.set(code, next);
      }
      node = next;
    }
    node.value ??= value;
  }
}

/** Capital Latin letters as small ones, if case does not count. */
function fold(code: number, lower: boolean): number {
  return lower && code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}
