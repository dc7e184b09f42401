// The common kind of matcher, with the weights of Hypothesis's client: approximate search for the quote, and the
// occurrence with the best score of quote, surroundings and position.
import { createRequire } from 'node:module';
import path from 'node:path';

/** @param cache the folder beside the project into which approx-string-match was installed */
export function createPeer(cache) {
  const peerModule = createRequire(path.join(cache, 'package.json'))('approx-string-match');
  const search = peerModule.default ?? peerModule;

  /** How like two strings are, from 0 to 1, by the best approximate occurrence of the second in the first. */
  function likeness(text, words) {
    if (words === '') return 1;
    const errors = search(text, words, words.length).reduce(
      (least, match) => Math.min(least, match.errors),
      words.length,
    );
    return 1 - errors / words.length;
  }

  return (text, { exact, prefix, suffix, start }) => {
    let best;
    for (const match of search(text, exact, Math.min(256, exact.length / 2))) {
      const score =
        50 * (1 - match.errors / exact.length) +
        20 * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
        20 * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
        2 * (1 - Math.abs(match.start - start) / text.length);
      if (!best || score > best.score) best = { start: match.start, end: match.end, score };
    }
    return best ? { status: 'moved', range: { start: best.start, end: best.end } } : { status: 'orphaned' };
  };
}
