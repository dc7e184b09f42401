import type { ParsedNode } from 'yaml';
import type { Range } from '../text/range';
import type { Path } from './checkShape';
import { type HouseEntry, parseHouseYaml } from './parseHouseYaml';
import { parseYamlDocument } from './yamlDocument';
import { locateInYaml } from './yamlNodes';

export interface Place {
  readonly key?: Range;
  readonly value: Range;
}

/** Values of fewer UTF-16 code units are read by the full parser at once. */
const SMALL = 4000;

/**
 * Finds where things stand in a text that `parseHouseYaml` reads, without reading all of it with the full parser: a
 * library of thousands of sources is asked for the place of each.
 */
export class HouseLocator {
  readonly #text: string;
  readonly #offset: number;
  #entries: ReadonlyMap<string, HouseEntry> | undefined;
  /** For a text of which the entries are not known. */
  #other: ((path: Path) => Place | undefined) | undefined;
  #last: { readonly key: string; readonly inner: (path: Path) => Place | undefined } | undefined;

  /** @param offset the place of the text in the one that ranges are told of. */
  constructor(text: string, offset = 0) {
    this.#text = text;
    this.#offset = offset;
  }

  /** As `locateInYaml`; an empty value stands right behind its colon. */
  locate(path: Path): Place | undefined {
    if (!this.#entries) {
      const entries = new Map<string, HouseEntry>();
      parseHouseYaml(this.#text, entries);
      this.#entries = entries;
    }
    if (this.#entries.size === 0) {
      this.#other ??= locateWithin(this.#text, this.#offset);
      return this.#other(path);
    }
    const [first, ...rest] = path;
    if (first === undefined) return this.#whole(this.#entries);
    const key = String(first);
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (rest.length > 0) return this.#inside(key, entry)(rest);
    const { keyStart, keyEnd, valueStart, valueEnd } = entry;
    const value = this.#range(valueStart, valueEnd);
    return keyStart < 0 ? { value } : { key: this.#range(keyStart, keyEnd), value };
  }

  #whole(entries: ReadonlyMap<string, HouseEntry>): Place {
    const all = [...entries.values()];
    const [first] = all;
    const isList = first!.keyStart < 0;
    const start = isList ? this.#text.lastIndexOf('-', first!.valueStart - 1) : first!.keyStart;
    return { value: this.#range(start, all.at(-1)!.valueEnd) };
  }

  #range(start: number, end: number): Range {
    return { start: this.#offset + start, end: this.#offset + end };
  }

  /** What is asked of one entry is mostly followed by more of it, so the last one stays taken apart. */
  #inside(key: string, { keyEnd, valueStart, valueEnd }: HouseEntry): (path: Path) => Place | undefined {
    if (this.#last?.key === key) return this.#last.inner;
    const text = this.#text;
    const line = text.lastIndexOf('\n', valueStart - 1) + 1;
    // The first line of a block is set in by as much as the others are; what stands before it is not the value's.
    const from = line > keyEnd ? line : valueStart;
    const value = ' '.repeat(valueStart - from) + text.slice(valueStart, valueEnd);
    const isLarge = value.length > SMALL && parseHouseYaml(value) !== undefined;
    const locator = isLarge ? new HouseLocator(value, this.#offset + from) : undefined;
    const inner = locator ? (path: Path) => locator.locate(path) : locateWithin(value, this.#offset + from);
    this.#last = { key, inner };
    return inner;
  }
}

function locateWithin(text: string, offset: number): (path: Path) => Place | undefined {
  let contents: { readonly node: ParsedNode | undefined } | undefined;
  return (path) => {
    contents ??= { node: parseYamlDocument(text).contents };
    const place = locateInYaml(contents.node, path);
    if (!place) return undefined;
    const shift = ({ start, end }: Range) => ({ start: start + offset, end: end + offset });
    return place.key ? { key: shift(place.key), value: shift(place.value) } : { value: shift(place.value) };
  };
}
