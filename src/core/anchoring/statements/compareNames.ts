import type { Range } from '../../text/range';
import type { MeaningChange } from './change';
import type { Meaning } from './clauses';
import type { Hunk } from './compareMeaning';
import { findMeaningWords, lexiconOf, type Script } from './meaningWords';
import type { Statement } from './statement';

interface Name extends Range {
  readonly text: string;
}

/** Whose figure it is: a name, or the words that lead to what is said, in whose stead others stand. */
export function compareNames(
  before: Statement,
  was: Meaning,
  after: Statement,
  is: Meaning,
  hunks: readonly Hunk[],
  within: { readonly before: Range; readonly after: Range },
): MeaningChange | undefined {
  const old = namesOf(before, within.before);
  const fresh = namesOf(after, within.after);
  const lost = without(old, fresh).filter((name) => !standsIn(after, within.after, name));
  const gained = without(fresh, old).filter((name) => !standsIn(before, within.before, name));
  for (const hunk of hunks) {
    if (hunk.before.start === hunk.before.end || hunk.after.start === hunk.after.end) continue;
    const gone = lost.find((name) => touches(name, hunk.before) && isOwned(name, before, was));
    const come = gained.find((name) => touches(name, hunk.after) && isOwned(name, after, is));
    if (gone && come && isOther(before, gone, after, come)) return { kind: 'subject', was: gone.text, is: come.text };
  }
  for (const hunk of hunks) {
    const [gone, come] = [wordOver(before, hunk.before, within.before), wordOver(after, hunk.after, within.after)];
    if (!gone || !come || !isOwned(gone, before, was) || !isOwned(come, after, is)) continue;
    if (isOther(before, gone, after, come)) return { kind: 'subject', was: gone.text, is: come.text };
  }
  // Names that changed places: each sentence has both, the figure's own clause has not.
  const nearOld = old.filter((name) => isIn(name, was.nearClauses));
  const nearNew = fresh.filter((name) => isIn(name, is.nearClauses));
  const [gone] = without(nearOld, nearNew).filter((name) => fresh.some((other) => other.text === name.text));
  const [come] = without(nearNew, nearOld).filter((name) => old.some((other) => other.text === name.text));
  return gone && come && isOther(before, gone, after, come)
    ? { kind: 'subject', was: gone.text, is: come.text }
    : undefined;
}

