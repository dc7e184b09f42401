import { isCjk, isDigit, isHan, isKatakana, isLetter, SPACE } from './characters';
import { countsPeople } from './countsPeople';
import { isYearLike } from './labels';
import { type Amount, readAmount } from './readAmount';
import { readCountOf } from './readCounted';
import { readNumber } from './readNumber';
import { readWords } from './readWords';
import type { Scan } from './scan';
import { DIGIT, NUMERAL } from './tables';

const LIST_COMMA = 0x3001;
/** What stands between the sides of a score; the bars ― and ー are what Japanese papers and keyboards have. */
const DASHES = new Set([...'-–—―ー'].map((character) => character.charCodeAt(0)));
const AGAINST = new Set(['対', '比', '对'].map((character) => character.charCodeAt(0)));
const PLAYED =
  /(House|Senate|Commons|Lords|committee|council|board|court|parliament|assembly|panel|won|win|wins|winning|lost|lose|loses|beat|beats|voted|votes|vote|ruled|split|by|victory|defeat|loss|draw|tied|drew|score|lead|led|leads|trailed|ahead|down|up|finished|ended|game|match|result)( (?:a|an|to|the|game|them|at home))? $/i;
/** beat Chelsea 2-1, passed the bill 218-214: who lost, or what was voted on, between the verb and the score. */
const PLAYED_AGAINST =
  /\b(?:beat|beats|beating|defeat|defeats|defeated|defeating|edged?|edging|downed|thrashed|routed|rout|hammered|crushed|overcame|outlasted|stunned|upset|blanked|swept|won|win|wins|winning|lost|lose|loses|losing|drew|draw|tied|held|lead|leads|led|leading|trail|trails|trailed|trailing|passed|passes|approved|approves|rejected|confirmed|voted|votes|ruled|improved|dropped|record|scoreline|series|upheld|dismissed|adopted|blocked)\b[^0-9.;:()]{0,48} $/i;
const PLAYED_AFTER =
  /^ (win|wins|majority|edge|advantage|on the road|thrashing|drubbing|shutout|home|away|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on (?:aggregate|penalties)|victory|loss|defeat|decision|ruling|vote|lead|draw|record|margin|split|at|after|in|against|over|to close|favorite|favourite|triumph|rout|upset|deadlock)\b/i;
export const AGED =
  /\b((?:aged?|ages)(?: \d{1,3}(?:,|,? and))*|(?:at |by |from |until |since |before )?the age of|(?:average|median|mean) age (?:is|was|of|at|rose to|fell to|stands at)|(?:left school|left home|retired|married|died) at|, (?:then|now)|between the ages of|ages of|(children|kids|adults|people|those|anyone|everyone|women|men|girls|boys|pupils) (aged|under|over|younger than|older than)) $/i;
/** 2-0战胜苏州队: in Chinese the verb stands right behind the score. */
const WON_ZH =
  /^(战胜|戰勝|击败|擊敗|逆转|逆轉|力克|大胜|大勝|险胜|險勝|完胜|完勝|获胜|獲勝|取胜|取勝|战平|戰平|不敌|不敵|负于|負於|告负|落败|落敗|输给|輸給|横扫|橫掃|淘汰|领先|領先|落后|落後)/;
const COUNTED = /^ (seats|games|matches|votes|races|goals|runs|states|districts)(?![a-z])/;
/** The members of a large parliament on one side of a vote. */
const LARGEST_SIDE = 700;
/** 図(12), 式(15): a number in brackets that is no age. */
const NUMBERED = new Set(
  [...'図表式注項条号第問例節章付版載編巻部回話段集'].map((character) => character.charCodeAt(0)),
);

/**
 * What a number without a unit is, by what stands around it: an age (…氏(67)), a score (3対2), a
 * share (one in five), people (killed 12), a year, or a number of its own. Leaves kind `other` for
 * what is no figure to source.
 */
