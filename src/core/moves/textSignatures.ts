/** Tells, in one reading of a text, of which of many groups of passages it may hold parts. */
export interface SignatureIndex {
  /** By the group's index, of how many of its passages a part stands in the text. Groups without any are left out. */
  countIn(text: string): ReadonlyMap<number, number>;
}

/** How long the pieces are that are looked for, in UTF-16 code units. */
const PIECE = 8;
/** Pieces of one passage; an edit to the passage leaves some of them whole. */
const PIECES = 3;
/** Of a group's passages, as many as a bit mask holds. */
const MOST_PASSAGES = 32;
/** A piece that this many groups share says nothing. */
const TOO_COMMON = 16;
const BASE = 31;
/** BASE to the power of PIECE, as 32-bit arithmetic has it: what the oldest unit of a window has grown to. */
const OLDEST = Array.from({ length: PIECE }).reduce<number>((power) => Math.imul(power, BASE), 1);

interface Piece {
  readonly text: string;
  /** Bits of the passages that hold it, by group. */
  readonly groups: Map<number, number>;
}

/**
 * Makes ready to look for groups of passages (of each group 32 at the most) in any number of texts. Only pieces of
 * eight code units are compared, by a rolling hash (Karp and Rabin 1987), so a text is read once however many
 * passages there are; what is found is a reason to look closer, no more.
 */
export function createSignatureIndex(groups: readonly (readonly string[])[]): SignatureIndex {
  const pieces = new Map<number, Piece[]>();
  for (const [group, passages] of groups.entries())
    for (const [bit, passage] of passages.slice(0, MOST_PASSAGES).entries())
      for (const text of piecesOf(passage)) addPiece(pieces, text, group, 1 << bit);
  for (const list of pieces.values())
    for (const piece of list) if (piece.groups.size > TOO_COMMON) piece.groups.clear();
  // Most windows of a text are no piece: one look at a bit passes over them.
  const bits = filterBits(pieces.size);
  const filter = new Uint8Array(2 ** (bits - 3));
  for (const hash of pieces.keys()) setBit(filter, hash >>> (32 - bits));
  return { countIn: (text) => countPassages(findPieces(text, pieces, filter, bits)) };
}

/** Spread over the passage, so that wherever it was edited one of them is elsewhere. */
function piecesOf(passage: string): Set<string> {
  const room = passage.length - PIECE;
  if (room < 0) return new Set();
  return new Set(
    Array.from({ length: PIECES }, (_, i) => {
      const at = Math.round((room * i) / (PIECES - 1));
      return passage.slice(at, at + PIECE);
    }),
  );
}

function addPiece(pieces: Map<number, Piece[]>, text: string, group: number, bit: number): void {
  const hash = mix(hashOf(text));
  const list = pieces.get(hash) ?? [];
  pieces.set(hash, list);
  let piece = list.find((other) => other.text === text);
  if (!piece) {
    piece = { text, groups: new Map() };
    list.push(piece);
  }
  piece.groups.set(group, (piece.groups.get(group) ?? 0) | bit);
}

function findPieces(
  text: string,
  pieces: ReadonlyMap<number, readonly Piece[]>,
  filter: Uint8Array,
  bits: number,
): Map<number, number> {
  const found = new Map<number, number>();
  let rolling = 0;
  for (let at = 0; at < text.length; at++) {
    rolling = (Math.imul(rolling, BASE) + text.charCodeAt(at)) | 0;
    if (at >= PIECE) rolling = (rolling - Math.imul(text.charCodeAt(at - PIECE), OLDEST)) | 0;
    if (at < PIECE - 1) continue;
    const hash = mix(rolling);
    const slot = hash >>> (32 - bits);
    if ((filter[slot >> 3]! & (1 << (slot & 7))) === 0) continue;
    for (const piece of pieces.get(hash) ?? [])
      if (text.startsWith(piece.text, at - PIECE + 1))
        for (const [group, mask] of piece.groups) found.set(group, (found.get(group) ?? 0) | mask);
  }
  return found;
}

function countPassages(masks: ReadonlyMap<number, number>): Map<number, number> {
  return new Map(Array.from(masks, ([group, mask]) => [group, countBits(mask)]));
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Spreads a hash over its upper bits, which choose the place in the filter. */
function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0;
}

/** Eight places for each piece, between 1 KiB and 2 MiB. */
function filterBits(pieces: number): number {
  return Math.min(24, Math.max(13, Math.ceil(Math.log2(pieces * 8 + 1))));
}

function setBit(filter: Uint8Array, slot: number): void {
  filter[slot >> 3]! |= 1 << (slot & 7);
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
