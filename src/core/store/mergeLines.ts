import { diffArrays } from 'diff';

/** Lines of the base that a side replaced. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Differences beyond this many lines are not worth the time: the merge by structure does without them. */
const MAX_CHANGED_LINES = 5000;

/**
 * The usual three-way merge by lines; where both sides changed the same lines, those of the first side are
 * taken. It keeps the comments and the layout of both, as a start for the merge by structure, which is what
 * decides. Undefined when the texts differ too much.
 */
export function mergeLines(base: string, first: string, second: string): string | undefined {
  const was = splitLines(base);
  const one = hunksOf(was, splitLines(first));
  const other = hunksOf(was, splitLines(second));
  if (!one || !other) return undefined;
  const merged: string[] = [];
  let at = 0;
  const take = (hunk: Hunk) => {
    merged.push(...was.slice(at, hunk.start), ...hunk.lines);
    at = hunk.end;
  };
  let next = 0;
  for (const [index, hunk] of one.entries()) {
    for (; next < other.length && isBefore(other[next]!, hunk); next++) take(other[next]!);
    const rivals: Hunk[] = [];
    while (next < other.length && collides(other[next]!, hunk)) rivals.push(other[next++]!);
    const following = one[index + 1];
    take(unite(hunk, rivals, (rival) => following !== undefined && collides(rival, following)));
  }
  // What collided with a longer hunk of the first side may end behind it; it is left to the structure.
  for (const hunk of other.slice(next)) if (hunk.start >= at) take(hunk);
  return [...merged, ...was.slice(at)].join('');
}

/** Comments that one side put where the other worked stay above its lines; of two real changes, the first is taken. */
function unite(hunk: Hunk, rivals: readonly Hunk[], isTaken: (rival: Hunk) => boolean): Hunk {
  const real = isOnlyComments(hunk) ? rivals.find((rival) => !isOnlyComments(rival) && !isTaken(rival)) : hunk;
  const comments = [hunk, ...rivals].filter((one) => one !== real && isOnlyComments(one)).map(({ lines }) => lines);
  const distinct = new Set(comments.map((lines) => lines.join('')));
  const { start, end, lines } = real ?? { ...hunk, lines: [] };
  return { start, end, lines: [...distinct, ...lines] };
}

function isOnlyComments({ start, end, lines }: Hunk): boolean {
  return start === end && lines.every((line) => /^\s*(?:#|$)/.test(line) && line.endsWith('\n'));
}

function isBefore(hunk: Hunk, other: Hunk): boolean {
  return hunk.end <= other.start && !collides(hunk, other);
}

function collides(a: Hunk, b: Hunk): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] | undefined {
  const hunks: { start: number; end: number; lines: string[] }[] = [];
  const add = (start: number, end: number, lines: readonly string[]) => {
    const last = hunks.at(-1);
    if (last?.end !== start) hunks.push({ start, end, lines: [...lines] });
    else {
      last.end = end;
      last.lines.push(...lines);
    }
  };
  let [was, is] = [0, 0];
  for (const [oldLine, newLine] of [...commonLines(before, after), [before.length, after.length] as const]) {
    const removed = before.slice(was, oldLine);
    const added = after.slice(is, newLine);
    if (removed.length === 0 || added.length === 0) {
      if (removed.length + added.length > 0) add(was, oldLine, added);
    } else {
      const changes = diffArrays([...removed], [...added], { maxEditLength: MAX_CHANGED_LINES });
      if (!changes) return undefined;
      let at = was;
      for (const change of changes) {
        if (change.added) add(at, at, change.value);
        else if (change.removed) add(at, at + change.value.length, []);
        if (!change.added) at += change.value.length;
      }
    }
    [was, is] = [oldLine + 1, newLine + 1];
  }
  return hunks;
}

/**
 * Lines that surely are each other, in order: those at the start and the end, and between them the longest row of lines
 * that each version has only once (the "patience" diff of Bram Cohen), such as the ids of claims. A diff of thousands of
 * lines falls apart into short ones by them, whose time would grow with the square.
 */
function commonLines(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const places = (lines: readonly string[]) => {
    const known = new Map<string, number>();
    for (let at = head; at < lines.length - tail; at++) known.set(lines[at]!, known.has(lines[at]!) ? -1 : at);
    return known;
  };
  const there = places(after);
  const pairs: [number, number][] = [];
  for (const [line, at] of places(before)) {
    const other = there.get(line) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([at, other]);
  }
  const ends = (count: number, old: number, now: number) =>
    Array.from({ length: count }, (_, index): [number, number] => [old + index, now + index]);
  return [...ends(head, 0, 0), ...longestRow(pairs), ...ends(tail, before.length - tail, after.length - tail)];
}

/** The longest row of pairs, sorted by their first number, in which the second ones rise too. */
function longestRow(pairs: readonly [number, number][]): [number, number][] {
  /** By length less one, the index of the pair with the lowest second number that ends a row of that length. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, [, value]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = index;
  }
  const row: [number, number][] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) row.push(pairs[at]!);
  return row.reverse();
}
