import { en } from '../../figures/languages/en';
import { enMeaning } from '../../figures/languages/enMeaning';
import { ja } from '../../figures/languages/ja';
import { jaMeaning } from '../../figures/languages/jaMeaning';
import { zh } from '../../figures/languages/zh';
import { zhMeaning } from '../../figures/languages/zhMeaning';
import type { Range } from '../../text/range';
import { shortUnit } from './meaningWords';
import { isWide } from './readPlain';

/** What stands right beside a numeral and says how it is meant. */
export interface Besides {
  readonly sign: string;
  readonly signWords: string;
  /** How exact the words right beside it call it, each once, in alphabetical order. */
  readonly exactness: readonly string[];
  readonly exactnessWords: string;
  /** Letters that are joined to it, with their case, as far as no script without spaces begins. */
  readonly glued: string;
  /** Letters before it that may be those of a currency nobody read: QR 836. */
  readonly money: string;
  /** What it is said of each of: hour in $35/hour and in $35 an hour. */
  readonly per: string;
  /** The next words, where words are parted by spaces. */
  readonly next: readonly string[];
}

const SIGN = /([▲△▼±∓+-]|マイナス|プラス|[负負]的?|minus |negative |plus )\s?(?:[A-Z]{0,3}[$€£¥₩]|[A-Z]{3} )?$/i;
const NEGATIVE = /[▲△▼-]|マイナス|负|負|minus|negative/i;

/** So many code units on either side are read. */
export const reachBefore = 24;
export const reachAfter = 32;

export function besides(text: string, span: Range, isBare: boolean, script: string): Besides {
  const left = text.slice(Math.max(0, span.start - reachBefore), span.start);
  const right = text.slice(span.end, span.end + reachAfter);
  const sign = signOf(left, text.slice(span.start, span.end), right, isBare);
  const before = boundBefore(left, script);
  // In Chinese a counter may have its noun behind it: 50条线路以上.
  const after = boundAfter(right, script) ?? (isBare || script === 'zh' ? boundBehindUnit(right) : undefined);
  const gluedLeft = GLUED_LEFT.exec(left)![0];
  const gluedRight = GLUED_RIGHT.exec(right)![0];
  const words = script === 'en' || /^ ?[A-Za-z]/.test(right.slice(gluedRight.length));
  return {
    ...sign,
    // 約35%前後 says no more than 約35%, but what goes beyond something by 35% and more than that says another thing.
    exactness: [before?.[1], after?.[1]]
      .filter((bound) => bound !== undefined)
      .filter((bound, at, all) => bound !== 'about' || all.indexOf(bound) === at)
      .sort(),
    exactnessWords: [before?.[0], after?.[0]].filter((bound) => bound !== undefined).join(' '),
    glued: `${gluedLeft}|${gluedRight.replace(/\/.*/, '')}`,
    // 28m may be so many millions, of whatever stands before it.
    money: isBare || /\d ?[mbk]$/i.test(text.slice(span.start, span.end)) ? moneyBefore(left) : '',
    per: perOf(right.slice(gluedRight.replace(/\/.*/, '').length)),
    next: words
      ? (right
          .slice(gluedRight.length)
          .match(/^[ ]?[A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*){0,3}/)?.[0]
          .trim()
          .split(' ') ?? [])
      : [],
  };
}

