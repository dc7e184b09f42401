import type { Range } from '../../text/range';
import type { MeaningChange } from './change';
import type { Meaning } from './clauses';
import type { Hunk } from './compareMeaning';
import { findMeaningWords, lexiconOf, type MeaningWord, type Script } from './meaningWords';
import type { Statement } from './statement';

interface Side {
  readonly statement: Statement;
  readonly meaning: Meaning;
}

/**
 * What stands in the stead of a word that says what a figure means. A word that came or went alone may be another way of
 * telling; where another one, which nobody knows to say the same, stands in its place, the figure is another.
 */
export function* compareStead(before: Side, after: Side, hunks: readonly Hunk[]): Generator<MeaningChange> {
  const { script } = before.statement;
  for (const letters of hunks) {
    const { before: gone, after: come } = wholeWords(before.statement, after.statement, letters);
    const [was, is] = [textOf(before.statement, gone), textOf(after.statement, come)];
    // Words of Chinese are not parted, and the syllable stands alone: 会员, 非会员.
    if (script === 'zh' && TURNING.test(was + is) && (was === '' || is === '')) yield { kind: 'counted', was, is };
    if (!says(was, script) || !says(is, script)) continue;
    const change =
      unknownInStead(before, gone, is, script) ??
      unknownInStead(after, come, was, script) ??
      (isTurnedByPrefix(was, is) || isTurnedByPrefix(is, was) ? 'counted' : undefined) ??
      otherNoun(before, gone, after, come, script);
    if (change) yield { kind: change, was, is };
  }
}