export function readBare(scan: Scan, amount: Amount): void {
  if (amount.value === undefined) {
    if (amount.numeral.scaled && takesUnitOfNext(scan, amount)) return;
    // 数十億の時代: so many of something.
    become(amount, amount.numeral.scaled ? 'count' : 'other', 'unit');
    return;
  }
  if (amount.max === undefined && (readScore(scan, amount) || readShare(scan, amount) || readAge(scan, amount))) return;
  if (isYearLike(amount)) {
    become(amount, 'year', 'year');
    return;
  }
  if (amount.max === undefined && readCountOf(scan, amount)) return;
  const { line } = scan;
  const before = line.slice(amount.start - 44, amount.start);
  // The words looked for are Latin and set off by a space: most numbers are done with here.
  if (amount.start === 0 || (line.codes[amount.start - 1] === SPACE && !isCjk(line.codes[amount.start - 2]))) {
    if (AGED.test(before) && amount.value < 120) {
      become(amount, 'age', 'year');
      return;
    }
    if (
      /\b(he|she|who) (is|was|turned|turns) (only |just )?$/i.test(before) &&
      amount.value < 120 &&
      amount.value > 4
    ) {
      become(amount, 'age', 'year');
      return;
    }
    if (countsPeople(scan, amount)) {
      become(amount, 'count', 'person');
      return;
    }
  }
  if (isItemOfList(scan, amount)) {
    become(amount, 'count', 'unit');
    return;
  }
  if (/(マグニチュード|震度|打率|防御率|勝率)は?$/.test(before) || /magnitude( of| was)? $/i.test(before)) {
    become(amount, 'number', undefined);
    if (/震度$/.test(before) && (line.codes[amount.end] === 0x5f37 || line.codes[amount.end] === 0x5f31)) amount.end++;
    return;
  }
  const { numeral } = amount;
  if (
    isStated(scan, amount, before) ||
    numeral.decimals > 0 ||
    numeral.grouped ||
    (numeral.scaled && amount.end - amount.start > 1) ||
    isTicker(scan, amount)
  ) {
    amount.kind = 'number';
    return;
  }
  amount.kind = 'other';
}

/** 数十億から数百億ドル: the unit of the upper end is that of the lower one too. */
function takesUnitOfNext(scan: Scan, amount: Amount): boolean {
  const { codes } = scan.line;
  const word = codes[amount.end] === 0x304b && codes[amount.end + 1] === 0x3089;
  if (!word && codes[amount.end] !== 0x7e) return false;
  const at = amount.end + (word ? 2 : 1);
  const next = scan.tables.classes[codes[at]!]! & (DIGIT | NUMERAL) ? readAmount(scan, at, undefined) : undefined;
  if (next === undefined || next.bare || (next.kind !== 'money' && next.kind !== 'count')) return false;
  become(amount, next.kind, next.unit);
  amount.loose = next.loose;
  return true;
}

/** DIはプラス13, 賛成233、反対11, 値下がりは539だった: an index or a result that a sentence states without a unit. */
function isStated(scan: Scan, amount: Amount, before: string): boolean {
  const { codes } = scan.line;
  if (!isCjk(codes[amount.start - 1])) return false;
  const after = scan.line.slice(amount.end, amount.end + 9);
  if (/(プラス|マイナス|賛成|反対|棄権|無効|定数|改選|小選挙区|比例代表)$/.test(before)) return true;
  // 247から191に減った
  if (/^から[\d,]+[にへ][減増上下低高拡縮伸引]/.test(after)) return true;
  if (/\dから$/.test(before) && /^[にへ][減増上下低高拡縮伸引]/.test(after)) return true;
  if (codes[amount.start - 1] !== 0x306f || amount.numeral.digits < 2) return false;
  if (/(番号?|コード|内線|室|年度|型|版)は$/.test(before)) return false;
  return /^(だった|でした|となっ|と[前同なだ]|で、|に[上下達低高]|、[^\d]|。)/.test(after);
}

