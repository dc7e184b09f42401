import { countsPeople } from '../judging/countsPeople';
import { isPastYear, isYearLike } from '../judging/labels';
import { isCjk, isDigit, isHan, isKatakana, isLetter, SPACE } from '../scanning/characters';
import type { Scan } from '../scanning/scan';
import { DIGIT, NUMERAL } from '../scanning/tables';
import { isAged } from './isAged';
import { isChange, isCompared } from './isChange';
import { type Amount, become, readAmount } from './readAmount';
import { readCountBeyond, readCountOf } from './readCounted';
import { readNumber } from './readNumber';
import { readScore } from './readScore';
import { readSubject } from './readSubject';
import { readWords } from './readWords';

const LIST_COMMA = 0x3001;
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
    become(amount, amount.numeral.scaled ? 'count' : 'other', isOfPeople(scan, amount) ? 'person' : 'unit');
    return;
  }
  if (amount.max === undefined && (readScore(scan, amount) || readShare(scan, amount) || readAge(scan, amount))) return;
  if (isYearLike(amount) || isPastYear(scan, amount)) {
    if (readCountBeyond(scan, amount)) return;
    become(amount, 'year', 'year');
    return;
  }
  if (amount.max === undefined && readCountOf(scan, amount)) return;
  const { line } = scan;
  const before = line.slice(amount.start - 44, amount.start);
  // The words looked for are Latin and set off by a space: most numbers are done with here.
  if (amount.start === 0 || (line.codes[amount.start - 1] === SPACE && !isCjk(line.codes[amount.start - 2]))) {
    if (isAged(scan, amount)) {
      become(amount, 'age', 'year');
      return;
    }
    if (countsPeople(scan, amount)) {
      become(amount, 'count', 'person');
      return;
    }
    if (readSubject(scan, amount)) return;
    const compared = isCompared(scan, amount);
    if (compared !== undefined) {
      become(amount, 'count', compared.unit);
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
    isChange(scan, amount) ||
    EXCHANGED.test(line.slice(amount.end, amount.end + 16)) ||
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

/** The yen is past 150 to the dollar. */
const EXCHANGED = /^ (?:(?:to|against) the|per) (?:dollar|euro|pound|yen|yuan)\b/;

/** Thousands flee, dozens were hurt: where nothing is named, people. */
function isOfPeople(scan: Scan, amount: Amount): boolean {
  const { codes } = scan.line;
  if (!isLetter(codes[amount.start])) return false;
  return amount.start === 0 || codes[amount.start - 2] === 0x2e || countsPeople(scan, amount);
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
  if (/(プラス|マイナス|賛成|反対|棄権|無効|定数|改選|小選挙区|比例代表|値上がり|値下がり|変わらず)$/.test(before))
    return true;
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
  // scores 7.5 out of 10
  if (joint === null || (amount.numeral.decimals > 0 && joint[0].includes('out'))) return false;
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
