import { isYearLike } from '../judging/labels';
import { isCjk, isDigit, isLetter, SPACE } from '../scanning/characters';
import type { Line } from '../scanning/line';
import type { Scan } from '../scanning/scan';
import { DIGIT, LETTER, NUMERAL, type UnitEntry } from '../scanning/tables';
import { anyWord } from '../scanning/trie';
import { AGED } from './isAged';
import { CHANGE_BEFORE } from './isChange';
import { type Amount, become, readAmount } from './readAmount';
import { readCountOf } from './readCounted';
import { readDate } from './readDate';
import { nounAfter } from './readNoun';
import { readNumber } from './readNumber';
import { readWords, wordAt } from './readWords';

const YEAR = 0x5e74;
const DECADE = 0x4ee3;
const TILDE = 0x7e;
const EN_DASH = 0x2013;
const HYPHEN = 0x2d;
const CHANGE_AFTER =
  /^ *(へ|に *(上|増|減|下|引|拡|縮|低|高|伸|切|修|変|改|膨|急|半|回|転|落|積|倍|戻|達し)|に *な(る|り|っ)(?!.{0,8}(と予|と見|とみ|見込|見通|範囲))|まで *(上|下|増|減|低|高|伸|縮|落|引|急|回|膨))/;
/** Ends of a spread that is given for an estimate seldom lie further apart than this. */
const NEAR = 1.25;
const ENDS_IN_NI = /^ *に *($|[。、」)\n])/;
/** Kinds of what is set and changed, where people and ages from one to the other are chosen and asked. */
const REMADE: ReadonlySet<string> = new Set(['money', 'percent', 'multiple', 'power', 'energy', 'information']);
const SPREAD_AFTER =
  /^ *に *(及|およ|わた|渡|達する|のぼる|相当|当た|あた|つ[きい]|対|応|収|おさま|とどま|留|分|集中|位置|あ[るり]|限|設定|満た|な[るりっ]|か|比べ|よ[るりっ]|関|向|[\d一]|入|含|属|すぎ|過ぎ)/;

/** prices rose by £1,200 to £268,400: how far it went, and where it came to. */
const MOVED_BY =
  /\b(rose|rises?|risen|rising|fell|falls?|fallen|falling|grew|grow|grown|climbed|climbing|jumped|jumping|dropped|dropping|declined|declining|gained|gaining|lost|losing|slipped|slipping|slid|surged|surging|tumbled|tumbling|advanced|added|shed|increased?|decreased?|increasing|soared|plunged|sank|eased|edged|widened|narrowed|shrank|up|down|higher|lower)( by)?( about| around| nearly| almost| some| more than| roughly| another| a further)?( (up|down|higher|lower))? $/i;
/** Ends of a spread do not lie further apart than this where something moved. */
const SPREAD = 5;

/**
 * Makes one figure of two where they are the ends of a spread: 660億ドルから720億ドル, 65〜72%,
 * $65-72 billion, between 5 and 10. A change (3%から5%に上昇, rose from 3% to 5%) stays two figures.
 */
export function extendRange(scan: Scan, amount: Amount): void {
  const { line } = scan;
  const { codes } = line;
  if (amount.value === undefined || amount.max !== undefined || amount.approx !== 'exact') return;
  if (amount.kind === 'ordinal' || amount.kind === 'date') return;
  if (amount.bare && isYearLike(amount)) amount.kind = 'year';
  const joint = connector(scan, amount);
  if (joint === undefined) return;
  if (amount.kind === 'year') {
    extendYears(scan, amount, joint.at);
    return;
  }
  const prefix = prefixAt(scan, joint.at);
  const at = prefix?.at ?? joint.at;
  const next = codes[at]!;
  if (!(scan.tables.classes[next]! & (DIGIT | NUMERAL | LETTER)) || (isLetter(next) && !joint.word)) return;
  const second = readAmount(
    scan,
    at,
    prefix?.entry ?? (amount.prefixed && amount.unit !== undefined ? samePrefix(amount) : undefined),
  );
  if (second === undefined || second.value === undefined || second.max !== undefined || second.approx !== 'exact')
    return;
  // 1万〜2万の人員
  if (amount.bare && second.bare && codes[at - 1] !== HYPHEN) readCountOf(scan, second);
  if (amount.bare && second.bare) countSecond(scan, amount, second);
  const aged = amount.bare && second.bare && AGED.test(line.slice(amount.start - 24, amount.start));
  if (!aged && !agree(amount, second, joint.word)) return;
  // 3・11から15年, 1.17から30年: years since a day that is known by its date.
  const sinceDay = amount.numeral.decimals > 1 || codes[amount.start - 1] === 0x30fb;
  if (joint.from && amount.bare && sinceDay && second.unit === 'year') return;
  if (joint.from && isChange(amount.value, second, line.slice(second.end, second.end + 18))) return;
  if (joint.to && CHANGE_BEFORE.test(line.slice(amount.start - 32, amount.start))) return;
  if (joint.to && second.value > SPREAD * amount.value && MOVED_BY.test(line.slice(amount.start - 40, amount.start)))
    return;
  let low = amount.value;
  if (amount.bare && !second.bare && second.kind !== 'money' && second.factor !== 1) low *= second.factor;
  else if (amount.bare && second.factor !== 1) low *= second.factor;
  const share = spread(second, low, codes);
  if (!amount.numeral.scaled && share > 1 && low * share < second.value * 1.0000001) low = exact(low, share, amount);
  if (low >= second.value) {
    // 5 to 1, 3対2 are dealt with as scores; 72〜65 is no spread.
    return;
  }
  if (!amount.bare && second.bare && amount.factor !== 1) second.value *= amount.factor;
  amount.value = low;
  amount.max = second.value;
  amount.end = second.end;
  if (amount.bare && !second.bare) {
    amount.kind = second.kind;
    amount.unit = second.unit;
    amount.loose = second.loose;
    amount.bare = false;
    amount.factor = second.factor;
  }
}

