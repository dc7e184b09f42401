import { nounAfter } from '../reading/readNoun';
import { isHan, isLetter, isWordEnd } from '../scanning/characters';
import type { Found, Scan } from '../scanning/scan';
import { anyWord } from '../scanning/trie';

/** 3つのシナリオ, 二つの異なる物語, 理由は2つある, 一つは…: the text counts its own points. */
export function isOwnPoint(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  if (found.value === undefined || found.value > 20) return false;
  if (isPointsOf(scan, found)) return true;
  const stop = Math.min(line.length, found.end + 14);
  for (let at = found.end; at < stop; at++) {
    const code = line.codes[at]!;
    if (
      code === 0x3001 ||
      code === 0x3002 ||
      code === 0x300d ||
      code === 0x3092 ||
      (code === 0x304c && at > found.end + 1) ||
      code === 0x306f
    )
      return false;
    const point = tables.ownPoints.longest(line.codes, at, line.length, anyWord);
    if (point !== undefined && !isWithinWord(line, at, point.at)) return true;
  }
  return false;
}

/** The 力 of 原子力, the 道 of 道路: one kanji that is part of a longer word. 点 ends many words for points: 共通点, 問題点. */
function isWithinWord({ codes }: Scan['line'], at: number, end: number): boolean {
  if (end !== at + 1 || !isHan(codes[at])) return false;
  if (codes[at] === 0x70b9) return codes[at - 1] === 0x62e0 || codes[at - 1] === 0x5730;
  return isHan(codes[at - 1]) || isHan(codes[end]);
}

const WA = 'は'.charCodeAt(0);
const GA = 'が'.charCodeAt(0);
const FULL_STOPS = new Set([...'。、「『\n'].map((character) => character.charCodeAt(0)));

/** 理由は2つある, ポイントは3つだ。 and, at the start of a sentence, 一つは…. */
function isPointsOf({ line, tables }: Scan, { start, end, value }: Found): boolean {
  const { codes } = line;
  const first = start === 0 || FULL_STOPS.has(codes[start - 1]!);
  if (first) return value === 1 && codes[end] === WA;
  if (codes[start - 1] !== WA && codes[start - 1] !== GA) return false;
  if (!/^(ある|あり|あっ|だ|です|に|。|$)/.test(line.slice(end, end + 2))) return false;
  for (let at = start - 2; at >= 0 && at > start - 7; at--) {
    const whole = at < start - 2 || !isHan(codes[at - 1]);
    // 拠点 is no 点.
    if (whole && tables.ownPoints.longest(codes, at, start - 1, anyWord)?.at === start - 1) return true;
  }
  return false;
}

/** The same in English: three reasons, five key takeaways. */
export function isOwnPointEnglish(scan: Scan, found: Found): boolean {
  const { line, tables } = scan;
  if (found.value === undefined || found.value > 20) return false;
  let at = found.end;
  while (at > found.start && isLetter(line.codes[at - 1])) at--;
  const noun = at === found.start || at === found.end ? nounAfter(line, found.end) : undefined;
  // 10 best things, five key takeaways: past a word that only praises.
  if (noun !== undefined && !noun.direct) {
    at = noun.end - noun.word.length;
    if (
      !/^[ -](?:\w+-)?(?:best|key|main|big|biggest|major|important|simple|easy|good|great|top|new|other|broad|basic|crucial|possible|common|clear|essential|quick|different|separate|distinct|critical|central|more|further|early|fun|surprising|worst|smart)\b/.test(
        line.slice(found.end, at),
      )
    )
      return false;
  }
  // Goals are set out by a text, or scored.
  if (/^goals/i.test(line.slice(at, at + 5)))
    return /\b(set|sets|setting|outlined?|lists?|following|policy|strategic|key|main|has|have|are)( out)? $/i.test(
      line.slice(found.start - 12, found.start),
    );
  return tables.ownPoints.longest(line.codes, at, line.length, isWordEnd, true) !== undefined;
}
