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

function hunksOf(before: string[], after: string[]): readonly Hunk[] | undefined {
  const changes = diffArrays(before, after, { maxEditLength: MAX_CHANGED_LINES });
  if (!changes) return undefined;
  const hunks: { start: number; end: number; lines: string[] }[] = [];
  let at = 0;
  for (const { added, removed, value } of changes) {
    const last = hunks.at(-1);
    if (!added && !removed) at += value.length;
    else {
      const hunk = last?.end === at ? last : { start: at, end: at, lines: [] };
      if (hunk !== last) hunks.push(hunk);
      if (removed) {
        at += value.length;
        hunk.end = at;
      } else hunk.lines.push(...value);
    }
  }
  return hunks;
}