/** 190億円から240億円に広げた, 3%から5%に。: what lies behind に tells whether one number became the other. */
function isChange(from: number, { kind, value }: Amount, behind: string): boolean {
  if (CHANGE_AFTER.test(behind)) return true;
  // 660億ドルから720億ドルに…: what is forecast lies close together.
  if (value! < NEAR * from) return false;
  return ENDS_IN_NI.test(behind) || (REMADE.has(kind) && /^ *に/.test(behind) && !SPREAD_AFTER.test(behind));
}

/** 25 to 30 homes, two or three houses: the noun behind the upper end is counted by both. */
function countSecond({ line }: Scan, { value, numeral }: Amount, second: Amount): void {
  if (numeral.decimals > 0 || second.numeral.decimals > 0 || second.value! <= value! || isYearLike(second)) return;
  const noun = nounAfter(line, second.end);
  if (noun === undefined || !noun.direct) return;
  become(second, 'count', 'unit');
  second.end = noun.end;
}

/** 2019年から2023年, 2010〜15年, between 2019 and 2023. */
function extendYears(scan: Scan, amount: Amount, at: number): void {
  const { line, tables } = scan;
  const numeral = readNumber(line, at, tables);
  if (numeral?.value === undefined || numeral.grouped || numeral.decimals > 0 || amount.value === undefined) return;
  const date = readDate(line, at, numeral, tables);
  // 1960~70年代
  if (line.codes[numeral.end] === YEAR && line.codes[numeral.end + 1] === DECADE) {
    amount.kind = 'date';
    amount.unit = 'date';
    amount.value = undefined;
    amount.end = numeral.end + 2;
    return;
  }
  const short = numeral.digits === 2 && line.codes[numeral.end] === YEAR;
  const plain = isDigit(line.codes[amount.end - 1]) && (numeral.digits === 4 || numeral.digits === 2);
  // 2024-25シーズン: the next year in two digits, whatever follows.
  const season = numeral.digits === 2 && numeral.value === (amount.value + 1) % 100 && line.codes[at - 1] !== 0x7e;
  const bare =
    season || (plain && date === undefined && !isLetter(line.codes[numeral.end]) && !isCjk(line.codes[numeral.end]));
  let year = date?.year ?? (bare || short ? numeral.value : undefined);
  if (year === undefined) return;
  if (year < 100) year += amount.value - (amount.value % 100);
  if (year <= amount.value || year > 2200) return;
  amount.max = year;
  amount.end = date?.end ?? (short ? numeral.end + 1 : numeral.end);
}

interface Joint {
  readonly at: number;
  /** から: may tell of a change. */
  readonly from: boolean;
  /** "to" */
  readonly to: boolean;
  readonly word: boolean;
}

