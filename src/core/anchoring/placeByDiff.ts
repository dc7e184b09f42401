import type { Range } from '../text/range';
import type { TextDiff } from './createTextDiff';
import { holdsNumber } from './mayHoldNumber';

/** Where an old passage lies now. */
export interface DiffedPlace extends Range {
  /** How many code units of the passage stand there unchanged. */
  readonly kept: number;
}

/** A passage found at more than this times its old length has had something else put into it. */
const mostGrowth = 2;
/** What is left of a passage behind words without a number that are longer than all of it: one small word. */
const stub = /^[\sA-Za-z]{1,3}$/;

/**
 * Carries a passage of the old text over to the new one. `kept` is 0 where all of it was replaced, the range then
 * being what stands in its stead; undefined where nothing stands between its neighbors, or they are gone too.
 */
export function placeByDiff(text: string, diff: TextDiff, old: Range): DiffedPlace | undefined {
  const length = old.end - old.start;
  const runs = [...diff.keptOf(old)];
  const whole = runs.reduce((sum, run) => sum + run.length, 0);
  if (whole === length && runs.at(-1)!.new + runs.at(-1)!.length - runs[0]!.new === length)
    return { start: runs[0]!.new, end: runs[0]!.new + length, kept: length };
  const last = () => runs.at(-1)!;
  const before = old.start > 0 ? diff.toNew(old.start - 1) : -1;
  const after = diff.toNew(old.end);
  // A letter or two that a wholly new wording happens to share with the old one says nothing about the edge, unless it
  // is joined to what stood beside it.
  const strayFirst = () => runs[0]!.length <= 2 && runs[1]!.new - runs[0]!.new - runs[0]!.length > 3;
  const strayLast = () => last().length <= 2 && last().new - runs.at(-2)!.new - runs.at(-2)!.length > 3;
  while (runs.length > 1 && strayFirst() && runs[0]!.new - 1 !== before) runs.shift();
  while (runs.length > 1 && strayLast() && last().new + last().length !== after) runs.pop();
  const put = () => text.slice(runs.at(-2)!.new + runs.at(-2)!.length, last().new);
  const isStub = () => stub.test(text.slice(last().new, last().new + last().length));
  if (runs.length > 1 && isStub() && put().length > length && !holdsNumber(put())) runs.pop();
  // Where both ends stand joined to what stood beside them, whatever was put between them is inside.
  const endsStand = () =>
    runs[0]!.old === old.start &&
    last().old + last().length === old.end &&
    (old.start === 0 || runs[0]!.new - 1 === before) &&
    (after === undefined ? old.end === diff.oldLength : last().new + last().length === after);
  while (runs.length > 1 && !endsStand() && last().new + last().length - runs[0]!.new > length * mostGrowth)
    if (runs[0]!.length < last().length) runs.shift();
    else runs.pop();

  const first = runs[0];
  if (!first) {
    if (before === undefined || after === undefined || after <= before + 1) return undefined;
    return after - before - 1 > length * mostGrowth + 16 ? undefined : { start: before + 1, end: after, kept: 0 };
  }
  let start = first.new;
  let end = last().new + last().length;
  const isOpen = { start: first.old > old.start, end: last().old + last().length < old.end };
  const room = Math.max(8, length * mostGrowth - (end - start)) / (isOpen.start && isOpen.end ? 2 : 1);
  if (isOpen.start && before !== undefined && start - before - 1 <= room) start = before + 1;
  if (isOpen.end && after !== undefined && after - end <= room) end = after;
  return { start, end, kept: runs.reduce((sum, run) => sum + run.length, 0) };
}