/** A hunk is found letter by letter; what was replaced are words, of which some letters may have stayed: fares, arrears. */
function wholeWords(before: Statement, after: Statement, hunk: Hunk): Hunk {
  if (before.script === 'zh') return hunk;
  const part = before.script === 'en' ? /[A-Za-z0-9'-]/ : /[\u4e00-\u9fff々ァ-ヺー]/u;
  const isPart = (unit: string | undefined) => unit !== undefined && part.test(unit);
  const cuts = ({ text }: Statement, at: number) => isPart(text[at - 1]) && isPart(text[at]);
  const isCutLeft = cuts(before, hunk.before.start) || cuts(after, hunk.after.start);
  const isCutRight = cuts(before, hunk.before.end) || cuts(after, hunk.after.end);
  const widen = ({ text }: Statement, { start, end }: Range) => {
    let left = start;
    let right = end;
    if (isCutLeft) while (isPart(text[left - 1])) left--;
    if (isCutRight) while (isPart(text[right])) right++;
    return { start: left, end: right };
  };
  return { before: widen(before, hunk.before), after: widen(after, hunk.after) };
}

function textOf({ text }: Statement, { start, end }: Range): string {
  return text.slice(start, end).trim();
}

const TURNING = /^[非未无反准]$/u;

/** Peak and off-peak, 正規 and 非正規: the same word with a syllable before it that turns it. */
function isTurnedByPrefix(word: string, turned: string): boolean {
  const prefix = turned.endsWith(word) ? turned.slice(0, -word.length) : '';
  if (prefix === '') return false;
  return (
    word.length > 1 &&
    /^(?:(?:non|off|anti|ex|pre|post|semi|half|sub|self|part)-?|un|dis|in-|out-|[非未不無无脱反準])$/i.test(prefix)
  );
}

/** Small words, digits and the ends of Japanese words say nothing by themselves. */
function says(words: string, script: Script): boolean {
  if (words === '' || words.length > 60 || /(?<![A-Za-z])\d/.test(words)) return false;
  if (script === 'en') return words.split(/[^A-Za-z0-9'-]+/).some((word) => word.length > 2 && !isSmall(word));
  return /[\u4e00-\u9fffァ-ヺA-Za-z]|[\u3041-\u3096]{3}/u.test(words);
}

/** A word of meaning that went from its place, for words that say nothing of its kind as far as anybody knows. */
function unknownInStead(
  { statement, meaning }: Side,
  place: Range,
  other: string,
  script: Script,
): MeaningChange['kind'] | undefined {
  const stood = meaning.near.filter(
    (word) => word.start >= place.start && word.end <= place.end && isTelling(word, statement),
  );
  if (stood.length === 0) return undefined;
  const small = other.toLowerCase();
  const { neutral } = lexiconOf(script);
  if (neutral.test(small)) return undefined;
  const others = findMeaningWords(small, script);
  return stood.find(({ kind }) => !others.some((word) => word.kind === kind))?.kind;
}

const TELLING = new Set([
  'change',
  'result',
  'stance',
  'trade',
  'flow',
  'match',
  'test',
  'board',
  'harm',
  'sex',
  'age',
]);

function isTelling({ kind, group, start, end }: MeaningWord, { text, script }: Statement): boolean {
  if (!TELLING.has(group) && !(kind === 'subject' && group === 'measure')) return false;
  return script === 'en' ? end - start > 3 && !isSmall(text.slice(start, end)) : end - start > 1;
}

/** In English the last word of a noun phrase says what it is: rainfall in May and seats in May are two things. */
function otherNoun(
  before: Side,
  gone: Range,
  after: Side,
  come: Range,
  script: Script,
): MeaningChange['kind'] | undefined {
  if (script !== 'en') return nounBehind(before, gone, after, come);
  const inClause = (range: Range, { nearClauses }: Meaning) =>
    nearClauses.some((clause) => clause.start <= range.start && range.start < clause.end);
  if (!inClause(gone, before.meaning) || !inClause(come, after.meaning)) return undefined;
  const [one, other] = [headOf(before.statement, gone), headOf(after.statement, come)];
  if (!one || !other || stem(one) === stem(other)) return undefined;
  if (stem(one).startsWith(stem(other)) || stem(other).startsWith(stem(one))) return undefined;
  const figure = before.statement.figures.find(
    ({ start, end }) => start < before.statement.range.end && before.statement.range.start < end,
  );
  // At peak times, during peak hours; 41 days is not 41 nights.
  const isCounted = figure?.end === gone.start - 1 && /\d$/.test(before.statement.text.slice(figure.start, figure.end));
  if (!isCounted && TIME.test(one) && TIME.test(other)) return undefined;
  return figure && figure.end <= gone.start && gone.start - figure.end < 12 ? 'counted' : 'subject';
}

/** The noun of one to three words that a hunk replaced, where nothing goes on behind it that it could belong to. */
function headOf({ text }: Statement, { start, end }: Range): string | undefined {
  const words = text.slice(start, end).trim().split(' ');
  const head = words.at(-1)!;
  if (
    words.length > 3 ||
    !/^(?:[A-Za-z][a-z'-]{2,}|[A-Z]{1,3}[a-z]?\d{0,2})$/.test(head) ||
    (/^[A-Z][a-z]/.test(head) && !startsSentence(text, start))
  )
    return undefined;
  const small = head.toLowerCase();
  if (isSmall(small) || NO_NOUN.test(small) || lexiconOf('en').neutral.test(small)) return undefined;
  const next = /^[\s"']*([A-Za-z'-]+|.|$)/.exec(text.slice(end))![1]!;
  if (!/^[.,;:!?)]?$/.test(next) && !isSmall(next.toLowerCase()) && !VERB_BEHIND.test(next)) return undefined;
  const last = /([A-Za-z'-]+)\s*$/.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase() ?? '';
  if (words.length === 1 && (VERB_FOLLOWS.has(last) || (IS.has(last) && !/[^s]s$/.test(small)))) return undefined;
  return small;
}

function startsSentence(text: string, at: number): boolean {
  return at === 0 || /[.!?\n>*-]\s*$/.test(text.slice(Math.max(0, at - 3), at));
}

function stem(word: string): string {
  return word
    .replace(/(?:'s|s')$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?:es|s)$/, '');
}

const TIME =
  /^(?:times?|hours?|periods?|nights?|overnight|days?|daytime|mornings?|evenings?|afternoons?|weekends?|weekdays?|seasons?)$/;
const VERB_FOLLOWS = new Set(
  "to will would can could may might must should not also n't never who that which he she they it we i".split(' '),
);
const IS = new Set('is are was were be been being seem seemed remains remained'.split(' '));
const VERB_BEHIND =
  /^(?:rose|fell|grew|shrank|lost|won|made|paid|spent|sold|bought|hit|held|kept|got|took|gave|cut|came|went|stood|drew|built|led|ran|met|left|became|[a-z]{3,}ed|rises?|falls?|employs|totals|reaches)$/;
/** Verbs, adverbs and words of comparison. */
const NO_NOUN =
  /(?:ed|ing|ly|er than|est|ous|ful|ive|able|ible|ical|less|ish)$|^(?:rose|fell|grew|shrank|lost|won|made|paid|spent|sold|bought|said|says|say|told|tell|tells|saw|held|kept|got|took|gave|began|came|went|stood|drew|built|led|ran|met|became|shows?|adds?|claims?|writes?|wrote|knew|found|find|finds|big|large|small|huge|high|low|new|old|good|bad|early|late|long|short|great|major|main|local|whole|entire|strong|weak|rapid|recent|annual|global)$/;

const SMALL = new Set(
  'a an the and or but nor so yet as at by for from in into of off on onto out over per to up via with within without is are was were be been being has had have will would can could may might must should do does did that which who whom whose this these those it its they them their he him his she her we our you your i my all any each every both some no none not only just even also still already again now then here there more most less least many much few several such same other another own very too about around above across after against along among before behind below beneath beside between beyond despite down during except inside near outside past since through throughout toward towards under until upon when while where whether how what why if because than though although once twice ago away back last next first second third earlier later today yesterday tomorrow year years month months week weeks day days quarter half alone together instead including according'.split(
    ' ',
  ),
);

function isSmall(word: string): boolean {
  return SMALL.has(word.toLowerCase());
}

const NOUN_BEHIND = /^(?:[ ]?(?:の|的)?)([\u4e00-\u9fff々ァ-ヺー]{2,12})/u;
const COUNTED = new Set(['unit', 'item', 'person', 'company', 'household', 'case', 'occurrence']);

/** What was counted, right behind a counted number or led to by の and 的: 30人の看護師, 30名护士. */
function nounBehind(before: Side, gone: Range, after: Side, come: Range): MeaningChange['kind'] | undefined {
  const [one, other] = [countedBy(before.statement, gone), countedBy(after.statement, come)];
  if (!one || !other || one === other || one.includes(other) || other.includes(one)) return undefined;
  const knows = (noun: string) =>
    lexiconOf(before.statement.script).neutral.test(noun) || findMeaningWords(noun, before.statement.script).length > 0;
  return knows(one) || knows(other) ? undefined : 'counted';
}

function countedBy({ text, figures, range, script }: Statement, hunk: Range): string | undefined {
  for (const figure of figures) {
    if (figure.start >= range.end || range.start >= figure.end) continue;
    const match = NOUN_BEHIND.exec(text.slice(figure.end, figure.end + 20));
    if (!match || (!/[の的]/.test(match[0]) && !(script === 'zh' && COUNTED.has(figure.quantity.unit ?? '')))) continue;
    const start = figure.end + match[0].length - match[1]!.length;
    const end = script === 'zh' ? Math.min(hunk.end, figure.end + match[0].length) : figure.end + match[0].length;
    if (hunk.start < end && start < hunk.end && hunk.start - start <= 4)
      return text.slice(script === 'zh' ? Math.max(start, hunk.start) : start, end);
  }
  return undefined;
}
