import { type Amount, become } from '../reading/readAmount';
import { readBare } from '../reading/readBare';
import { readLoss } from '../reading/readLoss';
import { nounAfter, nounOf } from '../reading/readNoun';
import { extendRange } from '../reading/readRange';
import { readScore } from '../reading/readScore';
import { signStart } from '../reading/readSign';
import { nextWord } from '../reading/readWords';
import { rounded } from '../reading/rounding';
import { isCjk, isLower, isWordEnd, SPACE } from '../scanning/characters';
import { lastFound } from '../scanning/lastFound';
import { GAP, type Line } from '../scanning/line';
import { type Found, type Scan, setAside } from '../scanning/scan';
import { approximate } from './approximate';
import { isCheckable } from './checkable';
import { PEOPLE_BEFORE } from './countsPeople';
import { capitalBefore, isLabel, isNumberedFigure, isNumberedName, isYearLike } from './labels';
import { refine } from './refine';

const TILDE = 0x7e;

/** Gives an amount its column, its noun, its range and its sign, and adds it to what was found. Returns where to go on. */
export function finish(scan: Scan, amount: Amount, ranged = true): number {
  if (amount.bare) readLoss(scan, amount);
  if (amount.bare && scan.cells !== undefined) addColumn(scan, amount);
  // ビール5〜22%: no name goes on with a sign of a spread and a number with a unit.
  if (ranged && amount.bare && scan.line.codes[amount.end] === TILDE) extendRange(scan, amount);
  // beat Chelsea 2-1: the loser's name numbers nothing.
  if (amount.bare && isLabel(scan, amount) && !readScore(scan, amount)) return aside(scan, amount.start, amount.end);
  if (!amount.bare && (isNumberedName(scan, amount) || isNumberedFigure(scan, amount)))
    return aside(scan, amount.start, amount.numeral.end);
  if (amount.bare) addNoun(scan, amount);
  if (ranged) extendRange(scan, amount);
  if (amount.bare) {
    readBare(scan, amount);
    if (amount.bare && amount.kind === 'other') return aside(scan, amount.start, amount.end);
  }
  const sign = amount.prefixed || amount.kind === 'score' ? undefined : signStart(scan, amount.start);
  if (sign !== undefined) {
    amount.start = sign.start;
    if (sign.negative && amount.value !== undefined && amount.value > 0) amount.value = -amount.value;
  }
  return emit(scan, amount);
}

/** Adds a figure, with what the words around it say of it. Returns its end. */
export function emit(scan: Scan, found: Found): number {
  // What lies before the last figure's end was read already (a bracket, a sign).
  const last = scan.found.at(-1);
  if (last !== undefined && found.start < last.end) found.start = last.end;
  if (found.start >= found.end) return found.end;
  refine(scan, found);
  found.approx = approximate(scan, found);
  if (found.checkable) found.checkable = isCheckable(scan, found);
  scan.found.push(found);
  return found.end;
}

/** Adds something that looks like a figure and is none. Returns its end. */
export function aside(scan: Scan, start: number, end: number): number {
  const last = scan.found.at(-1);
  const from = last === undefined ? start : Math.max(start, last.end);
  if (from < end) scan.found.push(setAside(from, end));
  return end;
}

/** A number alone in a cell takes the unit of its column's head. */
function addColumn(scan: Scan, amount: Amount): void {
  const { codes, length } = scan.line;
  const column = scan.cells?.columnAt(scan.line, amount.start);
  // Under "Year" stand years, not lengths of time.
  if (column === undefined || (column.unit === 'year' && isYearLike(amount))) return;
  let end = amount.end;
  while (end < length && codes[end] === SPACE) end++;
  if (end < length && codes[end] !== 0x7c && codes[end] !== 0x0a) return;
  amount.kind = column.kind;
  amount.unit = column.unit;
  amount.loose = column.loose;
  amount.bare = false;
  if (amount.value !== undefined) amount.value = rounded(amount.value * column.factor);
}