/** ▽自民 191 ▽立民 148: seats and votes in a list of results. */
function isTicker(scan: Scan, amount: Amount): boolean {
  const { codes } = scan.line;
  if (codes[amount.start - 1] !== SPACE || !(isHan(codes[amount.start - 2]) || isKatakana(codes[amount.start - 2])))
    return false;
  let at = amount.start - 2;
  while (at > 0 && at > amount.start - 14 && (isHan(codes[at]) || isKatakana(codes[at]))) at--;
  return codes[at] === 0x25bd || codes[at] === 0x25bc || codes[at] === 0x25c7 || codes[at] === 0x25c6;
}

/** 3対2, 7-2, 5 to 1, 3:1, 3比2. */
export function readScore(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { codes } = line;
  const { numeral } = amount;
  const word = isLetter(codes[amount.start]);
  const sign = codes[amount.end]!;
  // 三対二: kanji only with a word between them.
  if (numeral.grouped || numeral.scaled || (numeral.digits === 0 && !word && !AGAINST.has(sign))) return false;
  const to = /^[ -]to[ -](?=\d|[a-z])/.exec(line.slice(amount.end, amount.end + 5));
  const touching = to === null && (AGAINST.has(sign) || DASHES.has(sign) || sign === 0x3a);
  const at = touching ? amount.end + 1 : to !== null ? amount.end + to[0].length : 0;
  if (at === 0) return false;
  const second = isLetter(codes[at])
    ? readWords(line, at)
    : scan.tables.classes[codes[at]!]! & (numeral.digits > 0 ? DIGIT : DIGIT | NUMERAL)
      ? readNumber(line, at, scan.tables)
      : undefined;
  if (second?.value === undefined || second.grouped || second.scaled || second.share) return false;
  const after = codes[second.end];
  if (isDigit(after) || after === sign || (isLetter(after) && !isCjk(after))) return false;
  if (!AGAINST.has(sign)) {
    if (numeral.digits > 3 || second.digits > 3 || amount.value! > LARGEST_SIDE) return false;
    const before = line.slice(amount.start - 62, amount.start);
    // 3-1(25-22、25-18)で勝った: the sets stand between.
    const sets = after === 0x28 ? /^\([^()]{0,60}\)/.exec(line.slice(second.end, second.end + 62)) : null;
    const stop = second.end + (sets?.[0].length ?? 0);
    const behind = line.slice(stop, stop + 14);
    const played =
      PLAYED.test(before) ||
      isNextSet(scan, amount) ||
      PLAYED_AGAINST.test(before) ||
      PLAYED_AFTER.test(behind) ||
      /^(で|の|と)(迎|勝|敗|引|終|折|前半|後半|接戦|同点|快勝|完勝|逆転|惜敗|延長)/.test(behind) ||
      (isCjk(codes[amount.start - 1]) && /^(で|の)/.test(behind) && sign !== 0x3a) ||
      WON_ZH.test(behind);
    const ratio = (to !== null || sign === 0x3a) && amount.value! >= second.value && second.value > 0;
    if (!played && !ratio) return false;
    if (sign === 0x3a && second.digits > 1 && !played) return false;
  }
  amount.max = second.value;
  amount.end = second.end;
  // won 5-7 seats: from five to seven, and no score.
  const counted =
    touching && amount.value! < second.value ? COUNTED.exec(line.slice(second.end, second.end + 12)) : null;
  if (counted !== null) {
    become(amount, 'count', 'unit');
    amount.end += counted[0].length;
    return true;
  }
  become(amount, 'score', undefined);
  return true;
}

/** 6-1, 6-2: the sets of a match follow one another. */
function isNextSet({ line, found }: Scan, { start }: Amount): boolean {
  const last = found.at(-1);
  return last?.kind === 'score' && /^(,|,? and)? $/.test(line.slice(last.end, start));
}

/** Helicopters deployed: 14. A list gives a number to what its item names in the plural. */
function isItemOfList({ line }: Scan, { start, end }: Amount): boolean {
  if (end < line.length && line.codes[end] !== 0x0a) return false;
  return /(^|\n)[-*• ]*[A-Z][a-z]{2,}s\b[^:.\n]{0,40}:\*{0,2} (about |more than |over |at least |nearly |some |around )?$/.test(
    line.slice(start - 72, start),
  );
}