/** A short word with a capital in it, or one of the few money has without. */
function moneyBefore(left: string): string {
  const word =
    /(?:^|[\s(\u3041-\u9fff])([A-Z][A-Za-z]{0,3}\.?|[a-z]{1,3}[A-Z][A-Za-z]?|kr\.?|zł|lei|din)\s$/u.exec(left)?.[1] ??
    '';
  return FUNCTION_WORDS.has(word.toLowerCase()) ? '' : word;
}

function perOf(behind: string): string {
  // What is said of each may stand behind a unit that nobody read: 6089フラン/坪.
  const right = behind.replace(/^(?: ?[A-Za-z]{1,14}|[ァ-ヺー]{1,12}|[\u4e00-\u9fff]{1,5})(?=\/)/u, '');
  const unit =
    /^\s?(?:\/\s?|(?:per|an?|each|every) (?=[a-z]))(?:([A-Za-z]{1,12}[²³]?)|([\u4e00-\u9fffァ-ヺー]{1,4}|[\u2100-\u214f\u3300-\u33ff]))/u.exec(
      right,
    );
  if (!unit || POINTS_IN_TIME.test(right.slice(unit[0].length))) return '';
  return shortUnit((unit[1] ?? unit[2] ?? '').toLowerCase());
}

const POINTS_IN_TIME = /^ (?:ago|earlier|later|after|before)\b/;

function signOf(left: string, own: string, right: string, isBare: boolean): { sign: string; signWords: string } {
  const inner = /^(?:[▲△▼±-]|minus |マイナス)/i.exec(own)?.[0];
  const match = inner ?? SIGN.exec(left)?.[1];
  const stands = match && (inner !== undefined || match !== '-' || !/(?:[\w)]-|[\d)] -)[^-]*$/.test(left));
  if (stands && match !== '+' && !/^(?:プラス|plus )/i.test(match))
    return { sign: NEGATIVE.test(match) ? '-' : match, signWords: match.trim() };
  if (isInBrackets(left, right, isBare)) return { sign: '-', signWords: '( )' };
  return { sign: '', signWords: '' };
}

/** A loss in accounts: (143), and the same with its currency and unit. */
function isInBrackets(left: string, right: string, isBare: boolean): boolean {
  const open = /\((?:[A-Z]{0,3}[$€£¥₩]|[A-Z]{3} )?$/.exec(left);
  return (
    open !== null &&
    (isBare ? CLOSES_BARE.test(right) : right.startsWith(')') && !CONVERTED.test(left.slice(0, open.index)))
  );
}

/** Behind a unit, or a scale and a unit, that nobody read: (56 mil won). */
const CLOSES_BARE =
  /^(?:\s?(?:mill?|bill?|tril|thou|mn|bn|tn|mrd|mld|md|mio|cr|[mbk])\.?(?=\s))?\s?[^\s()\d、。,.]{0,14}\)/iu;

/** What stands in brackets right behind a number says the same in another way: 143億ドル(2兆円). */
const CONVERTED =
  /\d[\d.,]*(?:[億亿万萬兆千百]{0,3}(?:[a-zァ-ヺー%‰]{0,10}|\p{Script=Han}{0,2}[円元圓币镑])| (?:thousand|million|billion|trillion|[mbt]n)(?: [a-z]{2,9})?) ?$/iu;

/** Letters and signs of scripts with spaces, without those that say how exact a numeral is or which sign it has. */
const GLUED = '(?![\\u2e80-\\uffef<>≤≥≦≧⩽⩾≪≫≲≳~=+±∓▲△▼|`^])[\\p{L}\\p{S}\\p{M}%‰‱#@№&§¶]';
const GLUED_LEFT = new RegExp(`(?:${GLUED})*$`, 'u');
const GLUED_RIGHT = new RegExp(`^(?:${GLUED}|[/·](?=\\p{L})|-(?=[A-Za-z]))*`, 'u');

type Bounds = ReadonlyMap<string, string>;

/** まで is said of how far something went as well as of how far it may go; what is read decides. */
const UNSURE = new Set(['まで', 'あたり', 'minimum', 'maximum', 'max', 'tops', 'c.', '破', '起', '大', '及']);

const SIGNS =
  '≦ up_to|≤ up_to|≧ at_least|≥ at_least|>= at_least|<= up_to|=> at_least|=< up_to|< under|> over|⩽ up_to|⩾ at_least|≲ up_to|≳ at_least|≪ under|≫ over|~ about|≈ about|≒ about|≃ about|∼ about|≅ about';

const before: Readonly<Record<string, Bounds>> = {
  ja: bounds(ja.before, jaMeaning.nearly, SIGNS),
  en: bounds(en.before, enMeaning.nearly, SIGNS),
  zh: bounds(zh.before, zhMeaning.nearly, SIGNS),
};
const after: Readonly<Record<string, Bounds>> = {
  ja: bounds(ja.after, jaMeaning.nearly, '余 over|がらみ about'),
  en: bounds(en.after, '', ''),
  zh: bounds(zh.after, zhMeaning.nearly, ''),
};

