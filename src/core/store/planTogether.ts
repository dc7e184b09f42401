import type { ParsedNode } from 'yaml';
import type { TextEdit } from '../model/problem';
import type { Path } from './checkShape';
import { isText, type YamlOperation } from './yamlData';
import { findEntry, isCollection } from './yamlNodes';

/**
 * Edits for as many operations as can be planned on one reading of a text, although each is meant to be carried out on
 * the result of those before it. `next` is the first operation that is left; at least one is taken. The caller reads the
 * result back: this only sees which operations do not meet, and undefined edits are one that cannot be planned so.
 * @param plan the edits of one operation on the text as it is.
 */
export function planTogether(
  text: string,
  contents: ParsedNode | undefined,
  operations: readonly YamlOperation[],
  from: number,
  plan: (operation: YamlOperation) => readonly TextEdit[] | undefined,
): { readonly next: number; readonly edits: readonly TextEdit[] | undefined } {
  const taken = new Taken(contents);
  const edits: TextEdit[] = [];
  let next = from;
  for (; next < operations.length; next++) {
    const operation = taken.onThisText(operations[next]!);
    if (!operation) break;
    const planned = plan(operation);
    if (!planned) return { next: Math.max(next, from + 1), edits: next === from ? undefined : edits };
    edits.push(...planned);
  }
  return { next: Math.max(next, from + 1), edits: next === from || overlap(edits, text.length) ? undefined : edits };
}

/** What earlier operations of a group do, as far as it matters to the next one. */
class Taken {
  readonly #contents: ParsedNode | undefined;
  /** New keys, with the key of the text that they go behind; null for those at the front. */
  readonly #behind = new Map<string, string | null>();
  /** By the place of new keys, the last of them. */
  readonly #last = new Map<string, string>();
  /** How many items were put into a list, which the next index counts. */
  readonly #inserted = new Map<string, number>();
  /** Entries that are replaced, removed or new, and so cannot be looked into. */
  readonly #closed = new Set<string>();
  /** Entries in which something changes, and which so cannot be replaced or removed. */
  readonly #open = new Set<string>();

  constructor(contents: ParsedNode | undefined) {
    this.#contents = contents;
  }

  /** The operation as it is on the text without those before it; undefined when it depends on them. */
  onThisText(operation: YamlOperation): YamlOperation | undefined {
    const { type, path } = operation;
    if (type === 'rename' || type === 'append' || path.length === 0 || this.#isClosed(path)) return undefined;
    const key = nameOf(path);
    if (type === 'insert') return this.#insert(operation, key);
    const owner = findEntry(this.#contents, path.slice(0, -1))?.node;
    if (!isCollection(owner)) return undefined;
    const isNew = findEntry(this.#contents, path) === undefined;
    if (type === 'remove') {
      if (isNew || this.#open.has(key) || typeof path.at(-1) === 'number') return undefined;
      this.#closed.add(key);
      this.#openAround(path);
      return operation;
    }
    if (!isNew) {
      // Lists and mappings are changed by their parts, which the caller works out one after the other.
      if (this.#open.has(key) || !isText(operation.value)) return undefined;
      this.#closed.add(key);
      this.#openAround(path);
      return operation;
    }
    const { after } = operation;
    if (after === undefined) return undefined;
    const nameBefore = after === null ? undefined : nameOf([...path.slice(0, -1), after]);
    const isNewBefore = nameBefore !== undefined && this.#behind.has(nameBefore);
    const anchor = isNewBefore ? (this.#behind.get(nameBefore) ?? null) : after;
    if (after !== null && !isNewBefore && findEntry(this.#contents, [...path.slice(0, -1), after]) === undefined)
      return undefined;
    // New keys at one place keep their order only where each goes behind the last.
    const place = JSON.stringify([nameOf(path.slice(0, -1)), anchor]);
    if (this.#last.get(place) !== (isNewBefore ? nameBefore : undefined)) return undefined;
    this.#last.set(place, key);
    this.#behind.set(key, anchor);
    this.#closed.add(key);
    this.#openAround(path);
    return { ...operation, after: anchor };
  }

  #insert(operation: YamlOperation & { readonly type: 'insert' }, key: string): YamlOperation | undefined {
    const list = findEntry(this.#contents, operation.path)?.node;
    if (!isCollection(list)) return undefined;
    const before = this.#inserted.get(key) ?? 0;
    // In the order in which they will stand, one behind the other; anything else would have to be counted.
    if (before === 0 ? this.#open.has(key) : !this.#follows(key, operation.index)) return undefined;
    this.#inserted.set(key, before + 1);
    this.#lastIndex.set(key, operation.index);
    this.#openAround([...operation.path, 0]);
    return { ...operation, index: operation.index - before };
  }

  readonly #lastIndex = new Map<string, number>();

  #follows(key: string, index: number): boolean {
    return this.#lastIndex.get(key) === index - 1;
  }

  #isClosed(path: Path): boolean {
    return path.some((_, depth) => this.#closed.has(nameOf(path.slice(0, depth + 1))));
  }

  #openAround(path: Path): void {
    for (let length = path.length - 1; length > 0; length--) this.#open.add(nameOf(path.slice(0, length)));
  }
}

function nameOf(path: Path): string {
  return JSON.stringify(path.map(String));
}

function overlap(edits: readonly TextEdit[], length: number): boolean {
  const ranges = edits.map(({ range }) => range).sort((a, b) => a.start - b.start || a.end - b.end);
  return ranges.some(({ start, end }, index) => end > length || start < (ranges[index - 1]?.end ?? 0));
}