/** A small word at the head of a sentence may stand further on in the other. */
function standsIn({ text, script }: Statement, { start, end }: Range, { text: name }: Name): boolean {
  return (
    script === 'en' &&
    text
      .slice(start, end)
      .split(/[^\w&'-]+/)
      .includes(name[0]!.toLowerCase() + name.slice(1))
  );
}

function touches(name: Range, hunk: Range): boolean {
  return name.start < hunk.end && hunk.start < name.end;
}

function isIn(name: Range, clauses: readonly Range[]): boolean {
  return clauses.some((clause) => clause.start <= name.start && name.start < clause.end);
}

/** In a clause that speaks of the figure; or at the head of a sentence whose later clauses name no one else. */
function isOwned(name: Name, { sentence }: Statement, { clauses, nearClauses }: Meaning): boolean {
  if (isIn(name, clauses)) return true;
  const [first] = nearClauses;
  return first !== undefined && name.start - sentence.start <= 24 && name.end <= first.start;
}

/** トヨタ and トヨタ自動車, 同社 and the name it stands for are no other names. */
function isOther(before: Statement, one: Name, after: Statement, other: Name): boolean {
  const { pronouns } = lexiconOf(before.script);
  const [a, b] = [one.text.toLowerCase(), other.text.toLowerCase()];
  if (pronouns.has(a) || pronouns.has(b) || a.includes(b) || b.includes(a)) return false;
  if (singular(a) === singular(b)) return false;
  if (before.script === 'en' ? isTitled(before, one, after, other) : isSamePerson(a, b, before.script)) return false;
  if (isShortFor(one, after, other) || isShortFor(other, before, one)) return false;
  const stands = before.script === 'zh' ? /^[该本此同各]/ : /^[同両各]/;
  return !stands.test(a) && !stands.test(b);
}

/** 山田氏 and 山田太郎会長: one of them by the family name alone. */
function isSamePerson(one: string, other: string, script: Script): boolean {
  const { titles } = lexiconOf(script);
  const [a, b] = [one.replace(titles, ''), other.replace(titles, '')];
  const isPerson = a !== one && b !== '' && a !== '';
  return isPerson && (a.startsWith(b) || b.startsWith(a));
}

/** Mr. Lee, Tom Lee and Lee. */
function isTitled(before: Statement, one: Name, after: Statement, other: Name): boolean {
  const { titles } = lexiconOf('en');
  const isTitle = titles.test(one.text);
  if (isTitle === titles.test(other.text)) return false;
  const surname = ({ text }: Statement, { end }: Name) => /^\.? ([A-Z][\w'-]+)/.exec(text.slice(end, end + 32))?.[1];
  const [a, b] = [surname(before, one), surname(after, other)];
  return (a !== undefined && a === b) || (isTitle ? a === other.text : b === one.text);
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?:es|s)$/, '');
}

/** U.S. and the words United States. */
function isShortFor(short: Name, { text }: Statement, { start }: Name): boolean {
  const letters = short.text.replace(/\./g, '');
  if (!/^[A-Z]{2,6}$/.test(letters)) return false;
  const words = text
    .slice(start, start + 80)
    .match(/^[A-Z][a-z]+(?:[ -](?:(?:of|and|the|for) )?[A-Z][a-z]+){1,6}/)?.[0];
  return words?.replace(/[^A-Z]/g, '').startsWith(letters) === true;
}

const NOUN: Readonly<Record<Script, RegExp>> = {
  // What は, が, の, で or a comma marks as what is spoken of.
  ja: /^[\u4e00-\u9fff々ァ-ヺーA-Za-z]{2,16}(?=は|が|も|の|では?|によ|、|に(?:は|おけ|つい))/u,
  zh: /^[A-Za-z\u4e00-\u9fff·]{2,16}/u,
  en: /^(?:[A-Z][\w'&-]+|[a-z][a-z'-]{2,})/,
};
/** Words of saying and being in Chinese, which sets nothing between them and a name. */
const SAID =
  /^(?:指出|表示|公布|宣布|介绍|透露|发布|披露|认为|强调|说明|达到|只有|仅有|共有|约为|超过|完成|投入|实现|今天|据悉|目前|已经|大约|负责人|官方)/u;

/** The noun that a hunk changes, where it stands before the figure and leads to it. */
function wordOver({ text, script, range }: Statement, hunk: Range, within: Range): Name | undefined {
  if (hunk.start >= hunk.end || hunk.start >= range.end || script === 'en') return undefined;
  const isPart = (unit: string | undefined) => unit !== undefined && /[\u4e00-\u9fff々ァ-ヺーA-Za-z]/u.test(unit);
  let start = hunk.start;
  // Chinese words are not parted: the hunk itself is the word.
  if (script === 'ja') while (start > within.start && isPart(text[start - 1])) start--;
  const follows = text.slice(start, Math.min(within.end + 2, start + 24));
  const word =
    NOUN[script].exec(follows)?.[0] ??
    (script === 'ja' && opensClause(text, start) ? NAME_IN_KANA.exec(follows)?.[0] : undefined);
  if (!word || SAID.test(word)) return undefined;
  if (isTold(word, script)) return undefined;
  const end = script === 'zh' ? Math.min(endOfNoun(text, hunk), start + word.length) : start + word.length;
  return end > hunk.start && end - start >= 2 ? { text: text.slice(start, end), start, end } : undefined;
}

/** Which way and when it was is compared by what it means: 增长 and 上升 are no two names, nor are 今期 and 当期. */
function isTold(word: string, script: Script): boolean {
  const told = findMeaningWords(word.toLowerCase(), script).find(
    ({ start, end }) => start === 0 && end === word.length,
  );
  return told !== undefined && told.kind !== 'subject' && told.kind !== 'counted';
}

/** Where two Chinese nouns end alike, as 广告费 and 电费 do, what they share belongs to them. */
function endOfNoun(text: string, { start, end }: Range): number {
  return end - start === 1 && /[费率额量数金价款税资债险店站车船机员者]/u.test(text[end] ?? '') ? end + 1 : end;
}

/** ひばり交通, さくら市: what begins a clause with kana and is no word that leads to another. */
const NAME_IN_KANA =
  /^(?!この|その|あの|どの|こう|そう|また|なお|さら|いず|すべ|ほか|うち|もっと|ただ|ほと|およ|おお|あと|とも|しか|それ|これ|あれ|どれ|ここ|そこ|いま|きょ|きの|あす|より|かつ|まず|つま|やや|ごく|わず)[\u3041-\u3096]{2,6}(?=[\u4e00-\u9fffァ-ヺ])[\u4e00-\u9fff々ァ-ヺー]{1,12}(?=は|が|も|の|では?|によ|、|に(?:は|おけ|つい))/u;

function opensClause(text: string, at: number): boolean {
  return at === 0 || /[\s、。「『(,.:・|]/u.test(text[at - 1]!);
}

const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Q\d|H\d|FY\d*)$/;
const PLAIN_WORDS =
  /^(?:The|A|An|In|On|At|By|For|From|Of|To|As|But|And|Or|It|Its|They|Their|He|She|His|Her|We|I|This|That|These|Those|There|Some|About|Over|More|Less|Nearly|Almost|Up|After|Before|Since|While|When|With|Without|Meanwhile|However|Officials|Last|Next|Early|Late|Another|Each|Every|Both|All|No|Not|If|So|Still|Also|Now|Then|Once|Only|Around|Roughly|Under|Total|Overall|Sources|People|Analysts|Experts|During|Between|Among|Under|According|Because|Although|Though)$/;

const LABEL = /^([^:：、。,;|\d\n]{1,32})[:：](?=\s*[^\n]{0,40}$)/u;

function namesOf(statement: Statement, within: Range): Name[] {
  const { text, script } = statement;
  const part = text.slice(within.start, within.end);
  const found: Name[] = [];
  const add = (name: string, at: number) =>
    found.push({ text: name, start: within.start + at, end: within.start + at + name.length });
  // What stands before the colon of an item is what its value is of.
  const label = LABEL.exec(part)?.[1];
  if (label) add(label.trim(), 0);
  if (script === 'en') {
    for (const match of part.matchAll(/(?<![\w$€£¥])[A-Z][A-Za-z&'-]*(?:\.(?=[A-Z])[A-Za-z.]*)?(?!\d)/g)) {
      if (!PLAIN_WORDS.test(match[0]) && !CALENDAR.test(match[0])) add(match[0], match.index);
    }
    return [...found, ...subjectWords(part, within.start)];
  }
  for (const match of part.matchAll(/[ァ-ヺ][ァ-ヺー・]+/gu)) add(match[0], match.index);
  for (const match of part.matchAll(/(?<![\w$])[A-Za-z][A-Za-z&.'-]+(?!\d)/g)) add(match[0], match.index);
  if (script === 'ja') {
    for (const match of part.matchAll(
      /[\u4e00-\u9fff々]{1,12}(?=は|が(?!、)|も(?=、|\d)|では|には|による|によると|の(?=[\u4e00-\u9fff]+[はが]))/gu,
    ))
      add(match[0], match.index);
    for (const figure of statement.figures) {
      if (figure.start <= within.start || figure.start >= within.end) continue;
      const beside = /[\u4e00-\u9fff々]{2,10}$/u.exec(text.slice(within.start, figure.start));
      if (beside && !/[約超計]$/.test(beside[0])) add(beside[0], beside.index);
    }
  } else {
    // Chinese sets no mark behind a subject: what leads a clause counts up to where something is said of it.
    for (const match of part.matchAll(
      /(?:^|[，,、;；:：])([\u4e00-\u9fff·]{2,14}?)(?=指出|表示|公布|宣布|介绍|透露|发布|披露|今|去|本|上|20|19|第|前|后|同比|环比|每|人均|约|近|超|逾|达|为|是|有|共|将|已|以|在|从|投|增|减|升|降|涨|跌|宣|表|称|预|计|购|收|售|卖|买|的|\d|$)/gu,
    ))
      add(match[1]!, match.index + match[0].length - match[1]!.length);
  }
  return found.filter((name) => !isTold(name.text, script));
}

const VERB =
  /\b(?:was|were|is|are|has|had|have|will|would|can|could|may|might|must|should|did|does|do|rose|fell|grew|shrank|lost|won|made|paid|spent|sold|bought|said|says|told|saw|cut|hit|held|kept|got|took|gave|set|put|began|came|went|stood|drew|built|led|ran|sent|met|left|became|remains?|totals?|employs?|covers?|spans?|weighs?|measures?|costs?|owns?|[a-z]{2,}ed)\b/;

/** The small words of an English sentence's subject. */
function subjectWords(part: string, offset: number): Name[] {
  const verb = VERB.exec(part);
  const found: Name[] = [];
  if (!verb || verb.index > 80) return found;
  for (const match of part.slice(0, verb.index).matchAll(/[a-z][a-z'-]{2,}/g)) {
    if (/ly$/.test(match[0]) || SMALL_WORDS.has(match[0])) continue;
    // The rest of a name, or a member of something in code: `larger.width`.
    if (match.index > 0 && /[A-Za-z.]/.test(part[match.index - 1]!)) continue;
    found.push({ text: match[0], start: offset + match.index, end: offset + match.index + match[0].length });
  }
  return found;
}

const SMALL_WORDS = new Set(
  'the and for its his her their our with from that this which who has had have will would could also now then only just about over under more less than nearly almost around some any all each every last next year month week quarter day days years early late after before since during while when where what there these those into onto upon per was were are is been being not but nor yet still even both such other another own same new old former first second third total said says, who said'.split(
    ' ',
  ),
);

function without(names: readonly Name[], others: readonly Name[]): Name[] {
  const left = others.map((name) => name.text);
  return names.filter((name) => {
    const at = left.indexOf(name.text);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