/** inspectors, cashiers, machinists: one who does something, where people are hired, hurt or killed. */
const PEOPLE_NOUN = /(ers|ors|ists|ians|ants|ees|men|women)$/;

/** 82 Palestinians, 40 Mexicans: written with a capital, people of a country. */
const DEMONYM = /^[A-Z][a-z]+[ceiklnrst]ans$/;

/** 25,000 employees, a 12-member panel, 1,200 new jobs, tens of billions of dollars. */
function addNoun(scan: Scan, amount: Amount): void {
  const { line } = scan;
  const { codes } = line;
  if (isCjk(codes[amount.end]) || codes[amount.end] === GAP) return;
  if (amount.numeral.rank) {
    become(amount, 'ordinal', 'rank');
    return;
  }
  const vague = amount.value === undefined;
  const of = nextWord(line, amount.end);
  const from = vague && of.text === 'of' ? of.end : behindMore(line, amount.end);
  if (vague && addUnitWord(scan, amount, from)) return;
  const noun = nounAfter(line, from) ?? (vague ? undefined : nounOf(line, amount.start, from));
  if (noun === undefined) {
    if (!addPeople(scan, amount, from) && !addParts(scan, amount) && !addRun(scan, amount)) addNumberOf(scan, amount);
    return;
  }
  const nounStart = noun.end - noun.word.length;
  // MPs are told by their capitals.
  const known =
    scan.tables.units.longest(codes, nounStart, line.length, isWordEnd, true) ??
    scan.tables.symbols.longest(codes, nounStart, line.length, isWordEnd, false);
  const entry = known !== undefined && known.at === noun.end ? known.value : undefined;
  if (entry !== undefined && entry.kind !== 'count' && !noun.direct && !noun.measured) return;
  const { numeral } = amount;
  // 1 Israel strikes: the first of a list of headlines.
  if (amount.value === 1 && numeral.digits === 1 && !noun.direct && numeral.decimals === 0) return;
  const yearLike = numeral.digits === 4 && !numeral.grouped && amount.value! >= 1900 && amount.value! <= 2100;
  // © 2025 Reuters, Harbor Week 2025 passes; "2000 people" is a count all the same.
  if (yearLike && (!noun.direct || !isLower(codes[nounStart]) || capitalBefore(scan, amount.start - 1))) return;
  amount.kind = entry?.kind ?? 'count';
  amount.unit =
    entry?.unit ??
    (DEMONYM.test(line.slice(nounStart, noun.end)) ||
    (PEOPLE_NOUN.test(noun.word) && PEOPLE_BEFORE.test(line.slice(amount.start - 44, amount.start)))
      ? 'person'
      : 'unit');
  amount.bare = false;
  if (entry !== undefined && entry.factor !== 1 && amount.value !== undefined) amount.value *= entry.factor;
  if (noun.direct && (vague || from === amount.end)) amount.end = noun.end;
}

/** Behind the words of "two or more drinks" and "500-plus staff". */
function behindMore(line: Line, end: number): number {
  const more = /^(?: or (?:more|fewer)|-plus|-odd|\+)(?= [a-z])/.exec(line.slice(end, end + 11));
  return more !== null && nextWord(line, end + more[0].length).text !== 'than' ? end + more[0].length : end;
}

/** 18 dead, dozens wounded, a 5,000-strong crowd: a word that is said of people alone, where no noun follows it. */
function addPeople({ line }: Scan, amount: Amount, from: number): boolean {
  const casualty = /^ (dead|injured|wounded|missing|hurt|killed|arrested|hospitali[sz]ed)(?![a-z-])/i;
  const people = casualty.exec(line.slice(from, from + 14)) ?? /^-strong(?![a-z-])/.exec(line.slice(from, from + 8));
  if (people === null) return false;
  become(amount, 'count', 'person');
  amount.end = from + people[0].length;
  return true;
}

const PARTS =
  /^-(page|seat|GPU|chip|store|stor(?:e)?y|bed|bedroom|room|screen|site|branch|vessel|ship|car|team|country|nation|county|game|match|home|house)(?![a-z-])/;