/** "one in five", "three out of ten". */
function readShare(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { codes } = line;
  // a one-in-100-year flood
  if (/^-in-\d+-(year|day)/.test(line.slice(amount.end, amount.end + 16))) return false;
  if ((codes[amount.end] !== SPACE && codes[amount.end] !== 0x2d) || isCjk(codes[amount.end + 1])) return false;
  const joint = /^[ -](?:in|out of)(?: every)?[ -](?=[a-z0-9])/i.exec(line.slice(amount.end, amount.end + 16));
  if (joint === null) return false;
  const at = amount.end + joint[0].length;
  const second = isLetter(codes[at]) ? readWords(line, at) : readNumber(line, at, scan.tables);
  if (
    second?.value === undefined ||
    second.value <= amount.value! ||
    second.value > 10000 ||
    second.digits === 4 ||
    !Number.isInteger(second.value)
  )
    return false;
  if ((second as { rank?: boolean }).rank) return false;
  become(amount, 'percent', '%');
  amount.value = (100 * amount.value!) / second.value;
  amount.end = second.end;
  return true;
}

/** 大場氏(67), the driver, 46, said. */
export function readAge(scan: Scan, amount: Amount): boolean {
  const { codes } = scan.line;
  const { numeral } = amount;
  const value = amount.value!;
  const kanji = isHan(codes[amount.start]);
  if ((numeral.digits === 0 && !kanji) || numeral.digits > 3 || numeral.decimals > 0 || value > 115) return false;
  const before = codes[amount.start - 1];
  const after = codes[amount.end];
  // 享年77
  if (codes[amount.start - 2] === 0x4eab && before === 0x5e74) {
    become(amount, 'age', 'year');
    return true;
  }
  if (before === 0x28 && after === 0x29) {
    const name = codes[amount.start - 2]!;
    const named = isHan(name) || isKatakana(name) || name === 0x3093;
    if (
      !named ||
      NUMBERED.has(name) ||
      (value < (kanji ? 15 : 10) && !/[児女男子氏さん]$/.test(scan.line.slice(amount.start - 3, amount.start - 1)))
    )
      return false;
    become(amount, 'age', 'year');
    return true;
  }
  // (CEO、28)
  if (before === LIST_COMMA && after === 0x29 && value >= 5) {
    const name = codes[amount.start - 2]!;
    if (!(isHan(name) || isKatakana(name) || isLetter(name))) return false;
    become(amount, 'age', 'year');
    return true;
  }
  if (before !== SPACE || codes[amount.start - 2] !== 0x2c || value < 5) return false;
  if (!(isLetter(codes[amount.start - 3]) || codes[amount.start - 3] === 0x29)) return false;
  if (!(after === 0x2c || after === 0x2e || after === 0x3b || after === 0)) return false;
  if (isDigit(codes[amount.end + 1]) || isDigit(codes[amount.end + 2])) return false;
  become(amount, 'age', 'year');
  return true;
}

function become(amount: Amount, kind: Amount['kind'], unit: string | undefined): void {
  amount.kind = kind;
  amount.unit = unit;
  amount.bare = kind === 'other';
}

/** 5人に1人, 5社に1社: one of so many is a share. Called for a count; changes it where it is one. */
export function readOneOf(scan: Scan, amount: Amount): void {
  const { line } = scan;
  const { codes } = line;
  if (amount.kind !== 'count' || amount.value === undefined || amount.max !== undefined || codes[amount.end] !== 0x306b)
    return;
  const second =
    scan.tables.classes[codes[amount.end + 1]!]! & 3 ? readAmount(scan, amount.end + 1, undefined) : undefined;
  if (
    second?.value === undefined ||
    second.kind !== 'count' ||
    second.unit !== amount.unit ||
    second.value >= amount.value
  )
    return;
  if (!(amount.value <= 10000) || second.value > 9) return;
  amount.kind = 'percent';
  amount.unit = '%';
  amount.value = (100 * second.value) / amount.value;
  amount.end = second.end;
}
