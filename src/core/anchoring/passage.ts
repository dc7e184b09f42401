import { foldUnits } from './foldUnit';
import type { TableHeads } from './statements/tableHeads';
import type { Target } from './target';

/** A target as the matcher sees it: prefix, quote and suffix in one, folded, with an index of its short pieces. */
export interface Passage {
  /** As written, for searching the text verbatim. */
  readonly written: string;
  readonly units: Uint16Array;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** The text it was described in began with the prefix, or ended with the suffix: nothing stood beyond. */
  readonly beginsText: boolean;
  readonly endsText: boolean;
  /** How many code units a piece has: fewer where a character says more. */
  readonly gram: number;
  /** What was stored of the table in which it stood. */
  readonly tableHeads: TableHeads | undefined;
  /** So many code units on either side count as standing beside the quote: about one phrase. */
  readonly besideLength: number;
  /** The last piece with a given hash, and for every piece the one before it with the same hash; -1 for none. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
}

/** Surroundings beyond this are not looked at, in UTF-16 code units a side. */
const longestContext = 256;
/** `describe` keeps at least so many a side, unless the text ends there. */
const shortestContext = 24;
const buckets = 256;

export function toPassage(target: Target): Passage {
  return new TargetPassage(target);
}

/** Most passages stand where they stood, and are never aligned: what only that needs is made once it is asked for. */
class TargetPassage implements Passage {
  readonly written: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly beginsText: boolean;
  readonly endsText: boolean;
  readonly tableHeads: TableHeads | undefined;
  #units: Uint16Array | undefined;
  #gram: number | undefined;
  #index: Pick<Passage, 'heads' | 'next'> | undefined;

  constructor(target: Target) {
    const prefix = (target.prefix ?? '').slice(-longestContext);
    const suffix = (target.suffix ?? '').slice(0, longestContext);
    this.written = prefix + target.exact + suffix;
    this.quoteStart = prefix.length;
    this.quoteEnd = prefix.length + target.exact.length;
    this.beginsText = target.start === prefix.length;
    this.endsText = suffix.length < shortestContext && endsAsText(target, prefix, suffix);
    this.tableHeads = target.heads;
  }

  get units(): Uint16Array {
    this.#units ??= foldUnits(this.written, 0, this.written.length);
    return this.#units;
  }

  get gram(): number {
    this.#gram ??= isDense(this.written) ? 3 : 4;
    return this.#gram;
  }

  get besideLength(): number {
    return this.gram === 3 ? 8 : 14;
  }

  get heads(): Int32Array {
    this.#index ??= indexGrams(this.units, this.gram);
    return this.#index.heads;
  }

  get next(): Int32Array {
    this.#index ??= indexGrams(this.units, this.gram);
    return this.#index.next;
  }
}

function indexGrams(units: Uint16Array, gram: number): Pick<Passage, 'heads' | 'next'> {
  const heads = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(units.length).fill(-1);
  for (let at = 0; at + gram <= units.length; at++) {
    const hash = hashGram(units, at, gram);
    next[at] = heads[hash]!;
    heads[hash] = at;
  }
  return { heads, next };
}

/**
 * A target that a person wrote has as much around it as they cared to copy, and says nothing of what stood beyond. Ours
 * has less than usual only where the text ended: with nothing behind it, or as texts end.
 */
function endsAsText({ start }: Target, prefix: string, suffix: string): boolean {
  if (suffix === '') return prefix.length >= shortestContext || (prefix !== '' && prefix.length === start);
  return /[\n。．.!?！？」』）)\]】”"'’]\s*$/u.test(suffix);
}

/** The bucket of the piece at an offset; pieces of one bucket need not be equal. */
export function hashGram(units: Uint16Array, at: number, gram: number): number {
  let hash = Math.imul(units[at]!, 0x9e5) + Math.imul(units[at + 1]!, 0x1f35) + Math.imul(units[at + 2]!, 0x35);
  if (gram === 4) hash = Math.imul(hash, 7) + units[at + 3]!;
  return (hash ^ (hash >>> 9)) & (buckets - 1);
}

/** True where at least a quarter is written in ideographs, kana or hangul. */
function isDense(written: string): boolean {
  let dense = 0;
  for (let at = 0; at < written.length; at++) if (isDenseUnit(written.charCodeAt(at))) dense++;
  return dense * 4 >= written.length;
}

/** As of a folded unit: full-width ASCII is half-width, and a full-width space a space. */
function isDenseUnit(unit: number): boolean {
  return unit >= 0x2e80 && unit !== 0x3000 && !(unit >= 0xff01 && unit <= 0xff5e);
}
