import { distance } from 'fastest-levenshtein';

/** Longer texts are no slip of a known name. */
const LONGEST = 60;
/** How much of a name may be wrong for it to be still that name. */
const MOST_WRONG = 0.4;

/** The known name that a text was most likely meant to be; undefined where none comes near. The first of equals. */
export function nearestOf(text: string, known: readonly string[]): string | undefined {
  if (text.length > LONGEST) return undefined;
  const written = text.toLowerCase();
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of known) {
    // Who leaves out the part before the slash has still named the check.
    const wrong = Math.min(distance(written, name), 1 + distance(written, name.slice(name.indexOf('/') + 1)));
    if (wrong >= least || wrong > name.length * MOST_WRONG) continue;
    least = wrong;
    nearest = name;
  }
  return nearest;
}
