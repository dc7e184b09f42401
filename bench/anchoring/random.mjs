/** Pseudo-random numbers from a seed (mulberry32), so that any case can be run again by its number alone. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  return {
    below,
    pick,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    /** Two different members of a list. */
    two: (list) => {
      const at = below(list.length);
      return [list[at], list[(at + 1 + below(list.length - 1)) % list.length]];
    },
    shuffle: (list) => {
      const result = [...list];
      for (let at = result.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [result[at], result[other]] = [result[other], result[at]];
      }
      return result;
    },
  };
}