/** How far before "64 of them" what they are may stand. */
const PART_REACH = 160;

/** A 47-page ruling, a 1,900-store chain, 64 of them. */
function addParts(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  const { numeral, value } = amount;
  if (numeral.decimals > 0 || value === undefined || value < 2) return false;
  const after = line.slice(amount.end, amount.end + 12);
  const part = numeral.digits > 0 && value >= 10 ? PARTS.exec(after) : null;
  if (part === null && !/^ of (them|us)\b/.test(after)) return false;
  const counted = part === null ? lastFound(scan, 'count', amount.start, PART_REACH) : undefined;
  become(amount, 'count', counted?.unit ?? 'unit');
  amount.end += part?.[0].length ?? 0;
  return true;
}

const MORE = /^ more(?:[.,;)]|$| (?:were|are|have|had|remain|in|at|on|to|by|from|this|last|during|over|and)\b)/;

/** lost eight straight, six in a row: games, as many as followed one another. Options for 50 more, a majority of 12. */
function addRun(scan: Scan, amount: Amount): boolean {
  const { line } = scan;
  if (amount.value !== undefined && amount.value > 1 && amount.numeral.decimals === 0) {
    const more = MORE.test(line.slice(amount.end, amount.end + 16));
    if (more || /\bmajority of $/i.test(line.slice(amount.start - 12, amount.start))) {
      const counted = more ? lastFound(scan, 'count', amount.start, PART_REACH) : undefined;
      become(amount, 'count', counted?.unit ?? 'unit');
      return true;
    }
  }
  if (
    !/^ (?:straight|in a row|in succession|on the (?:trot|bounce|spin))(?:[.,;)]|$| (?:and|to|since|at|after|before|with|for|in|against|games?)\b)/.test(
      line.slice(amount.end, amount.end + 26),
    )
  )
    return false;
  if (amount.value === undefined || amount.value < 2 || amount.numeral.decimals > 0) return false;
  become(amount, 'count', 'unit');
  return true;
}

const NUMBER_OF =
  /\b(?:number|total|tally) of (?:[a-z-]+ ){0,2}?([a-z]{3,}s|people|children|men|women)\b[^.,;:0-9]{0,30} (?:to|by|at|was|is|were|reached|hit|passed|topped|exceeded|above|below|over|under|totall?ed)(?: about| nearly| almost| around| some| roughly| more than| over| at least| just)* $/;
const NUMBER_OF_REACH = 90;

/** The number of births fell below 700,000: the noun stands before the number it counts. */
function addNumberOf({ line, tables }: Scan, amount: Amount): void {
  const { codes } = line;
  if (codes[amount.start - 1] !== SPACE || isCjk(codes[amount.start - 2])) return;
  if (!amount.numeral.grouped && !amount.numeral.scaled) return;
  const noun = NUMBER_OF.exec(line.slice(amount.start - NUMBER_OF_REACH, amount.start))?.[1];
  if (noun === undefined) return;
  const at = amount.start - NUMBER_OF_REACH;
  const text = line.slice(at, amount.start);
  const start = Math.max(at, 0) + text.lastIndexOf(noun);
  const known = tables.units.longest(codes, start, line.length, isWordEnd, true);
  const counted = known !== undefined && known.at === start + noun.length && known.value.kind === 'count';
  become(amount, 'count', counted ? known.value.unit : 'unit');
}

function addUnitWord(scan: Scan, amount: Amount, from: number): boolean {
  const { line, tables } = scan;
  if (line.codes[from] !== SPACE) return false;
  const match = tables.units.longest(line.codes, from + 1, line.length, isWordEnd, true);
  if (match === undefined || match.value.factor !== 1) return false;
  amount.kind = match.value.kind;
  amount.unit = match.value.unit;
  amount.loose = match.value.loose;
  amount.end = match.at;
  amount.bare = false;
  return true;
}
