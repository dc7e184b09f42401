/** Searches one text for pieces of text, letter for letter. */
export interface TextSearch {
  readonly text: string;
  /** Offsets (UTF-16 code units) at which `piece` stands, ascending, overlapping ones too; at most the first `most`. */
  find(piece: string, most: number): number[];
}

/** So many searches of a text are made without an index: it costs about as much as they do. */
const unindexed = 2;
/** Grams of so many code units are indexed at every so manieth offset: any piece of `2 * step - 1` holds one whole. */
const step = 3;
const fewestBuckets = 1 << 8;
const mostBuckets = 1 << 16;

/**
 * Prepares a text for many searches: a passage that was reworded is looked for piece by piece, and most pieces stand
 * nowhere, so that each would be a walk through the whole text. The index is made when it begins to pay.
 */
export function createTextSearch(text: string): TextSearch {
  let searches = 0;
  let index: GramIndex | undefined;
  return {
    text,
    find(piece, most) {
      if (piece.length < 2 * step - 1) return scan(text, piece, most);
      if (!index && searches++ < unindexed) return scan(text, piece, most);
      index ??= indexGrams(text);
      return lookUp(index, text, piece, most);
    },
  };
}

function scan(text: string, piece: string, most: number): number[] {
  const found: number[] = [];
  if (piece === '') return found;
  for (let at = text.indexOf(piece); at >= 0 && found.length < most; at = text.indexOf(piece, at + 1)) found.push(at);
  return found;
}

/** The grams at offsets 0, 3, 6 … by their hash: the first of a bucket, and for each the next one, -1 for none. */
interface GramIndex {
  readonly heads: Int32Array;
  readonly next: Int32Array;
}

function indexGrams(text: string): GramIndex {
  const count = Math.max(0, Math.ceil((text.length - step + 1) / step));
  let buckets = fewestBuckets;
  while (buckets < count && buckets < mostBuckets) buckets *= 2;
  const heads = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(count);
  chainGrams(text, heads, next);
  return { heads, next };
}

/** From the end, so that the first of a bucket comes first. */
function chainGrams(text: string, heads: Int32Array, next: Int32Array): void {
  const mask = heads.length - 1;
  for (let at = next.length - 1; at >= 0; at--) {
    const hash = hashAt(text, at * step) & mask;
    next[at] = heads[hash]!;
    heads[hash] = at;
  }
}

function lookUp({ heads, next }: GramIndex, text: string, piece: string, most: number): number[] {
  const found: number[] = [];
  const last = piece.charCodeAt(piece.length - 1);
  // Wherever the piece stands, exactly one of its first grams is an indexed one.
  for (let skipped = 0; skipped < step; skipped++) {
    let hits = 0;
    for (let at = heads[hashAt(piece, skipped) & (heads.length - 1)]!; at >= 0 && hits < most; at = next[at]!) {
      const start = at * step - skipped;
      const end = start + piece.length;
      if (start < 0 || end > text.length || text.charCodeAt(end - 1) !== last || !text.startsWith(piece, start))
        continue;
      found.push(start);
      hits++;
    }
  }
  if (found.length > 1) found.sort((a, b) => a - b);
  return found.length > most ? found.slice(0, most) : found;
}

function hashAt(text: string, at: number): number {
  const hash =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}
