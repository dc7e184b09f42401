import type { Locale } from './languages/language';
import { BETWEEN, type WayName, type WayPlace, wayWords } from './languages/ways';

/** 1 for a rise, a gain or a profit; -1 for their opposite. */
export type Sign = 1 | -1;

/** Which way a figure goes, as far as the words beside it say so. */
export interface Way {
  /** It is by how much something rose or fell: 3割減, up 3.5%. */
  readonly change?: Sign;
  /** It is what something rose or fell to: 3億円に減った. */
  readonly level?: Sign;
  /** It is a profit or a loss: 35億円の赤字. */
  readonly result?: Sign;
  /** It is of those who are for something, or against it: 6割が賛成. */
  readonly stance?: Sign;
}

/** So far from a figure, in UTF-16 code units, a word is looked for. */
const REACH = 80;
/** Tags that part what stands before and behind them, as the cells of a table. */
const PARTING = /<\/?(?:t[dhr]|table|caption|p|div|li|br|h[1-6])(?=[\s>/])[^<>\n]{0,200}>/gi;
/** What is written between a figure and its words without being read: links, notes, tags, emphasis. */
const MARKUP = /\]\([^()\n]{0,200}\)|\[[@^][^\]\n]{0,80}\]|<[^<>\n]{0,200}>|[*_`[\]]/g;

/**
 * Reads the words right beside the figure at `text.slice(start, end)` (UTF-16). A word far away, or behind another
 * number, says nothing: what is not known is left out.
 */
export function wayOf(text: string, start: number, end: number): Way {
  const said = readWords(text, start, end);
  // What is written with a plus is above zero, whatever it is of.
  return hasPlus(text, start) ? { change: 1, result: 1, ...said } : said;
}

function hasPlus(text: string, start: number): boolean {
  return /^[+＋]/u.test(text[start] ?? '') || /プラス\s?$/u.test(text.slice(Math.max(0, start - 4), start));
}

function readWords(text: string, start: number, end: number): Way {
  const before = clauseBefore(withoutMarkup(text.slice(Math.max(0, start - REACH), start)));
  const after = clauseAfter(withoutMarkup(text.slice(end, end + REACH)));
  const around = before + text.slice(start, end) + after;
  const stance = (locale: Locale) => stanceOf(before, after, wordsOf(locale).stance);
  if (/[\u3041-\u30ff]/.test(around)) return { ...readJapanese(before, after), ...stance('ja') };
  if (/\p{sc=Han}/u.test(around))
    return { ...readChinese(before, after), ...readJapanese(before, after), ...stance('ja'), ...stance('zh') };
  return { ...readEnglish(before, after), ...stance('en') };
}

/** What follows a figure up to the next comma or number says who it is of; else what leads to it does. */
function stanceOf(before: string, after: string, words: Words): Way {
  const following = /^(?:(?!,\s|[、，]|\d).)*/su.exec(after)![0].slice(0, longestStance);
  const leading = /(?:(?!\d).)*$/su.exec(before)![0].slice(-longestStance);
  const sign = onlySign(leading.slice(-5), words) ?? onlySign(following, words) ?? onlySign(leading, words);
  return sign === undefined || /ない|なかった|ません|\bnot\b|n't\b/.test(following) ? {} : { stance: sign };
}

/** So far from a figure its clause may say who it is of, in UTF-16 code units. */
const longestStance = 40;

/** The sign of all words in `text`, if it is one: 不支持 holds 支持, and is its opposite. */
function onlySign(text: string, { up, down }: Words): Sign | undefined {
  const isDown = text.search(down) >= 0;
  const isUp = text.replace(down, '').search(up) >= 0;
  return isUp === isDown ? undefined : isUp ? 1 : -1;
}

function withoutMarkup(text: string): string {
  return text.replace(PARTING, '|').replace(MARKUP, '');
}

/**
 * What the head of a row or a column says of the numbers in it, if that is what it ends in: 営業損失, Decrease (%).
 * A head that speaks of both ways, such as 純利益又は純損失(△) or "Income (loss)", leaves it to the sign.
 */
export function wayOfHead(head: string): Way {
  const last = /[(（[]([^()（）[\]]{0,40})[)）\]]\s*$/.exec(head);
  const name = (last ? head.slice(0, last.index) : head).trim();
  const hasKana = /[\u3041-\u30ff]/.test(head);
  const locales: readonly Locale[] = hasKana ? ['ja'] : /\p{sc=Han}/u.test(head) ? ['ja', 'zh'] : ['en'];
  for (const words of locales.map(wordsOf)) {
    const [change, result] = [words.changeBefore, words.result].map((list) => {
      const hit = lastHit(name, list);
      const isBoth = head.search(list.up) >= 0 && head.search(list.down) >= 0;
      return hit?.end === name.length && !isBoth ? hit.sign : undefined;
    });
    if (change !== undefined || result !== undefined) return way(change, undefined, result);
  }
  return {};
}

/** A comma right before the figure belongs to its clause: 赤字額は、35億円. */
function clauseBefore(text: string): string {
  const joined = text.replace(/[、，,]\s*$/, '');
  return joined
    .slice(Math.max(...[...'。．！？!?;；\n|、，'].map((stop) => joined.lastIndexOf(stop))) + 1)
    .replace(/^.*(?<!\d)[,.](?!\d)/s, '');
}

function clauseAfter(text: string): string {
  return /^[^。！？!?;；\n|]*/.exec(text)![0];
}

interface Words {
  readonly up: RegExp;
  readonly down: RegExp;
}

interface Compiled {
  readonly changeBefore: Words;
  readonly changeAfter: Words;
  readonly result: Words;
  readonly stance: Words;
  readonly between: RegExp;
}

const compiled = new Map<Locale, Compiled>();

function wordsOf(locale: Locale): Compiled {
  let words = compiled.get(locale);
  if (!words) {
    const edge = locale === 'en' ? '\\b' : '';
    const compile = (way: WayName, place: WayPlace) =>
      new RegExp(`${edge}(?:${wayWords(locale, way, place).join('|')})${edge}`, 'gi');
    const between = locale === 'en' ? `^(?:[\\s-]*\\b(?:${BETWEEN.en})\\b)*[\\s-]*` : `^(?:${BETWEEN[locale]})*`;
    words = {
      changeBefore: { up: compile('rise', 'before'), down: compile('fall', 'before') },
      changeAfter: { up: compile('rise', 'after'), down: compile('fall', 'after') },
      result: { up: compile('profit', 'before'), down: compile('loss', 'before') },
      stance: { up: compile('pro', 'before'), down: compile('contra', 'before') },
      between: new RegExp(between, 'i'),
    };
    compiled.set(locale, words);
  }
  return words;
}

interface Hit {
  readonly sign: Sign;
  readonly start: number;
  readonly end: number;
}

/** The last of the words in `text`; the longer one where two end together. */
function lastHit(text: string, { up, down }: Words): Hit | undefined {
  let last: Hit | undefined;
  for (const [sign, words] of [
    [1, up],
    [-1, down],
  ] as const)
    for (const match of text.matchAll(words)) {
      const end = match.index + match[0].length;
      if (!last || end > last.end || (end === last.end && match.index < last.start))
        last = { sign, start: match.index, end };
    }
  return last;
}

/** The word that `text` begins with. */
function firstHit(text: string, { up, down }: Words): Hit | undefined {
  for (const [sign, words] of [
    [1, up],
    [-1, down],
  ] as const) {
    words.lastIndex = 0;
    const match = words.exec(text);
    if (match?.index === 0) return { sign, start: 0, end: match[0].length };
  }
  return undefined;
}

function way(change: Sign | undefined, level: Sign | undefined, result: Sign | undefined): Way {
  return {
    ...(change !== undefined && { change }),
    ...(level !== undefined && { level }),
    ...(result !== undefined && { result }),
  };
}

function readJapanese(before: string, after: string): Way {
  const words = wordsOf('ja');
  const rest = after.replace(words.between, '');
  const change = firstHit(rest, words.changeAfter)?.sign;
  const level = /^(?:に|へ|まで)/.test(rest)
    ? firstHit(rest.replace(/^(?:に|へ|まで)(?:まで)?(?:大幅に|大きく|急激に)?/, ''), words.changeAfter)?.sign
    : undefined;
  const head = lastHit(before, words.changeBefore);
  const named = head && isNear(before.slice(head.end), 10) ? head.sign : undefined;
  return way(change ?? named, level, firstHit(rest, words.result)?.sign ?? resultBefore(before, words));
}

function readChinese(before: string, after: string): Way {
  const words = wordsOf('zh');
  const head = lastHit(before, words.changeBefore);
  const gap = head && before.slice(head.end);
  const near = gap !== undefined && isNear(gap, 6) && !/比|期|由|从/.test(gap);
  const isLevel = near && /[至到]/.test(gap);
  const rest = after.replace(words.between, '');
  const change = near && !isLevel ? head!.sign : firstHit(rest, words.changeAfter)?.sign;
  return way(
    change,
    isLevel ? head!.sign : undefined,
    firstHit(rest, words.result)?.sign ?? resultBefore(before, words),
  );
}

/** 営業損益 and 利益率 are no words for a loss or a profit. */
function resultBefore(before: string, { result }: Compiled): Sign | undefined {
  const hit = lastHit(before, result);
  if (!hit) return undefined;
  const gap = before.slice(hit.end);
  return /^(?:益|率|から|转|轉|为盈|を解消)/.test(gap) || gap.length > 14 ? undefined : hit.sign;
}

function isNear(gap: string, most: number): boolean {
  return gap.length <= most && !/\d/.test(gap);
}

function readEnglish(before: string, after: string): Way {
  const words = wordsOf('en');
  const rest = after.replace(words.between, '');
  const behind = after.startsWith(',') ? undefined : firstHit(rest, words.changeAfter)?.sign;
  const head = lastHit(before, words.changeBefore);
  const gap = head ? before.slice(head.end) : '';
  const count = gap.split(/\s+/).filter((word) => word !== '').length;
  // From what it came says nothing of the figure, and "up to" is a bound.
  const isRead =
    head !== undefined && !/\d/.test(gap) && !/\b(?:from|than|against|after|before)\b/i.test(gap) && count <= 6;
  const isLevel = isRead && /\bto\b/i.test(gap);
  const isBound = isLevel && /^up$/i.test(before.slice(head.start, head.end)) && /^\s*to\b/i.test(gap);
  const direct = isRead && !isLevel ? head.sign : undefined;
  const change = count <= 2 ? (direct ?? behind) : (behind ?? direct);
  const profit = lastHit(before, words.result);
  const result =
    (after.startsWith(',') ? undefined : firstHit(rest, words.result)?.sign) ??
    (profit && before.length - profit.end <= 60 ? profit.sign : undefined);
  return way(change, isLevel && !isBound ? head.sign : undefined, result);
}
