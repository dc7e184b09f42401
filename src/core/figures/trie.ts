interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value: T | undefined;
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

/** Words by their UTF-16 codes, for the longest match at a place, forwards or backwards. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };
  readonly #backwards: boolean;
  /** Which characters a word begins with: most places are dismissed with one look. */
  readonly #starts = new Uint8Array(0x10000);

  constructor(backwards = false) {
    this.#backwards = backwards;
  }

  /** Adds a word. The first meaning of a word stays: add what is particular before what is general. */
  add(word: string, value: T): void {
    if (word !== '') this.#starts[word.charCodeAt(this.#backwards ? word.length - 1 : 0)] = 1;
    let node = this.#root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(this.#backwards ? word.length - 1 - at : at);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), value: undefined };
        node.next.set(code, next);
      }
      node = next;
    }
    node.value ??= value;
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
    if (from >= end || !this.#begins(codes[from]!, lower)) return undefined;
    let node: Node<T> | undefined = this.#root;
    let found: Match<T> | undefined;
    let previous = 0;
    for (let at = from; at < end; ) {
      let code = codes[at]!;
      if (lower && code >= 0x41 && code <= 0x5a) code |= 0x20;
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
    if (to <= 0 || !this.#begins(codes[to - 1]!, lower)) return undefined;
    let node: Node<T> | undefined = this.#root;
    let found: Match<T> | undefined;
    for (let at = to - 1; at >= 0; at--) {
      let code = codes[at]!;
      if (lower && code >= 0x41 && code <= 0x5a) code |= 0x20;
      node = node.next.get(code);
      if (node === undefined) break;
      if (node.value !== undefined && accepts(node.value, at, codes, flags)) found = { value: node.value, at };
    }
    return found;
  }

  #begins(code: number, lower: boolean): boolean {
    return this.#starts[lower && code >= 0x41 && code <= 0x5a ? code | 0x20 : code] === 1;
  }
}
