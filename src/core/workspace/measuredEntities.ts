/** Spellings that only a parser reads, each with a sign that most files lack: escapes, anchors, keys behind `?`, merges. */
const UNCLEAR: readonly (readonly [sign: string, spelling: RegExp])[] = [
  ['\\', /\\(?:[uUx]|\r?\n)/],
  ['&', /(?:^|[\s,:{[])&[^\s,[\]{}]/],
  ['?', /(?:^|[\s,:{[])\?\s/],
  ['<<<<<<<', /^<{7}/m],
];
/**
 * The key `of` with the word behind it; without one where something else is in between, be it a comment or a slip.
 * Looks ahead, so that no `of` hides the next.
 */
const OF = /\bof(?=["']?\s*(?::\s*["']?([^\s"',[\]{}]*)|#)|["'])/g;

/**
 * What the measures in the YAML of an article's file may be of, without parsing it: every id that a measure names in
 * `of`, and perhaps other words that stand behind an `of`. Undefined where only parsing tells. Many times as fast, so
 * that the few files with a measure can be told from thousands of others.
 */
export function measuredEntities(yaml: string): ReadonlySet<string> | undefined {
  if (UNCLEAR.some(([sign, spelling]) => yaml.includes(sign) && spelling.test(yaml))) return undefined;
  const entities = new Set<string>();
  if (!yaml.includes('measure')) return entities;
  for (const [, value] of yaml.matchAll(OF)) {
    // A block scalar, a tag, a comment, a list or a mapping, or nothing.
    if (!value || /^[#!&*|>%@`]/.test(value)) return undefined;
    entities.add(value);
  }
  return entities;
}