function connector(scan: Scan, amount: Amount): Joint | undefined {
  const { line, tables } = scan;
  const { codes } = line;
  const end = amount.end;
  let at = codes[end] === SPACE ? end + 1 : end;
  const code = codes[at]!;
  if (code === TILDE || code === EN_DASH || code === 0x2014 || code === HYPHEN) {
    if (code === 0x2014 && codes[at + 1] === 0x2014) return undefined;
    // "just over half – 53% – agreed": a dash after words opens what explains them.
    if (at > end && isLetter(codes[amount.start]) && !amount.prefixed) return undefined;
    if (code === HYPHEN && at > end && codes[at + 1] !== SPACE) return undefined;
    if (code === HYPHEN && isDigit(codes[at + 1]) === false && codes[at + 1] !== SPACE && !isSign(codes[at + 1]))
      return undefined;
    at++;
    if (codes[at] === SPACE) at++;
    return { at, from: false, to: false, word: false };
  }
  if (isCjk(code)) {
    for (const word of tables.rangeWords) {
      if (line.slice(at, at + word.length) !== word) continue;
      at += word.length;
      if (codes[at] === SPACE) at++;
      while (codes[at] === 0x7ea6 || codes[at] === 0x7d04) at++;
      return { at, from: word === 'から', to: word === '到' || word === '至', word: false };
    }
    return undefined;
  }
  if (at === end || !isLetter(code)) return undefined;
  const word = wordAt(line, at);
  if (codes[word.end] !== SPACE) return undefined;
  if (word.text === 'to') return { at: word.end + 1, from: false, to: true, word: true };
  if (
    word.text === 'or' &&
    amount.bare &&
    amount.value! < NEXT_BELOW &&
    isNextNumber(line, word.end + 1, amount.value!)
  )
    return { at: word.end + 1, from: false, to: false, word: true };
  if (
    word.text === 'and' &&
    /(between|between the ages of|ages of) $/i.test(line.slice(amount.start - 20, amount.start))
  ) {
    return { at: word.end + 1, from: false, to: false, word: true };
  }
  return undefined;
}

/** Up to which number two in a row are a spread: two or three weeks. */
const NEXT_BELOW = 20;

function isNextNumber(line: Line, at: number, value: number): boolean {
  const next = isLetter(line.codes[at]) ? readWords(line, at)?.value : Number.parseInt(line.slice(at, at + 3), 10);
  return next === value + 1;
}

function isSign(code: number | undefined): boolean {
  return code === 0x24 || code === 0x20ac || code === 0xa3 || code === 0xa5;
}

function prefixAt(scan: Scan, at: number): { entry: UnitEntry; at: number } | undefined {
  const { line, tables } = scan;
  const { codes } = line;
  if (isDigit(codes[at])) return undefined;
  const match = tables.marks.longest(codes, at, line.length, anyWord, true);
  if (match === undefined || match.value.type !== 'money') return undefined;
  const end = codes[match.at] === SPACE ? match.at + 1 : match.at;
  return isDigit(codes[end]) ? { entry: match.value.entry, at: end } : undefined;
}

function samePrefix(amount: Amount): UnitEntry {
  return {
    kind: amount.kind,
    unit: amount.unit!,
    factor: 1,
    strict: false,
    loose: amount.loose,
    needsBorder: false,
    singular: false,
    latin: false,
    surface: '',
  };
}

/** Whether two amounts can be the ends of one spread. */
function agree(first: Amount, second: Amount, word: boolean): boolean {
  if (first.bare && second.bare) return first.numeral.grouped && second.numeral.grouped;
  if (first.bare)
    return (
      second.kind !== 'ordinal' &&
      second.kind !== 'date' &&
      (first.numeral.digits ?? 0) + (first.numeral.scaled ? 1 : 0) >= 0 &&
      !(word && second.kind === 'count' && first.numeral.grouped)
    );
  if (second.bare) return first.prefixed && second.prefixed;
  return first.kind === second.kind && first.unit === second.unit;
}

/** What the second number's scale lends the first: 億 in 65〜72億ドル, billion in $65-72 billion. */
function spread(second: Amount, low: number, codes: Uint16Array): number {
  if (second.spoken > 1) return second.spoken;
  const { numeral } = second;
  if (numeral.value === undefined) return 1;
  // 五〜六千, 百〜二百億
  if (numeral.digits === 0)
    return (
      [1e16, 1e12, 1e8, 1e4, 1e3].find((scale) => numeral.value! % scale === 0 && low * scale < numeral.value!) ?? 1
    );
  if (!numeral.scaled) return 1;
  // 3.1〜3.5百万トン
  if (codes[numeral.end - 1] === 0x4e07 && codes[numeral.end - 2] === 0x767e) return 1e6;
  for (const scale of [1e16, 1e12, 1e8, 1e4, 1e3, 100, 10])
    if (numeral.value >= scale && numeral.value / scale < 10 ** numeral.digits) return scale;
  return 1;
}

function exact(value: number, scale: number, amount: Amount): number {
  const decimals = amount.numeral.decimals ?? 0;
  return decimals > 0 && decimals < 9 ? (Math.round(value * 10 ** decimals) * scale) / 10 ** decimals : value * scale;
}