function bounds(words: Readonly<Record<string, string>>, nearly: string, signs: string): Bounds {
  const found = new Map<string, string>();
  for (const [bound, list] of Object.entries(words))
    for (const word of list.split('|')) if (!UNSURE.has(word)) found.set(word, bound);
  for (const word of nearly.split('|')) if (found.has(word)) found.set(word, 'nearly');
  for (const sign of signs.split('|')) {
    const [word, bound] = sign.split(' ');
    if (word && bound) found.set(word, bound);
  }
  return found;
}

const longestBound = 20;

function boundBefore(left: string, script: string): [string, string] | undefined {
  const plain = left
    .toLowerCase()
    .replace(/[ (「『"'[]+$/, '')
    .replace(/(?:[a-z]{0,3}[$€£¥₩])$/, '')
    .replace(/\s+$/, '');
  for (let length = Math.min(longestBound, plain.length); length > 0; length--) {
    const word = plain.slice(-length);
    // A cell of a Japanese table may have no kana.
    const bound = before[script]!.get(word) ?? (script === 'zh' ? before.ja!.get(word) : undefined);
    if (!bound) continue;
    if (/^[a-z]/.test(word) && /[a-z-]/.test(plain.at(-length - 1) ?? ' ')) continue;
    if (/^最/.test(word) && /[過去上内界大本史初]/.test(plain.at(-length - 1) ?? ' ')) continue;
    return [word, bound];
  }
  // Before a currency that nobody read.
  const sign = /([<>≤≥≦≧⩽⩾≲≳≪≫~≈≒≃∼≅]=?)\s?[a-z.]{1,5}\s?$/.exec(plain)?.[1];
  const bound = sign && before[script]!.get(sign);
  return bound ? [sign, bound] : undefined;
}

const BEGINS_ANOTHER = /^(?:強[化者震引制力い]|弱[化体者小点い]|[余超程级級多][化体者小震引制地分剰裕党数]|超[過出])$/;

function boundAfter(right: string, script: string): [string, string] | undefined {
  const plain = right
    .toLowerCase()
    .replace(/^[ )」』"'\]]+/, '')
    .replace(/^を[\u3041-\u3096\u4e00-\u9fff、]{1,4}(?=超え|上回|下回|突破)/u, 'を');
  for (let length = Math.min(longestBound, plain.length); length > 0; length--) {
    const word = plain.slice(0, length);
    const bound = after[script]!.get(word) ?? (script === 'zh' ? after.ja!.get(word) : undefined);
    if (!bound || (/[a-z]$/.test(word) && /[a-z]/.test(plain[length] ?? ' '))) continue;
    // 強, 弱 and 余 may begin another word: 3割強化, 2割弱体.
    if (BEGINS_ANOTHER.test(plain.slice(length - word.length, length + 1))) continue;
    return [word, bound];
  }
  return undefined;
}

/** Behind a unit that nobody read: 14特斯拉上下, 60 permille or less. */
function boundBehindUnit(right: string): [string, string] | undefined {
  const word = BEHIND_UNIT.exec(right.toLowerCase())?.[1];
  const bound = word && BOUNDS_BEHIND.get(word === '+' ? '\\+' : word);
  return bound ? [word, bound] : undefined;
}

const BOUNDS_BEHIND = bounds(
  {
    at_least: '\\+|以上|or more|at least|at minimum|and counting|plus',
    up_to: '以下|以内|or less|or fewer|at most|at maximum',
    nearly: '近く',
    about: '前後|程度|がらみ|見当|そこそこ|内外|上下|左右|ほど|くらい|ぐらい|or so|or thereabouts|give or take|odd',
    over: '強|超|余り|あまり|有余|开外|出头|出頭|挂零|多',
    under: '未満|足らず|弱|不到',
  },
  '',
  '',
);
const BEHIND_UNIT = new RegExp(
  `^(?: ?(?:[a-z]{1,14}){1}(?: [a-z]{1,14})?|[ァ-ヺー]{1,10}|[\\u4e00-\\u9fff]{1,6}?)[ -]?(${[...BOUNDS_BEHIND.keys()].join('|')})(?![a-z])`,
  'u',
);

/** Words that go on with a sentence behind a figure: they are no unit, whatever they are. */
const FUNCTION_WORDS = new Set(
  'a an the and or but nor so yet as at by for from in into of off on onto out over per to up via with within without is are was were be been being has had have will would can could may might must should do does did that which who whom whose this these those it its they their he his she her we our last next early late since until till after before during while when where because if than then now also only just even already again still alone all both each every more less each total annually yearly monthly weekly daily today yesterday tomorrow ago earlier later against between among under above below about around across through toward towards despite amid not no compared including excluding plus minus versus according said says reported rose fell year month week quarter day away apart here there instead together whereas although though unless once'.split(
    ' ',
  ),
);

/** Whether the letters and words beside a numeral say the same; `isRead` where its unit was understood. */
export function sameBesides(one: Besides, other: Besides, isRead: boolean): boolean {
  if (one.glued !== other.glued || one.per !== other.per) return false;
  if (one.money !== '' && other.money !== '' && one.money !== other.money) return false;
  const [a, b] = [one.next[0], other.next[0]];
  // Behind a scale that nobody read stands what it is a scale of: 6 tril pesos.
  if (a === b && a !== undefined && !isProse(a) && !FUNCTION_WORDS.has(a.toLowerCase())) {
    const [c = '', d = ''] = [one.next[1], other.next[1]];
    return c === d || sameWord(c, d) || (isPlain(c) && isPlain(d));
  }
  if (a === b || (a !== undefined && b !== undefined && sameWord(a, b))) return true;
  const isFree = (word: string | undefined) =>
    word === undefined ||
    (FUNCTION_WORDS.has(word.toLowerCase()) && !/^[A-Z]{2}/.test(word)) ||
    (isRead && isProse(word));
  if (isFree(a) && isFree(b)) return true;
  // An adjective that came or went leaves the word in place.
  const isAmong = (word: string | undefined, words: readonly string[]) =>
    word !== undefined && words.slice(1).some((next) => sameWord(next, word));
  if (!isFree(a) && isAmong(a, other.next) && isProse(b)) return true;
  return !isFree(b) && isAmong(b, one.next) && isProse(a);
}

function isPlain(word: string): boolean {
  return word === '' || FUNCTION_WORDS.has(word.toLowerCase());
}

/** The case of a symbol (Mt, kW, M) says something, that of a word does not. */
function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  // A capital within a word makes it a symbol: MGal and mGal.
  if (/.[A-Z]/.test(one) || /.[A-Z]/.test(other) || isPrefixedSymbol(one)) return false;
  const [a, b] = [one.toLowerCase().replace(/s$/, ''), other.toLowerCase().replace(/s$/, '')];
  return one.length > 3 && a === b;
}

/** Of a unit whose prefix is told from another by its case alone: mmol and Mmol, pbar and Pbar. */
export function isPrefixedSymbol(word: string): boolean {
  return /^[mpyz](?:mol|bar|cal|gal|rpm|ppm|dpi|lux|rad|kat|flops|bit|byte|b?ps|ton|watt|volt|joule|hertz|pascal|sievert|becquerel|gray|tesla|litre|liter|met(?:er|re))s?$/i.test(
    word,
  );
}

const SCALES =
  /^(?:thousands?|millions?|billions?|trillions?|quadrillions?|hundreds?|dozens?|score|gross|lakhs?|crores?|grand|mill?|bill?|tril|thou|tons?|tonnes?|myriad)$/i;

/** A word of prose rather than a unit or a scale nobody read: four small letters at the least. */
function isProse(word: string | undefined): boolean {
  return word !== undefined && /^[a-z'-]{4,}$/.test(word) && !SCALES.test(word);
}

/** What a numeral without a unit is said of in a script without spaces: the next letters of one script. */
export function countedAfter(text: string, at: number): string {
  const right = text.slice(at, at + 8);
  if (!isWide(right[0])) return '';
  return /^(?:[\u4e00-\u9fff々]{1,2}|[ァ-ヺー]+|[\u2e80-\uffef])/u.exec(right)?.[0] ?? '';
}
