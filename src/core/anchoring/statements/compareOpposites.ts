import type { Range } from '../../text/range';
import type { MeaningChange } from './change';
import type { Meaning } from './clauses';
import type { Hunk } from './compareMeaning';
import { lexiconOf } from './meaningWords';
import type { Statement } from './statement';

/** Words that replaced one another are no longer than this, in UTF-16 code units: more is another way of telling. */
const longestHunk = 16;

/**
 * Small words in the stead of their opposites, in a clause of the figure: shipments to and from China, by and after June 3,
 * 10日まで and 10日以降. Before another number they are said of that.
 */
export function compareOpposites(
  before: Statement,
  was: Meaning,
  after: Statement,
  is: Meaning,
  hunks: readonly Hunk[],
): MeaningChange | undefined {
  for (const hunk of hunks) {
    if (!isNear(hunk.before, was) || !isNear(hunk.after, is)) continue;
    if (isOfOther(before, hunk.before) || isOfOther(after, hunk.after)) continue;
    const [gone, come] = [wordsOf(before, hunk.before), wordsOf(after, hunk.after)];
    if (gone === '' || come === '' || gone.length > longestHunk || come.length > longestHunk) continue;
    for (const [one, other] of lexiconOf(before.script).opposites)
      if (turns(gone, come, one, other) || turns(gone, come, other, one))
        return { kind: 'direction', was: gone, is: come };
  }
  return undefined;
}

function turns(gone: string, come: string, one: RegExp, other: RegExp): boolean {
  return one.test(gone) && other.test(come) && !other.test(gone) && !one.test(come);
}

function isNear(range: Range, { nearClauses }: Meaning): boolean {
  return nearClauses.some((clause) => clause.start <= range.start && range.start <= clause.end);
}

/** Right before a number that is none of the passage. */
function isOfOther({ text, range }: Statement, { end }: Range): boolean {
  const number = /^[ a-z]{0,4}[$€£¥]?\d/i.exec(text.slice(end, end + 8));
  return number !== null && (end + number[0].length <= range.start || end >= range.end);
}

/** A hunk is found letter by letter; what was replaced are words, where spaces part them, and 以前 is more than 前. */
function wordsOf({ text, script }: Statement, { start, end }: Range): string {
  const beside = script === 'ja' ? 1 : 0;
  if (script !== 'en') return start < end ? text.slice(Math.max(0, start - beside), end + beside) : '';
  const isPart = (at: number) => /[A-Za-z]/.test(text[at] ?? '');
  let from = start;
  let to = end;
  while (isPart(from - 1) && isPart(from)) from--;
  while (isPart(to) && isPart(to - 1)) to++;
  return text.slice(from, to).trim();
}
