import type { Range } from '../text/range';

/** A figure that a passage ends or begins within may have its number so far beyond. */
const numberReach = 16;
const maybeNumber =
  /[\d０-９〇零一二三四五六七八九十百千万萬億亿兆半倍割双雙両两兩俩幾几壱弐参拾壹贰贰叁肆伍陆柒捌玖佰仟廿卅]|\p{Nl}|\p{No}|何[\u4e00-\u9fff]|数[\u4e00-\u9fffヶケカか]|[対对對]折|元年|[IVX]{2,}|\b[IVX]\b(?=[ .,)]|$|[^\x00-\x7f])|ミリオン|ビリオン|じゅう|ゃく|おく|(?:まん|せん)(?=[いにさよごろなはき])|\ban? (?:year|month|week|day|hour|minute|second|decade|century|pound|dollar|euro|ton|mile)|\b(?:one\b|first|second|third|fourth|fifth|sixth|seventh|ninth|hal[fv]|zero|nil|hundred|thousand|million|billion|trillion|dozen|score|gross|single|triple|quadruple|double|twofold|twice|thrice|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thirt|fift|twent|fort|couple|lakh|crore)/iuy;
/** What the words of a number begin with, in Latin letters. */
const beginnings =
  'one fir sec thi fou fif six sev nin hal zer nil hun tho mil bil tri doz sco gro sin qua dou two twi thr eig ten ele twe for cou lak cro';
/** One of these is a number by itself. */
const numerals = '零一二三四五六七八九十百千万萬億亿兆半倍割双雙両两兩俩幾几壱弐参拾壹贰贰叁肆伍陆柒捌玖佰仟廿卅';
/** One of these may begin one. */
const leaders = '何数対对對折元ミビじゃおませ';

/**
 * Whether there may be a number in a range or over one of its edges, as far as a look at its letters tells. It answers
 * yes for all that is read as a quantity (a test compares them), and for much that is not.
 */
export function mayHoldNumber(text: string, { start, end }: Range): boolean {
  let from = start;
  while (from > 0 && start - from < numberReach && !parts(text, from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < numberReach && !parts(text, to)) to++;
  return mayBeginNumber(text.slice(from, to));
}

/** As `maybeNumber` on a whole text, which asks it only where something may begin that it looks for. */
function mayBeginNumber(text: string): boolean {
  looks ??= buildLooks();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const look = looks[code]!;
    if (look === PASS || (look === LETTER && !mayBeginWord(text, at))) continue;
    if (look === NUMBER) return true;
    maybeNumber.lastIndex = at;
    if (maybeNumber.test(text)) return true;
  }
  return false;
}

/** Whether a word of a number may begin at a Latin letter, or a Roman numeral stand there. */
function mayBeginWord(text: string, at: number): boolean {
  const one = text.charCodeAt(at);
  const two = text.charCodeAt(at + 1);
  const three = text.charCodeAt(at + 2);
  if (isRoman(one) && isRoman(two)) return true;
  if (at > 0 && isWordPart(text.charCodeAt(at - 1))) return false;
  const letter = one & 31;
  if (letter === 1) return two === SPACE || ((two & 31) === 14 && three === SPACE);
  if (two >= 0x80 || three >= 0x80 || (isRoman(one) && !isWordPart(two))) return true;
  return beginningKeys[(letter << 10) | ((two & 31) << 5) | (three & 31)] === 1;
}

const SPACE = 0x20;

/** I, V or X, of either case. */
function isRoman(code: number): boolean {
  const small = code | 0x20;
  return small === 0x69 || small === 0x76 || small === 0x78;
}

function isWordPart(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

/** Three letters of five bits each. */
const beginningKeys = new Uint8Array(1 << 15);
for (const word of beginnings.split(' ')) {
  const [one, two, three] = [word.charCodeAt(0) & 31, word.charCodeAt(1) & 31, word.charCodeAt(2) & 31];
  beginningKeys[(one << 10) | (two << 5) | three] = 1;
}

/** What a code unit asks for. */
const LOOK = 0;
const PASS = 1;
const NUMBER = 2;
const LETTER = 3;
let looks: Uint8Array | undefined;

function buildLooks(): Uint8Array {
  const built = new Uint8Array(0x10000);
  built.fill(PASS, 0, 0x80);
  built.fill(NUMBER, 0x30, 0x3a);
  built.fill(LETTER, 0x41, 0x5b);
  built.fill(LETTER, 0x61, 0x7b);
  built.fill(PASS, 0x3041, 0x3100);
  built.fill(PASS, 0x4e00, 0xa000);
  for (const numeral of numerals) built[numeral.charCodeAt(0)] = NUMBER;
  for (const leader of leaders) built[leader.charCodeAt(0)] = LOOK;
  return built;
}

/** Whether no figure goes on over the mark at an offset. */
function parts(text: string, at: number): boolean {
  const character = text.charCodeAt(at);
  if (character === 0x0a || character === 0x3001 || character === 0x3002) return true;
  if (character !== 0x2c && character !== 0x2e && character !== 0x3b && character !== 0x3a) return false;
  return text.charCodeAt(at + 1) === 0x20;
}

/** Whether words hold a number, in digits, kanji, words or signs. */
export function holdsNumber(text: string): boolean {
  return mayBeginNumber(text) && number.test(text);
}

const number =
  /[\d０-９〇一二三四五六七八九十百千万億亿兆半倍壱弐参壹贰叁\p{Nl}\p{No}]|\b(?:hundred|thousand|million|billion|trillion|dozen|score|gross|single|triple|quadruple|half|double|twice|third|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)/iu;
