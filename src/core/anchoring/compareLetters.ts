import diff from 'fast-diff';

/** Text that stands unchanged: offset in the old text, offset in the new, and how many code units. */
export interface KeptText {
  readonly old: number;
  readonly new: number;
  readonly length: number;
}

/** What two strings share, in order, by the library fast-diff (Myers 1986, with Fraser's half match). */
export function compareLetters(before: string, after: string): KeptText[] {
  const kept: KeptText[] = [];
  let old = 0;
  let fresh = 0;
  for (const [kind, { length }] of diff(before, after)) {
    if (kind === diff.EQUAL) kept.push({ old, new: fresh, length });
    if (kind !== diff.INSERT) old += length;
    if (kind !== diff.DELETE) fresh += length;
  }
  return kept;
}

/** A comparison of two long strings may take about so many steps, some tenths of a second. */
const mostSteps = 4e7;

/**
 * As `compareLetters`, but in bounded time: its time grows with the square of what was changed, and a text that was
 * written anew would hold up everything else. Such texts share only the letters that stand once in either.
 */
export function compareLongLetters(before: string, after: string): KeptText[] {
  return isNear(before, after) ? compareLetters(before, after) : compareSingular(before, after);
}

/** Whether a comparison can be afforded: follows the furthest paths of Myers 1986 until they meet or the steps are used up. */
function isNear(before: string, after: string): boolean {
  const { length: m } = before;
  const { length: n } = after;
  // However they differ, so few letters cost less than that.
  if ((m + n) ** 2 <= mostSteps) return true;
  const room = Math.ceil(Math.sqrt(2 * mostSteps)) + 2;
  const furthest = new Int32Array(2 * room + 1);
  let steps = 0;
  for (let edits = 0; steps < mostSteps; edits++) {
    // Diagonals that have left the strings are not followed.
    const from = -edits + 2 * Math.max(0, edits - n);
    const to = edits - 2 * Math.max(0, edits - m);
    for (let diagonal = from; diagonal <= to; diagonal += 2) {
      const left = furthest[room + diagonal - 1]!;
      const right = furthest[room + diagonal + 1]!;
      let at = diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1;
      const began = at;
      while (at < m && at - diagonal < n && before.charCodeAt(at) === after.charCodeAt(at - diagonal)) at++;
      if (at >= m && at - diagonal >= n) return true;
      furthest[room + diagonal] = at;
      steps += 1 + at - began;
    }
  }
  return false;
}

/** The longest sequence of letters that stand once in either string and in the same order (Cohen's patience diff). */
function compareSingular(before: string, after: string): KeptText[] {
  const places = singularPlaces(after);
  const pairs: { readonly old: number; readonly new: number; readonly previous: number }[] = [];
  // The pair that ends the best sequence of each length.
  const ends: number[] = [];
  for (const [letter, old] of singularPlaces(before)) {
    const fresh = places.get(letter);
    if (fresh === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]!.new < fresh) low = middle + 1;
      else high = middle;
    }
    ends[low] = pairs.push({ old, new: fresh, previous: low === 0 ? -1 : ends[low - 1]! }) - 1;
  }
  const kept: KeptText[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = pairs[at]!.previous)
    kept.push({ old: pairs[at]!.old, new: pairs[at]!.new, length: 1 });
  return kept.reverse();
}

/** Where each letter stands that stands once, in order. */
function singularPlaces(text: string): Map<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (places.delete(letter)) repeated.add(letter);
    else if (!repeated.has(letter)) places.set(letter, at);
  }
  return places;
}
