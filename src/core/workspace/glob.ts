/**
 * Matches a workspace path against a glob: `*` and `?` within a segment, `**` across segments,
 * `{a,b}` for alternatives. Case counts.
 *
 * Our own rather than a library's because the patterns come from the opened folder, which may be
 * hostile: glob libraries compile to regular expressions that can backtrack without bound, while this
 * takes at most pattern length × path length steps.
 */
export function matchesGlob(path: string, glob: string): boolean {
  return createGlobFilter([glob])(path);
}

/** Whether one of the globs matches, for many paths: the globs are taken apart once. */
export function createGlobFilter(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs
    .flatMap((glob) => expandBraces(glob).slice(0, MOST_ALTERNATIVES))
    .map((pattern) => pattern.split('/'));
  return (path) => {
    const segments = path.split('/');
    return patterns.some((pattern) => matchSegments(segments, pattern));
  };
}

/** The alternatives that a glob may have; of one with more, which `config.yaml` is told of, the first ones count. */
export const MOST_ALTERNATIVES = 64;

/** The globs without braces that a glob stands for; one more than are used, if there are more. */
export function expandBraces(glob: string): string[] {
  const done: string[] = [];
  const waiting = [glob];
  while (waiting.length > 0 && done.length <= MOST_ALTERNATIVES) {
    const pattern = waiting.pop()!;
    const open = pattern.lastIndexOf('{');
    const close = open < 0 ? -1 : pattern.indexOf('}', open);
    if (close < 0) {
      done.push(pattern);
      continue;
    }
    const alternatives = pattern.slice(open + 1, close).split(',');
    for (const alternative of alternatives.slice(0, MOST_ALTERNATIVES + 1).reverse())
      waiting.push(pattern.slice(0, open) + alternative + pattern.slice(close + 1));
  }
  return done;
}

/** Matches by the set of pattern positions reachable after each segment, so nothing is tried twice. */
function matchSegments(path: readonly string[], pattern: readonly string[]): boolean {
  let reachable = withSkippedGlobstars(new Set([0]), pattern);
  for (const segment of path) {
    const next = new Set<number>();
    for (const at of reachable) {
      const part = pattern[at];
      if (part === undefined) continue;
      if (part === '**') next.add(at);
      else if (matchSegment(segment, part)) next.add(at + 1);
    }
    reachable = withSkippedGlobstars(next, pattern);
    if (reachable.size === 0) return false;
  }
  return reachable.has(pattern.length);
}

function withSkippedGlobstars(positions: Set<number>, pattern: readonly string[]): Set<number> {
  for (const at of positions) if (pattern[at] === '**') positions.add(at + 1);
  return positions;
}

/** The greedy wildcard match with one point of return, linear but for the last `*`. */
function matchSegment(text: string, pattern: string): boolean {
  let at = 0;
  let star = -1;
  let starAt = 0;
  let i = 0;
  while (i < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      starAt = i;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[i])) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++starAt;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
